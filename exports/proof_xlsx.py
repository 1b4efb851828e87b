"""Reads a workbook of ours again, cell by cell from the sheet's own text, and compares it with the report.

Only what our own renderer writes is understood, as in `proof_pdf`; that others read the same, the tests try.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import unescape as plain_text
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.escape import unescape

from exports.by_value import ByValue
from exports.document import Report, ReportDocument, Row, type_of_value
from exports.long_rows import LongRows, is_ordinary
from exports.mismatch import Mismatch
from exports.render.xlsx import plans_of
from exports.render.xlsx_plan import Place, SheetPlan
from exports.render.xlsx_text import clean, is_figure, serial, written

REMEMBERED = 4_000  # cells
PIECE = 1 << 18  # bytes unpacked at a time: a list of any length takes little memory
_ROW = re.compile(r'<row r="(\d+)"')
_CELL = re.compile(r'<c r="([A-Z]+)\d+"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
_INLINE = re.compile(r"<t[^>]*>(.*?)</t>", re.DOTALL)
_VALUE = re.compile(r"<v>(.*?)</v>", re.DOTALL)
Read = str | int | float | None
Marked = tuple[str, str, str]  # of a cell: its column, its attributes, what stands in it
Body = tuple[int, Sequence[Read], int]  # row, what has to stand in its cells, how many of them are figures


def compare_xlsx(path: Path, report: Report | ReportDocument) -> int:
    """How many figures were compared. Mismatch at the first text, number or day that differs."""
    with path.open("rb") as file:
        workbook = load_workbook(file, read_only=True)
        parts = {sheet.title: sheet._worksheet_path for sheet in workbook.worksheets}  # type: ignore[attr-defined]
        strings = [str(each) for each in workbook.worksheets[0]._shared_strings]  # type: ignore[attr-defined]
        workbook.close()
    compared = 0
    with zipfile.ZipFile(path) as archive:
        for plan in plans_of(report):
            if plan.name not in parts:
                raise Mismatch(f"trang “{plan.name}”", None, plan.name)
            compared += _compare_sheet(_rows_read(archive, parts[plan.name], strings), plan)
    return compared


def _compare_sheet(rows: Iterator[tuple[int, list[Read]]], plan: SheetPlan) -> int:
    """Reads the sheet once from top to bottom; every row of the plan has to come."""
    texts = _texts(plan)
    bodies = _bodies(plan)
    nothing: Body = (0, (), 0)
    (at, cells, figures), compared, number = next(bodies, nothing), 0, 0
    for number, values in rows:
        if number in texts:
            _compare_row(plan.name, number, values, texts.pop(number))
        if number == at:
            if values != cells:
                _compare_row(plan.name, number, values, dict(enumerate(cells)))
            compared += figures
            at, cells, figures = next(bodies, nothing)
    if at or texts:
        raise Mismatch(f"trang “{plan.name}”, dòng {number + 1}", None, "còn nội dung")
    return compared


def _texts(plan: SheetPlan) -> dict[int, dict[int, Read]]:
    """Titles, heads, remarks and signatures: by row, what stands in which column."""
    rows: dict[int, dict[int, Read]] = {}
    for span in plan.spans:
        if span.value:
            rows.setdefault(span.row, {})[span.first - 1] = _as_read(span.value)
    return rows


def _bodies(plan: SheetPlan) -> Iterator[Body]:
    for place in plan.places:
        rows: Sequence[Row] = place.table.rows
        if isinstance(rows, LongRows):
            yield from _long_body(rows, place)
            rows = rows.tail
        first = place.after - len(rows)
        for number, row in enumerate(rows, start=first):
            yield number, [_as_read(written(cell)) for cell in row.cells], sum(map(is_figure, row.cells))


def _long_body(rows: LongRows, place: Place) -> Iterator[Body]:
    by_value = ByValue(rows, lambda _at, cell: _as_read(written(cell)))
    for number, plain in enumerate(rows.plain(), start=place.first):
        if is_ordinary(plain):
            cells = by_value.of(plain)
        else:
            cells = [_as_read(written(cell)) for cell in rows.packing.row(plain).cells]
        yield number, cells, rows.figures_in(plain)


def _compare_row(sheet: str, number: int, values: Sequence[Read], expected: Mapping[int, Read]) -> None:
    for at, value in expected.items():
        found = values[at] if at < len(values) else None
        if found != value or (isinstance(value, str) is not isinstance(found, str)):
            raise Mismatch(f"trang “{sheet}”, ô {get_column_letter(at + 1)}{number}", found, value)


def _as_read(value: type_of_value) -> Read:
    """A value as the sheet holds it: days are numbers, but for those a workbook does not know."""
    if isinstance(value, str):
        return clean(value) or None
    if isinstance(value, date):
        day = serial(value)
        return day if day is not None else f"{value:%d/%m/}{value.year:04}"
    return value


def _rows_read(archive: zipfile.ZipFile, part: str, strings: Sequence[str]) -> Iterator[tuple[int, list[Read]]]:
    with archive.open(part) as file:
        left, known = b"", dict[Marked, tuple[int, Read]]()
        while piece := file.read(PIECE):
            *rows, left = (left + piece).split(b"</row>")
            for row in rows:
                text = row.decode()
                if found := _ROW.search(text):
                    yield int(found[1]), _cells_read(text, found.end(), strings, known)


def _cells_read(text: str, start: int, strings: Sequence[str], known: dict[Marked, tuple[int, Read]]) -> list[Read]:
    """The cells of a row; those that were read before, letter by letter the same, are not read again."""
    values: list[Read] = []
    for marked in _CELL.findall(text, start):
        if marked not in known:
            if len(known) >= REMEMBERED:
                known.clear()
            letters, attributes, content = marked
            known[marked] = _column(letters), _value_read(attributes, content, strings) if content else None
        at, value = known[marked]
        if at > len(values):
            values += [None] * (at - len(values))
        values.append(value)
    return values


_COLUMNS: dict[str, int] = {}


def _column(letters: str) -> int:
    if letters not in _COLUMNS:
        _COLUMNS[letters] = column_index_from_string(letters) - 1
    return _COLUMNS[letters]


def _value_read(attributes: str, content: str, strings: Sequence[str]) -> Read:
    if 't="inlineStr"' in attributes:
        inline = _INLINE.search(content)
        return unescape(plain_text(inline[1])) if inline else None
    value = _VALUE.search(content)
    if value is None:
        return None
    if 't="s"' in attributes:
        return unescape(strings[int(value[1])])
    if 't="str"' in attributes:
        return plain_text(value[1])
    return float(value[1]) if "." in value[1] or "e" in value[1] else int(value[1])
