"""An older ledger brought up to date: copied first, then all steps at once or none.

Facts: without a BEGIN of our own, half of an upgrade stays when the power fails (`connection.engine_for` sends it).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from models.ledger.backup import verified_copy
from models.ledger.trouble import LedgerError, told

SCRIPTS = Path(__file__).parent


def bring_up_to_date(path: Path, engine: sa.Engine, version: int, scripts: Path = SCRIPTS) -> None:
    """Carries out the revisions after `version`; a copy of the ledger as it was stays beside it.

    LedgerError if that cannot be; the ledger is then as it was before.
    """
    head = newest(scripts)
    if version >= head:
        return
    verified_copy(engine, path.with_name(f"{path.name}.v{version}-backup"))
    with told(path), _writing(engine) as connection:
        found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if found != version:
            raise LedgerError(f"Sổ “{path.name}” vừa đổi phiên bản ({found}). Hãy mở lại sổ.")
        migrate(connection, version, scripts)
        connection.exec_driver_sql(f"PRAGMA user_version={head}")
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise LedgerError(
                f"Sổ “{path.name}” chưa nâng cấp được vì có bản ghi trỏ đến bản ghi không còn. "
                "Sổ được giữ nguyên như cũ. Hãy gửi sổ cho người hỗ trợ."
            )


def migrate(connection: sa.Connection, version: int, scripts: Path = SCRIPTS) -> None:
    """Carries out the revisions after `version` on a connection, within its transaction."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num TEXT PRIMARY KEY) STRICT")
    if version:
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (f"{version:04}",))
    command.upgrade(config, "head")
    connection.exec_driver_sql("DROP TABLE alembic_version")


def newest(scripts: Path = SCRIPTS) -> int:
    """The schema number of the last revision."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    return int(ScriptDirectory.from_config(config).get_current_head() or 0)


@contextmanager
def _writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction in which tables may be rebuilt: removing a table must not remove what points to its rows."""
    with engine.connect().execution_options(writing=True) as connection:
        plain = connection.connection.driver_connection
        assert plain is not None
        plain.execute("PRAGMA foreign_keys=OFF")  # has no effect within a transaction
        try:
            with connection.begin():
                yield connection
        finally:
            plain.execute("PRAGMA foreign_keys=ON")
