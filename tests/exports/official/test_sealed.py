"""An authority's form that was sent stays as it was: its very bytes, its figures, her words; later changes are told."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

import main
from exports.differences import differences
from exports.found_again import found_again
from exports.official.map import Entry, MapOfWorkbook
from exports.official.map_list import ListEntry
from exports.official.sendable_form import sealed_form, sendable_form, version_of
from exports.official.sharing import ENDING, SharedForm
from exports.official.shelf import keep, own_shelf, put_away
from exports.official.workbook import read_workbook
from exports.sealing import NothingNew, send
from exports.sent import difference_line, hand_out_again, seals_as_json
from models.amendments import cell_at, keep_cell
from models.errors import UserError
from models.ledger.check import check
from models.ledger.file import open_ledger
from models.ledger.store import Store
from models.records.activity import Activity, ActivityAudience
from models.sealing.keep import withdraw
from models.sealing.read import cells_of, endings_of, file_of, seals, standing
from models.sealing.seal import Seal
from tests.exports.official.list_forms import QUARTER, form

SESSIONS = Entry("Biểu 3", "F1", value="A2:III.1:so_luong")
DAY = Entry("Biểu 3", "F2", text="{ngay_ky}")
ROWS = ListEntry("Biểu 3", "A6", 2, (("A", "B4:1"), ("B", "B4:2"), ("C", "B4:3"), ("D", "B4:8")))


@pytest.fixture
def store(ledger: Path, tmp_path: Path) -> Iterator[Store]:
    """A ledger of the test's own: what was sent cannot be taken back."""
    opened = open_ledger(Path(shutil.copyfile(ledger, tmp_path / "so.socd")))
    yield opened
    opened.close()


@pytest.fixture
def sent_form(tmp_path: Path) -> SharedForm:
    """A form with a figure, the day of signing, and a list longer than its two free rows."""
    book = read_workbook(form(tmp_path / "bieu.xlsx", 2))
    chart = MapOfWorkbook((SESSIONS, DAY), "Báo cáo tuyên truyền", "", (ROWS,))
    return SharedForm("Báo cáo tuyên truyền", "2026", None, book, chart, id="cap-tren:bao-cao")


def seal(store: Store, sent: SharedForm) -> Seal:
    return send(store, lambda day: sendable_form(store, sent, QUARTER, day))


def one_more(store: Store) -> None:
    with store.write("Ghi muộn") as write:
        write.save(
            Activity(
                "LATE",
                title="Buổi ghi muộn",
                form="hoi_nghi",
                status="da_thuc_hien",
                start_at=datetime(2026, 3, 30, 8),
                primary_topic="atvsld",
                audiences=[ActivityAudience(group="doan_vien", n_turns=7)],
            )
        )


def test_a_sent_form_is_handed_out_again_byte_for_byte(store: Store, sent_form: SharedForm, tmp_path: Path) -> None:
    sent = seal(store, sent_form)
    before = file_of(store, sent, ".xlsx")
    one_more(store)
    assert hand_out_again(store, sent, tmp_path / "lai.xlsx")
    assert (tmp_path / "lai.xlsx").read_bytes() == before
    sheet = load_workbook(tmp_path / "lai.xlsx")["Biểu 3"]
    assert (sheet["F1"].value, sheet["A6"].value) == (5, 1)
    assert endings_of(store, sent) == [ENDING, ".json", ".xlsx"]
    assert (sent.named, sent.form_version) == ("Báo cáo tuyên truyền", version_of(sent_form))
    assert sent.title == "Báo cáo tuyên truyền, Quý I/2026"
    assert check(store) == []


def test_every_cell_is_kept_with_its_place_its_words_and_its_records(store: Store, sent_form: SharedForm) -> None:
    cells = {cell.place[1:]: cell for cell in cells_of(store, seal(store, sent_form))}
    sessions = cells["Biểu 3", "1", "F"]
    assert (sessions.value, sessions.label) == (5, "Ô F1, trang Biểu 3")
    assert {kind for kind, _uid in sessions.records} == {"activity"}
    assert cells["Biểu 3", "6", "C"].label == "Ô C6, trang Biểu 3: Tên hoạt động"
    (record,) = cells["Biểu 3", "6", "C"].records
    assert store.read(Activity, record[1]).title == cells["Biểu 3", "6", "C"].value
    behind = [cell.label for place, cell in cells.items() if place[0] == "Phụ lục Biểu 3"]
    assert "Ô C5, trang Phụ lục Biểu 3: Tên hoạt động" in behind


def test_a_later_change_is_told_cell_by_cell_and_another_day_is_none(store: Store, sent_form: SharedForm) -> None:
    sent = seal(store, sent_form)
    one_more(store)
    found = {each.place[1:]: each for each in differences(store, sent)}
    assert difference_line(found["Biểu 3", "1", "F"]) == (
        "Ô F1, trang Biểu 3: đã gửi 5, nay là 6 (mới ghi thêm “Buổi ghi muộn”)"
    )
    assert found["Biểu 3", "7", "D"].now == found["Biểu 3", "7", "D"].sent + 7  # type: ignore[operator]
    assert ("Biểu 3", "2", "F") not in found
    assert difference_line(found["Phụ lục Biểu 3", "7", "B"]).startswith(
        "Ô B7, trang Phụ lục Biểu 3: Ngày: đã gửi -, nay là 30/03/2026"
    )
    (said,) = seals_as_json(store)
    assert (said["title"], len(said["differences"])) == ("Báo cáo tuyên truyền", len(found))


