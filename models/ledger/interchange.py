"""Interchange: every record as a JSON line, out of a ledger and into one: all or nothing, every fault with its line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import TextIO

from models.errors import Fault, Refused
from models.ledger import rows
from models.ledger.lines import Line, lines_of
from models.ledger.plain import first
from models.ledger.store import Store
from models.ledger.write import BATCH, Entry, Write
from models.record import Record, line_of, read_line
from models.records import CATALOGUE
from models.records.unit import OrgUnit

Progress = Callable[[int, int], None]


def dump(store: Store, target: TextIO) -> int:
    """Writes every record as one line, by type and uid, as they are at one moment; returns their number."""
    written = 0
    encode = json.JSONEncoder(ensure_ascii=False).encode
    with store.reading() as connection:
        for record in CATALOGUE:
            for each in rows.load_all(connection, record):
                target.write(encode({"type": record.table_name, "uid": each.uid, **line_of(each)}) + "\n")
                written += 1
    return written


def load(store: Store, path: Path, progress: Progress | None = None) -> int:
    """Adds and updates the records of a file; returns their number. `progress` is told how many of how many are done.

    Raises Refused, naming every fault, and then writes nothing; UserError if the file cannot be read.
    """
    found = lines_of(path)
    try:
        with store.write(f"Nạp {len(found.lines)} bản ghi từ {path.name}") as write:
            write.faults += found.faults
            write.unsettled |= found.refused
            _settle_own_unit(write, found.lines)
            write.enter(_entries(write, found.lines, progress or (lambda _done, _of: None)))
    except Refused as refused:
        raise Refused(refused.faults, f"“{path.name}” có lỗi nên chưa nạp bản ghi nào:") from None
    return len(found.lines)


def _entries(write: Write, lines: list[Line], progress: Progress) -> Iterator[Entry]:
    steps = count(1)
    by_type: dict[type[Record], list[Line]] = {}
    for line in lines:
        by_type.setdefault(line.record, []).append(line)
    for record, mine in by_type.items():
        if record.numbered_by:
            mine.sort(
                key=lambda line: not line.values.get("code")
            )  # numbers that are given first, then those to be found
        for start in range(0, len(mine), BATCH):
            batch = mine[start : start + BATCH]
            known = {each.uid: each for each in rows.load(write.connection, record, [line.uid for line in batch])}
            for line in batch:
                progress(next(steps), len(lines))
                yield _entry(write, line, known.get(line.uid) or record(uid=line.uid))


def _entry(write: Write, line: Line, record: Record) -> Entry:
    faults = list(read_line(line.record, line.values, record))
    if not faults:
        return Entry(record, line.number, just_read=True)
    write.faults += [Fault(each.reason, each.field, each.label, line.number) for each in faults]
    return Entry(record, line.number, frozenset(each.field for each in faults), just_read=True)


def _settle_own_unit(write: Write, lines: list[Line]) -> None:
    """The line with is_own updates the ledger's own unit and gives it its uid."""
    mine = [line for line in lines if line.record is OrgUnit and line.values.get("is_own") in (True, 1)]
    for extra in mine[1:]:
        write.faults.append(Fault("chỉ một đơn vị được là đơn vị của sổ", "is_own", "Đơn vị của sổ", extra.number))
    uid = first(write.connection, "SELECT uid FROM org_unit WHERE is_own = 1")
    if not mine or uid is None or uid == mine[0].uid:
        return
    if rows.known(write.connection, OrgUnit, [mine[0].uid]):
        reason = "là một đơn vị khác đã có trong sổ; hãy bỏ dấu “đơn vị của sổ” ở dòng này, hoặc sửa mã định danh"
        write.faults.append(Fault(reason, "is_own", "Đơn vị của sổ", mine[0].number))
        return
    for own in list(rows.load(write.connection, OrgUnit, [uid])):
        write.rename(own, mine[0].uid)
