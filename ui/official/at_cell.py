"""What a cell of the form leads to: the records behind its value, and her own words at it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from exports.official.cell_words import CellWords
from exports.official.filled import spot_at
from exports.official.values import Live
from models.indicators.figure import Figure
from models.ledger.store import Store
from models.periods import Period
from ui.official.desk import MappingDesk
from ui.official.speaking import value_in_words
from ui.pages.page import Window
from ui.reports.figure_menu import speak
from ui.reports.origins import Side, sides_of


def show_behind(window: Window, live: Live) -> None:
    """Shows the records behind a value; of a line of a list opens the record that it tells of."""
    store = window.store
    if store is not None and live.figure is not None:
        _show_counted(window, store, live.figure)
    elif live.records:
        window.open_record(*min(live.records))


def _show_counted(window: Window, store: Store, figure: Figure) -> None:
    def show(sides: list[Side]) -> None:
        origins = [origin for side in sides for origin in side.origins]
        if not origins:
            window.say("Không có bản ghi nào đứng sau số này trong kỳ.")
            return
        kind = origins[0].kind
        uids = list(dict.fromkeys(origin.uid for origin in origins if origin.kind == kind))
        window.show_records(sides[0].title, kind, uids)

    window.jobs.look(lambda _progress: sides_of(store, figure), show, window.jobs.complain)


def speak_at_cell(window: Window, page: QWidget, desk: MappingDesk, period: Period) -> None:
    """Opens what is said at the cell she is at: a sentence, or another number with its reason."""
    scene, place = desk.scene, desk.view.marks.current
    live = scene.live_at(place) if scene is not None else None
    sheet = scene.opened.book.sheet_named(scene.face.name) if scene is not None else None
    if scene is None or live is None or sheet is None:
        return
    computed = live if live.by_hand is None else Live(live.by_hand.computed, figure=live.figure)
    named = CellWords(scene.opened.book).at(sheet, place)
    figure = (desk.form.id, spot_at(sheet, place))
    speak(window, page, period, figure, named, value_in_words(computed), printed=False)
