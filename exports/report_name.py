"""How a report that is sent is named: a form alone, for one unit scored, or with every subject of an event counted."""

from __future__ import annotations

from dataclasses import dataclass

from exports.bundle import BUNDLE
from exports.form_shelf import form_named
from exports.narrative import narratives

EVERY, OF_UNIT = "+", "@"


@dataclass(frozen=True, slots=True)
class ReportName:
    """The name of a form, a report in words, or the bundle, with how it is filled where that is not the usual way."""

    form: str
    unit: str = ""  # code of the unit scored, where that is not the own one
    every: bool = False  # an activity counts in each of its rows

    def __str__(self) -> str:
        """As the seals keep it: "A2", "B1+", "E2@CD0001"."""
        return self.form + (EVERY if self.every else "") + (f"{OF_UNIT}{self.unit}" if self.unit else "")

    @property
    def said(self) -> str:
        """In her words."""
        every = " (tính ở mọi nội dung của buổi)" if self.every else ""
        return self.form + every + (f" của đơn vị {self.unit}" if self.unit else "")


def report_name(text: str) -> ReportName:
    """The name that a text means. UserError for an unknown form."""
    form, _at, unit = text.partition(OF_UNIT)
    plain = form.removesuffix(EVERY)
    known = plain.upper() if plain.upper() in (BUNDLE, *narratives()) else form_named(plain).id
    return ReportName(known, unit, plain != form)
