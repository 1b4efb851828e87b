"""Numbers and days of a record that contradict each other, whatever the record: parts over totals, ends before starts.

The ledger refuses such records; those that an older version or the history brought in are found here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

import sqlalchemy as sa

from models.gaps.gap import ERROR, Finding, Gap, Look, shown_day
from models.record import Part, Record
from models.records import CATALOGUE
from models.records.consultation import Consultation
from models.records.dialogue import Dialogue
from models.records.unit import WorkforceSnapshot
from models.records.welfare import WelfareAction
from models.tables import table_of
from models.values import Whole, grouped


class _Parts(NamedTuple):
    record: type[Record]
    whole: str
    parts: tuple[str, ...]


_PARTS = (
    _Parts(WorkforceSnapshot, "total", ("female", "contract_signed", "insured", "short_of_work", "housed", "renting")),
    _Parts(Dialogue, "n_raised", ("n_answered_on_spot",)),
    _Parts(Consultation, "n_opinions", ("n_accepted",)),
    _Parts(WelfareAction, "n_turns", ("n_members",)),
)
MOST = 10_000_000
_SPANS = (("from", "to"), ("joined_on", "left_on"), ("received_on", "replied_on"), ("submitted_on", "recognised_on"))


def part_over_total(look: Look) -> Iterator[Gap]:
    """A part greater than its total."""
    for record, whole, parts in _PARTS:
        table = table_of(record)
        for part in parts:
            reason = partial(_too_much, record.fields[part].label, record.fields[whole].label)
            found = Finding("part_over_total", record, part, reason, "Sửa một trong hai số.", ERROR)
            columns = table.c[part].label("part"), table.c[whole].label("whole")
            yield from found.rows(look, table.c[part] > table.c[whole], *columns)


def end_before_start(look: Look) -> Iterator[Gap]:
    """A span of days of a record, or of one of its child lists, that ends before it begins."""
    for record in CATALOGUE:
        for part, name in ((record, ""), *((each.part, name) for name, each in record.lists.items())):
            for first, last in _SPANS:
                if {first, last} <= {member.key for member in part.fields.values()}:
                    yield from _backwards(look, record, part, name, (first, last))


def _backwards(look: Look, record: type[Record], part: type[Part], name: str, span: tuple[str, str]) -> Iterator[Gap]:
    table, lines = table_of(record), table_of(part)
    first, last = lines.c[span[0]], lines.c[span[1]]
    label = next(member.label for member in part.fields.values() if member.key == span[1])
    where = f"{record.lists[name].label}: " if name else ""
    found = Finding(
        "end_before_start",
        record,
        name or span[1],
        lambda row: f"{where}“{label}” là {shown_day(row.end)}, trước {shown_day(row.start)}",
        "Sửa một trong hai ngày.",
        ERROR,
    )
    if not name:
        yield from found.rows(look, last < first, first.label("start"), last.label("end"))
        return
    asked = sa.select(table.c.uid, table.c.named, first.label("start"), last.label("end"))
    joined = asked.join_from(lines, table, lines.c.owner == table.c.id).where(last < first).order_by(table.c.uid)
    for row in look.connection.execute(joined):
        yield found.gap(row.uid, row.named, row)


def unbelievable(look: Look) -> Iterator[Gap]:
    """Counts beyond all sense: a telephone number typed as a count."""
    for record in CATALOGUE:
        if record.dated_by:
            table = table_of(record)
            inside = look.inside(sa.func.substr(table.c[record.dated_by], 1, 10))
            for key, label in _counts(record):
                number = table.c[key]
                found = Finding("number_too_big", record, key, partial(_very_much, label), "Xem lại số này.")
                yield from found.rows(look, sa.and_(inside, number > MOST), number.label("number"))
            for name, each in record.lists.items():
                lines = table_of(each.part)
                for key, label in _counts(each.part):
                    most = sa.select(sa.func.max(lines.c[key])).where(lines.c.owner == table.c.id).scalar_subquery()
                    reason = partial(_very_much, f"{each.label}: {label}")
                    found = Finding("number_too_big", record, name, reason, "Xem lại số này.")
                    yield from found.rows(look, sa.and_(inside, most > MOST), most.label("number"))


def _counts(part: type[Part]) -> Iterator[tuple[str, str]]:
    """Key and label of each field that counts something."""
    for member in part.fields.values():
        if isinstance(member.kind, Whole) and not member.kind.money and not member.kind.plain:
            yield member.key, member.label


def _too_much(part: str, whole: str, row: Any) -> str:
    return f"“{part}” là {grouped(row.part)}, lớn hơn “{whole}” ({grouped(row.whole)})"


def _very_much(label: str, row: Any) -> str:
    return f"“{label}” là {grouped(row.number)}, lớn khác thường"


RULES = (part_over_total, end_before_start, unbelievable)
