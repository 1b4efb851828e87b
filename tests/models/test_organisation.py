"""Units are renamed, come under another superior, join: what was stays readable, papers carry the name of their day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from exports.issuer import issuer_on
from models import organisation
from models.errors import UserError
from models.ledger import history
from models.ledger.store import Store
from models.records.member import Member
from models.records.unit import OrgUnit

CHANGED = date(2025, 7, 1)
BEFORE = date(2025, 6, 30)


@pytest.fixture
def units(store: Store) -> Store:
    """Two superiors, three groups, two members of the cutting group, one who left it."""
    kinds = {
        "tinh": "provincial_federation",
        "kcn": "industrial_zone_union",
        "cat": "union_group",
        "may": "union_group",
    }
    with store.write("Lập") as write:
        for uid, kind in kinds.items():
            write.save(OrgUnit(uid, code=uid, kind=kind, name_full=f"Đơn vị {uid}"))
        write.save(OrgUnit("cat-a", code="cat-a", kind="union_group", name_full="Nhóm cắt A", parent="cat"))
        for number in (1, 2):
            write.save(
                Member(f"M{number}", full_name=f"Lê Văn {number}", union_group="cat", joined_on=date(2020, 1, 1))
            )
        write.save(Member("M3", full_name="Lê Văn 3", union_group="cat", left_on=date(2024, 1, 1)))
    return store


def test_a_paper_carries_the_name_and_superior_of_its_day(units: Store) -> None:
    own = units.own_unit()
    former = own.name_full
    own.parent = "kcn"
    organisation.rename(own, CHANGED, "CĐCS Công ty TNHH Mẫu A Tây Ninh")
    organisation.put_under(own, CHANGED, "tinh")
    with units.write("Đổi tên") as write:
        write.save(own)
    earlier, later = issuer_on(units, BEFORE), issuer_on(units, CHANGED)
    assert (earlier.name, earlier.superior) == (former, "Đơn vị kcn")
    assert (later.name, later.superior) == ("CĐCS Công ty TNHH Mẫu A Tây Ninh", "Đơn vị tinh")


def test_a_change_before_the_last_one_is_refused(units: Store) -> None:
    own = units.own_unit()
    organisation.rename(own, CHANGED, "CĐCS Mẫu B")
    with pytest.raises(UserError, match="Đã có thay đổi từ ngày 01/07/2025"):
        organisation.rename(own, CHANGED, "CĐCS Mẫu C")
    organisation.put_under(own, CHANGED, "tinh")
    with pytest.raises(UserError, match="Hãy chọn ngày sau"):
        organisation.put_under(own, BEFORE, "kcn")


def test_units_join_with_their_members_and_what_is_below_them(units: Store, dumped: Callable[[Store], str]) -> None:
    before = dumped(units)
    number = organisation.join_units(units, ["cat", "may"], "may", CHANGED)
    gone = units.read(OrgUnit, "cat")
    assert (gone.dissolved_on, gone.successor) == (BEFORE, "may")
    assert units.read(OrgUnit, "cat-a").parent == "may"
    moved = units.read_many(Member, ["M1", "M2", "M3"])
    assert [each.union_group for each in moved] == ["may", "may", "cat"]
    assert [(each.kind, each.from_group, each.to_group) for each in moved[0].events] == [("chuyen_to", "cat", "may")]
    history.undo(units, number)
    assert dumped(units) == before


def test_the_own_unit_joins_no_other(units: Store) -> None:
    with pytest.raises(UserError, match="chiều ngược lại"):
        organisation.join_units(units, [units.own_unit().uid], "may", CHANGED)
    with pytest.raises(UserError, match="ít nhất một đơn vị"):
        organisation.join_units(units, ["may"], "may", CHANGED)
