"""Whatever an authority's workbook holds survives: only the mapped cell differs, everything else is the same bytes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.exports.official.raw_parts import parts_of
from tests.exports.official.workbooks import FEATURES

SESSIONS = 'value = "A2:III.1:so_luong"'


@pytest.mark.parametrize("name", FEATURES)
def test_only_the_mapped_sheet_and_the_flag_differ(name: str, tmp_path: Path, filled: Callable[..., Path]) -> None:
    ending = ".xlsm" if name == "macros" else ".xlsx"
    before = FEATURES[name](tmp_path / f"mau{ending}")
    after = filled(before, ("D12", SESSIONS))
    old, new = parts_of(before), parts_of(after)
    assert list(old) == list(new)
    touched = {each for each in old if old[each] != new[each]}
    assert "xl/worksheets/sheet1.xml" in touched
    assert all("worksheets/sheet" in each for each in touched - {"xl/workbook.xml"})
    assert b'fullCalcOnLoad="1"' in new["xl/workbook.xml"]
    with zipfile.ZipFile(before) as first, zipfile.ZipFile(after) as second:
        for one, other in zip(first.infolist(), second.infolist(), strict=True):
            assert (one.date_time, one.compress_type, one.external_attr) == (
                other.date_time,
                other.compress_type,
                other.external_attr,
            )
    with zipfile.ZipFile(after) as package:
        assert package.testzip() is None


READ_BY_OPENPYXL = [name for name in FEATURES if name not in ("boxed", "strict_prefixed", "utf_16", "with_mark")]


@pytest.mark.parametrize("name", READ_BY_OPENPYXL)
def test_another_reader_finds_the_value_and_the_same_look(
    name: str, tmp_path: Path, filled: Callable[..., Path]
) -> None:
    ending = ".xlsm" if name == "macros" else ".xlsx"
    before = FEATURES[name](tmp_path / f"mau{ending}")
    cells = [load_workbook(each).worksheets[0]["D12"] for each in (before, filled(before, ("D12", SESSIONS)))]
    assert cells[1].value == 5
    assert cells[0].style_id == cells[1].style_id


@pytest.mark.parametrize("name", FEATURES)
def test_in_the_sheet_every_other_letter_stays(name: str, tmp_path: Path, filled: Callable[..., Path]) -> None:
    """Taken out the mapped cell and stored results, both sheets are the same text."""
    ending = ".xlsm" if name == "macros" else ".xlsx"
    before = FEATURES[name](tmp_path / f"mau{ending}")
    after = filled(before, ("D12", SESSIONS))
    sheets = [parts_of(each)["xl/worksheets/sheet1.xml"] for each in (before, after)]
    texts = [each.decode("utf-16" if name == "utf_16" else "utf-8") for each in sheets]
    assert _bare(texts[0]) == _bare(texts[1])


def _bare(text: str) -> str:
    """Without cell D12 (by name, or where it stands uncounted), stored results, extent and new rows."""
    text = re.sub(r"<!--.*?-->", "", text)
    text = re.sub(r"""<(x:)?c\b[^<>]*\br=["']D12["'][^<>]*(/>|(?<!/)>.*?</(x:)?c\s*>)""", "", text, count=1)
    text = re.sub(r'<c s="3"(/>|(?<!/)>.*?</c>)', "", text)
    text = re.sub(r"""(<(x:)?c\b[^<>]*?)\s+t=["'](str|n|b|e)["']""", r"\1", text)
    text = re.sub(r"<(x:)?v\s*/?>([^<]*</(x:)?v>)?", "", text)
    text = re.sub(r'<row r="12"></row>|<dimension[^<>]*/>', "", text)
    return text.replace("<sheetData/>", "<sheetData></sheetData>")
