"""The colours of a form as its spreadsheet shows them: shades of a theme, numbers of the old palette."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import COLOR_INDEX, Color

from exports.official.colours import NUMBERED, tinted
from exports.official.styles import Look
from exports.official.workbook import read_workbook
from tests.exports.official.raw_parts import parts_of, write_parts


def look_of(path: Path, fill: Color, letters: Color | None = None) -> Look:
    """How a cell with these colours looks, in a workbook with the theme of Excel 2013."""
    book = Workbook()
    assert book.active is not None
    cell = book.active["A1"]
    cell.value, cell.fill = "x", PatternFill("solid", fgColor=fill)
    cell.font = Font(color=letters)
    book.save(path)
    read = read_workbook(path)
    return read.look(read.text_of(read.sheets[0]).style((1, 1)))


# What Excel itself shows for these shades of its theme (its list of colours: "Blue, Accent 1, Lighter 80%" …).
@pytest.mark.parametrize(
    ("theme", "tint", "shown"),
    [
        (0, 0.0, "FFFFFF"),
        (0, -0.14999847407452621, "D9D9D9"),
        (1, 0.499984740745262, "808080"),
        (3, 0.0, "1F497D"),
        (4, 0.0, "4F81BD"),
        (4, 0.79998168889431442, "DCE6F1"),
        (4, -0.249977111117893, "366092"),
        (9, 0.39997558519241921, "FABF8F"),
    ],
)
def test_a_shade_of_the_theme_is_the_colour_that_excel_shows(
    tmp_path: Path, theme: int, tint: float, shown: str
) -> None:
    look = look_of(tmp_path / "a.xlsx", Color(theme=theme, tint=tint), Color(theme=theme, tint=tint))
    for found in (look.fill, look.colour):
        assert found is not None
        apart = [abs(int(found[at : at + 2], 16) - int(shown[at : at + 2], 16)) for at in (0, 2, 4)]
        assert max(apart) <= 1, (found, shown)  # Excel counts lightness in 240 steps


def test_the_theme_of_the_workbook_counts_not_that_of_excel(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    look_of(path, Color(theme=4))
    parts = parts_of(path)
    parts["xl/theme/theme1.xml"] = parts["xl/theme/theme1.xml"].replace(b"4F81BD", b"C00000")
    write_parts(path, parts)
    read = read_workbook(path)
    assert read.look(read.text_of(read.sheets[0]).style((1, 1))).fill == "C00000"


@pytest.mark.parametrize(
    ("written", "said", "shown"),
    [(rb"(?!)", b"", "FFFF99"), (rb"<colors>.*</colors>", b"", "FFFF99"), (rb"00FFFF99", b"00123456", "123456")],
    ids=["listed", "not listed", "the form's own"],
)
def test_numbered_colours_are_those_of_every_spreadsheet_unless_the_workbook_has_its_own(
    tmp_path: Path, written: bytes, said: bytes, shown: str
) -> None:
    assert [f"00{each}" for each in NUMBERED] == list(COLOR_INDEX[:64])
    path = tmp_path / "a.xlsx"
    assert look_of(path, Color(indexed=43), Color(indexed=64)) == look_of(path, Color(rgb="FFFFFF99"))
    look_of(path, Color(indexed=43))
    parts = parts_of(path)
    parts["xl/styles.xml"] = re.sub(written, said, parts["xl/styles.xml"])
    write_parts(path, parts)
    read = read_workbook(path)
    assert read.look(read.text_of(read.sheets[0]).style((1, 1))).fill == shown


def test_darkest_and_lightest_are_black_and_white() -> None:
    assert (tinted("4F81BD", -1.0), tinted("4F81BD", 1.0), tinted("4F81BD", 0.0)) == ("000000", "FFFFFF", "4F81BD")


def test_colours_that_mean_nothing_are_left_to_the_sheet(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert [look_of(path, Color(**said)).fill for said in ({"theme": 40}, {"indexed": 65}, {"auto": True})] == [
        None
    ] * 3
    assert load_workbook(path)["Sheet"]["A1"].value == "x"
