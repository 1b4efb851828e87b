"""A small upper union: twelve unions below it, one through a commune union, and what they sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from exports.build import build
from exports.document import ReportDocument
from exports.form_shelf import form_named
from models.ledger.file import create
from models.ledger.store import Store
from models.periods import Period, period_from
from models.record import Record
from models.records.submission import Submission, SubmissionCell
from models.records.unit import OrgUnit

QUARTER = period_from("2026-Q1")
UNITS = [f"U{number:02}" for number in range(1, 13)]
SECTORS = ["hcsn"] * 3 + ["dnnn"] * 2 + ["dn_ngoai_nn"] * 5 + ["fdi"] + [None]


@contextmanager
def upper_union(folder: Path) -> Iterator[Store]:
    """The ledger of a provincial federation."""
    own = OrgUnit("own", code="LDLD-TN", kind="provincial_federation", name_full="LĐLĐ tỉnh Tây Ninh", is_own=True)
    store = create(folder / "tinh.socd", own)
    commune = OrgUnit("xa", code="CDX-1", kind="commune_union", name_full="Công đoàn xã Mẫu", parent="own")
    add(store, commune, *(unit(number) for number in range(1, 13)))
    try:
        yield store
    finally:
        store.close()


def unit(number: int, **more: Any) -> OrgUnit:
    """One of the twelve; the last stands below the commune union."""
    parent = "xa" if number == 12 else "own"
    name = f"CĐCS Mẫu {number:02}"
    values = {"code": f"CD{number:04}", "kind": "grassroots_union", "name_full": name, "parent": parent}
    return OrgUnit(f"U{number:02}", **values, sector=SECTORS[number - 1], **more)


def add(store: Store, *records: Record) -> None:
    """Puts records into the ledger."""
    with store.write("Thêm") as write:
        write.add_all(records)


def report(unit_uid: str, counts: Mapping[str, float], period: str = "2026-Q1", **more: Any) -> Submission:
    """What a unit sent: figures by row, or by "row:column" where it is another than the count of the period."""
    cells = []
    for place, value in counts.items():
        row, _, column = place.partition(":")
        cells.append(SubmissionCell(row_code=row, col_code=column or "so_luong", value=float(value)))
    return Submission(unit=unit_uid, period=period, cells=cells, **{"received_on": date(2026, 4, 3), **more})


def document(store: Store, form: str, period: Period = QUARTER) -> ReportDocument:
    """The form filled."""
    return build(store, form_named(form), period, signed_on=date(2026, 4, 5))


def cells(made: ReportDocument, table: int = 0) -> dict[str, dict[str, Any]]:
    """Values by row code and column key."""
    keys = [column.key for column in made.tables[table].columns]
    return {
        row.code: dict(zip(keys, (cell.value for cell in row.cells), strict=True)) for row in made.tables[table].rows
    }
