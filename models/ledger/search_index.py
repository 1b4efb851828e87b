"""The index of words, kept true with the records by the one place that writes them; compared and made anew on request.

It holds no text, only which record has which word: to take a record out, the very words must be named that it has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.ledger.connection import Connection
from models.ledger.plain import asked, put
from models.ledger.search import INDEX, first_number, index_statement, words_of
from models.record import Record
from models.records import CATALOGUE

Texts = Iterable[tuple[int, str]]  # a record's number and its folded text


def enter(connection: Connection, record: type[Record], texts: Texts, *, into: str = INDEX) -> None:
    """Puts records into the index."""
    put(connection, f"INSERT INTO {into} (rowid, words) VALUES (?, ?)", _rows(record, texts))


def leave(connection: Connection, record: type[Record], texts: Texts) -> None:
    """Takes records out of the index, by the texts under which they were entered."""
    put(
        connection,
        f"INSERT INTO {INDEX} ({INDEX}, rowid, words) VALUES ('delete', ?, ?)",
        _rows(record, texts),
    )


def rebuild(connection: Connection) -> None:
    """Makes the index anew from the records."""
    asked(connection, f"INSERT INTO {INDEX} ({INDEX}) VALUES ('delete-all')")
    for record in CATALOGUE:
        enter(connection, record, _texts(connection, record))


def is_true(connection: Connection) -> bool:
    """True if the index holds exactly the words of the records."""
    asked(connection, index_statement("temp.search_anew"))
    try:
        for record in CATALOGUE:
            enter(connection, record, _texts(connection, record), into="temp.search_anew")
        return _sums(connection, "main", INDEX) == _sums(connection, "temp", "search_anew")
    finally:
        asked(connection, "DROP TABLE temp.search_anew")


def _sums(connection: Connection, schema: str, name: str) -> list[tuple[object, ...]]:
    """Each word of an index with how many records have it and which, as sums: a list of them all would not fit."""
    asked(connection, f"CREATE VIRTUAL TABLE temp.held USING fts5vocab('{schema}', '{name}', 'instance')")
    try:
        which = "count(*), sum(doc % 1000003), sum((doc % 999983) * (doc % 8191))"
        return asked(connection, f"SELECT term, {which} FROM temp.held GROUP BY term")
    finally:
        asked(connection, "DROP TABLE temp.held")


def _rows(record: type[Record], texts: Texts) -> Iterator[tuple[int, str]]:
    first = first_number(record.table_name)
    return ((first + number, " ".join(words_of(text))) for number, text in texts)


def _texts(connection: Connection, record: type[Record]) -> list[tuple[int, str]]:
    return [(row[0], row[1]) for row in asked(connection, f'SELECT id, folded FROM "{record.table_name}"')]
