"""The map of an authority's workbook: which figure or text belongs into which cell, as its file says it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from exports.official.map_list import ListEntry, list_entry
from models.errors import UserError
from models.indicators.figure import Filter

KEYS = ("sheet", "at", "row", "column", "label", "value", "indicator", "where", "span", "text", "empty")
TOP = ("title", "version", "cell", "list")
LARGEST = 4 << 20
_ENTRY = r"""^[ \t]*\[\[[ \t]*(?:{0}|"{0}"|'{0}')[ \t]*\]\]"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the map: a cell, by its name or by labels, and what belongs into it."""

    sheet: str = ""
    at: str = ""
    row: tuple[str, ...] = ()  # labels of its row: each below the one before
    column: tuple[str, ...] = ()  # labels of its column: each under the one before
    label: str = ""  # the cell that holds this label itself
    value: str = ""  # "A2:III.1:so_luong"
    indicator: str = ""
    where: tuple[Filter, ...] = ()
    span: str = "ky"
    text: str | None = None
    empty: str = ""  # what an empty figure leaves in the cell
    line: int | None = field(default=None, compare=False)

    @property
    def place(self) -> str:
        """The cell as the map names it."""
        if self.at:
            return f"ô {self.at}"
        if self.label:
            return f"ô có chữ “{self.label}”"
        if not self.row:
            return ""
        row, column = (" › ".join(each) for each in (self.row, self.column))
        return f"dòng “{row}”" + (f", cột “{column}”" if column else "")


@dataclass(frozen=True, slots=True)
class MapOfWorkbook:
    """A map: its title, the form's version it was made for, its entries, and the lists that fill whole tables."""

    entries: tuple[Entry, ...]
    title: str = ""
    version: str = ""
    lists: tuple[ListEntry, ...] = ()

    @property
    def sheets(self) -> frozenset[str]:
        """The sheets that it speaks of."""
        return frozenset((*(each.sheet for each in self.entries), *(each.sheet for each in self.lists)))


@dataclass(frozen=True, slots=True)
class MapFault:
    """One thing wrong with a map: which entry (counted from 0), sheet and cell, and why."""

    reason: str
    entry: int | None = None
    sheet: str = ""
    cell: str = ""
    line: int | None = None

    def __str__(self) -> str:
        parts = [f"dòng {self.line}" if self.line else f"mục {self.entry + 1}" if self.entry is not None else ""]
        parts += [f"trang “{self.sheet}”" if self.sheet else "", self.cell]
        place = ", ".join(part for part in parts if part)
        return f"- {place[:1].upper()}{place[1:]}: {self.reason}." if place else f"- {self.reason}."


class BadMap(UserError):
    """A map that is not used; names every fault at once."""

    def __init__(self, name: str, faults: Sequence[MapFault]) -> None:
        self.faults = tuple(faults)
        heading = f"Tệp ghép ô “{name}” có {len(self.faults)} chỗ cần sửa, chưa điền gì:"
        super().__init__("\n".join([heading, *map(str, self.faults)]))


def fault_at(number: int, entry: Entry, reason: str, cell: str = "") -> MapFault:
    """A fault of an entry."""
    return MapFault(reason, number, entry.sheet, cell or entry.place, entry.line)


def list_fault(entry: ListEntry, reason: str, cell: str = "") -> MapFault:
    """A fault of a list."""
    return MapFault(reason, None, entry.sheet, cell or f"danh sách từ ô {entry.first or '?'}", entry.line)


def is_fault_of(entry: ListEntry, fault: MapFault) -> bool:
    """True if this is a fault of that list."""
    return fault == list_fault(entry, fault.reason)


