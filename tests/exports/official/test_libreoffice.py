"""LibreOffice opens every filled workbook and comes to the same values as stand in it."""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.exports.official.raw_parts import parts_of
from tests.exports.official.workbooks import FEATURES, plain

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed on this machine")
SESSIONS = ("D12", 'value = "A2:III.1:so_luong"')


def converted(paths: Sequence[Path], kind: str, folder: Path) -> list[Path]:
    """The files as LibreOffice writes them; with a profile of its own."""
    assert SOFFICE is not None
    command = [SOFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind]
    (folder / "o").mkdir()
    done = subprocess.run(
        [*command, "--outdir", str(folder / "o"), *map(str, paths)],
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
    )
    made = [folder / "o" / f"{path.stem}.{kind.partition(':')[0]}" for path in paths]
    assert all(each.exists() for each in made), done.stderr
    return made


def test_libreoffice_reads_the_mapped_value_of_every_workbook(tmp_path: Path, filled: Callable[..., Path]) -> None:
    done = []
    for name, make in FEATURES.items():
        ending = ".xlsm" if name == "macros" else ".xlsx"
        done.append(filled(make(tmp_path / f"mau{ending}"), SESSIONS).rename(tmp_path / f"{name}{ending}"))
    for path in converted(done, "csv:Text - txt - csv (StarCalc):44,34,76,1", tmp_path):
        with path.open(encoding="utf-8") as file:
            assert list(csv.reader(file))[11][3] in ("5", "5.0"), path.name


def test_results_stored_are_those_that_libreoffice_works_out(tmp_path: Path, filled: Callable[..., Path]) -> None:
    book = load_workbook(plain(tmp_path / "a.xlsx"))
    sheet = book["Biểu 1"]
    formulas = [
        "=SUM(D10:D19)",
        '=IF(D13=0,"-",ROUND(D12/D13*100,1))',
        "=D12%+1",
        '=IFERROR(D12/D11,"-")',
        '=D12&" buổi"',
    ]
    for row, formula in enumerate(formulas, 30):
        sheet[f"F{row}"] = formula
    book.save(tmp_path / "a.xlsx")
    done = filled(tmp_path / "a.xlsx", SESSIONS, ("D13", 'value = "A2:III.2:so_luong"'))
    (again,) = converted([done], "xlsx", tmp_path)
    ours, theirs = (load_workbook(each, data_only=True)["Biểu 1"] for each in (done, again))
    for row in range(30, 30 + len(formulas)):
        assert ours[f"F{row}"].value == pytest.approx(theirs[f"F{row}"].value)


def test_a_workbook_saved_by_libreoffice_is_filled_unchanged(tmp_path: Path, filled: Callable[..., Path]) -> None:
    (before,) = converted([FEATURES["guarded"](tmp_path / "a.xlsx")], "xlsx", tmp_path)
    after = filled(before, SESSIONS)
    old, new = parts_of(before), parts_of(after)
    assert {name for name in old if old[name] != new[name]} <= {
        *("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml")
    }
    book = load_workbook(after, data_only=True)
    assert (book["Biểu 1"]["D12"].value, book["Danh mục"]["A1"].value) == (5, 10)
