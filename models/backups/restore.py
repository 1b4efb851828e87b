"""Puts a backup in the place of a ledger; what stood there is kept beside it under a name that says so."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.backups.attachments import copied_folder
from models.backups.manifest import FILES, Manifest, manifest_of, require_as_it_was
from models.errors import UserError, reason_of
from models.ledger import inspection
from models.ledger.backup import verified_copy
from models.ledger.file import SCHEMA
from models.ledger.file_system import BESIDE, beside, sync_folder, take_away
from models.ledger.lock import Lock


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did; `replaced` is where the former ledger lies now."""

    replaced: Path | None
    manifest: Manifest | None


def restore(backup: Path, ledger: Path) -> Restored:
    """Puts the backup in the place of the ledger, attachments too.

    UserError if the backup is not whole, or the ledger is open somewhere; everything is then as it was before.
    """
    inspection.require_file(backup)
    ledger = ledger.resolve()
    if backup.resolve() == ledger:
        raise UserError("Bản sao lưu và sổ là cùng một tệp. Hãy chọn bản sao lưu khác.")
    if not ledger.parent.is_dir():
        raise UserError(f"Không có thư mục “{ledger.parent}”. Hãy tạo thư mục trước hoặc chọn nơi khác.")
    lock = Lock(ledger)
    draft = ledger.with_name(f".{ledger.name}.{os.getpid()}")
    try:
        with _in_words(ledger):
            manifest = _draft(backup, draft)
            return Restored(_put_in_place(draft, ledger), manifest)
    finally:
        take_away(draft)
        shutil.rmtree(beside(draft, FILES), ignore_errors=True)
        lock.release()


def _draft(backup: Path, draft: Path) -> Manifest | None:
    """A checked copy of the backup beside the ledger."""
    inspection.require_ledger(backup, SCHEMA)
    manifest = manifest_of(backup)
    if manifest is not None:
        require_as_it_was(backup, manifest)
    verified_copy(backup, draft)
    inspection.require_sound(draft, SCHEMA, thorough=True)
    copied_folder(beside(backup, FILES), beside(draft, FILES))
    return manifest


def _put_in_place(draft: Path, ledger: Path) -> Path | None:
    kept = _kept_aside(ledger) if ledger.exists() else None
    for ending in BESIDE:
        beside(ledger, ending).unlink(missing_ok=True)  # else SQLite would write it into the restored ledger
    draft.replace(ledger)
    if beside(draft, FILES).is_dir():
        beside(draft, FILES).rename(beside(ledger, FILES))
    sync_folder(ledger.parent)
    return kept


def _kept_aside(ledger: Path) -> Path:
    """A copy of the ledger as it is, with what SQLite keeps beside it, and its attachments themselves."""
    stem = f"{ledger.stem}-truoc-khi-khoi-phuc-{datetime.now():%Y%m%d-%H%M%S}"
    names = (f"{stem}{number}{ledger.suffix}" for number in ("", *(f"-{each}" for each in range(2, 1000))))
    kept = next(ledger.with_name(name) for name in names if not ledger.with_name(name).exists())
    for ending in (*BESIDE, ""):
        if beside(ledger, ending).exists():
            shutil.copyfile(beside(ledger, ending), beside(kept, ending))
            with beside(kept, ending).open("rb+") as file:
                os.fsync(file.fileno())
    if beside(ledger, FILES).is_dir():
        beside(ledger, FILES).rename(beside(kept, FILES))
    sync_folder(ledger.parent)
    return kept


@contextmanager
def _in_words(ledger: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UserError(
            f"Chưa khôi phục được vào “{ledger}” ({reason_of(error)}). Hãy kiểm tra ổ đĩa rồi làm lại; sổ hiện có vẫn "
            "được giữ nguyên."
        ) from None
