"""The way through a sheet by keys: arrows, Home and End, Page up and down, as in a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.reports.grid import Grid
from ui.reports.sight import Place

_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


def first_figure(grids: list[Grid]) -> Place | None:
    """Where one begins: the first cell with a figure, else the first cell."""
    filled = [number for number, grid in enumerate(grids) if grid.table.rows]
    for number in filled:
        for at, row in enumerate(grids[number].table.rows):
            for column, cell in enumerate(row.cells):
                if cell.figure is not None:
                    return Place(number, at, column)
    return Place(filled[0], 0, 0) if filled else None


def step(grids: list[Grid], place: Place, key: int, far: bool, page: int) -> Place | None:
    """Where a key leads from a place; `far` is Ctrl, `page` the rows of a window. None for any other key."""
    columns = len(grids[place.grid].edges) - 2
    if key in _ARROWS:
        down, right = _ARROWS[Qt.Key(key)]
        return _moved(grids, place, down, right)
    if key == Qt.Key.Key_Home:
        return Place(_filled(grids)[0], 0, 0) if far else place._replace(column=0)
    if key == Qt.Key.Key_End:
        return _end(grids) if far else place._replace(column=columns)
    if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        by = page if key == Qt.Key.Key_PageDown else -page
        last = len(grids[place.grid].table.rows) - 1
        row = min(max(place.row + by, 0), last)
        return _moved(grids, place, 1 if by > 0 else -1, 0) if row == place.row else place._replace(row=row)
    return None


def _moved(grids: list[Grid], place: Place, down: int, right: int) -> Place:
    """One cell further; beyond the last row of a table into the next one."""
    row, column = place.row + down, place.column + right
    if 0 <= row < len(grids[place.grid].table.rows):
        return place._replace(row=row, column=min(max(column, 0), len(grids[place.grid].edges) - 2))
    filled = _filled(grids)
    at = filled.index(place.grid) + down
    if not 0 <= at < len(filled):
        return place
    grid = grids[filled[at]]
    return Place(filled[at], 0 if down > 0 else len(grid.table.rows) - 1, min(column, len(grid.edges) - 2))


def _end(grids: list[Grid]) -> Place:
    number = _filled(grids)[-1]
    return Place(number, len(grids[number].table.rows) - 1, len(grids[number].edges) - 2)


def _filled(grids: list[Grid]) -> list[int]:
    return [number for number, grid in enumerate(grids) if grid.table.rows]
