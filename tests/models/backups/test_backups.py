"""Backups: checked, kept over the years, put back without losing what stood there."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from models.backups.generations import LEAST, Generation, generations, kept, latest, name_at, thin_out
from models.backups.make import back_up
from models.backups.manifest import FILES, MANIFEST, Manifest, content_sha256_of, manifest_of, sha256_of
from models.backups.restore import restore
from models.errors import UserError
from models.ledger import file
from models.ledger.check import check
from models.ledger.lock import LedgerInUse
from models.ledger.store import Store
from models.records.member import Member
from tests.models.invented import one_of_each

Dumped = Callable[[Store], str]
NOON = datetime(2026, 4, 5, 12)


def fill(store: Store, seed: int = 1) -> None:
    """Something of every kind, and two attachments."""
    with store.write("Ghi") as write:
        write.add_all(one_of_each(Random(seed)))
    folder = store.path.with_name(store.path.name + FILES)
    (folder / "ảnh").mkdir(parents=True, exist_ok=True)
    (folder / "ảnh" / "hội nghị.jpg").write_bytes(b"one")
    (folder / "b.pdf").write_bytes(b"two")


def everything(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_a_backup_restores_to_the_same_ledger_and_keeps_the_replaced_one(
    ledger: Path, tmp_path: Path, dumped: Dumped
) -> None:
    store = file.open_ledger(ledger)
    fill(store)
    sent = dumped(store)
    copy = back_up(store, tmp_path / "copy.socd")
    with store.write("Sau đó") as write:
        write.save(Member("later", full_name="Ánh"))
    later = dumped(store)
    store.close()
    (ledger.with_name(ledger.name + FILES) / "b.pdf").unlink()
    done = restore(copy, ledger)
    again = file.open_ledger(ledger)
    assert dumped(again) == sent
    assert check(again) == []
    again.close()
    assert everything(ledger.with_name(ledger.name + FILES)) == {"ảnh/hội nghị.jpg": b"one", "b.pdf": b"two"}
    assert done.replaced is not None
    former = file.open_ledger(done.replaced)
    assert dumped(former) == later
    former.close()
    assert everything(done.replaced.with_name(done.replaced.name + FILES)) == {"ảnh/hội nghị.jpg": b"one"}


def test_a_backup_says_what_is_in_it(store: Store, tmp_path: Path) -> None:
    fill(store)
    copy = back_up(store, tmp_path / "copy.socd", NOON)
    said = manifest_of(copy)
    assert said is not None
    assert (said.ledger, said.made_at, said.sha256) == ("so.socd", "2026-04-05T12:00:00", sha256_of(copy))
    assert (said.last_write, sorted(said.files)) == (2, ["b.pdf", "ảnh/hội nghị.jpg"])
    assert said.records == sum(1 for _ in one_of_each(Random(1))) + 1


def test_a_copy_that_was_looked_at_still_counts(store: Store, tmp_path: Path) -> None:
    copy = back_up(store, tmp_path / "copy.socd")
    before = copy.read_bytes()
    file.open_ledger(copy).close()
    assert copy.read_bytes() != before
    restore(copy, tmp_path / "other.socd")
    file.open_ledger(tmp_path / "other.socd").close()


def test_no_flipped_bit_of_a_backup_is_restored(store: Store, tmp_path: Path, ledger: Path) -> None:
    fill(store)
    copy = back_up(store, tmp_path / "copy.socd")
    content, dice = copy.read_bytes(), random.Random(1)
    target = tmp_path / "other.socd"
    shutil.copyfile(ledger, target)
    before = target.read_bytes()
    for _ in range(60):
        changed, at = bytearray(content), dice.randrange(100, len(content))
        changed[at] ^= 1 << dice.randrange(8)
        copy.write_bytes(changed)
        with pytest.raises(UserError, match="bị hỏng hoặc bị sửa"):
            restore(copy, target)
    assert target.read_bytes() == before
    assert not [each.name for each in tmp_path.iterdir() if "khoi-phuc" in each.name or each.name.startswith(".")]


def test_a_changed_attachment_is_named(store: Store, tmp_path: Path) -> None:
    fill(store)
    copy = back_up(store, tmp_path / "copy.socd")
    (tmp_path / "copy.socd-files" / "b.pdf").write_bytes(b"tow")
    with pytest.raises(UserError, match=r"copy\.socd-files/b\.pdf"):
        restore(copy, tmp_path / "other.socd")


def test_what_sqlite_left_beside_the_former_ledger_does_not_enter_the_restored_one(
    ledger: Path, tmp_path: Path, dumped: Dumped
) -> None:
    store = file.open_ledger(ledger)
    copy = back_up(store, tmp_path / "copy.socd")
    empty = dumped(store)
    with store.write("Trong -wal") as write:
        write.save(Member("wal", full_name="Ánh"))
    crashed = tmp_path / "crashed.socd"
    for ending in ("", "-wal"):
        shutil.copyfile(str(ledger) + ending, str(crashed) + ending)
    later = dumped(store)
    store.close()
    done = restore(copy, crashed)
    again = file.open_ledger(crashed)
    assert dumped(again) == empty
    again.close()
    assert done.replaced is not None
    former = file.open_ledger(done.replaced)
    assert dumped(former) == later
    former.close()


def test_an_open_ledger_is_not_replaced(store: Store, tmp_path: Path, dumped: Dumped) -> None:
    copy = back_up(store, tmp_path / "copy.socd")
    with pytest.raises(LedgerInUse):
        restore(copy, store.path)
    with store.write("Ghi tiếp") as write:
        write.save(Member("m", full_name="Ánh"))
    assert "Ánh" in dumped(store)


def test_a_copy_is_never_written_over(store: Store, tmp_path: Path) -> None:
    copy = back_up(store, tmp_path / "copy.socd")
    before = everything(tmp_path)
    with pytest.raises(UserError, match="đã có"):
        back_up(store, copy)
    assert everything(tmp_path) == before


def test_what_is_no_ledger_is_not_restored(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "x.socd").write_bytes(b"x" * 5000)
    before = ledger.read_bytes()
    with pytest.raises(UserError, match="không phải là sổ"):
        restore(tmp_path / "x.socd", ledger)
    with pytest.raises(UserError, match="cùng một tệp"):
        restore(ledger, ledger)
    assert ledger.read_bytes() == before


def test_the_newest_backup_and_its_age_are_known(store: Store) -> None:
    assert latest(store.path) is None
    back_up(store, now=NOON)
    newest = back_up(store, now=NOON + timedelta(hours=5))
    found = latest(store.path)
    assert found is not None
    assert found.path == newest
    assert found.age(NOON + timedelta(hours=5, seconds=30)) == "vừa xong"
    assert found.age(NOON + timedelta(hours=5, minutes=7)) == "7 phút trước"
    assert found.age(NOON + timedelta(days=3, hours=6)) == "3 ngày trước"


def test_a_copy_cut_short_or_without_its_manifest_is_no_generation(store: Store) -> None:
    first, second, third = (back_up(store, now=NOON + timedelta(hours=each)) for each in range(3))
    second.with_name(second.name + MANIFEST).unlink()
    third.write_bytes(third.read_bytes()[:-1])
    assert [each.path for each in generations(first.parent, store.path)] == [first]


def generation(made_at: datetime) -> Generation:
    return Generation(Path(f"{made_at:%Y%m%d%H%M}"), made_at, Manifest("", "", "", "", "", 0, 0, "", 0))


def test_over_the_years_days_weeks_and_months_stay() -> None:
    found = [generation(NOON - timedelta(hours=6 * each)) for each in range(4 * 500)][::-1]
    stay = kept(found)
    ages = [found[-1].made_at - each.made_at for each in stay]
    assert sum(age <= timedelta(days=2) for age in ages) == 9
    assert len({each.made_at.date() for each in stay if NOON - each.made_at < timedelta(days=12)}) == 12
    assert len({(each.made_at.year, each.made_at.month) for each in stay}) == 9
    assert len(stay) < 40


def test_three_stay_however_old_they_are() -> None:
    assert len(kept([generation(NOON)] * LEAST)) == LEAST
    found = [generation(datetime(2001, 1, 1, each)) for each in range(3)] + [generation(NOON)]
    assert set(map(id, found[-3:])) <= set(map(id, kept(found)))


def test_thinning_takes_away_nothing_else(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    strangers = [folder / "note.txt", folder / "so-20200101-000000.socd", folder / "khác-20200101-000000.socd"]
    for each in strangers:
        each.write_bytes(b"x")
    model = back_up(store, tmp_path / "model.socd")
    said = json.loads((tmp_path / f"model.socd{MANIFEST}").read_text(encoding="utf-8"))
    for day in range(60):
        moment = NOON + timedelta(days=day)
        copy = folder / name_at(store.path, moment)
        shutil.copyfile(model, copy)
        Manifest(**said | {"made_at": moment.isoformat()}).write_beside(copy)
    thin_out(folder, store.path)
    left = generations(folder, store.path)
    assert 12 <= len(left) < 30
    assert all(content_sha256_of(each.path) == said["content_sha256"] for each in left)
    assert all(each.exists() for each in strangers)
