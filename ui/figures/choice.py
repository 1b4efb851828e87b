"""What can be chosen for a cell or a row, how it is found by a few letters, and by what a figure can be narrowed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from models.indicators.figure import Filter
from models.indicators.filters import filters_of as kinds_of_filters
from models.values import YES_NO, Code
from models.vietnamese import folded
from ui.reports.words import filter_label

ROW, FIGURE, TEXT = "row", "figure", "text"
Way = tuple[str, str]  # key and words of a column or a span


@dataclass(frozen=True)
class Choice:
    """A row, a figure or a text; `ways` are the columns or spans in which it can be had."""

    kind: str
    key: str
    title: str
    source: str  # "Biểu A2", "Số liệu", "Phần đầu biểu"
    ways: tuple[Way, ...] = ()
    more: str = ""  # other words under which it is found
    where: tuple[Filter, ...] = ()  # what a figure is narrowed by from the start

    @cached_property
    def sought(self) -> str:
        """Its words without accents."""
        return folded(f"{self.title} {self.source} {self.more}")


class Pick(NamedTuple):
    """A choice taken: in which of its ways, "" where it has none, and narrowed by which filters."""

    choice: Choice
    way: str = ""
    where: tuple[Filter, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice to take, in one of its ways; "" leaves the way to what was usual so far."""

    choice: Choice
    way: str = ""
    where: tuple[Filter, ...] = ()
    proposed: bool = False


def offers(text: str, known: Sequence[Choice]) -> Sequence[Offer]:
    """The choices that have every word typed, accents or not; words they lack may name a column or a span of theirs."""
    words = folded(text).split()
    found = [offer for each in known if (offer := _offer(each, words)) is not None]
    return sorted(found, key=lambda each: (bool(each.way), *_less_fitting(each.choice, words)))


def filters_for(indicator: str) -> Iterator[tuple[str, str, Sequence[tuple[str | int | bool, str]]]]:
    """By what a figure can be narrowed: name, words, and the values to choose from with theirs."""
    for name, kind in kinds_of_filters(indicator).items():
        if isinstance(kind, Code):
            yield name, filter_label(indicator, name), tuple(kind.list.labels.items())
        elif kind is YES_NO:
            yield name, filter_label(indicator, name), ((True, "Có"), (False, "Không"))


def _less_fitting(choice: Choice, words: Sequence[str]) -> tuple[bool, bool]:
    """Lowest for a title that begins with what was typed; then those that have all of it in their titles."""
    title = folded(choice.title)
    return not title.startswith(" ".join(words)), not all(word in title for word in words)


def _offer(choice: Choice, words: Sequence[str]) -> Offer | None:
    lacking = [word for word in words if word not in choice.sought]
    if not lacking:
        return Offer(choice)
    if len(lacking) == len(words):
        return None
    ways = (key for key, said in choice.ways if all(word in folded(said) for word in lacking))
    way = next(ways, None)
    return Offer(choice, way) if way is not None else None
