"""Several members join, move or leave in one step: all of them or nobody, and one undo takes it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from models.errors import UserError
from models.ledger import history
from models.ledger.store import Store
from models.members_together import join_together, leave_together, move_together
from models.records.member import Member
from models.records.unit import OrgUnit

NAMES = {"M1": "Nguyễn Thị Ánh", "M2": "Đỗ Văn Bình", "M3": "Trần Thị Cẩm"}
JOINED, LATER = date(2026, 1, 5), date(2026, 2, 2)


@pytest.fixture
def people(store: Store) -> Store:
    """Three workers in one group, none of them a member yet, and another group."""
    with store.write("Nhập") as write:
        for uid, name in (("may", "Tổ May"), ("cat", "Tổ Cắt")):
            write.save(OrgUnit(uid, code=uid, kind="union_group", name_full=name))
        write.add_all(Member(uid, full_name=name, union_group="may") for uid, name in NAMES.items())
    return store


def events(store: Store, uid: str) -> list[tuple[str, date | None]]:
    return [(each.kind, each.on) for each in store.read(Member, uid).events]


def test_a_round_is_one_write_with_an_event_for_each(people: Store, dumped: Callable[[Store], str]) -> None:
    before = dumped(people)
    number = join_together(people, list(NAMES), JOINED, None, None)
    assert {uid: events(people, uid) for uid in NAMES} == {uid: [("ket_nap", JOINED)] for uid in NAMES}
    undone = history.undo(people)
    assert (undone.number, undone.label) == (number, "Kết nạp 3 đoàn viên")
    assert dumped(people) == before


def test_moving_passes_over_whoever_is_there_and_leaving_says_why(people: Store) -> None:
    join_together(people, list(NAMES), JOINED, None, None)
    move_together(people, ["M1"], LATER, "cat", None)
    move_together(people, ["M1", "M2"], LATER, "cat", None)
    assert events(people, "M1") == [("ket_nap", JOINED), ("chuyen_to", LATER)]
    assert history.next_undo(people).label == "Chuyển Đỗ Văn Bình sang Tổ Cắt"  # type: ignore[union-attr]
    leave_together(people, ["M3"], LATER, "nghi_huu", None)
    assert history.next_undo(people).label == "Trần Thị Cẩm: nghỉ hưu"  # type: ignore[union-attr]
    assert people.read(Member, "M3").left_on == LATER


def test_every_reason_is_said_and_nobody_is_changed(people: Store, dumped: Callable[[Store], str]) -> None:
    join_together(people, ["M1", "M2"], LATER, None, None)
    before = dumped(people)
    with pytest.raises(UserError, match=r"Ánh.*\n.*Bình") as refused:
        leave_together(people, ["M1", "M2", "M3"], JOINED, "xin_thoi", None)
    assert "Cẩm" not in str(refused.value)
    with pytest.raises(UserError, match="ít nhất một người"):
        join_together(people, [], JOINED, None, None)
    assert dumped(people) == before
