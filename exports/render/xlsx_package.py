"""A workbook's file: openpyxl's parts with the table rows put into their sheets, the same bytes for the same report."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import IO

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

ROWS_AT_ONCE = 256
SHEET_END = b"</worksheet>"
# Else Excel marks every running number and code in green as a mistake; openpyxl cannot write this.
NUMBERS_MAY_BE_TEXTS = b'<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>'

_MERGED_ONE = re.compile(rb'<mergeCell ref="[A-Z0-9:]+"/>')
_MERGED = re.compile(rb'<mergeCells[^>]*>(?:<mergeCell ref="[A-Z0-9:]+"/>)+')

type_of_bodies = Mapping[str, "Body"]


@dataclass(frozen=True, slots=True)
class Body:
    """The rows of a sheet's tables as XML, each table with the row below it, and the ranges merged in them."""

    tables: Sequence[tuple[int, Iterable[str]]] = ()
    merged: Sequence[str] = ()


def write_package(workbook: Workbook, bodies: type_of_bodies, target: Path, day: date) -> None:
    """Write the workbook; `bodies`: the tables by sheet name."""
    frame = io.BytesIO()
    with zipfile.ZipFile(frame, "w") as archive:
        # Not workbook.save(): that would write the time of day into the file.
        ExcelWriter(workbook, archive).write_data()
    sheets = {sheet.path.lstrip("/"): bodies.get(sheet.title, Body()) for sheet in workbook.worksheets}
    with zipfile.ZipFile(frame) as parts, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name in parts.namelist():
            with file.open(entry(name, day), "w", force_zip64=name in sheets) as out:
                part = parts.read(name)
                if name in sheets:
                    part = _completed(part, sheets[name].merged)
                _write_part(out, part, sheets[name].tables if name in sheets else ())


def entry(name: str, day: date) -> zipfile.ZipInfo:
    """A part of an Office file, dated with the day of its paper and not with that of its writing."""
    entry = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    return entry


def _completed(part: bytes, merged: Sequence[str]) -> bytes:
    """What openpyxl leaves out; and the merged cells, which come from it in another order each time, in order."""
    found = _MERGED.search(part)
    if found:
        ranges = sorted(_MERGED_ONE.findall(found[0])) + [f'<mergeCell ref="{each}"/>'.encode() for each in merged]
        inside = f'<mergeCells count="{len(ranges)}">'.encode() + b"".join(ranges)
        part = part[: found.start()] + inside + part[found.end() :]
    return part.replace(SHEET_END, NUMBERS_MAY_BE_TEXTS + SHEET_END)


def _write_part(out: IO[bytes], part: bytes, bodies: Sequence[tuple[int, Iterable[str]]]) -> None:
    """Rows have to stand in their order, so each body goes before the row that follows it."""
    for after, rows in bodies:
        before, mark, part = part.partition(f'<row r="{after}"'.encode())
        if not mark:
            raise ValueError(f"row {after} is missing below a table")
        out.write(before)
        for batch in _batches(rows):
            out.write(batch)
        part = mark + part
    out.write(part)


def _batches(rows: Iterable[str]) -> Iterator[bytes]:
    left = iter(rows)
    while batch := "".join(islice(left, ROWS_AT_ONCE)):
        yield batch.encode()