def test_a_supplement_replaces_and_both_are_kept(store: Store, sent_form: SharedForm) -> None:
    first = seal(store, sent_form)
    with pytest.raises(NothingNew):
        seal(store, sent_form)
    one_more(store)
    second = seal(store, sent_form)
    assert (second.version, second.replaces) == (2, first.number)
    assert file_of(store, first, ".xlsx") != file_of(store, second, ".xlsx")
    assert differences(store, second) == []
    withdraw(store, second, "Gửi nhầm")
    assert standing(store, sent_form.id, QUARTER.text) == first
    assert check(store) == []


def test_a_map_changed_since_is_another_version_and_the_former_is_kept(store: Store, sent_form: SharedForm) -> None:
    sent = seal(store, sent_form)
    entry = replace(SESSIONS, value="A2:III.2:so_luong")
    other = replace(sent_form, chart=replace(sent_form.chart, entries=(entry, DAY)))
    assert differences(store, sent) == differences(store, sent, sent_form) == []
    (told,) = differences(store, sent, other)
    assert (told.sent, told.now) == (5, 465)
    assert sealed_form(store, sent).chart.entries == (SESSIONS, DAY)
    assert seal(store, replace(other, title="Tên khác")).version == 2


def test_her_number_goes_into_the_cell_and_her_words_only_into_our_own_account(
    store: Store, sent_form: SharedForm
) -> None:
    cell = cell_at(store, sent_form.id, QUARTER, ("Biểu 3", "1", "F"))
    cell.override, cell.override_reason, cell.remark = 9.0, "Sổ giấy còn bốn buổi", "Đã đối chiếu sổ giấy"
    keep_cell(store, cell, "Ô F1")
    sent = seal(store, sent_form)
    workbook = file_of(store, sent, ".xlsx") or b""
    account = json.loads(file_of(store, sent, ".json") or b"")
    assert account["cells"][0] == {
        "sheet": "Biểu 3",
        "cell": "F1",
        "value_of": "A2:III.1:so_luong",
        "value": 9,
        "computed": 5,
        "reason": "Sổ giấy còn bốn buổi",
        "remark": "Đã đối chiếu sổ giấy",
    }
    path = Path(store.path).with_name("ra.xlsx")
    path.write_bytes(workbook)
    sheet = load_workbook(path)["Biểu 3"]
    assert (sheet["F1"].value, sheet["F1"].comment) == (9, None)
    assert load_workbook(path).sheetnames == ["Biểu 3", "Khác", "Phụ lục Biểu 3"]
    (kept,) = [each for each in cells_of(store, sent) if each.place[1:] == ("Biểu 3", "1", "F")]
    assert ("report_cell", cell.uid) in kept.records
    cell.override, cell.override_reason = None, None
    keep_cell(store, cell, "Ô F1")
    (told,) = differences(store, sent)
    assert (told.sent, told.now, [each.type for each in told.records]) == (9, 5, ["report_cell"])


def test_a_kept_form_is_sent_and_handed_out_by_the_usual_commands(
    store: Store, sent_form: SharedForm, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store.close()
    kept = keep(own_shelf(), sent_form)
    asked = [kept.versions[0].form.id, str(store.path), "--period", "2026-Q1"]
    try:
        assert main.main(["forms", "--json"]) == 0
        known = {each["id"]: each["title"] for each in json.loads(capsys.readouterr().out)}
        assert known[asked[0]] == "Báo cáo tuyên truyền"
        assert main.main(["export", *asked, "-o", str(tmp_path / "a.xlsx")]) == 0
        assert main.main(["export", *asked, "-o", str(tmp_path / "a.pdf")]) == 1
        assert "đuôi .xlsx" in capsys.readouterr().err
        assert main.main(["seal", *asked]) == 0
        again = open_ledger(store.path)
        one_more(again)
        (sent,) = seals(again)
        workbook = file_of(again, sent, ".xlsx")
        again.close()
        assert main.main(["export", *asked, "-o", str(tmp_path / "b.xlsx")]) == 0
        assert (tmp_path / "b.xlsx").read_bytes() == workbook
        assert main.main(["sealed", asked[1]]) == 0
        assert "Báo cáo tuyên truyền, Quý I/2026" in capsys.readouterr().out
        assert main.main(["seal", *asked, "--withdraw", "Gửi nhầm"]) == 0
    finally:
        away = put_away(kept)
        shutil.rmtree(away.parent)
    assert main.main(["seal", *asked]) == 1
    assert "không có biểu của cấp trên" in capsys.readouterr().err


def test_a_sent_workbook_is_known_by_its_very_bytes(store: Store, sent_form: SharedForm, tmp_path: Path) -> None:
    sent = seal(store, sent_form)
    path = tmp_path / "gui-qua-thu.xlsx"
    hand_out_again(store, sent, path)
    found = found_again(store, path)
    assert (found.form, found.period) == (sent_form.id, QUARTER)
    assert f"mã {sent.mark}" in found.said[0]
    assert found.said[1] == "Tệp giống hệt bản đã gửi, không ai sửa."
    path.write_bytes(path.read_bytes() + b"x")
    with pytest.raises(UserError):
        found_again(store, path)
