"""Xem trang in: the pages exactly as they come out of the printer, from the very PDF that is handed out."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QWidget

from ui.jobs import Jobs, Progress
from ui.theme import STEP, TONES
from ui.widgets.busy import work_with_bar
from ui.widgets.small import button, column, label, row

if TYPE_CHECKING:
    from exports.document import Report, ReportDocument

POINTS_PER_INCH, PIXELS_PER_INCH = 72, 96
LEAST, MOST, TURN = 0.6, 2.0, 0.2
WIDE, HIGH, MARGIN = 1180, 860, 16


class Pages:
    """The pages of a PDF as pictures."""

    def __init__(self, content: bytes) -> None:
        self._file = pypdfium2.PdfDocument(content)

    def __len__(self) -> int:
        return len(self._file)

    def picture(self, number: int, zoom: float, density: float) -> QPixmap:
        """A page, the first is 0, at so much of its real size, for a screen with so many device pixels to a pixel."""
        page = self._file[number]
        drawn = page.render(
            scale=zoom * density * PIXELS_PER_INCH / POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True
        )
        image = QImage(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGBX8888)
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(density)
        drawn.close()
        page.close()
        return picture

    def width(self, number: int) -> float:
        """How wide a page is at its real size."""
        page = self._file[number]
        points: float = page.get_size()[0]
        page.close()
        return points * PIXELS_PER_INCH / POINTS_PER_INCH

    def close(self) -> None:
        """Gives the file back."""
        self._file.close()


class Printed(QDialog):
    """One page at a time; Page up and down turn it, Ctrl with plus and minus zooms."""

    def __init__(self, parent: QWidget, content: bytes) -> None:
        super().__init__(parent)
        self.setWindowTitle("Xem trang in")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages = Pages(content)
        self.number, self.zoom = 0, 0.0  # 0: as wide as the window
        self._page = QLabel()
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page.setMargin(MARGIN)
        self._area = QScrollArea()
        self._area.setWidget(self._page)
        self._area.setWidgetResizable(True)
        self._area.setStyleSheet(f"QScrollArea {{ background: {TONES.line}; }} QLabel {{ background: transparent; }}")
        self.said = label(name="strong")
        self.before = button("Trang trước", lambda: self.turn(-1), sign="chevron-left")
        self.after = button("Trang sau", lambda: self.turn(1), sign="chevron-right")
        smaller = button("", lambda: self.magnify(-TURN), look="flat", sign="minus")
        larger = button("", lambda: self.magnify(TURN), look="flat", sign="plus")
        for each, words in ((smaller, "Nhỏ hơn"), (larger, "Lớn hơn")):
            each.setToolTip(words)
            each.setAccessibleName(words)
        foot = row(self.before, self.said, self.after, None, smaller, larger, None, button("Đóng", self.close))
        foot.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        column(self._area, into=self, spacing=0).addLayout(foot)
        for keys, act in (("PgDown", lambda: self.turn(1)), ("PgUp", lambda: self.turn(-1))):
            QShortcut(QKeySequence(keys), self, act)
        room = self.screen().availableGeometry()
        self.resize(min(WIDE, room.width() - 80), min(HIGH, room.height() - 80))
        self.turn(0)

    def turn(self, by: int) -> None:
        """Shows another page."""
        self.number = min(max(self.number + by, 0), len(self.pages) - 1)
        self.said.setText(f"Trang {self.number + 1}/{len(self.pages)}")
        self.before.setEnabled(self.number > 0)
        self.after.setEnabled(self.number < len(self.pages) - 1)
        self._area.verticalScrollBar().setValue(0)
        self._show()

    def magnify(self, by: float) -> None:
        """Larger or smaller."""
        self.zoom = min(max((self.zoom or self._fitting()) + by, LEAST), MOST)
        self._show()

    def done(self, result: int) -> None:
        self.pages.close()
        super().done(result)

    def _show(self) -> None:
        zoom = self.zoom or self._fitting()
        self._page.setPixmap(self.pages.picture(self.number, zoom, self.devicePixelRatioF()))

    def _fitting(self) -> float:
        room = self.width() - self._area.verticalScrollBar().sizeHint().width() - 2 * (MARGIN + 1)
        return min(room / self.pages.width(self.number), 1.0)


def show_printed(parent: QWidget, jobs: Jobs, report: Report | ReportDocument) -> None:
    """Makes the pages beside the window, then shows them."""

    def work(progress: Progress) -> bytes:
        from exports.run import hand_out

        with tempfile.TemporaryDirectory() as folder:
            return hand_out(report, Path(folder) / "trang-in.pdf", progress).path.read_bytes()

    work_with_bar(parent, jobs, "Đang chuẩn bị trang in", work, lambda content: Printed(parent, content).open())
