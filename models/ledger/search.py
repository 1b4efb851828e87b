"""Finding records by words, without minding accents, đ, capitals or the order of the words.

A word is found by its beginning: "tuy tr" finds "tuyên truyền". Signs within a word are minded: "12/KH" is no "12 KH".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from zlib import crc32

from models.ledger.connection import Connection
from models.ledger.plain import asked
from models.vietnamese import folded, nfc

INDEX = "search"
ROOM = 1 << 40  # numbers that each kind of record has in the index
_WORD = re.compile(r"[^\W_]+")


def index_statement(name: str = INDEX) -> str:
    """The statement that makes an index of words. It keeps no texts, only which record has which word."""
    return (
        f"CREATE VIRTUAL TABLE {name} USING fts5"
        "(words, content='', detail=none, columnsize=0, prefix='1', tokenize='ascii')"
    )


def first_number(table: str) -> int:
    """What is added to the number of a record of this table for its number in the index."""
    return crc32(table.encode()) % (1 << 22) * ROOM


def words_of(text: str) -> list[str]:
    """The words of a text that was folded, as the index holds them: letters and digits alone."""
    return _WORD.findall(text)


def sought(text: str) -> list[str]:
    """The words that a reader looks for when she types `text`."""
    return words_of(folded(nfc(text)))


def matching(table: str, text: str) -> tuple[str, list[Any]]:
    """The condition (SQL and its values) of rows in which each word of `text` begins a word they are found by."""
    typed = folded(nfc(text)).split()
    words = words_of(" ".join(typed))
    rules, values = ["1"], list[Any]()
    if words:
        first = first_number(table)
        found = (
            f"SELECT rowid - {first} FROM {INDEX} WHERE {INDEX} MATCH ? AND rowid BETWEEN {first} AND {first + ROOM}"
        )
        rules.append(f"id IN ({found})")
        values.append(_query(words))
    signed = [word for word in typed if not _WORD.fullmatch(word)]
    return " AND ".join([*rules, *["instr(folded, ?)"] * len(signed)]), [*values, *signed]


def finder(text: str) -> Callable[[str], bool]:
    """Tells of a folded text whether `matching` would find it."""
    typed = folded(nfc(text)).split()
    words = sorted(words_of(" ".join(typed)), key=len, reverse=True)  # the rarest first, most likely
    signed = [word for word in typed if not _WORD.fullmatch(word)]
    return lambda said: all(_begins_word(said, word) for word in words) and all(word in said for word in signed)


def tables_with(connection: Connection, text: str, tables: Sequence[str]) -> list[str]:
    """Those of the tables in whose records all words of `text` occur, signs not minded."""
    words = sought(text)
    if not words:
        return []
    rows = asked(connection, f"SELECT DISTINCT rowid / {ROOM} FROM {INDEX} WHERE {INDEX} MATCH ?", (_query(words),))
    numbers = {number * ROOM for (number,) in rows}
    return [table for table in tables if first_number(table) in numbers]


def places(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a text holds one of the words sought: (first, length) of the letters typed."""
    for found in _WORD.finditer(text):
        bare = folded(found[0])
        length = max((len(word) for word in words if bare.startswith(word)), default=0)
        if length:
            yield found.start(), min(length, len(found[0]))


def _begins_word(text: str, beginning: str) -> bool:
    place = text.find(beginning)
    while place > 0 and text[place - 1].isalnum():
        place = text.find(beginning, place + 1)
    return place >= 0


def _query(words: Sequence[str]) -> str:
    return " AND ".join(f'"{word}"*' for word in dict.fromkeys(words))
