"""A file takes its place whole and proven, or the old file stays as it was."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

import main
from exports import place
from exports.place import NotWritten, put_in_place
from models.errors import UserError
from models.ledger.file import create
from models.records.unit import new_own_unit

OLD = b"old"


class Held:
    """`os.replace` while another program holds the target for so many tries."""

    def __init__(self, tries: int, code: int) -> None:
        self.tries = tries
        self.code = code
        self.replace = os.replace

    def __call__(self, source: Path, target: Path) -> None:
        if self.tries:
            self.tries -= 1
            error = PermissionError(errno.EACCES, "held")
            error.winerror = self.code  # type: ignore[attr-defined,unused-ignore]
            raise error
        self.replace(source, target)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "Báo cáo quý I.xlsx"
    path.write_bytes(OLD)
    return path


def write_new(path: Path) -> None:
    path.write_bytes(b"new")


def failing(error: BaseException) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(b"half")
        raise error

    return write


def assert_untouched(target: Path) -> None:
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    assert target.read_bytes() == OLD


def test_the_proven_file_takes_the_place(target: Path) -> None:
    assert put_in_place(target, write_new, lambda path: path.read_bytes()) == b"new"
    assert target.read_bytes() == b"new"
    assert len(list(target.parent.iterdir())) == 1


def test_the_draft_lies_beside_its_place_and_ends_alike(target: Path) -> None:
    seen: list[Path] = []
    put_in_place(target, write_new, seen.append)
    assert (seen[0].parent, seen[0].suffix) == (target.parent, ".xlsx")
    assert seen[0] != target


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "full"), "ổ đĩa đã đầy"),
        (PermissionError(errno.EACCES, "no"), "không có quyền ghi"),
        (OSError(errno.EROFS, "read-only"), "chỉ cho đọc"),
        (OSError(errno.EIO, "hỏng"), "Hãy chọn thư mục khác"),
    ],
)
def test_a_failure_is_said_in_words_and_leaves_the_old_file(target: Path, error: OSError, words: str) -> None:
    with pytest.raises(NotWritten, match=words) as caught:
        put_in_place(target, failing(error), lambda path: None)
    assert str(target) in str(caught.value)
    assert_untouched(target)


@pytest.mark.parametrize("error", [ValueError("bug"), KeyboardInterrupt(), UserError("không khớp")])
def test_any_other_failure_leaves_the_old_file_too(target: Path, error: BaseException) -> None:
    with pytest.raises(type(error)):
        put_in_place(target, failing(error), lambda path: None)
    with pytest.raises(type(error)):
        put_in_place(target, write_new, failing(error))
    assert_untouched(target)


def test_a_scanner_that_lets_go_is_waited_for(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "PAUSE", 0.001)
    monkeypatch.setattr(os, "replace", Held(5, 5))
    put_in_place(target, write_new, lambda path: None)
    assert target.read_bytes() == b"new"


def test_a_file_open_in_excel_is_named(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "LONGEST_WAIT", 0.01)
    monkeypatch.setattr(place, "PAUSE", 0.001)
    monkeypatch.setattr(os, "replace", Held(10_000, 32))
    with pytest.raises(NotWritten, match=r"Hãy đóng “Báo cáo quý I\.xlsx” trong Excel"):
        put_in_place(target, write_new, lambda path: None)
    assert_untouched(target)


def test_it_never_waits_longer_than_three_seconds() -> None:
    assert place.LONGEST_WAIT + place.PAUSE <= 3


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match=r"Không có thư mục “.*thiếu”"):
        put_in_place(tmp_path / "thiếu" / "a.xlsx", write_new, lambda path: None)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="là một thư mục"):
        put_in_place(tmp_path, write_new, lambda path: None)


def test_a_very_long_name_still_fits(tmp_path: Path) -> None:
    target = tmp_path / f"{'a' * 250}.json"
    put_in_place(target, write_new, lambda path: None)
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("name", ["so.socd", "SO.SOCD", "so", "so.jsonl", "link.jsonl"])
def test_no_file_takes_the_place_of_a_ledger(tmp_path: Path, name: str) -> None:
    ledger = tmp_path / ("so" if name == "link.jsonl" else name)
    create(ledger, new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Mẫu")).close()
    if name == "link.jsonl":
        (tmp_path / name).symlink_to(ledger)
    before = ledger.read_bytes()
    with pytest.raises(NotWritten, match="đặt tên khác"):
        put_in_place(tmp_path / name, write_new, Path.read_bytes)
    assert ledger.read_bytes() == before


@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal"])
def test_what_lies_beside_a_ledger_is_left_alone(tmp_path: Path, ending: str) -> None:
    with pytest.raises(NotWritten):
        put_in_place(tmp_path / f"so.socd{ending}", write_new, Path.read_bytes)


def test_dumping_a_ledger_onto_itself_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    create(Path("sổ"), new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Mẫu")).close()
    assert main.main(["dump", "sổ", "-o", "sổ"]) == 1
    assert "đặt tên khác" in capsys.readouterr().err
    assert main.main(["check", "sổ"]) == 0
