"""What would be sent as it lies on a page: what it lacks, whether it was sent, what differs. It asks the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from models.gaps.gap import Gap
from models.ledger.store import Store
from models.periods import Period

if TYPE_CHECKING:
    from exports.differences import Difference
    from exports.official.sharing import SharedForm
    from exports.sendable import Sendable
    from models.sealing.seal import Seal

Progress = Callable[[int, int], None]


class Found(NamedTuple):
    """What was found out about a report."""

    gaps: list[Gap]
    seal: Seal | None
    differences: list[Difference]


@dataclass(frozen=True, slots=True)
class ReportWish:
    """A report of ours, by its name."""

    store: Store
    name: str
    period: Period
    files = "các tệp Excel, PDF"

    def look(self) -> Found:
        """Finds out about it."""
        from exports.differences import differences
        from exports.form_gaps import all_gaps
        from exports.sent import sent_report

        sent = sent_report(self.store, self.name, self.period)
        differing = differences(self.store, sent) if sent is not None else []
        return Found(all_gaps(self.store, self.period), sent, differing)

    def seal(self, progress: Progress) -> Seal:
        """Sends it. UserError if it cannot be."""
        from exports.sealing import seal

        return seal(self.store, self.name, self.period, progress)


@dataclass(frozen=True, slots=True)
class FormWish:
    """An authority's form with its map as it is on the desk."""

    store: Store
    form: SharedForm
    period: Period
    files = "tệp Excel đã điền"

    def look(self) -> Found:
        """Finds out about it; a form with faults lacks them, and nothing can be compared."""
        from exports.differences import differences
        from exports.official.form_gaps import gaps_of_form
        from exports.official.map import BadMap
        from models.sealing.read import standing

        gaps = gaps_of_form(self.store, self.form, self.period)
        sent = standing(self.store, self.form.id, self.period.text)
        try:
            differing = differences(self.store, sent, self.form) if sent is not None else []
        except BadMap:
            differing = []
        return Found(gaps, sent, differing)

    def seal(self, progress: Progress) -> Seal:
        """Sends it. UserError if it cannot be."""
        from exports.official.sendable_form import sendable_form
        from exports.sealing import send

        def make(day: date) -> Sendable:
            return sendable_form(self.store, self.form, self.period, day)

        return send(self.store, make, progress)


Wish = ReportWish | FormWish
