"""The command line as promised: what each command does, what it says when something is wrong, its exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

import main
from models.backups.make import back_up
from models.command import opened
from tests.exports.official.workbooks import empty_sheet

EXAMPLE = Path(__file__).parent / "data" / "worked_example.jsonl"
HOUSE = Path(__file__).parent.parent


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "so.socd"
    assert (
        main.main(["new", str(path), "--name", "CĐCS Mẫu", "--superior", "LĐLĐ tỉnh Tây Ninh", "--place", "Tây Ninh"])
        == 0
    )
    return path


def test_a_new_ledger_holds_its_own_unit(ledger: Path, tmp_path: Path) -> None:
    target = tmp_path / "ra.jsonl"
    assert main.main(["dump", str(ledger), "-o", str(target)]) == 0
    unit = json.loads(target.read_text(encoding="utf-8"))
    assert (unit["type"], unit["is_own"], unit["name_full"]) == ("org_unit", True, "CĐCS Mẫu")
    assert (unit["name_head_1"], unit["place_name"]) == ("LĐLĐ TỈNH TÂY NINH", "Tây Ninh")


@pytest.mark.parametrize(
    "command",
    [
        ["check", "{long}.socd"],
        ["new", "{long}.socd", "--name", "X", "--superior", "Y"],
        ["backup", "{ledger}", "{long}.socd"],
        ["dump", "{ledger}", "-o", "{long}.jsonl"],
        ["export", "A2", "{ledger}", "--period", "2026-Q1", "-o", "{long}.xlsx"],
        ["fill", "{form}", "{form}", "{ledger}", "--period", "2026-Q1", "-o", "{long}.xlsx"],
    ],
    ids=lambda command: command[0],
)
def test_a_name_too_long_is_told_as_such(
    command: list[str], ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty_sheet(tmp_path / "a.xlsx")
    there = sorted(tmp_path.iterdir())
    given = {"long": tmp_path / ("a" * 300), "ledger": ledger, "form": tmp_path / "a.xlsx"}
    assert main.main([part.format(**given) for part in command]) == 1
    assert "quá dài. Hãy đặt tên ngắn hơn" in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == there


def test_new_does_not_touch_an_existing_file(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = ledger.read_bytes()
    assert main.main(["new", str(ledger), "--name", "X", "--superior", "Y"]) == 1
    assert "đã có" in capsys.readouterr().err
    assert ledger.read_bytes() == before


def test_a_dump_loaded_into_an_empty_ledger_gives_the_same_dump(ledger: Path, tmp_path: Path) -> None:
    first, second, other = tmp_path / "1.jsonl", tmp_path / "2.jsonl", tmp_path / "khac.socd"
    assert main.main(["load", str(EXAMPLE), str(ledger)]) == 0
    assert main.main(["dump", str(ledger), "-o", str(first)]) == 0
    assert main.main(["new", str(other), "--name", "CĐCS Khác", "--superior", "LĐLĐ tỉnh Lâm Đồng"]) == 0
    assert main.main(["load", str(first), str(other)]) == 0
    assert main.main(["dump", str(other), "-o", str(second)]) == 0
    assert first.read_text(encoding="utf-8") == second.read_text(encoding="utf-8")


def test_of_a_damaged_ledger_the_newest_whole_backup_is_named(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(ledger) as store:
        kept, spoiled = (back_up(store, now=datetime(2026, 4, day, 9, 12)) for day in (5, 6))
    raw = bytearray(spoiled.read_bytes())
    raw[9000] ^= 1
    spoiled.write_bytes(raw)
    ledger.write_bytes(damage := ledger.read_bytes()[:20_000])
    assert main.main(["gaps", str(ledger), "--period", "2026-Q1"]) == 1
    said = capsys.readouterr().err
    assert "bị hỏng" in said
    assert f"nguyên vẹn gần nhất: “{kept}”, lúc 09:12 05/04/2026" in said
    assert ledger.read_bytes() == damage
    kept.unlink()
    assert main.main(["gaps", str(ledger), "--period", "2026-Q1"]) == 1
    assert "Không thấy bản sao lưu nguyên vẹn nào" in capsys.readouterr().err


def test_a_load_can_be_taken_back(ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, after = tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    main.main(["dump", str(ledger), "-o", str(before)])
    main.main(["load", str(EXAMPLE), str(ledger)])
    assert main.main(["undo", str(ledger)]) == 0
    main.main(["dump", str(ledger), "-o", str(after)])
    assert before.read_text(encoding="utf-8") == after.read_text(encoding="utf-8")
    capsys.readouterr()
    assert main.main(["undo", str(ledger), "--list"]) == 0
    assert "(đã hoàn tác)" in capsys.readouterr().out


def test_every_fault_of_a_file_is_named_and_nothing_enters(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records, dumped = tmp_path / "hong.jsonl", tmp_path / "ra.jsonl"
    lines = [
        '{"type": "media_product", "uid": "M1", "kind": "tin_bai", "quantity": 4, "on": "2026-02-10"}',
        '{"type": "media_product", "uid": "M2", "kind": "bao_giay", "quantity": -1, "on": "2026-02-30"}',
        '{"type": "activity", "uid": "A1", "title": "X", "form": "hoi_nghi", "start_at": "2026-01-05",'
        ' "primary_topic": "cchc"}',
        "không phải json",
    ]
    records.write_text("\n".join(lines), encoding="utf-8")
    assert main.main(["load", str(records), str(ledger)]) == 1
    said = capsys.readouterr().err
    assert all(part in said for part in ("Dòng 2", "kind", "quantity", "on", "Dòng 3", "is_par", "Dòng 4"))
    main.main(["dump", str(ledger), "-o", str(dumped)])
    assert "M1" not in dumped.read_text(encoding="utf-8")


def test_the_forms_are_listed_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["forms", "--json"]) == 0
    known = {form["id"]: form for form in json.loads(capsys.readouterr().out)}
    assert set(known) >= {"A2", "B1", "B2", "B3", "C1", "C2", "C3", "D3", "Q"}
    assert "quy" in known["A2"]["periods"]


@pytest.mark.parametrize("ending", ["xlsx", "pdf", "json"])
def test_the_bundle_is_exported(ledger: Path, tmp_path: Path, ending: str) -> None:
    main.main(["load", str(EXAMPLE), str(ledger)])
    target = tmp_path / f"q.{ending}"
    assert main.main(["export", "Q", str(ledger), "--period", "2026-Q1", "-o", str(target)]) == 0
    assert target.stat().st_size > 1000


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "Z9", "{ledger}", "--period", "2026-Q1", "-o", "{folder}/a.xlsx"], "Không có biểu"),
        (["export", "A2", "{ledger}", "--period", "quý một", "-o", "{folder}/a.xlsx"], "không đọc được"),
        (["export", "A2", "{ledger}", "--period", "2026-Q1", "-o", "{folder}/a.doc"], ".xlsx"),
        (["export", "A2", "{ledger}", "--period", "2026-Q1", "-o", "{folder}/khong/a.xlsx"], "thư mục"),
        (["export", "A2", "{folder}/khong.socd", "--period", "2026-Q1", "-o", "{folder}/a.xlsx"], "Không tìm thấy"),
        (["load", "{folder}/khong.jsonl", "{ledger}"], "khong.jsonl”: không có ở đó."),
        (["load", "{folder}", "{ledger}"], "đó là một thư mục"),
        (["undo", "{ledger}", "99"], "99"),
        (["check", "{folder}/khong.socd"], "Không tìm thấy"),
    ],
)
def test_what_is_given_wrongly_is_said_in_one_message(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    capsys.readouterr()
    assert main.main([each.format(ledger=ledger, folder=tmp_path) for each in arguments]) == 1
    heard = capsys.readouterr()
    assert said in heard.err
    assert "Traceback" not in heard.err
    assert not (tmp_path / "a.xlsx").exists()


def test_a_command_line_of_another_shape_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["export"], ["lạ", "lùng"], ["undo"], ["--la"]):
        with pytest.raises(SystemExit) as ended:
            main.main(arguments)
        assert ended.value.code == 2
    assert "Cách dùng" in capsys.readouterr().err


def test_commands_run_without_qt(ledger: Path, tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['PySide6'] = None\n"
        f"arguments = ['export', 'A2', r'{ledger}', '--period', '2026', '-o', r'{tmp_path / 'a.pdf'}']\n"
        "import main; raise SystemExit(main.main(arguments))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=HOUSE, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_without_a_screen_the_window_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main.main([]) == 1
    assert "run.py demo" in capsys.readouterr().err


def test_a_reader_that_stops_early_is_no_failure(tmp_path: Path) -> None:
    room = Path(__file__).resolve().parents[1]
    line = f'"{sys.executable}" "{room / "main.py"}" forms --json | head -c 1'
    run = subprocess.run(line, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("[", "")
