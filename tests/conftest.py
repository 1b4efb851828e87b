"""What every test may rely on: no screen needed, no folder of the user touched, no warning passed over."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported: without a screen it aborts the process

settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")

FOLDERS_OF_THE_USER = (
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
    "APPDATA",
    "LOCALAPPDATA",
)


# Settings and ledgers of the person who runs the tests stay untouched; Qt looks at these names only once, early.
HOME = tempfile.TemporaryDirectory(prefix="so-cong-doan-", ignore_cleanup_errors=True)
os.environ.update({name: str(Path(HOME.name, name.lower())) for name in FOLDERS_OF_THE_USER})


@pytest.fixture(autouse=True)
def expect_log(caplog: pytest.LogCaptureFixture) -> Iterator[Callable[[str], None]]:
    """Any WARNING or worse in the log fails the test, unless announced: `expect_log("part of its text")`."""
    expected: list[str] = []
    yield expected.append
    logged = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    surprises = [line for line in logged if not any(part in line for part in expected)]
    missed = [part for part in expected if not any(part in line for line in logged)]
    if surprises or missed:
        pytest.fail(
            "\n".join([*surprises, *(f"announced, but never logged: {part}" for part in missed)]), pytrace=False
        )
