"""What the window remembers from one day to the next: her choices, the last ledgers, its size and place."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

MOST_RECENT = 6
FOLDER = "SoCongDoan"


class Setting(NamedTuple):
    """A choice of hers; its options as (value, words), `usual` the one that holds until she chooses."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    usual: str
    hint: str = ""

    @property
    def value(self) -> str:
        """What is chosen."""
        kept = str(_kept().value(f"choices/{self.name}", ""))
        return kept if kept in dict(self.options) else self.usual

    def choose(self, value: str) -> None:
        """Keeps a choice."""
        _kept().setValue(f"choices/{self.name}", value)


LETTERS = Setting(
    "letters",
    "Cỡ chữ",
    (("0.9", "Nhỏ"), ("1", "Vừa"), ("1.15", "Lớn"), ("1.3", "Rất lớn")),
    "1",
    "Chữ của mọi trang và hộp thoại.",
)
LOOK = Setting(
    "look",
    "Màu sắc",
    (("light", "Sáng"), ("dark", "Tối"), ("contrast", "Tương phản cao")),
    "light",
    "Tờ giấy của báo cáo luôn giữ nền trắng.",
)
ENTER = Setting(
    "enter",
    "Phím Enter trong bảng",
    (("next", "Sang ô bên phải"), ("down", "Xuống ô dưới")),
    "next",
    "Phím Tab luôn sang ô bên phải.",
)
PICTURES = Setting(
    "pictures",
    "Ảnh minh chứng",
    (("as_is", "Giữ nguyên"), ("small", "Thu nhỏ khi thêm")),
    "as_is",
    "Thu nhỏ: đủ rõ để in, tốn ít chỗ.",
)
BACKUP = Setting(
    "backup",
    "Sao lưu khi đóng chương trình",
    (("daily", "Mỗi ngày"), ("never", "Không")),
    "daily",
    "Chỉ khi có điều mới và bản sao gần nhất đã cũ hơn một ngày.",
)
SETTINGS = (LETTERS, LOOK, ENTER, PICTURES, BACKUP)


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


def columns(kind: str) -> dict[str, int]:
    """The columns chosen for lists of this kind, in their order, with their widths; none if none were chosen."""
    found = {}
    for text in _texts(f"columns/{kind}"):
        key, _, width = text.rpartition(":")
        if key and width.isdigit():
            found[key] = int(width)
    return found


def remember_columns(kind: str, widths: dict[str, int]) -> None:
    """Keeps the columns of lists of this kind."""
    _kept().setValue(f"columns/{kind}", [f"{key}:{width}" for key, width in widths.items()])


def card_is_shown() -> bool:
    """True if the card of the record selected stands beside the lists."""
    return str(_kept().value("card")) != "hidden"


def remember_card(is_shown: bool) -> None:
    """Keeps whether the card stands beside the lists."""
    _kept().setValue("card", "shown" if is_shown else "hidden")


def ledger_folder() -> Path:
    """Where a new ledger is proposed to lie: the user's own folder for programs, on this machine only."""
    own = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(own or Path.home()) / FOLDER


def documents_folder() -> Path:
    """Where files for others are proposed to lie."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


def backup_folder(ledger: Path) -> Path | None:
    """The folder that she chose for the backups of a ledger."""
    kept = str(_kept().value(_backups_of(ledger), ""))
    return Path(kept) if kept else None


def remember_backup_folder(ledger: Path, folder: Path) -> None:
    """Keeps the folder for the backups of a ledger."""
    _kept().setValue(_backups_of(ledger), str(folder))


def backup_fault() -> str:
    """Why the last backup on closing could not be made; "" if it could."""
    return str(_kept().value("backup-fault", ""))


def remember_backup_fault(fault: str) -> None:
    """Keeps why the backup on closing could not be made."""
    _kept().setValue("backup-fault", fault)


def kept_views(kind: str) -> list[str]:
    """The ways to look at records of a kind that she gave a name, each as it was written."""
    return _texts(f"views/{kind}")


def keep_views(kind: str, views: list[str]) -> None:
    """Keeps exactly these ways to look at records of a kind."""
    _kept().setValue(f"views/{kind}", views)


def _backups_of(ledger: Path) -> str:
    from urllib.parse import quote  # not needed before the first painting

    return f"backup-folders/{quote(str(ledger.resolve()), safe='')}"


def _texts(name: str) -> list[str]:
    kept = _kept().value(name)
    if isinstance(kept, str):
        return [kept]
    return [str(text) for text in kept] if isinstance(kept, list) else []
