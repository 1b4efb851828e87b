"""A form as it is written in its file: tables, columns, rows, and which figure stands where. No figures yet.

Built-in forms lie in `resources/forms/*.toml`; `forms()` lists them. How to write one is said in CONTRIBUTING.md.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import resources
from exports.document import Shape, Signature
from models.codes import CodeList
from models.errors import UserError
from models.indicators.catalogue import INDICATORS
from models.indicators.figure import SPANS, Filter
from models.records import CATALOGUE
from models.values import Code


@dataclass(frozen=True, slots=True)
class FormFigure:
    """Which figure a cell holds, before the row adds its filters."""

    indicator: str
    where: tuple[Filter, ...] = ()
    span: str = "ky"


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column: a figure, a percentage of two other columns, or a text of the row (`content`)."""

    key: str
    title: str
    shape: Shape
    width: float  # mm
    group: str | None = None
    number: str | None = None
    figure: FormFigure | None = None
    by: str = ""  # the filter by which a generated row narrows this column's figure
    by_every: str = ""  # the same where an activity counts in each of its rows
    span: str = ""  # with a row's own indicator: the figure of this span
    percent: tuple[str, str] | None = None  # 100 × first ÷ second, of the same row
    content: str = ""  # the row's text of this name


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row written out in the form's file."""

    code: str
    label: str
    unit: str = ""
    level: int = 1
    indicator: str = ""
    where: tuple[Filter, ...] = ()
    pattern: str = ""
    sum_of: tuple[str, ...] = ()  # the rows whose cells this row's cells add up
    percent_of: tuple[str, str] | None = None  # the rows whose cells this row divides


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table: its rows written out, or one for each key of a code list or each entry of a list of the ledger."""

    id: str
    columns: tuple[FormColumn, ...]
    title: str | None = None
    rows: tuple[FormRow, ...] = ()
    patterns: Mapping[str, Mapping[str, FormFigure]] = field(default_factory=dict)
    each: str = ""  # code list, by name
    listed: str = ""  # list of the ledger, by name
    total: str = ""  # label of the total row


@dataclass(frozen=True, slots=True)
class Form:
    """A form: head, tables, printing."""

    id: str
    version: str
    title: str
    heading: str
    kind: str
    form_no: str
    landscape: bool
    tables: tuple[FormTable, ...]
    note: str = ""
    remark_every: str = ""
    made: str = ""  # by which way of `exports.made` it is filled, where not by its tables
    signature: tuple[str, ...] = Signature().lines
    scored: tuple[str, ...] = ()  # kinds of unit that a scoring sheet is made for
    periods: tuple[str, ...] = ("thang", "quy", "6_thang", "9_thang", "nam", "nam_hoc", "tuy_chon")


@cache
def code_lists() -> Mapping[str, CodeList]:
    """Every code list that a field of a record uses, by its name."""
    parts = [part for record in CATALOGUE for part in (record, *(each.part for each in record.lists.values()))]
    kinds = [member.kind for part in parts for member in part.fields.values()]
    return {kind.list.name: kind.list for kind in kinds if isinstance(kind, Code)}


@cache
def forms() -> Mapping[str, Form]:
    """Every built-in form by its id, in the order of the ids."""
    files = sorted(
        (each for each in resources.file("forms").iterdir() if each.name.endswith(".toml")), key=lambda each: each.name
    )
    return {form.id: form for form in (read_form(each.read_text(encoding="utf-8"), each.name) for each in files)}


def form_named(name: str) -> Form:
    """The form with this id, capitals or not. UserError, listing the known ones, if there is none."""
    for form in forms().values():
        if form.id.casefold() == name.casefold():
            return form
    raise UserError(f"Không có biểu “{name}”. Các biểu hiện có: {', '.join([*forms(), 'Q'])}.")


def read_form(text: str, name: str) -> Form:
    """The form written in a TOML text; `name` says where it comes from. UserError if it cannot be used."""
    try:
        return _form(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, KeyError, ValueError, TypeError) as error:
        raise UserError(f"Biểu “{name}” không đọc được: {error}. Hãy kiểm tra lại tệp biểu.") from error


def _form(content: dict[str, Any]) -> Form:
    tables = tuple(_table(each) for each in content.pop("table"))
    content |= {name: tuple(content[name]) for name in ("periods", "signature", "scored") if name in content}
    return Form(tables=tables, **content)


def _table(content: dict[str, Any]) -> FormTable:
    patterns = {
        name: {key: _figure(each) for key, each in cells.items()} for name, cells in content.pop("pattern", {}).items()
    }
    columns = tuple(_column(each) for each in content.pop("column"))
    rows = tuple(_row(each) for each in content.pop("row", ()))
    for row in rows:
        if row.indicator:
            _known(row.indicator)
        if row.pattern and row.pattern not in patterns:
            raise ValueError(f"không có mẫu dòng “{row.pattern}”")
    return FormTable(columns=columns, rows=rows, patterns=patterns, **content)


def _column(content: dict[str, Any]) -> FormColumn:
    figure = _figure(content) if "indicator" in content else None
    rest = {name: value for name, value in content.items() if name not in ("indicator", "where")}
    if figure:
        rest.pop("span", None)
    rest["shape"] = Shape(rest.get("shape", "text"))
    if "percent" in rest:
        rest["percent"] = tuple(rest["percent"])
    return FormColumn(figure=figure, **rest)


def _row(content: dict[str, Any]) -> FormRow:
    rest = dict(content)
    rest["where"] = _where(rest.get("where", {}))
    for name in ("sum_of", "percent_of"):
        if name in rest:
            rest[name] = tuple(rest[name])
    return FormRow(**rest)


def _figure(content: Mapping[str, Any]) -> FormFigure:
    span = content.get("span", "ky")
    if span not in SPANS:
        raise ValueError(f"không có khoảng “{span}”")
    _known(content["indicator"])
    return FormFigure(content["indicator"], _where(content.get("where", {})), span)


def _where(content: Mapping[str, Any]) -> tuple[Filter, ...]:
    return tuple((name, tuple(value) if isinstance(value, list) else value) for name, value in content.items())


def _known(indicator: str) -> None:
    if indicator not in INDICATORS:
        raise ValueError(f"không có chỉ tiêu “{indicator}”")
