"""Finding: the line above a list, the search over everything, views kept under a name."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.ledger import listing
from models.ledger.listing import Condition
from models.ledger.question import Question
from models.ledger.store import Store
from models.periods import quarter
from models.records.activity import Activity
from models.records.member import Member
from ui import messages
from ui.finding.conditions import condition_words, fields_to_narrow
from ui.finding.everywhere import Everywhere
from ui.finding.lookup import Lookup
from ui.finding.views import View, views_of
from ui.main_window import MainWindow
from ui.pages.record_list import RecordList
from ui.pages.subject_page import SubjectPage

EVENTS = (
    ("Hội nghị hòa giải", "hoi_nghi", datetime(2026, 1, 5, 8)),
    ("Tọa đàm 8/3", "toa_dam", datetime(2026, 3, 8, 8)),
    ("Hội thảo an toàn", "hoi_thao", datetime(2026, 3, 20, 8)),
    ("Tọa đàm cuối năm", "toa_dam", datetime(2025, 12, 20, 8)),
)


@pytest.fixture
def events(window: MainWindow, store: Store) -> RecordList:
    """The list of events: three of the first quarter of 2026, one older; and a member."""
    with store.write("Ghi") as write:
        for place, (title, form, at) in enumerate(EVENTS):
            write.save(Activity(f"S{place}", title=title, form=form, start_at=at, primary_topic="atgt"))
        write.save(Member("M1", full_name="Lê Thị Hoà", note="Trưởng ban hòa giải cơ sở"))
    window.choose_period(quarter(2026, 1))
    return current(window)


def current(window: MainWindow) -> RecordList:
    """The list shown."""
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    return page.current


def titles(shown: RecordList) -> list[str]:
    """What stands in the first column."""
    rows = shown.table.rows
    return [rows.index(row, 0).data() for row in range(rows.count)]


def test_words_of_a_period_filter_by_it_and_may_be_taken_as_words(qtbot: QtBot, events: RecordList) -> None:
    QTest.keyClicks(events.filter, "thang 3")
    qtbot.waitUntil(lambda: titles(events) == ["Hội thảo an toàn", "Tọa đàm 8/3"])
    events.filter.setText("năm 2025")
    events.refresh()
    assert titles(events) == ["Tọa đàm cuối năm"]
    events.line._take_as_words()
    assert titles(events) == []
    assert "“năm 2025” trong quý I/2026" in events.empty.sentence.text()


def test_conditions_narrow_the_list_and_several_values_of_a_field_add_up(events: RecordList) -> None:
    events.line.narrow((Condition("form", "toa_dam"),))
    assert titles(events) == ["Tọa đàm 8/3"]
    events.line.narrow((Condition("form", "toa_dam"), Condition("form", "hoi_thao")))
    assert titles(events) == ["Hội thảo an toàn", "Tọa đàm 8/3"]
    events.line.narrow((Condition("form", "toa_dam"), Condition("is_par", 1)))
    assert titles(events) == []
    assert events.empty.sentence.text().startswith("Không có hoạt động nào khớp với các điều kiện đã chọn")
    events.empty.other_wished.emit()
    assert events.all_periods.isChecked()
    events.empty.other_wished.emit()
    assert len(titles(events)) == 3 and not events.line.conditions


def test_every_condition_offered_can_be_asked_and_is_named(window: MainWindow, store: Store) -> None:
    for record in (Activity, Member):
        assert fields_to_narrow(record)
        for member in fields_to_narrow(record):
            assert condition_words(store, record, Condition(member.key, 1)).startswith((member.label, "Không"))
            listing.ids(store, listing.Choice(record, conditions=(Condition(member.key, 1),)))


def test_a_view_is_kept_under_its_name_and_shown_again(events: RecordList) -> None:
    events.line.narrow((Condition("form", "toa_dam"),))
    events.all_periods.setChecked(True)
    events.table.columns.show_keys(["title", "place", "start_at"])
    events.table.show_order("title", True)
    with messages.answered("Các buổi tọa đàm") as asked:
        events.line._ask_name()
    assert asked == ["Ghi lại cách xem"]
    events.show_view(View(""))
    assert len(titles(events)) == 3 and events.table.order == ("", False)
    assert events.table.columns.keys == ["title", "place", "start_at"]
    events.table.columns.show_keys(["title", "form"])
    (kept,) = views_of(Activity)
    events.show_view(kept)
    assert titles(events) == ["Tọa đàm cuối năm", "Tọa đàm 8/3"]
    assert events.table.order == ("title", True)
    assert events.table.columns.keys == ["title", "place", "start_at"]


def test_a_newer_question_stops_the_one_under_way(qtbot: QtBot, window: MainWindow, events: RecordList) -> None:
    lookup, told = Lookup(window.jobs, events), list[str]()
    store = window.store
    assert store is not None
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

    def never(question: Question) -> str:
        with store.reading() as connection, question.asked(connection):
            connection.plain.execute(endless).fetchall()
        return "never"

    lookup.ask(never, told.append)
    lookup.ask(lambda _question: "newer", told.append)
    qtbot.waitUntil(lambda: told == ["newer"])
    assert not lookup.is_busy


@pytest.fixture
def search(qtbot: QtBot, window: MainWindow, events: RecordList) -> Everywhere:
    """The search over everything, opened from the menu."""
    window.menu["everywhere"].trigger()
    shown = window.findChild(Everywhere)
    assert isinstance(shown, Everywhere)
    qtbot.waitExposed(shown)
    return shown


def test_everything_is_searched_and_the_words_are_shown_where_they_stand(qtbot: QtBot, search: Everywhere) -> None:
    search.input.setText("hoà giải")
    qtbot.waitUntil(lambda: bool(search.hits.rows))
    rows = [(row.text, row.hit.excerpt if row.hit else None) for row in search.hits.rows]
    assert rows == [
        ("Tuyên truyền  ·  Hoạt động  (1)", None),
        ("Hội nghị hòa giải", ""),
        ("Đoàn viên & đơn vị  ·  Đoàn viên  (1)", None),
        ("Lê Thị Hoà", "Ghi chú: Trưởng ban hòa giải cơ sở"),
    ]
    QTest.keyClicks(search.input, " zzz")
    qtbot.waitUntil(lambda: not search.hits.rows)
    assert "hoà giải zzz" in search.said.text() and "ít từ hơn" in search.said.text()


def test_kinds_called_by_the_words_come_first_and_words_of_two_fields_are_both_shown(
    qtbot: QtBot, store: Store, search: Everywhere
) -> None:
    with store.write("Thêm") as write:
        write.save(
            Activity(
                "S9",
                title="Sinh hoạt tổ",
                form="hoi_nghi",
                start_at=datetime(2026, 2, 2),
                primary_topic="atgt",
                place="Xưởng Trần Hưng Đạo",
                lesson="Cảm ơn anh Văn",
            )
        )
        write.save(Member("M9", full_name="Trần Văn Ưu"))
    QTest.keyClicks(search.input, "tran van")
    qtbot.waitUntil(lambda: bool(search.hits.rows))
    hits = [row.hit for row in search.hits.rows if row.hit]
    assert [hit.uid for hit in hits] == ["M9", "S9"]
    assert hits[1].excerpt == "Địa điểm: Xưởng Trần Hưng Đạo  ·  Bài học kinh nghiệm: Cảm ơn anh Văn"


def test_a_record_found_is_opened_on_its_page_by_keys_whatever_hides_it(
    qtbot: QtBot, window: MainWindow, events: RecordList, search: Everywhere
) -> None:
    events.line.narrow((Condition("form", "hoi_nghi"),))
    QTest.keyClicks(search.input, "toa dam")
    qtbot.waitUntil(lambda: bool(search.hits.rows))
    QTest.keyClick(search.input, Qt.Key.Key_Down)
    QTest.keyClick(search.input, Qt.Key.Key_Return)
    assert events.table.chosen == "S3"  # of 2025
    assert not events.line.conditions
    window.menu["everywhere"].trigger()
    again = next(each for each in window.findChildren(Everywhere) if each.isVisible())
    QTest.keyClicks(again.input, "le hoa")
    qtbot.waitUntil(lambda: bool(again.hits.rows))
    QTest.keyClick(again.input, Qt.Key.Key_Return)
    assert window.subject.name == "people" and current(window).table.chosen == "M1"


def test_more_than_are_shown_lead_to_the_whole_list(
    qtbot: QtBot, window: MainWindow, store: Store, search: Everywhere
) -> None:
    with store.write("Nhiều") as write:
        for number in range(9):
            write.save(Member(f"N{number}", full_name=f"Trần Văn {number}"))
    QTest.keyClicks(search.input, "tran van")
    qtbot.waitUntil(lambda: bool(search.hits.rows))
    assert search.hits.rows[-1].text == "Xem cả 9 đoàn viên trong danh sách"
    QTest.keyClick(search.input, Qt.Key.Key_Up)
    for _ in range(6):
        QTest.keyClick(search.input, Qt.Key.Key_Down)
    QTest.keyClick(search.input, Qt.Key.Key_Return)
    assert len(titles(current(window))) == 9
    assert current(window).filter.text() == "tran van"
