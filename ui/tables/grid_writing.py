"""Rows of a grid go into the ledger: all that are right in one write, the others keep what was typed and say why."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import replace

from models.errors import Fault, Refused
from models.ledger.store import Store
from models.record import Record
from ui.editing.form_logic import complete
from ui.pages.subjects import shelf_of
from ui.tables.unsaved import Unsaved

Called = Callable[[Sequence[Unsaved], Sequence[Record]], str]
_LONGEST_TITLE = 60


def records_of(store: Store, rows: Sequence[Unsaved]) -> list[tuple[Unsaved, Record | None, Record]]:
    """(row, how it stands in the ledger, how it should stand) of each row; rows whose record is gone are left out."""
    if not rows:
        return []
    known = [row.uid for row in rows if not row.is_new]
    befores = {each.uid: each for each in store.read_many(rows[0].type, known)}
    return [
        (row, befores.get(row.uid), row.record(befores.get(row.uid)))
        for row in rows
        if row.is_new or row.uid in befores
    ]


def write_rows(store: Store, rows: Sequence[Unsaved], called: str = "", *, all_of_them: bool = False) -> list[Unsaved]:
    """Saves the rows that have no faults, in one write, and returns them; `all_of_them` saves all rows or none.

    Texts that cannot be read stay out of the record and in their row. UserError if the disk fails.
    """
    found = records_of(store, rows)
    good = [each for each in found if _is_good(each[0], each[2])]
    while good and not (all_of_them and len(good) < len(rows)):
        try:
            with store.write(called or name_of_write(good)) as write:
                for place, (_row, before, record) in enumerate(good, 1):
                    saved = copy.deepcopy(record)
                    write.faults += _faults_of_completing(store, saved, before, place)
                    write.save(saved, line=place)
        except Refused as refused:
            good = _told_apart(good, refused.faults)
            continue
        for row, _before, _record in good:
            row.changes.clear()
        return [row for row, _before, _record in good]
    return []


def _faults_of_completing(store: Store, record: Record, before: Record | None, place: int) -> list[Fault]:
    """Lets a record take on what it takes on by itself; the faults of its row if that cannot be."""
    try:
        complete(store, record, before)
    except Refused as refused:
        return [replace(fault, line=place) for fault in refused.faults]
    return []


def name_of_write(good: Sequence[tuple[Unsaved, Record | None, Record]]) -> str:
    """What the history calls it: "Sửa hoạt động “Hội nghị”", "Thêm 20 hoạt động"."""
    noun = shelf_of(good[0][2].table_name).noun
    new = sum(row.is_new for row, _before, _record in good)
    verb = "Thêm" if new == len(good) else "Thêm, sửa" if new else "Sửa"
    if len(good) > 1:
        return f"{verb} {len(good)} {noun}"
    title = good[0][2].title_text
    shown = title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + "…"
    return f"{verb} {noun} “{shown}”"


def _is_good(row: Unsaved, record: Record) -> bool:
    """True if the record may be saved: a known one even if some cell of its row cannot be read, a new one never."""
    row.check(record)
    return not row.faults if row.is_new else not set(row.faults) - set(row.typed) and bool(row.changes)


def _told_apart(
    good: Sequence[tuple[Unsaved, Record | None, Record]], faults: Sequence[Fault]
) -> list[tuple[Unsaved, Record | None, Record]]:
    """Notes the ledger's own faults at their rows; gives those that it has none against."""
    left = []
    for place, each in enumerate(good, 1):
        own = [Fault(fault.reason, fault.field, fault.label) for fault in faults if fault.line in (place, None)]
        if own:
            each[0].check(each[2], own)
        else:
            left.append(each)
    return left
