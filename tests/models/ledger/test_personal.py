"""Personal data that need protection: never lost, asked only with a reason, and told where there is none."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.code_lists_people import SENSITIVE
from models.errors import Refused
from models.ledger import file
from models.ledger.interchange import load
from models.ledger.personal import notice, unexplained
from models.ledger.store import Store
from models.records.member import Member
from models.records.unit import OrgPermission, OrgUnit
from ui.editing.form_logic import left_out

Dumped = Callable[[Store], str]
VALUES = {"phone": "0900 000 000", "ethnicity": "Kinh", "religion": "Không", "is_party_member": True, "hometown": "Huế"}
VALUES["residence"] = "Nhà trọ Mẫu"
MEMBER = {"type": "member", "uid": "M1", "full_name": "Nguyễn Thị Ánh"}


def permit(store: Store, *items: str) -> None:
    own = store.own_unit()
    own.permissions = [OrgPermission(item=item, purpose="Liên hệ", legal_basis="dong_y") for item in items]
    with store.write("Cho phép") as write:
        write.save(own)


def loaded(store: Store, folder: Path, *lines: dict[str, Any]) -> int:
    path = folder / "a.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return load(store, path)


def test_every_guarded_field_has_its_key_and_name() -> None:
    guarded = {name: member.label for name, member in Member.fields.items() if member.sensitive}
    assert guarded == dict(SENSITIVE.labels)
    assert {*VALUES, "id_no"} == set(guarded)  # an identity number is kept only locked: tests/models/guarded


@pytest.mark.parametrize("name", VALUES)
def test_what_a_file_brings_is_kept_and_told_until_there_is_a_reason(store: Store, tmp_path: Path, name: str) -> None:
    assert loaded(store, tmp_path, {**MEMBER, name: VALUES[name]}) == 1
    assert getattr(store.read(Member, "M1"), name) == VALUES[name]
    with store.reading() as connection:
        assert "1 đoàn viên" in notice(connection)
        assert [(uid, [each.name for each in fields]) for uid, _title, fields in unexplained(connection)] == [
            ("M1", [name])
        ]
    permit(store, name)
    with store.reading() as connection:
        assert notice(connection) == ""
        assert unexplained(connection) == []


def test_a_form_asks_only_what_is_permitted_or_already_there(store: Store, tmp_path: Path) -> None:
    permit(store, "phone")
    loaded(store, tmp_path, {**MEMBER, "religion": "Không"})
    asked = set(VALUES) - set(left_out(store, store.read(Member, "M1")))
    assert asked == {"phone", "religion"}
    assert set(VALUES) - set(left_out(store, Member())) == {"phone"}


def test_a_dump_carries_the_permission_and_so_loads_elsewhere(store: Store, dumped: Dumped, tmp_path: Path) -> None:
    permit(store, *VALUES)
    loaded(store, tmp_path, {**MEMBER, **VALUES})
    (tmp_path / "dump.jsonl").write_text("\n".join(reversed(dumped(store).splitlines())), encoding="utf-8")
    other = file.create(tmp_path / "b.socd", OrgUnit(code="B", kind="grassroots_union", name_full="CĐCS Mẫu B"))
    load(other, tmp_path / "dump.jsonl")
    assert dumped(other) == dumped(store)
    other.close()


def test_a_permission_says_for_what_and_on_which_basis(store: Store) -> None:
    own = store.own_unit()
    own.permissions = [OrgPermission(item="phone")]
    with pytest.raises(Refused) as refused, store.write("Cho phép") as write:
        write.save(own)
    assert {fault.field for fault in refused.value.faults} == {"permissions[0].purpose", "permissions[0].legal_basis"}