def read_map(path: Path) -> tuple[MapOfWorkbook, list[MapFault]]:
    """The map in a file, with the faults of its entries; entries with a fault stand in it as far as they could be read.

    Raises UserError if the file cannot be opened at all, BadMap if it is no TOML.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise UserError(f"Không mở được tệp ghép ô “{path.name}”. Hãy chọn lại tệp.") from error
    return map_from(raw, path.name)


def map_from(raw: bytes, name: str, *, just_begun: bool = False) -> tuple[MapOfWorkbook, list[MapFault]]:
    """The map written in these bytes; see `read_map`. One `just_begun` may have no cells yet."""
    if len(raw) > LARGEST:
        raise BadMap(name, [MapFault("tệp quá lớn so với một tệp ghép ô; hãy chọn đúng tệp")])
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
        content = tomllib.loads(text)
    except UnicodeDecodeError as error:
        at = raw[: error.start].count(b"\n") + 1
        raise BadMap(name, [MapFault("không phải chữ UTF-8; hãy lưu lại tệp với mã UTF-8", line=at)]) from error
    except tomllib.TOMLDecodeError as error:
        raise BadMap(name, [_syntax(str(error), text)]) from error
    except (RecursionError, ValueError) as error:
        raise BadMap(name, [MapFault("viết không đúng cách của tệp ghép ô; hãy xem lại các ngoặc")]) from error
    faults = [MapFault(f"không có mục “{key}”{_meant(key, TOP)}") for key in content if key not in TOP]
    faults += [MapFault(f"“{key}” phải là chữ") for key in TOP[:2] if not isinstance(content.get(key, ""), str)]
    cells, lists = (_given(content, key, text) for key in TOP[2:])
    if cells is None or lists is None or not (cells or lists or just_begun):
        raise BadMap(name, [*faults, MapFault("chưa có ô nào: mỗi ô bắt đầu bằng một dòng [[cell]]")])
    entries = [_entry(said, line) for said, line in cells]
    for number, (entry, reasons) in enumerate(entries):
        faults += [fault_at(number, entry, reason) for reason in reasons]
    listed = [list_entry(said, line) for said, line in lists]
    faults += [list_fault(each, reason) for each, reasons in listed for reason in reasons]
    title, version = (str(content.get(key, "")) for key in TOP[:2])
    chart = MapOfWorkbook(tuple(each for each, _ in entries), title, version, tuple(each for each, _ in listed))
    return chart, faults


def _given(content: Mapping[str, Any], key: str, text: str) -> list[tuple[Mapping[str, Any], int | None]] | None:
    """The entries of a kind, each with the line where it begins; None if they are not written as entries."""
    given = content.get(key, [])
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        return None
    pattern = re.compile(_ENTRY.format(key), re.MULTILINE)
    starts = [0, *(found.start() for found in pattern.finditer(text))]
    between = (text.count("\n", first, last) for first, last in pairwise(starts))
    lines: list[int | None] = [before + 1 for before in accumulate(between)]
    return list(zip(given, lines if len(lines) == len(given) else [None] * len(given), strict=True))


def _syntax(said: str, text: str) -> MapFault:
    found = re.search(r"\(at line (\d+), column (\d+)\)", said)
    line = int(found[1]) if found else text.count("\n") + 1
    column = f", cột {found[2]}" if found else ""
    return MapFault(f"viết không đúng cách của tệp ghép ô từ chỗ này{column}; hãy xem lại dấu nháy và ngoặc", line=line)


def _entry(said: Mapping[str, Any], line: int | None) -> tuple[Entry, list[str]]:
    reasons = [f"không có mục “{key}”{_meant(key, KEYS)}" for key in said if key not in KEYS]
    texts: dict[str, Any] = {}
    for key in ("sheet", "at", "label", "value", "indicator", "span", "text", "empty"):
        if key in said and not isinstance(said[key], str):
            reasons.append(f"“{key}” phải là chữ trong dấu nháy")
        elif key in said:
            texts[key] = said[key] if key in ("text", "empty") else said[key].strip()
    for key in ("row", "column"):
        given = said.get(key, [])
        given = [given] if isinstance(given, str) else given
        if not isinstance(given, list) or not all(isinstance(each, str) and each.strip() for each in given):
            reasons.append(f"“{key}” phải là chữ, hoặc danh sách chữ, không để trống")
        else:
            texts[key] = tuple(given)
    where = said.get("where", {})
    if not isinstance(where, dict):
        reasons.append("“where” phải viết như { tên = giá trị }")
        where = {}
    entry = Entry(**texts, where=tuple(_filters(where)), line=line)
    return entry, [*reasons, *_place_faults(entry), *_content_faults(entry, said)]


def _filters(where: Mapping[str, Any]) -> Iterator[Filter]:
    for name, value in where.items():
        yield name, tuple(value) if isinstance(value, list) else value


def _place_faults(entry: Entry) -> Iterator[str]:
    if not entry.sheet:
        yield "chưa nói trang nào (sheet)"
    named = [bool(entry.at), bool(entry.row), bool(entry.label)]
    if sum(named) == 0:
        yield "chưa nói ô nào (at, hoặc row và column)"
    if sum(named) > 1 or (entry.column and not entry.row):
        yield "chỉ nêu ô theo một cách: at, hoặc row (và column), hoặc label"


def _content_faults(entry: Entry, said: Mapping[str, Any]) -> Iterator[str]:
    if "value" in said and said["value"] in ("", []):
        yield "mục value để trống: hãy ghi như “A2:III.1:so_luong”"
    if "indicator" in said and said["indicator"] == "":
        yield "mục indicator để trống"
    given = [key for key in ("value", "indicator", "text") if key in said]
    if len(given) != 1:
        yield (
            f"chỉ ghi một trong các mục value, indicator, text (đang có {', '.join(given)})"
            if given
            else "chưa nói điền gì (value, indicator hoặc text)"
        )
    extra = [key for key in ("where", "span") if key in said and "indicator" not in said]
    if extra and given:
        yield f"“{', '.join(extra)}” chỉ đi cùng indicator"


def _meant(key: str, known: Sequence[str]) -> str:
    close = get_close_matches(key, known, n=1)
    return f"; có phải là “{close[0]}”?" if close else f"; các mục dùng được: {', '.join(known)}"
