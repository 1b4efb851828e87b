"""What was written in a field before, the most frequent first: proposed so that it need not be typed again."""

from __future__ import annotations

from models.ledger.plain import asked
from models.ledger.store import Store
from models.masks import rule
from models.record import Part, Record

_LATEST, _MOST = 4000, 300  # what lies further back is of another time, and counting it would be felt


def values_before(store: Store, part: type[Part], key: str) -> list[str]:
    """The texts of a field (by its key) among the latest lines, the most frequent first, then the latest."""
    persons = part.persons if issubclass(part, Record) else ()
    hiding = {rule(part, each) for each in (key, *persons)} - {""}  # such a text may name who must stay unknown
    told = " AND NOT ".join([f'"{key}" IS NOT NULL', *sorted(hiding)])
    lines = f'SELECT "{key}" AS said, id FROM "{part.table_name}" WHERE {told} ORDER BY id DESC LIMIT ?'
    sql = f"SELECT said FROM ({lines}) GROUP BY said ORDER BY count(*) DESC, max(id) DESC LIMIT ?"
    with store.reading() as connection:
        return [str(row[0]) for row in asked(connection, sql, (_LATEST, _MOST))]
