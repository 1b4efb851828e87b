"""An authority's form of 200 × 12 cells filled, against copying its package with the one sheet packed anew."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from pathlib import Path

from lxml import etree
from openpyxl import Workbook
from openpyxl.styles import Border, Font, Side

from benchmarks.pairs import compare
from exports.official.fill import filled_package, results_of
from exports.official.map import Entry, MapOfWorkbook
from exports.official.places import letters
from exports.official.placing import Placing
from exports.official.proof import prove
from exports.official.sheet import Spot
from exports.official.workbook import read_workbook
from exports.place import put_in_place

ROWS, COLUMNS, FIRST = 200, 12, 8
SHEET = "xl/worksheets/sheet1.xml"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def form(path: Path) -> None:
    """A form with styled cells, labels and totals."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Biểu 1"
    line = Border(left=Side("thin"), right=Side("thin"), top=Side("thin"), bottom=Side("thin"))
    for row in range(FIRST, FIRST + ROWS):
        sheet.cell(row, 1, f"Chỉ tiêu số {row}")
        for column in range(2, 2 + COLUMNS):
            cell = sheet.cell(row, column)
            cell.font, cell.border, cell.number_format = Font("Times New Roman"), line, "#,##0"
    for column in range(2, 2 + COLUMNS):
        letter = letters(column)
        sheet[f"{letter}{FIRST + ROWS}"] = f"=SUM({letter}{FIRST}:{letter}{FIRST + ROWS - 1})"
    book.save(path)


def copied(source: Path, target: Path) -> None:
    """The floor: every part but the sheet copied as packed bytes would be, the sheet unpacked and packed again."""
    shutil.copyfile(source, target)
    with zipfile.ZipFile(source) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name in package.namelist():
            out.writestr(name, package.read(name))


def patched(source: Path, target: Path, values: dict[Spot, int]) -> None:
    """The other floor: the sheet as a tree in which cells are set, the package written anew; nothing checked."""
    with zipfile.ZipFile(source) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name in package.namelist():
            part = package.read(name)
            if name == SHEET:
                root = etree.fromstring(part)
                cells = {cell.get("r"): cell for cell in root.iter(f"{MAIN}c")}
                for (row, column), value in values.items():
                    cell = cells[f"{letters(column)}{row}"]
                    for child in list(cell):
                        cell.remove(child)
                    etree.SubElement(cell, f"{MAIN}v").text = str(value)
                part = etree.tostring(root)
            out.writestr(name, part)


def main() -> None:
    """Prints the ratios of writing alone, and of writing, comparing and putting in place."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        source, target = folder / "mau.xlsx", folder / "ra.xlsx"
        form(source)
        values: dict[Spot, int] = {
            (row, column): row * column for row in range(FIRST, FIRST + ROWS) for column in range(2, 2 + COLUMNS)
        }

        def written() -> bytes:
            book = read_workbook(source)
            filled = {0: values}
            return filled_package(book, filled, results_of(book, filled))

        def handed_out() -> None:
            book = read_workbook(source)
            filled = {0: values}
            results = results_of(book, filled)
            raw = filled_package(book, filled, results)
            stale = {number: set(found) for number, found in results.items()}
            put_in_place(target, lambda draft: _write(draft, raw), lambda d: prove(book, d.read_bytes(), filled, stale))

        def placed() -> None:
            entries = [Entry("Biểu 1", f"{chr(64 + column)}{row}", text="x") for row, column in values]
            assert not Placing(read_workbook(source), MapOfWorkbook(tuple(entries))).faults

        floor = folder / "floor.xlsx"
        compare("fill 200 x 12, write", written, lambda: copied(source, floor), rounds=9)
        compare("fill 200 x 12, write, prove, in place", handed_out, lambda: copied(source, floor), rounds=9)
        compare("fill, write; floor lxml patch", written, lambda: patched(source, floor, values), rounds=9)
        compare("lay a map of 2400 entries", placed, lambda: copied(source, floor), rounds=5)


def _write(draft: Path, raw: bytes) -> None:
    draft.write_bytes(raw)


if __name__ == "__main__":
    main()
