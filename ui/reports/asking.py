"""What the panel and the tip say of a cell of the sheet."""

from __future__ import annotations

from typing import NamedTuple

from exports.cell_names import cell_name
from exports.document import Cell, Column, Row, Table
from models.indicators.catalogue import INDICATORS
from models.indicators.figure import Figure
from ui.reports.behind import Asked
from ui.reports.layout import Layout
from ui.reports.origins import rule_of
from ui.reports.sight import Place
from ui.reports.words import days_of, filters_of, heading_of, said_at, tip_of, value_of, worked_out_text


class Spot(NamedTuple):
    """A cell with all that says what it is."""

    table: Table
    row: Row
    column: Column
    cell: Cell


def spot_at(paper: Layout, place: Place) -> Spot:
    """The cell at a place of the paper."""
    table = paper.grids[place.grid].table
    row = table.rows[place.row]
    return Spot(table, row, table.columns[place.column], row.cells[place.column])


def tip_at(paper: Layout, place: Place) -> str:
    """The tip under the mouse; "" where there is nothing to explain."""
    return tip_of(*spot_at(paper, place))


def spoken_at(paper: Layout, place: Place) -> str:
    """What a screen reader says of a cell: where it is, and what stands there."""
    spot = spot_at(paper, place)
    text = paper.grids[place.grid].texts[place.row][place.column]
    return f"{cell_name(spot.row, spot.column)}: {text or 'trống'}"


def asked_at(paper: Layout, place: Place) -> Asked | None:
    """What the panel says of a cell; None for a text."""
    spot = spot_at(paper, place)
    where = cell_name(spot.row, spot.column)
    if spot.cell.figure is not None:
        figure: Figure = spot.cell.figure
        details = filter(None, (*said_at(spot.cell), *filters_of(figure.reference), days_of(figure), rule_of(figure)))
        return Asked(where, heading_of(figure), tuple(details), value_of(spot.cell), figure)
    if text := worked_out_text(spot.table, spot.cell):
        value = paper.grids[place.grid].texts[place.row][place.column]
        is_sum = spot.cell.formula is not None and spot.cell.formula.kind == "sum"
        said = "Cộng các dòng khác của biểu" if is_sum else "Tính từ hai số trên cùng dòng"
        return Asked(where, said, (text,), value)
    return None


def asked_of(figure: Figure, where: str, text: str) -> Asked:
    """What the panel says of a figure inside a sentence or at a bar."""
    details = filter(None, (*filters_of(figure.reference), days_of(figure), rule_of(figure)))
    unit = INDICATORS[figure.reference.indicator].unit
    value = text if not text[:1].isdigit() or not unit else text + ("%" if unit == "%" else f" {unit}")
    return Asked(where, heading_of(figure), tuple(details), value, figure)


def place_again(former: Layout, place: Place | None, paper: Layout) -> Place | None:
    """The same cell on the same form filled anew; None if its row is gone or the form is another."""
    if place is None or former.document.form != paper.document.form or place.grid >= len(paper.grids):
        return None
    code = former.grids[place.grid].table.rows[place.row].code
    rows = paper.grids[place.grid].table.rows
    row = next((at for at, each in enumerate(rows) if each.code == code), None)
    return place._replace(row=row) if row is not None else None
