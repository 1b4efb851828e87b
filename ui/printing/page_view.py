"""The pages exactly as they come out of the printer, one at a time, from the very PDF that is handed out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from exports.pdf_pages import POINTS_PER_INCH, PdfPages
from ui.printing.paper import image_of
from ui.theme import STEP, TONES
from ui.widgets.small import button, column, label, row

PIXELS_PER_INCH = 96
LEAST, MOST, TURN = 0.4, 2.0, 0.2
MARGIN = 16


class PageView(QWidget):
    """Page up and down turn the page, the buttons with minus and plus zoom."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: PdfPages | None = None
        self.number, self.zoom = 0, 0.0  # 0: the whole page is seen
        self._grey = False
        self._page = QLabel()
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page.setMargin(MARGIN)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self._page)
        self._area.setWidgetResizable(True)
        self._area.setStyleSheet(f"QScrollArea {{ background: {TONES.line}; }} QLabel {{ background: transparent; }}")
        self.said = label(name="strong")
        self.before = button("Trang trước", lambda: self.turn(-1), sign="chevron-left")
        self.after = button("Trang sau", lambda: self.turn(1), sign="chevron-right")
        self.smaller = button("", lambda: self.magnify(-TURN), look="flat", sign="minus")
        self.larger = button("", lambda: self.magnify(TURN), look="flat", sign="plus")
        for each, words in ((self.smaller, "Nhỏ hơn"), (self.larger, "Lớn hơn")):
            each.setToolTip(words)
            each.setAccessibleName(words)
        foot = row(self.before, self.said, self.after, None, self.smaller, self.larger)
        foot.setContentsMargins(2 * STEP, STEP, STEP, STEP)
        column(self._area, into=self, spacing=0).addLayout(foot)
        for keys, by in (("PgDown", 1), ("PgUp", -1)):
            QShortcut(QKeySequence(keys), self.window(), lambda by=by: self.turn(by))
        self.wait("")

    def show_pages(self, pages: PdfPages, *, grey: bool) -> None:
        """Shows these pages, as a black-and-white printer prints them if `grey`; stays where it was if it can."""
        self.close_pages()
        self.pages, self._grey = pages, grey
        self.turn(0)

    def show_grey(self, grey: bool) -> None:
        """Shows the same pages with or without their colours."""
        self._grey = grey
        self._show()

    def wait(self, text: str) -> None:
        """Says why there is no page yet."""
        self.close_pages()
        self._page.setPixmap(QPixmap())
        self._page.setText(text)
        self.said.setText("")
        for each in (self.before, self.after, self.smaller, self.larger):
            each.setEnabled(False)

    def turn(self, by: int) -> None:
        """Shows another page."""
        if self.pages is None:
            return
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

    def close_pages(self) -> None:
        """Gives the file back."""
        if self.pages is not None:
            self.pages.close()
            self.pages = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.zoom:
            self._show()

    def _show(self) -> None:
        if self.pages is None:
            return
        zoom, density = self.zoom or self._fitting(), self.devicePixelRatioF()
        image = image_of(self.pages.picture(self.number, zoom * density * PIXELS_PER_INCH, grey=self._grey))
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(density)
        self._page.setPixmap(picture)
        self.smaller.setEnabled(zoom > LEAST)
        self.larger.setEnabled(zoom < MOST)

    def _fitting(self) -> float:
        """At which the whole page is seen, unless its letters would be too small to read."""
        assert self.pages is not None
        width, height = (side * PIXELS_PER_INCH / POINTS_PER_INCH for side in self.pages.size(self.number))
        room = self._area.size()
        whole = min((room.width() - 2 * MARGIN - 2) / width, (room.height() - 2 * MARGIN - 2) / height)
        return min(max(whole, LEAST), 1.0)
