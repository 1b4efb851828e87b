"""Interchange: every record as a JSON line, out of a ledger and into one. All or nothing, every fault named with its line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

import sqlalchemy as sa

from models.errors import Fault, Refused, UserError
from models.ledger import rows
from models.ledger.store import Store
from models.ledger.write import Write
from models.record import Record, line_of, read_line
from models.records import CATALOGUE, record_type
from models.records.unit import OrgUnit
from models.tables import table_of

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class _Line:
    number: int
    record: type[Record]
    uid: str
    values: dict[str, Any]


@dataclass(slots=True)
class _Sheet:
    """What a file holds, and what is wrong with it."""

    lines: list[_Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    seen: dict[tuple[str, str], int] = field(default_factory=dict)


def dump(store: Store, target: TextIO) -> int:
    """Writes every record as one line, by type and uid; returns their number."""
    count = 0
    for record in CATALOGUE:
        for each in store.read_all(record):
            target.write(json.dumps({"type": record.table_name, "uid": each.uid, **line_of(each)}, ensure_ascii=False) + "\n")
            count += 1
    return count


def load(store: Store, path: Path, progress: Progress | None = None) -> int:
    """Adds and updates the records of a file; returns their number. Raises Refused, naming every fault, and then writes nothing."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            sheet = _read(file)
    except UnicodeDecodeError as error:
        raise UserError(f"“{path.name}” không phải là văn bản UTF-8 (byte thứ {error.start}). Hãy lưu lại tệp dạng UTF-8.") from None
    except OSError as error:
        raise UserError(f"Không đọc được “{path}”: {error.strerror}. Hãy kiểm tra lại đường dẫn.") from None
    heading = f"“{path.name}” có lỗi nên chưa nạp bản ghi nào:"
    try:
        with store.write(f"Nạp {len(sheet.lines)} bản ghi từ {path.name}") as write:
            write.faults += sheet.faults
            _enter(write, sheet.lines, progress or (lambda _done, _of: None))
    except Refused as refused:
        raise Refused(refused.faults, heading) from None
    return len(sheet.lines)


def _read(lines: Iterable[str]) -> _Sheet:
    sheet = _Sheet()
    for number, text in enumerate(lines, 1):
        if text.strip():
            _read_text(sheet, number, text)
    return sheet


def _read_text(sheet: _Sheet, number: int, text: str) -> None:
    def refuse(reason: str, name: str = "") -> None:
        sheet.faults.append(Fault(reason, name, name, number))

    try:
        values = json.loads(text)
    except ValueError as error:
        return refuse(f"không phải JSON hợp lệ ({error})")
    if not isinstance(values, dict):
        return refuse("phải là một đối tượng {...}")
    uid = values.get("uid")
    if not isinstance(uid, str) or not uid.strip():
        return refuse("thiếu mã định danh", "uid")
    try:
        record = record_type(str(values.get("type")))
    except UserError as error:
        return refuse(str(error), "type")
    if earlier := sheet.seen.setdefault((record.table_name, uid), number):
        if earlier != number:
            return refuse(f"“{uid}” đã có ở dòng {earlier}; mỗi bản ghi chỉ một dòng", "uid")
    sheet.lines.append(_Line(number, record, uid.strip(), values))
    return None


def _enter(write: Write, lines: list[_Line], progress: Progress) -> None:
    _settle_own_unit(write, lines)
    known = _known(write.connection, lines)
    fresh = [line for line in lines if (line.record, line.uid) not in known]
    steps = iter(range(1, len(lines) + 1))
    write.add_all(
        _records(write, fresh, steps, len(lines), progress), lines=[line.number for line in fresh]
    )
    for line in lines:
        if (line.record, line.uid) in known:
            progress(next(steps), len(lines))
            record = next(rows.load(write.connection, line.record, [line.uid]))
            _note(write, line, read_line(line.record, line.values, record))
            write.save(record, line=line.number)


def _records(write: Write, lines: list[_Line], steps: Iterator[int], of: int, progress: Progress) -> Iterator[Record]:
    for line in lines:
        progress(next(steps), of)
        record = line.record(uid=line.uid)
        _note(write, line, read_line(line.record, line.values, record))
        yield record


def _note(write: Write, line: _Line, faults: Iterable[Fault]) -> None:
    write.faults += [Fault(each.reason, each.field, each.label, line.number) for each in faults]


def _known(connection: sa.Connection, lines: list[_Line]) -> set[tuple[type[Record], str]]:
    wanted: dict[type[Record], list[str]] = {}
    for line in lines:
        wanted.setdefault(line.record, []).append(line.uid)
    return {(record, uid) for record, uids in wanted.items() for uid in rows.known(connection, record, uids)}


def _settle_own_unit(write: Write, lines: list[_Line]) -> None:
    """The line with is_own updates the ledger's own unit and gives it its uid."""
    table = table_of(OrgUnit)
    mine = [line for line in lines if line.record is OrgUnit and line.values.get("is_own") is True]
    for extra in mine[1:]:
        write.faults.append(Fault("chỉ một đơn vị được là đơn vị của sổ", "is_own", "Đơn vị của sổ", extra.number))
    uid = write.connection.execute(sa.select(table.c.uid).where(table.c.is_own == 1)).scalar()
    if mine and uid is not None and uid != mine[0].uid:
        own = next(rows.load(write.connection, OrgUnit, [uid]))
        write.rename(own, mine[0].uid)
