"""What a report names one by one: in which order, and what it keeps to itself."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from models.indicators.figure import Reference
from models.indicators.figures import figures
from models.indicators.lists import LISTS
from models.ledger.store import Store
from models.periods import after, period_from
from models.record import Record
from models.records.activity import Activity, ActivityAudience
from models.records.feedback import Feedback

QUARTER = period_from("2026-Q1")


def add(store: Store, *records: Record) -> None:
    with store.write("Thử") as write:
        write.add_all(records)


def activity(title: str, day: str, turns: int | None = None, **more: Any) -> Activity:
    audiences = [ActivityAudience(n_turns=turns)] if turns is not None else []
    known = {"form": "hoi_nghi", "primary_topic": "atgt", "start_at": datetime.fromisoformat(day)}
    return Activity(title=title, audiences=audiences, **{**known, **more})


def voice(content: str, due: str | None, **more: Any) -> Feedback:
    day = date.fromisoformat(due) if due else None
    known = {"channel": "hop_to", "source_kind": "ca_nhan", "kind": "kien_nghi", "competent_level": "co_so_nsdld"}
    return Feedback(
        content=content,
        received_on=date(2026, 1, 5),
        due_on=day,
        source_name="Người Nêu",
        **{**known, "subject_area": "tien_luong", **more},
    )


def labels(store: Store, name: str) -> list[str]:
    return [str(each.texts["label"]) for each in LISTS[name](store, QUARTER)]


def test_the_largest_events_of_the_period_come_first_and_are_five_at_most(store: Store) -> None:
    add(store, *(activity(f"Hội nghị {number}", "2026-02-01", 10 * number) for number in range(1, 8)))
    add(store, activity("Quý sau", "2026-04-01", 900), activity("Không ghi người dự", "2026-02-02"))
    add(store, activity("Chưa làm", "2026-02-02", 900, status="ke_hoach"))
    assert labels(store, "largest_activities") == [f"Hội nghị {number}" for number in (7, 6, 5, 4, 3)]


def test_planned_is_what_stands_in_the_next_period(store: Store) -> None:
    add(store, activity("Tháng sáu", "2026-06-30T19:00", status="ke_hoach"), activity("Đã làm", "2026-05-02"))
    add(store, activity("Tháng tư", "2026-04-01", status="ke_hoach"), activity("Xa", "2026-07-01", status="ke_hoach"))
    assert labels(store, "planned_activities") == ["Tháng tư", "Tháng sáu"]


def test_open_items_are_told_without_names_and_overdue_ones_first(store: Store) -> None:
    add(store, voice("Phụ cấp", "2026-05-01"), voice("Bữa ăn", "2026-03-30"), voice("Không hạn", None))
    add(store, voice("Giữ kín", "2026-04-02", confidential=True), voice("Tố", "2026-03-01", kind="to_cao"))
    add(store, voice("Đã xong", "2026-02-01", state="da_tra_loi", replied_on=date(2026, 2, 1)))
    found = LISTS["open_feedback"](store, QUARTER)
    assert [each.texts["label"] for each in found] == ["Bữa ăn", "(Nội dung được giữ kín)", "Phụ cấp", "Không hạn"]
    assert [each.texts["state"] for each in found] == ["Quá hạn", *["Đang giải quyết"] * 3]
    assert "Người Nêu" not in str(found)


def test_what_levels_above_have_to_decide_is_put_in_their_order(store: Store) -> None:
    add(store, voice("Nhà ở", "2026-04-02", competent_level="trung_uong"), voice("Ở đây", "2026-04-01"))
    add(store, *(voice("Quỹ", f"2026-05-0{day}", competent_level="cd_cap_tren") for day in (2, 3)))
    assert labels(store, "feedback_above") == ["Quỹ", "Nhà ở"]


def test_what_is_due_next_mixes_answers_and_plans_by_day(store: Store) -> None:
    add(store, voice("Phụ cấp", "2026-04-20"), voice("Quá hạn", "2026-03-01"), voice("Xa", "2026-09-01"))
    add(store, activity("Hội thao", "2026-04-10T07:00", status="ke_hoach"))
    assert labels(store, "due_next") == [
        "Nộp báo cáo quý (Quý I/2026)",
        "Hội thao",
        "Trả lời ý kiến về tiền lương, thưởng, nợ lương",
    ]


def test_difficulties_are_told_once(store: Store) -> None:
    add(store, *(activity(f"Buổi {n}", "2026-02-01", difficulties="Thiếu hội trường.") for n in (1, 2)))
    add(store, activity("Ngoài kỳ", "2026-04-01", difficulties="Mưa."))
    assert labels(store, "difficulties") == ["Thiếu hội trường."]


def test_the_period_before_is_empty_until_the_ledger_tells_of_it(store: Store) -> None:
    last = Reference("sessions", span="ky_truoc")
    add(store, activity("Nay", "2026-02-01"))
    assert [each.value for each in figures(store, QUARTER, [last])] == [None]
    add(store, activity("Trước", "2025-12-01", n_sessions=3))
    assert [each.value for each in figures(store, QUARTER, [last])] == [3]


def test_the_period_after_is_of_the_same_kind() -> None:
    pairs = (("2026-Q4", "2027-Q1"), ("2026-12", "2027-01"), ("2026-H1", "2026-H2"), ("2026-9M", "2026-Q4"))
    more = (("2026", "2027"), ("2025-2026", "2026-2027"), ("2026-01-01..2026-01-10", "2026-01-11..2026-01-20"))
    assert [after(period_from(text)).text for text, _ in pairs + more] == [text for _, text in pairs + more]
