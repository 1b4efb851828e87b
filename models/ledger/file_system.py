"""What the folder of a ledger needs beside SQLite: names that last, and names of the files that belong together."""

from __future__ import annotations

import os
import sys
from pathlib import Path

BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a ledger


def beside(path: Path, ending: str) -> Path:
    """The file that SQLite, or we, keep beside a ledger."""
    return path.with_name(path.name + ending)


def take_away(path: Path) -> None:
    """Removes a file that is no ledger yet, with what SQLite keeps beside it."""
    for ending in ("", *BESIDE):
        beside(path, ending).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder last through a power cut; Windows does that by itself."""
    if sys.platform != "win32":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
