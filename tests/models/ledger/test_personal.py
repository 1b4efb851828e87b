"""Personal data that need protection: refused unless the unit has said for what, and then never lost."""

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
from models.ledger.store import Store
from models.records.member import Member
from models.records.unit import OrgPermission, OrgUnit

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
    assert set(VALUES) == set(guarded)


@pytest.mark.parametrize("name", VALUES)
def test_it_is_refused_with_a_way_out_until_it_is_permitted(store: Store, tmp_path: Path, name: str) -> None:
    line = {**MEMBER, name: VALUES[name]}
    with pytest.raises(Refused) as refused:
        loaded(store, tmp_path, line)
    (fault,) = refused.value.faults
    assert (fault.field, fault.line) == (name, 1)
    assert "hãy ghi mục đích và căn cứ" in fault.reason
    assert store.read_many(Member, ["M1"]) == []
    permit(store, name)
    assert loaded(store, tmp_path, line) == 1
    assert getattr(store.read(Member, "M1"), name) == VALUES[name]


def test_every_value_that_may_not_be_kept_is_named_at_once(store: Store, tmp_path: Path) -> None:
    permit(store, "phone")
    with pytest.raises(Refused) as refused:
        loaded(store, tmp_path, {**MEMBER, **VALUES}, {**MEMBER, "uid": "M2", **VALUES})
    found = {(fault.line, fault.field) for fault in refused.value.faults}
    assert found == {(line, name) for line in (1, 2) for name in VALUES if name != "phone"}


def test_a_dump_carries_the_permission_and_so_loads_elsewhere(store: Store, dumped: Dumped, tmp_path: Path) -> None:
    permit(store, *VALUES)
    loaded(store, tmp_path, {**MEMBER, **VALUES})
    (tmp_path / "dump.jsonl").write_text("\n".join(reversed(dumped(store).splitlines())), encoding="utf-8")
    other = file.create(tmp_path / "b.socd", OrgUnit(code="B", kind="grassroots_union", name_full="CĐCS Mẫu B"))
    load(other, tmp_path / "dump.jsonl")
    assert dumped(other) == dumped(store)
    other.close()


def test_a_permission_stands_as_long_as_something_is_kept_by_it(store: Store, tmp_path: Path) -> None:
    permit(store, "phone")
    loaded(store, tmp_path, {**MEMBER, "phone": "0900 000 000"})
    with pytest.raises(Refused, match="Nguyễn Thị Ánh"):
        permit(store)
    loaded(store, tmp_path, {**MEMBER, "phone": None})
    permit(store)
    assert store.own_unit().permissions == []


def test_a_permission_says_for_what_and_on_which_basis(store: Store) -> None:
    own = store.own_unit()
    own.permissions = [OrgPermission(item="phone")]
    with pytest.raises(Refused) as refused, store.write("Cho phép") as write:
        write.save(own)
    assert {fault.field for fault in refused.value.faults} == {"permissions[0].purpose", "permissions[0].legal_basis"}


def test_an_identity_number_is_refused_and_an_empty_one_read_over(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="chưa mã hóa được số căn cước"):
        loaded(store, tmp_path, {**MEMBER, "id_no": "000000000000"})
    assert loaded(store, tmp_path, {**MEMBER, "id_no": None}) == 1
