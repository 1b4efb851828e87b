"""From what is missing to a sent report, and what differs from it later: as she does it on the page of reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.gaps.gap import Gap
from models.ledger.store import Store
from models.periods import before
from models.records.activity import Activity
from models.records.report import ReportCell
from models.sealing.read import file_of, seals
from tests.ui.reports_desk import PERIOD, SESSIONS, Desk, activity, ledger, settle, shown
from ui import messages
from ui.dialogs.figure_words import FigureWords
from ui.dialogs.sent_reports import SentReports
from ui.main_window import MainWindow
from ui.pages.reports import ReportsPage
from ui.reports.figure_menu import speak


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A ledger with three events of one quarter, nobody counted at any of them."""
    with ledger(tmp_path) as made:
        yield made


def opened(qtbot: QtBot, store: Store) -> tuple[ReportsPage, Desk]:
    """The page with the panel before sending open, and everything found out."""
    page, window = shown(qtbot, store)
    page.sending.switch()
    settle(qtbot, window)
    return page, window


def groups(page: ReportsPage) -> dict[str, int]:
    """The headings of what is missing, with the number of records under each."""
    tree = page.sending.panel.list
    items = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    return {item.text(0): item.childCount() for item in items if item is not None}


def choose(page: ReportsPage, rule: str) -> Gap:
    """Chooses the first gap of a rule in the list."""
    tree = page.sending.panel.list
    for at in range(tree.topLevelItemCount()):
        group = tree.topLevelItem(at)
        for place in range(group.childCount() if group is not None else 0):
            child = group.child(place) if group is not None else None
            assert child is not None
            tree.setCurrentItem(child)
            if tree.gap is not None and tree.gap.rule == rule:
                return tree.gap
    raise AssertionError(rule)


def send(qtbot: QtBot, page: ReportsPage, window: Desk) -> None:
    with messages.answered(True) as asked:
        page.sending.panel.send_button.click()
        settle(qtbot, window)
    assert len(asked) == 1


def test_what_is_missing_is_counted_on_the_button_and_leads_to_its_field(qtbot: QtBot, store: Store) -> None:
    page, window = opened(qtbot, store)
    assert page.panel.isHidden()
    assert groups(page)["Hoạt động chưa ghi người tham dự (3)"] == 3
    assert page.sending.button.text() == f"Còn thiếu gì? ({sum(groups(page).values())})"
    gap = choose(page, "no_attendance")
    assert "chưa ghi số người tham dự" in page.sending.panel.reason.text()
    page.sending.panel.repair_button.click()
    assert (window.opened, window.fields) == ([("activity", gap.uid)], ["audiences"])
    choose(page, "workforce_missing")
    page.sending.panel.repair_button.click()
    assert (window.opened[-1], window.fields[-1]) == (("workforce_snapshot", ""), "")


def test_a_report_is_sent_only_after_asking(qtbot: QtBot, store: Store) -> None:
    page, window = opened(qtbot, store)
    with messages.answered(False):
        page.sending.panel.send_button.click()
        settle(qtbot, window)
    assert seals(store) == []
    send(qtbot, page, window)
    (sent,) = seals(store)
    assert (sent.form, sent.period) == ("B1", PERIOD)
    assert sent.mark in page.sending.panel.state.text()
    assert not page.sending.panel.send_button.isEnabled()


def test_another_look_meanwhile_does_not_stop_the_sending(qtbot: QtBot, store: Store) -> None:
    page, window = opened(qtbot, store)
    with messages.answered(True):
        page.sending.panel.send_button.click()
        page.period_changed(before(PERIOD))
        page.period_changed(PERIOD)
        settle(qtbot, window)
    (sent,) = seals(store)
    assert sent.mark in page.sending.panel.state.text()


