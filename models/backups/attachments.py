"""The folder of attachments beside a ledger, copied file by file and each read again."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from models.backups.manifest import sha256_of
from models.errors import UserError


def copied_folder(source: Path, target: Path) -> dict[str, str]:
    """Copies every file of a folder into a new one; SHA-256 by path within it. Nothing if there is no such folder.

    UserError if a file could not be copied as it is.
    """
    found: dict[str, str] = {}
    if not source.is_dir():
        return found
    target.mkdir()
    for each in sorted(source.rglob("*")):
        if each.is_file() and not each.is_symlink():
            name = each.relative_to(source).as_posix()
            found[name] = _copied(each, target / name)
    return found


def _copied(source: Path, target: Path) -> str:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    digest = sha256_of(target)
    if digest != sha256_of(source):
        raise UserError(f"Tệp đính kèm “{source.name}” chép sang không giống bản gốc. Hãy kiểm tra ổ đĩa rồi làm lại.")
    return digest
