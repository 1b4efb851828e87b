"""The backups of a ledger over the years: all of two days, then one a day, a week, a month; never fewer than three."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from models.backups.manifest import FILES, MANIFEST, Manifest, manifest_of, require_as_it_was
from models.errors import UserError
from models.ledger.file_system import beside, take_away

ALL_OF, DAILY, WEEKLY, MONTHLY, LEAST = timedelta(days=2), 12, 10, 9, 3
_STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Generation:
    """A backup that counts."""

    path: Path
    made_at: datetime
    manifest: Manifest

    def age(self, now: datetime) -> str:
        """How old it is, in words: "3 giờ trước"."""
        passed = max(now - self.made_at, timedelta())
        if passed < timedelta(minutes=1):
            return "vừa xong"
        if passed < timedelta(hours=1):
            return f"{passed.seconds // 60} phút trước"
        if passed < timedelta(days=1):
            return f"{passed.seconds // 3600} giờ trước"
        return f"{passed.days} ngày trước"


def folder_of(ledger: Path) -> Path:
    """Where the backups of a ledger lie if nobody says otherwise."""
    return ledger.with_name(f"{ledger.stem}-sao-luu")


def name_at(ledger: Path, moment: datetime) -> str:
    """The name of a backup made at a moment."""
    return f"{ledger.stem}-{moment.strftime(_STAMP)}.socd"


def generations(folder: Path, ledger: Path) -> list[Generation]:
    """The backups of a ledger in a folder, the oldest first; a copy without its manifest, or cut short, is none."""
    pattern = re.compile(re.escape(ledger.stem) + r"-\d{8}-\d{6}\.socd")
    found = []
    for path in folder.glob("*.socd") if folder.is_dir() else ():
        manifest = manifest_of(path) if pattern.fullmatch(path.name) else None
        if manifest is not None and path.stat().st_size == manifest.size:
            found.append(Generation(path, datetime.fromisoformat(manifest.made_at), manifest))
    return sorted(found, key=lambda each: (each.made_at, each.path.name))


def latest(ledger: Path) -> Generation | None:
    """The newest backup beside the ledger."""
    return next(reversed(generations(folder_of(ledger), ledger)), None)


def way_back(ledger: Path) -> str:
    """What is told beside a ledger that is damaged: the newest backup that is whole, and what it does not hold."""
    for each in reversed(generations(folder_of(ledger), ledger)):
        with suppress(UserError):
            require_as_it_was(each.path, each.manifest)
            return (
                f"Bản sao lưu nguyên vẹn gần nhất: “{each.path}”, lúc {each.made_at:%H:%M %d/%m/%Y}, "
                f"{each.manifest.records} bản ghi; những gì ghi sau lúc đó không có trong bản này. "
                f"Để lấy lại: restore “{each.path}” “{ledger}” (sổ bị hỏng vẫn được giữ bên cạnh)."
            )
    return f"Không thấy bản sao lưu nguyên vẹn nào trong “{folder_of(ledger)}”; hãy tìm ở nơi bạn đã chép thêm ra."


def kept(found: Sequence[Generation]) -> list[Generation]:
    """Which of the generations, the oldest first, stay.

    Ages are counted from the newest of them and not from today, so that a wrong clock throws nothing away.
    """
    if not found:
        return []
    newest = found[-1].made_at
    stay = {id(each) for each in found if newest - each.made_at <= ALL_OF} | {id(each) for each in found[-LEAST:]}
    spans: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (DAILY, lambda at: at.date()),
        (WEEKLY, lambda at: at.isocalendar()[:2]),
        (MONTHLY, lambda at: (at.year, at.month)),
    )
    for count, span in spans:
        last_of = {span(each.made_at): id(each) for each in found}
        stay |= set(list(last_of.values())[-count:])
    return [each for each in found if id(each) in stay]


def thin_out(folder: Path, ledger: Path) -> None:
    """Takes away the generations that need not stay; whatever else lies in the folder is left alone."""
    found = generations(folder, ledger)
    stay = kept(found)
    for each in found:
        if each not in stay:
            beside(each.path, MANIFEST).unlink(missing_ok=True)
            take_away(each.path)
            shutil.rmtree(beside(each.path, FILES), ignore_errors=True)
