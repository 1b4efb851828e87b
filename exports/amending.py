"""Puts what she says at single figures into a document: her numbers with all that follows from them, her remarks.

A total or percentage that is worked out from cells of its table follows a number put by hand, since the paper must add
up in itself; figures that count records of their own, other columns and other forms do not (`form_gaps` compares them).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from exports.cell_names import cell_name
from exports.document import ByHand, Cell, Column, Formula, ReportDocument, Row, Table
from models.amendments import Spot
from models.indicators.figure import Number
from models.indicators.figures import ratio
from models.records.report import ReportCell

Place = tuple[str, str]  # row code, column key
NOTES = "Ghi chú"  # the title of a column for remarks


def amended(document: ReportDocument, said: Mapping[Spot, ReportCell]) -> ReportDocument:
    """The document with her numbers and remarks; the very same where she said nothing."""
    if not said:
        return document
    remarks: list[str] = []
    tables = []
    for table in document.tables:
        mine = {(row, column): each for (code, row, column), each in said.items() if code == table.id}
        tables.append(_remarked(_overridden(table, mine), mine, remarks))
    return replace(document, tables=tuple(tables), remarks=(*document.remarks, *remarks))


def _overridden(table: Table, said: Mapping[Place, ReportCell]) -> Table:
    cells = _cells(table)
    by_hand = {place for place, each in said.items() if each.override is not None and _is_figure(cells.get(place))}
    if not by_hand:
        return table
    for place in by_hand:
        cells[place] = _by_hand(cells[place], said[place])
    _follow(cells, by_hand)
    return _with(table, cells)


def _by_hand(cell: Cell, said: ReportCell) -> Cell:
    number: Number = said.override or 0
    whole = int(number) if float(number).is_integer() else number
    return replace(cell, value=whole, formula=None, by_hand=ByHand(cell.value, said.override_reason or ""))


def _follow(cells: dict[Place, Cell], changed: set[Place]) -> None:
    """Works out anew what depends on changed cells, until nothing does any more."""
    waiting = set(changed)
    while waiting:
        touched = {place for place, cell in cells.items() if cell.formula and waiting & set(cell.formula.cells)}
        waiting = set()
        for place in touched:
            formula = cells[place].formula
            value = _worked_out(formula, cells) if formula is not None else None
            if value != cells[place].value:
                cells[place] = replace(cells[place], value=value)
                waiting.add(place)


def _worked_out(formula: Formula, cells: Mapping[Place, Cell]) -> Number | None:
    numbers = [_number(cells.get(place)) for place in formula.cells]
    if formula.kind == "percent":
        return ratio(100, numbers[0], numbers[1])
    filled = [number for number in numbers if number is not None]
    return sum(filled) if filled else None


def _remarked(table: Table, said: Mapping[Place, ReportCell], remarks: list[str]) -> Table:
    """Her sentences, numbered over the whole form: printed under the tables, their numbers in the column for notes."""
    cells = _cells(table)
    notes = next((column.key for column in table.columns if column.title == NOTES), None)
    for row in table.rows:
        for column in table.columns:
            each = said.get((row.code, column.key))
            if each is None or not each.remark:
                continue
            remarks.append(f"({len(remarks) + 1}) {cell_name(row, column)}: {each.remark}")
            place = (row.code, column.key)
            cells[place] = replace(cells[place], remark=each.remark)
            if notes is not None and not _is_figure(cells[row.code, notes]):
                _add_note(cells, (row.code, notes), f"({len(remarks)})")
    return _with(table, cells)


def _add_note(cells: dict[Place, Cell], place: Place, mark: str) -> None:
    former = cells[place].value
    cells[place] = replace(cells[place], value=f"{former} {mark}" if isinstance(former, str) else mark)


def _cells(table: Table) -> dict[Place, Cell]:
    return {(row.code, column.key): cell for row in table.rows for column, cell in _pairs(table, row)}


def _with(table: Table, cells: Mapping[Place, Cell]) -> Table:
    rows = tuple(
        replace(row, cells=tuple(cells[row.code, column.key] for column in table.columns)) for row in table.rows
    )
    return replace(table, rows=rows)


def _pairs(table: Table, row: Row) -> zip[tuple[Column, Cell]]:
    return zip(table.columns, row.cells, strict=True)


def _is_figure(cell: Cell | None) -> bool:
    return cell is not None and cell.figure is not None


def _number(cell: Cell | None) -> Number | None:
    return cell.value if cell is not None and isinstance(cell.value, int | float) else None
