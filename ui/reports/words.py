"""A figure in words: what is counted, which of it, over which days, and its value as the form writes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exports.document import Cell, Column, Row, Table
from exports.render.wording import short_date, text_of
from models.codes import CodeList
from models.indicators.catalogue import INDICATORS
from models.indicators.figure import SPANS, Figure, Filter, Reference
from models.indicators.figures import spanned
from models.indicators.indicator import ANY, Indicator
from models.record import Field, Part
from models.records import record_type
from models.values import Code

FEW_PARTS = 8  # numbers of a sum that are told one by one
# Filters that are no field of the records counted, or say something narrower than the field's label.
_LABELS = {
    "primary_topic": "Nội dung chính",
    "integrated_topic": "Lồng ghép nội dung",
    "any_topic": "Có nội dung",
    "first_content": "Nội dung cải cách hành chính (tính một lần)",
    "any_content": "Nội dung cải cách hành chính",
    "content": "Nội dung cải cách hành chính",
    "is_par": "Tuyên truyền cải cách hành chính",
    "about_par": "Về cải cách hành chính",
    "movement_code": "Phong trào",
    "author_sex": "Giới tính tác giả",
    "person_sex": "Giới tính",
}
_LISTS = {
    "primary_topic": "topic",
    "integrated_topic": "topic",
    "any_topic": "topic",
    "first_content": "par_content",
    "any_content": "par_content",
    "content": "par_content",
    "author_sex": "sex",
    "person_sex": "sex",
}
_SAID_BY_ITS_ROW = ("uid", "movement", "indicator", "sender", "report", "row", "column", "union_group", "organizer")


def heading_of(figure: Figure) -> str:
    """What is counted: "Số buổi tuyên truyền"."""
    return INDICATORS[figure.reference.indicator].label


def days_of(figure: Figure) -> str:
    """Over which days: "Trong kỳ · Quý I/2026"."""
    period, span = spanned(figure.period, figure.reference.span), figure.reference.span
    labels = {
        "luy_ke": f"{short_date(period.first)} – {short_date(period.last)}",
        "chi_tieu": f"Năm {period.year}",
    }
    return f"{SPANS[span]} · {labels.get(span, period.label)}"


def filters_of(reference: Reference) -> list[str]:
    """Which of it: "Nội dung chính: Cải cách hành chính"."""
    return [text for each in reference.where if (text := _filter_text(reference.indicator, each))]


def filter_label(indicator: str, name: str) -> str:
    """What a filter looks at: "Nội dung chính"."""
    member = _field(indicator, name)
    return _LABELS.get(name) or (member.label if member else name)


def value_of(cell: Cell) -> str:
    """The value with its unit: "24 buổi"."""
    unit = INDICATORS[cell.figure.reference.indicator].unit if cell.figure is not None else ""
    text = text_of(cell)
    if cell.value is None or not unit:
        return text
    return text + ("%" if unit == "%" else f" {unit}")


def said_at(cell: Cell) -> list[str]:
    """What she said at a figure: the number computed and why she put another, her remark."""
    said = []
    if cell.by_hand is not None:
        computed = text_of(replace(cell, value=cell.by_hand.computed))
        said.append(f"Số sửa tay (chương trình tính: {computed}). Lý do: {cell.by_hand.reason}")
    return [*said, *([f"Ghi chú: {cell.remark}"] if cell.remark else [])]


def tip_of(table: Table, row: Row, column: Column, cell: Cell) -> str:
    """What stands in a cell, line by line, for the tip under the mouse; "" where there is nothing to explain."""
    if cell.figure is None:
        return worked_out_text(table, cell)
    lines = [heading_of(cell.figure), *filters_of(cell.figure.reference), days_of(cell.figure)]
    return "\n".join([*lines, f"= {value_of(cell)}", *said_at(cell), "Bấm đúp để xem các bản ghi"])


def worked_out_text(table: Table, cell: Cell) -> str:
    """How a number comes from others of the form: "Số lượng 24 ÷ Cùng kỳ năm trước 20 × 100"; a sum from its rows."""
    if cell.formula is None or cell.figure is not None:
        return ""
    if cell.formula.kind == "sum":
        parts = [text_of(table.cell(*place)) for place in cell.formula.cells]
        said = " + ".join(filter(None, parts)) if len(parts) <= FEW_PARTS else f"Cộng {len(parts)} dòng của biểu"
        return f"{said} = {text_of(cell)}"
    if cell.formula.kind != "percent":
        return ""
    part, whole = cell.formula.cells
    return f"{_named(table, part)} ÷ {_named(table, whole)} × 100 = {text_of(cell)}"


def _named(table: Table, place: tuple[str, str]) -> str:
    title = next(column.title for column in table.columns if column.key == place[1])
    return f"{title} {text_of(table.cell(*place))}"


def _filter_text(indicator: str, each: Filter) -> str:
    name, value = each
    if name in _SAID_BY_ITS_ROW or value == ANY:
        return ""
    member, label = _field(indicator, name), filter_label(indicator, name)
    if isinstance(value, bool):
        return label if value else f"{label}: không"
    codes = _list(name, member)
    keys = value if isinstance(value, tuple) else (value,)
    return f"{label}: {', '.join(codes.label(key) if codes else str(key) for key in keys)}"


def _list(name: str, member: Field | None) -> CodeList | None:
    from exports.code_lists import code_lists

    if name in _LISTS:
        return code_lists()[_LISTS[name]]
    return member.kind.list if member is not None and isinstance(member.kind, Code) else None


def _field(indicator: str, name: str) -> Field | None:
    """The field of the records counted, or of their child lists, that the filter looks at."""
    return next((part.fields[name] for part in _parts(indicator) if name in part.fields), None)


def _parts(indicator: str) -> Iterator[type[Part]]:
    found = INDICATORS[indicator]
    if isinstance(found, Indicator):
        record = record_type(found.source.record)
        yield record
        yield from (each.part for each in record.lists.values())
        return
    for each in found.of:
        yield from _parts(each)
