"""Propaganda: A2 section III and V.1, forms B1, B2, B3 (`forms.md` sections 3, 4 and 13)."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from models.code_lists import EVENT_FORMS
from models.indicators.indicator import ANY, Bool, Columns, Indicator, Rate, Source
from models.indicators.moments import within
from models.records.activity import Activity, ActivityAttendee, ActivityAudience, ActivityParContent, ActivityTopic
from models.records.contest import Contest
from models.records.idea import GoodPractice, Idea
from models.records.media_product import MediaProduct
from models.records.movement import Movement
from models.tables import table_of

_ACTIVITY, _AUDIENCE, _TOPIC = table_of(Activity), table_of(ActivityAudience), table_of(ActivityTopic)
_CONTENT, _ATTENDEE, _MOVEMENT = table_of(ActivityParContent), table_of(ActivityAttendee), table_of(Movement)
GENERAL = 7  # the content "nội dung chung": a record on CCHC that names no content


def _integrated(columns: Columns, topic: Any) -> Bool:
    """Activities that have this topic as a secondary, integrated one."""
    named = sa.true() if topic == ANY else _TOPIC.c.topic == topic
    rows = sa.select(1).where(_TOPIC.c.owner == columns.id, _TOPIC.c.is_integrated == 1, named)
    return rows.correlate_except(_TOPIC).exists()


def _contents(columns: Columns) -> sa.Select[tuple[int]]:
    return sa.select(_CONTENT.c.par_content).where(_CONTENT.c.owner == columns.id).correlate_except(_CONTENT)


def _first_content(columns: Columns, content: Any) -> Bool:
    if content == ANY:
        return _contents(columns).exists()
    return _contents(columns).order_by(_CONTENT.c.place).limit(1).scalar_subquery() == int(content)


def _any_content(columns: Columns, content: Any) -> Bool:
    return _contents(columns).where(sa.true() if content == ANY else _CONTENT.c.par_content == int(content)).exists()


def _any_topic(columns: Columns, topic: Any) -> Bool:
    """Activities that have this topic as their primary or as another one."""
    if topic == ANY:
        return sa.true()
    rows = sa.select(1).where(_TOPIC.c.owner == columns.id, _TOPIC.c.topic == topic).correlate_except(_TOPIC)
    return sa.or_(columns.primary_topic == topic, rows.exists())


def _in_movement(columns: Columns, code: Any) -> Bool:
    return columns.movement.in_(sa.select(_MOVEMENT.c.uid).where(_MOVEMENT.c.code == code))


_FILTERS = {
    "integrated_topic": _integrated,
    "first_content": _first_content,
    "any_content": _any_content,
    "any_topic": _any_topic,
    "movement_code": _in_movement,
}


def _with(part: sa.Table, *names: str) -> sa.Subquery:
    """Activities beside the rows of a child list; an activity without any stands there once, empty."""
    columns = [each for each in _ACTIVITY.c if each.name not in ("named", "folded", "ordering")]
    joined = _ACTIVITY.outerjoin(part, part.c.owner == _ACTIVITY.c.id)
    return sa.select(*columns, *(part.c[name] for name in names)).select_from(joined).subquery()


_AUDIENCES = _with(_AUDIENCE, "n_turns", "n_members", "n_female", "n_officials")
_ATTENDEES = _with(_ATTENDEE, "member")
ACTIVITIES = Source("activity", _ACTIVITY, _FILTERS)
AUDIENCES = Source("activity", _AUDIENCES, _FILTERS)
ATTENDEES = Source("activity", _ATTENDEES, _FILTERS)


def done(columns: Columns) -> Bool:
    """Activities done in the period, of any form."""
    return sa.and_(columns.status == "da_thuc_hien", within(columns.dated_on))


def events(columns: Columns) -> Bool:
    """`S`: activities done in the period with an event form (ten direct forms and the online event)."""
    return sa.and_(done(columns), columns.form.in_(EVENT_FORMS))


def _women(columns: Columns) -> Bool:
    return sa.or_(columns.primary_topic == "binh_dang_gioi", _in_movement(columns, "gvn_dvn"))


def _woven_in(columns: Columns) -> Bool:
    return sa.and_(columns.is_par == 1, columns.primary_topic != "cchc")


def _on(columns: Columns) -> Bool:
    return within(columns.on)


def _ended(columns: Columns) -> Bool:
    return within(sa.func.coalesce(columns.to, columns["from"]))


def _media_content(columns: Columns, content: Any) -> Bool:
    """Media about a content of CCHC; those with topic cchc and no content count as general."""
    known = sa.func.coalesce(columns.par_content, sa.case((columns.topic == "cchc", GENERAL)))
    return known.is_not(None) if content == ANY else known == int(content)


def _media_topic(columns: Columns, topic: Any) -> Bool:
    return sa.true() if topic == ANY else sa.func.coalesce(columns.topic, "khac") == topic


def flagged_content(columns: Columns, content: Any) -> Bool:
    """Records flagged as CCHC; without a content they count as general."""
    of_content = sa.true() if content == ANY else sa.func.coalesce(columns.par_content, GENERAL) == int(content)
    return sa.and_(columns.is_par == 1, of_content)


def by_content(record: str, table: sa.Table) -> Source:
    """Records that may be flagged as about CCHC, to be told apart by content."""
    return Source(record, table, {"content": flagged_content})


MEDIA = Source(
    "media_product",
    table_of(MediaProduct),
    {
        "content": _media_content,
        "any_topic": _media_topic,
        "about_par": lambda columns, value: columns.par_content.is_not(None) == sa.literal(bool(value)),
    },
)
CONTESTS = by_content("contest", table_of(Contest))
IDEAS = by_content("idea", table_of(Idea))
PRACTICES = by_content("good_practice", table_of(GoodPractice))

OUTREACH = (
    Indicator("sessions", "Số buổi tuyên truyền", "buổi", ACTIVITIES, events, lambda c: c.n_sessions),
    Indicator("activities", "Hoạt động tuyên truyền", "hoạt động", ACTIVITIES, events),
    Indicator("turns", "Lượt người dự tuyên truyền", "lượt", AUDIENCES, events, lambda c: c.n_turns),
    Indicator("turns_members", "Lượt đoàn viên dự tuyên truyền", "lượt", AUDIENCES, events, lambda c: c.n_members),
    Indicator("turns_female", "Lượt nữ dự tuyên truyền", "lượt", AUDIENCES, events, lambda c: c.n_female),
    Indicator(
        "turns_officials", "Lượt cán bộ công đoàn dự tuyên truyền", "lượt", AUDIENCES, events, lambda c: c.n_officials
    ),
    Indicator(
        "people_reached",
        "Số đoàn viên (người) dự tuyên truyền",
        "người",
        ATTENDEES,
        events,
        lambda c: c.member,
        distinct=True,
        complete=True,
    ),
    Rate("reach_rate", "Tỷ lệ đoàn viên được tuyên truyền", "%", ("people_reached",), ("members",)),
    Indicator(
        "sessions_woven_in", "Số buổi lồng ghép CCHC", "buổi", ACTIVITIES, events, lambda c: c.n_sessions, _woven_in
    ),
    Indicator("all_sessions", "Số buổi hoạt động, mọi hình thức", "buổi", ACTIVITIES, done, lambda c: c.n_sessions),
    Indicator("all_turns", "Lượt người dự, mọi hình thức", "lượt", AUDIENCES, done, lambda c: c.n_turns),
    Indicator("women_sessions", "Hoạt động nữ công", "cuộc", ACTIVITIES, done, lambda c: c.n_sessions, _women),
    Indicator(
        "women_turns", "Lượt nữ tham gia hoạt động nữ công", "lượt", AUDIENCES, done, lambda c: c.n_female, _women
    ),
    Indicator("media_quantity", "Sản phẩm tuyên truyền", "sản phẩm", MEDIA, _on, lambda c: c.quantity),
    Indicator("media_interactions", "Lượt tương tác", "lượt", MEDIA, _on, lambda c: c.interactions),
    Indicator("media_reach", "Lượt tiếp cận", "lượt", MEDIA, _on, lambda c: c.reach),
    Indicator("contests", "Hội thi, cuộc thi", "cuộc", CONTESTS, _ended),
    Indicator(
        "contest_participants",
        "Số người (bài) dự thi",
        "người",
        CONTESTS,
        _ended,
        lambda c: sa.func.coalesce(c.n_participants, c.n_entries),
    ),
    Indicator("ideas", "Ý tưởng", "ý tưởng", IDEAS, _on),
    Indicator("good_practices", "Mô hình, cách làm hay", "mô hình", PRACTICES, _on),
)
