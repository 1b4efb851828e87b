"""Reads what was sent: the reports, their cells with the records behind, and the bytes of their files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from models.ledger.connection import Connection
from models.ledger.store import Store
from models.sealing.digest import unpacked
from models.sealing.seal import CellPlace, Seal, SealedCell, seal_of
from models.tables import SEALED_CELLS, SEALED_FILES, SEALED_RECORDS, SEALS


def seals(store: Store) -> list[Seal]:
    """Every report sent, corrected and withdrawn ones too, the oldest first."""
    with store.reading() as connection:
        return [seal_of(row) for row in connection.execute(sa.select(SEALS).order_by(SEALS.c.id)).mappings()]


def standing(store: Store, form: str, period: str) -> Seal | None:
    """The report sent last for a form and a period (its text), unless it was withdrawn."""
    mine = sa.and_(SEALS.c.form == form, SEALS.c.period == period, SEALS.c.withdrawn_at.is_(None))
    with store.reading() as connection:
        row = connection.execute(sa.select(SEALS).where(mine).order_by(SEALS.c.id.desc()).limit(1)).mappings().first()
    return seal_of(row) if row is not None else None


def standing_seals(store: Store) -> list[Seal]:
    """The reports that count: the last one of each form and period that was not withdrawn."""
    last: dict[tuple[str, str], Seal] = {}
    for seal in seals(store):
        if seal.withdrawn_at is None:
            last[seal.form, seal.period.text] = seal
    return sorted(last.values(), key=lambda seal: seal.number)


def seal_marked(store: Store, mark: str) -> Seal | None:
    """The report that was sent under a mark, capitals or not."""
    with store.reading() as connection:
        row = connection.execute(sa.select(SEALS).where(SEALS.c.mark == mark.strip().upper())).mappings().first()
    return seal_of(row) if row is not None else None


def seal_holding(store: Store, digest: str) -> Seal | None:
    """The report of which a file with this digest was sent."""
    joined = sa.select(SEALS).join(SEALED_FILES, SEALED_FILES.c.seal == SEALS.c.id)
    with store.reading() as connection:
        row = connection.execute(joined.where(SEALED_FILES.c.sha256 == digest)).mappings().first()
    return seal_of(row) if row is not None else None


def state_of(connection: Connection) -> list[tuple[Any, ...]]:
    """Of every seal what says that it is there and whether it counts: see `digest.state_digest`."""
    told = (SEALS.c.id, SEALS.c.digest, SEALS.c.withdrawn_at, SEALS.c.withdrawn_by, SEALS.c.withdrawn_reason)
    return [tuple(row) for row in connection.execute(sa.select(*told).order_by(SEALS.c.id))]


def cells_of(store: Store, seal: Seal) -> list[SealedCell]:
    """Every cell as it was sent, in reading order."""
    with store.reading() as connection:
        numbered = sa.select(SEALED_RECORDS).where(SEALED_RECORDS.c.seal == seal.number)
        origins = {row.number: (row.type, row.uid) for row in connection.execute(numbered)}
        cells = sa.select(SEALED_CELLS).where(SEALED_CELLS.c.seal == seal.number).order_by(SEALED_CELLS.c.id)
        return [
            SealedCell(
                CellPlace(row.form, row.table_code, row.row_code, row.col_code),
                row.label,
                json.loads(row.value),
                frozenset(origins[number] for number in unpacked(row.records)),
            )
            for row in connection.execute(cells)
        ]


def endings_of(store: Store, seal: Seal) -> Sequence[str]:
    """In which forms of file it was kept: ".json", ".pdf", ".xlsx"."""
    kept = sa.select(SEALED_FILES.c.ending).where(SEALED_FILES.c.seal == seal.number).order_by(SEALED_FILES.c.ending)
    with store.reading() as connection:
        return list(connection.execute(kept).scalars())


def file_of(store: Store, seal: Seal, ending: str) -> bytes | None:
    """The very bytes that were sent; None if there was no file with this ending."""
    kept = sa.select(SEALED_FILES.c.content).where(
        SEALED_FILES.c.seal == seal.number, SEALED_FILES.c.ending == ending.lower()
    )
    with store.reading() as connection:
        return connection.execute(kept).scalar()
