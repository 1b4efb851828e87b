"""${message}."""

from __future__ import annotations

from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings a ledger from schema ${repr(down_revision)} to ${repr(up_revision)}; never imports records."""
    ${upgrades if upgrades else "op.execute(\"\")"}
