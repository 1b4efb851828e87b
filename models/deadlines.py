"""Which report is due when, how many days are left, what has been sent, and which period to propose today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models.gaps.find import gaps
from models.gaps.gap import ERROR
from models.indicators.first_day import first_day
from models.indicators.result_periods import period_of
from models.ledger.store import Store
from models.periods import CALENDAR, Period, calendar_form, quarter_of
from models.records.period import ReportPeriod
from models.records.report import PERIODS_A_YEAR, ReportDue
from models.sealing.read import standing_seals
from models.sealing.seal import Seal

WAITING, LACKING, SENT, OVERDUE = "waiting", "lacking", "sent", "overdue"
STATES = {WAITING: "Chưa làm", LACKING: "Còn thiếu", SENT: "Đã gửi", OVERDUE: "Quá hạn"}
AHEAD, LONG_OVERDUE = timedelta(days=120), timedelta(days=60)

# [BG] No regulation that sets these days is known: they are a beginning, for her to change as her superior union asks.
_NOTE = "Ngày do chương trình đề nghị, không theo văn bản nào. Hãy sửa theo lịch của công đoàn cấp trên."
PROPOSED = (
    ReportDue(
        "lich-quy", title="Báo cáo quý", form_code="Q", kind="quy", due_day=10, note=f"{_NOTE} Hạn là tháng sau quý."
    ),
    ReportDue("lich-nam", title="Báo cáo năm", form_code="Q", kind="nam", due_day=15, note=_NOTE),
)


@dataclass(frozen=True, slots=True)
class Due:
    """A report that is due. `lacking` counts what must be repaired before it can go."""

    title: str
    form: str
    period: Period
    due_on: date
    state: str  # a key of STATES
    days_left: int  # negative: so many days late
    lacking: int = 0
    seal: Seal | None = None


def rules(store: Store) -> list[ReportDue]:
    """Her calendar; the proposed one as long as she has none."""
    return list(store.read_all(ReportDue)) or list(PROPOSED)


def adopt_proposed(store: Store) -> None:
    """Puts the proposed calendar into the ledger, so that she can change it; nothing where there is one."""
    if next(store.read_all(ReportDue), None) is None:
        with store.write("Lập lịch nộp báo cáo") as write:
            write.add_all(PROPOSED)


def dues(store: Store, today: date | None = None) -> list[Due]:
    """The reports due up to four months ahead, by the day they are due.

    One from before the ledger began is none of its business; one that is two months late and was not sent by this
    program is not held against her any more.
    """
    day = today or date.today()
    sent = {(seal.form, seal.period.text): seal for seal in standing_seals(store)}
    since = _since(store) or day
    found = []
    for rule, period in _expected(store, day):
        seal = sent.get((rule.form_code, period.text))
        if period.due_on is None or period.last < since:
            continue
        if seal is not None or day - LONG_OVERDUE <= period.due_on <= day + AHEAD:
            found.append(_due(store, rule, period, seal, day))
    return sorted(found, key=lambda due: (due.due_on, due.period.first, due.form))


def proposed_period(store: Store, today: date | None = None) -> Period:
    """The period to work on today: that of the first report begun and not sent; else this quarter."""
    day = today or date.today()
    for due in dues(store, day):
        if due.state != SENT and due.period.first <= day:
            return due.period
    return quarter_of(day)


def _since(store: Store) -> date | None:
    with store.reading() as connection:
        day = first_day(connection, ReportPeriod)
    return date.fromisoformat(day) if day else None


def _due(store: Store, rule: ReportDue, period: Period, seal: Seal | None, day: date) -> Due:
    assert period.due_on is not None
    left = (period.due_on - day).days
    begun = seal is None and period.first <= day
    lacking = sum(gap.severity == ERROR for gap in gaps(store, period, day)) if begun else 0
    state = SENT if seal is not None else OVERDUE if left < 0 else LACKING if lacking else WAITING
    return Due(rule.title_text, rule.form_code, period, period.due_on, state, left, lacking, seal)


def _expected(store: Store, day: date) -> Iterator[tuple[ReportDue, Period]]:
    """Each rule with each of its periods of these years; report periods of the ledger say days and due day instead."""
    own = [each for each in store.read_all(ReportPeriod) if each.due_on is not None]
    used: set[str] = set()
    for rule in rules(store):
        for year in range(day.year - 2, day.year + 2):
            if (rule.first_year or year) <= year <= (rule.last_year or year):
                for number in _numbers(rule):
                    period = CALENDAR[rule.kind](year, number)
                    mine = [each for each in own if (each.kind, each.year, each.no or 1) == (rule.kind, year, number)]
                    used.update(each.uid for each in mine)
                    yield rule, _settled(rule, period, mine)
    for record in own:
        if record.uid not in used and record.kind not in CALENDAR:
            period = period_of(record)
            yield ReportDue(record.uid, title=record.title_text, form_code="Q", kind=record.kind), period


def _numbers(rule: ReportDue) -> Sequence[int]:
    if rule.kind not in CALENDAR:
        return ()
    return (rule.no,) if rule.no is not None else range(1, PERIODS_A_YEAR.get(rule.kind, 1) + 1)


def _settled(rule: ReportDue, period: Period, own: Sequence[ReportPeriod]) -> Period:
    """The period with its due day: of the report period with the same days, else of one with days of its own."""
    periods = sorted((calendar_form(period_of(each)) for each in own), key=lambda each: each.text != period.text)
    return periods[0] if periods else replace(period, due_on=rule.due_on(period.last))
