"""F2: who of the units below has sent its report, who is late, who got it back (`forms.md` section 8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from exports.document import Cell, Column, ReportDocument, Row, Shape, Table, type_of_value
from exports.form import Form
from exports.gathering.measures import REPORT
from exports.heading import columns_of, document_of
from exports.issuer import issuer_on
from models.indicators.figures import ratio
from models.indicators.sending import Sending, sendings
from models.indicators.units_below import units_below
from models.ledger.store import Store
from models.periods import Period

_NOTHING = Sending()


def sending_table(store: Store, form: Form, period: Period, day: date, _unit: str | None) -> ReportDocument:
    """The document of F2: counters on top, then a row for each unit."""
    (layout,) = form.tables
    units, found = units_below(store, period), sendings(store, REPORT, period)
    rows = []
    for number, unit in enumerate(units, 1):
        values = {"number": number, "name": unit.name_full, **_values(found.get(unit.uid, _NOTHING), period)}
        rows.append(Row(unit.code, tuple(Cell(values.get(each.content), each.shape) for each in layout.columns)))
    counters = _counters(form.id, [found.get(unit.uid, _NOTHING) for unit in units])
    table = Table(layout.id, columns_of(layout), tuple(rows), layout.title)
    return document_of(form, period, issuer_on(store, day), day, [counters, table])


def _values(sending: Sending, period: Period) -> Mapping[str, type_of_value]:
    newest = sending.newest
    who = (newest.reporter, newest.phone) if newest is not None else ()
    return {
        "reporter": ", ".join(filter(None, who)) or None,
        "received": newest.received_on if newest is not None else None,
        "due": sending.due_on(period),
        "state": sending.state(period),
        "returned": sending.n_returned if newest is not None else None,
        "faults": newest.n_errors if newest is not None else None,
    }


def _counters(form: str, sent: Sequence[Sending]) -> Table:
    """Đã nộp, Chưa nộp, Tỷ lệ, Tổng đơn vị; a report that was returned is not there yet."""
    titles = {"da_nop": "Đã nộp", "chua_nop": "Chưa nộp", "ty_le": "Tỷ lệ (%)", "tong": "Tổng đơn vị"}
    there = sum(each.is_in for each in sent)
    values = (there, len(sent) - there, ratio(100, there, len(sent)), len(sent))
    shapes = (Shape.WHOLE, Shape.WHOLE, Shape.DECIMAL, Shape.WHOLE)
    columns = tuple(Column(key, title, shape, 63) for (key, title), shape in zip(titles.items(), shapes, strict=True))
    cells = tuple(Cell(value, shape, expected=True) for value, shape in zip(values, shapes, strict=True))
    return Table(f"{form}-counts", columns, (Row("total", cells, total=True),))
