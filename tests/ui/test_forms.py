"""Every kind of record has a form that opens, refuses what is missing with the reasons, and saves what is right."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from models.ledger.store import Store
from models.record import Field, Record
from models.records import CATALOGUE
from models.records.activity import Activity, ActivityAudience
from models.records.feedback import Feedback
from models.records.member import Member
from models.records.unit import OrgPermission, OrgUnit
from models.values import Code, Day, Decimal, Link, Moment, PeriodText, Whole
from ui import messages
from ui.editing.cells import Typed
from ui.editing.dialog import RecordDialog
from ui.editing.form_logic import new_record
from ui.editing.part_table import PartTable
from ui.editing.plan import plan_of
from ui.editing.ticks import TickList
from ui.main_window import MainWindow


def opened(qtbot: QtBot, store: Store, record: Record, before: Record | None = None) -> RecordDialog:
    """The form of a record, shown."""
    form = RecordDialog(store, record, before=before)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(form, before_close_func=lambda shown: shown.done(0))
    form.show()
    return form


def sensible(store: Store, member: Field) -> object:
    """A value that a field of this kind takes."""
    if isinstance(member.kind, Link):
        return store.own_unit().uid if "org_unit" in member.kind.to else a_member(store)
    if isinstance(member.kind, Code):
        return next(iter(member.kind.list))
    if isinstance(member.kind, Day | Moment):
        return datetime(2026, 2, 5, 8, 0) if isinstance(member.kind, Moment) else date(2026, 2, 5)
    if isinstance(member.kind, Whole):
        return 2026 if member.kind.plain else 3
    if isinstance(member.kind, PeriodText):
        return "2026-Q1"
    return 2.5 if isinstance(member.kind, Decimal) else "Một tên"


def a_member(store: Store) -> str:
    """The uid of someone in the ledger."""
    with store.write("Thêm đoàn viên") as write:
        write.save(Member("M1", full_name="Nguyễn Thị Ánh"))
    return "M1"


def emptied(form: RecordDialog) -> None:
    """Takes everything out of the form that was proposed."""
    for box in form.form.boxes.values():
        box.editor.show_value(None)


@pytest.mark.parametrize("record", CATALOGUE, ids=lambda record: record.table_name)
def test_a_form_opens_refuses_and_saves(qtbot: QtBot, window: MainWindow, store: Store, record: type[Record]) -> None:
    form = opened(qtbot, store, new_record(record))
    emptied(form)
    missing = [name for name, member in record.fields.items() if member.required and member.default is None]
    if missing:
        assert not form.save()
        assert [name for name, box in form.form.boxes.items() if box.reason.text() == "Chưa điền"] == [
            name for name in form.form.boxes if name in missing
        ]
    for name in missing:
        form.form.boxes[name].editor.show_value(sensible(store, record.fields[name]))
    assert form.save(), [box.reason.text() for box in form.form.boxes.values()]
    assert store.read(record, form.record.uid) == form.record


@pytest.mark.parametrize("record", CATALOGUE, ids=lambda record: record.table_name)
def test_every_field_and_list_stands_in_the_form_once(record: type[Record]) -> None:
    placed = [name for sheet in plan_of(record) for name in (*sheet.fields, *sheet.lists)]
    assert sorted(placed) == sorted({*record.fields, *record.lists} - {*record.unseen})


def test_the_content_of_reform_ticks_its_box_and_asks_which(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    form = opened(qtbot, store, new_record(Activity))
    boxes, contents = form.form.boxes, form.form.lists["par_contents"]
    assert not contents.isVisible()
    QTest.keyClicks(boxes["primary_topic"].input, "cai cach")
    QTest.keyClick(boxes["primary_topic"].input, Qt.Key.Key_Tab)
    assert boxes["is_par"].editor.value() is True
    assert contents.isVisible()
    boxes["title"].editor.show_value("Hội nghị")
    boxes["form"].editor.show_value("hoi_nghi")
    assert not form.save()
    assert isinstance(contents, TickList) and "cần ít nhất một nội dung" in contents.reason.text()
    index = contents.options.index(1)
    contents.options.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert form.save()
    assert [each.par_content for each in store.read(Activity, form.record.uid).par_contents] == [2]


def test_a_change_of_state_becomes_a_step_of_handling(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    form = opened(qtbot, store, new_record(Feedback))
    for name, member in Feedback.fields.items():
        if member.required and member.default is None:
            form.form.boxes[name].editor.show_value(sensible(store, member))
    assert form.save()
    before = store.read(Feedback, form.record.uid)
    assert before.code == f"{before.received_on.year}/0001"
    again = opened(qtbot, store, store.read(Feedback, before.uid), before)
    again.form.boxes["state"].editor.show_value("dang_xu_ly")
    assert again.save()
    steps = store.read(Feedback, before.uid).events
    assert [(step.from_state, step.to_state) for step in steps] == [(None, "tiep_nhan"), ("tiep_nhan", "dang_xu_ly")]
    assert all(isinstance(step.at, datetime) for step in steps)


def test_a_step_that_cannot_follow_is_refused_at_its_field(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    before = Feedback(
        "K1", received_on=date(2026, 1, 5), channel="hop_to", source_kind="an_danh", kind="gop_y", subject_area="cchc"
    )
    before.content, before.competent_level, before.state = "Nhanh hơn", "co_so_cd", "dong"
    with store.write("Nhập") as write:
        write.save(before)
    form = opened(qtbot, store, store.read(Feedback, "K1"), before)
    form.form.boxes["state"].editor.show_value("dang_xu_ly")
    assert not form.save()
    assert "chỉ có thể là “Mở lại”" in form.form.boxes["state"].reason.text()
    assert store.read(Feedback, "K1") == before


def test_personal_data_are_asked_for_only_where_the_unit_keeps_them(
    qtbot: QtBot, window: MainWindow, store: Store
) -> None:
    assert {"phone", "religion"}.isdisjoint(opened(qtbot, store, Member()).form.boxes)
    own = store.own_unit()
    own.permissions = [OrgPermission(item="phone", purpose="Liên hệ", legal_basis="dong_y")]
    with store.write("Cho phép") as write:
        write.save(own)
    boxes = opened(qtbot, store, Member()).form.boxes
    assert "phone" in boxes
    assert "religion" not in boxes


def test_only_the_own_unit_is_asked_what_it_permits(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    assert {"permissions", "deadlines"} <= set(opened(qtbot, store, store.own_unit()).form.lists)
    assert {"permissions", "deadlines"}.isdisjoint(opened(qtbot, store, OrgUnit()).form.lists)


def test_faults_of_a_child_list_stand_at_its_cells(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    record = new_record(Activity)
    record.audiences = [ActivityAudience(n_turns=10, n_female=12)]  # type: ignore[attr-defined]
    form = opened(qtbot, store, record)
    form.form.boxes["title"].editor.show_value("Hội nghị")
    form.form.boxes["form"].editor.show_value("hoi_nghi")
    form.form.boxes["primary_topic"].editor.show_value("atgt")
    assert not form.save()
    table = form.form.lists["audiences"]
    assert isinstance(table, PartTable)
    assert "12, lớn hơn “Số lượt người” (10)" in table.reason.text()
    names = [member.name for member in table.rows.members]
    assert table.rows.index(0, names.index("n_female")).data(Qt.ItemDataRole.ToolTipRole)


def test_escape_asks_only_if_something_would_be_lost(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    form = opened(qtbot, store, new_record(Activity))
    with messages.answered() as asked:
        QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not asked and not form.isVisible()
    form = opened(qtbot, store, new_record(Activity))
    QTest.keyClicks(form.form.boxes["title"].input, "a")
    with messages.answered(False, True) as asked:
        QTest.keyClick(form, Qt.Key.Key_Escape)
        assert form.isVisible()
        QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible() and len(asked) == 2


def test_saving_and_going_on_leaves_an_empty_form(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    form = opened(qtbot, store, new_record(Activity))
    for name, value in (("title", "Một"), ("form", "hoi_nghi"), ("primary_topic", "atgt")):
        form.form.boxes[name].editor.show_value(value)
    first = form.record.uid
    form.save_and_go_on()
    assert form.isVisible() and form.form.boxes["title"].editor.value() is None
    assert store.read(Activity, first).title == "Một"
    assert form.record.uid != first


def test_a_line_without_its_link_is_asked_about_like_any_other(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    form = opened(qtbot, store, new_record(Activity))
    papers = form.form.lists["documents"]
    assert isinstance(papers, PartTable)
    papers.rows.take([Typed(0, 0, None, ("Nghị quyết nào đó", "không có trong sổ"))])
    with messages.answered(False, True) as asked:
        form.close()
        assert form.isVisible()
        form.close()
    assert not form.isVisible() and len(asked) == 2


def test_no_line_is_taken_out_where_none_is_chosen(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    record = new_record(Activity)
    form = opened(qtbot, store, record)
    people = form.form.lists["audiences"]
    assert isinstance(people, PartTable)
    people.remove_row()
    people.show_parts([ActivityAudience(n_turns=10)])
    people.remove_row()
    assert len(people.parts()) == 1
    people.table.selectRow(0)
    people.remove_row()
    assert people.parts() == []


def test_a_second_click_on_adding_goes_on_in_the_cell_that_is_open(
    qtbot: QtBot, window: MainWindow, store: Store
) -> None:
    people = opened(qtbot, store, new_record(Activity)).form.lists["audiences"]
    assert isinstance(people, PartTable)
    people.add_row()
    people.add_row()
    assert people.table.state() == QTableView.State.EditingState
