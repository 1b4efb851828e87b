"""Chấm điểm, xếp loại: a scheme with its criteria and classes, and the points given by it to a unit in a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.code_lists_rating import CRITERION_KIND, DISCIPLINE, RATING_CLASS, RATING_EVIDENCE
from models.errors import Fault
from models.periods import period_label
from models.record import Part, Record, children, field
from models.records.rules import joined, no_repeats
from models.values import DAY, DECIMAL, FORM, LINES, PERCENT, PERIOD, TEXT, YEAR, YES_NO, Code, Link


class RatingCriterion(Part):
    """Một mục chấm điểm; a group (`nhom`) adds up the ones that name it as `parent`."""

    table_name = "rating_criterion"
    label = "Mục chấm điểm"

    code: str = field("Ký hiệu", TEXT, required=True, hint="I.1")
    parent: str | None = field("Thuộc nhóm", TEXT, hint="I")
    number: str | None = field("TT in trên phiếu", TEXT)
    content: str = field("Nội dung", LINES, required=True)
    kind: str = field("Loại", Code(CRITERION_KIND), required=True, default="tieu_chi")
    max_score: float | None = field("Điểm chuẩn", DECIMAL)


class RatingEvidence(Part):
    """Minh chứng lấy từ sổ for one criterion."""

    table_name = "rating_evidence"
    label = "Minh chứng của mục"

    criterion: str = field("Ký hiệu mục", TEXT, required=True, hint="I.1")
    source: str = field("Lấy từ sổ", Code(RATING_EVIDENCE), required=True)


class RatingBound(Part):
    """Mức xếp loại: from how many points, and under which conditions."""

    table_name = "rating_bound"
    label = "Mức xếp loại"

    rating_class: str = field("Xếp loại", Code(RATING_CLASS), required=True)
    from_score: float = field("Từ số điểm", DECIMAL, required=True)
    least_share: float | None = field("Mỗi tiêu chí đạt ít nhất (% điểm chuẩn)", PERCENT)
    no_discipline: bool = field("Không ai bị kỷ luật từ cảnh cáo trở lên", YES_NO, default=False)


class RatingScheme(Record):
    """Một thang điểm: built in (`resources/scoring`), or kept in the ledger and then used in its place."""

    table_name = "rating_scheme"
    label = "Thang điểm"

    code: str = field("Biểu chấm điểm", FORM, required=True, column=True, quick=True)
    title: str = field("Tên thang điểm", TEXT, required=True, column=True, quick=True)
    version: str | None = field("Phiên bản", TEXT, column=True, quick=True, hint="2026")
    valid_from: int = field("Dùng từ năm", YEAR, required=True, column=True, quick=True)
    valid_to: int | None = field("Đến hết năm", YEAR, column=True, quick=True)
    full_score: float = field("Tổng điểm của thang", DECIMAL, required=True, default=100.0, quick=True)
    source: str | None = field("Căn cứ", LINES)
    scale_source: str | None = field("Căn cứ của các mức xếp loại", LINES)
    criteria: list[RatingCriterion] = children("Mục chấm điểm", RatingCriterion)
    evidence: list[RatingEvidence] = children("Minh chứng của mục", RatingEvidence)
    bounds: list[RatingBound] = children("Mức xếp loại", RatingBound)

    def parts_of(self, code: str | None) -> list[RatingCriterion]:
        """What a group adds up; of None the topmost lines."""
        return [each for each in self.criteria if each.parent == code]

    def faults(self) -> Iterator[Fault]:
        if None not in (self.valid_from, self.valid_to) and self.valid_to < self.valid_from:  # type: ignore[operator]
            yield self.fault("valid_to", f"là {self.valid_to}, trước năm {self.valid_from}; hãy sửa một trong hai năm")
        yield from no_repeats(self, "criteria", "code")
        yield from no_repeats(self, "bounds", "rating_class")
        known: set[str] = set()
        for each in self.criteria:
            if each.parent and each.parent not in known:
                reason = f"mục “{each.code}” thuộc nhóm “{each.parent}” không đứng trước nó; hãy thêm hoặc đổi nhóm"
                yield self.fault("criteria", reason)
            known.add(each.code)
        yield from self._faults_of_groups()
        for line in self.evidence:
            if line.criterion not in known:
                yield self.fault("evidence", f"không có mục “{line.criterion}” trong thang điểm; hãy sửa ký hiệu")

    def _faults_of_groups(self) -> Iterator[Fault]:
        for group in self.criteria:
            parts = self.parts_of(group.code)
            if parts and group.kind != "nhom":
                yield self.fault("criteria", f"mục “{group.code}” có mục con; hãy đổi loại của nó thành “Nhóm”")
            inside = sum(each.max_score or 0 for each in parts if each.kind != "tru")
            if group.max_score is not None and inside > group.max_score:
                said = f"các mục của nhóm “{group.code}” cộng được {DECIMAL.shown(inside)} điểm"
                yield self.fault("criteria", f"{said}, hơn {group.shown('max_score')} điểm của nhóm; hãy sửa điểm")


class RatingScore(Part):
    """Điểm của một mục: by the unit itself, by the union above, and why."""

    table_name = "rating_score"
    label = "Điểm của mục"

    criterion: str = field("Ký hiệu mục", TEXT, required=True, hint="I.1")
    self_score: float | None = field("Điểm tự chấm", DECIMAL)
    upper_score: float | None = field("Điểm cấp trên chấm", DECIMAL)
    explanation: str | None = field("Diễn giải", LINES)
    evidence: str | None = field("Minh chứng khác", LINES, hint="Biên bản, ảnh, quyết định …")


class UnitRating(Record):
    """Một phiếu chấm điểm: a unit's points by one scheme in one year."""

    table_name = "unit_rating"
    label = "Phiếu chấm điểm"
    title_field = "scheme"

    scheme: str = field("Biểu chấm điểm", FORM, required=True, column=True, quick=True)
    period: str = field("Năm chấm", PERIOD, required=True, column=True, quick=True, hint="2026")
    unit: str | None = field("Đơn vị được chấm", Link(("org_unit",)), column=True, quick=True)
    disciplined: str | None = field("Kỷ luật từ cảnh cáo trở lên", Code(DISCIPLINE), quick=True)
    rating_class: str | None = field("Xếp loại được công nhận", Code(RATING_CLASS), column=True, quick=True)
    decided_on: date | None = field("Ngày công nhận", DAY, column=True)
    decision_doc: str | None = field("Văn bản công nhận", Link(("document",)))
    note: str | None = field("Ghi chú", LINES)
    scores: list[RatingScore] = children("Điểm của từng mục", RatingScore)

    @property
    def title_text(self) -> str:
        """Named by its form and year."""
        return joined(f"Phiếu {self.scheme or ''}".strip(), period_label(self.period))

    def score_of(self, criterion: str) -> RatingScore:
        """What was given for a criterion; an empty line if nothing was."""
        return next((each for each in self.scores if each.criterion == criterion), RatingScore(criterion=criterion))

    def faults(self) -> Iterator[Fault]:
        yield from no_repeats(self, "scores", "criterion")
