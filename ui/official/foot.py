"""Under the form: how many cells stand how, a press goes to the next such cell; then the steps, and the file made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QWidget

from ui.official.marks import COATS, Mark
from ui.theme import STEP, scale_of_screen
from ui.widgets.small import button, label, restyle, row

COUNTS, WORKING, DONE = range(3)
DOT = 14


class Foot(QFrame):
    """Emits `sought` with a Mark, `undo_wished`, `all_wished` for every sure proposal, `fill_wished`."""

    sought = Signal(object)
    undo_wished = Signal()
    all_wished = Signal()
    fill_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._path = Path()
        self.counts: dict[Mark, QPushButton] = {}
        self.said = label(name="strong", wrap=True)
        self.open_button = button("Mở tệp", lambda: _open(self._path), look="flat", sign="report")
        self.folder_button = button("Mở thư mục", lambda: _open(self._path.parent), look="flat", sign="folder")
        self.undo_button = button("Hoàn tác", self.undo_wished.emit, look="flat", sign="undo")
        self.undo_button.setToolTip("Hoàn tác bước ghép vừa rồi (Ctrl+Z)")
        self.all_button = button("", self.all_wished.emit, look="primary", sign="check")
        self.fill_button = button("Điền và lưu…", self.fill_wished.emit, look="primary")
        self._left = QStackedWidget()
        for part in (self._counts(), _line(label("Đang điền và đối chiếu…")), self._done()):
            self._left.addWidget(part)
        line = row(self._left, self.undo_button, self.all_button, self.fill_button, into=self)
        line.setContentsMargins(STEP, STEP, STEP + 4, STEP)
        line.setStretch(0, 1)

    def show_marks(self, marks: Iterable[Mark], can_undo: bool, can_fill: bool) -> None:
        """Counts how the cells stand; the next step is the only filled button."""
        found = Counter(marks)
        for mark, each in self.counts.items():
            each.setText(f"{mark.value}: {found[mark]}")
            each.setVisible(found[mark] > 0)
        sure = found[Mark.SURE]
        self.all_button.setText(f"Nhận {sure} đề xuất chắc chắn")
        self.all_button.setVisible(sure > 0)
        restyle(self.fill_button, "primary", sure == 0)
        self.fill_button.setVisible(can_fill)
        self.undo_button.setEnabled(can_undo)

    def show_counts(self) -> None:
        """No file is being made."""
        self._left.setCurrentIndex(COUNTS)

    def show_working(self) -> None:
        """A file is being made."""
        self._left.setCurrentIndex(WORKING)
        self.fill_button.setEnabled(False)

    def show_done(self, path: Path, proof: str) -> None:
        """A file is made and proven."""
        self._path = path
        self.said.setText(f"Xong – {proof}")
        self.said.setToolTip(str(path))
        self._left.setCurrentIndex(DONE)
        self.fill_button.setEnabled(True)
        self.open_button.setFocus()

    @property
    def is_done(self) -> bool:
        """True while it offers to open a file."""
        return self._left.currentIndex() == DONE

    def _counts(self) -> QWidget:
        for mark in Mark:
            made = button("", partial(self.sought.emit, mark), look="flat")
            made.setIcon(_dot(mark))
            made.setToolTip(f"{mark.hint} – bấm để đến ô tiếp theo như thế")
            self.counts[mark] = made
        return _line(*self.counts.values())

    def _done(self) -> QWidget:
        return _line(self.said, self.open_button, self.folder_button)


def _line(*parts: QWidget) -> QWidget:
    made = QWidget()
    row(*parts, None, into=made, spacing=2)
    return made


def _dot(mark: Mark) -> QIcon:
    scale = scale_of_screen()
    drawn = QPixmap(round(DOT * scale), round(DOT * scale))
    drawn.setDevicePixelRatio(scale)
    drawn.fill(QColor(0, 0, 0, 0))
    with QPainter(drawn) as painter:
        painter.fillRect(1, 1, DOT - 3, DOT - 3, QColor(COATS[mark].ground))
        painter.setPen(QColor(COATS[mark].line))
        painter.drawRect(1, 1, DOT - 3, DOT - 3)
    return QIcon(drawn)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
