"""The guard over the log: a test that logs a warning passes only if it announced it."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

SILENT_WARNING = """
import logging

def test_that_warns():
    logging.getLogger("store").warning("the disk is nearly full")

def test_that_announces_in_vain(expect_log):
    expect_log("never said")
"""


def test_an_announced_warning_passes(expect_log: Callable[[str], None]) -> None:
    expect_log("nearly full")
    logging.getLogger("store").warning("the disk is nearly full")


def test_a_silent_warning_and_a_vain_announcement_fail(tmp_path: Path) -> None:
    guard = Path(__file__).with_name("conftest.py")
    (tmp_path / "conftest.py").write_text(guard.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "test_it.py").write_text(SILENT_WARNING, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "--rootdir",
        str(tmp_path),
        "-p",
        "no:pytest-qt",
        "-p",
        "no:cacheprovider",
    ]
    result = subprocess.run([*command, str(tmp_path)], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "2 errors" in result.stdout, result.stdout
    assert "WARNING store: the disk is nearly full" in result.stdout
    assert "announced, but never logged: never said" in result.stdout
