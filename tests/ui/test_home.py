"""Trang chủ: what is to be done is there without asking, and every line, figure and bar leads where it says."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.deadlines import OVERDUE, SENT, WAITING, Due
from models.ledger.store import Store
from models.periods import before, quarter, quarter_of
from models.records.activity import Activity, ActivityAudience
from models.records.report import ReportDue
from models.records.task import Task
from models.waiting import Waiting
from ui import messages
from ui.dialogs.records_behind import RecordsBehind
from ui.editing.dialog import RecordDialog
from ui.home.due_card import shown_of
from ui.home.next_step import BACK_UP, LOG, RECORDS, REPAIR, REPORT, named, next_step
from ui.main_window import MainWindow
from ui.pages.home import HomePage
from ui.pages.reports import ReportsPage
from ui.pages.subject_page import SubjectPage

TODAY = date.today()
PERIOD = quarter_of(TODAY)


@pytest.fixture(autouse=True)
def nothing_under_way(window: MainWindow) -> Iterator[None]:
    """No test ends while something is still being read."""
    yield
    window.jobs.wait()


def held(title: str, turns: int, day: date = TODAY) -> Activity:
    come = [ActivityAudience(n_turns=turns)]
    start = datetime(day.year, day.month, day.day, 8)
    return Activity(title=title, form="hoi_nghi", start_at=start, primary_topic="atvsld", audiences=come)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.jobs.is_busy, timeout=30_000)


def home(qtbot: QtBot, window: MainWindow) -> HomePage:
    """The page with everything read."""
    window.choose_period(PERIOD)
    window.menu["page-home"].trigger()
    settle(qtbot, window)
    assert isinstance(window.pages.page, HomePage)
    return window.pages.page


def press(among: QWidget, said: str) -> None:
    """Clicks the button that is called so."""
    found = [each for each in among.findChildren(QPushButton) if each.accessibleName() == said or each.text() == said]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


@pytest.fixture
def logged(store: Store) -> Store:
    """A ledger with two events of today."""
    with store.write("Ghi") as write:
        write.save(held("Hội nghị an toàn", 40))
        write.save(held("Nói chuyện vệ sinh", 15))
    return store


def test_the_program_opens_with_the_log_and_home_comes_when_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    assert isinstance(window.pages.page, SubjectPage)
    assert not window.findChildren(HomePage)
    assert home(qtbot, window).title == "Trang chủ"


def test_the_foot_counts_only_what_is_seen(qtbot: QtBot, window: MainWindow, logged: Store) -> None:
    home(qtbot, window)
    window.choose_period(before(PERIOD))
    settle(qtbot, window)
    assert window.foot.count.text() == ""
    window.show_subject("outreach")
    assert window.foot.count.text() == "0 hoạt động"


def test_an_empty_ledger_shows_three_steps_and_each_leads_somewhere(qtbot: QtBot, window: MainWindow) -> None:
    page = home(qtbot, window)
    assert page.first_steps.isVisible()
    assert not any(card.isVisible() for card in (page.next, page.due, page.waiting, page.backup))
    press(page.first_steps, "Ghi hoạt động đầu tiên")
    form = window.findChild(RecordDialog)
    assert form is not None and isinstance(form.record, Activity)
    form.done(0)
    assert window.store is not None
    with messages.answered(True):
        press(page.first_steps, "Xem lịch nộp báo cáo")
    assert len(list(window.store.read_all(ReportDue))) == 2
    assert isinstance(window.pages.page, SubjectPage) and window.pages.page.current.shelf.kind == "report_due"


def test_a_report_due_opens_as_its_form_and_period(qtbot: QtBot, window: MainWindow, logged: Store) -> None:
    page = home(qtbot, window)
    window.choose_period(before(PERIOD))
    settle(qtbot, window)
    press(page.due, f"Làm báo cáo: Báo cáo quý {PERIOD.label.removeprefix('Quý ')}")
    reports = window.pages.page
    assert isinstance(reports, ReportsPage)
    assert (reports.form, window.period.text) == ("Q", PERIOD.text)
    settle(qtbot, window)


def test_what_the_next_report_lacks_is_counted_and_opens_its_panel(
    qtbot: QtBot, window: MainWindow, logged: Store
) -> None:
    page = home(qtbot, window)
    press(page.waiting, f"Xem còn thiếu gì trong Báo cáo quý {PERIOD.label.removeprefix('Quý ')}")
    reports = window.pages.page
    assert isinstance(reports, ReportsPage)
    assert reports.sending.panel.isVisible()
    settle(qtbot, window)


def test_late_tasks_are_listed_as_they_are(qtbot: QtBot, window: MainWindow, logged: Store) -> None:
    with logged.write("Giao việc") as write:
        write.save(Task("t", text="Nộp danh sách", due_on=TODAY - timedelta(days=2)))
    page = home(qtbot, window)
    press(page.waiting, "Xem: Nhiệm vụ quá hạn")
    listed = window.findChild(RecordsBehind)
    assert listed is not None
    assert listed.table.rows.count == 1


def test_what_is_done_every_month_is_logged_again_with_one_button(
    qtbot: QtBot, window: MainWindow, store: Store
) -> None:
    day = TODAY.replace(day=min(TODAY.day, 28))
    with store.write("Ghi") as write:
        for months in (1, 2, 3):
            year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
            write.save(held("Sinh hoạt tổ", 20, date(year, month + 1, day.day)))
    page = home(qtbot, window)
    press(page.waiting, "Ghi: Sinh hoạt tổ")
    form = next(each for each in window.findChildren(RecordDialog) if each.isVisible())
    assert form.save()
    settle(qtbot, window)
    logged = [each for each in store.read_all(Activity) if each.start_at.date() == day]
    assert [(each.title, each.start_at.hour, each.audiences[0].n_turns) for each in logged] == [("Sinh hoạt tổ", 8, 20)]
    assert not [each for each in page.waiting.findChildren(QPushButton) if each.accessibleName() == "Ghi: Sinh hoạt tổ"]


def test_a_change_is_seen_at_once(qtbot: QtBot, window: MainWindow, logged: Store) -> None:
    page = home(qtbot, window)
    assert page.compared[0].figures[0].text() == "2"
    with logged.write("Ghi") as write:
        write.save(held("Buổi nữa", 5))
    settle(qtbot, window)
    assert [each.text() for each in (page.compared[0].figures[0], page.compared[1].figures[0])] == ["3", "60"]


def test_a_figure_opens_its_records(qtbot: QtBot, window: MainWindow, logged: Store) -> None:
    page = home(qtbot, window)
    QTest.mouseClick(page.compared[1].figures[0], Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    listed = window.findChild(RecordsBehind)
    assert listed is not None
    assert (listed.windowTitle(), listed.table.rows.count) == (f"Lượt người, {PERIOD.label}", 2)


@pytest.mark.parametrize("by_keys", [False, True], ids=["by a click", "by keys"])
def test_a_bar_opens_its_records(qtbot: QtBot, window: MainWindow, logged: Store, by_keys: bool) -> None:
    plot = home(qtbot, window).compared[0].picture
    place = next(place for place, bar in enumerate(plot.bars) if bar.figure.value == 2)
    if by_keys:
        plot.setFocus()
        for _step in range(place):
            QTest.keyClick(plot, Qt.Key.Key_Right)
        QTest.keyClick(plot, Qt.Key.Key_Return)
    else:
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=plot.room(plot.bars[place]).center().toPoint())
    settle(qtbot, window)
    listed = window.findChild(RecordsBehind)
    assert listed is not None and listed.table.rows.count == 2


def test_the_keys_go_through_the_page_as_the_eye_does(qtbot: QtBot, window: MainWindow, logged: Store) -> None:
    page = home(qtbot, window)
    window.activateWindow()
    qtbot.waitUntil(page.next.button.hasFocus)
    gone = []
    for _step in range(9):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        qtbot.wait(1)
        gone.append(page.focusWidget())
    cards = [page.due, page.waiting, page.backup, page.compared[0]]
    places = [next(at for at, card in enumerate(cards) if card.isAncestorOf(each)) for each in gone]
    assert places == sorted(places)
    assert set(places) == {0, 1, 2, 3}


def test_enter_presses_the_button_that_has_the_keys(qtbot: QtBot, window: MainWindow, logged: Store) -> None:
    page = home(qtbot, window)
    page.due.adopt_button.setFocus()
    with messages.answered(False) as asked:
        QTest.keyClick(page.due.adopt_button, Qt.Key.Key_Return)
    assert asked == ["Lấy làm lịch nộp của đơn vị?"]


def test_proposed_days_are_taken_over_only_after_asking(qtbot: QtBot, window: MainWindow, logged: Store) -> None:
    page = home(qtbot, window)
    assert page.due.adopt_button.isVisible() and not page.due.calendar_button.isVisible()
    with messages.answered(False) as asked:
        QTest.mouseClick(page.due.adopt_button, Qt.MouseButton.LeftButton)
    assert asked == ["Lấy làm lịch nộp của đơn vị?"]
    assert list(logged.read_all(ReportDue)) == []
    with messages.answered(True):
        QTest.mouseClick(page.due.adopt_button, Qt.MouseButton.LeftButton)
    page = home(qtbot, window)
    assert page.due.calendar_button.isVisible() and not page.due.adopt_button.isVisible()


def test_the_window_closes_while_home_is_being_read(qtbot: QtBot, window: MainWindow, logged: Store) -> None:
    go = threading.Event()
    window.jobs.start(lambda _progress: go.wait(20), lambda _done: None)
    window.show_subject("home")
    threading.Timer(0.1, go.set).start()
    window.close()
    assert window.store is None
    qtbot.wait(50)
    assert not window.findChildren(HomePage)[0].next.isVisible()


DUE = Due("Báo cáo quý", "Q", quarter(2026, 1), date(2026, 4, 10), OVERDUE, -2)
VOICES = Waiting("voices", "Ý kiến quá hạn trả lời", "feedback", ("a", "b"), is_late=True)
LATER = Due("Báo cáo quý", "Q", quarter(2026, 1), date(2026, 4, 10), WAITING, 30)


@pytest.mark.parametrize(
    ("due", "waiting", "age", "deed"),
    [
        (DUE, (VOICES,), 0, REPORT),
        (Due(*(DUE.title, "Q", DUE.period, DUE.due_on, OVERDUE, -2), lacking=3), (), 0, REPAIR),
        (LATER, (VOICES,), 0, RECORDS),
        (LATER, (), None, BACK_UP),
        (LATER, (), 8, BACK_UP),
        (LATER, (), 6, LOG),
        (None, (), 0, LOG),
    ],
)
def test_the_most_pressing_thing_comes_first(
    due: Due | None, waiting: tuple[Waiting, ...], age: int | None, deed: str
) -> None:
    from exports.overview import Chores

    assert next_step(Chores(False, True, (), due, waiting), age).deed == deed


def test_a_report_is_called_as_she_calls_it() -> None:
    assert named(DUE) == "Báo cáo quý I/2026"
    assert named(Due("Báo cáo tổng kết", "Q", quarter(2026, 1), TODAY, SENT, 0)) == "Báo cáo tổng kết, Quý I/2026"


def test_what_was_sent_long_ago_makes_room() -> None:
    sent = [Due(f"{each}", "Q", quarter(2026, 1), TODAY, SENT, 0) for each in range(3)]
    assert [due.title for due in shown_of([*sent, LATER])] == ["Báo cáo quý", "2"]
