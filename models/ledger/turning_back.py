"""Back to any step of the history: everything written since is taken back by one write, which can be done again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.errors import UserError
from models.ledger.history import FOUNDING, Written, mark_undone, standing_since, take_back
from models.ledger.plain import asked, marks
from models.ledger.store import Store


@dataclass(frozen=True, slots=True)
class Prospect:
    """What going back would take back: the writes, newest first, and how many records of each kind."""

    writes: tuple[Written, ...]
    kinds: tuple[tuple[str, int], ...]


def prospect(store: Store, number: int) -> Prospect:
    """What going back to before this write would take back."""
    writes = standing_since(store, number)
    numbers = [each.number for each in writes]
    sql = f"SELECT type, count(DISTINCT uid) FROM change WHERE write IN ({marks(len(numbers))}) GROUP BY type"
    with store.reading() as connection:
        kinds = asked(connection, sql, numbers)
    return Prospect(tuple(writes), tuple((str(kind), int(count)) for kind, count in kinds))


def go_back(store: Store, number: int) -> Sequence[Written]:
    """Takes back this write and all that came after it and still stand. UserError if it cannot be.

    `history.redo` brings all of them back at once.
    """
    if number <= FOUNDING:
        raise UserError("Việc đầu tiên là lập sổ nên không lùi về trước đó được. Hãy chọn việc ngay sau.")
    taken = standing_since(store, number)
    if not taken or taken[-1].number != number:
        raise UserError(f"Việc số {number} không còn để lùi: việc này đã được hoàn tác. Hãy xem lại danh sách.")
    with store.write(f"Lùi về trước: {taken[-1].label}") as write:
        numbers = [each.number for each in taken]
        take_back(write, numbers)
        mark_undone(write, numbers)
        write.takes_back(number)
    return taken
