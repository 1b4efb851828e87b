"""Papers set by hand, and a reader that says what was printed where."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject
from reportlab.pdfbase.pdfmetrics import stringWidth

from exports.document import Cell, Column, Issuer, Report, ReportDocument, Row, Shape, Signature, Table
from exports.render.pdf import write_pdf
from models.periods import quarter
from tests.exports.written_text import written

POINTS_PER_MM = 72 / 25.4
MakeDocument = Callable[..., ReportDocument]
MakeList = Callable[[int], Table]
MakeTable = Callable[[Sequence[str]], Table]
Write = Callable[[Report | ReportDocument], PdfReader]


@dataclass(frozen=True, slots=True)
class Mark:
    """A printed piece of text: left end and baseline in mm from the top left corner, right end in mm."""

    x: float
    y: float
    right: float
    text: str
    face: str
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """A drawn line, mm from the top left corner."""

    x1: float
    y1: float
    x2: float
    y2: float


class Printed(list[Mark]):
    """What stands on a page, in the order it was written."""

    def said(self, text: str) -> Mark:
        """The mark of that text."""
        return next(mark for mark in self if mark.text == text)


Marks = Callable[[PageObject], Printed]
Lines = Callable[[PageObject], list[Line]]


@pytest.fixture
def issuer() -> Issuer:
    return Issuer(
        code="CD01",
        name="CĐCS Công ty TNHH Mẫu A",
        head_1="LIÊN ĐOÀN LAO ĐỘNG TỈNH TÂY NINH",
        head_2="CĐCS CÔNG TY TNHH MẪU A",
        superior="Liên đoàn Lao động tỉnh Tây Ninh",
        place="Tây Ninh",
    )


@pytest.fixture
def make_document(issuer: Issuer) -> MakeDocument:
    """A form sheet (or what is asked for) around one table."""

    def make(table: Table, **changes: object) -> ReportDocument:
        document = ReportDocument(
            form="B4",
            version="1",
            form_no="Biểu số B4/TT",
            kind="bieu",
            title="NHẬT KÝ CÁC BUỔI TUYÊN TRUYỀN",
            subtitle="Quý I năm 2026",
            note="(Số liệu tính đến ngày 31/3/2026)",
            landscape=False,
            issuer=issuer,
            period=quarter(2026, 1),
            signed_on=date(2026, 4, 5),
            tables=(table,),
            signature=Signature(name="Nguyễn Thị Ánh Đào"),
        )
        return replace(document, **changes)  # type: ignore[arg-type]

    return make


@pytest.fixture
def list_table() -> MakeList:
    """A list of so many rows; each row's text begins with `đầu<n>` and ends with `cuối<n>`."""
    columns = (
        Column("1", "STT", Shape.CODE, 12, None, "(1)"),
        Column("2", "Ngày", Shape.DATE, 22, None, "(2)"),
        Column("3", "Nội dung tuyên truyền", Shape.TEXT, 70, None, "(3)"),
        Column("4", "Tổng số", Shape.WHOLE, 20, "Số lượt người tham dự", "(4)"),
        Column("5", "Nữ", Shape.WHOLE, 15, "Số lượt người tham dự", "(5)"),
        Column("6", "Tỷ lệ (%)", Shape.DECIMAL, 16, None, "(6)"),
    )

    def row(number: int) -> Row:
        more = "hội nghị tuyên truyền cải cách hành chính " * (1 + number % 3)
        cells = (
            Cell(number, Shape.CODE),
            Cell(date(2026, 1, 1) + timedelta(days=number % 90), Shape.DATE),
            Cell(f"đầu{number} {more}cuối{number}"),
            Cell(1737 * number, Shape.WHOLE),
            Cell(None if number % 7 == 0 else number, Shape.WHOLE, expected=True),
            Cell(number / 7 % 100, Shape.DECIMAL),
        )
        return Row(str(number), cells)

    return lambda count: Table("B4", columns, tuple(map(row, range(1, count + 1))))


@pytest.fixture
def small_table() -> MakeTable:
    """Two columns, 20 and 40 mm of 60: running number and the given texts."""
    columns = (Column("1", "TT", Shape.CODE, 20), Column("2", "Nội dung", Shape.TEXT, 40))

    def make(texts: Sequence[str]) -> Table:
        rows = (Row(str(at), (Cell(at, Shape.CODE), Cell(text))) for at, text in enumerate(texts, 1))
        return Table("T", columns, tuple(rows))

    return make


