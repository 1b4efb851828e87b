"""Where a file lies: on a fixed disk of this machine, or on a share, a stick, or a folder that others keep in step."""

from __future__ import annotations

import sys
from pathlib import Path

_FIXED_LINUX = {
    "ext2",
    "ext3",
    "ext4",
    "xfs",
    "btrfs",
    "zfs",
    "f2fs",
    "jfs",
    "tmpfs",
    "overlay",
    "bcachefs",
    "reiserfs",
}
_DRIVE_FIXED = 3


def is_fixed_local_disk(path: Path) -> bool:
    """True if the folder of `path` is known to be on a fixed disk of this machine; False where that cannot be told."""
    folder = path.resolve().parent
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_FIXED)
    return _file_system(folder) in _FIXED_LINUX


def _file_system(folder: Path) -> str:
    """The kind of file system a folder is on, from the kernel's mount table; "" if unknown."""
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in lines:
        _device, mount, file_system, *_rest = line.split(" ")
        mount = mount.replace("\\040", " ")
        inside = str(folder) == mount or str(folder).startswith(mount.rstrip("/") + "/")
        if inside and len(mount) >= len(best):
            best, kind = mount, file_system
    return kind
