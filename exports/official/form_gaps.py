""" "Còn thiếu gì?" of an authority's form: what of the ledger concerns it, cells without a figure, sums that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from exports.form_gaps import all_gaps
from exports.official.cell_words import CellWords
from exports.official.filled import amended, spot_at
from exports.official.list_placing import cells_of
from exports.official.places import Place
from exports.official.placing import Placing, Target
from exports.official.propose import proposals
from exports.official.sharing import SharedForm
from exports.official.sources import form_cell, row_counting, table_with
from exports.official.totals import totals_of
from exports.official.values import Live, values_of
from exports.official.waiting import waiting_cells
from exports.official.workbook import Sheet
from models.amendments import amendments
from models.gaps.find import ordered
from models.gaps.gap import ERROR, WARNING, Gap
from models.indicators.kinds import kinds_counted
from models.ledger.store import Store
from models.lists.catalogue import RECORD_LISTS
from models.periods import Period
from models.records.report import ReportCell, cell_uid

CONCERN_ALL = {"cutoff_outside_period"}
CONCERN_TEXT = {"nguoi_ky": "signer_missing", "cap_tren": "unit_without_superior", "don_vi": "head_name_differs"}
_OF_HEAD = {*CONCERN_TEXT.values(), "unit_without_place"}


def gaps_of_form(store: Store, form: SharedForm, period: Period, today: date | None = None) -> list[Gap]:
    """Everything missing before an authority's form can go, what must be repaired first."""
    placing = Placing(form.workbook, form.chart, form.faults)
    said = amendments(store, form.id, period) if form.id else {}
    found = values_of(store, [each.entry for each in placing.targets], period)
    lives = [amended(live, each, said) for each, live in zip(placing.targets, found, strict=True)]
    concern = _Concern(placing, lives)
    return ordered(
        [
            *_faulty(form, placing),
            *(gap for gap in all_gaps(store, period, today) if concern.has(gap)),
            *_differing(store, form, placing, lives, period),
            *_unmapped(form, placing, period),
        ]
    )


class _Concern:
    """What of the ledger a form speaks of: types of record, rows of our own forms, names in its head."""

    def __init__(self, placing: Placing, lives: Sequence[Live]) -> None:
        figures = [live.figure for live in lives if live.figure is not None]
        self._kinds = {kind for each in figures for kind in kinds_counted(each.reference.indicator)}
        self._kinds |= {kind for live in lives for kind, _uid in live.records if kind != ReportCell.table_name}
        self._kinds |= {RECORD_LISTS[each.table.records].record for each in placing.lists}
        self._rows = {row for each in placing.targets if (row := _row_of(each)) is not None}
        texts = "".join(each.entry.text or "" for each in placing.targets)
        self._rules = CONCERN_ALL | {rule for name, rule in CONCERN_TEXT.items() if f"{{{name}}}" in texts}

    def has(self, gap: Gap) -> bool:
        """True if the form would be wrong, or hard to defend, with this gap."""
        if gap.type == ReportCell.table_name:
            return tuple(gap.uid.split("/")[1:4:2]) in self._rows
        if gap.rule in self._rules:
            return True
        return gap.type in self._kinds and gap.rule not in _OF_HEAD


def _row_of(target: Target) -> tuple[str, str] | None:
    """The table and row of ours that a cell shows, told by name or by the figure."""
    entry = target.entry
    cell = form_cell(entry.value) if entry.value else None
    found = table_with(cell) if cell is not None else ""
    if cell is not None and not isinstance(found, str):
        return found[1].id, cell.row
    code = row_counting(entry.indicator, entry.where) if entry.indicator else None
    return ("A2", code) if code is not None else None


def _faulty(form: SharedForm, placing: Placing) -> Iterator[Gap]:
    for fault in placing.faults:
        title = ", ".join(filter(None, (fault.cell, f"trang {fault.sheet}" if fault.sheet else ""))) or form.title
        remedy = "Sửa hoặc bỏ chỗ ghép này; còn lỗi thì chưa điền và chưa gửi được."
        yield Gap("form_cell_faulty", ERROR, ReportCell.table_name, "", "", title, fault.reason, remedy)


def _differing(
    store: Store, form: SharedForm, placing: Placing, lives: Sequence[Live], period: Period
) -> Iterator[Gap]:
    cells = _Cells(form, period)
    for each in totals_of(store, form.workbook, placing.targets, lives, period):
        sheet = form.workbook.sheet_named(each.sheet)
        if not each.agrees and sheet is not None:
            theirs, ours = ("trống" if number is None else f"{number:g}" for number in (each.theirs, each.ours))
            reason = f"công thức của biểu ra {theirs}, chương trình tính {ours}".replace(".", ",")
            remedy = "Xem lại các ô mà công thức cộng vào; nếu biểu tính cách khác thì hỏi công đoàn cấp trên."
            yield cells.gap("form_total_differs", sheet, each.place, reason, remedy)


def _unmapped(form: SharedForm, placing: Placing, period: Period) -> Iterator[Gap]:
    """The cells of the sheets in view that nothing goes into."""
    book, cells = form.workbook, _Cells(form, period)
    taken = {(each.sheet.number, each.place) for each in placing.targets}
    taken |= {(each.sheet.number, place) for each in placing.lists for place in cells_of(each)}
    reason = "ô này của biểu chưa ghép số liệu nào, nên khi điền vẫn để nguyên"
    remedy = "Ghép số liệu vào ô, hoặc để trống nếu cấp trên không hỏi đơn vị mình."
    for sheet in (each for each in book.worksheets if each.state == "visible"):
        for place in waiting_cells(book, sheet, proposals(book, sheet)):
            if (sheet.number, place) not in taken:
                yield cells.gap("form_cell_unmapped", sheet, place, reason, remedy)


class _Cells:
    """Says of single cells of the form what is missing there."""

    def __init__(self, form: SharedForm, period: Period) -> None:
        self._form, self._period = form, period
        self._words = CellWords(form.workbook)

    def gap(self, rule: str, sheet: Sheet, place: Place, reason: str, remedy: str) -> Gap:
        """The gap at a cell; its uid is that of her words there."""
        table, row, column = spot_at(sheet, place)
        uid = cell_uid(self._form.id, table, self._period.text, row, column)
        return Gap(rule, WARNING, ReportCell.table_name, uid, "", self._words.at(sheet, place), reason, remedy)
