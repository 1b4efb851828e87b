"""What the page of reports and the page of authorities' forms show: every form, every panel, every window over them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from ui.main_window import MainWindow
from ui.pages.reports import ReportsPage
from ui.reports.figure_menu import speak

Scenes = Iterator[tuple[str, QWidget]]
TEXTED, PLOTTED, SCORED = "A1", "S1", "G2"


def settle(window: MainWindow) -> None:
    """Until everything begun has been read."""
    QTest.qWait(20)
    while window.jobs.is_busy or window.jobs._asked:
        QTest.qWait(20)
    QTest.qWait(20)


def dialog_of(window: MainWindow) -> QDialog:
    """The dialog opened last."""
    return [each for each in window.findChildren(QDialog) if each.isVisible()][-1]


def closed(dialog: QDialog) -> None:
    """Is gone before the next one opens."""
    dialog.done(0)
    dialog.deleteLater()
    QTest.qWait(1)


def reports(window: MainWindow) -> Scenes:
    """Each form alone, the panels beside it, and what opens over it."""
    page = _page(window)
    for form in page.forms.ids:
        _show(window, page, form)
        for place in range(len(page.tabs._names) or 1):
            page.preview.show_document(place)
            settle(window)
            yield f"report {form} {place}", window
    yield from _panels(window, page)
    yield from _windows(window, page)
    yield from _sent(window, page)
    page.show_panel(True)


def _page(window: MainWindow) -> ReportsPage:
    window.show_subject("reports")
    page = window.pages.page
    assert isinstance(page, ReportsPage)
    page.show_panel(False)
    settle(window)
    return page


def _show(window: MainWindow, page: ReportsPage, form: str) -> None:
    page.forms.choose(form)
    settle(window)


def _panels(window: MainWindow, page: ReportsPage) -> Scenes:
    for form in ("B1", SCORED, "Q"):
        _show(window, page, form)
        if form == "Q":
            page.preview.show_document(1)
        page.show_panel(True)
        settle(window)
        yield f"panel {form} behind a figure", window
        page.sending.switch()
        settle(window)
        yield f"panel {form} what is missing", window
        lines = list(page.sending.panel.list._lines())
        if lines:
            page.sending.panel.list.setCurrentItem(lines[0])
            yield f"panel {form} one thing missing", window
        page.sending.switch()
    page.bar.show_progress(".xlsx", 3, 7)
    yield "panel file on its way", window
    page.bar.show_done(Path("BaoCao_Quy1-2026_CDCS-MauA.xlsx"), "đã đối chiếu 1.204 ô, khớp cả")
    yield "panel file made", window
    page.bar.show_ready()
    menu = page.bar.more_button.menu()
    menu.popup(page.mapToGlobal(page.rect().center()))
    yield "panel more ways out", menu
    menu.close()
    page.preview.say("Biểu chưa được lập xong nên còn trống.", again=True)
    yield "panel notice over the sheet", window


def _windows(window: MainWindow, page: ReportsPage) -> Scenes:
    _show(window, page, "B1")
    speak(window, page, window.period, ("B1", ("B1", "1", "so_buoi")), "An toàn, vệ sinh lao động – Số buổi", "12")
    yield "over words at a figure", dialog_of(window)
    closed(dialog_of(window))
    _show(window, page, PLOTTED)
    page.bar.choice.trigger()
    yield "over choice of the summary", dialog_of(window)
    closed(dialog_of(window))
    _show(window, page, SCORED)
    page.scoring.points_wished.emit()
    yield "over points", dialog_of(window)
    closed(dialog_of(window))
    for form in ("B1", "Q"):
        _show(window, page, form)
        page.commands()["print"]()
        settle(window)
        yield f"over print {form}", dialog_of(window)
        closed(dialog_of(window))
    _show(window, page, TEXTED)
    if page.preview.has_text:
        page.preview.show_document(0)
        page.preview.text.views[0].open_editor()
        yield "over passage being written", window
        page.preview.text.keep_draft()


def _sent(window: MainWindow, page: ReportsPage) -> Scenes:
    from exports.sealing import seal
    from models.records.activity import Activity
    from ui.dialogs.sent_reports import SentReports

    assert window.store is not None
    nobody = SentReports(window, window.store, window)
    nobody.show()
    yield "sent nothing yet", nobody
    closed(nobody)
    for form in ("B1", "Q"):
        seal(window.store, form, window.period, lambda _done, _of: None)
    held = next(each for each in window.store.read_all(Activity) if window.period.contains(*[each.start_at.date()] * 2))
    held.n_sessions += 3
    with window.store.write("Sửa") as write:
        write.save(held)
    _show(window, page, "B1")
    page.sending.switch()
    settle(window)
    yield "sent and changed since", window
    page.sending.switch()
    some = SentReports(window, window.store, window)
    some.show()
    newest = some.tree.topLevelItem(0)
    assert newest is not None
    newest.setExpanded(True)
    settle(window)
    yield "sent two", some
    closed(some)


def official(window: MainWindow) -> Scenes:
    """The shelf without a form, the example on the desk, the choice for a cell, the form on the shelf."""
    from ui.official.page import OfficialPage, add_example

    window.show_subject("official")
    page = window.pages.page
    assert isinstance(page, OfficialPage) and window.store is not None
    page.folder = window.store.path.parent / "bieu"
    page.show_shelf()
    settle(window)
    yield "official nothing yet", window
    add_example(page)
    settle(window)
    yield "official example", window
    page.desk.panel.ask("buoi")
    yield "official choice for a cell", window
    QTest.keyClick(page.desk.panel.picker.input, Qt.Key.Key_Escape)
    page.show_shelf()
    settle(window)
    yield "official shelf", window
    for card in page.shelf.cards:
        menu = card.findChildren(QMenu)[-1]
        menu.popup(window.mapToGlobal(window.rect().center()))
        yield "official more", menu
        menu.close()
    QApplication.processEvents()
