"""The ledger at a glance: which report is next and what it lacks, what waits, this period beside two earlier ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from exports.code_lists import code_lists
from exports.plot import Plot
from exports.plots import FormPlot, plots_of
from models.deadlines import SENT, Due, dues
from models.indicators.figure import Figure, Reference
from models.indicators.figures import figures
from models.indicators.first_day import first_day
from models.ledger.store import Store
from models.periods import Period, before
from models.records.period import ReportPeriod
from models.records.report import ReportDue
from models.recurring import Again, due_again
from models.waiting import Waiting, waiting

MONTHS = 6


class _Subject(NamedTuple):
    """A subject: its sign, what is compared of it, and its plot, which has its name."""

    sign: str
    compared: tuple[tuple[str, Reference], ...]
    plot: FormPlot


_SESSIONS = (("Số buổi", Reference("sessions")),)
_TURNS = (("Lượt người", Reference("turns")),)
_VOICES = (("Tiếp nhận", Reference("voices_received")), ("Đã trả lời", Reference("voices_answered")))
SUBJECTS = (
    _Subject("megaphone", _SESSIONS, FormPlot("buoi", "Buổi tuyên truyền", "columns", _SESSIONS, months=MONTHS)),
    _Subject("people", _TURNS, FormPlot("luot", "Lượt người dự", "columns", _TURNS, months=MONTHS)),
    _Subject("speech", _VOICES, FormPlot("y_kien", "Ý kiến đoàn viên", "columns", _VOICES, months=MONTHS)),
    _Subject(
        "book",
        (),
        FormPlot("noi_dung", "Lượt người dự theo nội dung", "bars", _TURNS, each="topic", by="primary_topic", most=6),
    ),
)


@dataclass(frozen=True, slots=True)
class Chores:
    """What is to be done on a day."""

    is_empty: bool  # nothing was logged yet
    has_calendar: bool  # the days by which reports are due are her own, not the proposed ones
    dues: tuple[Due, ...]
    next_due: Due | None  # the first one begun and not sent
    waiting: tuple[Waiting, ...]
    again: tuple[Again, ...] = ()  # what is done regularly and is due


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of a period, of the one before and of the same one a year earlier."""

    label: str
    now: Figure
    before: Figure
    year_before: Figure


@dataclass(frozen=True, slots=True)
class Panel:
    """A subject with its figures and its plot."""

    sign: str
    measures: tuple[Measure, ...]
    plot: Plot


@dataclass(frozen=True, slots=True)
class Comparison:
    """A period beside the one before and the same one a year earlier."""

    period: Period
    before: Period
    year_before: Period
    panels: tuple[Panel, ...]


def chores(store: Store, today: date | None = None) -> Chores:
    """What is to be done today."""
    day = today or date.today()
    with store.reading() as connection:
        is_empty = first_day(connection, ReportPeriod) is None
    found = tuple(dues(store, day))
    due = next((each for each in found if each.state != SENT and each.period.first <= day), None)
    has_calendar = next(store.read_all(ReportDue), None) is not None
    return Chores(is_empty, has_calendar, found, due, tuple(waiting(store, day)), tuple(due_again(store, day)))


def comparison(store: Store, period: Period) -> Comparison:
    """The figures of a period beside those of the period before and of a year earlier, and the plots of its months."""
    earlier = before(period)
    plots = plots_of(store, [each.plot for each in SUBJECTS], code_lists(), period)
    panels = [
        Panel(each.sign, _measures(store, each.compared, period, earlier), plot)
        for each, plot in zip(SUBJECTS, plots, strict=True)
    ]
    return Comparison(period, earlier, period.year_before(), tuple(panels))


def _measures(
    store: Store, compared: Sequence[tuple[str, Reference]], period: Period, earlier: Period
) -> tuple[Measure, ...]:
    references = [reference for _label, reference in compared]
    year_ago = [replace(each, span="cung_ky") for each in references]
    spans = ((period, references), (earlier, references), (period, year_ago))
    three = zip(*(figures(store, span, asked) for span, asked in spans), strict=True)
    return tuple(Measure(label, *each) for (label, _reference), each in zip(compared, three, strict=True))
