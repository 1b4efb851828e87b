"""A finished PDF read again: its pages as pictures, its words, and several files put together into one."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

import pypdfium2

from exports.render.style import STYLE, points

if TYPE_CHECKING:
    from collections.abc import Iterator

POINTS_PER_INCH = 72
_BROKEN_HERE = "\x02"  # as pdfium gives back a hyphen at the end of a line
_ONE_AT_A_TIME = RLock()  # pdfium works for one thread at a time, whatever the file


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in rows of `stride` bytes: a byte to a pixel if it is grey, else red, green, blue and one left out."""

    pixels: bytes
    width: int
    height: int
    stride: int
    is_grey: bool


class PdfPages:
    """The pages of a PDF, the first is 0."""

    def __init__(self, content: bytes) -> None:
        with _ONE_AT_A_TIME:
            self._file = pypdfium2.PdfDocument(content)

    def __len__(self) -> int:
        with _ONE_AT_A_TIME:
            return len(self._file)

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        with self._page(number) as page:
            width, height = page.get_size()
            return float(width), float(height)

    def picture(self, number: int, density: float, *, grey: bool = False) -> Picture:
        """A page with so many pixels to an inch."""
        with self._page(number) as page:
            drawn = page.render(
                scale=density / POINTS_PER_INCH, grayscale=grey, rev_byteorder=True, prefer_bgrx=not grey
            )
            picture = Picture(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, grey)
            drawn.close()
            return picture

    def close(self) -> None:
        """Gives the file back."""
        with _ONE_AT_A_TIME:
            self._file.close()

    @contextmanager
    def _page(self, number: int) -> Iterator[pypdfium2.PdfPage]:
        with _ONE_AT_A_TIME:
            page = self._file[number]
            try:
                yield page
            finally:
                page.close()


def png_of_page(content: bytes | str, density: int) -> bytes:
    """The first page of a PDF as a picture file in grey, with so many dots to an inch."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(content)
        try:
            page = document[0]
            drawn = page.render(scale=density / POINTS_PER_INCH, grayscale=True)
            target = io.BytesIO()
            drawn.to_pil().save(target, "PNG", dpi=(density, density))
            drawn.close()
            page.close()
            return target.getvalue()
        finally:
            document.close()


def words_of_pdf(path: Path) -> str:
    """The text of all pages between their upper and lower margins: without page numbers and the lines at the foot."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(path)
        try:
            return "".join(map(_words, document))
        finally:
            document.close()


def merged(files: Sequence[bytes]) -> bytes:
    """Several PDFs as one, each page as it was; one alone stays as it is to the last byte."""
    if len(files) == 1:
        return files[0]
    with _ONE_AT_A_TIME:
        whole = pypdfium2.PdfDocument.new()
        try:
            for content in files:
                part = pypdfium2.PdfDocument(content)
                whole.import_pages(part)
                part.close()
            target = io.BytesIO()
            whole.save(target)
            return target.getvalue()
        finally:
            whole.close()


def _words(page: pypdfium2.PdfPage) -> str:
    words = page.get_textpage()
    try:
        top = page.get_height() - points(STYLE.margin_top_mm)
        text: str = words.get_text_bounded(bottom=points(STYLE.margin_bottom_mm), top=top)
        return text.replace(_BROKEN_HERE, "-")
    finally:
        words.close()
        page.close()
