"""From a form and a period to the document: every cell with its value and where it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from exports.amending import amended
from exports.document import Cell, Formula, ReportDocument, Row, Shape, Table
from exports.form import Form, FormColumn, FormRow, FormTable
from exports.form_file import code_lists
from exports.heading import columns_of, document_of, stocks_told
from exports.issuer import issuer_on
from exports.list_rows import rows_of_records, with_total
from exports.long_rows import LongRows
from exports.made import MADE
from models.amendments import amendments
from models.indicators.catalogue import INDICATORS
from models.indicators.figure import Figure, Filter, Number, Reference
from models.indicators.figures import figures, ratio
from models.indicators.indicator import ANY, Rate
from models.indicators.listed import Listed
from models.indicators.lists import LISTS, texts_of_rows
from models.ledger.store import Store
from models.periods import Period

Slot = tuple[int, int]  # row and column of a table


@dataclass(slots=True)
class _Plan:
    """A table on its way: what stands in which cell, before the figures are known."""

    table: FormTable
    body: LongRows | None = None  # a list of records, above the rows that are planned here
    rows: list[Row] = field(default_factory=list)
    wanted: dict[Slot, Reference] = field(default_factory=dict)
    cells: dict[Slot, Cell] = field(default_factory=dict)
    percents: list[tuple[int, int, Shape]] = field(default_factory=list)
    sums: dict[int, tuple[str, ...]] = field(default_factory=dict)
    quotients: dict[int, tuple[str, str]] = field(default_factory=dict)


def build(
    store: Store,
    form: Form,
    period: Period,
    *,
    every: bool = False,
    signed_on: date | None = None,
    unit: str | None = None,
) -> ReportDocument:
    """The form filled for the own unit. `every`: an activity counts in each of its rows, not only in its first.

    `unit`: uid of another unit that is scored.
    """
    if form.made:
        return MADE[form.made](store, form, period, signed_on or date.today(), unit)
    period = stocks_told(form, period)
    plans = [_planned(store, table, period, every) for table in form.tables]
    wanted = [(plan, slot, reference) for plan in plans for slot, reference in plan.wanted.items()]
    found = figures(store, period, [reference for _plan, _slot, reference in wanted])
    for (plan, (row, column), _reference), figure in zip(wanted, found, strict=True):
        plan.cells[row, column] = Cell(figure.value, _shape(plan, row, column, figure), figure, expected=True)
    day = signed_on or date.today()
    remarks = (form.remark_every,) if every and form.remark_every else ()
    document = document_of(form, period, issuer_on(store, day), day, [_table(plan) for plan in plans], remarks)
    return amended(document, amendments(store, form.id, period))


def _planned(store: Store, table: FormTable, period: Period, every: bool) -> _Plan:
    plan = _Plan(table)
    if table.records:
        plan.body = rows_of_records(store, table, period)
    for row in table.rows:
        _plan_written(plan, row)
    generated = list(_generated(store, table, period))
    for entry in generated:
        _plan_listed(plan, entry, every)
    if table.total:
        whichever = tuple(str(entry.key) for entry in generated) if table.listed else ANY
        _plan_listed(plan, Listed("total", whichever, (), {_label_of(table): table.total}), every, total=True)
        plan.sums[len(plan.rows) - 1] = tuple(entry.code for entry in generated)
    return plan


def _label_of(table: FormTable) -> str:
    """Where a total says what it is: a list of records has no label, its first texts do."""
    texts = (column.content for column in table.columns if column.shape is Shape.TEXT)
    return next(texts, "label") if table.records else "label"


def _generated(store: Store, table: FormTable, period: Period) -> Iterator[Listed]:
    """Rows that the form does not write out: of a code list, or of a list of the ledger."""
    if table.listed:
        yield from LISTS[table.listed](store, period)
    if table.each:
        texts = texts_of_rows(store, table.id, period)
        for number, (key, label) in enumerate(code_lists()[table.each].labels.items(), 1):
            yield Listed(str(key), key, (), {"number": number, "label": label, **texts.get(str(key), {})})


def _plan_written(plan: _Plan, row: FormRow) -> None:
    at = len(plan.rows)
    plan.rows.append(Row(row.code, (), row.level, False))
    if row.sum_of:
        plan.sums[at] = row.sum_of
    if row.percent_of:
        plan.quotients[at] = row.percent_of
    numbered = row.code if row.level == 0 else _place_in_group(plan)
    printed = row.code if row.printed is None else row.printed
    texts: Mapping[str, object] = {"code": printed, "number": numbered, "label": row.label, "unit": row.unit}
    pattern = plan.table.patterns.get(row.pattern, {})
    for place, column in enumerate(plan.table.columns):
        if column.key in pattern:
            figure = pattern[column.key]
            plan.wanted[at, place] = Reference(figure.indicator, figure.where + row.where, figure.span)
        elif column.content:
            plan.cells[at, place] = _text(texts.get(column.content), column.shape)
        elif row.entered is not None and column.span == "ky":
            plan.cells[at, place] = Cell(row.entered, column.shape)
        elif row.indicator:
            _plan_by_row(plan, (at, place), row, column)


def _plan_by_row(plan: _Plan, slot: Slot, row: FormRow, column: FormColumn) -> None:
    """A cell of a row with an indicator: the indicator in the column's span, or a comparison of two spans."""
    compared_rate = column.percent and column.percent[1] == "cung_ky" and isinstance(INDICATORS[row.indicator], Rate)
    if column.span == "chi_tieu":
        plan.wanted[slot] = Reference("target", (("indicator", row.code),), "chi_tieu")
    elif column.span:
        plan.wanted[slot] = Reference(row.indicator, row.where, column.span)
    elif column.percent and not compared_rate:
        plan.percents.append((*slot, Shape.DECIMAL))


