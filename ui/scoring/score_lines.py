"""The criteria of a scoring sheet, line by line: what stands in each cell, what may be typed, what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from exports.render.wording import points as points_text
from exports.scoring.proofs import Proof, Proven
from exports.scoring.sheet import Sheet
from models.indicators.figure import Number
from models.indicators.scoring import SELF, UPPER, points
from models.record import Field
from models.records.rating import RatingCriterion, RatingScore
from models.values import grouped

TYPED = (SELF, UPPER, "explanation", "evidence")
UNPROVEN = "Chưa có minh chứng trong sổ"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width, and the field of a score that is typed into it, if any."""

    title: str
    width: int
    field: str = ""


COLUMNS = (
    Column("TT", 52),
    Column("Nội dung", 270),
    Column("Minh chứng từ sổ", 220),
    Column("Điểm chuẩn", 108),
    Column("Tự chấm", 76, SELF),
    Column("Cấp trên", 76, UPPER),
    Column("Diễn giải", 150, "explanation"),
    Column("Minh chứng khác", 150, "evidence"),
)
CONTENT, EVIDENCE, MOST = 1, 2, 3
UPPER_PLACE = next(place for place, column in enumerate(COLUMNS) if column.field == UPPER)


class ScoreLines:
    """Every line of the scheme; groups add up. A text that cannot be read stays in its cell."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.criteria: list[RatingCriterion] = sheet.scheme.criteria
        self._proven = {each.line.code: each for each in sheet.proven}
        self._unread: dict[tuple[str, str], tuple[str, str]] = {}  # text and reason, by criterion and field

    def score(self, line: int) -> RatingScore:
        """What is typed for a line."""
        return self.sheet.rating.score_of(self.criteria[line].code)

    def faults(self) -> list[str]:
        """What could not be read."""
        contents = {each.code: each.content for each in self.criteria}
        return [f"{contents[code]}: {reason}" for (code, _name), (_text, reason) in self._unread.items()]

    def is_scored(self, line: int) -> bool:
        """True for what points are given for; a group adds them up."""
        return self.criteria[line].code in self._proven

    def is_typed(self, line: int, column: int) -> bool:
        """True where something may be typed."""
        return bool(COLUMNS[column].field) and self.is_scored(line)

    def proofs(self, line: int) -> tuple[Proof, ...]:
        """The figures of the log beside a line."""
        found = self._proven.get(self.criteria[line].code)
        return found.proofs if found is not None else ()

    def at_risk(self, line: int) -> Number | None:
        """The points that may be lost for want of proof, as things are typed now."""
        found = self._proven.get(self.criteria[line].code)
        return replace(found, noted=self.score(line).evidence or "").at_risk if found is not None else None

    def raw(self, line: int, column: int) -> tuple[Any, str]:
        """The value of a cell, and the text in its place if it could not be read."""
        name, code = COLUMNS[column].field, self.criteria[line].code
        return getattr(self.score(line), name), self._unread.get((code, name), ("", ""))[0]

    def put(self, line: int, column: int, value: Any, unread: tuple[str, str] | None) -> None:
        """Puts a value, or a text that could not be read with its reason, into a cell."""
        name, score = COLUMNS[column].field, self.score(line)
        setattr(score, name, value)
        others = [each for each in self.sheet.rating.scores if each.criterion != score.criterion]
        kept = any(getattr(score, each) is not None for each in TYPED)
        self.sheet.rating.scores = [*others, score] if kept else others
        self._unread.pop((score.criterion, name), None)
        if unread is not None:
            self._unread[score.criterion, name] = unread

    def text(self, line: int, column: int) -> str:
        """What stands in a cell."""
        criterion = self.criteria[line]
        if column == CONTENT:
            return criterion.content
        if column == EVIDENCE:
            return _evidence_text(self._proven.get(criterion.code), self.at_risk(line))
        if column == MOST:
            return points_text(criterion.max_score) if criterion.max_score is not None else ""
        return self._typed_text(line, column) if COLUMNS[column].field else criterion.number or ""

    def wrong(self, line: int, column: int) -> str:
        """What is wrong with what was typed into a cell; "" if nothing is."""
        name, criterion = COLUMNS[column].field, self.criteria[line]
        if unread := self._unread.get((criterion.code, name)):
            return unread[1]
        value = getattr(self.score(line), name) if name in (SELF, UPPER) else None
        if value is not None and criterion.max_score is not None and value > criterion.max_score:
            return f"hơn {points_text(criterion.max_score)} điểm chuẩn; hãy sửa điểm"
        return ""

    def _typed_text(self, line: int, column: int) -> str:
        name, code = COLUMNS[column].field, self.criteria[line].code
        if not self.is_scored(line):
            total = points(self.sheet.scheme, self.sheet.rating, name)[code] if name in (SELF, UPPER) else None
            return points_text(total) if total is not None else ""
        value, unread = self.raw(line, column)
        if name in (SELF, UPPER):
            return unread or (points_text(value) if value is not None else "")
        return value or ""


def member_of(column: int) -> Field:
    """The field that is typed into a column."""
    return RatingScore.fields[COLUMNS[column].field]


def _evidence_text(found: Proven | None, at_risk: Number | None) -> str:
    """What the log counts for a line, one below the other; or how many points may be lost."""
    if found is None:
        return ""
    counted = [f"{each.label}: {grouped(int(each.value))}" for each in found.proofs if each.value is not None]
    if at_risk is not None:
        counted = [f"{UNPROVEN} – có thể mất {points_text(at_risk)} điểm", *counted]
    return "\n".join(counted)
