"""What was written in a field before, the most frequent first: proposed so that it need not be typed again."""

from __future__ import annotations

import sqlalchemy as sa

from models.ledger.store import Store
from models.record import Part
from models.tables import table_of

_LATEST, _MOST = 4000, 300  # what lies further back is of another time, and counting it would be felt


def values_before(store: Store, part: type[Part], key: str) -> list[str]:
    """The texts of a field (by its key) among the latest lines, the most frequent first, then the latest."""
    table = table_of(part)
    latest = sa.select(table.c[key].label("text"), table.c.id).where(table.c[key].is_not(None))
    lines = latest.order_by(table.c.id.desc()).limit(_LATEST).subquery()
    counted = sa.select(lines.c.text).group_by(lines.c.text)
    ordered = counted.order_by(sa.func.count().desc(), sa.func.max(lines.c.id).desc()).limit(_MOST)
    with store.reading() as connection:
        return [str(text) for text in connection.execute(ordered).scalars()]
