"""A map with faults is refused: every fault at once, each with sheet and cell, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.table import Table

import main
from exports.official.map import BadMap, Entry, MapOfWorkbook, map_from
from exports.official.map_writing import map_text, write_map
from exports.official.placing import Placing
from exports.official.workbook import read_workbook
from models.errors import UserError

SESSIONS = 'value = "A2:III.1:so_luong"'


@pytest.fixture
def form(tmp_path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Biểu 1"
    sheet.merge_cells("B3:D4")
    sheet["D20"] = "=SUM(D10:D19)"
    sheet["F1"] = ArrayFormula("F1:F3", "=D10:D12*2")
    for row in (["Nội dung", "Số lượng"], ["a", 1]):
        sheet.append(row)
    sheet.add_table(Table(displayName="Bang", ref="A21:B22"))
    book.create_chartsheet("Đồ thị")
    book.save(tmp_path / "mau.xlsx")
    return tmp_path / "mau.xlsx"


def faults(form: Path, chart: Path) -> list[str]:
    content, found = map_from(chart.read_bytes(), chart.name)
    return [str(fault) for fault in Placing(read_workbook(form), content, found).faults]


@pytest.mark.parametrize(
    ("at", "rest", "said"),
    [
        ("C3", SESSIONS, "ô C3: nằm trong vùng gộp B3:D4; hãy dùng ô đầu B3"),
        ("D20", SESSIONS, "ô D20: đang có công thức"),
        ("F2", SESSIONS, "ô F2: thuộc vùng tính của công thức ở ô F1"),
        ("B21", SESSIONS, "ô B21: là tiêu đề cột của bảng"),
        ("12", SESSIONS, "không phải tên ô"),
        ("XFE1", SESSIONS, "không phải tên ô"),
        ("D0", SESSIONS, "không phải tên ô"),
        ("D1", 'value = ""', "mục value để trống"),
        ("D1", 'value = "A2"', "phải ghi như"),
        ("D1", 'value = "Z9:1:2"', "không có biểu “Z9”"),
        ("D1", 'value = "A2:III.99:so_luong"', "không có dòng “III.99”"),
        ("D1", 'value = "A2:III.1:soluong"', "không có cột “soluong”"),
        ("D1", 'value = "D3:total:12"', "nhiều bảng cùng có dòng “total”"),
        ("D1", 'indicator = "session"', "không có chỉ tiêu “session”; có phải là: sessions"),
        ("D1", 'indicator = ""', "mục indicator để trống"),
        ("D1", 'indicator = "sessions"\nspan = "quy"', "không có khoảng “quy”"),
        ("D1", 'indicator = "sessions"\nwhere = { topic = "cchc" }', "không lọc được theo “topic”"),
        ("D1", 'indicator = "sessions"\nwhere = { primary_topic = "cch" }', "mã “cch” không có trong danh mục"),
        ("D1", 'indicator = "sessions"\nwhere = { is_par = 3 }', "phải là true hoặc false"),
        ("D1", 'indicator = "sessions"\nwhere = { form = ["hoi_nghi", "x"] }', "mã “x” không có"),
        ("D1", 'indicator = "sessions"\nwhere = { primary_topic = [["a"]] }', "không có trong danh mục"),
        ("D1", 'indicator = "sessions"\nwhere = "cchc"', "“where” phải viết như"),
        ("D1", 'indicator = "reach_rate"\nwhere = { primary_topic = "cchc" }', "không lọc được theo “primary_topic”"),
        ("D1", 'indicator = "ideas"\nspan = "chi_tieu"', "không có kế hoạch năm"),
        ("D1", 'text = "{ten}"', "không có chỗ điền {ten}"),
        ("D1", 'text = "{0}"', "không có chỗ điền {0}"),
        ("D1", 'text = "{nam!r:>9}"', "không có chỗ điền {nam}"),
        ("D1", 'text = "{nam"', "chưa đủ cặp"),
        ("D1", "", "chưa nói điền gì"),
        ("D1", f'{SESSIONS}\ntext = "x"', "chỉ ghi một trong các mục"),
        ("D1", f'{SESSIONS}\nspan = "ky"', "chỉ đi cùng indicator"),
        ("D1", f'{SESSIONS}\nvalu = "x"', "không có mục “valu”; có phải là “value”?"),
        ("D1", f"{SESSIONS}\nempty = 3", "“empty” phải là chữ"),
        ("D1", f'{SESSIONS}\nrow = "Tổng"', "chỉ nêu ô theo một cách"),
        ("", f'{SESSIONS}\nrow = "Không có"', "không tìm thấy nhãn “Không có”"),
        ("", SESSIONS, "chưa nói ô nào"),
    ],
)
def test_each_fault_is_named_with_its_cell(
    form: Path, map_with: Callable[..., Path], at: str, rest: str, said: str
) -> None:
    chart = map_with(("D11", SESSIONS), (at, rest))
    if not at:
        chart.write_text(chart.read_text("utf-8").replace('at = ""\n', ""), "utf-8")
    found = faults(form, chart)
    assert len(found) == 1, found
    assert said in found[0]
    assert "trang “Biểu 1”" in found[0]
    assert found[0].startswith("- Dòng 6")


@pytest.mark.parametrize(
    ("sheet", "said"), [("Biểu 2", "tệp không có trang này; các trang: “Biểu 1”"), ("Đồ thị", "trang biểu đồ")]
)
def test_a_sheet_that_has_no_such_cells_is_named(
    form: Path, map_with: Callable[..., Path], sheet: str, said: str
) -> None:
    assert said in faults(form, map_with(("D11", SESSIONS), sheet=sheet))[0]


def test_the_same_cell_twice_is_told_with_the_line_of_the_first(form: Path, map_with: Callable[..., Path]) -> None:
    (found,) = faults(form, map_with(("D11", SESSIONS), ("D12", SESSIONS), ("$d$11", SESSIONS)))
    assert found == "- Dòng 10, trang “Biểu 1”, ô D11: ô này đã được ghép ở dòng 2."


def test_one_fault_of_an_entry_hides_no_other(form: Path, tmp_path: Path) -> None:
    chart = tmp_path / "ghep.toml"
    entries = (
        'sheet = "Biểu 1"\nat = "D20"\nindicator = "sessions"',
        'sheet = "Biểu 1"\nat = "D20"\nvalue = "Z9:1:2"\nspan = "ky"',
        'at = "D1"\nindicator = "la"',
        'sheet = "Biểu 1"\nindicator = "la"',
        'sheet = "Không"\nat = "ZZZZ1"\ntext = "{la}"',
    )
    chart.write_text("".join(f"[[cell]]\n{each}\n" for each in entries))
    found = [each.split(";")[0].rstrip(".") for each in faults(form, chart)]
    assert found == [
        "- Dòng 1, trang “Biểu 1”, ô D20: đang có công thức của biểu",
        "- Dòng 5, trang “Biểu 1”, ô D20: “span” chỉ đi cùng indicator",
        "- Dòng 5, trang “Biểu 1”, ô D20: không có biểu “Z9”",
        "- Dòng 5, trang “Biểu 1”, ô D20: đang có công thức của biểu",
        "- Dòng 5, trang “Biểu 1”, ô D20: ô này đã được ghép ở dòng 1",
        "- Dòng 10, ô D1: chưa nói trang nào (sheet)",
        "- Dòng 10, ô D1: không có chỉ tiêu “la”",
        "- Dòng 13, trang “Biểu 1”: chưa nói ô nào (at, hoặc row và column)",
        "- Dòng 13, trang “Biểu 1”: không có chỉ tiêu “la”",
        "- Dòng 16, trang “Không”, ô ZZZZ1: tệp không có trang này",
        "- Dòng 16, trang “Không”, ô ZZZZ1: không phải tên ô",
        "- Dòng 16, trang “Không”, ô ZZZZ1: không có chỗ điền {la}",
    ]


def test_all_faults_come_at_once_and_nothing_is_written(
    form: Path, ledger: Path, tmp_path: Path, map_with: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    chart = map_with(("C3", SESSIONS), ("D20", 'indicator = "x"'), ("D11", 'text = "{a} {b}"'))
    target = tmp_path / "ra.xlsx"
    target.write_bytes(b"as it was")
    assert main.main(["fill", str(form), str(chart), str(ledger), "--period", "2026-Q1", "-o", str(target)]) == 1
    said = capsys.readouterr().err
    assert "có 5 chỗ cần sửa" in said
    assert all(part in said for part in ("ô C3", "ô D20", "“x”", "{a}", "{b}"))
    assert target.read_bytes() == b"as it was"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["ghep.toml", "mau.xlsx", "ra.xlsx"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('title = "a"\n[[cell]]\nsheet = "Biểu 1\n', "Dòng 3"),
        ("[[cell]]\nsheet = 'a'\n[[cell", "Dòng 3"),
        ("title = 'a'", "chưa có ô nào"),
        ("cell = 3", "chưa có ô nào"),
        ("cell = [1, 2]", "chưa có ô nào"),
        ("", "chưa có ô nào"),
        ("[[cel]]\nat = 'D1'", "có phải là “cell”?"),
        ("title = 3\n[[cell]]\nsheet = 'a'\nat='A1'\ntext='b'", "“title” phải là chữ"),
        ("a = " + "[" * 5000, "viết không đúng cách"),
    ],
)
def test_a_file_that_is_no_map_is_said_to_be_none(form: Path, tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "ghep.toml"
    path.write_text(text, encoding="utf-8")
    try:
        found = "\n".join(faults(form, path))
    except BadMap as error:
        found = str(error)
    assert said in found


def test_a_map_in_another_alphabet_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(BadMap, match="Dòng 2: không phải chữ UTF-8"):
        map_from(b'title = "x"\n# Bi\xea\xf9u', "ghep.toml")


entries = st.builds(
    Entry,
    sheet=st.text(min_size=1, max_size=8).map(str.strip).filter(bool),
    at=st.sampled_from(["A1", "XFD7"]),
    indicator=st.just("sessions"),
    where=st.sampled_from([(), (("form", ("hoi_nghi", "dien_dan")), ("is_par", True)), (("a b", 3),)]),
    span=st.sampled_from(["ky", "luy_ke"]),
    empty=st.text(max_size=4),
)
texts = st.builds(
    Entry,
    sheet=st.just("Biểu 1"),
    row=st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=3).map(tuple),
    column=st.lists(st.text(min_size=1).filter(str.strip), max_size=2).map(tuple),
    text=st.text(max_size=20),
)


@given(st.lists(st.one_of(entries, texts), min_size=1, max_size=4), st.text(max_size=9))
def test_a_map_written_is_the_map_read(found: list[Entry], title: str) -> None:
    chart = MapOfWorkbook(tuple(found), title)
    text = map_text(chart).encode("utf-8", "surrogatepass")
    assert map_from(text, "ghep.toml")[0] == chart


def test_a_map_is_written_in_one_piece(tmp_path: Path) -> None:
    chart = MapOfWorkbook((Entry("Biểu 1", "D12", value="A2:III.1:so_luong"),), "Báo cáo", "2026")
    write_map(chart, tmp_path / "ghep.toml")
    assert map_from((tmp_path / "ghep.toml").read_bytes(), "ghep.toml") == (chart, [])
    with pytest.raises(UserError, match="thư mục"):
        write_map(chart, tmp_path / "khong" / "ghep.toml")
