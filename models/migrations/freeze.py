"""For those who build the program: writes revision 0001, and what its ledgers look like, from the tables as they are.

`python -m models.migrations.freeze`, as long as no ledger of schema 1 was released; later a change of the tables is a
revision of its own.
"""

from __future__ import annotations

import re
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlcipher3 import dbapi2 as driver

from models.ledger.connection import Connection
from models.ledger.inspection import shape_of
from models.ledger.search import index_statement
from models.tables import METADATA

KNOWN = Path(__file__).parent / "known.py"
FIRST = Path(__file__).parent / "versions" / "v0001_first_tables.py"
_HEAD = '''"""The first tables of a ledger. Written by `python -m models.migrations.freeze`."""
# ruff: noqa: E501 - each column on its line, however long its rule

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
'''
_KNOWN = '''"""Ledgers known by a digest of their names. Written by `python -m models.migrations.freeze`."""

from __future__ import annotations

'''
_FOOT = ''')


def upgrade() -> None:
    """Makes every table and index."""
    for statement in STATEMENTS:
        op.execute(statement)
'''


def frozen() -> str:
    """The text of revision 0001 for the tables as they are now."""
    dialect = sa.create_engine("sqlite://").dialect
    statements: list[str] = []
    for table in METADATA.tables.values():
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        creation: list[sa.schema.ExecutableDDLElement] = [CreateTable(table), *map(CreateIndex, indexes)]
        for made in creation:
            statements.append(re.sub(r"[\t ]*\n[\t ]*", "\n", str(made.compile(dialect=dialect)).strip()))
    statements.append(index_statement())
    quoted = "".join(f'    """{statement}""",\n' for statement in statements)
    return _HEAD + quoted + _FOOT


def known() -> str:
    """The text of the module that knows ledgers of each version by the names of their tables."""
    connection = Connection(driver.connect(":memory:"))
    METADATA.create_all(connection.expressions)
    return f'{_KNOWN}SHAPES = {{\n    1: "{shape_of(connection.plain)}",\n}}\n'


if __name__ == "__main__":
    FIRST.write_text(frozen(), encoding="utf-8", newline="\n")
    KNOWN.write_text(known(), encoding="utf-8", newline="\n")
