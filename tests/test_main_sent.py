"""The commands around sending and keeping: gaps, seal, sealed, backup, restore."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import main

EXAMPLE = Path(__file__).parent / "data" / "worked_example.jsonl"
QUARTER = ("--period", "2026-Q1")


@pytest.fixture
def ledger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "so.socd"
    main.main(["new", str(path), "--name", "CĐCS Mẫu", "--superior", "LĐLĐ tỉnh Tây Ninh"])
    main.main(["load", str(EXAMPLE), str(path)])
    capsys.readouterr()
    return path


def late_session(ledger: Path) -> None:
    """A session of the quarter, entered after it was reported."""
    line = {
        "type": "activity",
        "uid": "LATE",
        "title": "Buổi ghi muộn",
        "form": "hoi_nghi",
        "start_at": "2026-02-20T08:00",
        "primary_topic": "atvsld",
        "audiences": [{"n_turns": 7}],
    }
    path = ledger.with_name("late.jsonl")
    path.write_text(json.dumps(line), encoding="utf-8")
    assert main.main(["load", str(path), str(ledger)]) == 0


def heard(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_gaps_name_rule_record_field_reason_and_remedy(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["gaps", str(ledger), *QUARTER, "--json"]) == 0
    found = heard(capsys)
    assert {"rule", "severity", "type", "uid", "field", "title", "reason", "remedy"} == set(found[0])
    assert ("planned_but_past", "S4") in {(gap["rule"], gap["uid"]) for gap in found}
    assert main.main(["gaps", str(ledger), *QUARTER]) == 0
    assert f"{len(found)} điều cần xem." in capsys.readouterr().out


def test_what_was_sent_is_exported_again_byte_for_byte(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, again, now = tmp_path / "1.xlsx", tmp_path / "2.xlsx", tmp_path / "3.xlsx"
    assert main.main(["seal", "A2", str(ledger), *QUARTER]) == 0
    main.main(["export", "A2", str(ledger), *QUARTER, "-o", str(first)])
    assert capsys.readouterr().err.count("Từ khi gửi") == 0
    late_session(ledger)
    assert main.main(["export", "A2", str(ledger), *QUARTER, "-o", str(again)]) == 0
    assert "ô đã khác" in capsys.readouterr().err
    assert again.read_bytes() == first.read_bytes()
    assert main.main(["export", "A2", str(ledger), *QUARTER, "--now", "-o", str(now)]) == 0
    assert now.read_bytes() != first.read_bytes()


def test_what_was_sent_is_listed_with_its_differences(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main.main(["seal", "A2", str(ledger), *QUARTER])
    late_session(ledger)
    capsys.readouterr()
    assert main.main(["sealed", str(ledger), "--json"]) == 0
    (sent,) = heard(capsys)
    assert (sent["form"], sent["period"], sent["version"], sent["state"]) == ("A2", "2026-Q1", 1, "sent")
    cells = {(each["row"], each["column"]): (each["sent"], each["now"]) for each in sent["differences"]}
    assert cells["III.1", "so_luong"] == (5, 6)
    assert cells["III.2", "so_luong"] == (465, 472)
    assert [each["uid"] for each in sent["late"]] == ["LATE"]
    assert all(record["uid"] == "LATE" for each in sent["differences"] for record in each["records"])
    assert main.main(["sealed", str(ledger)]) == 0
    assert "đã gửi 5, nay là 6 (mới ghi thêm “Buổi ghi muộn”)" in capsys.readouterr().out


def test_sending_twice_is_a_polite_no_op_and_a_correction_a_new_version(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main.main(["seal", "A2", str(ledger), *QUARTER])
    assert main.main(["seal", "A2", str(ledger), *QUARTER]) == 0
    assert "không có gì thay đổi" in capsys.readouterr().out
    late_session(ledger)
    assert main.main(["seal", "a2", str(ledger), *QUARTER]) == 0
    assert main.main(["seal", "A2", str(ledger), *QUARTER, "--withdraw", "Gửi nhầm"]) == 0
    capsys.readouterr()
    main.main(["sealed", str(ledger), "--json"])
    assert [(each["version"], each["state"], each["replaces"]) for each in heard(capsys)] == [
        (1, "sent", None),
        (2, "withdrawn", 1),
    ]
    assert main.main(["check", str(ledger)]) == 0


def test_a_ledger_is_backed_up_and_restored(ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy, before, after = tmp_path / "copy.socd", tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    main.main(["seal", "A2", str(ledger), *QUARTER])
    assert main.main(["backup", str(ledger), str(copy)]) == 0
    main.main(["dump", str(copy), "-o", str(before)])
    late_session(ledger)
    assert main.main(["restore", str(copy), str(ledger)]) == 0
    assert "truoc-khi-khoi-phuc" in capsys.readouterr().out
    main.main(["dump", str(ledger), "-o", str(after)])
    assert before.read_bytes() == after.read_bytes()
    capsys.readouterr()
    main.main(["sealed", str(ledger), "--json"])
    assert [each["differences"] for each in heard(capsys)] == [[]]
    assert main.main(["backup", str(ledger)]) == 0
    assert len(list((tmp_path / "so-sao-luu").glob("so-*.socd"))) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["seal", "Z9", "{ledger}", *QUARTER], "Không có biểu"),
        (["seal", "A2", "{ledger}", *QUARTER, "--withdraw", "x"], "Chưa gửi"),
        (["gaps", "{ledger}", "--period", "quý một"], "không đọc được"),
        (["backup", "{ledger}", "{ledger}"], "đã có"),
        (["backup", "{ledger}", "{folder}/khong/a.socd"], "thư mục"),
        (["restore", "{folder}/khong.socd", "{ledger}"], "Không tìm thấy"),
        (["restore", "{ledger}", "{ledger}"], "cùng một tệp"),
    ],
)
def test_what_is_given_wrongly_is_said_and_nothing_changes(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    assert main.main([each.format(ledger=ledger, folder=tmp_path) for each in arguments]) == 1
    assert said in capsys.readouterr().err
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == before
