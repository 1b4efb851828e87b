"""The window is painted before anything heavy is imported; the first ledger, and what stands in the way of one."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.ledger.file import open_ledger
from models.ledger.store import Store
from models.records.activity import Activity
from models.records.unit import OrgUnit
from ui import messages, settings
from ui.app import made_window
from ui.dialogs.first_start import FirstStart
from ui.main_window import MainWindow

PAINT = """
import os, sys
import main
from ui import app
heavy = ("sqlalchemy", "sqlcipher3", "alembic", "openpyxl", "reportlab", "lxml", "models", "exports", "json")
app._begin = lambda *_given: (print([name for name in heavy if name in sys.modules], flush=True), os._exit(0))
main.main([])
"""


RECORDS = """
import os, sys
from pathlib import Path
from ui import app
running = app.prepared()
window = app.made_window()
window.show()
window.desk.begin(Path(sys.argv[1]))
running.processEvents()
rows = window.pages.page.current.table.rows.count
print(rows, [name for name in ("sqlalchemy", "alembic", "models.tables") if name in sys.modules], flush=True)
os._exit(0)
"""


def _told(lines: str, folder: Path, *arguments: str) -> str:
    """What a program of these lines prints, run by itself."""
    room = Path(__file__).resolve().parents[2]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(room)}
    command = [sys.executable, "-c", lines, *arguments]
    run = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)
    return run.stdout.strip() or run.stderr


def test_the_first_painting_imports_nothing_heavy(tmp_path: Path) -> None:
    assert _told(PAINT, tmp_path) == "[]"


def test_the_first_records_come_before_sqlalchemy(tmp_path: Path, ledger: Path) -> None:
    store = open_ledger(ledger)
    held = Activity("S1", title="Hội nghị", form="hoi_nghi", start_at=datetime(2026, 2, 25, 8), primary_topic="atgt")
    with store.write("Thêm") as write:
        write.save(held)
    store.close()
    assert _told(RECORDS, tmp_path, str(ledger)) == "1 []"


def test_the_unit_and_its_ledger_stand_in_the_window(window: MainWindow, ledger: Path) -> None:
    assert window.windowTitle().startswith("Công đoàn cơ sở Công ty TNHH Mẫu A")
    assert settings.recent_ledgers()[0] == ledger
    assert window.pages.page is not None and window.pages.page.title == "Tuyên truyền"


def test_something_else_than_a_ledger_is_refused_politely(window: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "anh.socd"
    other.write_bytes(b"not a ledger" * 40)
    before = window.store
    with messages.answered(None) as asked:
        assert not window.desk.open(other)
    assert asked == ["Chưa mở được sổ"]
    assert window.store is before


@pytest.fixture
def assistant(qtbot: QtBot, dressed: QApplication) -> FirstStart:
    """The assistant without a window behind it."""
    window = made_window()
    qtbot.addWidget(window)
    shown = FirstStart(window, window.jobs)
    shown.show()
    shown.show_own_unit()
    return shown


def test_the_first_start_makes_the_own_unit_and_its_superior(
    qtbot: QtBot, assistant: FirstStart, tmp_path: Path
) -> None:
    QTest.keyClicks(assistant.unit.name, "Cong doan co so Cong ty May B")
    QTest.keyClicks(assistant.unit.superior, "Lien doan Lao dong tinh Tay Ninh")
    assert assistant.unit.head_1.text() == "LIEN DOAN LAO DONG TINH TAY NINH"
    assert assistant.unit.code.text() == "CDCS-MAY-B"
    with messages.answered(tmp_path / "so.socd"):
        assistant.choose_place()
    made: list[Store] = []
    assistant.made.connect(made.append)
    assistant.make()
    own = made[0].own_unit()
    assert (own.code, own.place_name) == ("CDCS-MAY-B", None)
    assert made[0].read(OrgUnit, own.parent or "").kind == "provincial_federation"
    made[0].close()


def test_a_kind_of_unit_that_is_none_is_named(assistant: FirstStart, tmp_path: Path) -> None:
    with messages.answered(tmp_path / "so.socd"):
        assistant.choose_place()
    assistant.unit.kind.setText("hội đồng nào đó")
    assistant.make()
    assert assistant.fault.text().startswith("Loại tổ chức: không có trong danh sách")
    assert not (tmp_path / "so.socd").exists()


def test_a_unit_without_a_name_is_asked_for_it(assistant: FirstStart, tmp_path: Path) -> None:
    with messages.answered(tmp_path / "so.socd"):
        assistant.choose_place()
    assistant.make()
    assert "Tên đầy đủ: chưa điền" in assistant.fault.text()
    assert not (tmp_path / "so.socd").exists()
