"""Identity numbers in a ledger: off by default, locked everywhere, gone when they are not kept any more."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.errors import Refused, UserError
from models.forgetting import anonymise, erase_past
from models.guarded import cipher, numbers
from models.guarded.safe import WRONG
from models.ledger import file, history
from models.ledger.check import check
from models.ledger.interchange import load
from models.ledger.life import life_of
from models.ledger.merging import merge
from models.ledger.plain import asked
from models.ledger.store import Store
from models.ledger.trash import bring_back, deleted
from models.membership import leave
from models.records.member import Member
from models.records.unit import OrgPermission, OrgUnit

Dumped = Callable[[Store], str]
PASSWORD, NUMBER = "bốn từ dễ nhớ", "079000111222"


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """What makes guessing slow would make these tests slow; test_cipher does without this."""
    monkeypatch.setattr(cipher, "_WORK", 2**4)


@pytest.fixture
def keeping(store: Store) -> Store:
    """The ledger, keeping numbers, its safe open."""
    numbers.switch_on(store, PASSWORD, "Lập danh sách cấp thẻ", "dong_y")
    return store


def keep(store: Store, uid: str = "M1", number: str = NUMBER, label: str = "Sửa", **said: Any) -> str:
    """Gives a member, new or known, a number; returns it as it is kept."""
    known = store.read_many(Member, [uid])
    member = known[0] if known else Member(uid, full_name="Lê Thị Ơn", **said)
    member.id_no = store.safe.locked(uid, number)
    with store.write(label) as write:
        write.save(member)
    return member.id_no


def loaded(store: Store, folder: Path, *lines: dict[str, Any]) -> int:
    path = folder / "a.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return load(store, path)


def everything(store: Store) -> str:
    """Every row of every table, as one text."""
    with store.reading() as connection:
        tables = [
            row[0] for row in asked(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
        ]
        return str([asked(connection, f'SELECT * FROM "{name}"') for name in tables])


def test_a_ledger_keeps_no_numbers_until_she_says_so(store: Store) -> None:
    assert not numbers.are_kept(store)
    assert numbers.permission(store) is None
    assert not store.safe.is_open
    with pytest.raises(ValueError, match="đang khóa"):
        store.safe.locked("M1", NUMBER)


def test_switching_on_says_for_what_and_opens_the_safe(keeping: Store) -> None:
    said = numbers.permission(keeping)
    assert said is not None
    assert (said.purpose, said.legal_basis) == ("Lập danh sách cấp thẻ", "dong_y")
    text = keep(keeping)
    assert keeping.safe.number("M1", text) == NUMBER
    assert keeping.read(Member, "M1").shown("id_no") == "(đã khóa)"
    assert check(keeping) == []


@pytest.mark.parametrize(
    ("password", "purpose", "basis"),
    [("ngắn", "Cấp thẻ", "dong_y"), (PASSWORD, "", "dong_y"), (PASSWORD, "Cấp thẻ", "")],
)
def test_without_password_purpose_and_basis_nothing_is_switched_on(
    store: Store, password: str, purpose: str, basis: str
) -> None:
    with pytest.raises(UserError):
        numbers.switch_on(store, password, purpose or None, basis or None)  # type: ignore[arg-type]
    assert not numbers.are_kept(store)
    assert not store.safe.is_open


def test_closed_it_reads_nothing_and_opens_again_with_the_password_alone(keeping: Store) -> None:
    text = keep(keeping)
    turned: list[bool] = []
    stop = keeping.safe.on_turn(lambda: turned.append(keeping.safe.is_open))
    keeping.safe.close()
    assert keeping.safe.number("M1", text) is None
    with pytest.raises(UserError, match="Mật khẩu chưa đúng"):
        numbers.unlock(keeping, PASSWORD.upper())
    assert keeping.safe.shown("M1", text) == "(đã khóa)"
    numbers.unlock(keeping, PASSWORD)
    assert keeping.safe.shown("M1", text) == NUMBER
    stop()
    keeping.safe.close()
    assert turned == [False, True]


@pytest.mark.parametrize("typed", ["079 000 111 222", "079.000.111.222", "012345678"])
def test_a_number_may_be_typed_with_spaces_or_dots(keeping: Store, typed: str) -> None:
    text = keeping.safe.locked("M1", typed)
    assert keeping.safe.number("M1", text) == typed.replace(" ", "").replace(".", "")


@pytest.mark.parametrize("typed", ["1234567890", "07900011122a", "", "٠٧٩٠٠٠١١١٢٢٢"])
def test_what_is_no_identity_number_is_refused(keeping: Store, typed: str) -> None:
    with pytest.raises(ValueError, match="12 chữ số") as refused:
        keeping.safe.locked("M1", typed)
    assert str(refused.value) == WRONG


def test_a_record_is_changed_while_locked_and_keeps_its_number(keeping: Store) -> None:
    text = keep(keeping)
    keeping.safe.close()
    member = keeping.read(Member, "M1")
    member.job_title = "Công nhân may"
    with keeping.write("Sửa") as write:
        write.save(member)
    assert keeping.read(Member, "M1").id_no == text
    history.undo(keeping)
    assert keeping.read(Member, "M1").id_no == text


def test_a_dump_carries_the_locked_number_and_loads_elsewhere_with_the_same_password(
    keeping: Store, dumped: Dumped, tmp_path: Path
) -> None:
    keep(keeping)
    said = dumped(keeping)
    assert NUMBER not in said
    (tmp_path / "dump.jsonl").write_text("\n".join(reversed(said.splitlines())), encoding="utf-8")
    other = file.create(tmp_path / "b.socd", OrgUnit(code="B", kind="grassroots_union", name_full="CĐCS Mẫu B"))
    load(other, tmp_path / "dump.jsonl")
    assert dumped(other) == said
    numbers.unlock(other, PASSWORD)
    assert other.safe.number("M1", other.read(Member, "M1").id_no or "") == NUMBER
    other.close()


@pytest.mark.parametrize("is_on", [False, True])
def test_a_plain_number_in_a_file_is_refused_and_not_repeated(store: Store, tmp_path: Path, is_on: bool) -> None:
    if is_on:
        numbers.switch_on(store, PASSWORD, "Cấp thẻ", "dong_y")
    with pytest.raises(Refused, match="dạng đã khóa") as refused:
        loaded(store, tmp_path, {"type": "member", "uid": "M1", "full_name": "Lê Thị Ơn", "id_no": NUMBER})
    assert NUMBER not in str(refused.value)
    assert loaded(store, tmp_path, {"type": "member", "uid": "M1", "full_name": "Lê Thị Ơn", "id_no": None}) == 1


def test_a_number_locked_elsewhere_is_refused(keeping: Store, tmp_path: Path) -> None:
    line = {"type": "member", "uid": "M1", "full_name": "Lê Thị Ơn"}
    strange = cipher.locked(cipher.new_key(), "M1", NUMBER)
    with pytest.raises(Refused, match="sổ khác"):
        loaded(keeping, tmp_path, {**line, "id_no": strange})
    numbers.switch_off(keeping)
    with pytest.raises(Refused, match="không lưu số căn cước"):
        loaded(keeping, tmp_path, {**line, "id_no": strange})


def test_another_lock_may_not_take_the_place_of_the_one_that_numbers_need(keeping: Store) -> None:
    keep(keeping)
    own = keeping.own_unit()
    own.id_lock = cipher.lock_of(cipher.new_key(), PASSWORD)
    with pytest.raises(Refused, match="sổ khác"), keeping.write("Sửa") as write:
        write.save(own)


def test_permission_and_lock_go_together(keeping: Store) -> None:
    own = keeping.own_unit()
    own.permissions = [OrgPermission(item="phone", purpose="Liên hệ", legal_basis="dong_y")]
    with pytest.raises(Refused, match="chỉ lưu khi có mật khẩu"), keeping.write("Sửa") as write:
        write.save(own)


def test_undoing_the_switching_on_is_refused_as_long_as_numbers_stand(keeping: Store) -> None:
    begun = history.next_undo(keeping)
    assert begun is not None
    keep(keeping)
    with pytest.raises(Refused, match="Thôi lưu số căn cước"):
        history.undo(keeping, begun.number)
    assert numbers.are_kept(keeping)


def test_after_another_password_the_former_one_opens_nothing_not_even_by_undo(keeping: Store, tmp_path: Path) -> None:
    text = keep(keeping)
    own = keeping.own_unit()
    own.address = "Số 1"
    with keeping.write("Sửa đơn vị") as write:
        write.save(own)
    with pytest.raises(UserError, match="đang dùng chưa đúng"):
        numbers.change_password(keeping, "không phải mật khẩu", "mật khẩu mới")
    numbers.change_password(keeping, PASSWORD, "mật khẩu mới")
    history.undo(keeping)
    history.undo(keeping)
    keeping.safe.close()
    with pytest.raises(UserError, match="chưa đúng"):
        numbers.unlock(keeping, PASSWORD)
    numbers.unlock(keeping, "mật khẩu mới")
    assert keeping.safe.number("M1", text) == NUMBER
    assert keeping.own_unit().address is None
    assert check(keeping) == []


def test_switched_off_every_number_is_gone_from_the_history_too(keeping: Store, dumped: Dumped) -> None:
    for uid in ("M1", "M2"):
        keep(keeping, uid)
        keep(keeping, uid, "079000111333")
    with keeping.write("Xóa") as write:
        write.remove(Member, "M2")
    lock = keeping.own_unit().id_lock or ""
    assert numbers.switch_off(keeping) == 1
    assert not numbers.are_kept(keeping)
    assert not keeping.safe.is_open
    assert "socd1." not in dumped(keeping)
    assert "M2" in everything(keeping)
    bring_back(keeping, deleted(keeping))
    while history.next_undo(keeping) is not None:
        assert all(member.id_no is None for member in keeping.read_all(Member))
        assert keeping.own_unit().id_lock is None
        history.undo(keeping)
    held = everything(keeping)
    assert "socd1." not in held
    assert lock
    assert lock not in held
    assert check(keeping) == []


def test_the_history_tells_that_a_number_changed_and_not_which(keeping: Store) -> None:
    keep(keeping)
    keep(keeping, number="079000111333")
    turn = life_of(keeping, Member, "M1")[0].turns[0]
    assert (turn.label, turn.before, turn.after) == ("Số căn cước", "(đã khóa)", "(đã khóa)")


def test_of_two_entries_made_one_the_number_goes_along_only_while_unlocked(keeping: Store) -> None:
    keep(keeping, "M1")
    with keeping.write("Thêm") as write:
        write.save(Member("M2", full_name="Lê Thị Ơn"))
    keeping.safe.close()
    with pytest.raises(UserError, match="mở khóa số căn cước"):
        merge(keeping, Member, "M2", "M1")
    numbers.unlock(keeping, PASSWORD)
    merge(keeping, Member, "M2", "M1")
    assert keeping.safe.number("M2", keeping.read(Member, "M2").id_no or "") == NUMBER


def test_whoever_is_forgotten_leaves_no_number(keeping: Store) -> None:
    text = keep(keeping)
    member = keeping.read(Member, "M1")
    leave(member, date(2026, 1, 5), "nghi_huu")
    with keeping.write("Nghỉ hưu") as write:
        write.save(member)
    keeping.safe.close()
    anonymise(keeping, "M1")
    erase_past(keeping, "M1")
    assert text not in everything(keeping)


def test_the_library_comes_in_only_when_a_number_is_locked_or_opened() -> None:
    loaded = "import sys, models.ledger.store, models.guarded.safe, models.guarded.numbers"
    code = f"{loaded}; print('cryptography' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
