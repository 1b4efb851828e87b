"""What the window remembers from one day to the next: the last ledgers, its size and place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

MOST_RECENT = 6
FOLDER = "SoCongDoan"


def _kept() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, FOLDER, FOLDER)


def recent_ledgers() -> list[Path]:
    """The ledgers opened lately that are still there, the last one first."""
    return [path for path in map(Path, _texts("recent")) if path.is_file()]


def remember_ledger(path: Path) -> None:
    """Puts a ledger at the head of the recent ones."""
    others = [text for text in _texts("recent") if text != str(path)]
    _kept().setValue("recent", [str(path), *others][:MOST_RECENT])


def window_shape() -> QByteArray | None:
    """The size and place that the window had."""
    shape = _kept().value("shape")
    return shape if isinstance(shape, QByteArray) else None


def remember_shape(shape: QByteArray) -> None:
    """Keeps the size and place of the window."""
    _kept().setValue("shape", shape)


def ledger_folder() -> Path:
    """Where a new ledger is proposed to lie: the user's own folder for programs, on this machine only."""
    own = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(own or Path.home()) / FOLDER


def documents_folder() -> Path:
    """Where files for others are proposed to lie."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


def _texts(name: str) -> list[str]:
    kept = _kept().value(name)
    if isinstance(kept, str):
        return [kept]
    return [str(text) for text in kept] if isinstance(kept, list) else []
