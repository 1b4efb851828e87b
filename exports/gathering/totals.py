"""F1: a row for each union below, subtotals by sector, the total and what it is held against (`forms.md`, 8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from exports.document import Cell, Formula, ReportDocument, Row, Shape, Table
from exports.form import Form, FormColumn
from exports.gathering.measures import Counts, Measure, measure
from exports.gathering.received import Received, so_far, year_before
from exports.heading import columns_of, document_of
from exports.issuer import issuer_on
from models.code_lists_people import UNIT_SECTOR
from models.indicators.figure import Number, Reference
from models.indicators.figures import figures, ratio
from models.indicators.units_below import units_below
from models.ledger.store import Store
from models.periods import Period
from models.records.unit import OrgUnit

TOTAL, TARGET, REACHED, BEFORE, COMPARED = "total", "chi_tieu", "dat", "cung_ky", "so_sanh"
NOTHING_SENT, NO_SECTOR = "Chưa gửi số liệu", "Chưa rõ loại hình"
_TEXTS = ("number", "name", "sector", "note")


def totals_table(store: Store, form: Form, period: Period, day: date, _unit: str | None) -> ReportDocument:
    """The document of F1."""
    (layout,) = form.tables
    units = sorted(units_below(store, period), key=lambda each: _sector_place(each))
    making = _Rows(layout.columns, Received(store, period))
    rows = [*making.of_units(units), making.total(units), *_held_against(store, period, making, units)]
    remarks = (
        () if units else ("Sổ chưa có công đoàn cơ sở nào trực thuộc; hãy khai ở mục Đoàn viên & đơn vị, Tổ chức.",)
    )
    table = Table(layout.id, columns_of(layout), tuple(rows), layout.title)
    return document_of(form, period, issuer_on(store, day), day, [table], remarks)


class _Rows:
    """Makes the rows: of a unit, of a sector, of all; and those below whose cells are worked out elsewhere."""

    def __init__(self, columns: Sequence[FormColumn], received: Received) -> None:
        self.columns, self._received = columns, received
        self.measures: Mapping[str, Measure] = {
            each.key: measure(each.content) for each in columns if each.content and each.content not in _TEXTS
        }
        self.needed = tuple(dict.fromkeys(row for each in self.measures.values() for row in each.rows))

    def of_units(self, units: Sequence[OrgUnit]) -> Iterator[Row]:
        """Under each sector its units, numbered through; a sector's own row says their sum."""
        number = 0
        several = len({each.sector for each in units}) > 1
        for sector, members in groupby(units, key=lambda each: each.sector):
            mine = list(members)
            label = UNIT_SECTOR.label(sector) if sector else NO_SECTOR
            if several:
                texts = {"name": f"{label} ({len(mine)})"}
                yield self.row(sector or "khac", texts, self._figures(mine, summed=True), level=0)
            for unit in mine:
                number += 1
                note = "" if self._received.has(unit.uid) else NOTHING_SENT
                texts = {"number": str(number), "name": unit.name_full, "note": note}
                texts["sector"] = label if unit.sector else ""
                yield self.row(unit.code, texts, self._figures([unit]))

    def total(self, units: Sequence[OrgUnit]) -> Row:
        """TỔNG CỘNG."""
        return self.row(TOTAL, {"name": "TỔNG CỘNG"}, self._figures(units, summed=True), total=True)

    def row(
        self, code: str, texts: Mapping[str, str], cell: Callable[[str], Cell], *, level: int = 1, total: bool = False
    ) -> Row:
        """A row; `cell` gives what stands under the key of a measure."""
        cells = (
            cell(each.key) if each.key in self.measures else Cell(texts.get(each.content) or None, each.shape)
            for each in self.columns
        )
        return Row(code, tuple(cells), level, total)

    def shape(self, key: str) -> Shape:
        """How the measure under this key is written."""
        whole = next(each.shape for each in self.columns if each.key == key)
        return Shape.DECIMAL if self.measures[key].is_rate else whole

    def _figures(self, units: Sequence[OrgUnit], *, summed: bool = False) -> Callable[[str], Cell]:
        uids, codes = [each.uid for each in units], [each.code for each in units]

        def cell(key: str) -> Cell:
            wanted = self.measures[key]
            if wanted.is_rate:
                value = wanted.value(self._received.counts(uids, wanted.rows))
                return Cell(value, Shape.DECIMAL, expected=True)
            figure = self._received.figure(uids, wanted.row)
            adding = Formula("sum", tuple((code, key) for code in codes)) if summed else None
            return Cell(figure.value, self.shape(key), figure, adding, expected=True)

        return cell


def _held_against(store: Store, period: Period, making: _Rows, units: Sequence[OrgUnit]) -> Iterator[Row]:
    """Chỉ tiêu giao, Đạt (%), Cùng kỳ năm trước, So với cùng kỳ (%)."""
    uids, keys = [each.uid for each in units], list(making.measures)
    now = Received(store, period).counts(uids, making.needed)
    so_far_, before = (each(store, period, uids, making.needed) for each in (so_far, year_before))
    wanted = [Reference("target", (("indicator", making.measures[key].row),), "chi_tieu") for key in keys]
    targets = dict(zip(keys, figures(store, period, wanted), strict=True))

    def value(key: str, counts: Counts) -> Number | None:
        return making.measures[key].value(counts)

    def target(key: str) -> Cell:
        return Cell(targets[key].value, making.shape(key), targets[key], expected=True)

    def reached(key: str) -> Cell:
        return _percent(value(key, so_far_), targets[key].value, key, TARGET)

    def then(key: str) -> Cell:
        return Cell(value(key, before), making.shape(key), expected=True)

    def compared(key: str) -> Cell:
        is_rate = making.measures[key].is_rate
        return Cell(None) if is_rate else _percent(value(key, now), value(key, before), key, BEFORE)

    for code, label, cell in (
        (TARGET, "Chỉ tiêu giao", target),
        (REACHED, "Đạt (%)", reached),
        (BEFORE, "Cùng kỳ năm trước", then),
        (COMPARED, "So với cùng kỳ (%)", compared),
    ):
        yield making.row(code, {"name": label}, cell)


def _percent(part: Number | None, whole: Number | None, key: str, whole_row: str) -> Cell:
    """A comparison with the row `whole_row`; as a formula where it really divides the total above it."""
    formula = Formula("percent", ((TOTAL, key), (whole_row, key)))
    return Cell(ratio(100, part, whole), Shape.DECIMAL, formula=formula, expected=True)


def _sector_place(unit: OrgUnit) -> int:
    return list(UNIT_SECTOR).index(unit.sector) if unit.sector else len(UNIT_SECTOR.labels)
