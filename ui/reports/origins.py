"""Where a figure comes from: the records behind it with their days and shares; for a rate, those of both its sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exports.render.wording import decimal, whole
from models.indicators.catalogue import INDICATORS
from models.indicators.figure import Contribution, Figure, Number
from models.indicators.figures import behind, figures
from models.indicators.indicator import Rate
from models.ledger.store import Store
from models.record import Record
from models.records import record_type
from models.values import Day, Moment

MOST_DATED = 1_000  # of so many records the day is shown; more would take long to read
DAY_LETTERS = len("31/12/2026")


@dataclass(frozen=True, slots=True)
class Origin:
    """A record behind a figure; `day` and `share` as they are written."""

    kind: str
    uid: str
    title: str
    day: str
    share: str


@dataclass(frozen=True, slots=True)
class Side:
    """What is added up: the whole of a plain figure, or what stands over or under the line of a rate."""

    title: str
    unit: str
    total: str
    origins: tuple[Origin, ...]


def sides_of(store: Store, figure: Figure) -> list[Side]:
    """One side, or both of a rate. Asks the ledger: call it beside the window."""
    return [_side(store, replace(figure, reference=replace(figure.reference, indicator=key))) for key in _keys(figure)]


def rule_of(figure: Figure) -> str:
    """How a rate is made of its sides: "… ÷ … × 100"; "" for a plain figure."""
    indicator = INDICATORS[figure.reference.indicator]
    if not isinstance(indicator, Rate):
        return ""
    of, by = (_added(keys) for keys in (indicator.of, indicator.by))
    return f"{of} ÷ {by}" + (f" × {indicator.factor}" if indicator.factor != 1 else "")


def number_text(value: Number | None) -> str:
    """A share or a sum; "-" where nothing was recorded."""
    if value is None:
        return "-"
    return whole(value) if value == int(value) else decimal(value)


def _added(keys: Sequence[str]) -> str:
    text = " + ".join(INDICATORS[key].label for key in keys)
    return f"({text})" if len(keys) > 1 else text


def _keys(figure: Figure) -> Sequence[str]:
    indicator = INDICATORS[figure.reference.indicator]
    return (*indicator.of, *indicator.by) if isinstance(indicator, Rate) else (indicator.key,)


def _side(store: Store, figure: Figure) -> Side:
    indicator = INDICATORS[figure.reference.indicator]
    contributions = behind(store, figure)
    shares = [each.share for each in contributions if each.share is not None]
    total = sum(shares) if shares else figures(store, figure.period, [figure.reference])[0].value
    origins = tuple(_origins(store, contributions))
    return Side(indicator.label, indicator.unit, number_text(total), origins)


def _origins(store: Store, contributions: Sequence[Contribution]) -> Iterator[Origin]:
    days = _days(store, contributions)
    for each in contributions:
        yield Origin(each.kind, each.uid, each.label, days.get(each.uid, ""), number_text(each.share))


def _days(store: Store, contributions: Sequence[Contribution]) -> dict[str, str]:
    """The day of each record, by its uid."""
    if len(contributions) > MOST_DATED:
        return {}
    found: dict[str, str] = {}
    for kind in {each.kind for each in contributions}:
        uids = [each.uid for each in contributions if each.kind == kind]
        found |= {each.uid: _day_text(each) for each in store.read_many(record_type(kind), uids)}
    return found


def _day_text(record: Record) -> str:
    """The day that dates the record; the first of its days where the ledger works that out of several."""
    if not record.dated_by:
        return ""
    dated = record.attribute_of.get(record.dated_by)
    names = [dated] if dated else [name for name, each in record.fields.items() if isinstance(each.kind, Day | Moment)]
    return next((text for name in names if (text := record.shown(name))), "")[:DAY_LETTERS]
