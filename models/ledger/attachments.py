"""Photos and papers that show that something took place: kept beside the ledger by what they hold.

A file is called after the SHA-256 of its content, so no name can lead out of the folder, the same photo is kept once,
and `check` sees when one was changed or lost. The name that she knows is a field of the record.
"""

from __future__ import annotations

import hashlib
import mimetypes
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from models.errors import UserError, reason_of
from models.ledger.connection import Connection
from models.ledger.file_system import beside, sync_folder
from models.ledger.plain import asked, marks
from models.ledger.store import Store
from models.ledger.write import Write
from models.record import Record
from models.records.attachment import Attachment
from models.vietnamese import one_line

MOST_BYTES = 200 * 2**20
_DIGEST = re.compile(r"[0-9a-f]{64}")
_ENDING = re.compile(r"\.[a-z0-9]{1,8}")


class Given(NamedTuple):
    """A file to be kept: the name it has, what it holds, the day it tells of."""

    name: str
    content: bytes
    day: date | None = None


def read(paths: Iterable[Path]) -> list[Given]:
    """The files at these paths. UserError, naming every fault, if one cannot be kept."""
    found: list[Given] = []
    faults: list[str] = []
    for path in paths:
        try:
            facts = path.stat()
            if path.is_dir():
                faults.append(f"“{path.name}” là thư mục; hãy chọn các tệp bên trong.")
            elif facts.st_size == 0:
                faults.append(f"“{path.name}” là tệp rỗng.")
            elif facts.st_size > MOST_BYTES:
                faults.append(f"“{path.name}” lớn hơn {MOST_BYTES // 2**20} MB; hãy thu nhỏ rồi thêm lại.")
            else:
                found.append(Given(path.name, path.read_bytes(), datetime.fromtimestamp(facts.st_mtime).date()))
        except OSError as error:
            faults.append(f"“{path.name}” không đọc được ({reason_of(error)}).")
    if faults:
        raise UserError("Chưa thêm tệp nào:\n" + "\n".join(faults))
    return found


def keep(store: Store, owner: Record, files: Sequence[Given]) -> int:
    """Keeps files as evidence of a record, in one write; returns its number. Those it has already are passed over.

    UserError if a file cannot be written; the ledger is then unchanged.
    """
    had = {each.sha256 for each in attached_to(store, owner.uid)}
    fresh: list[Attachment] = []
    for each in files:
        digest = hashlib.sha256(each.content).hexdigest()
        if digest in had:
            continue
        had.add(digest)
        made = Attachment(owner=owner.uid, file_name=one_line(each.name), taken_on=each.day, sha256=digest)
        made.mime = mimetypes.guess_type(each.name)[0]
        place = place_of(store, made)
        assert place is not None
        _put(place, each.content)
        fresh.append(made)
    with store.write(f"Thêm {len(fresh)} tệp minh chứng cho “{owner.title_text}”") as write:
        write.add_all(fresh)
    return write.number if fresh else 0


def attached_to(store: Store, uid: str) -> list[Attachment]:
    """The evidence of a record, in the order in which it was added."""
    with store.reading() as connection:
        uids = [row[0] for row in asked(connection, "SELECT uid FROM attachment WHERE owner = ? ORDER BY id", (uid,))]
    return store.read_many(Attachment, uids)


def remove_with(write: Write, uids: Sequence[str]) -> int:
    """Takes the evidence of records out together with them; returns how many. The files stay, for undo."""
    sql = f"SELECT uid FROM attachment WHERE owner IN ({marks(len(uids))})"
    return write.remove_all(Attachment, [row[0] for row in asked(write.connection, sql, uids)])


def folder_of(ledger: Path) -> Path:
    """The folder beside a ledger that holds its evidence."""
    return beside(ledger, "-files")


def place_of(store: Store, attachment: Attachment) -> Path | None:
    """Where the file of a piece of evidence is kept; None if only its name is known, or its digest is none."""
    digest = attachment.sha256 or ""
    if not _DIGEST.fullmatch(digest):
        return None
    ending = Path(attachment.file_name).suffix.lower()
    return folder_of(store.path) / digest[:2] / f"{digest}{ending if _ENDING.fullmatch(ending) else ''}"


def faults(store: Store, connection: Connection) -> Iterator[str]:
    """A sentence for each file that is gone or no longer what was kept."""
    columns = "SELECT file_name, sha256 FROM attachment WHERE sha256 <> ''"
    kept: dict[Path, set[str]] = defaultdict(set)
    for name, digest in asked(connection, columns):
        if place := place_of(store, Attachment(file_name=name, sha256=digest)):
            kept[place].add(name)
    for path, names in sorted(kept.items()):
        named = ", ".join(f"“{name}”" for name in sorted(names))
        if not path.is_file():
            yield f"Tệp minh chứng {named} không còn trong thư mục “{folder_of(store.path).name}”"
        elif _digest_of(path) != path.stem:
            yield f"Tệp minh chứng {named} trong thư mục “{folder_of(store.path).name}” đã bị thay đổi"


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _put(path: Path, content: bytes) -> None:
    """Writes a file that is there completely or not at all, and outlives a power cut."""
    if path.is_file() and _digest_of(path) == path.stem:
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise UserError(
            f"Không ghi được vào thư mục minh chứng “{path.parent.parent}” ({reason_of(error)}). Hãy xem lại ổ đĩa, "
            "xóa bớt tệp cho có chỗ trống rồi thêm lại."
        ) from None
    finally:
        draft.unlink(missing_ok=True)
