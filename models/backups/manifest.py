"""What lies beside a copy of a ledger and makes it count: when it was made, what is in it, and its digests."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from models.errors import UserError, reason_of
from models.ledger.file_system import beside, sync_folder

FILES, MANIFEST = "-files", "-manifest.json"  # beside `so.socd`: its attachments; beside a copy: what is in it
_HEAD = 100  # bytes of SQLite's header
_NOTED_BY_OPENING = ((18, 20), (24, 28), (92, 100))  # kind of journal; counters of changes and SQLite's version


@dataclass(frozen=True, slots=True)
class Manifest:
    """A copy of a ledger and its attachments, as they were when it was made."""

    ledger: str  # the name of the ledger copied
    made_at: str  # 2026-04-05T09:12:00
    program: str
    sha256: str
    content_sha256: str  # the same without what SQLite notes in the head when somebody opens the copy to look at it
    size: int
    last_write: int  # the number of the last write in it
    last_write_at: str
    records: int
    seal: str = ""  # the digest of the report sealed last
    files: Mapping[str, str] = field(default_factory=dict)  # attachments: path in the folder -> SHA-256

    def write_beside(self, copy: Path) -> None:
        """Puts it beside its copy, in one step."""
        place = beside(copy, MANIFEST)
        draft = place.with_name(f".{place.name}.{os.getpid()}")
        with draft.open("w", encoding="utf-8") as file:
            json.dump(asdict(self), file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(place)
        sync_folder(place.parent)


def manifest_of(copy: Path) -> Manifest | None:
    """What lies beside a copy; None if nothing readable does, so that the copy does not count."""
    try:
        said = json.loads(beside(copy, MANIFEST).read_text(encoding="utf-8"))
        return Manifest(**said)
    except (OSError, ValueError, TypeError):
        return None


def require_as_it_was(copy: Path, manifest: Manifest) -> None:
    """Raises UserError, naming them, if the copy or attachments are not the bytes that were written."""
    wrong = [] if content_sha256_of(copy) == manifest.content_sha256 else [copy.name]
    folder = beside(copy, FILES)
    for name, digest in manifest.files.items():
        if not (folder / name).is_file() or sha256_of(folder / name) != digest:
            wrong.append(f"{folder.name}/{name}")
    if wrong:
        raise UserError(
            f"Bản sao lưu này đã bị hỏng hoặc bị sửa sau khi chép: {', '.join(wrong[:5])}. Hãy chọn bản sao lưu khác."
        )


def content_sha256_of(path: Path) -> str:
    """SHA-256 of a ledger's file without its kind of journal and its counters of changes."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            head = bytearray(file.read(_HEAD))
            for start, end in _NOTED_BY_OPENING:
                head[start:end] = bytes(end - start)
            digest.update(head)
            while part := file.read(1 << 20):
                digest.update(part)
    except OSError as error:
        raise _unreadable(path, error) from None
    return digest.hexdigest()


def sha256_of(path: Path) -> str:
    """SHA-256 of a file. UserError if it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: OSError) -> UserError:
    return UserError(f"Không đọc được “{path}” ({reason_of(error)}). Hãy kiểm tra ổ đĩa rồi làm lại.")
