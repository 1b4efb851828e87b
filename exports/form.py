"""A form as it is written in its file: tables, columns, rows, and which figure stands where. No figures yet.

`exports.form_file` reads one, `exports.form_shelf` knows those there are. How to write one is said in CONTRIBUTING.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from exports.document import Shape, Signature
from exports.plots import FormPlot
from models.code_lists import PERIOD_KIND
from models.indicators.figure import Filter

HEADING, PART = 0, 2  # levels of rows: a heading of a group, a part of the row above it
EVERY_PERIOD = tuple(map(str, PERIOD_KIND))


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
    content: str = ""  # the row's text of this name; in a list of records beside a figure: its value
    merged: bool = False  # one cell for all lines that tell of the same record


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row written out in the form's file."""

    code: str
    label: str
    unit: str = ""
    level: int = 1
    printed: str | None = None  # what stands for it in the column of numbers, where that is not its code
    entry: str = ""  # the key of the table's code list that the row counts, as a made row does
    indicator: str = ""
    where: tuple[Filter, ...] = ()
    entered: int | float | None = None  # a number that she enters herself, where no record tells it
    pattern: str = ""
    sum_of: tuple[str, ...] = ()  # the rows whose cells this row's cells add up; it needs no figure of its own then
    percent_of: tuple[str, str] | None = None  # the rows whose cells this row divides
    optional: bool = False  # only there when it is chosen


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table: its rows written out, or one for each key of a code list, each entry of a list, or each record.

    Rows written out in a table of a code list stand there instead of the list: those with an `entry` count its keys.
    """

    id: str
    columns: tuple[FormColumn, ...]
    title: str | None = None
    rows: tuple[FormRow, ...] = ()
    patterns: Mapping[str, Mapping[str, FormFigure]] = field(default_factory=dict)
    each: str = ""  # code list, by name
    listed: str = ""  # list of the ledger with a row for each entry, by name
    records: str = ""  # list of records with their texts, by name
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
    plots: tuple[FormPlot, ...] = ()
    note: str = ""
    remark_every: str = ""
    subtitle: str = ""  # the period, where the form does not say it in its own words
    stock_days: tuple[str, ...] = ()  # "31/5": days for which its stocks are told, instead of the cut-off
    made: str = ""  # by which way of `exports.made` it is filled, where not by its tables
    signature: tuple[str, ...] = Signature().lines
    scored: tuple[str, ...] = ()  # kinds of unit that a scoring sheet is made for
    periods: tuple[str, ...] = EVERY_PERIOD
