"""The tables of a ledger, made from the fields of the records: a field is said once, in its record.

A record's table has its own number (`id`), its uid, its fields under their interchange names with values as stored,
what it is called, the folded text that searching reads, and the key that orders it by name. A child list has a table
of its own. One index holds the words of every folded text.
"""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa

from models.ledger.search import index_statement
from models.record import Part, Record
from models.records import CATALOGUE
from models.values import Link

METADATA = sa.MetaData()
_TYPES = {"TEXT": sa.Text, "INTEGER": sa.Integer, "REAL": sa.REAL}

WRITES = sa.Table(
    "write",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("label", sa.Text, nullable=False),
    sa.Column("undoes", sa.Integer, sa.ForeignKey("write.id")),
    sa.Column("undone_by", sa.Integer, sa.ForeignKey("write.id")),
    sqlite_strict=True,
)
CHANGES = sa.Table(
    "change",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("write", sa.Integer, sa.ForeignKey("write.id"), nullable=False, index=True),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("uid", sa.Text, nullable=False, index=True),
    sa.Column("before", sa.Text),
    sqlite_strict=True,
)

SEALS = sa.Table(
    "seal",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("form", sa.Text, nullable=False),
    sa.Column("named", sa.Text, nullable=False),  # the form in her words: one of an authority may be put away later
    sa.Column("form_version", sa.Text, nullable=False),
    sa.Column("period", sa.Text, nullable=False),  # as the command line writes it
    sa.Column("days", sa.Text, nullable=False),  # the whole period as JSON, should its record change later
    sa.Column("unit", sa.Text, nullable=False),
    sa.Column("mark", sa.Text, nullable=False, unique=True),  # stands in every file sent
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("replaces", sa.Integer, sa.ForeignKey("seal.id")),
    sa.Column("program", sa.Text, nullable=False),
    sa.Column("sealed_at", sa.Text, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("after_write", sa.Integer, nullable=False),  # the last write that its figures know of
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("withdrawn_at", sa.Text),
    sa.Column("withdrawn_by", sa.Text),
    sa.Column("withdrawn_reason", sa.Text),
    sa.UniqueConstraint("form", "period", "version"),
    sqlite_strict=True,
)
SEALED_CELLS = sa.Table(
    "sealed_cell",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("seal", sa.Integer, sa.ForeignKey("seal.id"), nullable=False, index=True),
    sa.Column("form", sa.Text, nullable=False),
    sa.Column("table_code", sa.Text, nullable=False),
    sa.Column("row_code", sa.Text, nullable=False),
    sa.Column("col_code", sa.Text, nullable=False),
    sa.Column("label", sa.Text, nullable=False),
    sa.Column("value", sa.Text, nullable=False),  # JSON
    sa.Column("records", sa.LargeBinary),  # numbers of `sealed_record`, JSON, packed
    sqlite_strict=True,
)
SEALED_RECORDS = sa.Table(
    "sealed_record",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("seal", sa.Integer, sa.ForeignKey("seal.id"), nullable=False, index=True),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("uid", sa.Text, nullable=False),
    sqlite_strict=True,
)
SEALED_FILES = sa.Table(
    "sealed_file",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("seal", sa.Integer, sa.ForeignKey("seal.id"), nullable=False, index=True),
    sa.Column("ending", sa.Text, nullable=False),  # ".xlsx"
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sqlite_strict=True,
)
SEAL_STATE = sa.Table(
    "seal_state",
    METADATA,
    sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1"), primary_key=True),
    sa.Column("digest", sa.Text, nullable=False),  # of all seals and what was withdrawn: none can go away
    sqlite_strict=True,
)


def table_of(part: type[Part]) -> sa.Table:
    """The table that holds records or parts of this type."""
    return METADATA.tables[part.table_name]


def _add_record(record: type[Record]) -> None:
    sa.Table(
        record.table_name,
        METADATA,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False, unique=True),
        *_columns(record),
        *(sa.Column(name, sa.Text, sa.Computed(rule, persisted=True)) for name, rule in record.computed.items()),
        sa.Column("named", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("ordering", sa.Text, nullable=False, index=True),
        *(sa.Index(f"ix_{record.table_name}_{columns[0]}", *columns) for columns in _indexes(record)),
        sqlite_strict=True,
    )
    for child_list in record.lists.values():
        _add_part(child_list.part, record)


def _indexes(record: type[Record]) -> Iterator[tuple[str, ...]]:
    """Every record is found by the day it counts by; further indexes are the record's own."""
    if record.dated_by:
        yield (record.dated_by,)
    yield from record.indexes


def _add_part(part: type[Part], owner: type[Record]) -> None:
    owner_column = sa.Column(
        "owner", sa.Integer, sa.ForeignKey(f"{owner.table_name}.id", ondelete="CASCADE"), nullable=False
    )
    sa.Table(
        part.table_name,
        METADATA,
        sa.Column("id", sa.Integer, primary_key=True),
        owner_column,
        sa.Column("place", sa.Integer, nullable=False),
        *_columns(part),
        sa.Index(f"ix_{part.table_name}_owner", "owner", *part.counted),
        sqlite_strict=True,
    )


def _columns(part: type[Part]) -> Iterator[sa.Column[object]]:
    for member in part.fields.values():
        kind = member.kind
        points = isinstance(kind, Link) and len(kind.to) == 1
        target = (sa.ForeignKey(f"{kind.to[0]}.uid", deferrable=True, initially="DEFERRED"),) if points else ()  # type: ignore[attr-defined]
        yield sa.Column(member.key, _TYPES[kind.affinity], *target, nullable=not member.required, index=points)


for _record in CATALOGUE:
    _add_record(_record)


@sa.event.listens_for(METADATA, "after_create")
def _add_search(_made: sa.MetaData, connection: sa.Connection, **_rest: object) -> None:
    connection.exec_driver_sql(index_statement())