def test_a_later_edit_is_told_and_can_be_sent_as_a_correction(qtbot: QtBot, store: Store) -> None:
    page, window = opened(qtbot, store)
    send(qtbot, page, window)
    with store.write("Ghi muộn") as write:
        write.save(activity("Buổi ghi muộn", sessions=4))
    page.reload(frozenset({"activity"}))
    qtbot.waitUntil(lambda: "Khác so với bản đã gửi: " in page.sending.panel.state.text(), timeout=20_000)
    assert page.sending.panel.send_button.text() == "Gửi báo cáo bổ sung…"
    send(qtbot, page, window)
    assert [each.version for each in seals(store)] == [1, 2]


def test_the_reports_sent_are_listed_with_their_differences(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    page, window = opened(qtbot, store)
    send(qtbot, page, window)
    with store.write("Ghi muộn") as write:
        write.save(activity("Buổi ghi muộn", sessions=4))
    listed = SentReports(window, store)
    qtbot.addWidget(listed)
    item = listed.tree.topLevelItem(0)
    assert item is not None
    assert item.text(0) == "Biểu B1, Quý I/2026"
    children = [child for at in range(item.childCount()) if (child := item.child(at)) is not None]
    lines = [tuple(child.text(place) for place in range(4)) for child in children]
    assert item.text(3) == f"Khác so với bản đã gửi: {len(lines)} ô"
    assert ("An toàn, vệ sinh lao động – Số buổi", "đã gửi 3", "nay là 7", "mới ghi thêm “Buổi ghi muộn”") in lines
    with messages.answered(tmp_path / "lai.pdf"):
        listed.again_buttons[".pdf"].click()
    (sent,) = seals(store)
    assert (tmp_path / "lai.pdf").read_bytes() == file_of(store, sent, ".pdf")
    with messages.answered("Gửi nhầm"):
        listed.withdraw_button.click()
    item = listed.tree.topLevelItem(0)
    assert item is not None
    assert item.text(3) == "Đã thu hồi: Gửi nhầm"
    assert not listed.withdraw_button.isEnabled()


def test_words_at_a_figure_are_kept_and_marked(qtbot: QtBot, store: Store) -> None:
    page, window = shown(qtbot, store)
    speak(window, page, PERIOD, ("B1", ("B1", "atvsld", "3")), "An toàn lao động – Số buổi", "3")
    words = page.window().findChild(FigureWords)
    assert words is not None
    words.figure.setText("năm")
    words.save()
    assert "phải là số" in words.fault.text()
    words.figure.setText("1.005")
    words.save()
    assert "vì sao" in words.fault.text()
    words.reason.setPlainText("Sổ giấy còn hai buổi")
    words.remark.setPlainText("Đã đối chiếu sổ giấy")
    words.save()
    (kept,) = store.read_all(ReportCell)
    assert (kept.override, kept.override_reason, kept.remark) == (1005, "Sổ giấy còn hai buổi", "Đã đối chiếu sổ giấy")
    page.reload(frozenset({"report_cell"}))
    settle(qtbot, window)
    cell = page.preview.sheet.cell(SESSIONS)
    assert cell is not None
    assert (cell.value, cell.by_hand is not None, cell.remark) == (1005, True, "Đã đối chiếu sổ giấy")
    page.preview.sheet.choose(SESSIONS)
    assert "Đã đối chiếu sổ giấy" not in page.panel.value.text()


def test_the_window_opens_a_record_at_its_field(qtbot: QtBot, window: MainWindow) -> None:
    assert window.store is not None
    with window.store.write("Thêm") as write:
        write.save(activity("Hội nghị"))
    (held,) = window.store.read_all(Activity)
    window.open_record("activity", held.uid, "place")
    from ui.editing.dialog import RecordDialog

    form = window.findChild(RecordDialog)
    assert form is not None
    qtbot.waitUntil(lambda: form.form.boxes["place"].input.hasFocus())


def test_every_subject_counted_is_sent_as_a_report_of_its_own(qtbot: QtBot, store: Store) -> None:
    page, window = opened(qtbot, store)
    send(qtbot, page, window)
    page.count_box.click()
    settle(qtbot, window)
    assert page.sending.panel.state.text() == "Chưa gửi báo cáo này."
    send(qtbot, page, window)
    assert [each.form for each in seals(store)] == ["B1", "B1+"]
