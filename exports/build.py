"""From a form and a period to the document: every cell with its value and where it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from exports.amending import amended
from exports.code_lists import code_lists
from exports.document import Cell, Formula, ReportDocument, Row, Shape, Table
from exports.form import HEADING, PART, Form, FormColumn, FormFigure, FormRow, FormTable
from exports.heading import columns_of, document_of, stocks_told
from exports.issuer import issuer_on
from exports.list_rows import rows_of_records, with_total
from exports.long_rows import LongRows
from exports.made import MADE
from exports.sum_rows import Slot, add_rows
from models.amendments import amendments
from models.indicators.catalogue import INDICATORS
from models.indicators.figure import Figure, Filter, Number, Reference
from models.indicators.figures import figures, ratio
from models.indicators.indicator import ANY, Rate
from models.indicators.listed import Listed
from models.indicators.lists import LISTS, texts_of_rows
from models.ledger.store import Store
from models.periods import Period


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
    added: dict[int, tuple[str, ...]] = field(default_factory=dict)  # rows that are nothing but sums of others


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
    generated = list(_generated(store, table, period))
    entries = {entry.code: entry for entry in generated} if table.each else {}
    for row in table.rows:
        _plan_written(plan, row, entries.get(row.entry), every)
    if entries and table.rows:
        generated = [replace(entries[row.entry], code=row.code) for row in table.rows if row.entry]
    else:
        for entry in generated:
            _plan_listed(plan, entry, every)
    plan.quotients = {at: row.percent_of for at, row in enumerate(table.rows) if row.percent_of}
    if table.total:
        keys = _keys_of_total(table, generated)
        _plan_listed(plan, Listed("total", keys, (), {_label_of(table): table.total}), every, total=True)
        plan.sums[len(plan.rows) - 1] = tuple(entry.code for entry in generated)
    return plan


def _keys_of_total(table: FormTable, generated: Sequence[Listed]) -> str | tuple[str, ...]:
    """By what the total is narrowed: the rows of the list that are there, nothing if it is a whole code list."""
    whole = table.each and len(generated) == len(code_lists()[table.each].labels)
    if whole or not (table.listed or table.each):
        return ANY
    return tuple(str(entry.key) for entry in generated)


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


def _plan_written(plan: _Plan, row: FormRow, entry: Listed | None, every: bool) -> None:
    at = len(plan.rows)
    plan.rows.append(Row(row.code, (), row.level, False))
    if row.sum_of:
        (plan.sums if row.indicator or row.pattern or entry else plan.added)[at] = row.sum_of
    texts = {**(entry.texts if entry else {}), **_own_texts(plan, row)}
    for place, column in enumerate(plan.table.columns):
        figure = _figure_of_row(plan.table, row, column, entry, every)
        if figure is not None:
            plan.wanted[at, place] = figure
        elif column.content:
            plan.cells[at, place] = _text(texts.get(column.content), column.shape)
        elif column.percent and at in plan.added:
            plan.percents.append((at, place, column.shape))
        elif row.entered is not None and column.span == "ky":
            plan.cells[at, place] = Cell(row.entered, column.shape)
        elif row.indicator:
            _plan_by_row(plan, (at, place), row, column)


def _figure_of_row(
    table: FormTable, row: FormRow, column: FormColumn, entry: Listed | None, every: bool
) -> Reference | None:
    """What the row's pattern, or its entry of the table's list, puts into a column."""
    figure = table.patterns.get(row.pattern, {}).get(column.key)
    if figure is not None:
        return Reference(figure.indicator, figure.where + row.where, figure.span)
    if column.figure is not None and entry is not None and not column.content:
        return _of_entry(column, column.figure, entry, every)
    return None


def _own_texts(plan: _Plan, row: FormRow) -> Mapping[str, object]:
    """What a written row says of itself; a heading has its own number, a part has none."""
    printed = row.code if row.printed is None else row.printed
    numbered: object = printed if row.level == HEADING else _place_in_group(plan) if row.level < PART else ""
    return {"code": printed, "number": numbered, "label": row.label, "unit": row.unit}


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
    levels = [row.level for at, row in enumerate(plan.rows) if row.level < PART and at not in plan.added]
    return levels[::-1].index(0) if 0 in levels else len(levels)


def _plan_listed(plan: _Plan, entry: Listed, every: bool, total: bool = False) -> None:
    at = len(plan.rows)
    plan.rows.append(Row(entry.code, (), 1, total))
    for place, column in enumerate(plan.table.columns):
        if column.figure:
            plan.wanted[at, place] = _of_entry(column, column.figure, entry, every)
        elif column.content:
            plan.cells[at, place] = _text(entry.texts.get(column.content), column.shape)


def _of_entry(column: FormColumn, figure: FormFigure, entry: Listed, every: bool) -> Reference:
    """The figure of a column, narrowed to an entry of the table's list."""
    by = column.by_every if every and column.by_every else column.by
    narrowed: tuple[Filter, ...] = ((by, entry.key),) if by and entry.key is not None else ()
    return Reference(figure.indicator, figure.where + narrowed + entry.where, figure.span)


def _shape(plan: _Plan, row: int, column: int, figure: Figure) -> Shape:
    indicator = INDICATORS[figure.reference.indicator]
    return Shape.DECIMAL if isinstance(indicator, Rate) and indicator.places else plan.table.columns[column].shape


def _text(value: object, shape: Shape) -> Cell:
    return Cell(value, shape) if isinstance(value, str | int | date) and value != "" else Cell(None, shape)


def _table(plan: _Plan) -> Table:
    columns = columns_of(plan.table)
    add_rows(plan.table, plan.rows, plan.added, plan.cells)
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
