"""Keeps a report as it was sent, in one step with everything that belongs to it; withdraws one without losing it."""

from __future__ import annotations

from datetime import datetime
from json import dumps
from typing import Any

import sqlalchemy as sa

import models
from models.errors import UserError
from models.ledger.connection import Connection
from models.ledger.plain import marks, named, put
from models.ledger.store import Store
from models.sealing.digest import digest_of, packed, sha256, state_digest
from models.sealing.read import standing, state_of
from models.sealing.seal import Report, Seal, days_of, seal_of
from models.tables import SEAL_STATE, SEALED_CELLS, SEALED_FILES, SEALED_RECORDS, SEALS, WRITES


def last_write(store: Store) -> int:
    """The number of the last write of the ledger: figures read from now on know of it."""
    with store.reading() as connection:
        return connection.execute(sa.select(sa.func.max(WRITES.c.id))).scalar() or 0


def keep(store: Store, report: Report) -> Seal:
    """Seals a report; one sealed before for the same form and period is replaced by it, and both are kept.

    UserError if something was written since its figures were read. A seal is no write of the history: it cannot be
    taken back, only withdrawn with a reason.
    """
    former = standing(store, report.form, report.period.text)
    numbers = {origin: number for number, origin in enumerate(_origins(report))}
    cells = [(*cell.place, cell.label, dumps(cell.value, ensure_ascii=False)) for cell in report.cells]
    behind = [sorted(numbers[origin] for origin in cell.records) for cell in report.cells]
    records = [(number, *origin) for origin, number in numbers.items()]
    files = [(ending, sha256(content), content) for ending, content in sorted(report.files.items())]
    with store.write(f"Gửi và khóa {report.named}") as write:
        _refuse_if_written(write.connection, report, write.number)
        head = _head(write.connection, report, former, store.actor)
        listed = [(*cell, known) for cell, known in zip(cells, behind, strict=True)]
        before = write.connection.execute(sa.select(SEALS.c.digest).order_by(SEALS.c.id.desc()).limit(1)).scalar()
        head["digest"] = digest_of(head, listed, records, [file[:2] for file in files], before or "")
        seal = write.connection.execute(SEALS.insert(), head).lastrowid
        _insert(write.connection, SEALED_CELLS, seal, [(*cell[:-1], packed(cell[-1])) for cell in listed])
        _insert(write.connection, SEALED_RECORDS, seal, records)
        _insert(write.connection, SEALED_FILES, seal, files)
        _keep_state(write.connection)
        row = write.connection.execute(sa.select(SEALS).where(SEALS.c.id == seal)).mappings().one()
    return seal_of(row)


def withdraw(store: Store, seal: Seal, reason: str) -> None:
    """Says that a sent report was taken back, and why; it stays in the ledger. UserError without a reason."""
    if not reason.strip():
        raise UserError("Hãy ghi lý do thu hồi báo cáo đã gửi.")
    with store.write("Thu hồi báo cáo đã gửi") as write:
        values = {"withdrawn_at": _now(), "withdrawn_by": store.actor, "withdrawn_reason": reason.strip()}
        open_ = sa.and_(SEALS.c.id == seal.number, SEALS.c.withdrawn_at.is_(None))
        if not write.connection.execute(SEALS.update().where(open_), values).rowcount:
            raise UserError(f"Báo cáo {seal.title} đã được thu hồi rồi.")
        _keep_state(write.connection)


def _keep_state(connection: Connection) -> None:
    """Every seal and withdrawal up to now, in one digest."""
    connection.execute(SEAL_STATE.delete())
    connection.execute(SEAL_STATE.insert(), {"id": 1, "digest": state_digest(state_of(connection))})


def _origins(report: Report) -> list[tuple[str, str]]:
    return sorted({origin for cell in report.cells for origin in cell.records})


def _refuse_if_written(connection: Connection, report: Report, number: int) -> None:
    last = connection.execute(sa.select(sa.func.max(WRITES.c.id)).where(WRITES.c.id < number)).scalar() or 0
    if last != report.after_write:
        raise UserError("Sổ vừa được ghi thêm trong lúc lập báo cáo nên chưa khóa. Hãy gửi và khóa lại.")


def _head(connection: Connection, report: Report, former: Seal | None, actor: str) -> dict[str, Any]:
    same = sa.and_(SEALS.c.form == report.form, SEALS.c.period == report.period.text)
    versions = connection.execute(sa.select(sa.func.max(SEALS.c.version)).where(same)).scalar() or 0
    return {
        "form": report.form,
        "named": report.named,
        "form_version": report.form_version,
        "period": report.period.text,
        "days": days_of(report.period),
        "unit": report.unit,
        "mark": report.mark,
        "version": versions + 1,
        "replaces": former.number if former is not None else None,
        "program": models.__version__,
        "sealed_at": _now(),
        "actor": actor,
        "after_write": report.after_write,
    }


def _insert(connection: Connection, table: sa.Table, seal: int, rows: list[tuple[Any, ...]]) -> None:
    columns = [column.name for column in table.c][1:]
    sql = f'INSERT INTO "{table.name}" ({named(columns)}) VALUES ({marks(len(columns))})'
    put(connection, sql, [(seal, *row) for row in rows])


def _now() -> str:
    return datetime.now().isoformat(timespec="seconds")
