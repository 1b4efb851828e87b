"""What the log proves of each criterion of a sheet, and which points may be lost for want of proof."""

from __future__ import annotations

from dataclasses import dataclass

from models.code_lists_rating import RATING_EVIDENCE
from models.indicators.evidence import EVIDENCE
from models.indicators.figure import Figure, Number
from models.indicators.figures import figures
from models.indicators.scoring import leaves, plain_points
from models.ledger.store import Store
from models.periods import Period
from models.records.rating import RatingCriterion, RatingScheme, UnitRating


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece of evidence: what it is, and its figure; without one the log does not tell it for this unit."""

    source: str
    figure: Figure | None

    @property
    def label(self) -> str:
        """ "Số buổi tuyên truyền"."""
        return RATING_EVIDENCE.label(self.source)

    @property
    def value(self) -> Number | None:
        """How much of it there is."""
        return self.figure.value if self.figure is not None else None

    @property
    def speaks(self) -> bool:
        """True if it speaks for the unit."""
        if self.value is None:
            return False
        return not self.value if EVIDENCE[self.source].none_is_good else bool(self.value)


@dataclass(frozen=True, slots=True)
class Proven:
    """A criterion with its evidence from the log, and what she noted as evidence herself."""

    line: RatingCriterion
    proofs: tuple[Proof, ...]
    noted: str

    @property
    def at_risk(self) -> Number | None:
        """The points that may be lost: those of a criterion for which nothing speaks so far; empty if something does.

        Bonus points are never lost, and where the log cannot tell this unit's own work, nothing is known.
        """
        known = [each for each in self.proofs if each.figure is not None]
        untold = bool(self.proofs) and not known
        if self.line.kind != "tieu_chi" or self.noted or untold or any(each.speaks for each in known):
            return None
        return plain_points(self.line.max_score)


def proven(store: Store, scheme: RatingScheme, rating: UnitRating, period: Period, group: str | None) -> list[Proven]:
    """Every line that points are given for, with its evidence over the period; `group` narrows it to a group's work."""
    sources = [each.source for each in scheme.evidence]
    wanted = {source: reference for source in sources if (reference := EVIDENCE[source].reference(group)) is not None}
    found = dict(zip(wanted, figures(store, period, list(wanted.values())), strict=True))
    by_line = {
        line.code: tuple(
            Proof(each.source, found.get(each.source)) for each in scheme.evidence if each.criterion == line.code
        )
        for line in leaves(scheme)
    }
    return [Proven(line, by_line[line.code], rating.score_of(line.code).evidence or "") for line in leaves(scheme)]
