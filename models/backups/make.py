"""Makes a backup of an open ledger: a checked copy with its attachments, and what lies beside it to prove it."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

import models
from models.backups.attachments import copied_folder
from models.backups.generations import folder_of, name_at, thin_out
from models.backups.manifest import FILES, Manifest, content_sha256_of
from models.errors import UserError, reason_of
from models.ledger.file_system import beside, take_away
from models.ledger.store import Store
from models.records import CATALOGUE
from models.tables import SEALS, WRITES, table_of


def back_up(store: Store, target: Path | None = None, now: datetime | None = None) -> Path:
    """A backup at `target`: a new file, or a folder of generations; without it in the folder beside the ledger.

    Returns where it lies. UserError if it could not be made; nothing half-made is left, no former copy is touched.
    """
    moment = now or datetime.now()
    folder = target if target is not None and target.is_dir() else None
    if target is None:
        folder = folder_of(store.path)
        _make_folder(folder)
    place = folder / name_at(store.path, moment) if folder is not None else target
    assert place is not None
    if place.exists():
        raise UserError(f"“{place}” đã có. Hãy chọn tên khác; bản sao cũ được giữ nguyên.")
    try:
        _make(store, place, moment)
    except OSError as error:
        _discard(place)
        raise UserError(f"Không ghi được bản sao “{place}” ({reason_of(error)}). Hãy chọn nơi khác.") from None
    except BaseException:
        _discard(place)
        raise
    if folder is not None:
        thin_out(folder, store.path)
    return place


def _make(store: Store, place: Path, moment: datetime) -> None:
    said = _content(store)
    digest = store.copy_to(place)
    files = copied_folder(beside(store.path, FILES), beside(place, FILES))
    Manifest(
        ledger=store.path.name,
        made_at=moment.isoformat(timespec="seconds"),
        program=models.__version__,
        sha256=digest,
        content_sha256=content_sha256_of(place),
        size=place.stat().st_size,
        files=files,
        **said,  # type: ignore[arg-type]
    ).write_beside(place)


def _content(store: Store) -> dict[str, int | str]:
    with store.reading() as connection:
        last = connection.execute(sa.select(WRITES.c.id, WRITES.c.at).order_by(WRITES.c.id.desc()).limit(1)).one()
        seal = connection.execute(sa.select(SEALS.c.digest).order_by(SEALS.c.id.desc()).limit(1)).scalar()
        counts = [connection.execute(sa.select(sa.func.count()).select_from(table_of(each))) for each in CATALOGUE]
        records = sum(count.scalar_one() for count in counts)
    return {"last_write": last.id, "last_write_at": last.at, "records": records, "seal": seal or ""}


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UserError(f"Không tạo được thư mục “{folder}” ({reason_of(error)}). Hãy chọn nơi khác.") from None


def _discard(place: Path) -> None:
    take_away(place)
    shutil.rmtree(beside(place, FILES), ignore_errors=True)
