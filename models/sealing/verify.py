"""Are the reports that were sent still what they were? Each is read, its files too, and its digest made anew."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from models.ledger.connection import Connection
from models.sealing.digest import digest_of, sha256, state_digest, unpacked
from models.sealing.read import state_of
from models.tables import SEAL_STATE, SEALED_CELLS, SEALED_FILES, SEALED_RECORDS, SEALS


def broken_seals(connection: Connection) -> Iterator[str]:
    """A Vietnamese sentence for each sent report that is not as it was sealed."""
    former = ""
    for seal in connection.execute(sa.select(SEALS).order_by(SEALS.c.id)).mappings():
        try:
            found = _digest(connection, seal, former)
        except (ValueError, TypeError, zlib.error):
            found = ""
        if found != seal["digest"]:
            yield (
                f"Báo cáo đã gửi số {seal['id']} ({seal['form']}, kỳ {seal['period']}) không còn như lúc khóa. "
                "Hãy lấy bản sao lưu gần nhất để so lại."
            )
        former = seal["digest"]
    state = state_of(connection)
    kept = connection.execute(sa.select(SEAL_STATE.c.digest)).scalar()
    if kept != (state_digest(state) if state else None):
        yield (
            "Danh sách báo cáo đã gửi không còn như lúc khóa: có báo cáo bị bớt đi, hoặc việc thu hồi bị sửa. "
            "Hãy lấy bản sao lưu gần nhất để so lại."
        )


def _digest(connection: Connection, seal: Any, former: str) -> str:
    cells = [(*row[2:-1], unpacked(row.records)) for row in _parts(connection, SEALED_CELLS, seal["id"])]
    for cell in cells:
        json.loads(cell[5])
    records = [tuple(row[2:]) for row in _parts(connection, SEALED_RECORDS, seal["id"])]
    kept = _parts(connection, SEALED_FILES, seal["id"])
    files = [(row.ending, sha256(row.content)) for row in kept]
    if files != [(row.ending, row.sha256) for row in kept]:
        raise ValueError("a file is not the one whose digest stands beside it")
    return digest_of(seal, cells, records, files, former)


def _parts(connection: Connection, table: sa.Table, seal: int) -> list[Any]:
    return list(connection.execute(sa.select(table).where(table.c.seal == seal).order_by(table.c.id)))
