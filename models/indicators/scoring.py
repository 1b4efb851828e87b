"""From the points given to a total, a share and the class that the scheme proposes; no point is ever given here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.code_lists_rating import RATING_CLASS
from models.indicators.figure import Number
from models.indicators.figures import ratio
from models.records.rating import RatingBound, RatingCriterion, RatingScheme, UnitRating
from models.values import DECIMAL

_LONGEST, _MOST_NAMED = 48, 3
SELF, UPPER = "self_score", "upper_score"  # who gave the points: the unit, the union above


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the points of one side come to; `reasons` say why no class, or no better class, is proposed."""

    total: Number | None
    share: float | None  # % of the scheme's points
    rating_class: str | None
    reasons: tuple[str, ...]


def points(scheme: RatingScheme, rating: UnitRating, side: str) -> dict[str, Number | None]:
    """The points of every line: given ones, and of a group the sum of its parts; empty where nothing was given."""
    given: dict[str, Number | None] = {}
    for line in reversed(scheme.criteria):  # parts stand below their group
        parts = scheme.parts_of(line.code)
        if parts:
            given[line.code] = _added((part, given[part.code]) for part in parts)
        else:
            given[line.code] = plain_points(getattr(rating.score_of(line.code), side))
    return given


def outcome(scheme: RatingScheme, rating: UnitRating, side: str) -> Outcome:
    """Total, share and proposed class of one side. Bounds and conditions: `forms.md` section 9, or the scheme's own."""
    given = points(scheme, rating, side)
    total = _added((line, given[line.code]) for line in scheme.parts_of(None))
    share = ratio(100, total, scheme.full_score)
    hindrances = tuple(_hindrances(scheme, rating, side))
    if total is None or hindrances:
        return Outcome(total, share, None, hindrances)
    reasons: list[str] = []
    for bound in sorted(scheme.bounds, key=lambda each: -each.from_score):
        if total < bound.from_score:
            continue
        unmet = list(_unmet(scheme, rating, bound, given))
        if not unmet:
            return Outcome(total, share, bound.rating_class, tuple(reasons))
        reasons += [f"Chưa xếp “{RATING_CLASS.label(bound.rating_class)}” vì {each}." for each in unmet]
    return Outcome(total, share, None, tuple(reasons))


def leaves(scheme: RatingScheme) -> list[RatingCriterion]:
    """The lines that points are given for."""
    groups = {each.parent for each in scheme.criteria}
    return [each for each in scheme.criteria if each.code not in groups and each.kind != "nhom"]


def most(scheme: RatingScheme) -> Number:
    """What can be reached by the lines known so far; deductions do not count."""
    known = [each.max_score or 0 for each in leaves(scheme) if each.kind != "tru"]
    return plain_points(round(sum(known), 6)) or 0


def plain_points(value: float | None) -> Number | None:
    """Points as a number: whole ones as whole numbers."""
    return int(value) if value is not None and float(value).is_integer() else value


def wrong_scores(scheme: RatingScheme, rating: UnitRating) -> list[str]:
    """Points that the scheme does not allow, each as a sentence."""
    lines = {each.code: each for each in leaves(scheme)}
    found: list[str] = []
    for score in rating.scores:
        line = lines.get(score.criterion)
        if line is None:
            found.append(f"Không có mục “{score.criterion}” để chấm trong thang điểm; hãy bỏ hoặc sửa ký hiệu.")
            continue
        for side in (SELF, UPPER):
            value = getattr(score, side)
            if value is not None and line.max_score is not None and value > line.max_score:
                said = f"Mục {_named([line])}: {score.fields[side].label.lower()} là {DECIMAL.shown(value)}"
                found.append(f"{said}, hơn {line.shown('max_score')} điểm chuẩn; hãy sửa điểm.")
    return found


def _hindrances(scheme: RatingScheme, rating: UnitRating, side: str) -> Iterator[str]:
    """Why no class can be proposed yet."""
    reachable = most(scheme)
    if reachable < scheme.full_score:
        yield (
            f"Thang điểm mới có {DECIMAL.shown(reachable)} trên {DECIMAL.shown(scheme.full_score)} điểm; "
            "hãy bổ sung các mục còn thiếu rồi mới xếp loại."
        )
    waiting = [each for each in leaves(scheme) if _must(each) and getattr(rating.score_of(each.code), side) is None]
    if waiting:
        yield f"Còn {len(waiting)} mục chưa chấm" + (f": {_named(waiting)}." if len(waiting) <= _MOST_NAMED else ".")
    yield from wrong_scores(scheme, rating)


def _unmet(
    scheme: RatingScheme, rating: UnitRating, bound: RatingBound, given: dict[str, Number | None]
) -> Iterator[str]:
    """The conditions of a class that do not hold, each as the rest of a sentence."""
    if bound.least_share is not None:
        low = [each for each in leaves(scheme) if _must(each) and _below(each, given[each.code], bound.least_share)]
        if low:
            yield f"mục {_named(low)} dưới {DECIMAL.shown(bound.least_share)}% điểm chuẩn"
    if bound.no_discipline and rating.disciplined == "co":
        yield "có người bị kỷ luật từ cảnh cáo trở lên"
    elif bound.no_discipline and rating.disciplined is None:
        yield "chưa xác nhận có hay không người bị kỷ luật từ cảnh cáo trở lên"


def _named(lines: Sequence[RatingCriterion]) -> str:
    """The first few of them by what they say; codes are for the file only."""
    texts = [
        each.content if len(each.content) <= _LONGEST else f"{each.content[:_LONGEST].rstrip()}…" for each in lines
    ]
    shown = ", ".join(f"“{text}”" for text in texts[:_MOST_NAMED])
    return shown + (f" và {len(texts) - _MOST_NAMED} mục khác" if len(texts) > _MOST_NAMED else "")


def _must(line: RatingCriterion) -> bool:
    """True for what has to be scored: a bonus or a deduction may be left empty."""
    return line.kind == "tieu_chi"


def _below(line: RatingCriterion, value: Number | None, share: float) -> bool:
    return bool(line.max_score) and value is not None and 100 * value < share * (line.max_score or 0)


def _added(parts: Iterable[tuple[RatingCriterion, Number | None]]) -> Number | None:
    filled = [-value if line.kind == "tru" else value for line, value in parts if value is not None]
    return plain_points(round(sum(filled), 6)) if filled else None
