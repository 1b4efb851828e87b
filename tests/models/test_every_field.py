"""Whatever a record can hold comes out of a ledger and into another one as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from models.code_lists_people import SENSITIVE
from models.ledger import file
from models.ledger.interchange import load
from models.ledger.store import Store
from models.record import Part, Record, line_of
from models.records import CATALOGUE, record_type
from models.records.unit import OrgPermission, OrgUnit
from models.values import Code, Day, Decimal, FormKey, Kind, Link, Locked, Moment, PeriodText, Text, Whole, YesNo

DAY = date(2026, 3, 9)  # one day everywhere: no end comes before its beginning
VALUES: dict[type[Kind], Callable[[Any], Any]] = {
    Text: lambda kind: "Ý kiến\nhai dòng" if kind.lines else "Ý kiến “đ”",
    Whole: lambda kind: min(max(kind.least, 5), kind.most) if not kind.plain else 2026,
    Decimal: lambda _kind: 62.5,
    Day: lambda _kind: DAY,
    Moment: lambda _kind: datetime(2026, 3, 9, 8, 30),
    YesNo: lambda _kind: True,
    FormKey: lambda _kind: "A2",
    PeriodText: lambda _kind: "2026-Q1",
    Locked: lambda kind: "socd1.0a1b2c3d" + ".AAAA" * kind.pieces,
    Link: lambda kind: f"{kind.to[-1]}-2",
    Code: lambda kind: list(kind.list)[-1],
}
EITHER_OR: dict[str, dict[str, Any]] = {  # where filling everything would contradict a rule
    "org_unit": {"is_own": False, "id_lock": None, "permissions": [], "deadlines": []},
    "member": {"birth_year": 2026, "namesakes": []},
    "activity": {"topics": []},
    "award": {"subject_kind": "ca_nhan"},
    "initiative": {"state": "khen_thuong"},
    "task": {"state": "da_thuc_hien"},
    "report_due": {"kind": "thang"},
}


def filled(record: type[Record], number: int) -> Record:
    """A record with every field and a line in every list."""
    made = record(f"{record.table_name}-{number}")
    fill(made)
    for name, value in EITHER_OR.get(record.table_name, {}).items():
        setattr(made, name, value)
    for line in getattr(made, "authors", ()):
        line.name, line.share_percent = None, 100.0
    for line in getattr(made, "criteria", ()):
        line.parent = None  # a group of its own
    if number == 1 and record.table_name == "member":
        made.namesakes = [record.lists["namesakes"].part(member="member-2")]  # type: ignore[attr-defined]
    return made


def fill(part: Part) -> None:
    """Puts a value into every field."""
    for name, member in part.fields.items():
        setattr(part, name, VALUES[type(member.kind)](member.kind))
        if isinstance(member.kind, Link) and getattr(part, name) == getattr(part, "uid", None):
            setattr(part, name, f"{member.kind.to[-1]}-1")
    for name, child_list in part.lists.items():
        line = child_list.part()
        fill(line)
        setattr(part, name, [line])


@pytest.fixture
def full(store: Store) -> Store:
    """A ledger with two full records of every type, that permits everything."""
    own = store.own_unit()
    own.permissions = [OrgPermission(item=item, purpose="Liên hệ", legal_basis="dong_y") for item in SENSITIVE]
    own.id_lock = VALUES[Locked](OrgUnit.fields["id_lock"].kind)
    with store.write("Tất cả") as write:
        write.save(own)
        write.add_all(filled(record, number) for record in CATALOGUE for number in (1, 2))
    return store


def test_every_field_of_every_record_is_kept_as_it_was(full: Store) -> None:
    for record in CATALOGUE:
        kept = full.read(record, f"{record.table_name}-1")
        assert kept == filled(record, 1)
        empty = {name for name in record.fields if getattr(kept, name) in (None, False)}
        assert empty <= {"is_own", "id_lock"}, record
        assert not {name for name in record.lists if not getattr(kept, name)} - {
            "permissions",
            "deadlines",
            "topics",
        }, record


def test_every_field_comes_through_an_interchange_file(
    full: Store, dumped: Callable[[Store], str], tmp_path: Path
) -> None:
    text = dumped(full)
    (tmp_path / "a.jsonl").write_text(text, encoding="utf-8")
    other = file.create(tmp_path / "b.socd", OrgUnit(code="B", kind="grassroots_union", name_full="CĐCS Mẫu B"))
    load(other, tmp_path / "a.jsonl")
    assert dumped(other) == text
    other.close()


def test_a_line_names_every_field() -> None:
    """What `line_of` leaves out would be lost on the way."""
    for record in CATALOGUE:
        keys = set(line_of(filled(record, 1)))
        lacking = {member.key for member in record.fields.values()} | set(record.lists)
        assert lacking - keys <= {"is_own", "id_lock", "permissions", "deadlines", "topics"}
        assert record_type(record.table_name) is record
