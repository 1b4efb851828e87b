"""A PDF that grows page by page: each page is on the disk as soon as it is finished.

WORKAROUND: reportlab keeps every page until the file is saved, 340 MB for a list of 100 000 rows
(https://docs.reportlab.com/reportlab/userguide/ch2_graphics/, "save"). May go when its canvas writes pages as they end.
"""

from __future__ import annotations

from typing import IO, Any

from reportlab.pdfbase.pdfdoc import (
    PDF_VERSION_DEFAULT,
    PDFCrossReferenceTable,
    PDFDocument,
    PDFFile,
    PDFIndirectObject,
    PDFObjectReference,
    PDFPage,
    PDFStream,
    PDFTrailer,
    PDFZCompress,
    xObjectName,
)
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from exports.render.pdf_type import REGULAR, register_faces

LANGUAGE = "vi-VN"


class StreamedCanvas(Canvas):
    """A canvas whose pages go straight into an open file; `save` adds what all of them share."""

    _pagesize: tuple[float, float]

    def __init__(self, file: IO[bytes]) -> None:
        register_faces()
        face: Any = REGULAR  # else every page begins with Helvetica, which is not embedded
        super().__init__(file, pageCompression=1, invariant=1, lang=LANGUAGE, initialFontName=face)
        self.document = self._doc = _StreamedDocument(file)

    def announce(self, name: str, extent: float) -> None:
        """Pages may show by `doForm` what is known after the last of them; it reaches `extent` around its origin."""
        self.beginForm(name, *(round(each) for each in (-extent, -extent, extent, extent)))
        self.endForm()

    def complete(self, name: str, said: PDFTextObject) -> None:
        """Says what was announced."""
        announced: Any = self._doc.idToObject[xObjectName(name)]
        announced.setStreamList([said.getCode()])


class _StreamedDocument(PDFDocument):
    Pages: Any
    Catalog: Any
    Reference: Any

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(compression=1, invariant=1, lang=LANGUAGE)
        self._out = PDFFile(PDF_VERSION_DEFAULT)
        file.write(b"".join(self._out.strings))
        self._out.write = file.write  # type: ignore[assignment]

    def addPage(self, page: PDFPage) -> None:  # noqa: N802 - reportlab's name
        """Writes the page and what stands on it; only its name is kept."""
        name, text = self.thisPageName(), f"Text{self.pageCounter}"
        page.Contents = self.Reference(PDFStream(content=page.stream, filters=[PDFZCompress]), text)
        page.stream = None
        super().addPage(page)
        for each in (text, name):
            self._write(each)
            del self.idToObject[each]
        self.Pages.pages[-1] = PDFObjectReference(name)

    def format(self) -> bytes:
        """Writes everything that is not written yet, then where each thing lies."""
        root, told = self.Reference(self.Catalog), self.Reference(self.info)
        number = 1
        while name := self.numberToId.get(number):  # writing one may bring others
            if name not in self.idToOffset:
                self._write(name)
            number += 1
        table = PDFCrossReferenceTable()
        table.addsection(0, [self.numberToId[at] for at in range(1, number)])
        start = self._out.add(table.format(self))
        trailer = PDFTrailer(startxref=start, Size=number, Root=root, Info=told, ID=self.ID())
        self._out.add(trailer.format(self))
        return b""

    def SaveToFile(self, _file: Any, canvas: Canvas) -> None:  # noqa: N802 - reportlab's name
        """Completes the file, in which the pages lie already."""
        self.GetPDFData(canvas)

    def _write(self, name: str) -> None:
        written = PDFIndirectObject(name, self.idToObject[name]).format(self)
        self.idToOffset[name] = self._out.add(written)