@pytest.fixture
def report(make_document: MakeDocument, list_table: MakeList) -> Report:
    """A signed report with an upright and a landscape appendix."""
    appendix = make_document(list_table(5), kind="phu_luc", form_no="", title="SỐ LIỆU HOẠT ĐỘNG", subtitle="")
    return Report(
        form="Q",
        title="BÁO CÁO",
        abstract="Số liệu hoạt động công đoàn quý I năm 2026",
        number="Số: 05/BC-CĐCS",
        addressee="Liên đoàn Lao động tỉnh Tây Ninh",
        recipients=("Như trên", "Lưu: VT, CĐCS"),
        passages=written("Ban Chấp hành báo cáo kết quả như sau:", "Số liệu chi tiết theo các phụ lục kèm theo."),
        documents=(appendix, make_document(list_table(8), landscape=True)),
        continuous=True,
    )


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write it, without forgiving a missing letter, and open what was written."""

    def write(report: Report | ReportDocument) -> PdfReader:
        path = tmp_path / "paper.pdf"
        write_pdf(report, path, strict=True)
        return PdfReader(path)

    return write


@pytest.fixture
def marks() -> Marks:
    """What a page says and where, in the order it was written."""

    def read(page: PageObject) -> Printed:
        fonts = _fonts(page)
        found: list[Mark] = []
        height = float(page.mediabox.height)
        x = y = start = size = 0.0
        face = ""
        for operands, operator in _operations(page):
            if operator == b"Tf":
                face, size = str(operands[0]), float(operands[1])
            elif operator == b"Tm":
                x, y = float(operands[4]), float(operands[5])
                start = x
            elif operator == b"Td":
                start += float(operands[0])
                x, y = start, y + float(operands[1])
            elif operator == b"Tj":
                name, letters = fonts[face]
                raw = getattr(operands[0], "original_bytes", operands[0])
                text = "".join(letters[code] for code in raw)
                width = stringWidth(text, _registered(name), size)
                found.append(
                    Mark(
                        x / POINTS_PER_MM,
                        (height - y) / POINTS_PER_MM,
                        (x + width) / POINTS_PER_MM,
                        text,
                        name,
                        size,
                    )
                )
                x += width
        return _joined(found)

    return read


@pytest.fixture
def lines() -> Lines:
    """The lines drawn on a page."""

    def read(page: PageObject) -> list[Line]:
        height = float(page.mediabox.height)
        found: list[Line] = []
        start = (0.0, 0.0)
        for operands, operator in _operations(page):
            if operator in (b"m", b"l"):
                point = float(operands[0]) / POINTS_PER_MM, (height - float(operands[1])) / POINTS_PER_MM
                if operator == b"l":
                    found.append(Line(*start, *point))
                start = point
        return found

    return read


def _operations(page: PageObject) -> list[tuple[list[Any], bytes]]:
    contents = page.get_contents()
    assert isinstance(contents, ContentStream)
    return contents.operations


def _fonts(page: PageObject) -> dict[str, tuple[str, dict[int, str]]]:
    """For each font of a page its name and the letters behind its codes."""
    fonts: dict[str, tuple[str, dict[int, str]]] = {}
    resources = page["/Resources"]
    assert isinstance(resources, DictionaryObject)
    named = resources["/Font"]
    assert isinstance(named, DictionaryObject)
    for key, reference in named.items():
        font = reference.get_object()
        if "/ToUnicode" in font:
            cmap = font["/ToUnicode"].get_data().decode("ascii")
            pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4})>", cmap)
            letters = {int(code, 16): chr(int(letter, 16)) for code, letter in pairs}
            fonts[key] = (str(font["/BaseFont"]).partition("+")[2], letters)
    return fonts


def _registered(name: str) -> str:
    return name if "-" in name else f"{name}-Regular"


def _joined(marks: list[Mark]) -> Printed:
    """A text whose letters come from several parts of a typeface is one mark again."""
    joined = Printed()
    for mark in marks:
        last = joined[-1] if joined else None
        if last and abs(last.right - mark.x) < 0.01 and (last.y, last.size) == (mark.y, mark.size):
            joined[-1] = replace(last, right=mark.right, text=last.text + mark.text)
        else:
            joined.append(mark)
    return joined
