"""An older ledger brought up to date: copied first, then all steps at once or none.

Facts: without a BEGIN of our own, half of an upgrade stays when the power fails (`connection.Connections` sends it).
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from models.ledger.backup import verified_copy
from models.ledger.connection import Connections
from models.ledger.plain import asked, first
from models.ledger.trouble import LedgerError, told

SCRIPTS = Path(__file__).parent


def bring_up_to_date(connections: Connections, version: int, scripts: Path = SCRIPTS) -> None:
    """Carries out the revisions after `version`; a copy of the ledger as it was stays beside it.

    LedgerError if that cannot be; the ledger is then as it was before.
    """
    head, path = newest(scripts), connections.path
    if version >= head:
        return
    verified_copy(connections, path.with_name(f"{path.name}.v{version}-backup"))
    with told(path), connections.writing(foreign_keys=False) as connection:
        found = first(connection, "PRAGMA user_version")
        if found != version:
            raise LedgerError(f"Sổ “{path.name}” vừa đổi phiên bản ({found}). Hãy mở lại sổ.")
        migrate(connection.expressions, version, scripts)
        asked(connection, f"PRAGMA user_version={head}")
        if asked(connection, "PRAGMA foreign_key_check"):
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
