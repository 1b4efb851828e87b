"""Cells found by the labels around them, so that a line more in the authority's form does not break the map."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property, lru_cache

from exports.official.map import Entry
from exports.official.places import Box, Place
from exports.official.reading import stored_value
from exports.official.sheet import SheetText
from exports.official.workbook import Sheet, Workbook
from models.vietnamese import folded

_BEFORE = re.compile(r"^(?:[-–—+*•.:()\s]+|(?:\d{1,3}|[ivx]{1,5}|[a-z])[.)/\-]\s*(?=\D)|\d{1,2}(?:\.\d{1,2})+\.?\s+)+")
_AFTER = re.compile(r"[\s.…:;,_*]+$")


@lru_cache(maxsize=8192)
def key_of(label: str) -> str:
    """A label as it is compared: without accents, running number, dashes before and dots after."""
    return _AFTER.sub("", _BEFORE.sub("", folded(label)))


class NotFound(ValueError):
    """No cell, or several, fit the labels; the message says which."""


class SheetLabels:
    """The texts of a sheet, found by what they say."""

    def __init__(self, workbook: Workbook, sheet: Sheet) -> None:
        self._workbook = workbook
        self.text: SheetText = workbook.text_of(sheet)

    @cached_property
    def texts(self) -> dict[Place, str]:
        """Every text on the sheet that is no formula's result."""
        found = {}
        for spot in sorted(self.text.cells):
            value = stored_value(self._workbook, self.text, spot) if spot not in self.text.formulas else None
            if isinstance(value, str) and value.strip():
                found[Place(*spot)] = value
        return found

    @cached_property
    def _by_key(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = defaultdict(list)
        for place, text in self.texts.items():
            found[key_of(text)].append(place)
        return found

    def box(self, place: Place) -> Box:
        """The cell with those merged into it."""
        return self.text.merge_over(place) or Box(*place, *place)

    def place_of(self, entry: Entry) -> Place:
        """The cell that an entry names by labels. NotFound, saying which label, if there is not exactly one."""
        if entry.label:
            return self._only(self._holding(entry.label), entry.label)
        labelled = self._down(entry.row)
        if not entry.column:
            beside = Place(labelled.row, self.box(labelled).right + 1)
            return self.box(beside).first
        column = self._column(entry.column, labelled)
        return self.box(Place(labelled.row, column)).first

    def _holding(self, label: str) -> list[Place]:
        """The cells that say just this; else those that begin with it ("Đơn vị báo cáo: ……")."""
        key = key_of(label)
        exact = self._by_key.get(key, [])
        return exact or [place for said, places in self._by_key.items() if said.startswith(key) for place in places]

    def _down(self, labels: Sequence[str]) -> Place:
        """Of labels each below the one before, the last."""
        place = self._only(self._holding(labels[0]), labels[0]) if len(labels) == 1 else None
        if place is not None:
            return place
        ways = self._holding(labels[0])
        for label in labels[1:]:
            below = [[each for each in self._holding(label) if each.row > above.row][:1] for above in ways]
            ways = [each for found in below for each in found]
        return self._only(sorted(set(ways)), " › ".join(labels))

    def _column(self, labels: Sequence[str], labelled: Place) -> int:
        """The column under a heading, or under several headings one below another; the nearest above the row."""
        ways = [each for each in self._holding(labels[0]) if each.row < labelled.row]
        for label in labels[1:]:
            ways = [
                each
                for above in ways
                for each in self._holding(label)
                if above.row < each.row < labelled.row and self.box(above).left <= each.column <= self.box(above).right
            ]
        nearest = max((each.row for each in ways), default=0)
        return self._only([each for each in ways if each.row == nearest], " › ".join(labels)).column

    def _only(self, found: Sequence[Place], label: str) -> Place:
        if not found:
            raise NotFound(f"không tìm thấy nhãn “{label}” trên trang")
        if len(found) > 1:
            places = ", ".join(map(str, found[:5]))
            raise NotFound(f"có {len(found)} ô cùng ghi “{label}” ({places}); hãy nêu thêm nhãn phía trên")
        return found[0]
