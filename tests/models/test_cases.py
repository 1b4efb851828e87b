"""A voice as a case: what may come next, what each step writes, and what no list shows of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from models.cases import STEPS, CaseStep, Letter, carry_out, steps_for
from models.errors import Refused
from models.ledger import history
from models.ledger.listing import FILTER, Choice, Condition, cells, columns_of, counts_by_filter, ids
from models.ledger.store import Store
from models.masks import MASK, hidden
from models.records.feedback import Feedback
from models.records.official_document import OfficialDocument

DAY = date(2026, 1, 20)


def step(name: str) -> CaseStep:
    return next(each for each in STEPS if each.name == f"case-{name}")


def voice(uid: str = "K1", **said: object) -> Feedback:
    values = {
        "code": f"2026/{uid}",
        "received_on": DAY,
        "channel": "hop_to",
        "source_kind": "ca_nhan",
        "source_name": "Lý Thị Sen",
        "kind": "kien_nghi",
        "subject_area": "bua_an_ca",
        "content": "Bữa ăn ca còn nguội",
        "competent_level": "co_so_cd",
    }
    return Feedback(uid, **(values | said))


@pytest.fixture
def held(store: Store) -> Store:
    """A ledger with two voices."""
    with store.write("Nhập") as write:
        write.add_all([voice(), voice("K2")])
    return store


def words(store: Store, uid: str = "K1") -> list[str]:
    return [each.name.removeprefix("case-") for each in steps_for(store.read(Feedback, uid))]


def take(store: Store, name: str, on: date, **said: object) -> int:
    return carry_out(store, store.read(Feedback, "K1"), step(name), on, said)


def test_the_steps_offered_are_those_that_may_follow(held: Store) -> None:
    assert words(held) == ["begin", "forward", "answer", "return", "refuse", "merge"]
    take(held, "begin", DAY, assigned_to="Bà Lan")
    assert words(held)[0] == "forward"
    take(held, "answer", DAY, reply_text="Đã thay bếp")
    assert words(held) == ["tell", "close", "reopen"]
    take(held, "tell", DAY, note="gặp trực tiếp")
    assert words(held) == ["close", "reopen"]
    take(held, "reopen", DAY, note="Chưa thay")
    assert held.read(Feedback, "K1").returned_to_source_on is None


def test_a_step_is_one_write_with_its_event_and_day(held: Store, dumped: Callable[[Store], str]) -> None:
    before = dumped(held)
    on = DAY + timedelta(3)
    number = take(held, "answer", on, reply_text="Đã thay bếp", outcome="giai_quyet_xong")
    answered = held.read(Feedback, "K1")
    assert (answered.state, answered.replied_on, answered.reply_text) == ("da_tra_loi", on, "Đã thay bếp")
    assert [(each.from_state, each.to_state, each.at and each.at.date()) for each in answered.events] == [
        ("tiep_nhan", "da_tra_loi", on)
    ]
    undone = history.undo(held)
    assert (undone.number, undone.label) == (number, "Trả lời: ý kiến 2026/K1")
    assert dumped(held) == before


def test_telling_the_source_changes_no_state_and_counts_as_no_answer(held: Store) -> None:
    take(held, "answer", DAY, reply_text="Đã thay bếp")
    take(held, "tell", DAY + timedelta(1), note="qua tổ trưởng", satisfaction=4)
    told = held.read(Feedback, "K1")
    assert (told.state, told.returned_to_source_on, told.satisfaction) == ("da_tra_loi", DAY + timedelta(1), 4)
    assert (told.events[-1].to_state, told.events[-1].note) == (None, "Đã báo lại người nêu: qua tổ trưởng")


def test_a_letter_is_entered_with_the_step_and_names_nobody(held: Store) -> None:
    spoken = held.read(Feedback, "K1")
    said = {"competent_level": "ldld_tinh", "competent_body": "Liên đoàn Lao động tỉnh Tây Ninh"}
    carry_out(held, spoken, step("forward"), DAY, said, Letter(12, "CV-CĐCS"))
    sent = held.read(Feedback, "K1")
    letter = held.read(OfficialDocument, sent.forward_doc or "")
    assert (letter.direction, letter.doc_type, letter.number, letter.issued_on) == ("di", "CV", 12, DAY)
    assert letter.abstract == ("Chuyển kiến nghị số 2026/K1 về bữa ăn ca đến Liên đoàn Lao động tỉnh Tây Ninh")
    assert sent.events[-1].doc == letter.uid
    history.undo(held)
    assert held.read_many(OfficialDocument, [letter.uid]) == []


def test_what_cannot_be_is_refused_at_its_field_and_nothing_changes(
    held: Store, dumped: Callable[[Store], str]
) -> None:
    with held.write("Gộp") as write:
        write.save(voice("K3", state="gop", merged_into="K2"))
    before = dumped(held)
    for name, on, said, field in (
        ("close", DAY, {}, "state"),
        ("answer", DAY - timedelta(9), {"reply_text": "a"}, "replied_on"),
        ("begin", DAY - timedelta(9), {}, "on"),
        ("answer", date.today() + timedelta(1), {"reply_text": "a"}, "replied_on"),
        ("answer", DAY, {}, "reply_text"),
        ("merge", DAY, {"merged_into": "K1"}, "merged_into"),
        ("merge", DAY, {"merged_into": "K3"}, "merged_into"),
    ):
        with pytest.raises(Refused) as refused:
            take(held, name, on, **said)
        assert field in {fault.field for fault in refused.value.faults}
    assert dumped(held) == before


def test_filters_look_at_every_period_and_count_what_they_show(store: Store) -> None:
    late, soon = date.today() - timedelta(1), date.today() + timedelta(9)
    with store.write("Nhập") as write:
        write.add_all(
            [
                voice("new"),
                voice("late", due_on=late, state="dang_xu_ly"),
                voice("soon", due_on=soon, state="mo_lai"),
                voice("done", due_on=late, state="dong", replied_on=DAY),
                voice("untold", state="da_tra_loi", replied_on=DAY),
                voice("told", state="da_tra_loi", replied_on=DAY, returned_to_source_on=DAY),
                voice("nameless", state="da_tra_loi", replied_on=DAY, source_kind="an_danh"),
            ]
        )
    assert counts_by_filter(store, Feedback) == {"open": 3, "overdue": 1, "untold": 1}
    for name, wanted in (("open", {"new", "late", "soon"}), ("overdue", {"late"}), ("untold", {"untold"})):
        found = ids(store, Choice(Feedback, conditions=(Condition(FILTER, name),)))
        assert {uid for uid, _texts in cells(store, Feedback, [], found)} == wanted


def test_lists_pass_on_no_secret(store: Store) -> None:
    with store.write("Nhập") as write:
        write.add_all(
            [
                voice("a", confidential=True),
                voice("b", source_kind="an_danh"),
                voice("c", kind="to_cao"),
                voice("d", confidential=True, source_name=None),
            ]
        )
    columns = columns_of(Feedback, ("source_name", "content"))
    found = ids(store, Choice(Feedback, order="code"))
    said = "Bữa ăn ca còn nguội"
    assert dict(cells(store, Feedback, columns, found)) == {
        "a": [MASK, said],
        "b": [MASK, said],
        "c": ["Lý Thị Sen", MASK],
        "d": ["", said],
    }
    assert [hidden(store.read(Feedback, uid)) for uid in "abc"] == [
        {"source_name", "member"},
        {"source_name", "member"},
        {"content"},
    ]
