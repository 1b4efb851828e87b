"""Who signs for the unit: its chair, where the list of members names exactly one."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa

from models.ledger.store import Store
from models.records.member import Member
from models.tables import table_of


def chair_on(store: Store, day: date) -> str:
    """The full name of the one member who is Chủ tịch and has not left by this day; "" if there is none or several."""
    member = table_of(Member).c
    stays = sa.or_(member.left_on.is_(None), member.left_on > day.isoformat())
    asked = sa.select(member.full_name).where(member.union_post == "chu_tich", stays).limit(2)
    with store.reading() as connection:
        names = list(connection.execute(asked).scalars())
    return str(names[0]) if len(names) == 1 else ""