def _place_in_group(plan: _Plan) -> int:
    """The running number of the row just begun, counted from the last group heading."""
    levels = [row.level for row in plan.rows]
    return levels[::-1].index(0) if 0 in levels else len(levels)


def _plan_listed(plan: _Plan, entry: Listed, every: bool, total: bool = False) -> None:
    at = len(plan.rows)
    plan.rows.append(Row(entry.code, (), 1, total))
    for place, column in enumerate(plan.table.columns):
        if column.figure:
            by = column.by_every if every and column.by_every else column.by
            narrowed: tuple[Filter, ...] = ((by, entry.key),) if by and entry.key is not None else ()
            plan.wanted[at, place] = Reference(
                column.figure.indicator, column.figure.where + narrowed + entry.where, column.figure.span
            )
        elif column.content:
            plan.cells[at, place] = _text(entry.texts.get(column.content), column.shape)


def _shape(plan: _Plan, row: int, column: int, figure: Figure) -> Shape:
    indicator = INDICATORS[figure.reference.indicator]
    return Shape.DECIMAL if isinstance(indicator, Rate) and indicator.places else plan.table.columns[column].shape


def _text(value: object, shape: Shape) -> Cell:
    return Cell(value, shape) if isinstance(value, str | int | date) and value != "" else Cell(None, shape)


def _table(plan: _Plan) -> Table:
    columns = columns_of(plan.table)
    _fill_percents(plan)
    _fill_formulas(plan)
    rows = tuple(
        replace(
            row,
            cells=tuple(plan.cells.get((at, place), Cell(None, columns[place].shape)) for place in range(len(columns))),
        )
        for at, row in enumerate(plan.rows)
    )
    return Table(plan.table.id, columns, with_total(plan.body, rows, columns), plan.table.title)


def _fill_percents(plan: _Plan) -> None:
    places = {column.key: place for place, column in enumerate(plan.table.columns)}
    for at, place, shape in plan.percents:
        keys = plan.table.columns[place].percent
        assert keys is not None
        part, whole = (_number(plan.cells.get((at, places[key]))) for key in keys)
        formula = Formula("percent", tuple((plan.rows[at].code, key) for key in keys))
        plan.cells[at, place] = Cell(ratio(100, part, whole), shape, formula=formula, expected=True)


def _fill_formulas(plan: _Plan) -> None:
    """A cell that really is the sum (or the quotient) of others becomes a formula in a workbook."""
    lines = {row.code: at for at, row in enumerate(plan.rows)}
    for (at, place), cell in list(plan.cells.items()):
        if cell.figure is None:
            continue
        key = plan.table.columns[place].key
        if at in plan.sums and not isinstance(INDICATORS[cell.figure.reference.indicator], Rate):
            plan.cells[at, place] = _added(cell, plan, at, place, lines)
        if at in plan.quotients:
            of = tuple((code, key) for code in plan.quotients[at])
            plan.cells[at, place] = replace(cell, formula=Formula("percent", of))


def _added(cell: Cell, plan: _Plan, at: int, place: int, lines: Mapping[str, int]) -> Cell:
    """A total as a formula where it is the sum of its rows: not so for distinct things, nor where all is empty."""
    total = _sum([_number(plan.cells.get((lines[code], place))) for code in plan.sums[at]])
    if total is None or cell.value != total:
        return cell
    key = plan.table.columns[place].key
    return replace(cell, formula=Formula("sum", tuple((code, key) for code in plan.sums[at])))


def _number(cell: Cell | None) -> Number | None:
    return cell.value if cell is not None and isinstance(cell.value, int | float) else None


def _sum(parts: Sequence[Number | None]) -> Number | None:
    filled = [part for part in parts if part is not None]
    return sum(filled) if filled else None
