"""Alembic's way in: carries the revisions out on the connection that `upgrade` passes, within its transaction.

A ledger keeps its schema number in `user_version`; Alembic's own table of revisions is gone when the transaction ends.
"""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()
