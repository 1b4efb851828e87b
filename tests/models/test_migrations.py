"""Older ledgers brought up to date: exactly our tables, all steps or none, a copy first."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from models.errors import UserError
from models.ledger import connection, file
from models.ledger.inspection import NewerLedger
from models.ledger.trouble import LedgerError
from models.migrations.freeze import FIRST, KNOWN, frozen, known
from models.migrations.upgrade import SCRIPTS, bring_up_to_date, migrate, newest
from models.tables import METADATA

Schema = list[tuple[str, str, str]]


def schema_of(path: Path) -> Schema:
    """Every table and index with its SQL, blanks made plain."""
    opened = driver.connect(str(path))
    rows = opened.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY name").fetchall()
    opened.close()
    return [(kind, name, "".join(sql.split())) for kind, name, sql in rows]


def version_of(path: Path) -> int:
    """The schema number, and the file is whole."""
    opened = driver.connect(str(path))
    assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    version = int(opened.execute("PRAGMA user_version").fetchone()[0])
    opened.close()
    return version


@pytest.fixture
def with_revision(tmp_path: Path) -> Callable[[str], Path]:
    """Our revisions and one more, whose `upgrade` has these lines."""

    def scripts(*lines: str) -> Path:
        folder = tmp_path / "scripts"
        shutil.copytree(SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        number = newest() + 1
        head = [
            '"""Only a test."""',
            *("import os, signal", "import sqlalchemy as sa", "from alembic import op"),
            *(f'revision = "{number:04}"', f'down_revision = "{number - 1:04}"', "def upgrade():"),
        ]
        text = "\n".join([*head, *(f"    {line}" for line in lines)])
        (folder / "versions" / f"v{number:04}_test.py").write_text(text, encoding="utf-8")
        return folder

    return scripts


def upgraded(path: Path, scripts: Path) -> None:
    """Brings a ledger up to date with these revisions."""
    connections = connection.Connections(path)
    try:
        bring_up_to_date(connections, file.SCHEMA, scripts)
    finally:
        connections.close()


def test_the_first_revision_is_written_from_the_tables_as_they_are() -> None:
    assert FIRST.read_text(encoding="utf-8") == frozen(), "run: python -m models.migrations.freeze"
    assert KNOWN.read_text(encoding="utf-8") == known(), "run: python -m models.migrations.freeze"


def test_the_revisions_make_exactly_our_tables(tmp_path: Path) -> None:
    made, migrated = tmp_path / "made.db", tmp_path / "migrated.db"
    for path in (made, migrated):
        connections = connection.Connections(path)
        with connections.writing() as opened:
            if path is made:
                METADATA.create_all(opened.expressions, checkfirst=False)
            else:
                migrate(opened.expressions, 0)
        connections.close()
    assert schema_of(migrated) == schema_of(made)
    assert len(schema_of(made)) > 60


def test_the_last_revision_is_the_schema_of_the_program() -> None:
    assert newest() == file.SCHEMA


def test_alembic_is_not_imported_to_open_a_ledger(ledger: Path) -> None:
    lines = f"""
        import sys
        from pathlib import Path
        from models.ledger import check, file, history, interchange, listing
        file.open_ledger(Path({str(ledger)!r})).close()
        assert "alembic" not in sys.modules
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(lines)], check=True)


def test_an_older_ledger_is_copied_and_brought_up_to_date(ledger: Path, with_revision: Callable[..., Path]) -> None:
    before = ledger.read_bytes()
    scripts = with_revision(
        'op.execute("CREATE TABLE novelty (id INTEGER PRIMARY KEY) STRICT")',
        'with op.batch_alter_table("idea") as table:',
        '    table.add_column(sa.Column("novelty", sa.Text))',
    )
    upgraded(ledger, scripts)
    assert version_of(ledger) == file.SCHEMA + 1
    names = {name for _kind, name, _sql in schema_of(ledger)}
    assert "novelty" in names
    assert not [name for name in names if "alembic" in name or "_tmp" in name]
    copy = ledger.with_name(f"{ledger.name}.v{file.SCHEMA}-backup")
    assert version_of(copy) == file.SCHEMA
    assert ledger.read_bytes() != before
    file.open_ledger(copy).close()
    with pytest.raises(NewerLedger):
        file.open_ledger(ledger)


