"""A list that cannot be filled as it should be is refused: wrong maps, damaged files, a draft that is not right."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import main
from exports.official.appendix import addition
from exports.official.fill import fill, filled_package, results_of, written_values
from exports.official.list_filling import lists_filled
from exports.official.map import map_from
from exports.official.placing import Placing
from exports.official.proof import Differs, prove
from exports.official.workbook import read_workbook
from models.errors import UserError
from models.ledger.store import Store
from tests.exports.official.list_forms import PACKAGE_PARTS, QUARTER, chart, form
from tests.exports.official.raw_parts import parts_of, write_parts


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("sheet", '"Biểu 9"', "tệp không có trang này"),
        ("sheet", '""', "chưa nói trang nào"),
        ("first", '"6"', "“first” không phải tên ô"),
        ("first", '"B6"', "phải là ô của cột đầu tiên"),
        ("first", "6", "“first” phải là chữ"),
        ("rows", "0", "“rows” phải là số dòng trống"),
        ("rows", "true", "“rows” phải là số dòng trống"),
        ("rows", "4", "ô D9: đang có công thức"),
        ("columns", "{}", "chưa nói điền cột nào"),
        ("columns", '{ A = "B4" }', "cột A phải ghi như “B4:1”"),
        ("columns", '{ A = "B4:99" }', "danh sách B4 không có cột “99”; các cột: 1, 2"),
        ("columns", '{ A = "A2:1" }', "không có danh sách “A2”; các danh sách: B4"),
        ("columns", '{ A = "B4:1", B = "D1:2" }', "cùng một danh sách"),
        ("columns", '{ A1 = "B4:1" }', "“A1” không phải tên cột"),
        ("row", "3", "không có mục “row”"),
    ],
)
def test_each_fault_of_a_list_is_named(tmp_path: Path, key: str, value: str, said: str) -> None:
    content, faults = map_from(chart(tmp_path / "a.toml", 3, **{key: value}).read_bytes(), "a.toml")
    found = [str(each) for each in Placing(read_workbook(form(tmp_path / "a.xlsx", 3)), content, faults).faults]
    assert len(found) == 1, found
    assert said in found[0]
    assert found[0].startswith("- Dòng 1, ")


def test_a_cell_belongs_to_a_list_or_to_a_figure_not_to_both(
    tmp_path: Path, ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, target = chart(tmp_path / "ghep.toml", 3), tmp_path / "ra.xlsx"
    said = path.read_text("utf-8")
    path.write_text(f'[[cell]]\nsheet = "Biểu 3"\nat = "C7"\ntext = "x"\n{said}\n{said}', encoding="utf-8")
    book = form(tmp_path / "a.xlsx", 3)
    assert main.main(["fill", str(book), str(path), str(ledger), "--period", "2026-Q1", "-o", str(target)]) == 1
    heard = capsys.readouterr().err
    assert "Dòng 5, trang “Biểu 3”, danh sách từ ô A6: ô C7: đã được ghép ở dòng 1." in heard
    assert not target.exists()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("xl/worksheets/phu_luc_1.xml", b"<v>300</v>", b"<v>30</v>"),
        ("xl/worksheets/phu_luc_1.xml", b"</sheetData>", b'<row r="9"><c r="A9"><v>1</v></c></row></sheetData>'),
        ("xl/workbook.xml", b"rIdPhuLuc1", b"rId1"),
        ("xl/_rels/workbook.xml.rels", b"rId2", b"rId9"),
        ("[Content_Types].xml", b"/xl/worksheets/phu_luc_1.xml", b"/xl/worksheets/phu_luc_2.xml"),
        ("xl/worksheets/sheet2.xml", b"<sheetData", b"<sheetData "),
    ],
)
def test_a_new_sheet_that_is_not_as_it_should_be_is_not_handed_out(
    store: Store, tmp_path: Path, name: str, old: bytes, new: bytes
) -> None:
    book = read_workbook(form(tmp_path / "a.xlsx", 2))
    content, faults = map_from(chart(tmp_path / "ghep.toml", 2).read_bytes(), "ghep.toml")
    listed = lists_filled(store, book, Placing(book, content, faults).lists, QUARTER, QUARTER.last)
    values, added = written_values(book, listed.targets, listed.lives), addition(book, listed.appendices)
    results = results_of(book, values)
    (tmp_path / "b.xlsx").write_bytes(filled_package(book, values, results, added))
    assert prove(book, (tmp_path / "b.xlsx").read_bytes(), values, results, added).cells == 26
    part = parts_of(tmp_path / "b.xlsx")[name]
    assert old in part
    changed = read_workbook(tmp_path / "b.xlsx").package.written({name: part.replace(old, new, 1)})
    with pytest.raises(Differs):
        prove(book, changed, values, results, added)


@pytest.mark.parametrize("seed", range(3))
def test_damaged_packages_with_a_list_never_end_in_a_traceback(seed: int, store: Store, tmp_path: Path) -> None:
    chance = random.Random(seed)
    whole, path = parts_of(form(tmp_path / "a.xlsx", 2)), chart(tmp_path / "ghep.toml", 2)
    said = path.read_bytes()
    for _ in range(40):
        name = chance.choice([*PACKAGE_PARTS, "xl/worksheets/sheet1.xml"])
        raw = bytearray(whole[name])
        raw[chance.randrange(len(raw))] = chance.choice([0x3C, 0x22, 0x2F, chance.randrange(256)])
        at = chance.randrange(len(said))
        path.write_bytes(said if chance.random() < 0.5 else said[:at] + b"9" + said[at + 1 :])
        write_parts(tmp_path / "a.xlsx", {**whole, name: bytes(raw)})
        target = tmp_path / "ra.xlsx"
        target.unlink(missing_ok=True)
        try:
            fill(store, tmp_path / "a.xlsx", path, QUARTER, target)
        except UserError as error:
            assert str(error).endswith(".")
            assert not target.exists()
        else:
            assert target.exists()
