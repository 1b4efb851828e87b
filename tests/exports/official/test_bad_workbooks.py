"""Files that are no workbook, or none to be trusted: one polite sentence with the way out, no output, no traceback."""

from __future__ import annotations

import random
import re
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import main
from exports.official.fill import fill
from exports.official.map import read_map
from exports.official.refusals import BadWorkbook
from exports.official.workbook import read_workbook
from models.errors import UserError
from models.ledger.store import Store
from models.periods import period_from
from tests.exports.official.raw_parts import KIND, parts_of, raw_parts, sheet_xml, write_parts
from tests.exports.official.workbooks import FEATURES, guarded, plain

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SESSIONS = ("D12", 'value = "A2:III.1:so_luong"')


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "không có nội dung"),
        (b"\x00" * 4096, "không có nội dung"),
        (OLE + b"\x00" * 600, "đuôi .xls"),
        (OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"\x09\x08\x08\x00" + b"x" * 99, "đuôi .xls"),
        (b"%PDF-1.7 ...", "không phải là bảng tính"),
        ("<html>bảng</html>".encode(), "không phải là bảng tính"),
        (b"PK\x03\x04" + b"\x00" * 60, "bị hỏng"),
    ],
)
def test_other_files_are_called_by_what_they_are(
    tmp_path: Path,
    ledger: Path,
    map_with: Callable[..., Path],
    capsys: pytest.CaptureFixture[str],
    content: bytes,
    said: str,
) -> None:
    path, target = tmp_path / "mau.xlsx", tmp_path / "ra.xlsx"
    path.write_bytes(content)
    given = ["fill", str(path), str(map_with(SESSIONS)), str(ledger), "--period", "2026-Q1", "-o", str(target)]
    assert main.main(given) == 1
    heard = capsys.readouterr().err
    assert said in heard
    assert heard.count("\n") == 1
    assert heard.startswith("Tệp “mau.xlsx”")
    assert not target.exists()


