"""Writes a form as the file that is read again as the very same form, a row or a column to a line."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Iterable, Mapping
from typing import Any

import tomlkit
from tomlkit.items import AoT, Array, InlineTable, Table

from exports.form import Form, FormColumn, FormFigure, FormRow, FormTable
from exports.plots import FormPlot
from models.indicators.figure import Filter, Reference

Content = dict[str, Any]


def form_text(form: Form) -> str:
    """The form as TOML."""
    document = tomlkit.document()
    for name, value in _said(form, but=("tables", "plots")).items():
        document.add(name, value)
    document.add("table", _sections(_table(each) for each in form.tables))
    if form.plots:
        document.add("plot", _sections(_plot(each) for each in form.plots))
    return tomlkit.dumps(document)


def _table(table: FormTable) -> Table:
    made = tomlkit.table()
    for name, value in _said(table, but=("columns", "rows", "patterns")).items():
        made.add(name, value)
    made.add("column", _lines(map(_column, table.columns)))
    if table.rows:
        made.add("row", _lines(map(_row, table.rows)))
    if table.patterns:
        patterns = tomlkit.table(is_super_table=True)
        for name, cells in table.patterns.items():
            pattern = tomlkit.table()
            for key, figure in cells.items():
                pattern.add(key, _inline(_figure(figure)))
            patterns.add(name, pattern)
        made.add("pattern", patterns)
    return made


def _column(column: FormColumn) -> Content:
    figure = _figure(column.figure) if column.figure is not None else {}
    return _said(column, but=("figure",)) | figure


def _row(row: FormRow) -> Content:
    where = {"where": _where(row.where)} if row.where else {}
    return _said(row, but=("where",)) | where


def _plot(plot: FormPlot) -> Table:
    made = tomlkit.table()
    for name, value in _said(plot, but=("series",)).items():
        made.add(name, value)
    made.add("series", _lines({"label": label, **_figure(each)} for label, each in plot.series))
    return made


def _figure(figure: FormFigure | Reference) -> Content:
    said: Content = {"indicator": figure.indicator}
    if figure.where:
        said["where"] = _where(figure.where)
    if figure.span != "ky":
        said["span"] = figure.span
    return said


def _where(where: tuple[Filter, ...]) -> InlineTable:
    return _inline({name: list(value) if isinstance(value, tuple) else value for name, value in where})


def _said(part: object, but: Iterable[str]) -> Content:
    """What a part says of itself that does not go without saying."""
    said = {}
    for each in dataclasses.fields(part):  # type: ignore[arg-type]
        value = getattr(part, each.name)
        if each.name not in but and value is not None and value != each.default:
            said[each.name] = _plain(value)
    return said


def _plain(value: object) -> object:
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return list(value) if isinstance(value, tuple) else value


def _inline(content: Mapping[str, Any]) -> InlineTable:
    made = tomlkit.inline_table()
    made.update(content)
    return made


def _lines(contents: Iterable[Mapping[str, Any]]) -> Array:
    made = tomlkit.array().multiline(True)
    for content in contents:
        made.append(_inline(content))
    return made


def _sections(tables: Iterable[Table]) -> AoT:
    made = tomlkit.aot()
    for table in tables:
        made.append(table)
    return made
