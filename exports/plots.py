"""From a form's plots and a period to plots with figures: by month, by quarter, by the keys of a code list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from exports.plot import Plot, Series
from models.codes import CodeList
from models.indicators.figure import Figure, Reference
from models.indicators.figures import figures
from models.ledger.store import Store
from models.periods import Period, before, month, quarter_of

LONGEST_NAME = 44  # letters beside a bar


@dataclass(frozen=True, slots=True)
class FormPlot:
    """A plot as its form's file writes it: the last `months` or `quarters`, or the largest of a code list (`each`)."""

    id: str
    title: str
    kind: str
    series: tuple[tuple[str, Reference], ...]
    months: int = 0
    quarters: int = 0
    each: str = ""
    by: str = ""  # the filter by which a key of `each` narrows the figure
    most: int = 8
    half: bool = False
    optional: bool = False


def read_plot(content: Mapping[str, Any]) -> FormPlot:
    """The plot of a form's file. KeyError, TypeError or ValueError if it cannot be used."""
    rest = dict(content)
    if rest["kind"] not in ("columns", "bars"):
        raise ValueError(f"không có loại biểu đồ “{rest['kind']}”")
    series = tuple((each["label"], _reference(each)) for each in rest.pop("series"))
    return FormPlot(series=series, **rest)


def plots_of(store: Store, plots: Sequence[FormPlot], lists: Mapping[str, CodeList], period: Period) -> list[Plot]:
    """The plots with their figures."""
    return [
        _by_key(store, each, lists[each.each], period) if each.each else _by_time(store, each, period) for each in plots
    ]


def _by_time(store: Store, plot: FormPlot, period: Period) -> Plot:
    spans = _spans(plot, period)
    references = [reference for _label, reference in plot.series]
    found = [figures(store, span, references) for span in spans]
    series = tuple(
        Series(label, tuple(row[place] for row in found)) for place, (label, _reference) in enumerate(plot.series)
    )
    return Plot(plot.id, plot.title, plot.kind, tuple(map(_short, spans)), series, plot.half)


def _by_key(store: Store, plot: FormPlot, keys: CodeList, period: Period) -> Plot:
    """The keys with the longest bars first; those with none are left out."""
    names = list(keys)
    wanted = [
        Reference(each.indicator, (*each.where, (plot.by, key)), each.span)
        for _label, each in plot.series
        for key in names
    ]
    found = figures(store, period, wanted)
    rows = {key: found[place :: len(names)] for place, key in enumerate(names)}
    largest = sorted((key for key in names if _total(rows[key])), key=lambda key: -_total(rows[key]))[: plot.most]
    series = tuple(
        Series(label, tuple(rows[key][place] for key in largest))
        for place, (label, _reference) in enumerate(plot.series)
    )
    return Plot(plot.id, plot.title, plot.kind, tuple(_named(keys.label(key)) for key in largest), series, plot.half)


def _spans(plot: FormPlot, period: Period) -> list[Period]:
    """The months or quarters up to the end of the period, the earliest first."""
    last = quarter_of(period.last) if plot.quarters else month(period.last.year, period.last.month)
    spans = [last]
    while len(spans) < (plot.quarters or plot.months):
        spans.insert(0, before(spans[0]))
    return spans


def _short(span: Period) -> str:
    """ "3/26" for a month, "I/26" for a quarter."""
    name, _, year = span.label.removeprefix("Tháng ").removeprefix("Quý ").partition("/")
    return f"{name}/{year[-2:]}"


def _total(row: Sequence[Figure]) -> float:
    return sum(figure.value or 0 for figure in row)


def _named(label: str) -> str:
    return label if len(label) <= LONGEST_NAME else label[:LONGEST_NAME].rsplit(" ", 1)[0] + " …"


def _reference(content: Mapping[str, Any]) -> Reference:
    where = tuple((name, value) for name, value in content.get("where", {}).items())
    return Reference(content["indicator"], where)
