"""Rows of forms that come from the ledger: movements active in a period, kinds of award that occur; and row texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date

import sqlalchemy as sa

from models.code_lists import ACTIVITY_FORM
from models.code_lists_emulation import AWARD_FORM, AWARD_FORM_OR_TITLE, AWARD_LEVEL, TITLE_CODE
from models.indicators import highlights
from models.indicators.due_next import due_next
from models.indicators.listed import Listed
from models.indicators.moments import Moments
from models.indicators.outreach import ACTIVITIES, events
from models.indicators.result_periods import texts_inside
from models.ledger import rows
from models.ledger.store import Store
from models.periods import Period
from models.records.award import Award
from models.records.movement import Movement
from models.records.official_document import OfficialDocument
from models.tables import table_of
from models.vietnamese import order_key

PRINTED_AWARDS = (
    ("co_thi_dua", ("tinh_nganh", "tld", "nha_nuoc")),
    ("bang_khen", ("tinh_nganh", "tld", "ubnd")),
    ("bang_ldst", ("tld",)),
    ("ky_niem_chuong", ("tld",)),
    ("giai_nguyen_duc_canh", ("tld",)),
    ("giay_khen", ("cdcs", "cap_tren", "don_vi")),
    ("bieu_duong", ("cdcs",)),
)


def movements(store: Store, period: Period) -> Sequence[Listed]:
    """Movements that run in the period, by their first day, then title (form C1)."""
    table = table_of(Movement)
    scope_last, scope_first = period.last.isoformat(), period.first.isoformat()
    runs = sa.and_(
        sa.func.coalesce(table.c["from"], table.c.launched_on, scope_last) <= scope_last,
        sa.or_(table.c.to.is_(None), table.c.to >= scope_first),
    )
    with store.reading() as connection:
        uids = list(connection.execute(sa.select(table.c.uid).where(runs)).scalars())
        found = sorted(
            rows.load(connection, Movement, uids),
            key=lambda each: (each.first_on or each.launched_on or date.min, order_key(each.title)),
        )
        papers = [each.basis_doc for each in found if each.basis_doc]
        documents = {each.uid: each for each in rows.load(connection, OfficialDocument, papers)}
        inside = set(texts_inside(connection, period))
    return [
        Listed(str(number), each.uid, (), _texts(each, documents.get(each.basis_doc or ""), inside, number))
        for number, each in enumerate(found, 1)
    ]


def award_kinds(store: Store, period: Period) -> Sequence[Listed]:
    """Printed pairs of award and level, and every other pair that occurs in the period; then the titles (C3)."""
    table = table_of(Award)
    last = min(period.last, period.cutoff).isoformat()
    dated = sa.or_(*(day.between(period.first.isoformat(), last) for day in (table.c.proposed_on, table.c.decision_on)))
    with store.reading() as connection:
        occurring = {
            (form, level)
            for form, level in connection.execute(sa.select(table.c.form, table.c.level).where(dated).distinct())
        }
    pairs = occurring | {(form, level) for form, levels in PRINTED_AWARDS for level in levels}
    kinds = [(form, level) for form in AWARD_FORM for level in AWARD_LEVEL if (form, level) in pairs]
    listed = [
        Listed(f"{form}/{level}", None, (("form", str(form)), ("level", str(level))), _award_texts(form, level, number))
        for number, (form, level) in enumerate(kinds, 1)
    ]
    for number, title in enumerate(TITLE_CODE, len(listed) + 1):
        texts = {"number": number, "label": f"Danh hiệu “{AWARD_FORM_OR_TITLE.label(title)}”"}
        listed.append(Listed(str(title), None, (("form", str(title)),), texts))
    return listed


LISTS: Mapping[str, Callable[[Store, Period], Sequence[Listed]]] = {
    "movements": movements,
    "award_kinds": award_kinds,
    "largest_activities": highlights.largest_activities,
    "planned_activities": highlights.planned_activities,
    "difficulties": highlights.difficulties,
    "lessons": highlights.lessons,
    "open_feedback": highlights.open_feedback,
    "pressing_feedback": highlights.pressing_feedback,
    "feedback_above": highlights.feedback_above,
    "due_next": due_next,
}


def texts_of_rows(store: Store, table: str, period: Period) -> Mapping[str, Mapping[str, object]]:
    """Texts that a table's rows carry beside figures, by row code: form B1 names the two forms used most."""
    return {code: {"main_forms": text} for code, text in main_forms(store, period).items()} if table == "B1" else {}


def main_forms(store: Store, period: Period) -> Mapping[str, str]:
    """By topic the two forms with most sessions, most first, ties in the order of the list."""
    order = list(ACTIVITY_FORM)
    activity = ACTIVITIES.rows.c
    counted = sa.select(activity.primary_topic, activity.form, sa.func.sum(activity.n_sessions))
    held = counted.where(events(activity)).group_by(activity.primary_topic, activity.form)
    with store.reading() as connection:
        found = connection.execute(held, Moments(period, connection)).all()
    by_topic: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for topic, form, sessions in found:
        by_topic[topic].append((-sessions, order.index(form)))
    return {
        topic: ", ".join(ACTIVITY_FORM.label(order[place]) for _count, place in sorted(used)[:2])
        for topic, used in by_topic.items()
    }


def _award_texts(form: str | int, level: str | int, number: int) -> Mapping[str, object]:
    return {"number": number, "label": AWARD_FORM.label(form), "level": AWARD_LEVEL.label(level)}


def _texts(movement: Movement, paper: OfficialDocument | None, inside: set[str], number: int) -> Mapping[str, object]:
    launched = f"{movement.launched_on:%d/%m/%Y}" if movement.launched_on else ""
    results = [each.text for each in movement.results if each.text and each.period in inside]
    return {
        "number": number,
        "label": movement.title,
        "level": AWARD_LEVEL.label(movement.launched_by_level) if movement.launched_by_level else "",
        "paper": ", ".join(part for part in (paper.symbol if paper else "", launched) if part),
        "days": _days(movement.first_on, movement.last_on),
        "result": results[-1] if results else "",
    }


def _days(first: date | None, last: date | None) -> str:
    if first and last:
        return f"{first:%d/%m/%Y} – {last:%d/%m/%Y}"
    return f"Từ {first:%d/%m/%Y}" if first else f"Đến {last:%d/%m/%Y}" if last else ""
