"""A child of `cold_start`: opens a window and prints, in seconds since its parent spawned it, when it was painted.

`bare`: a plain PySide6 window with a menu and a table. Otherwise the program on a ledger: window and records painted.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path

SPAWNED = float(sys.argv[1])


def tell(label: str) -> None:
    """Prints a moment."""
    print(label, time.monotonic() - SPAWNED, flush=True)


def bare() -> None:
    """The floor: nothing but PySide6."""
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget

    class Window(QMainWindow):
        def paintEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
            tell("painted")
            os._exit(0)

    app = QApplication(sys.argv[:1])
    window = Window()
    window.menuBar().addMenu("Sổ")
    window.setCentralWidget(QTableWidget(30, 5))
    window.resize(1200, 700)
    window.show()
    app.exec()


def ours(ledger: Path) -> None:
    """The program as `main.py LEDGER` starts it."""
    import main

    gc.disable()  # as main.py does, and the imports below in its order
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QTableView

    from ui.quick_imports import quick_imports

    with quick_imports():
        from ui import main_window

    paint = main_window.MainWindow.paintEvent
    seen: list[str] = []

    def painted(window: main_window.MainWindow, event: object) -> None:
        paint(window, event)  # type: ignore[arg-type]
        if not seen:
            seen.append("painted")
            tell("painted")

    main_window.MainWindow.paintEvent = painted  # type: ignore[method-assign, assignment]

    def look() -> None:
        for table in QApplication.allWidgets():
            if isinstance(table, QTableView) and table.isVisible() and table.model() and table.model().rowCount():
                table.viewport().repaint()
                tell("records")
                os._exit(0)

    def begin() -> None:
        timer = QTimer(QApplication.instance())
        timer.timeout.connect(look)
        timer.start(5)

    shown = main_window.MainWindow.showEvent

    def show_event(window: main_window.MainWindow, event: object) -> None:
        shown(window, event)  # type: ignore[arg-type]
        begin()

    main_window.MainWindow.showEvent = show_event  # type: ignore[method-assign, assignment]
    main.main([str(ledger)])


if __name__ == "__main__":
    bare() if sys.argv[2] == "bare" else ours(Path(sys.argv[2]))
