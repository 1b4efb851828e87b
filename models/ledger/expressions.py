"""SQLAlchemy over a connection that the ledger has opened and whose transactions it begins and ends itself."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as driver


class _Borrowed:
    """A plain connection whose transaction SQLAlchemy neither commits nor rolls back, and which it does not close."""

    def __init__(self, plain: Any) -> None:
        self._plain = plain

    def __getattr__(self, name: str) -> Any:
        return getattr(self._plain, name)

    def commit(self) -> None:
        """The ledger's own work."""

    rollback = close = commit


def over(plain: Any) -> sa.Connection:
    """SQLAlchemy's view of a plain connection, for as long as that is open."""
    engine = sa.create_engine(
        "sqlite://", module=driver, creator=lambda: _Borrowed(plain), poolclass=sa.StaticPool, hide_parameters=True
    )
    sa.event.listen(engine, "handle_error", _unwrap)
    return engine.connect()


def _unwrap(context: sa.ExceptionContext) -> None:
    """Lets the driver's own error through: `models.ledger.trouble` knows those."""
    raise context.original_exception
