"""Stored results: those that depend on a mapped cell are new or gone, never stale; the others stay."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook

from exports.official.fill import placed_map
from exports.official.map import read_map
from exports.official.totals import totals_of
from exports.official.values import values_of
from exports.official.workbook import read_workbook
from models.ledger.store import Store
from models.periods import period_from
from tests.exports.official.raw_parts import parts_of, raw_parts, sheet_xml, write_parts
from tests.exports.official.strange_forms import topics
from tests.exports.official.workbooks import arrays, shared_formulas, tables

Fill = Callable[..., Path]
SESSIONS = ("D12", 'value = "A2:III.1:so_luong"')
NAMES = (
    '<definedNames><definedName name="Rieng" localSheetId="0">\'Biểu 1\'!$D$12</definedName>'
    '<definedName name="Rieng" localSheetId="1">Khác!$A$1</definedName>'
    "<definedName name=\"Tong\">'Biểu 1'!$D$10:$D$20</definedName>"
    "<definedName name=\"TrenTrai\">'Biểu 1'!XFC1048576</definedName></definedNames>"
)


def book(path: Path, formulas: Mapping[str, str], names: str = "", other: str = "") -> Path:
    """Each formula in column F of its own row from 30, with the stored result 99; D10..D14 hold 1 each."""
    rows = "".join(f'<row r="{row}"><c r="D{row}"><v>1</v></c></row>' for row in range(10, 15))
    rows += "".join(
        f'<row r="{row}"><c r="F{row}" s="3"><f>{formula}</f><v>99</v></c></row>'
        for row, formula in enumerate(formulas.values(), 30)
    )
    sheets = {"Biểu 1": sheet_xml(rows), "Khác": sheet_xml(other)}
    return write_parts(path, raw_parts(sheets, names=names))


def results(path: Path, count: int) -> list[object]:
    sheet = load_workbook(path, data_only=True)["Biểu 1"]
    return [sheet[f"F{row}"].value for row in range(30, 30 + count)]


CASES: Mapping[str, tuple[str, object]] = {
    "sum": ("SUM(D10:D14)", 9),
    "column": ("SUM(D:D)", 9),
    "rows": ("SUM(12:12)+SUM($13:$14)", 7),
    "apart": ("SUM(D13:D14)", 99),
    "over another": ("F30*2", 18),
    "sheet": ("SUM('Biểu 1'!D12,1)", 6),
    "other sheet": ("Khác!A1+1", 99),
    "through the other sheet": ("Khác!B1+1", 11),
    "name": ("SUM(Tong)", 9),
    "unknown name": ("KhongCo+1", None),
    "share": ('IF(D10=0,"-",ROUND(D12/D10*100,1))', 500),
    "division by nothing": ("D12/(D10-D11)", "#DIV/0!"),
    "caught": ('IFERROR(D12/(D10-D11),"-")', "-"),
    "percent and signs": ("-D12%+(D10-3)*2", -4.05),
    "text": ('IF(D12>=5,"Đạt","Chưa")&amp;" "&amp;D12', "Đạt 5"),
    "unknown function": ("KIEMTRA(A1)", None),
    "indirect": ('INDIRECT("D"&amp;12)', None),
    "offset": ("SUM(OFFSET(D10,0,0,5,1))", None),
    "lookup": ("VLOOKUP(1,A1:D20,4,0)", None),
    "plain": ("1+1", 99),
    "text with a cell in it": ('LEN("D12")', 99),
    "range by function": ("SUM(D10:INDEX(D:D,12))", None),
    "beyond any number": ("D12*1E200*1E200", "#NUM!"),
    "no number at all": ("(D12*1E200*1E200)-(D12*1E200*1E200)", "#NUM!"),
    "both sheets": ("SUM('Biểu 1:Khác'!D12)", 5),
    "clock": ("TODAY()", 99),
    "over a clock alone": ("YEAR(TODAY())+F{clock}", 99),
    "over a clock and a mapped cell": ("F{clock}+D12", None),
    "a name of one sheet": ("'Biểu 1'!Rieng+1", None),
    "a name of one sheet, apart": ("Khác!Rieng+1", 99),
    "a name that moves": ("TrenTrai+1", None),
    "another workbook": ("[1]!Ten+'[1]Trang 1'!A1", 99),
    "a file of its own": ("SUM([1]Trang1!D12,D12)", None),
    "an error is no number": ('IF(ISNUMBER(D12/0),D12,"-")', "-"),
    "an error among what is counted": ("COUNT(D12/0,1)", None),
    "an empty cell asked": ("AND(D12>0,Z1)", True),
    "only empty cells asked": ("AND(Z1)+D12", None),
    "traces of reckoning": ('IF(D12*0+0.1+0.2=0.3,"khớp","lệch")', "khớp"),
    "nothing but traces": ("D12*0+0.3-0.2-0.1", None),
    "beyond all numbers": ("D12*1E308*1E308", "#NUM!"),
    "a sum beyond all numbers": ("SUM(D12*1E307,D12*1E307,D12*1E307,D12*1E307)", "#NUM!"),
    "truth in a text": ('(D12>1)&amp;""', None),
    "truth in a sum": ("SUM(Khác!C1,D12)", None),
    "a long number in a text": ('D12*1E15&amp;""', None),
}


def test_only_results_that_depend_on_a_mapped_cell_change(tmp_path: Path, filled: Fill) -> None:
    other = '<row r="1"><c r="A1"><f>1+2</f><v>99</v></c><c r="B1"><f>2*\'Biểu 1\'!D12</f><v>99</v></c>'
    other += '<c r="C1" t="b"><v>1</v></c></row>'
    clock = 30 + [*CASES].index("clock")
    formulas = {name: formula.replace("{clock}", str(clock)) for name, (formula, _) in CASES.items()}
    path = book(tmp_path / "a.xlsx", formulas, NAMES, other)
    found = dict(zip(CASES, results(filled(path, SESSIONS), len(CASES)), strict=True))
    assert found == {name: expected for name, (_, expected) in CASES.items()}


def test_a_chain_is_followed_either_way_and_a_ring_is_left_to_the_spreadsheet(tmp_path: Path, filled: Fill) -> None:
    down = {str(at): "D12" if at == 0 else f"F{29 + at}+1" for at in range(60)}
    assert results(filled(book(tmp_path / "a.xlsx", down), SESSIONS), 60)[-1] == 64
    up = {str(at): f"F{31 + at}+1" if at < 59 else "D12" for at in range(60)}
    assert results(filled(book(tmp_path / "b.xlsx", up), SESSIONS), 60)[0] == 64
    long = {str(at): f"F{31 + at}+1" if at < 599 else "D12" for at in range(600)}
    assert results(filled(book(tmp_path / "d.xlsx", long), SESSIONS), 600)[0] == 604
    ring = {"0": "F31+D12", "1": "F30"}
    assert results(filled(book(tmp_path / "c.xlsx", ring), SESSIONS), 2) == [None, None]


def test_brackets_and_names_without_end_are_left_to_the_spreadsheet(tmp_path: Path, filled: Fill) -> None:
    deep = {"0": "(" * 3000 + "D12" + ")" * 3000, "1": "-" * 3000 + "D12", "2": "IF(1," * 60 + "D12" + ",2)" * 60}
    assert results(filled(book(tmp_path / "a.xlsx", deep), SESSIONS), 3) == [None, 5, None]
    names = "".join(f'<definedName name="N{at}_">N{at + 1}_+N{at + 1}_+N{at + 1}_</definedName>' for at in range(40))
    around = book(tmp_path / "b.xlsx", {"0": "N0_"}, f"<definedNames>{names}</definedNames>")
    assert results(filled(around, SESSIONS), 1) == [None]


def test_shared_formulas_are_seen_where_they_stand(tmp_path: Path, filled: Fill) -> None:
    done = load_workbook(filled(shared_formulas(tmp_path / "a.xlsx"), ("D13", SESSIONS[1])), data_only=True)["Biểu 1"]
    assert [done[f"E{row}"].value for row in (12, 13, 14)] == [3, 6, 3]


def test_arrays_and_tables_are_followed(tmp_path: Path, filled: Fill) -> None:
    done = load_workbook(filled(arrays(tmp_path / "a.xlsx"), SESSIONS), data_only=True)["Biểu 1"]
    assert [done["F1"].value, done["F2"].value] == [None, None]
    done = load_workbook(filled(tables(tmp_path / "b.xlsx"), SESSIONS))["Biểu 1"]
    assert (done["D12"].value, done["F1"].value) == (5, "=SUM(Bang[Số lượng])")


def test_a_formula_hidden_from_the_eye_keeps_every_letter(tmp_path: Path, filled: Fill) -> None:
    formula = '<f><![CDATA[IF(D12>1,"<v>1</v></f>","b")]]></f>'
    rows = f'<row r="12"><c r="D12"/><c r="E12" t="str">{formula}<!--<v>9</v>--><v>b</v></c></row>'
    done = filled(write_parts(tmp_path / "a.xlsx", raw_parts({"Biểu 1": sheet_xml(rows)})), SESSIONS)
    kept = f'<c r="E12" t="str">{formula}<v>&lt;v&gt;1&lt;/v&gt;&lt;/f&gt;</v><!--<v>9</v>--></c>'
    assert kept in parts_of(done)["xl/worksheets/sheet1.xml"].decode()


def test_the_flag_to_calculate_is_set_once_and_in_its_place(tmp_path: Path, filled: Fill) -> None:
    for names, expected in (
        (NAMES, b'</definedNames><calcPr fullCalcOnLoad="1"/></workbook>'),
        ('<calcPr calcId="191029" fullCalcOnLoad="0"/>', b'<calcPr calcId="191029" fullCalcOnLoad="1"/>'),
    ):
        done = filled(book(tmp_path / "a.xlsx", {}, names), SESSIONS)
        assert expected in read_workbook(done).package.part("xl/workbook.xml")  # type: ignore[operator]


@pytest.mark.parametrize(("formula", "agrees"), [("SUM(C6:C11)", True), ("SUM(C6:C10)+2", False)])
def test_a_total_of_the_form_is_checked_against_ours(
    store: Store, tmp_path: Path, map_with: Callable[..., Path], formula: str, agrees: bool
) -> None:
    path = tmp_path / "a.xlsx"
    truth = topics(path)
    made = load_workbook(path)
    made["TT"]["C12"] = f"={formula}"
    made.save(path)
    chart = map_with(*((at, f'value = "{truth[at]}"') for at in ("C6", "C7", "C8", "C9", "C10", "C11")), sheet="TT")
    workbook, period = read_workbook(path), period_from("2026-Q1")
    lives = values_of(store, read_map(chart)[0].entries, period)
    (total,) = totals_of(store, workbook, placed_map(workbook, chart), lives, period)
    assert (str(total.place), total.meaning, total.ours, total.agrees) == ("C12", "B1:total:3", 5, agrees)
