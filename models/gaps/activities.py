"""What is missing of activities: who came, what proves it, contents, days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from models.code_lists import EVENT_FORMS
from models.gaps.gap import ERROR, Finding, Gap, Look, shown_day
from models.records.activity import (
    Activity,
    ActivityAttendee,
    ActivityAudience,
    ActivityBasisDoc,
    ActivityDocument,
    ActivityPaper,
    ActivityParContent,
    ActivityTopic,
)
from models.records.attachment import Attachment
from models.records.media_product import MediaProduct
from models.tables import table_of

_ACTIVITY, _AUDIENCE = table_of(Activity), table_of(ActivityAudience)
_PROOFS = (ActivityAttendee, ActivityPaper, ActivityDocument, ActivityBasisDoc)


def _has(part: sa.Table, *conditions: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    return sa.select(1).where(part.c.owner == _ACTIVITY.c.id, *conditions).correlate(_ACTIVITY).exists()


def _done(look: Look) -> sa.ColumnElement[bool]:
    return sa.and_(_ACTIVITY.c.status == "da_thuc_hien", look.inside(_ACTIVITY.c.dated_on))


def _event(look: Look) -> sa.ColumnElement[bool]:
    """Done, and of a form that somebody attends."""
    return sa.and_(_done(look), _ACTIVITY.c.form.in_(EVENT_FORMS))


def without_attendance(look: Look) -> Iterator[Gap]:
    """Done, but nobody is counted."""
    found = Finding(
        "no_attendance",
        Activity,
        "audiences",
        "đã thực hiện nhưng chưa ghi số người tham dự, nên không được cộng vào số lượt người",
        "Ghi số lượt người ở phần “Người tham dự”.",
    )
    return found.rows(look, sa.and_(_event(look), ~_has(_AUDIENCE, _AUDIENCE.c.n_turns > 0)))


def without_evidence(look: Look) -> Iterator[Gap]:
    """Nothing shows that it took place: no list of names, paper, document, product, photo or file."""
    media, files = table_of(MediaProduct), table_of(Attachment)
    product = sa.select(1).where(media.c.activity == _ACTIVITY.c.uid).correlate(_ACTIVITY).exists()
    file = sa.select(1).where(files.c.owner == _ACTIVITY.c.uid).correlate(_ACTIVITY).exists()
    found = Finding(
        "no_evidence",
        Activity,
        "attendees",
        "chưa có gì làm minh chứng: ảnh, danh sách tham dự, tham luận, văn bản, tin bài",
        "Kéo ảnh, tệp vào hoạt động này; hoặc thêm danh sách người dự, văn bản, tham luận, tin bài.",
    )
    return found.rows(look, sa.and_(_event(look), ~sa.or_(product, file, *(_has(table_of(each)) for each in _PROOFS))))


def without_topic(look: Look) -> Iterator[Gap]:
    """Only the topic "other" is named."""
    found = Finding(
        "no_topic",
        Activity,
        "primary_topic",
        "mới ghi nội dung “Khác”, nên biểu tổng hợp theo nội dung không cho biết đã tuyên truyền về gì",
        "Chọn nội dung chính đúng với buổi tuyên truyền.",
    )
    other = sa.and_(_ACTIVITY.c.primary_topic == "khac", ~_has(table_of(ActivityTopic)))
    return found.rows(look, sa.and_(_event(look), other))


def reform_without_content(look: Look) -> Iterator[Gap]:
    """About administrative reform, but about none of its contents (`forms.md` 10.8: an error)."""
    found = Finding(
        "reform_without_content",
        Activity,
        "par_contents",
        "có nội dung cải cách hành chính nhưng chưa chọn nội dung nào trong bảy nội dung",
        "Đánh dấu ít nhất một nội dung cải cách hành chính.",
        ERROR,
    )
    return found.rows(look, sa.and_(_done(look), _ACTIVITY.c.is_par == 1, ~_has(table_of(ActivityParContent))))


def done_in_the_future(look: Look) -> Iterator[Gap]:
    """Called done, but its day has not come."""
    found = Finding(
        "done_in_future",
        Activity,
        "start_at",
        lambda row: f"ghi là đã thực hiện nhưng ngày {shown_day(row.day)} chưa đến",
        "Sửa ngày, hoặc đổi tình trạng thành kế hoạch.",
        ERROR,
    )
    day = sa.func.substr(_ACTIVITY.c.start_at, 1, 10)  # whatever day it is reported on
    return found.rows(look, sa.and_(_done(look), day > look.today.isoformat()), day.label("day"))


def planned_but_past(look: Look) -> Iterator[Gap]:
    """Still planned, but its day is over: not counted."""
    found = Finding(
        "planned_but_past",
        Activity,
        "status",
        lambda row: f"còn ghi là kế hoạch nhưng ngày {shown_day(row.dated_on)} đã qua, nên chưa được tính",
        "Đổi tình trạng thành đã thực hiện, hoãn hoặc hủy.",
    )
    past = sa.and_(look.inside(_ACTIVITY.c.dated_on), _ACTIVITY.c.dated_on < look.today.isoformat())
    return found.rows(look, sa.and_(_ACTIVITY.c.status == "ke_hoach", past), _ACTIVITY.c.dated_on)


def held_after_the_cutoff(look: Look) -> Iterator[Gap]:
    """In the days of the period, but after the day up to which figures are told."""
    found = Finding(
        "after_cutoff",
        Activity,
        "report_on",
        lambda row: f"diễn ra ngày {shown_day(row.dated_on)}, sau ngày chốt số liệu, nên sang kỳ sau mới được tính",
        "Để nguyên nếu đúng; muốn tính vào kỳ này thì sửa ngày chốt của kỳ báo cáo.",
    )
    day = _ACTIVITY.c.dated_on
    after = sa.and_(day > look.period.cutoff.isoformat(), day <= look.period.last.isoformat())
    return found.rows(look, sa.and_(_ACTIVITY.c.status == "da_thuc_hien", after), _ACTIVITY.c.dated_on)


def ended_before_it_began(look: Look) -> Iterator[Gap]:
    """The end lies before the beginning."""
    found = Finding(
        "ends_before_start",
        Activity,
        "end_at",
        lambda row: f"kết thúc {shown_day(row.end_at)} trước khi bắt đầu {shown_day(row.start_at)}",
        "Sửa một trong hai ngày giờ.",
        ERROR,
    )
    backwards = sa.and_(look.inside(_ACTIVITY.c.dated_on), _ACTIVITY.c.end_at < _ACTIVITY.c.start_at)
    return found.rows(look, backwards, _ACTIVITY.c.end_at, _ACTIVITY.c.start_at)


def parts_over_turns(look: Look) -> Iterator[Gap]:
    """More women, members or officials than people."""
    parts = [_AUDIENCE.c[name] > _AUDIENCE.c.n_turns for name in ("n_members", "n_female", "n_officials")]
    found = Finding(
        "audience_part_over_total",
        Activity,
        "audiences",
        "số đoàn viên, nữ hoặc cán bộ công đoàn lớn hơn tổng số lượt người",
        "Sửa số ở phần “Người tham dự”.",
        ERROR,
    )
    return found.rows(look, sa.and_(look.inside(_ACTIVITY.c.dated_on), _has(_AUDIENCE, sa.or_(*parts))))


RULES: tuple[Any, ...] = (
    without_attendance,
    without_evidence,
    without_topic,
    reform_without_content,
    done_in_the_future,
    planned_but_past,
    held_after_the_cutoff,
    ended_before_it_began,
    parts_over_turns,
)
