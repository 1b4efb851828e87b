"""Twenty invented identity numbers, typed in the window, are found in no byte of any file."""

from __future__ import annotations

import re
import tempfile
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from exports.form_shelf import forms
from exports.made import fitting_period
from exports.run import export
from models.backups.make import back_up
from models.ledger.file_system import beside
from models.ledger.finding import everywhere
from models.ledger.interchange import dump
from models.ledger.life import life_of
from models.ledger.store import Store
from models.periods import period_from
from models.records.member import Member
from tests.exports.words_of import words_of
from tests.ui.guarded.typed_numbers import kept, opened
from tests.ui.keys import press
from ui import settings
from ui.aside import Aside
from ui.main_window import MainWindow

PLANTED = [f"0{place:02}3{birth:08}" for place, birth in enumerate(range(41_870_013, 41_870_013 + 20 * 777, 777), 1)]

NUMBERS = re.compile("|".join(number[:9] for number in PLANTED).encode())
PERIOD = period_from("2026-Q1")


def files_with(found: re.Pattern[bytes], *folders: Path) -> list[str]:
    """The files below these folders in whose bytes it is found, in plain or as Windows writes it."""
    return [
        str(path)
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and found.search(path.read_bytes().replace(b"\0", b""))
    ]


def test_twenty_planted_numbers_are_found_in_no_file(
    window: MainWindow, keeping: Store, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temp"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    _type_all(window, keeping)
    assert [kept(keeping, f"P{place}") for place in range(20)] == PLANTED
    for _again in range(3):
        window.menu["undo"].trigger()
    window.menu["redo"].trigger()
    out = tmp_path / "out"
    out.mkdir()
    with (out / "dump.jsonl").open("w", encoding="utf-8") as lines:
        dump(keeping, lines)
    for name in [*forms(), "Q"]:
        period = fitting_period(forms()[name], PERIOD) if name in forms() else PERIOD
        for ending in ("xlsx", "pdf", "json"):
            export(keeping, name, period, out / f"{name}.{ending}")
            assert not NUMBERS.search(words_of(out / f"{name}.{ending}").encode())
    back_up(keeping)
    assert all(not each.hits for number in PLANTED for each in everywhere(keeping, number))
    assert PLANTED[0] not in str(life_of(keeping, Member, "P0"))
    folders = (tmp_path, settings.ledger_folder())
    assert beside(ledger, "-wal").stat().st_size > 0
    assert files_with(re.compile(b"Th\xe1\xbb\x8b 7"), tmp_path), "the ledger, the dump and the backup were read"
    assert files_with(NUMBERS, *folders) == []
    window.close()
    assert files_with(NUMBERS, *folders) == []


def _type_all(window: MainWindow, store: Store) -> None:
    """Types the numbers into forms of new members; what is typed is kept aside again and again."""
    with store.write("Nhập") as write:
        for place in range(20):
            write.save(Member(f"P{place}", full_name=f"Lê Thị {place}", joined_on=date(2020, 5, 1)))
    for place, number in enumerate(PLANTED):
        form, editor = opened(window, f"P{place}")
        editor.line.setFocus()
        for typed in (number[:9], number[9:] + "5"):  # the last one is one too many: it cannot be read
            QTest.keyClicks(editor.line, typed)
            form._aside.keep()
        press(Qt.Key.Key_Backspace)
        form._aside.keep()
        assert Aside(store.path).found("form/")
        assert form.save()
