"""The window in which she changes a form of her own."""

from __future__ import annotations

from PySide6.QtTest import QTest

from tests.ui.scenes_of_reports import Scenes, settle
from ui.form_editing.editor import FormEditor
from ui.form_editing.parts_card import COLUMNS
from ui.form_editing.steps import add_row
from ui.main_window import MainWindow
from ui.pages.reports import ReportsPage


def form_editing(window: MainWindow) -> Scenes:
    """A form of her own: copied, a row being added, that row taken, its columns."""
    window.show_subject("reports")
    page = window.pages.page
    assert isinstance(page, ReportsPage)
    for name in ("B1", "E1", "C2"):
        page.forms.choose(name)
        settle(window)
        page.own_forms.copy()
        editor = window.findChildren(FormEditor)[-1]
        QTest.qWait(300)
        yield f"form editing {name}", editor
        if name != "C2":
            add_row(editor.desk)
            editor.desk.row_panel.picker.input.setText("tuyen truyen")
            QTest.qWait(300)
            yield f"form editing {name} adding", editor
            editor.desk.row_panel.picker.take()
        editor.desk.show_side(COLUMNS)
        QTest.qWait(300)
        yield f"form editing {name} columns", editor
        editor.desk.draft.keep()
        editor.close()