def test_a_table_rebuilt_keeps_what_points_to_its_rows(ledger: Path, with_revision: Callable[..., Path]) -> None:
    opened = driver.connect(str(ledger))
    row = "uid, title, form, start_at, n_sessions, primary_topic, status, named, folded, ordering"
    opened.execute(f"INSERT INTO activity (id, {row}) VALUES (1, 'S1', 'a', 'x', '2026', 1, 'x', 'x', 'a', 'a', 'a')")
    opened.execute("INSERT INTO activity_audience (owner, place, n_turns) VALUES (1, 0, 7)")
    opened.commit()
    opened.close()
    upgraded(
        ledger,
        with_revision(
            'op.execute("CREATE TABLE rebuilt AS SELECT * FROM activity")',
            'op.execute("DROP TABLE activity")',
            'op.execute("ALTER TABLE rebuilt RENAME TO activity")',
            'op.execute("CREATE UNIQUE INDEX rebuilt_id ON activity (id)")',
            'op.execute("CREATE UNIQUE INDEX rebuilt_uid ON activity (uid)")',
        ),
    )
    opened = driver.connect(str(ledger))
    assert opened.execute("SELECT n_turns FROM activity_audience").fetchall() == [(7,)]
    opened.close()


def test_a_step_that_fails_leaves_the_ledger_as_it_was(ledger: Path, with_revision: Callable[..., Path]) -> None:
    before = schema_of(ledger)
    scripts = with_revision(
        'op.execute("CREATE TABLE novelty (id INTEGER PRIMARY KEY)")',
        'op.execute("DELETE FROM org_unit")',
        'raise ArithmeticError("planted")',
    )
    with pytest.raises(ArithmeticError):
        upgraded(ledger, scripts)
    assert (schema_of(ledger), version_of(ledger)) == (before, file.SCHEMA)
    file.open_ledger(ledger).close()


def test_links_that_a_step_breaks_are_noticed(ledger: Path, with_revision: Callable[..., Path]) -> None:
    line = "INSERT INTO activity_audience (owner, place, n_turns) VALUES (99, 0, 7)"
    with pytest.raises(LedgerError, match="chưa nâng cấp được"):
        upgraded(ledger, with_revision(f'op.execute("{line}")'))
    assert version_of(ledger) == file.SCHEMA
    file.open_ledger(ledger).close()


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_a_program_killed_within_an_upgrade_leaves_the_old_ledger(
    ledger: Path, with_revision: Callable[..., Path]
) -> None:
    before = schema_of(ledger)
    scripts = with_revision(
        'op.execute("CREATE TABLE novelty (id INTEGER PRIMARY KEY)")',
        "op.execute(\"UPDATE org_unit SET name_full = 'x'\")",
        "os.kill(os.getpid(), signal.SIGKILL)",
    )
    lines = f"""
        from pathlib import Path
        from models.ledger.connection import Connections
        from models.migrations.upgrade import bring_up_to_date
        path = Path({str(ledger)!r})
        bring_up_to_date(Connections(path), {file.SCHEMA}, Path({str(scripts)!r}))
    """
    killed = subprocess.run([sys.executable, "-c", textwrap.dedent(lines)], check=False)
    assert killed.returncode == -signal.SIGKILL
    store = file.open_ledger(ledger)
    assert store.own_unit().name_full == "CĐCS Công ty TNHH Mẫu A"
    store.close()
    assert (schema_of(ledger), version_of(ledger)) == (before, file.SCHEMA)


def test_no_copy_no_upgrade(ledger: Path, with_revision: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("models.ledger.backup._synced_digest", full)
    with pytest.raises(UserError, match="Không ghi được bản sao"):
        upgraded(ledger, with_revision('op.execute("CREATE TABLE novelty (id INTEGER PRIMARY KEY)")'))
    assert version_of(ledger) == file.SCHEMA
    assert list(ledger.parent.glob("*backup*")) == []
