"""The pages as a file: kept where she wants it, or only for the system's viewer."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QWidget

from models.errors import UserError
from ui import messages
from ui.reports.naming import last_folder, remember_folder

KINDS = "Tệp PDF (*.pdf)"


def keep_pdf(parent: QWidget, content: bytes, name: str) -> Path | None:
    """Asks where, writes there, and gives back the place; None if she thought better of it or it could not be."""
    from exports.place import put_in_place

    target = messages.file_to_save(parent, "Lưu PDF", KINDS, last_folder() / name)
    if target is None:
        return None

    def write(draft: Path) -> None:
        draft.write_bytes(content)

    try:
        put_in_place(target, write, lambda draft: draft)
    except UserError as error:
        messages.refuse(parent, error)
        return None
    remember_folder(target.parent)
    return target


def viewed_pdf(content: bytes, name: str) -> Path:
    """A copy among the system's passing files."""
    path = Path(tempfile.mkdtemp(prefix="so-cong-doan-")) / name
    path.write_bytes(content)
    return path
