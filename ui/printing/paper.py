"""Puts the pages of a PDF on paper at their real size, each upright or across as it is, through any printer of Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from exports.pdf_pages import PdfPages, Picture
from models.errors import UserError

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

GREY_DENSITY, COLOUR_DENSITY = 600, 300  # dots to an inch at most: small letters stay sharp, and memory small
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Run:
    """What goes to the printer: these pages (the first is 0) of files so many pages long, one after the other."""

    pages: Sequence[int]
    lengths: Sequence[int]
    copies: int = 1
    two_sided: bool = False
    grey: bool = True


def sides_of(run: Run) -> list[int | None]:
    """The sides of paper in their order; None: left empty, since each file begins on a sheet of its own."""
    sides: list[int | None] = []
    first = 0
    for length in run.lengths:
        mine = [page for page in run.pages if first <= page < first + length]
        sides += mine + [None] * (run.two_sided and len(mine) % 2)
        first += length
    return sides[:-1] if sides[-1:] == [None] else sides


def put_on_paper(pages: PdfPages, printer: QPrinter, run: Run, progress: Progress) -> int:
    """Prints, and gives back how many pages came out. When `progress` raises, the pages before that come out, or none.

    UserError if the printer takes nothing.
    """
    sides = _repeated(sides_of(run), printer, run)
    _set_up(printer, run)
    painter = QPainter()
    try:
        for done, side in enumerate(sides):
            progress(done, len(sides))
            if side is not None:
                printer.setPageLayout(_layout(pages.size(side)))
            if not (printer.newPage() if done else painter.begin(printer)):
                raise UserError(
                    f"Máy in “{printer.printerName()}” không nhận bản in. "
                    "Hãy xem máy in đã bật, còn giấy và nối với máy tính chưa, rồi in lại."
                )
            if side is not None:
                _paint(painter, pages, side, printer, grey=run.grey)
        progress(len(sides), len(sides))
    except BaseException:
        printer.abort()  # not every printer can
        raise
    finally:
        if painter.isActive():
            painter.end()
    return len(sides) - sides.count(None)


def image_of(picture: Picture) -> QImage:
    """The picture of a page as Qt has it."""
    kind = QImage.Format.Format_Grayscale8 if picture.is_grey else QImage.Format.Format_RGBX8888
    return QImage(picture.pixels, picture.width, picture.height, picture.stride, kind)


def _repeated(sides: list[int | None], printer: QPrinter, run: Run) -> list[int | None]:
    """Copies that the printer does not make itself, each beginning on a sheet of its own."""
    if run.copies == 1:
        return sides
    if printer.supportsMultipleCopies():
        printer.setCopyCount(run.copies)
        printer.setCollateCopies(True)
        return sides
    between: list[int | None] = [None] * (run.two_sided and len(sides) % 2)
    return (sides + between) * (run.copies - 1) + sides


def _set_up(printer: QPrinter, run: Run) -> None:
    from PySide6.QtPrintSupport import QPrinter

    printer.setFullPage(True)
    printer.setDuplex(QPrinter.DuplexMode.DuplexAuto if run.two_sided else QPrinter.DuplexMode.DuplexNone)
    printer.setColorMode(QPrinter.ColorMode.GrayScale if run.grey else QPrinter.ColorMode.Color)
    printer.setCreator("Sổ Công đoàn")


def _layout(size: tuple[float, float]) -> QPageLayout:
    """The paper of a page so many points wide and high, without margins: the page brings its own."""
    across = size[0] > size[1]
    paper = QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    orientation = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    layout = QPageLayout(paper, orientation, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _paint(painter: QPainter, pages: PdfPages, number: int, printer: QPrinter, *, grey: bool) -> None:
    density = min(printer.resolution(), GREY_DENSITY if grey else COLOUR_DENSITY)
    image = image_of(pages.picture(number, density, grey=grey))
    scale = printer.resolution() / density
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # else letters get the grey veil of a photo
    painter.drawImage(QRectF(0, 0, image.width() * scale, image.height() * scale), image)
