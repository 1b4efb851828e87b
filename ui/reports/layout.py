"""Where everything of a form stands on the paper: head, titles, tables, remarks, foot. All in pixels at 100 %."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from exports.document import ReportDocument
from exports.render.wording import MOTTO, NATION, place_and_date
from ui.reports.grid import Grid, grid_of
from ui.reports.paper import CENTRED, LEFT, MARGIN, RIGHT, SIGNATURE, SMALL_LETTERS, TITLE_LETTERS, Face, Gauge

NO_ROWS = "(Không có số liệu trong kỳ)"
PLAIN, STRONG, SLANTED = Face(), Face(bold=True), Face(italic=True)
TITLE = Face(TITLE_LETTERS, bold=True)
LEFT_SHARE = 0.6  # of the width, for the unit's names; the rest for the number of the form


@dataclass(frozen=True, slots=True)
class Words:
    """A text outside the tables."""

    room: QRectF
    text: str
    face: Face
    flags: int


@dataclass(slots=True)
class Layout:
    """The laid-out paper."""

    document: ReportDocument
    width: float = 0.0
    height: float = 0.0
    words: list[Words] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)


def lay_out(document: ReportDocument) -> Layout:
    """The form as it stands on one long paper; quick for some thousand rows."""
    return _Setting(document).finished()


class _Setting:
    """Puts one thing under the other; `top` is where the next one begins."""

    def __init__(self, document: ReportDocument) -> None:
        self._document = document
        self._layout = Layout(document)
        self._top = MARGIN
        grids = [grid_of(table, MARGIN) for table in document.tables]
        self._waiting = grids
        self._right = max((grid.edges[-1] for grid in grids), default=700.0)

    def finished(self) -> Layout:
        """The layout with everything in its place."""
        self._head()
        for grid in self._waiting:
            self._table(grid)
        self._remarks()
        if self._document.kind in ("bieu", "phieu"):
            self._foot()
        self._layout.width = self._right + MARGIN
        self._layout.height = self._top + MARGIN
        return self._layout

    def _head(self) -> None:
        document, middle = self._document, MARGIN + (self._right - MARGIN) * LEFT_SHARE
        lines = [f"Công đoàn cấp trên: {document.issuer.superior}", f"Đơn vị báo cáo: {document.issuer.name}"]
        left = self._block(lines, PLAIN, LEFT, MARGIN, middle, self._top) if document.kind == "bieu" else self._top
        right = self._block(document.form_no.split("\n"), STRONG, CENTRED, middle, self._right, self._top)
        if document.kind == "phieu":
            left, right = self._paper_head()
        self._top = max(left, right) + 10
        self._line(document.title, TITLE, CENTRED)
        self._line(document.subtitle, STRONG, CENTRED)
        self._line(document.note, SLANTED, CENTRED)
        self._line(document.unit_note, SLANTED, RIGHT)
        self._top += 12

    def _paper_head(self) -> tuple[float, float]:
        """Who scores itself, and the country's name; gives back where both end."""
        document, middle = self._document, MARGIN + (self._right - MARGIN) * (1 - LEFT_SHARE)
        issuer = document.issuer
        left = self._block([issuer.head_1], PLAIN, CENTRED, MARGIN, middle, self._top)
        left = self._block([issuer.head_2], STRONG, CENTRED, MARGIN, middle, left)
        right = self._block([NATION, MOTTO], STRONG, CENTRED, middle, self._right, self._top)
        place = place_and_date(issuer.place, document.day_printed)
        return left, self._block([place], SLANTED, CENTRED, middle, self._right, right + 10)

    def _table(self, grid: Grid) -> None:
        if grid.table.title:
            self._top += 6
            self._line(grid.table.title, STRONG, LEFT)
            self._top += 4
        self._top = grid.move_down(self._top)
        self._layout.grids.append(grid)
        if not grid.table.rows:
            self._top += 8
            self._line(NO_ROWS, SLANTED, CENTRED)
        self._top += 14

    def _remarks(self) -> None:
        for remark in self._document.remarks:
            self._line(remark, Face(SMALL_LETTERS, italic=True), LEFT)

    def _foot(self) -> None:
        document = self._document
        middle, top = MARGIN + (self._right - MARGIN) / 2, self._top + 10
        below, hint = top, "(Ký, họ tên)"
        if document.kind == "bieu":
            place = place_and_date(document.issuer.place, document.day_printed)
            below = self._block([place], SLANTED, CENTRED, middle, self._right, top)
            left = self._block(["NGƯỜI LẬP BIỂU"], STRONG, CENTRED, MARGIN, middle, below)
            self._block([hint], SLANTED, CENTRED, MARGIN, middle, left)
            hint = "(Ký, họ tên, đóng dấu)"
        right = self._block(list(document.signature.lines), STRONG, CENTRED, middle, self._right, below)
        right = self._block([hint], SLANTED, CENTRED, middle, self._right, right)
        self._top = self._block([document.signature.name], STRONG, CENTRED, middle, self._right, right + SIGNATURE)

    def _line(self, text: str, face: Face, flags: int) -> None:
        self._top = self._block(text.split("\n"), face, flags, MARGIN, self._right, self._top)

    def _block(self, lines: list[str], face: Face, flags: int, left: float, right: float, top: float) -> float:
        """Lines one below the other; gives back where they end."""
        gauge = Gauge(face)
        for text in filter(None, lines):
            height = gauge.height(text, right - left)
            self._layout.words.append(Words(QRectF(left, top, right - left, height), text, face, flags))
            top += height + 2
        return top
