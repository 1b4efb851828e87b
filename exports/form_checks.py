"""What a form says must mean something: its filters, the rows it adds up, the columns it divides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from exports.code_lists import code_lists
from exports.form import Form, FormFigure, FormRow, FormTable
from models.code_lists import PERIOD_KIND
from models.codes import CodeList
from models.errors import Fault
from models.indicators.catalogue import INDICATORS
from models.indicators.figure import Filter
from models.indicators.indicator import ANY, Indicator, Source
from models.records import record_type
from models.values import Code

LONGEST_ID = 20
KINDS = ("phu_luc", "bieu", "phieu", "tom_tat")
NOTE, SUBTITLE = ("chot", "ngay_chot"), ("nam",)  # what is filled in
_DAY = re.compile(r"(0?[1-9]|1\d|2[0-8])/(0?[1-9]|1[0-2])|(29|30)/(0?[13-9]|1[0-2])|31/(0?[13578]|1[02])")
_ID = re.compile(rf"[A-Za-z0-9][A-Za-z0-9.-]{{0,{LONGEST_ID - 1}}}")


def faults_of(form: Form) -> Iterator[Fault]:
    """Everything in a form that names nothing, with the table, row or column where it stands."""
    if not _ID.fullmatch(form.id):
        yield Fault(f"mã biểu “{form.id}” chỉ gồm chữ không dấu, số, dấu chấm và gạch nối, dài tới {LONGEST_ID} ký tự")
    if not form.title.strip():
        yield Fault("chưa ghi tên biểu (title)")
    yield from _head(form)
    yield from _periods(form)
    for table in form.tables:
        for place, figure in _figures(table):
            for reason in _wrong_filters(figure):
                yield Fault(reason, label=f"Bảng “{table.id}”, {place}")
        yield from _references(table)
        yield from _entries(table)
        yield from _rings(table)


def _head(form: Form) -> Iterator[Fault]:
    """What stands over and under the tables can be printed."""
    if form.kind not in KINDS:
        yield Fault(f"không có loại biểu (kind) “{form.kind}”; các loại: {', '.join(KINDS)}")
    for name, text, known in (("note", form.note, NOTE), ("subtitle", form.subtitle, SUBTITLE)):
        try:
            text.format(**dict.fromkeys(known, ""))
        except (KeyError, IndexError, ValueError, AttributeError):
            said = ", ".join(f"{{{each}}}" for each in known)
            yield Fault(f"mục “{name}” chỉ được có chỗ điền {said}")
    for day in form.stock_days:
        if not _DAY.fullmatch(day):
            yield Fault(f"ngày chốt (stock_days) “{day}” phải viết như 31/5")


def _periods(form: Form) -> Iterator[Fault]:
    """For which kinds of period it is made."""
    for kind in form.periods:
        if kind not in PERIOD_KIND:
            yield Fault(
                f"không có loại kỳ “{kind}” (các loại kỳ: {', '.join(map(str, PERIOD_KIND))})", label="Mục “periods”"
            )
    if not form.periods:
        yield Fault("chưa nêu loại kỳ nào", label="Mục “periods”")


def _figures(table: FormTable) -> Iterator[tuple[str, FormFigure]]:
    for column in table.columns:
        if column.figure is not None:
            extra: tuple[Filter, ...] = tuple((name, ANY) for name in (column.by, column.by_every) if name)
            yield f"cột “{column.key}”", FormFigure(column.figure.indicator, column.figure.where + extra)
    for row in table.rows:
        if row.indicator:
            yield f"dòng “{row.code}”", FormFigure(row.indicator, row.where)
        for key, figure in table.patterns.get(row.pattern, {}).items():
            yield f"dòng “{row.code}”, cột “{key}”", FormFigure(figure.indicator, figure.where + row.where)


def _references(table: FormTable) -> Iterator[Fault]:
    keys, codes = {column.key for column in table.columns}, {row.code for row in table.rows}
    for column in table.columns:
        for key in column.percent or ():
            if key not in keys:
                yield Fault(f"không có cột “{key}” để chia", label=f"Bảng “{table.id}”, cột “{column.key}”")
    for row in table.rows:
        for code in (*row.sum_of, *(row.percent_of or ())):
            if code not in codes:
                yield Fault(f"không có dòng “{code}”", label=_at(table, row))


def _entries(table: FormTable) -> Iterator[Fault]:
    """Rows of a code list need the list, and a total over it needs one of its rows."""
    known = {str(key) for key in code_lists()[table.each].labels} if table.each else set()
    for row in table.rows:
        if row.entry and row.entry not in known:
            yield Fault(f"không có mục “{row.entry}” trong danh mục của bảng", label=_at(table, row))
    if table.each and table.total and table.rows and not any(row.entry for row in table.rows):
        yield Fault("dòng tổng cộng không còn dòng nào của danh mục để cộng", label=f"Bảng “{table.id}”")


def _rings(table: FormTable) -> Iterator[Fault]:
    """A row that adds up itself, be it by way of others."""
    rows = {row.code: row for row in table.rows}
    try:
        TopologicalSorter({row.code: row.sum_of for row in table.rows}).prepare()
    except CycleError as error:
        found = [rows[code] for code in error.args[1] if code in rows]
        yield Fault("dòng cộng lại tính cả chính nó", label=_at(table, found[0]))


def _at(table: FormTable, row: FormRow) -> str:
    return f"Bảng “{table.id}”, dòng “{row.code}”"


def _wrong_filters(figure: FormFigure) -> Iterator[str]:
    for source in _sources(figure.indicator):
        for name, value in figure.where:
            if name not in source.filters and name not in source.rows.c:
                yield f"chỉ tiêu “{figure.indicator}” không lọc được theo “{name}”"
            elif codes := _codes(source, name):
                for each in value if isinstance(value, tuple) else (value,):
                    if each != ANY and each not in codes:
                        yield f"không có mã “{each}” trong danh mục “{codes.title}”"


def _sources(key: str) -> Iterator[Source]:
    indicator = INDICATORS[key]
    if isinstance(indicator, Indicator):
        yield indicator.source
        return
    for part in indicator.of:
        yield from _sources(part)


def _codes(source: Source, name: str) -> CodeList | None:
    """The list from which the values of a filter come, where it is a field of the records."""
    record = record_type(source.record)
    member = next((each for each in record.fields.values() if each.key == name), None)
    in_part = any(each.key == name for part in record.lists.values() for each in part.part.fields.values())
    return member.kind.list if member is not None and isinstance(member.kind, Code) and not in_part else None
