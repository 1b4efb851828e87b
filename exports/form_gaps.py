""" "Còn thiếu gì?" of the figures: forms that contradict each other, and jumps that nobody has explained."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from exports.build import build
from exports.cell_names import cell_name
from exports.document import Cell, Column, ReportDocument, Row, Shape
from exports.form_shelf import form_named
from exports.render.wording import text_of
from models.gaps.find import gaps, ordered
from models.gaps.gap import ERROR, WARNING, Gap
from models.indicators.figure import Number, Reference
from models.indicators.figures import figures
from models.indicators.first_day import first_day
from models.ledger.store import Store
from models.periods import Period, before
from models.records.period import ReportPeriod
from models.records.report import ReportCell, cell_uid

MOST_CHANGE, FROM = 0.5, 20  # a jump: more than half up or down, of figures from 20 up
COMPARED = ("A2", "B1", "B2", "B3", "C2", "C3", "D3")

Values = Mapping[tuple[str, str, str], Number | None]  # table, row, column
Side = Callable[[Values], Number | None]


@dataclass(frozen=True, slots=True)
class Identity:
    """Two ways to the same figure (`forms.md` section 10); `place` is the cell of A2 to look at first."""

    rule: str
    place: str  # row code in A2
    said: str
    left: Side
    right: Side


def _cell(table: str, row: str, column: str) -> Side:
    return lambda values: values.get((table, row, column))


def _sum(*sides: Side) -> Side:
    def added(values: Values) -> Number | None:
        filled = [number for side in sides if (number := side(values)) is not None]
        return sum(filled) if filled else None

    return added


def _a2(row: str) -> Side:
    return _cell("A2", row, "so_luong")


IDENTITIES = (
    Identity("a2_b1_sessions", "III.1", "số buổi ở A2 và tổng của B1", _a2("III.1"), _cell("B1", "total", "3")),
    Identity("a2_b1_turns", "III.2", "số lượt người ở A2 và tổng của B1", _a2("III.2"), _cell("B1", "total", "5")),
    Identity(
        "a2_b2_sessions",
        "III.5",
        "số buổi cải cách hành chính ở A2 (chuyên đề và lồng ghép) và ở B2",
        _sum(_a2("III.5"), _a2("III.6")),
        _sum(_cell("B2", "total", "3"), _cell("B2", "total", "4")),
    ),
    Identity(
        "a2_b2_turns", "III.7", "lượt người cải cách hành chính ở A2 và ở B2", _a2("III.7"), _cell("B2", "total", "5")
    ),
    Identity("a2_c2_initiatives", "IV.5", "số sáng kiến ở A2 và ở C2", _a2("IV.5"), _cell("C2", "total", "4")),
    Identity("a2_c2_benefit", "IV.6", "giá trị làm lợi ở A2 và ở C2", _a2("IV.6"), _cell("C2", "total", "10")),
    Identity("a2_c3_collectives", "IV.9", "khen thưởng tập thể ở A2 và ở C3", _a2("IV.9"), _cell("C3", "total", "5")),
    Identity("a2_c3_people", "IV.10", "khen thưởng cá nhân ở A2 và ở C3", _a2("IV.10"), _cell("C3", "total", "7")),
    Identity(
        "a2_d3_received", "VII.2", "số ý kiến tiếp nhận ở A2 và ở D3", _a2("VII.2"), _cell("D3-field", "total", "4")
    ),
    Identity(
        "voices_balance",
        "VII.5",
        "ý kiến tồn cùng ý kiến mới và tổng đã trả lời, trả lại, còn lại",
        _sum(_a2("VII.1"), _a2("VII.2")),
        _sum(_a2("VII.3"), _cell("D3-field", "total", "8"), _a2("VII.5")),
    ),
)
PARTS = (("I.2", "I.1"), ("I.4", "I.3"), ("II.4", "II.3"), ("III.3", "III.2"), ("VI.3b", "VI.3"), ("VII.6", "VII.5"))


def all_gaps(store: Store, period: Period, today: date | None = None) -> list[Gap]:
    """Everything missing before the report of a period can go: of the records, and of the figures."""
    return ordered([*gaps(store, period, today), *figure_gaps(store, period)])


def figure_gaps(store: Store, period: Period) -> Iterator[Gap]:
    """Identities that do not hold, members that do not add up, jumps without a sentence."""
    documents = {name: build(store, form_named(name), period) for name in COMPARED}
    yield from _contradictions(documents)
    yield from _parts(documents["A2"])
    yield from _members(store, period, documents["A2"])
    yield from _jumps(store, period, documents["A2"])


def _contradictions(documents: Mapping[str, ReportDocument]) -> Iterator[Gap]:
    values: Values = {
        (table.id, row.code, column.key): cell.value
        for document in documents.values()
        for table, row, column, cell in document.figures()
        if isinstance(cell.value, int | float | None)
    }
    for each in IDENTITIES:
        left, right = each.left(values), each.right(values)
        if left is not None and right is not None and left != right:
            reason = f"{each.said} không bằng nhau: {_said(left)} và {_said(right)}"
            remedy = "Mở các bản ghi đứng sau hai số, hoặc xem lại số sửa tay."
            yield _gap(documents["A2"], each.rule, each.place, reason, remedy, ERROR)


def _parts(document: ReportDocument) -> Iterator[Gap]:
    """`forms.md` 10.7: a part is not more than its total; only a number put by hand can be."""
    numbers = {row.code: cell.value for _table, row, column, cell in document.figures() if column.key == "so_luong"}
    for part, whole in PARTS:
        less, more = numbers.get(part), numbers.get(whole)
        if isinstance(less, int | float) and isinstance(more, int | float) and less > more:
            reason = f"là {_said(less)}, lớn hơn tổng ở dòng {whole} ({_said(more)})"
            yield _gap(document, "part_over_total", part, reason, "Sửa một trong hai số.", ERROR)


def _members(store: Store, period: Period, document: ReportDocument) -> Iterator[Gap]:
    """`forms.md` 10.6: members now = members before + joined + moved in − left."""
    earlier = before(period)
    if _began_after(store, earlier):
        return
    joined = [Reference("member_events", (("kind", kind),)) for kind in ("ket_nap", "chuyen_den")]
    now, *came, left = figures(store, period, [Reference("members"), *joined, Reference("members_left")])
    (former,) = figures(store, earlier, [Reference("members")])
    due = (former.value or 0) + sum(each.value or 0 for each in came) - (left.value or 0)
    if now.value != due:
        reason = (
            f"có {_said(now.value or 0)} đoàn viên, nhưng theo {earlier.label} và các biến động trong kỳ phải là "
            f"{_said(due)}"
        )
        remedy = "Ghi đủ biến động (kết nạp, chuyển đến, thôi) ở các đoàn viên vào hoặc ra trong kỳ."
        yield _gap(document, "members_do_not_add_up", "I.3", reason, remedy, WARNING)


def _jumps(store: Store, period: Period, document: ReportDocument) -> Iterator[Gap]:
    """Figures far from those of the period before, without a sentence that says why."""
    earlier = before(period)
    if _began_after(store, earlier):
        return
    former = build(store, form_named("A2"), earlier)
    values = {row.code: cell.value for _table, row, column, cell in former.figures() if column.key == "so_luong"}
    for _table, row, column, cell in document.figures():
        if column.key == "so_luong" and not cell.remark and _is_jump(cell, values.get(row.code)):
            was = text_of(Cell(values[row.code], cell.shape))
            yield _jump(document, row, column, f"là {text_of(cell)}, {earlier.label} là {was}")


def _is_jump(cell: Cell, former: object) -> bool:
    """A count or a sum of money; rates are told by what they are worked out from."""
    if cell.shape is not Shape.WHOLE or not isinstance(former, int | float) or not isinstance(cell.value, int | float):
        return False
    return max(former, cell.value) >= FROM and abs(cell.value - former) > MOST_CHANGE * former


def _jump(document: ReportDocument, row: Row, column: Column, said: str) -> Gap:
    reason = f"{said}: thay đổi quá một nửa mà chưa có câu giải thích"
    return Gap(
        "jump",
        WARNING,
        ReportCell.table_name,
        cell_uid(document.form, document.tables[0].id, document.period.text, row.code, column.key),
        "remark",
        cell_name(row, column),
        reason,
        "Ghi một câu giải thích ở con số này, hoặc sửa bản ghi nếu số sai.",
    )


def _began_after(store: Store, period: Period) -> bool:
    """True if the ledger tells of less than the last two thirds of a period: it is nothing to compare with."""
    with store.reading() as connection:
        first = first_day(connection, ReportPeriod)
    return first is None or first > (period.first + (period.last - period.first) / 3).isoformat()


def _gap(document: ReportDocument, rule: str, row: str, reason: str, remedy: str, severity: str) -> Gap:
    table = document.tables[0]
    uid = cell_uid(document.form, table.id, document.period.text, row, "so_luong")
    column = next(column for column in table.columns if column.key == "so_luong")
    title = cell_name(next(each for each in table.rows if each.code == row), column)
    return Gap(rule, severity, ReportCell.table_name, uid, "override", title, reason, remedy)


def _said(number: Number) -> str:
    return text_of(Cell(number, Shape.WHOLE))
