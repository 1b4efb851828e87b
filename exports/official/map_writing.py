"""Writes a map as the file that people and programs read: every entry in a few plain lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from exports.official.map import Entry, MapOfWorkbook, map_from
from exports.official.map_list import list_lines
from exports.place import put_in_place
from models.errors import UserError


def map_text(chart: MapOfWorkbook) -> str:
    """The map as TOML."""
    head = [f"title = {_said(chart.title)}"]
    if chart.version:
        head.append(f"version = {_said(chart.version)}")
    cells = (line for entry in chart.entries for line in _entry(entry))
    lists = (line for entry in chart.lists for line in list_lines(entry, _said))
    return "\n".join([*head, *cells, *lists]) + "\n"


def write_map(chart: MapOfWorkbook, target: Path) -> None:
    """Writes the map to a file after reading it back. UserError, with the old file as it was, if that fails."""
    text = map_text(chart)

    def prove(draft: Path) -> None:
        again, faults = map_from(draft.read_bytes(), target.name)
        if again != chart or faults:
            raise UserError(f"Tệp ghép ô “{target.name}” ghi ra không đọc lại đúng, nên chưa được lưu. Hãy thử lại.")

    put_in_place(target, lambda draft: _write(draft, text), prove)


def _write(draft: Path, text: str) -> None:
    draft.write_text(text, encoding="utf-8", newline="\n")


def _entry(entry: Entry) -> Iterator[str]:
    yield ""
    yield "[[cell]]"
    yield f"sheet = {_said(entry.sheet)}"
    for name in ("at", "label", "value", "indicator"):
        if getattr(entry, name):
            yield f"{name} = {_said(getattr(entry, name))}"
    for name in ("row", "column"):
        labels = getattr(entry, name)
        if labels:
            yield f"{name} = {_said(labels[0]) if len(labels) == 1 else _list(labels)}"
    yield from _content(entry)


def _content(entry: Entry) -> Iterator[str]:
    if entry.where:
        yield f"where = {{ {', '.join(f'{_key(name)} = {_value(value)}' for name, value in entry.where)} }}"
    if entry.indicator and entry.span != "ky":
        yield f"span = {_said(entry.span)}"
    if entry.text is not None:
        yield f"text = {_said(entry.text)}"
    if entry.empty:
        yield f"empty = {_said(entry.empty)}"


def _said(text: str) -> str:
    """A TOML basic text is a JSON one, but for the letter DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _key(name: str) -> str:
    return name if name.replace("_", "").isalnum() and name.isascii() else _said(name)


def _list(values: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_said, values))}]"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else _said(str(value))
