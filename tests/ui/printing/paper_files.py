"""A printer that prints into a file: Qt's own, with nothing behind it but a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from exports.pdf_pages import PdfPages
from ui.printing.paper import image_of

FIRST, SECOND = "Máy in phòng họp", "Máy in văn thư"


class FilePrinters:
    """Two printers; each prints into one file of the folder."""

    def __init__(self, folder: Path, names: Sequence[str] = (FIRST, SECOND)) -> None:
        self._folder, self._names = folder, names
        self.used: list[QPrinter] = []

    def names(self) -> Sequence[str]:
        """The printers."""
        return self._names

    def printer(self, name: str) -> QPrinter:
        """One of them."""
        self.used.append(printer_into(self.file(name)))
        return self.used[-1]

    def file(self, name: str) -> Path:
        """What a printer has printed."""
        return self._folder / f"{name}.pdf"


def printer_into(path: Path) -> QPrinter:
    """A printer whose paper is a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def sizes(content: bytes) -> list[tuple[int, int]]:
    """Width and height of each page in whole millimetres."""
    pages = PdfPages(content)
    try:
        found = [pages.size(number) for number in range(len(pages))]
        return [(round(width * 25.4 / 72), round(height * 25.4 / 72)) for width, height in found]
    finally:
        pages.close()


def seen(content: bytes, number: int) -> bytes:
    """A page as the eye sees it from a step away: grey, 50 dots to an inch, each the mean of 36."""
    pages = PdfPages(content)
    try:
        image = image_of(pages.picture(number, 300, grey=True))
        width, height = (round(side * 50 / 72) for side in pages.size(number))
        small = image.scaled(
            width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        return b"".join(cast(memoryview, small.constScanLine(line)).tobytes()[:width] for line in range(height))
    finally:
        pages.close()
