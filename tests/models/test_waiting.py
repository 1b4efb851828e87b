"""What waits on a day: late answers and tasks, what is due and planned within two weeks, nothing else."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from models.ledger.store import Store
from models.records.activity import Activity
from models.records.feedback import Feedback
from models.records.task import Task
from models.waiting import waiting

TODAY = date(2026, 4, 8)


def voice(uid: str, due: date, **more: object) -> Feedback:
    return Feedback(
        uid,
        received_on=date(2026, 3, 2),
        due_on=due,
        channel="truc_tiep",
        source_kind="ca_nhan",
        kind="kien_nghi",
        subject_area="tien_luong",
        competent_level="co_so_nsdld",
        content=f"Ý kiến {uid}",
        **more,
    )


def plan(uid: str, day: date, status: str = "ke_hoach") -> Activity:
    start = datetime(day.year, day.month, day.day, 8)
    return Activity(uid, title=uid, form="hoi_nghi", start_at=start, primary_topic="atvsld", status=status)


def told(store: Store) -> dict[str, tuple[str, ...]]:
    return {each.name: each.uids for each in waiting(store, TODAY)}


def test_nothing_waits_in_a_new_ledger(store: Store) -> None:
    assert waiting(store, TODAY) == []


def test_feedback_waits_from_the_day_after_it_was_due(store: Store) -> None:
    with store.write("Ghi") as write:
        write.save(voice("hôm qua", TODAY - timedelta(days=1)))
        write.save(voice("hôm nay", TODAY))
        write.save(voice("đã trả lời", TODAY - timedelta(days=9), state="da_tra_loi", replied_on=date(2026, 4, 1)))
    assert told(store) == {"voices": ("hôm qua",)}


def test_tasks_not_done_are_late_or_due_within_two_weeks(store: Store) -> None:
    days = {"trễ": -1, "hôm nay": 0, "hai tuần": 14, "còn lâu": 15}
    with store.write("Ghi") as write:
        for uid, by in days.items():
            write.save(Task(uid, text=uid, due_on=TODAY + timedelta(days=by)))
        write.save(Task("xong", text="xong", due_on=TODAY, state="da_thuc_hien"))
        write.save(Task("không hạn", text="không hạn"))
    assert told(store) == {"late_tasks": ("trễ",), "tasks": ("hôm nay", "hai tuần")}


def test_only_plans_of_the_coming_days_wait(store: Store) -> None:
    with store.write("Ghi") as write:
        write.save(plan("mai", TODAY + timedelta(days=1)))
        write.save(plan("qua rồi", TODAY - timedelta(days=1)))
        write.save(plan("đã làm", TODAY, status="da_thuc_hien"))
    (found,) = waiting(store, TODAY)
    assert (found.name, found.kind, found.uids, found.is_late) == ("plans", "activity", ("mai",), False)
