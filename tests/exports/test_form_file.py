"""The file of a form: what is wrong in it is told at once, place by place; her own forms stand beside the built-in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import main
import resources
from exports.build import build
from exports.form_file import read_form
from exports.form_shelf import FOLDER, form_named, forms, shelf
from models.errors import Refused, UserError
from models.ledger.file import create
from models.own_folder import own_folder
from models.periods import period_from
from models.records.unit import WorkforceSnapshot, new_own_unit

OWN = """
id = "E1-TINH"
version = "2026.1"
title = "Mẫu của tỉnh"
heading = "BÁO CÁO"
kind = "bieu"
form_no = "Mẫu 1"
landscape = false
[[table]]
id = "E1"
column = [
  { key = "tt", title = "TT", width = 10, shape = "code", content = "code" },
  { key = "so_luong", title = "Số lượng", width = 30, shape = "whole", span = "ky" },
]
row = [
  { code = "1", label = "Lao động", indicator = "workforce" },
  { code = "11", label = "Vụ tranh chấp", unit = "vụ", entered = 2 },
]
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """Her folder of forms, empty before and after."""
    made = own_folder(FOLDER)
    made.mkdir(parents=True)
    yield made
    for each in made.iterdir():
        each.unlink()
    made.rmdir()


def built_in(name: str) -> str:
    return resources.file(f"forms/{name}.toml").read_text(encoding="utf-8")


def faults(text: str) -> list[str]:
    with pytest.raises(Refused) as refused:
        read_form(text, "b.toml")
    assert str(refused.value).startswith("Biểu “b.toml” chưa dùng được.")
    return [str(fault) for fault in refused.value.faults]


def test_everything_wrong_is_told_at_once() -> None:
    text = OWN.replace('"workforce"', '"nhan_luc"').replace('shape = "code"', 'shape = "mau"')
    text = text.replace("width = 30", 'width = "rộng"').replace('title = "Mẫu của tỉnh"', "")
    assert faults(text) == [
        "Bảng “E1”, cột “tt”: không có kiểu ô “mau”",
        "Bảng “E1”, cột “so_luong”: mục “width” phải là số",
        "Bảng “E1”, dòng “1”: không có chỉ tiêu “nhan_luc”",
        "thiếu mục “title”",
    ]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('code = "11"', 'code = "1"', "Bảng “E1”: có hai dòng cùng mã “1”"),
        ("entered = 2", "nhap = 2", "Bảng “E1”, dòng “11”: không có mục “nhap”"),
        ('"workforce" }', '"workforce", where = { mau = 1 } }', "chỉ tiêu “workforce” không lọc được theo “mau”"),
        ('"workforce" }', '"sessions", where = { form = "hop" } }', "không có mã “hop” trong danh mục “Hình thức"),
        ('span = "ky"', 'span = "ky", percent = ["a", "tt"]', "Bảng “E1”, cột “so_luong”: không có cột “a” để chia"),
        ('kind = "bieu"', 'kind = "bieu"\nperiods = ["quý"]', "Mục “periods”: không có loại kỳ “quý”"),
        ('kind = "bieu"', 'kind = "to"', "không có loại biểu (kind) “to”"),
        ('kind = "bieu"', 'kind = "bieu"\nnote = "{x}"', "mục “note” chỉ được có chỗ điền {chot}, {ngay_chot}"),
        ('kind = "bieu"', 'kind = "bieu"\nstock_days = ["31/6"]', "ngày chốt (stock_days) “31/6”"),
        ('id = "E1-TINH"', 'id = "../E1"', "mã biểu “../E1” chỉ gồm chữ không dấu"),
        ('title = "Mẫu của tỉnh"', 'title = " "', "chưa ghi tên biểu"),
        ('code = "11"', 'code = "11", entry = "x"', "không có mục “x” trong danh mục của bảng"),
        ('code = "11"', 'code = "11", sum_of = ["11"]', "Bảng “E1”, dòng “11”: dòng cộng lại tính cả chính nó"),
        ('code = "11"', 'code = "11", sum_of = ["1", "x"]', "Bảng “E1”, dòng “11”: không có dòng “x”"),
    ],
)
def test_what_names_nothing_is_told_with_its_place(before: str, after: str, told: str) -> None:
    (fault,) = faults(OWN.replace(before, after))
    assert told in fault


def test_a_file_that_is_no_toml_is_told_so() -> None:
    assert "sai cú pháp" in faults("[[table")[0]


@given(st.data())
def test_a_damaged_file_is_refused_or_read_but_never_more(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([OWN, built_in("B3"), built_in("E1"), built_in("B4")]))
    start = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(1, 40))
    put = data.draw(st.sampled_from(["", "1", '"x"', "[]", "{}", "[1]", "true", "-1.5", "[[table]]\n", "a = 1\n"]))
    try:
        read_form(text[:start] + put + text[start + length :], "b.toml")
    except Refused as refused:
        assert refused.faults


def test_her_own_form_is_filled_like_any_other(folder: Path, tmp_path: Path) -> None:
    (folder / "tinh.toml").write_text(OWN, encoding="utf-8")
    store = create(tmp_path / "so.socd", new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh"))
    with store.write("Thêm") as write:
        write.save(WorkforceSnapshot(as_of=date(2026, 1, 1), total=40))
    table = build(store, form_named("e1-tinh"), period_from("2026-Q1")).tables[0]
    store.close()
    assert [row.cells[1].value for row in table.rows] == [40, 2]


def test_her_own_form_never_hides_a_built_in_one(folder: Path) -> None:
    (folder / "a.toml").write_text(OWN.replace("E1-TINH", "a2"), encoding="utf-8")
    (folder / "b.toml").write_text(OWN, encoding="utf-8")
    (folder / "c.toml").write_text(OWN, encoding="utf-8")
    found = shelf()
    assert found.forms["A2"] is forms()["A2"]
    assert [str(error).split("”")[0] for error in found.refused] == ["Biểu “a.toml", "Biểu “c.toml"]
    assert "đã có biểu khác dùng" in str(found.refused[0])


def test_the_list_of_forms_tells_of_hers_and_of_those_that_are_wrong(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "tinh.toml").write_text(OWN, encoding="utf-8")
    (folder / "hong.toml").write_bytes(b"\xff\xfe")
    assert main.main(["forms", "--json"]) == 0
    said = capsys.readouterr()
    assert {"E1-TINH", "B4", "Q"} <= {each["id"] for each in json.loads(said.out)}
    assert "hong.toml" in said.err
    with pytest.raises(UserError, match=r"hong\.toml"):
        form_named("E9")


def test_the_summary_says_what_the_figures_say() -> None:
    summary, annex = form_named("S1").tables[0], form_named("A2").tables[0]
    asked = {row.code: (row.indicator, row.where) for row in annex.rows}
    assert {row.code: (row.indicator, row.where) for row in summary.rows} == {
        row.code: asked[row.code] for row in summary.rows
    }
