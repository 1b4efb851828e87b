"""The first records of a list, long before all of them are found: what a screen shows as soon as it is asked for."""

from __future__ import annotations

from array import array
from dataclasses import replace

from models.ledger.listing import Choice, ids, order_of, where
from models.ledger.plain import each
from models.ledger.question import Question
from models.ledger.search import finder, sought
from models.ledger.store import Store

FIRST = 1000  # records that are read before the others: far more than a screen holds
_ENOUGH = 50  # of those with the words sought: more than a screen holds
_LOOKED_THROUGH = 2000


def is_quick(choice: Choice) -> bool:
    """True if an index gives the first records of the choice at once, however many there are."""
    return not choice.text.strip() and _is_indexed(choice)


def first_ids(store: Store, choice: Choice, question: Question | None = None) -> tuple[array[int], bool]:
    """The numbers of the first records chosen, in order, and whether these are all. Raises Dropped like `ids`.

    Words that many records have are met soon in the records themselves; those that few have are soon found in the
    index of words.
    """
    if sought(choice.text):
        near = _met(store, choice, question or Question()) if _is_indexed(choice) else array("q")
        return (near, False) if len(near) >= _ENOUGH else (ids(store, choice, question), True)
    first = ids(store, choice, question, FIRST)
    return first, len(first) < FIRST


def _is_indexed(choice: Choice) -> bool:
    """True if an index has the order of the choice, and little has to be passed over."""
    by_name = order_of(choice).startswith("ordering") and not choice.first and not choice.last
    return (not choice.order or by_name) and not choice.conditions


def _met(store: Store, choice: Choice, question: Question) -> array[int]:
    """Those of the first records in this order, whatever their words, that have the words sought."""
    condition, values = where(replace(choice, text=""))
    table, is_found = choice.record.table_name, finder(choice.text)
    sql = f'SELECT id, folded FROM "{table}" AS listed WHERE {condition} ORDER BY {order_of(choice)} LIMIT ?'
    found = array("q")
    with store.reading() as connection, question.asked(connection):
        for number, text in each(connection, sql, [*values, _LOOKED_THROUGH]):
            if is_found(text):
                found.append(number)
                if len(found) == _ENOUGH:
                    break
    return found
