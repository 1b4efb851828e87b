"""One box to search everything: type, go to a record with the arrows, Enter opens it where it belongs."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLineEdit, QListView, QStackedWidget, QWidget

from models.ledger.finding import Found, everywhere
from models.ledger.search import sought
from ui.finding.hit_painting import HitPainter
from ui.finding.hits import ROW, Hits, Row
from ui.finding.lookup import Lookup
from ui.icons import icon
from ui.pages.page import Window
from ui.theme import STEP, TONES, wide
from ui.widgets.room import fit
from ui.widgets.small import column, label

PAUSE = 120  # milliseconds without a key before it is looked up
START = "Gõ vài từ: tên hoạt động, họ tên, số văn bản, ghi chú…\nKhông cần gõ dấu, thứ tự từ nào cũng được."
NOTHING = "Không thấy gì khớp với “{}”.\nHãy thử ít từ hơn, hoặc chỉ gõ phần đầu của mỗi từ."
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Everywhere(QDialog):
    """Emits `record_wished` with kind and uid, `list_wished` with a kind and the words; Esc leaves everything as it
    was."""

    record_wished = Signal(str, str)
    list_wished = Signal(str, str)

    def __init__(self, window: Window, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tìm trong cả sổ")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, wide(760), wide(620))
        self._window = window
        self._lookup = Lookup(window.jobs, self)
        self._clock = QTimer(self, singleShot=True, interval=PAUSE)
        self._clock.timeout.connect(self._look_up)
        self.input = QLineEdit()
        self.input.setObjectName("large")
        self.input.setPlaceholderText("Tìm trong cả sổ")
        self.input.addAction(icon("search", TONES.muted, 18), QLineEdit.ActionPosition.LeadingPosition)
        self.input.setClearButtonEnabled(True)
        self.input.textChanged.connect(lambda _text: self._clock.start())
        self.input.returnPressed.connect(self._take)
        self.hits = Hits()
        self.list = _new_list(self.hits)
        self.list.clicked.connect(self._take_clicked)
        self.said = label(START, muted=True, wrap=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.said)
        self._middle.addWidget(self.list)
        keys = label("↑ ↓ chọn     Enter mở     Esc đóng", muted=True, small=True)
        layout = column(self.input, into=self, margin=2 * STEP, spacing=STEP + 4)
        layout.addWidget(self._middle, 1)
        layout.addWidget(keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the list while the cursor stays in the box."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(self.hits.next_row(self.list.currentIndex().row(), step))

    def _look_up(self) -> None:
        store, text = self._window.store, self.input.text()
        if store is None or not sought(text):
            self._lookup.drop()
            self._show([], text)
        else:
            self._lookup.ask(lambda question: everywhere(store, text, question), lambda found: self._show(found, text))

    def _show(self, found: list[Found], text: str) -> None:
        self.hits.show(found, sought(text))
        self.said.setText(NOTHING.format(text.strip()) if sought(text) else START)
        self._middle.setCurrentWidget(self.list if found else self.said)
        self._choose(self.hits.next_row(-1, 1))

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.hits.rows):
            self.list.setCurrentIndex(self.hits.index(row, 0))
            is_first = self.hits.next_row(-1, 1) == row
            self.list.scrollTo(self.hits.index(0 if is_first else row, 0))

    def _take_clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())
        self._take()

    def _take(self) -> None:
        """Opens what is chosen; what was typed a moment ago is looked up first."""
        if self._clock.isActive():
            self._clock.stop()
            self._look_up()
        row: Row | None = self.list.currentIndex().data(ROW)
        if self._lookup.is_busy or row is None or not row.kind:
            return
        self.accept()
        if row.hit is not None:
            self.record_wished.emit(row.kind, row.hit.uid)
        else:
            self.list_wished.emit(row.kind, self.input.text())


def _new_list(hits: Hits) -> QListView:
    made = QListView()
    made.setModel(hits)
    made.setItemDelegate(HitPainter(made))
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setAccessibleName("Kết quả tìm")
    return made