def test_other_packages_are_called_by_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    sheet = {"S": sheet_xml("")}
    opened = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}
    cases: list[tuple[dict[str, bytes], str]] = [
        (opened, ".ods"),
        ({"word/document.xml": b"<a/>"}, "không phải là bảng tính"),
        (raw_parts(sheet, kind="application/vnd.ms-excel.sheet.binary.macroEnabled.main"), ".xlsb"),
        (
            raw_parts(sheet, kind="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
            "bảng tính",
        ),
        (raw_parts({}), "bị hỏng"),
        ({**raw_parts(sheet), "xl/workbook.xml": b"<workbook"}, "bị hỏng"),
        ({**raw_parts(sheet), "xl/styles.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, "bị hỏng"),
    ]
    for parts, said in cases:
        write_parts(path, parts)
        with pytest.raises(BadWorkbook, match=said):
            read_workbook(path)
    with pytest.raises(BadWorkbook, match="không tìm thấy"):
        read_workbook(tmp_path / "khong.xlsx")


@pytest.mark.parametrize(
    "sheet",
    [
        f'<!DOCTYPE a [<!ENTITY b "c">]>{sheet_xml("").partition("?>")[2]}',
        sheet_xml('<row r="1"><c r="A1"><v>1</v></row>'),
        sheet_xml('<row r="1"><c r="A2"/></row>'),
        sheet_xml("").replace("sheetData", "data"),
        '<?xml version="1.0" encoding="utf-7"?><worksheet/>',
        b"\xff\xfe<\x00w\x00\xd8",
    ],
)
def test_a_sheet_that_cannot_be_followed_is_refused(
    tmp_path: Path, filled: Callable[..., Path], sheet: str | bytes
) -> None:
    path = write_parts(tmp_path / "a.xlsx", raw_parts({"Biểu 1": sheet}))
    with pytest.raises(BadWorkbook, match="bị hỏng"):
        filled(path, SESSIONS)
    assert not (tmp_path / "ra.xlsx").exists()


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ('<row r="1"><c r="A1"><v>1</v></c><c r="B1"></row>', ", ô B1"),
        ('<row r="1"><c r="A2"/></row>', ", ô A2"),
        ('<row r="1"><c s="0" r="??"/></row>', ", ô ??"),
        ('<row r="12"><c r="D12"/><c r="D12"><v>2</v></c></row>', ", ô D12"),
        ('<row r="12"/><row r="12"><c r="D12"/></row>', ", dòng 12"),
        ('<row r="0"/>', ", dòng 0"),
        ('<row r="99999999999"/>', ", dòng 99999999999"),
        ('<row r="1048577"><c r="A1048577"/></row>', ", ô A1048577"),
        ('<row r="12"><c r="XFE12"/></row>', ", ô XFE12"),
    ],
)
def test_a_damaged_sheet_is_named_with_the_cell_where_it_shows(
    tmp_path: Path, filled: Callable[..., Path], rows: str, place: str
) -> None:
    path = write_parts(tmp_path / "a.xlsx", raw_parts({"Bìa": sheet_xml(""), "Biểu 1": sheet_xml(rows)}))
    with pytest.raises(BadWorkbook, match=re.escape(f"bị hỏng ở trang “Biểu 1”{place}. Hãy tải lại")):
        filled(path, SESSIONS)
    assert not (tmp_path / "ra.xlsx").exists()


def test_two_sheets_that_are_one_part_are_refused(tmp_path: Path) -> None:
    parts = raw_parts({"Biểu 1": sheet_xml(""), "Biểu 2": sheet_xml("")})
    links = "xl/_rels/workbook.xml.rels"
    parts[links] = parts[links].replace(b"sheet2.xml", b"sheet1.xml")
    with pytest.raises(BadWorkbook, match="bị hỏng"):
        read_workbook(write_parts(tmp_path / "a.xlsx", parts))


@pytest.mark.parametrize("at", [8, 14, 30], ids=["method", "checksum", "name"])
def test_a_part_whose_own_head_says_something_else_is_refused(tmp_path: Path, at: int) -> None:
    path = write_parts(tmp_path / "a.xlsx", raw_parts({"Biểu 1": sheet_xml("")}))
    raw = bytearray(path.read_bytes())
    raw[at] ^= 4
    path.write_bytes(raw)
    with pytest.raises(BadWorkbook, match="bị hỏng"):
        read_workbook(path)


def test_of_a_file_too_large_no_more_is_read_than_shows_it(tmp_path: Path) -> None:
    for name in ("a.xlsx", "a.toml"):
        with (tmp_path / name).open("wb") as file:
            file.write(b"PK\x03\x04")
            file.truncate(400 << 20)
    tracemalloc.start()
    with pytest.raises(BadWorkbook, match="quá lớn"):
        read_workbook(tmp_path / "a.xlsx")
    with pytest.raises(UserError, match="quá lớn"):
        read_map(tmp_path / "a.toml")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 200 << 20


def test_a_sheet_with_more_cells_than_memory_holds_is_refused(tmp_path: Path) -> None:
    rows = '<row r="1">' + "<c/>" * 10_000 + "</row>" + ("<row>" + "<c/>" * 10_000 + "</row>") * 50
    book = read_workbook(write_parts(tmp_path / "a.xlsx", raw_parts({"Biểu 1": sheet_xml(rows)})))
    with pytest.raises(BadWorkbook, match="quá lớn"):
        book.text_of(book.sheets[0])


def test_a_package_that_unpacks_to_too_much_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(80):
            part.write(b" " * (1 << 20))
    with pytest.raises(BadWorkbook, match="quá lớn"):
        read_workbook(path)


def test_a_part_longer_than_it_says_or_with_another_sum_is_refused(tmp_path: Path) -> None:
    path = plain(tmp_path / "a.xlsx")
    raw = path.read_bytes()
    with zipfile.ZipFile(path) as package:
        entry = package.getinfo("xl/styles.xml")
    central = raw.rindex(b"xl/styles.xml") - 46
    for at, changed in ((central + 24, entry.file_size - 1), (central + 16, entry.CRC ^ 1)):
        path.write_bytes(raw[:at] + changed.to_bytes(4, "little") + raw[at + 4 :])
        with pytest.raises(BadWorkbook, match="bị hỏng"):
            read_workbook(path)


@pytest.mark.parametrize("seed", range(6))
def test_damaged_workbooks_and_maps_never_end_in_a_traceback(
    seed: int, store: Store, tmp_path: Path, map_with: Callable[..., Path]
) -> None:
    """Bytes flipped and cut at random: filled as it should be, or refused with a sentence; never anything else."""
    chance = random.Random(seed)
    path, target, refused = tmp_path / "mau.xlsx", tmp_path / "ra.xlsx", 0
    whole = list(FEATURES.values())[seed](path).read_bytes()
    chart = map_with(SESSIONS, ("E9", 'text = "{ky}"'))
    said = chart.read_bytes()
    for _ in range(60):
        path.write_bytes(damaged(whole, chance) if chance.random() < 0.7 else whole)
        chart.write_bytes(damaged(said, chance) if chance.random() < 0.3 else said)
        try:
            fill(store, path, chart, period_from("2026-Q1"), target)
        except UserError as error:
            refused += 1
            assert str(error).endswith(".")
    assert 0 < refused < 60


@pytest.mark.parametrize("seed", range(4))
def test_damaged_parts_inside_a_sound_package_never_end_in_a_traceback(
    seed: int, store: Store, tmp_path: Path, map_with: Callable[..., Path]
) -> None:
    chance = random.Random(seed)
    path, target = tmp_path / "mau.xlsx", tmp_path / "ra.xlsx"
    whole = parts_of((guarded if seed % 2 else FEATURES["tables"])(path))
    chart = map_with(SESSIONS)
    for _ in range(50):
        name = chance.choice([each for each in whole if each.endswith((".xml", ".rels"))])
        write_parts(path, {**whole, name: damaged(whole[name], chance)})
        try:
            fill(store, path, chart, period_from("2026-Q1"), target)
        except UserError as error:
            assert str(error)


def damaged(raw: bytes, chance: random.Random) -> bytes:
    found = bytearray(raw)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(found))
        found[at] = chance.choice([found[at] ^ (1 << chance.randrange(8)), chance.randrange(256), 0x3C, 0x22])
    return bytes(found[: chance.randrange(len(found))] if chance.random() < 0.2 else found)


def test_an_odd_kind_of_workbook_keeps_its_ending(tmp_path: Path) -> None:
    parts = raw_parts({"S": sheet_xml("")}, kind=f"{KIND}.template.main+xml")
    assert read_workbook(write_parts(tmp_path / "a.xltx", parts)).ending == ".xltx"
