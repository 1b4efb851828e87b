"""Starts the window: letters, looks, Vietnamese standard texts, and the last resort when something goes wrong."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from resources import file
from ui import menu_entries
from ui.main_window import MainWindow
from ui.quick_imports import import_ahead
from ui.theme_sheet import dress

NAME = "SoCongDoan"
_FIRST_LOOK = 300  # milliseconds in which the first records are painted
LOOKS = ("-style", "fusion")  # said here, Qt need not build the Python class of styles before the first paint


def start(ledger: Path | None) -> int:
    """Shows the window on this ledger, or on the last one; returns the exit code when it is closed."""
    app = prepared()
    window = made_window()
    window.crashed.connect(lambda error: show_crash(type(error), error.__traceback__, window))
    window.painted.connect(lambda: _begin(window, ledger))
    window.show()
    return app.exec()


def _begin(window: MainWindow, ledger: Path | None) -> None:
    window.desk.begin(ledger)
    QTimer.singleShot(_FIRST_LOOK, lambda: window.jobs.start(lambda _progress: import_ahead(), lambda _done: None))


def made_window() -> MainWindow:
    """The window with its menus at work, not shown yet."""
    window = MainWindow()
    menu_entries.connect(window)
    return window


def prepared() -> QApplication:
    """The application: before it is made the input method, after it the looks and the last resort."""
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        # WORKAROUND: the PySide6 wheels bring no fcitx plugin, fcitx5 answers as ibus too (fcitx/fcitx5#444);
        # may go when they bring one.
        os.environ["QT_IM_MODULE"] = "ibus"
    app = QApplication([sys.argv[0], *LOOKS])
    equip(app)
    sys.excepthook = show_uncaught
    return app


def equip(app: QApplication) -> None:
    """Gives an application its name, its language and its looks; before the first window."""
    QLocale.setDefault(QLocale("vi_VN"))
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("Sổ Công đoàn")
    app.setDesktopFileName("vn.socongdoan.SoCongDoan")
    speak_vietnamese(app)
    dress(app)


def speak_vietnamese(app: QApplication) -> None:
    """Loads our own translation of Qt's standard texts; no package brings one."""
    translator = QTranslator(app)
    if translator.load(str(file("i18n/qtbase_vi.qm"))):
        app.installTranslator(translator)


def show_crash(kind: type[BaseException], trace: TracebackType | None, parent: MainWindow | None = None) -> None:
    """Opens the one window for crashes, unless it is open already."""
    from ui.dialogs.crash import CrashDialog, report_of

    if not any(isinstance(shown, CrashDialog) for shown in QApplication.topLevelWidgets()):
        CrashDialog(report_of(kind, trace), parent or QApplication.activeWindow()).open()


def show_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What a click has raised: told in words where it is meant for the reader, else a crash."""
    from ui import messages

    if messages.can_tell(QApplication.activeWindow(), error):
        return
    sys.__excepthook__(kind, error, trace)
    if not issubclass(kind, KeyboardInterrupt):
        show_crash(kind, trace)
