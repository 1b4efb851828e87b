"""What the folder of a ledger needs beside SQLite: names that last, and names of the files that belong together."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ENDING = ".socd"
LOCK = "-lock"
MAGIC = b"SQLite format 3\x00"
BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a ledger


def beside(path: Path, ending: str) -> Path:
    """The file that SQLite, or we, keep beside a ledger."""
    return path.with_name(path.name + ending)


def belongs_to_ledger(path: Path) -> bool:
    """True for a ledger, or what SQLite keeps beside one: a file that no other may replace.

    The lock is asked for first: opening a ledger that this program holds, and closing it, would let go of SQLite's own.
    """
    if path.suffix.lower().startswith(ENDING):
        return True
    try:
        if beside(path, LOCK).exists():
            return True
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:  # none there, or a name too long to have anything beside it
        return False


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
