"""The whole way in the real window: from a figure to its record, the record changed, the figure changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.ledger.store import Store
from tests.ui.reports_desk import PERIOD, SESSIONS, activity, records_found
from ui.editing.dialog import RecordDialog
from ui.main_window import MainWindow
from ui.pages.reports import ReportsPage


def test_a_record_changed_from_the_report_changes_the_report(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    with store.write("Thêm hoạt động") as write:
        write.save(activity("Hội nghị về an toàn lao động", sessions=2))
    window.choose_period(PERIOD)
    window.show_subject("reports")
    page = window.pages.page
    assert isinstance(page, ReportsPage)
    page.forms.choose("B1")
    qtbot.waitUntil(lambda: page.report is not None, timeout=20_000)
    page.preview.sheet.choose(SESSIONS)
    QTest.keyClick(page.preview.sheet, Qt.Key.Key_Return)
    records_found(qtbot, page, 1)
    QTest.keyClick(page.panel.records, Qt.Key.Key_Return)
    (dialog,) = window.findChildren(RecordDialog)
    dialog.form.boxes["n_sessions"].editor.show_value(5)
    assert dialog.save()
    qtbot.waitUntil(lambda: page.panel.value.text() == "5 buổi", timeout=20_000)
    qtbot.waitUntil(lambda: [line.number for line in page.panel.records.rows.lines] == ["5", "5 buổi"])
    qtbot.waitUntil(lambda: not window.jobs.is_busy)
