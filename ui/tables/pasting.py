"""A copied block becomes rows of a log: which column each of its columns goes into, and what each cell means there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from models.ledger.listing import ListColumn
from models.record import Record
from models.vietnamese import folded
from ui.editing.block import Block
from ui.editing.reading import CellReader
from ui.tables.unsaved import Unsaved, field_of


class Target(NamedTuple):
    """Where a block goes: a column of the log for each of its own (None: left out), and its rows without heads."""

    columns: tuple[ListColumn | None, ...]
    lines: Block
    left_out: tuple[str, ...] = ()  # heads that name no column of the log


def target_of(block: Block, shown: Sequence[ListColumn], every: Sequence[ListColumn], start: int) -> Target:
    """By its heads if the first row is one, else one column after the other from the cell where she pastes."""
    by_name = {folded(column.label): column for column in every}
    heads = [by_name.get(folded(text).removesuffix(" *")) for text in block[0]]
    if sum(head is not None for head in heads) >= min(2, len(heads)):
        unknown = tuple(text for text, head in zip(block[0], heads, strict=True) if head is None and text.strip())
        return Target(tuple(heads), block[1:], unknown)
    onward = list(shown[start : start + len(block[0])])
    beyond = len(block[0]) - len(onward)
    return Target((*onward, *[None] * beyond), block)


def rows_of(
    target: Target, record: type[Record], uids: Sequence[str], begin: Callable[[], Record], reader: CellReader
) -> list[Unsaved]:
    """The rows as they would be: changes of the records with these uids, new ones beyond them."""
    rows = []
    for place, line in enumerate(target.lines):
        row = Unsaved(record, uids[place]) if place < len(uids) else Unsaved(record, base=begin())
        for column, text in zip(target.columns, line, strict=True):
            if column is not None and (text.strip() or not row.is_new):
                put_text(row, column.key, text, reader)
        rows.append(row)
    return rows


def put_text(row: Unsaved, key: str, text: str, reader: CellReader) -> None:
    """Puts what a text means into the column of that key, or the text itself with the reason why it means nothing."""
    try:
        row.put(key, reader.value(field_of(row.type, key), text))
    except ValueError as error:
        row.put(key, None, (text.strip(), str(error)))
