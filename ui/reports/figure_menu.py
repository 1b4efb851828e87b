"""What can be done at a figure of the sheet: its records, a sentence of hers, another number with its reason."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from models.periods import Period
from ui.pages.page import Window
from ui.reports.preview import Preview

Spot = tuple[str, str, str]  # table, row code, column key
WORDS = "Ghi chú, sửa số tay…"


def offer(window: Window, preview: Preview, at: QPoint) -> None:
    """The menu on a figure of the sheet."""
    sheet = preview.sheet
    cell, place, paper = sheet.cell(sheet.marks.current), sheet.marks.current, sheet.paper
    if cell is None or cell.figure is None or place is None or paper is None:
        return
    from exports.cell_names import cell_name
    from exports.render.wording import text_of

    document, table = paper.document, paper.grids[place.grid].table
    row, column = table.rows[place.row], table.columns[place.column]
    spot = (table.id, row.code, column.key)
    computed = text_of(cell) if cell.by_hand is None else str(cell.by_hand.computed)
    menu = QMenu(sheet)
    menu.addAction("Xem các bản ghi đứng sau").triggered.connect(lambda: sheet.opened.emit(place))
    words = menu.addAction(WORDS)
    words.triggered.connect(
        lambda: speak(window, preview, document.period, (document.form, spot), cell_name(row, column), computed)
    )
    menu.exec(at)


def speak(
    window: Window,
    page: QWidget,
    period: Period,
    figure: tuple[str, Spot],
    named: str,
    computed: str = "",
    *,
    printed: bool = True,
) -> None:
    """Opens what is said at a figure of a form; `printed`: the form is ours, so that a remark stands under it."""
    from models.amendments import cell_at
    from ui.dialogs.figure_words import FigureWords

    if window.store is None:
        return
    cell = cell_at(window.store, figure[0], period, figure[1])
    words = FigureWords(window.store, cell, named, computed or "-", page.window(), printed=printed)
    words.accepted.connect(lambda: window.say(f"Đã cất ghi chú: {named}", undo=words.number))
    words.open()
