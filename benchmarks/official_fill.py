"""An authority's form of 200 × 12 cells filled, against copying its package with the one sheet packed anew."""

from __future__ import annotations

import io
import random
import re
import tempfile
import tomllib
import zipfile
from pathlib import Path

from lxml import etree
from openpyxl import Workbook
from openpyxl.styles import Border, Font, Side

from benchmarks.pairs import compare
from exports.official.fill import filled_package, results_of
from exports.official.map import read_map
from exports.official.package import read_package
from exports.official.places import Spot, letters
from exports.official.placing import Placing
from exports.official.proof import prove
from exports.official.workbook import read_workbook
from exports.place import put_in_place

ROWS, COLUMNS, FIRST = 200, 12, 8
SHEET = "xl/worksheets/sheet1.xml"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def form(path: Path) -> None:
    """A form as it comes: styled cells, labels and totals, two more sheets, a picture."""
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
    for name in ("Biểu 2", "Biểu 3"):
        other = book.create_sheet(name)
        for row in range(1, 61):
            other.append([row, f"Nội dung số {row}", row, f"=C{row}*2"])
    book.save(path)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/media/logo.png", random.Random(1).randbytes(40_000))


def copied(source: Path, target: Path) -> None:
    """The floor: the one sheet unpacked and packed again, every other part copied as it is packed, put in place."""
    package = read_package(source)
    _in_place(target, package.written({SHEET: package.part(SHEET) or b""}))


def patched_by_hand(source: Path, target: Path, values: dict[Spot, int]) -> None:
    """The least that filling can be: cells of a known form replaced by one pattern, nothing looked at or checked."""
    package = read_package(source)
    named = {f"{letters(column)}{row}": value for (row, column), value in values.items()}

    def filled(found: re.Match[str]) -> str:
        return f'<c r="{found[1]}"{found[2]}><v>{named[found[1]]}</v></c>' if found[1] in named else found[0]

    text = re.sub(r'<c r="([A-Z]+[0-9]+)"( s="[0-9]+")?/>', filled, (package.part(SHEET) or b"").decode())
    _in_place(target, package.written({SHEET: text.encode()}))


def patched_as_a_tree(source: Path, target: Path, values: dict[Spot, int]) -> None:
    """What others do: the sheet as a tree in which cells are set, every part packed anew; nothing checked."""
    out = io.BytesIO()
    with zipfile.ZipFile(source) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
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
            new.writestr(name, part)
    _in_place(target, out.getvalue())


def filled(source: Path, target: Path, values: dict[Spot, int], *, proven: bool) -> None:
    """Ours."""
    book = read_workbook(source)
    results = results_of(book, {0: values})
    raw = filled_package(book, {0: values}, results)
    if proven:
        put_in_place(
            target, lambda draft: _write(draft, raw), lambda d: prove(book, d.read_bytes(), {0: values}, results)
        )
    else:
        _in_place(target, raw)


def main() -> None:
    """Prints the ratios of filling, proof and place included, and of its parts; of reading and laying a map."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        source, target, floor, chart = (folder / name for name in ("mau.xlsx", "ra.xlsx", "floor.xlsx", "ghep.toml"))
        form(source)
        values: dict[Spot, int] = {
            (row, column): row * column for row in range(FIRST, FIRST + ROWS) for column in range(2, 2 + COLUMNS)
        }
        chart.write_text("\n".join(_entry(*spot) for spot in values), encoding="utf-8")

        def copy() -> None:
            copied(source, floor)

        def ours() -> None:
            filled(source, target, values, proven=True)

        def laid() -> None:
            assert not Placing(read_workbook(source), *read_map(chart)).faults

        compare("copy and the least of patches", lambda: patched_by_hand(source, target, values), copy, rounds=25)
        compare("fill 200 x 12, not proven", lambda: filled(source, target, values, proven=False), copy, rounds=25)
        compare("fill 200 x 12, proven", ours, copy, rounds=25)
        compare("  the same; floor a tree patched", ours, lambda: patched_as_a_tree(source, floor, values), rounds=25)
        compare("read and lay a map of 2400 entries", laid, lambda: tomllib.loads(chart.read_text("utf-8")), rounds=9)


def _entry(row: int, column: int) -> str:
    where = f'sheet = "Biểu 1"\nat = "{letters(column)}{row}"'
    return f'[[cell]]\n{where}\nindicator = "turns"\nwhere = {{ primary_topic = "cchc" }}\n'


def _in_place(target: Path, raw: bytes) -> None:
    put_in_place(target, lambda draft: _write(draft, raw), lambda _draft: None)


def _write(draft: Path, raw: bytes) -> None:
    draft.write_bytes(raw)


if __name__ == "__main__":
    main()
