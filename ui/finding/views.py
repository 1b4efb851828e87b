"""Ways to look at a list, kept under a name: the words looked for, conditions, order, columns.

They are habits of the person at this machine, no facts of the union: they are kept in her settings, not in the ledger,
whose history would otherwise tell of them and which she sends to others.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from models.ledger.listing import FILTER, Condition
from models.record import Record
from ui import settings


@dataclass(frozen=True, slots=True)
class View:
    """A way to look at one kind of record."""

    name: str
    text: str = ""
    conditions: tuple[Condition, ...] = ()
    order: str = ""
    descending: bool = False
    all_periods: bool = False
    columns: tuple[str, ...] = ()  # by key; none: those that are shown stay


def views_of(record: type[Record]) -> list[View]:
    """The views kept for this kind of record, by name; what names fields that are no more is passed over."""
    known = {FILTER, *(member.key for member in record.fields.values())}
    found = [_read(text) for text in settings.kept_views(record.table_name)]
    usable = [view for view in found if view and all(each.field in known for each in view.conditions)]
    return sorted(usable, key=lambda view: view.name.casefold())


def keep_view(record: type[Record], view: View) -> None:
    """Keeps a view, in place of one of the same name."""
    _keep(record, [*(each for each in views_of(record) if each.name != view.name), view])


def forget_view(record: type[Record], name: str) -> None:
    """Keeps the view of that name no longer."""
    _keep(record, [each for each in views_of(record) if each.name != name])


def _keep(record: type[Record], views: list[View]) -> None:
    settings.keep_views(record.table_name, [_written(view) for view in views])


def _written(view: View) -> str:
    line = {
        "name": view.name,
        "text": view.text,
        "conditions": [[each.field, each.value] for each in view.conditions],
        "order": view.order,
        "descending": view.descending,
        "all_periods": view.all_periods,
        "columns": view.columns,
    }
    return json.dumps(line, ensure_ascii=False)


def _read(text: str) -> View | None:
    try:
        line = json.loads(text)
        conditions = tuple(Condition(str(field), value) for field, value in line.pop("conditions"))
        return View(conditions=conditions, columns=tuple(map(str, line.pop("columns", ()))), **line)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None  # written by another version
