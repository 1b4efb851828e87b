"""What an entry of a map asks for: a cell of a built-in form, a figure, or a text with the names of this report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter

from exports.code_lists import code_lists
from exports.form import Form, FormTable
from exports.form_shelf import forms
from exports.official.map import Entry
from models.indicators.catalogue import INDICATORS
from models.indicators.figure import Filter, Reference
from models.indicators.filters import faults_of_reference
from models.indicators.indicator import Rate

PLACEHOLDERS: Mapping[str, str] = {
    "don_vi": "tên đơn vị",
    "cap_tren": "tên công đoàn cấp trên",
    "ky": "kỳ báo cáo",
    "tu_ngay": "ngày đầu kỳ",
    "den_ngay": "ngày cuối kỳ",
    "nam": "năm",
    "ngay_ky": "ngày ký",
    "nguoi_ky": "người ký",
}
ALSO_CALLED = {"activities_held": "sessions"}  # the name under which maps made from the first description know it
PLANNED = "A2"  # the form whose rows yearly plans speak of


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell of a built-in form."""

    form: str
    row: str
    column: str

    def __str__(self) -> str:
        return f"{self.form}:{self.row}:{self.column}"


def form_cell(value: str) -> FormCell | None:
    """The cell that "A2:III.1:so_luong" means; None if it is not written like that."""
    form, _first, rest = value.partition(":")
    row, _last, column = rest.rpartition(":")
    parts = [each.strip() for each in (form, row, column)]
    return FormCell(*parts) if all(parts) else None


def reference_of(entry: Entry) -> Reference:
    """The figure that an entry names; a plan for the year is the plan of the row of A2 that counts the same."""
    indicator = ALSO_CALLED.get(entry.indicator, entry.indicator)
    if entry.span == "chi_tieu":
        code = row_counting(indicator, entry.where)
        if code is not None:
            return Reference("target", (("indicator", code),), "chi_tieu")
    return Reference(indicator, entry.where, entry.span)


def faults_of(entry: Entry) -> Iterator[str]:
    """What is wrong with what an entry asks for."""
    if entry.value:
        yield from _faults_of_form_cell(entry.value)
    if entry.indicator:
        indicator = ALSO_CALLED.get(entry.indicator, entry.indicator)
        found = list(faults_of_reference(Reference(indicator, entry.where, entry.span)))
        yield from found
        if entry.span == "chi_tieu" and not found and row_counting(indicator, entry.where) is None:
            yield f"chỉ tiêu “{INDICATORS[indicator].label}” không có kế hoạch năm (chỉ các dòng của biểu {PLANNED} có)"
    if entry.text is not None:
        yield from _faults_of_text(entry.text)


@lru_cache(maxsize=8192)
def table_with(cell: FormCell) -> tuple[Form, FormTable] | str:
    """The form and table that a cell of a form stands in, or why there is none; FORM may be a table's own name."""
    ways = [
        (form, table)
        for form in forms().values()
        for table in form.tables
        if cell.form.casefold() in (form.id.casefold(), table.id.casefold())
    ]
    if not ways:
        return f"không có biểu “{cell.form}”; các biểu hiện có: {', '.join(forms())}"
    exact = [(form, table) for form, table in ways if table.id.casefold() == cell.form.casefold()]
    fitting = [each for each in exact or ways if _has_row(each[1], cell.row)]
    if not fitting:
        return f"biểu {cell.form} không có dòng “{cell.row}”"
    if len(fitting) > 1:
        names = ", ".join(table.id for _form, table in fitting)
        return f"biểu {cell.form} có nhiều bảng cùng có dòng “{cell.row}”; hãy ghi rõ một trong: {names}"
    table = fitting[0][1]
    keys = [column.key for column in table.columns]
    if cell.column not in keys:
        return f"biểu {cell.form} không có cột “{cell.column}”; các cột: {', '.join(keys)}"
    return fitting[0]


def is_rate(reference: Reference) -> bool:
    """True for a figure in percent, or the plan of one."""
    indicator = reference.indicator
    if indicator == "target":
        code = dict(reference.where).get("indicator")
        rows = [row for table in forms()[PLANNED].tables for row in table.rows if row.code == code]
        indicator = rows[0].indicator if rows else indicator
    found = INDICATORS.get(indicator)
    return isinstance(found, Rate) and found.unit == "%"


def _faults_of_form_cell(value: str) -> Iterator[str]:
    cell = form_cell(value)
    if cell is None:
        yield f"“{value}” phải ghi như “A2:III.1:so_luong” (biểu, mã dòng, cột)"
        return
    found = table_with(cell)
    if isinstance(found, str):
        yield found


def _has_row(table: FormTable, code: str) -> bool:
    """True if the table has the row, or may have it: rows of a list of the ledger are known only when it is filled."""
    if table.listed:
        return code == "total" if code == "total" and table.total else True
    made = [str(key) for key in code_lists()[table.each].labels] if table.each else []
    return code in [row.code for row in table.rows] or code in made or (code == "total" and bool(table.total))


def row_counting(indicator: str, where: tuple[Filter, ...]) -> str | None:
    """The code of the row of A2 that counts a figure; None if none does."""
    for table in forms()[PLANNED].tables:
        for row in table.rows:
            if row.indicator == indicator and sorted(row.where, key=str) == sorted(where, key=str):
                return row.code
    return None


def _faults_of_text(text: str) -> Iterator[str]:
    try:
        names = [name for _said, name, form, change in Formatter().parse(text) if name is not None]
        odd = [name for _said, name, form, change in Formatter().parse(text) if form or change]
    except ValueError:
        yield "dấu ngoặc nhọn { } trong text chưa đủ cặp"
        return
    for name in names:
        if name not in PLACEHOLDERS or name in odd:
            yield f"không có chỗ điền {{{name}}}; các chỗ điền: " + " ".join(f"{{{each}}}" for each in PLACEHOLDERS)
