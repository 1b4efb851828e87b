"""All that a file handed out says."""

from __future__ import annotations

import zipfile
from pathlib import Path

from pypdf import PdfReader

from models.vietnamese import folded


def words_of(path: Path) -> str:
    """All that a file says, its hidden parts and properties too, without accents and line ends."""
    if path.suffix in (".xlsx", ".docx"):
        with zipfile.ZipFile(path) as parts:
            text = " ".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    elif path.suffix == ".pdf":
        reader = PdfReader(path)
        text = " ".join([*(page.extract_text() for page in reader.pages), str(reader.metadata)])
    else:
        text = path.read_text(encoding="utf-8")
    return "".join(folded(text).split())
