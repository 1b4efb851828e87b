"""A block of cells as Excel and LibreOffice put it on the clipboard: tabs between cells, line ends between rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Block = list[list[str]]
_ENDS = re.compile(r"\t|\r\n|\r|\n")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r|\n|\Z)')  # a cell that itself holds tabs, line ends or quotes
_NEEDS_QUOTES = re.compile(r"[\t\r\n]")


def cells_of(text: str) -> Block:
    """The rows of a copied block, all of the same length; no rows for no text."""
    rows: Block = [[]]
    for cell, end in _pieces(text):
        rows[-1].append(cell)
        if end not in ("\t", ""):
            rows.append([])
    if rows[-1] in ([], [""]):
        rows.pop()  # a block ends with a line end
    breadth = max((len(row) for row in rows), default=0)
    return [row + [""] * (breadth - len(row)) for row in rows]


def text_of(block: Sequence[Sequence[str]]) -> str:
    """The block as text for the clipboard."""
    return "".join("\t".join(map(_quoted, row)) + "\n" for row in block)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Each cell and the sign after it: a tab, a line end, or nothing at the end."""
    at = 0
    while True:
        quoted = _QUOTED.match(text, at)
        if quoted and (_NEEDS_QUOTES.search(quoted[1]) or '""' in quoted[1]):
            cell, at = quoted[1].replace('""', '"'), quoted.end()
        else:
            end = _ENDS.search(text, at)
            stop = end.start() if end else len(text)
            cell, at = text[at:stop], stop
        end = _ENDS.match(text, at)
        yield cell, end[0] if end else ""
        if end is None:
            return
        at = end.end()


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell
