"""What a row or a column of a form counts, in words."""

from __future__ import annotations

from typing import NamedTuple

from exports.code_lists import code_lists
from exports.form import HEADING, FormColumn, FormFigure, FormRow, FormTable
from exports.own.sources import Kind, left_empty, source_of
from models.indicators.catalogue import INDICATORS
from models.indicators.figure import SPANS, Reference
from ui.reports.words import filters_of

_PLAIN = {
    Kind.SUM: "Cộng các dòng khác của biểu",
    Kind.OWN_NUMBER: "Số tự ghi",
    Kind.NONE: "Không có số",
}
_CONTENTS = {
    "label": "Tên dòng",
    "number": "Số thứ tự, chương trình tự đánh",
    "code": "Số thứ tự",
    "unit": "Đơn vị tính",
}
FROM_RECORDS = "Ghi theo từng bản ghi của sổ"
FREE = "Để trống, dành cho ghi tay và ghi chú"


class Said(NamedTuple):
    """What is counted, of it which, and what is to be known."""

    heading: str
    details: str = ""
    note: str = ""


def said_of_row(table: FormTable, row: FormRow) -> Said:
    """What a row counts."""
    source = source_of(table, row)
    if source.kind is Kind.ENTRY:
        codes = code_lists()[table.each]
        key = next(key for key in codes.labels if str(key) == row.entry)
        return Said(f"{codes.title}: {codes.label(key)}", "Đếm theo từng cột của biểu")
    if source.kind is Kind.FIGURE and source.figure is not None:
        return Said(_label(table, row, source.figure), _filters(source.figure), _empty(table, row))
    if source.kind is Kind.NONE and row.level > HEADING:
        return Said("Chưa có số", "Chọn số liệu ở danh sách dưới, hoặc để trống để ghi tay.")
    note = "Số này in ở mọi kỳ; sang kỳ khác hãy sửa lại." if source.kind is Kind.OWN_NUMBER else ""
    return Said(_PLAIN[source.kind], note=note)


def said_of_column(column: FormColumn) -> Said:
    """What a column holds."""
    if column.figure is not None:
        said = [SPANS[column.figure.span], *filters_of(_reference(column.figure))]
        return Said(INDICATORS[column.figure.indicator].label, "\n".join(said))
    if column.span:
        return Said(f"Số của từng dòng: {SPANS[column.span].lower()}")
    if column.percent:
        return Said("Tỷ lệ (%) của hai cột khác")
    return Said(_CONTENTS.get(column.content, FROM_RECORDS) if column.content else FREE)


def _label(table: FormTable, row: FormRow, figure: FormFigure) -> str:
    """The one thing counted; of several columns each counts its own."""
    counted = {each.indicator for each in table.patterns.get(row.pattern, {}).values()}
    return "Đếm theo từng cột của biểu" if len(counted) > 1 else INDICATORS[figure.indicator].label


def _filters(figure: FormFigure) -> str:
    return "\n".join(filters_of(_reference(figure)))


def _reference(figure: FormFigure) -> Reference:
    return Reference(figure.indicator, figure.where, figure.span)


def _empty(table: FormTable, row: FormRow) -> str:
    titles = left_empty(table, row)
    return f"Để trống ở cột: {', '.join(titles)}." if titles else ""
