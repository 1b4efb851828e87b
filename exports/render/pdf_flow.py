"""Strips of paper one under another, and how they fall onto pages: what belongs together stays together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from exports.render.pdf_sheet import Drawing


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of a page that is never split: a line of text, a row of a table, a block. Heights in points."""

    height: float
    draw: Drawing
    before: float = 0.0  # gap above, dropped at the top of a page
    keep: bool = False  # on the same page as the next strip
    above: Strip | None = None  # repeated over this strip where it starts a page: the head of its table


@dataclass(slots=True)
class Page:
    """Strips with the places of their top edges, measured from the top margin."""

    room: float
    used: float = 0.0
    strips: list[tuple[float, Strip]] = field(default_factory=list)

    def fits(self, chain: Iterable[Strip]) -> bool:
        """True if these strips have room below what is there."""
        return self.used + sum(strip.before + strip.height for strip in chain) <= self.room + 0.01

    def place(self, strip: Strip) -> None:
        """Put a strip under the others."""
        if not self.strips and strip.above is not None:
            self._put(strip.above, 0.0)
        self._put(strip, strip.before if self.strips else 0.0)

    def _put(self, strip: Strip, gap: float) -> None:
        self.strips.append((self.used + gap, strip))
        self.used += gap + strip.height


def pages(strips: Iterable[Strip], room: float) -> Iterator[Page]:
    """The pages that strips fill, one at a time: only the page being filled is held in memory."""
    page = Page(room)
    for chain in _chains(strips, room):
        if page.strips and not page.fits(chain):
            yield page
            page = Page(room)
        for strip in chain:
            if page.strips and not page.fits((strip,)):
                yield page
                page = Page(room)
            page.place(strip)
    if page.strips:
        yield page


def _chains(strips: Iterable[Strip], room: float) -> Iterator[list[Strip]]:
    """Groups that stay together, cut where they would fill more than a page."""
    chain: list[Strip] = []
    height = 0.0
    for strip in strips:
        height += strip.before + strip.height
        chain.append(strip)
        if not strip.keep or height > room:
            yield chain
            chain, height = [], 0.0
    if chain:
        yield chain
