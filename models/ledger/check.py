"""Is an open ledger sound? Every record is read, every link followed, the history opened, the pages looked at."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from models.errors import UserError
from models.ledger import links, rows
from models.ledger.store import Store
from models.ledger.trouble import told
from models.ledger.values import revived
from models.record import Record, faults_of
from models.records import CATALOGUE, record_type
from models.records.unit import OrgUnit
from models.tables import CHANGES, WRITES, table_of


def check(store: Store) -> list[str]:
    """What is wrong with the ledger, a Vietnamese sentence each; empty if it is sound."""
    findings: list[str] = []
    try:
        with store.reading() as connection:
            findings += _pages(connection)
            for record in CATALOGUE:
                findings += _records(connection, store.path, record)
            return [*findings, *_history(connection), *_own_unit(connection)]
    except UserError as error:
        return [*findings, str(error)]


def _pages(connection: sa.Connection) -> Iterator[str]:
    for (found,) in connection.exec_driver_sql("PRAGMA integrity_check(20)").all():
        if found != "ok":
            yield f"Tệp sổ bị hỏng: {found}"
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    for table, number, parent, _which in broken[:20]:
        yield f"Bảng {table}, dòng {number}: trỏ đến một bản ghi không có trong bảng {parent}"


def _records(connection: sa.Connection, path: Path, record: type[Record]) -> Iterator[str]:
    pointing: dict[links.Target, str] = {}
    try:
        with told(path):
            for each in rows.load_all(connection, record):
                named = f"{record.label} “{each.title_text}” (mã “{each.uid}”)"
                yield from (f"{named}: {fault}" for fault in faults_of(each))
                pointing.update((target, f"{named}: {label}") for _name, label, target in links.targets_of(each))
    except UserError as error:
        yield f"Danh mục “{record.label}”: {error}"
    for target in sorted(links.missing(connection, pointing)):
        yield f"{pointing[target]} trỏ đến “{target[1]}”, bản ghi không có trong sổ"


def _history(connection: sa.Connection) -> Iterator[str]:
    numbers = list(connection.execute(sa.select(WRITES.c.id).order_by(WRITES.c.id)).scalars())
    if numbers != list(range(1, len(numbers) + 1)):
        yield "Lịch sử bị thiếu: số thứ tự các lần ghi không liền nhau"
    changes = connection.execution_options(yield_per=1000).execute(sa.select(CHANGES))
    for change in changes.mappings():
        if reason := _what_is_wrong(change):
            yield f"Lịch sử, lần ghi số {change['write']}, bản ghi “{change['uid']}”: không đọc được ({reason})"


def _what_is_wrong(change: Any) -> str:
    try:
        record: type[Record] = record_type(change["type"])
        if change["before"] is not None:
            revived(record, change["uid"], json.loads(change["before"]))
    except (UserError, ValueError, TypeError, AttributeError) as error:
        return str(error)
    return ""


def _own_unit(connection: sa.Connection) -> Iterator[str]:
    table = table_of(OrgUnit)
    count = connection.execute(sa.select(sa.func.count()).where(table.c.is_own == 1)).scalar_one()
    if count != 1:
        yield f"Sổ phải có đúng một đơn vị của mình, đang có {count}"
