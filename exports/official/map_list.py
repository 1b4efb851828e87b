"""A list in the map: which columns of one of our lists fill the free rows of an authority's table.

    [[list]]
    sheet = "Biểu 3"
    first = "A12"                          # the upper left of the free rows
    rows = 10                              # how many rows are free
    columns = { A = "B4:1", C = "B4:3" }   # the sheet's columns: FORM:column key, all of one list

What does not fit goes on to a sheet put in behind the others, and the last free row says so; no row is put in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

KEYS = ("sheet", "first", "rows", "columns")
MOST_ROWS = 5_000
_LETTERS = re.compile(r"[A-Za-z]{1,3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One list of the map: its free rows, and what each of the sheet's columns takes."""

    sheet: str = ""
    first: str = ""
    rows: int = 0
    columns: tuple[tuple[str, str], ...] = ()  # ("A", "B4:1")
    line: int | None = field(default=None, compare=False)


def list_entry(said: Mapping[str, Any], line: int | None) -> tuple[ListEntry, list[str]]:
    """A list as its lines say it, as far as it can be read, and what is wrong with them."""
    reasons = [f"không có mục “{key}”; các mục dùng được: {', '.join(KEYS)}" for key in said if key not in KEYS]
    sheet, first = (said.get(key, "") for key in ("sheet", "first"))
    for key, given, meant in (("sheet", sheet, "trang nào"), ("first", first, "ô đầu của các dòng trống")):
        if not isinstance(given, str):
            reasons.append(f"“{key}” phải là chữ trong dấu nháy")
        elif not given.strip():
            reasons.append(f"chưa nói {meant} ({key})")
    rows = said.get("rows", 0)
    if type(rows) is not int or not 0 < rows <= MOST_ROWS:
        reasons.append(f"“rows” phải là số dòng trống của biểu, từ 1 đến {MOST_ROWS}")
        rows = 0
    columns = said.get("columns", {})
    if not isinstance(columns, dict) or not columns:
        reasons.append('chưa nói điền cột nào: hãy ghi như columns = { A = "B4:1", C = "B4:3" }')
        columns = {}
    reasons += list(_column_faults(columns))
    texts = [given.strip() if isinstance(given, str) else "" for given in (sheet, first)]
    kept = tuple((key.upper(), value.strip()) for key, value in columns.items() if isinstance(value, str))
    return ListEntry(texts[0], texts[1], rows, kept, line), reasons


def list_lines(entry: ListEntry, said: Callable[[str], str]) -> Sequence[str]:
    """The lines of a list in a map's file; `said` writes a text."""
    columns = ", ".join(f"{letters} = {said(value)}" for letters, value in entry.columns)
    places = [f"sheet = {said(entry.sheet)}", f"first = {said(entry.first)}"]
    return ["", "[[list]]", *places, f"rows = {entry.rows}", f"columns = {{ {columns} }}"]


def _column_faults(columns: Mapping[str, Any]) -> Iterator[str]:
    for letters, value in columns.items():
        if not _LETTERS.fullmatch(letters):
            yield f"“{letters}” không phải tên cột; hãy ghi như A, B, C"
        if not isinstance(value, str) or not all(part.strip() for part in value.partition(":")):
            yield f"cột {letters} phải ghi như “B4:1” (biểu, cột)"
    if len({letters.upper() for letters in columns}) < len(columns):
        yield "một cột được ghi hai lần"
