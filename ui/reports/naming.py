"""What a file handed out is called, in plain letters that every mail program and disk accepts, and where it is put."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QSettings

from models.periods import Period
from models.vietnamese import folded
from ui.settings import FOLDER, documents_folder

BUNDLE = "Q"
_TEXTS = (
    (r"(\d{4})-Q([1-4])", r"Quy\2-\1"),
    (r"(\d{4})-(\d{2})", r"Thang\2-\1"),
    (r"(\d{4})-H1", r"6ThangDau-\1"),
    (r"(\d{4})-H2", r"6ThangCuoi-\1"),
    (r"(\d{4})-9M", r"9Thang-\1"),
    (r"(\d{4})", r"Nam-\1"),
    (r"(\d{4})-(\d{4})", r"NamHoc-\1-\2"),
    (r"(\S+)\.\.(\S+)", r"\1-den-\2"),
)


def proposed_name(form: str, period: Period, unit_code: str, ending: str) -> str:
    """ "BaoCao_Quy1-2026_CDCS-MauA.xlsx"; of one form "BaoCao-B1_…"."""
    subject = "BaoCao" if form == BUNDLE else f"BaoCao-{form}"
    return "_".join(filter(None, (subject, _period_name(period), plain(unit_code)))) + ending


def plain(text: str) -> str:
    """The text in letters, digits and hyphens, words with capitals."""
    words = re.findall(r"[a-z0-9]+", folded(text))
    return "-".join(words).upper()


def last_folder() -> Path:
    """The folder that the last file went to, else the one for documents."""
    kept = str(_kept().value("reports/folder") or "")
    return Path(kept) if kept and Path(kept).is_dir() else documents_folder()


def remember_folder(folder: Path) -> None:
    """Proposes this folder next time."""
    _kept().setValue("reports/folder", str(folder))


def panel_was_open() -> bool:
    """True unless the panel beside the sheet was closed."""
    return str(_kept().value("reports/panel", "true")) == "true"


def remember_panel(is_open: bool) -> None:
    """Keeps whether the panel beside the sheet is open."""
    _kept().setValue("reports/panel", "true" if is_open else "false")


def _period_name(period: Period) -> str:
    for pattern, name in _TEXTS:
        if re.fullmatch(pattern, period.text):
            return re.sub(pattern, name, period.text)
    return plain(period.label)


def _kept() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, FOLDER, FOLDER)
