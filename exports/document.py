"""A report as a value: what stands on the paper, before it is a file of any kind.

Excel, PDF, JSON, the preview on screen and the way back to the records are views of one ReportDocument.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from exports.plot import Plot
from exports.prose import Paragraph, Passage, Piece, ended
from models.indicators.figure import Figure
from models.periods import Period

type_of_value = str | int | float | date | None


class Shape(enum.Enum):
    """How a value is written on paper and in a workbook."""

    TEXT = "text"  # left
    CODE = "code"  # centred: running numbers, codes
    WHOLE = "whole"  # 1.737, right
    DECIMAL = "decimal"  # 52,3: one decimal, right
    POINTS = "points"  # 2 or 0,25: no more decimals than needed, right
    DATE = "date"  # dd/mm/yyyy, centred


@dataclass(frozen=True, slots=True)
class Formula:
    """What a spreadsheet calculates itself: the cells it adds or the two it divides, by (row code, column key)."""

    # "sum": every cell of `cells`; "column": every row above the last; "percent": 100 * first / second, "-" for 0
    kind: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ByHand:
    """What was computed where she put another number, and why she did; the paper shows only her number."""

    computed: type_of_value
    reason: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its value (None prints "-" where `figure` is set, else nothing) and where it came from."""

    value: type_of_value = None
    shape: Shape = Shape.TEXT
    figure: Figure | None = None  # a computed figure: double-click opens its records
    formula: Formula | None = None
    expected: bool = False  # a figure belongs here: an empty value prints "-"
    by_hand: ByHand | None = None  # she put another number here; `value` is hers
    remark: str = ""  # her sentence on this figure


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `group` is the heading above several columns; width in mm of the paper's text width."""

    key: str
    title: str
    shape: Shape
    width: float
    group: str | None = None
    number: str | None = None  # "(3)" in the row of column numbers; None: the table has no such row
    merged: bool = False  # its cells reach over all rows that tell of the same record


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its code; `level` 0 is a group heading (bold), 1 ordinary, 2 a part ("Trong đó"); totals are bold."""

    code: str
    cells: tuple[Cell, ...]  # one for each column
    level: int = 1
    total: bool = False
    over: int = 1  # how many rows its merged cells reach over; 0: it stands below such a row
    record: tuple[str, str] | None = None  # type and uid of the record that a row of a list tells of
    roomy: bool = False  # an empty line that is written in by hand: at least two lines high


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a form; `id` names it in JSON and on its sheet."""

    id: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    title: str | None = None  # a heading above it, where a form has several tables

    def cell(self, code: str, key: str) -> Cell:
        """The cell at a row code and a column key. KeyError if there is none."""
        at = [column.key for column in self.columns].index(key)
        for row in self.rows:
            if row.code == code:
                return row.cells[at]
        raise KeyError((self.id, code, key))


def together(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows in their order, those that tell of the same record in one portion."""
    portion: list[Row] = []
    for row in rows:
        if row.over and portion:
            yield portion
            portion = []
        portion.append(row)
    if portion:
        yield portion


@dataclass(frozen=True, slots=True)
class Issuer:
    """The unit that reports, by the names valid on the signing date."""

    code: str
    name: str  # "CĐCS Công ty TNHH Mẫu A"
    head_1: str  # superior line, upper case
    head_2: str  # own line, upper case
    superior: str  # "Liên đoàn Lao động tỉnh Tây Ninh"
    place: str  # "Tây Ninh"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the lines above the space ("TM. BAN CHẤP HÀNH", "CHỦ TỊCH") and the name below it (may be empty)."""

    lines: tuple[str, ...] = ("TM. BAN CHẤP HÀNH", "CHỦ TỊCH")
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """One form, filled for one unit and one period."""

    form: str  # "A2"
    version: str
    form_no: str  # "Biểu số B1/TT", printed top right of a sheet; "" for an appendix of a report
    # "phu_luc": appendix of a report; "bieu": form sheet; "phieu": paper with the head of Decree 30;
    # "tom_tat": summary that nobody signs
    kind: str
    title: str  # "BIỂU TỔNG HỢP …", upper case, may hold line breaks
    subtitle: str  # "Quý I năm 2026"
    note: str  # "(Số liệu tính đến ngày 31/3/2026)" or ""
    landscape: bool
    issuer: Issuer
    period: Period
    signed_on: date
    tables: tuple[Table, ...]
    signature: Signature = field(default_factory=Signature)
    remarks: tuple[str, ...] = ()  # lines printed under the tables
    unit_note: str = ""  # "Đơn vị tính: …" or ""
    mark: str = ""  # under which it was sealed; "" for a report that was not sent
    plots: tuple[Plot, ...] = ()
    is_empty: bool = False  # no figures: to be written in by hand

    @property
    def day_printed(self) -> date | None:
        """The day beside the place; None: dots, to be written in by hand."""
        return None if self.is_empty else self.signed_on

    def figures(self) -> Iterator[tuple[Table, Row, Column, Cell]]:
        """Every cell that holds a computed figure, in reading order."""
        for table in self.tables:
            for row in table.rows:
                for column, cell in zip(table.columns, row.cells, strict=True):
                    if cell.figure is not None:
                        yield table, row, column, cell


@dataclass(frozen=True, slots=True)
class Report:
    """A signed report with appendices (the bundle Q): cover lines and the documents in their order."""

    form: str  # "Q"
    title: str  # "BÁO CÁO"
    abstract: str  # "Số liệu hoạt động công đoàn quý I năm 2026"
    number: str  # "Số: …/BC-CĐCS"
    addressee: str  # "Kính gửi: …" without the words "Kính gửi:"
    recipients: tuple[str, ...]  # Nơi nhận, without dashes
    passages: tuple[Passage, ...]  # all of the text, what is edited apart (number, who signs) too
    documents: tuple[ReportDocument, ...]  # at least one; the first says unit, period and who signs
    version: str = ""
    continuous: bool = False  # page numbers run on through the appendices

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The text from its first sentence to the mark that ends it."""
        body = [each for each in self.passages if each.part == "body"]
        return ended([paragraph for each in body for paragraph in each.printed])

    @property
    def pieces(self) -> Iterator[Piece]:
        """Every figure and every record named in the text."""
        pieces = (piece for paragraph in self.paragraphs for piece in paragraph.pieces)
        return (piece for piece in pieces if piece.figure is not None or piece.record is not None)

    @property
    def issuer(self) -> Issuer:
        """The unit that reports."""
        return self.documents[0].issuer

    @property
    def mark(self) -> str:
        """The mark under which it was sealed."""
        return self.documents[0].mark

    @property
    def period(self) -> Period:
        """The period of all its documents."""
        return self.documents[0].period
