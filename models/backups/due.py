"""When a ledger needs another backup: something was written, and the last one is older than a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from models.backups.generations import Generation, folder_of, generations
from models.ledger.store import Store
from models.sealing.keep import last_write

DAILY = timedelta(days=1)
_ONLY_MADE = 1  # the write that makes a ledger


def known_backups(ledger: Path, *folders: Path) -> list[Generation]:
    """The backups beside a ledger and in other folders of hers, the newest first."""
    places = dict.fromkeys((folder_of(ledger), *folders))
    found = [each for folder in places for each in generations(folder, ledger)]
    return sorted(found, key=lambda each: each.made_at, reverse=True)


def is_due(store: Store, known: Sequence[Generation], now: datetime) -> bool:
    """True if there are writes that no backup of the last day holds; `known` has the newest first."""
    newest = known[0] if known else None
    written = last_write(store)
    if newest is None:
        return written > _ONLY_MADE
    return written != newest.manifest.last_write and now - newest.made_at >= DAILY
