"""What each entry of the menus does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ui import settings
from ui.actions import NEED_LEDGER
from ui.pages.page import COMMANDS
from ui.pages.subjects import SUBJECTS

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def connect(window: MainWindow) -> None:
    """Gives every entry its deed; what needs a ledger stays grey until there is one."""
    window.bar.unit_wished.connect(lambda: _open_unit(window))
    window.menu.connect(
        {
            "new": lambda: window.desk.start_new(),
            "open": lambda: window.desk.ask_and_open(),
            "load": lambda: window.desk.load(),
            "dump": lambda: window.desk.dump(),
            "back-up": lambda: window.backups.make(),
            "restore": lambda: window.backups.open_restore(),
            "from-file": lambda: window.ways.find_from_file(),
            "folder": lambda: window.desk.show_folder(),
            "settings": lambda: _open_settings(window),
            "quit": window.close,
            "undo": lambda: window.desk.undo(),
            "redo": lambda: window.desk.redo(),
            "steps": lambda: _open_steps(window),
            "deleted": lambda: _open_deleted(window),
            "everywhere": lambda: _open_search(window),
            "period": window.bar.open_periods,
            "period-before": lambda: window.bar.step(-1),
            "period-after": lambda: window.bar.step(1),
            "help": lambda: _open_help(window),
            "about": lambda: _open_about(window),
            **{name: partial(_carry_out, window, name) for name in COMMANDS},
            **{f"page-{each.name}": partial(window.show_subject, each.name) for each in SUBJECTS},
        }
    )
    window.menu.allow(dict.fromkeys((*COMMANDS, "undo", "redo", *NEED_LEDGER), False))
    window.menu.recent.aboutToShow.connect(lambda: _list_recent(window))


def _carry_out(window: MainWindow, name: str) -> None:
    act = window.pages.page.commands().get(name) if window.pages.page is not None else None
    if act is not None:
        act()


def _list_recent(window: MainWindow) -> None:
    menu = window.menu.recent
    menu.clear()
    paths = settings.recent_ledgers()
    for path in paths:
        menu.addAction(f"{path.stem}    {path.parent}".replace("&", "&&"), _opening(window, path))
    if not paths:
        menu.addAction("Chưa có sổ nào").setEnabled(False)


def _opening(window: MainWindow, path: Path) -> Callable[[], object]:
    return lambda: window.desk.open(path)


def _open_unit(window: MainWindow) -> None:
    if window.store is not None:
        window.open_record("org_unit", window.store.own_unit().uid)


def _open_steps(window: MainWindow) -> None:
    from ui.history.steps import StepsDialog

    if window.store is not None:
        StepsDialog(window.store, window.jobs, window.say, window).open()


def _open_deleted(window: MainWindow) -> None:
    from ui.history.deleted import DeletedDialog

    if window.store is not None:
        DeletedDialog(window.store, window.say, window).open()


def _open_search(window: MainWindow) -> None:
    from ui.finding.everywhere import Everywhere

    if window.store is not None:
        search = Everywhere(window, window)
        search.record_wished.connect(window.ways.show_record)
        search.list_wished.connect(window.ways.show_found)
        search.open()


def _open_settings(window: MainWindow) -> None:
    from ui.dialogs.settings import SettingsDialog

    SettingsDialog(window).open()


def _open_help(window: MainWindow) -> None:
    from ui.dialogs.help import HelpDialog

    HelpDialog(window.pages.page.help if window.pages.page is not None else "", window).open()


def _open_about(window: MainWindow) -> None:
    from ui.dialogs.about import AboutDialog

    AboutDialog(window).open()
