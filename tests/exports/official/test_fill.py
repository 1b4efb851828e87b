"""What goes into a cell, and how: numbers, shares, days, texts, nothing; and cells that were not there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell

import main
from exports.official.fill import fill
from exports.official.map import read_map
from exports.official.placing import Placing
from exports.official.proof import Differs, prove
from exports.official.values import values_of
from exports.official.workbook import read_workbook
from models.errors import UserError
from models.ledger.store import Store
from models.periods import period_from
from tests.exports.official.raw_parts import parts_of, raw_parts, sheet_xml, write_parts
from tests.exports.official.workbooks import FEATURES

Fill = Callable[..., Path]
SESSIONS = 'value = "A2:III.1:so_luong"'
RATE = 'indicator = "voices_answer_rate"'


def cell(path: Path, name: str, sheet: str = "Biểu 1") -> Cell:
    found = load_workbook(path)[sheet][name]
    assert isinstance(found, Cell)
    return found


def made(path: Path, **cells: str | int) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Biểu 1"
    for name, value in cells.items():
        sheet[name] = value
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (SESSIONS, 5),
        ('value = "A2:III.3:so_luong"', 415),
        ('value = "B1:cchc:5"', 120),
        ('value = "b1:total:3"', 5),
        ('indicator = "sessions"\nwhere = { primary_topic = "cchc" }', 1),
        ('indicator = "activities_held"\nwhere = { primary_topic = "cchc" }\nspan = "luy_ke"', 1),
        ('indicator = "media_quantity"\nwhere = { kind = ["tin_bai", "loa"] }', 14),
        ('indicator = "sessions"\nspan = "cung_ky"', None),
        ('value = "C1:7:8"', None),
        ('value = "C3:giay_khen/cdcs:5"', 0),
        ('text = "{don_vi}"', "CĐCS Công ty TNHH Mẫu A"),
        ('text = "{ky}, {tu_ngay} - {den_ngay}, năm {nam}"', "Quý I/2026, 01/01/2026 - 31/03/2026, năm 2026"),
        ('text = "<a> & _x0041_ {{x}}"', "<a> & _x0041_ {x}"),
        ('indicator = "workforce"\nempty = "-"', "-"),
    ],
)
def test_a_mapped_cell_gets_its_value(tmp_path: Path, filled: Fill, rest: str, expected: object) -> None:
    from openpyxl.utils.escape import unescape

    value = cell(filled(made(tmp_path / "a.xlsx", D12=99), ("D12", rest)), "D12").value
    assert (unescape(value) if isinstance(value, str) else value) == expected
    assert type(value) is type(expected)


def test_a_rate_is_a_share_where_the_cell_shows_percent(tmp_path: Path, filled: Fill) -> None:
    rows = '<row r="12"><c r="D12" s="1"/><c r="E12" s="3"/></row>'
    path = write_parts(tmp_path / "a.xlsx", raw_parts({"Biểu 1": sheet_xml(rows)}))
    done = filled(path, ("D12", RATE), ("E12", RATE))
    assert (cell(done, "D12").value, cell(done, "E12").value) == (0.583, 58.3)


@pytest.mark.parametrize(("start", "number"), [("", 46022 + 1), ('<workbookPr date1904="true"/>', 46022 + 1 - 1462)])
def test_a_day_is_a_day_in_either_way_of_counting(tmp_path: Path, filled: Fill, start: str, number: int) -> None:
    rows = '<row r="12"><c r="B12" s="2"/><c r="C12"/></row>'
    path = write_parts(tmp_path / "a.xlsx", raw_parts({"Biểu 1": sheet_xml(rows)}, description=start))
    done = filled(path, ("B12", 'text = "{tu_ngay}"'), ("C12", 'text = "{tu_ngay}"'))
    assert f"<v>{number}</v>".encode() in parts_of(done)["xl/worksheets/sheet1.xml"]
    assert cell(done, "B12").value == datetime(2026, 1, 1)
    assert cell(done, "C12").value == "01/01/2026"


def test_a_dash_that_the_form_prints_stays_for_an_empty_figure(tmp_path: Path, filled: Fill) -> None:
    path = made(tmp_path / "a.xlsx", D12="-", D13="12 (quý trước)", D14=7)
    done = filled(path, *((name, 'indicator = "workforce"') for name in ("D12", "D13", "D14")))
    assert [cell(done, name).value for name in ("D12", "D13", "D14")] == ["-", None, None]


def test_missing_cells_and_rows_go_in_where_they_belong(tmp_path: Path, filled: Fill) -> None:
    rows = '<row r="5" s="1" customFormat="1"/><row r="9"><c r="B9"><v>1</v></c><c r="F9"><v>2</v></c></row>'
    before = '<dimension ref="B9:F9"/><cols><col min="4" max="4" width="9" style="3"/></cols>'
    path = write_parts(tmp_path / "a.xlsx", raw_parts({"Biểu 1": sheet_xml(rows, before)}))
    names = ("C5", "D9", "A9", "G9", "D7", "D12", "B7")
    done = filled(path, *((name, SESSIONS) for name in names))
    assert [cell(done, name).value for name in names] == [5] * len(names)
    text = parts_of(done)["xl/worksheets/sheet1.xml"].decode()
    assert '<row r="5" s="1" customFormat="1"><c r="C5" s="1"><v>5</v></c></row>' in text
    assert '<row r="7"><c r="B7"><v>5</v></c><c r="D7" s="3"><v>5</v></c></row><row r="9">' in text
    assert 'ref="A5:G12"' in text
    assert [each.coordinate for each in load_workbook(done)["Biểu 1"][9] if each.value is not None] == [
        *("A9", "B9", "D9", "F9", "G9")
    ]


def test_cells_are_found_by_their_labels(tmp_path: Path, filled: Fill) -> None:
    path = made(
        tmp_path / "a.xlsx",
        A1="Đơn vị báo cáo: ……………",
        A2="Công đoàn cấp trên:",
        B5="Nội dung",
        C5="Số lượng",
        D5="Lũy kế",
        B6="1. Tổng số buổi",
        B7="- Trong đó: CCHC",
        B8="2. Tổng số lượt",
        B9="- Trong đó: CCHC",
    )
    done = filled(
        path,
        ("", 'label = "Đơn vị báo cáo"\ntext = "Đơn vị báo cáo: {don_vi}"'),
        ("", 'row = "công đoàn cấp trên"\ntext = "{cap_tren}"'),
        ("", f'row = "Tổng số buổi"\ncolumn = "Số lượng"\n{SESSIONS}'),
        ("", 'row = ["Tổng số lượt", "Trong đó: CCHC"]\ncolumn = "Lũy kế"\nvalue = "A2:III.7:luy_ke"'),
    )
    found = [cell(done, name).value for name in ("A1", "B2", "C6", "D9", "D7")]
    assert found[0] == "Đơn vị báo cáo: CĐCS Công ty TNHH Mẫu A"
    assert str(found[1]).casefold() == "liên đoàn lao động tỉnh tây ninh"
    assert found[2:] == [5, 165, None]


def test_what_stood_at_the_target_stays_if_the_proof_fails(store: Store, tmp_path: Path) -> None:
    """A workbook whose untouched part was changed, whose other cell was changed, whose value is another: refused."""
    book = read_workbook(FEATURES["guarded"](tmp_path / "a.xlsx"))
    wrong = parts_of(book.path)
    sheet = "xl/worksheets/sheet1.xml"
    values = {0: {(12, 4): 5}}
    changes = [
        ("xl/styles.xml", b"<styleSheet", b"<styleSheet "),
        (sheet, b'orientation="landscape"', b'orientation="portrait"'),
        ("xl/workbook.xml", "Danh mục".encode(), b"Khac"),
    ]
    for name, old, new in changes:
        assert old in wrong[name]
        path = write_parts(tmp_path / "b.xlsx", {**wrong, name: wrong[name].replace(old, new)})
        with pytest.raises(Differs):
            prove(book, path.read_bytes(), values, {})
    with pytest.raises(Differs):  # the value was never written
        prove(book, book.path.read_bytes(), values, {})


def test_the_value_of_a_cell_leads_to_its_records(store: Store, tmp_path: Path, map_with: Callable[..., Path]) -> None:
    chart = map_with(("D12", SESSIONS), ("D13", 'indicator = "turns"'))
    entries = read_map(chart)[0].entries
    lives = values_of(store, entries, period_from("2026-Q1"), date(2026, 4, 5))
    assert [(live.value, live.figure is not None) for live in lives] == [(5, True), (465, True)]
    placing = Placing(read_workbook(made(tmp_path / "a.xlsx")), read_map(chart)[0])
    assert [str(target.place) for target in placing.targets] == ["D12", "D13"]


def test_the_original_is_never_written_over(store: Store, tmp_path: Path, map_with: Callable[..., Path]) -> None:
    path, chart = made(tmp_path / "a.xlsx"), map_with(("D12", SESSIONS))
    before = path.read_bytes()
    for target, said in ((path, "tệp gốc"), (tmp_path / "ra.xlsm", ".xlsx")):
        with pytest.raises(UserError, match=said):
            fill(store, path, chart, period_from("2026-Q1"), target)
    assert path.read_bytes() == before
    assert not (tmp_path / "ra.xlsm").exists()


def test_the_command_fills_and_says_what_was_compared(
    ledger: Path, tmp_path: Path, map_with: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    path, chart, target = made(tmp_path / "a.xlsx"), map_with(("D12", SESSIONS)), tmp_path / "ra.xlsx"
    assert main.main(["fill", str(path), str(chart), str(ledger), "--period", "2026-Q1", "-o", str(target)]) == 0
    assert "đã đối chiếu 1/1 ô" in capsys.readouterr().out
    assert cell(target, "D12").value == 5
