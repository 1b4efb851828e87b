"""A scoring sheet as a document: the criteria with their points, what they come to, and what of the log proves them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from exports.document import Cell, Formula, Issuer, ReportDocument, Row, Shape, Table
from exports.form import Form, FormTable
from exports.form_shelf import form_named
from exports.heading import columns_of, document_of
from exports.issuer import issuer_on
from exports.render.wording import text_of
from exports.scoring.annex import evidence_table, outcome_table
from exports.scoring.proofs import Proven, proven
from exports.scoring.schemes import scheme_for
from models.indicators.figure import Number
from models.indicators.ratings import group_of, ratings_of
from models.indicators.scoring import SELF, UPPER, outcome, plain_points, points
from models.ledger.store import Store
from models.periods import Period
from models.records.rating import RatingCriterion, RatingScheme, UnitRating
from models.records.unit import OrgUnit

_SIDES = {"self": SELF, "upper": UPPER}


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that a scoring sheet is made of: scheme, points given, evidence. Of one unit and period."""

    unit: OrgUnit
    scheme: RatingScheme
    rating: UnitRating
    proven: tuple[Proven, ...]
    with_upper: bool = True  # the form has a column for the points of the union above
    n_ratings: int = 0  # sheets found for this unit and period; more than one is a mistake

    def note(self, code: str) -> str:
        """Báo cáo diễn giải: what the log counts for a criterion, and what was written about it."""
        shown = [each for each in self.proven if each.line.code == code]
        counted = [
            f"{proof.label}: {text_of(Cell(proof.value))}" for each in shown for proof in each.proofs if proof.speaks
        ]
        score = self.rating.score_of(code)
        return "\n".join(filter(None, ("; ".join(counted), score.explanation, score.evidence)))


def open_sheet(store: Store, code: str, period: Period, unit: str | None = None) -> Sheet:
    """The sheet of a unit (uid; None: the own unit) by the scheme of the form `code`, empty if nothing was scored."""
    scored = store.read(OrgUnit, unit) if unit else store.own_unit()
    scheme = scheme_for(store, code, period)
    found = ratings_of(store, code, period, scored.uid)
    rating = found[0] if found else UnitRating(scheme=code, period=period.text, unit=scored.uid)
    evidence = tuple(proven(store, scheme, rating, period, group_of(scored)))
    with_upper = any(column.content == "upper" for column in form_named(code).tables[0].columns)
    return Sheet(scored, scheme, rating, evidence, with_upper, len(found))


def scoring_sheet(store: Store, form: Form, period: Period, day: date, unit: str | None) -> ReportDocument:
    """The document of a scoring form (G1, G2, G3)."""
    sheet = open_sheet(store, form.id, period, unit)
    (layout,) = form.tables
    tables = (
        _criteria(layout, sheet),
        outcome_table(form.id, sheet.scheme, sheet.rating, with_upper=sheet.with_upper),
        evidence_table(form.id, sheet.proven),
    )
    document = document_of(form, period, _issuer(store, sheet.unit, day), day, tables, _remarks(sheet))
    return replace(document, version=sheet.scheme.version or form.version)


def _criteria(layout: FormTable, sheet: Sheet) -> Table:
    scheme, columns = sheet.scheme, columns_of(layout)
    given = {name: points(scheme, sheet.rating, side) for name, side in _SIDES.items()}
    parts = {line.code: tuple(part.code for part in scheme.parts_of(line.code)) for line in scheme.criteria}
    rows = []
    for line in scheme.criteria:
        values = _values(line, sheet, given)
        cells = (
            _cell(values.get(column.content), column.shape, column.key, parts[line.code]) for column in layout.columns
        )
        rows.append(Row(line.code, tuple(cells), 0 if parts[line.code] else 2 if line.parent else 1))
    top = tuple(line.code for line in scheme.parts_of(None))
    totals: Mapping[str, Number | str | None] = {
        "content": "Tổng cộng",
        "max": _sum([line.max_score for line in scheme.parts_of(None) if line.kind != "tru"]),
        **{name: outcome(scheme, sheet.rating, side).total for name, side in _SIDES.items()},
    }
    cells = (_cell(totals.get(column.content), column.shape, column.key, top) for column in layout.columns)
    return Table(layout.id, columns, (*rows, Row("total", tuple(cells), total=True)), layout.title)


def _values(
    line: RatingCriterion, sheet: Sheet, given: Mapping[str, Mapping[str, Number | None]]
) -> Mapping[str, Number | str | None]:
    return {
        "number": line.number,
        "content": line.content,
        "max": plain_points(line.max_score),
        "note": sheet.note(line.code),
        **{name: scores[line.code] for name, scores in given.items()},
    }


def _cell(value: Number | str | None, shape: Shape, key: str, parts: tuple[str, ...]) -> Cell:
    """A cell; points of a group or of the whole add up its parts in a workbook."""
    if shape is not Shape.POINTS or not parts:
        return Cell(value or None if isinstance(value, str) else value, shape)
    return Cell(value, shape, formula=Formula("sum", tuple((code, key) for code in parts)))


def _sum(values: list[float | None]) -> Number | None:
    filled = [value for value in values if value is not None]
    return plain_points(round(sum(filled), 6)) if filled else None


def _issuer(store: Store, unit: OrgUnit, day: date) -> Issuer:
    """Who scores itself: the own unit, or one of its groups with the own unit above it."""
    own = issuer_on(store, day)
    if unit.is_own:
        return own
    return replace(
        own,
        code=unit.code,
        name=unit.name_full,
        head_1=unit.name_head_1 or own.head_2,
        head_2=unit.name_head_2 or unit.name_full.upper(),
        superior=own.name,
    )


def _remarks(sheet: Sheet) -> tuple[str, ...]:
    """What has to be known of the scheme and of the class proposed."""
    scheme = sheet.scheme
    remarks = list(outcome(scheme, sheet.rating, SELF).reasons)
    if sheet.n_ratings > 1:
        remarks.append(f"Sổ có {sheet.n_ratings} phiếu chấm điểm cho cùng đơn vị và năm; biểu này lấy phiếu mới nhất.")
    remarks += [
        f"{label}: {text}"
        for label, text in (("Thang điểm", scheme.source), ("Mức xếp loại", scheme.scale_source))
        if text
    ]
    return tuple(remarks)
