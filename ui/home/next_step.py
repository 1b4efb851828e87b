"""The one thing to do next, said in a sentence with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.deadlines import OVERDUE, Due

if TYPE_CHECKING:
    from exports.overview import Chores
    from models.waiting import Waiting

REPAIR, REPORT, RECORDS, BACK_UP, LOG = "repair", "report", "records", "back-up", "log"
SOON, STALE_BACKUP = 15, 7  # days


class NextStep(NamedTuple):
    """What to do, why, what the button says, and which of the deeds above it does, on what."""

    heading: str
    reason: str
    button: str
    deed: str
    on: Due | Waiting | None = None


def next_step(chores: Chores, days_since_backup: int | None) -> NextStep:
    """Late reports first, then late answers, near reports, late tasks, an old backup; else a new entry in the log."""
    due, late = chores.next_due, {each.name: each for each in chores.waiting if each.is_late}
    if due is not None and due.state == OVERDUE:
        return _report(due)
    if "voices" in late:
        count = len(late["voices"].uids)
        reason = "Đoàn viên đang chờ, và ý kiến quá hạn được tính vào báo cáo."
        return NextStep(f"Trả lời {count} ý kiến đã quá hạn", reason, "Mở các ý kiến", RECORDS, late["voices"])
    if due is not None and due.days_left <= SOON:
        return _report(due)
    if "late_tasks" in late:
        reason = "Hãy ghi kết quả, hoặc dời hạn nếu chưa làm được."
        heading = f"Xem {len(late['late_tasks'].uids)} nhiệm vụ đã quá hạn"
        return NextStep(heading, reason, "Mở các nhiệm vụ", RECORDS, late["late_tasks"])
    if days_since_backup is None or days_since_backup >= STALE_BACKUP:
        reason = (
            "Chưa có bản sao lưu nào." if days_since_backup is None else f"Bản gần nhất đã {days_since_backup} ngày."
        )
        return NextStep("Sao lưu sổ", f"{reason} Chỉ mất vài giây.", "Sao lưu ngay", BACK_UP)
    return NextStep("Không có việc gì gấp", _coming(due), "Ghi hoạt động mới", LOG)


def named(due: Due) -> str:
    """A report as she calls it: "Báo cáo quý III/2026"."""
    last = due.title.split()[-1]
    if due.period.label.lower().startswith(f"{last.lower()} "):
        return due.title + due.period.label[len(last) :]
    return due.title if due.period.label in due.title else f"{due.title}, {due.period.label}"


def time_left(due: Due) -> str:
    """ "quá hạn 43 ngày", "hạn hôm nay", "còn 12 ngày"."""
    if due.days_left < 0:
        return f"quá hạn {-due.days_left} ngày"
    return f"còn {due.days_left} ngày" if due.days_left else "hạn là hôm nay"


def _report(due: Due) -> NextStep:
    left = time_left(due)
    reason = f"{left[:1].upper()}{left[1:]} (hạn nộp {due.due_on:%d/%m/%Y})."
    if due.lacking:
        return NextStep(named(due), f"{reason} Còn {due.lacking} điều phải sửa trước khi gửi.", "Sửa ngay", REPAIR, due)
    return NextStep(named(due), f"{reason} Số liệu đã tự có, chỉ cần xem lại rồi gửi.", "Làm báo cáo", REPORT, due)


def _coming(due: Due | None) -> str:
    if due is None:
        return "Mọi báo cáo đến kỳ đều đã gửi."
    return f"Báo cáo sắp tới: {named(due)}, hạn nộp {due.due_on:%d/%m/%Y}, {time_left(due)}."
