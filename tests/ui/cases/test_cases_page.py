"""Voices as cases: quick filters over every period, the way told in the card, each next step one small window."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.ledger.store import Store
from models.masks import MASK
from models.periods import quarter
from models.records.feedback import Feedback
from models.records.official_document import OfficialDocument
from tests.ui.asked import agree, fill, shown
from ui.cases.case_desk import CaseDesk
from ui.editing.asking import AskDialog
from ui.main_window import MainWindow
from ui.pages.record_list import ROOM_FOR_CARD, RecordList
from ui.pages.subject_page import SubjectPage

LATE = date.today() - timedelta(3)
NAME = "Quách Lục Bình"


def voice(uid: str, **said: object) -> Feedback:
    values = {
        "code": f"2025/{uid}",
        "received_on": date(2025, 1, 20),
        "channel": "hop_to",
        "source_kind": "ca_nhan",
        "source_name": NAME,
        "kind": "kien_nghi",
        "subject_area": "bua_an_ca",
        "content": f"Bữa ăn ca còn nguội {uid}",
        "competent_level": "co_so_cd",
    }
    return Feedback(uid, **(values | said))


@pytest.fixture
def cases(window: MainWindow, store: Store) -> RecordList:
    """Four voices of an earlier quarter: one late, one new and secret, one answered, one complaint that is closed."""
    with store.write("Nhập") as write:
        write.add_all(
            [
                voice("1", due_on=LATE, state="dang_xu_ly"),
                voice("2", confidential=True),
                voice("3", state="da_tra_loi", replied_on=date(2025, 2, 1)),
                voice("4", state="dong", kind="khieu_nai", closed_on=date(2025, 2, 1)),
            ]
        )
    window.choose_period(quarter(2026, 1))
    window.show_subject("feedback")
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    return page.current


def desk(window: MainWindow) -> CaseDesk:
    """What stands in the card."""
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    found = page.extras["feedback"]
    assert isinstance(found, CaseDesk)
    return found


def uids(cases: RecordList) -> list[str]:
    return [cases.table.rows.uid(row) for row in range(cases.table.rows.count)]


def press(cases: RecordList, name: str) -> None:
    """A click on a quick filter."""
    QTest.mouseClick(cases.line.quick.buttons[name], Qt.MouseButton.LeftButton)


def card(cases: RecordList) -> str:
    return cases.card.text.toPlainText()


def test_quick_filters_show_what_is_open_late_or_untold_of_any_period(store: Store, cases: RecordList) -> None:
    assert uids(cases) == []
    texts = [each.text() for each in cases.line.quick.buttons.values()]
    assert texts == ["Đang xử lý   2", "Quá hạn   1", "Đã trả lời, chưa báo lại   1"]
    for name, wanted in (("open", {"1", "2"}), ("overdue", {"1"}), ("untold", {"3"})):
        press(cases, name)
        assert set(uids(cases)) == wanted
    press(cases, "untold")
    assert uids(cases) == [] and cases.all_periods.isEnabled()


def test_an_answer_goes_its_whole_way_by_buttons_and_comes_back(
    window: MainWindow, store: Store, cases: RecordList
) -> None:
    press(cases, "overdue")
    assert "Quá hạn 3 ngày" in card(cases)
    QTest.mouseClick(desk(window).panel.buttons["case-answer"], Qt.MouseButton.LeftButton)
    asked = shown(AskDialog)
    assert asked.boxes["replied_on"].editor.value() == date.today()
    agree(asked)
    assert asked.boxes["reply_text"].reason.text() == "Chưa điền"
    fill(asked, replied_on="5/2/2025", reply_text="Đã thay bếp")
    agree(asked)
    answered = store.read(Feedback, "1")
    assert (answered.state, answered.replied_on, answered.reply_text) == (
        "da_tra_loi",
        date(2025, 2, 5),
        "Đã thay bếp",
    )
    assert cases.line.quick.buttons["untold"].text().endswith("2"), "the numbers follow"
    press(cases, "untold")
    assert cases.reveal("1")
    assert card(cases).index("Đã trả lời") < card(cases).index("Số sổ")
    QTest.mouseClick(desk(window).panel.buttons["case-tell"], Qt.MouseButton.LeftButton)
    told = shown(AskDialog)
    fill(told, returned_to_source_on="6/2/2025", note="qua tổ trưởng", satisfaction="4")
    agree(told)
    assert store.read(Feedback, "1").returned_to_source_on == date(2025, 2, 6)
    for state in ("da_tra_loi", "dang_xu_ly"):
        window.menu["undo"].trigger()
        assert (store.read(Feedback, "1").state, store.read(Feedback, "1").returned_to_source_on) == (state, None)
    cases.reveal("1")
    assert next(iter(desk(window).panel.buttons)) == "case-forward"


def test_forwarding_enters_the_letter_too(window: MainWindow, store: Store, cases: RecordList) -> None:
    cases.reveal("2")
    window.menu["case-forward"].trigger()
    asked = shown(AskDialog)
    assert not asked.boxes["number"].isVisible()
    QTest.keyClick(asked.boxes["letter"].input, Qt.Key.Key_Space)
    assert asked.boxes["number"].isVisible()
    fill(asked, competent_body="Liên đoàn Lao động tỉnh", number="12")
    agree(asked)
    sent = store.read(Feedback, "2")
    letter = store.read(OfficialDocument, sent.forward_doc or "")
    assert (sent.state, sent.forwarded_on, letter.number) == ("chuyen_cap_tren", date.today(), 12)
    assert NAME not in letter.abstract
    QTest.mouseClick(window.toast.undo_button, Qt.MouseButton.LeftButton)
    assert store.read(Feedback, "2").state == "tiep_nhan" and list(store.read_all(OfficialDocument)) == []


def test_a_day_that_cannot_be_is_refused_at_its_field(window: MainWindow, store: Store, cases: RecordList) -> None:
    cases.reveal("1")
    window.menu["case-answer"].trigger()
    asked = shown(AskDialog)
    fill(asked, replied_on="1/1/2020", reply_text="Đã thay")
    agree(asked)
    assert asked.isVisible() and "rước ngày tiếp nhận" in asked.boxes["replied_on"].reason.text()
    assert store.read(Feedback, "1").state == "dang_xu_ly"
    asked.reject()


def test_what_is_merged_or_reopened_says_into_what_and_why(window: MainWindow, store: Store, cases: RecordList) -> None:
    cases.reveal("2")
    window.menu["case-merge"].trigger()
    asked = shown(AskDialog)
    fill(asked, merged_into="nguoi 1")
    agree(asked)
    assert store.read(Feedback, "2").state == "gop", asked.faults.text()
    cases.reveal("4")
    window.menu["case-reopen"].trigger()
    again = shown(AskDialog)
    agree(again)
    assert again.boxes["note"].reason.text() == "Chưa điền"
    fill(again, note="Chưa đồng ý")
    agree(again)
    reopened = store.read(Feedback, "4")
    assert (reopened.state, reopened.events[-1].note) == ("mo_lai", "Chưa đồng ý")


def test_a_low_card_keeps_every_step_in_one_button(window: MainWindow, cases: RecordList) -> None:
    cases.reveal("1")
    panel = desk(window).panel
    assert panel.isVisible() and not panel.all_steps.isVisible()
    beside = window.height() - cases.height()  # differs with the letters of a machine
    window.resize(1250, beside + ROOM_FOR_CARD[1] + 20)
    assert not panel.isVisible() and panel.all_steps.isVisible()
    menu = panel.all_steps.menu()
    assert menu is not None
    assert [each.text().replace("&", "").partition("\t")[0] for each in menu.actions()][:2] == [
        "Chuyển đến…",
        "Trả lời…",
    ]


def test_only_steps_that_may_follow_are_offered(window: MainWindow, cases: RecordList) -> None:
    cases.reveal("4")
    assert window.menu["case-reopen"].isEnabled()
    assert not window.menu["case-answer"].isEnabled() and not window.menu["join"].isEnabled()
    assert list(desk(window).panel.buttons) == ["case-tell", "case-reopen"]


def test_who_spoke_in_confidence_is_shown_only_when_asked_for(window: MainWindow, cases: RecordList) -> None:
    cases.reveal("2")
    assert NAME not in card(cases) and MASK in card(cases)
    QTest.mouseClick(desk(window).panel.look_button, Qt.MouseButton.LeftButton)
    assert NAME in card(cases)
    cases.reveal("1")
    assert NAME in card(cases) and not desk(window).panel.look_button.isVisible()
    cases.reveal("2")
    assert NAME not in card(cases), "it is hidden again"
    cases.reveal("4")
    assert "nguội" not in card(cases), "what a complaint says is for its own procedure"
