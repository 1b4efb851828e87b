"""Is an open ledger sound? Every record is read, every link followed, the history opened, the pages looked at.

The index of words, which holds nothing of its own, is made anew where it is wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from models.errors import UserError
from models.ledger import attachments, links, rows, search_index
from models.ledger.connection import Connection
from models.ledger.plain import asked, first
from models.ledger.search import INDEX
from models.ledger.store import Store
from models.ledger.trouble import told
from models.ledger.values import revived
from models.record import Record, faults_of
from models.records import CATALOGUE, record_type
from models.sealing.verify import broken_seals


def check(store: Store) -> list[str]:
    """What is wrong with the ledger, a Vietnamese sentence each; empty if it is sound."""
    findings: list[str] = []
    try:
        with store.reading() as connection:
            findings += _pages(connection)
            for record in CATALOGUE:
                findings += _records(connection, store.path, record)
            findings += [*_history(connection), *_own_unit(connection), *broken_seals(connection)]
            findings += attachments.faults(store, connection)
            is_searchable = search_index.is_true(connection)
        return findings if is_searchable else [*findings, _searchable_again(store)]
    except UserError as error:
        return [*findings, str(error)]


def _searchable_again(store: Store) -> str:
    with store.upkeep() as connection:
        search_index.rebuild(connection)
    return "Mục lục tìm kiếm không khớp với các bản ghi; đã lập lại, không mất bản ghi nào"


def _pages(connection: Connection) -> Iterator[str]:
    # WORKAROUND: FTS5 compares itself with what this connection remembers of the index from before another one's
    # write, and reports a corruption that is none; a search makes it look again. May go when xIntegrity does so itself
    # (https://sqlite.org/src/file/ext/fts5/fts5_main.c, fts5IntegrityMethod; seen in SQLite 3.53.4).
    asked(connection, f"SELECT 1 FROM {INDEX} WHERE {INDEX} MATCH 'a' LIMIT 1")
    for (found,) in asked(connection, "PRAGMA integrity_check(20)"):
        if found != "ok":
            yield f"Tệp sổ bị hỏng: {found}"
    broken = asked(connection, "PRAGMA foreign_key_check")
    for table, number, parent, _which in broken[:20]:
        yield f"Bảng {table}, dòng {number}: trỏ đến một bản ghi không có trong bảng {parent}"


def _records(connection: Connection, path: Path, record: type[Record]) -> Iterator[str]:
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


def _history(connection: Connection) -> Iterator[str]:
    numbers = [row[0] for row in asked(connection, "SELECT id FROM write ORDER BY id")]
    if numbers != list(range(1, len(numbers) + 1)):
        yield "Lịch sử bị thiếu: số thứ tự các lần ghi không liền nhau"
    for number, kind, uid, before in connection.plain.execute("SELECT write, type, uid, before FROM change"):
        if reason := _what_is_wrong(kind, uid, before):
            yield f"Lịch sử, lần ghi số {number}, bản ghi “{uid}”: không đọc được ({reason})"


def _what_is_wrong(kind: str, uid: str, before: str | None) -> str:
    try:
        record: type[Record] = record_type(kind)
        if before is not None:
            revived(record, uid, json.loads(before))
    except (UserError, ValueError, TypeError, AttributeError) as error:
        return str(error)
    return ""


def _own_unit(connection: Connection) -> Iterator[str]:
    count = first(connection, "SELECT count(*) FROM org_unit WHERE is_own = 1")
    if count != 1:
        yield f"Sổ phải có đúng một đơn vị của mình, đang có {count}"
