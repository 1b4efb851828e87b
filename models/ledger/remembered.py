"""What was written in a field before, the most frequent first: proposed so that it need not be typed again."""

from __future__ import annotations

from models.ledger.plain import asked
from models.ledger.store import Store
from models.record import Part

_LATEST, _MOST = 4000, 300  # what lies further back is of another time, and counting it would be felt


def values_before(store: Store, part: type[Part], key: str) -> list[str]:
    """The texts of a field (by its key) among the latest lines, the most frequent first, then the latest."""
    lines = f'SELECT "{key}" AS said, id FROM "{part.table_name}" WHERE "{key}" IS NOT NULL ORDER BY id DESC LIMIT ?'
    sql = f"SELECT said FROM ({lines}) GROUP BY said ORDER BY count(*) DESC, max(id) DESC LIMIT ?"
    with store.reading() as connection:
        return [str(row[0]) for row in asked(connection, sql, (_LATEST, _MOST))]
