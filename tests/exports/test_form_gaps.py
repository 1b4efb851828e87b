""" "Còn thiếu gì?" of the figures: forms that contradict each other, members that do not add up, unexplained jumps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from exports.form_gaps import all_gaps, figure_gaps
from models.amendments import cell_at, keep_cell
from models.gaps.gap import ERROR, WARNING, Gap
from models.gaps.headings import CONTRADICTION, HEADINGS, heading_of
from models.ledger.file import create
from models.ledger.store import Store
from models.periods import quarter
from models.records.activity import Activity, ActivityAudience
from models.records.member import Member, MemberEvent
from models.records.unit import new_own_unit

PERIOD, FORMER = quarter(2026, 2), quarter(2026, 1)


def held(turns: int, month: int) -> Activity:
    return Activity(
        title=f"Hội nghị tháng {month}",
        form="hoi_nghi",
        start_at=datetime(2026, month, 3, 8),
        primary_topic="atvsld",
        audiences=[ActivityAudience(group="doan_vien", n_turns=turns)],
    )


def member(uid: str, joined: date, told: bool = True) -> Member:
    events = [MemberEvent(kind="ket_nap", on=joined)] if told else []
    return Member(uid, full_name=f"Người {uid}", joined_on=joined, events=events)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two quarters alike."""
    made = create(tmp_path / "so.socd", new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Tây Ninh", "MAU", "Tây Ninh"))
    with made.write("Thêm") as write:
        write.save(member("old", date(2025, 12, 1)))
        write.add_all([held(100, 1), held(100, 5)])
    yield made
    made.close()


def found(store: Store) -> dict[str, Gap]:
    return {f"{gap.rule} {gap.uid.split('/')[3]}": gap for gap in figure_gaps(store, PERIOD)}


def say(store: Store, form: str, row: str, column: str, **said: object) -> None:
    cell = cell_at(store, form, PERIOD, (form, row, column))
    for name, value in said.items():
        setattr(cell, name, value)
    keep_cell(store, cell, "con số")


def test_quarters_alike_lack_nothing(store: Store) -> None:
    assert found(store) == {}


def test_a_part_put_over_its_total_by_hand_is_named(store: Store) -> None:
    say(store, "A2", "III.3", "so_luong", override=101, override_reason="Đếm lại")
    gap = found(store)["part_over_total III.3"]
    assert (gap.severity, gap.reason) == (ERROR, "là 101, lớn hơn tổng ở dòng III.2 (100)")
    say(store, "A2", "III.3", "so_luong", override=100, override_reason="Đếm lại")
    assert found(store) == {}


def test_a_jump_asks_for_one_sentence(store: Store) -> None:
    with store.write("Thêm") as write:
        write.save(held(51, 6))
    (gap,) = [gap for key, gap in found(store).items() if key == "jump III.2"]
    assert (gap.type, gap.uid, gap.field, gap.severity) == (
        "report_cell",
        "A2/A2/2026-Q2/III.2/so_luong",
        "remark",
        WARNING,
    )
    assert gap.reason.startswith("là 151, Quý I/2026 là 100")
    say(store, "A2", "III.2", "so_luong", remark="Thêm một hội nghị")
    assert "jump III.2" not in found(store)


def test_half_more_or_small_figures_are_no_jump(store: Store) -> None:
    with store.write("Thêm") as write:
        write.save(held(50, 6))
    assert found(store) == {}


def test_without_a_whole_period_before_nothing_is_compared(store: Store) -> None:
    with store.write("Thêm") as write:
        write.save(held(900, 3))
    assert not [gap for gap in figure_gaps(store, quarter(2025, 4)) if gap.rule in ("jump", "members_do_not_add_up")]


def test_forms_that_contradict_each_other_are_an_error(store: Store) -> None:
    say(store, "B1", "atvsld", "3", override=2.0, override_reason="Đếm lại")
    (gap,) = [gap for gap in all_gaps(store, PERIOD) if gap.rule == "a2_b1_sessions"]
    assert (gap.severity, heading_of(gap), gap.title) == (ERROR, CONTRADICTION, "Số buổi tuyên truyền – Số lượng")
    assert gap.reason == "số buổi ở A2 và tổng của B1 không bằng nhau: 1 và 2"
    say(store, "A2", "III.1", "so_luong", override=2.0, override_reason="Đếm lại")
    assert "a2_b1_sessions III.1" not in found(store)


def test_a_member_without_the_event_of_joining_is_noticed(store: Store) -> None:
    with store.write("Kết nạp") as write:
        write.save(member("new", date(2026, 5, 1)))
    assert found(store) == {}
    with store.write("Quên ghi") as write:
        write.save(member("quiet", date(2026, 5, 1), told=False))
    (gap,) = found(store).values()
    assert (gap.rule, heading_of(gap)) == ("members_do_not_add_up", HEADINGS["members_do_not_add_up"])
    assert "có 3 đoàn viên" in gap.reason
    assert "phải là 2" in gap.reason
