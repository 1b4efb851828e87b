"""How a command is told on the command line: what it runs, what it is about, what must be given."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from models.errors import UserError

if TYPE_CHECKING:
    from models.ledger.store import Store

Option = tuple[str, dict[str, object]]


class Command(NamedTuple):
    """`run` answers with the exit code; `options` are the arguments of `ArgumentParser.add_argument`."""

    run: Callable[[argparse.Namespace], int]
    about: str
    options: list[Option]


LEDGER: Option = ("ledger", {"type": Path, "metavar": "SỔ.socd"})
OUTPUT: Option = ("-o", {"required": True, "type": Path, "dest": "output", "metavar": "TỆP"})
AS_JSON: Option = ("--json", {"action": "store_true", "help": "kết quả cho máy đọc"})
PERIOD: Option = (
    "--period",
    {
        "required": True,
        "metavar": "KỲ",
        "help": "2026-03, 2026-Q1, 2026-H1, 2026-9M, 2026, 2025-2026, 2026-01-01..2026-04-30",
    },
)


@contextmanager
def opened(ledger: Path) -> Iterator[Store]:
    """The ledger for as long as the command lasts.

    Raises:
        UserError: it cannot be opened; of one that is damaged, with the backup that leads back.
    """
    from models.ledger.file import open_ledger
    from models.ledger.trouble import DamagedLedger

    try:
        store = open_ledger(ledger)
        try:
            yield store
        finally:
            store.close()
    except DamagedLedger as error:
        from models.backups.generations import way_back

        raise UserError(f"{error}\n{way_back(ledger)}") from error


def progress_of(label: str) -> Callable[[int, int], None] | None:
    """Shows how far long work has come, on a terminal only."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None

    def show(done: int, of: int) -> None:
        end = "\n" if done >= of else ""
        print(f"\r{label}: {100 * done // max(of, 1)}%", end=end, file=sys.stderr, flush=True)

    return show
