"""The tables under the criteria: what the points come to, and the evidence with the points that may be lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exports.document import Cell, Column, Formula, Row, Shape, Table
from exports.scoring.proofs import Proven
from models.code_lists_rating import RATING_CLASS
from models.indicators.scoring import SELF, UPPER, outcome, plain_points
from models.records.rating import RatingScheme, UnitRating

_TT = Column("tt", "TT", Shape.CODE, 14)


def outcome_table(form: str, scheme: RatingScheme, rating: UnitRating, *, with_upper: bool) -> Table:
    """Total, share of the scheme's points and the class proposed, as scored by the unit and by the union above."""
    sides = (SELF, UPPER) if with_upper else (SELF,)
    found = [outcome(scheme, rating, side) for side in sides]
    columns = (
        _TT,
        Column("noi_dung", "Kết quả", Shape.TEXT, 95),
        Column("tu_cham", "Tự chấm", Shape.POINTS, 28),
        Column("cap_tren_cham", "Cấp trên chấm", Shape.POINTS, 28),
    )[: 2 + len(sides)]
    classes = [RATING_CLASS.label(each.rating_class) if each.rating_class else None for each in found]
    lines: list[tuple[str, str, Sequence[Cell]]] = [
        ("tong", "Tổng điểm đạt", [Cell(each.total, Shape.POINTS) for each in found]),
        ("ty_le", "Tỷ lệ so với thang điểm (%)", [Cell(each.share, Shape.DECIMAL) for each in found]),
        ("ky_luat", "Người bị kỷ luật từ cảnh cáo trở lên", [_said(_discipline(rating))]),
        ("de_nghi", "Xếp loại theo điểm (đề nghị)", [_said(each) for each in classes]),
        ("cong_nhan", "Xếp loại được công nhận", [_said(rating.shown("rating_class"))]),
    ]
    rows = tuple(
        Row(code, (Cell(number, Shape.CODE), Cell(label), *_filled(cells, len(sides))))
        for number, (code, label, cells) in enumerate(lines, 1)
    )
    return Table(f"{form}-class", columns, rows, "II. KẾT QUẢ")


def evidence_id(form: str) -> str:
    """The id of the table of evidence in a scoring form."""
    return f"{form}-evidence"


def evidence_table(form: str, proven: Iterable[Proven]) -> Table:
    """Every criterion, below it the figures of the log that prove it; the last column warns of points without proof."""
    columns = (
        _TT,
        Column("noi_dung", "Tiêu chí và minh chứng ghi trong sổ", Shape.TEXT, 95),
        Column("so_luong", "Số lượng", Shape.WHOLE, 28),
        Column("co_the_mat", "Điểm có thể mất", Shape.POINTS, 28),
    )
    rows: list[Row] = []
    lost = []
    for each in proven:
        rows += _evidence_rows(each)
        if each.at_risk is not None:
            lost.append((each.line.code, each.at_risk))
    total = plain_points(round(sum(points for _code, points in lost), 6)) if lost else None
    adding = Formula("sum", tuple((code, "co_the_mat") for code, _points in lost)) if lost else None
    label = Cell("Cộng điểm chưa có minh chứng")
    rows.append(Row("total", (Cell(None), label, Cell(None), Cell(total, Shape.POINTS, formula=adding)), total=True))
    return Table(evidence_id(form), columns, tuple(rows), "III. MINH CHỨNG VÀ ĐIỂM CÓ THỂ MẤT")


def _evidence_rows(each: Proven) -> Iterable[Row]:
    line = each.line
    number, content = Cell(line.number, Shape.CODE), Cell(line.content)
    yield Row(line.code, (number, content, Cell(None), Cell(each.at_risk, Shape.POINTS)))
    for proof in each.proofs:
        count = Cell(proof.value, Shape.WHOLE, figure=proof.figure, expected=True)
        yield Row(f"{line.code}/{proof.source}", (Cell(None), Cell(f"- {proof.label}"), count, Cell(None)), level=2)
    if each.noted:
        yield Row(f"{line.code}/khac", (Cell(None), Cell(f"- {each.noted}"), Cell(None), Cell(None)), level=2)


def _discipline(rating: UnitRating) -> str:
    return {"khong": "Không có", "co": "Có"}.get(rating.disciplined or "", "")


def _said(text: str | None) -> Cell:
    return Cell(text or None, Shape.CODE)


def _filled(cells: Sequence[Cell], count: int) -> tuple[Cell, ...]:
    """As many cells as there are columns; what holds for both sides stands in the first."""
    return (*cells, *(Cell(None) for _ in range(count - len(cells))))
