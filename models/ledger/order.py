"""The order of a list: codes as their list has them, words as Vietnamese readers order them, the rest by value."""

from __future__ import annotations

from models.ledger.connection import Connection
from models.ledger.plain import asked, put
from models.values import Code, Kind, Text
from models.vietnamese import order_key

_WORDS = "temp.word_order"


def ranked(kind: Kind, value: str) -> str:
    """The SQL by which values of that kind are ordered; texts only after `learn_words`."""
    if isinstance(kind, Text):
        return f"(SELECT key FROM {_WORDS} WHERE text = {value})"
    if isinstance(kind, Code):
        places = " ".join(f"WHEN {_literal(key)} THEN {place}" for place, key in enumerate(kind.list))
        return f"CASE {value} {places} END"
    return value


def learn_words(connection: Connection, table: str, key: str) -> None:
    """Works out the order of the different texts in a column, once for each text: SQLite knows no Vietnamese.

    What was worked out stays with the connection, and none of it in the ledger.
    """
    asked(connection, "CREATE TEMP TABLE IF NOT EXISTS word_order (text TEXT PRIMARY KEY, key TEXT) WITHOUT ROWID")
    unknown = f"""SELECT DISTINCT "{key}" FROM "{table}" WHERE "{key}" > ''"""
    texts = asked(connection, f"{unknown} EXCEPT SELECT text FROM {_WORDS}")
    put(connection, f"INSERT INTO {_WORDS} VALUES (?, ?)", ((text, order_key(text)) for (text,) in texts))


def _literal(key: str | int) -> str:
    return str(key) if isinstance(key, int) else f"'{key}'"
