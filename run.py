"""Set up and start, or set up and test, on a fresh machine: `python3 run.py`, `python3 run.py test`.

On Windows: `py run.py`. Standard library only. Makes `.venv` beside itself and starts `main.py` in it with the
arguments given; a second start finds everything in place and goes straight on.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)
SIDE_BY_SIDE = ("-n", "auto", "--dist", "loadfile")  # tests on every core, each file on one
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "so-cong-doan.stamp"  # written last: what was installed, so that a second start need not ask pip

# What Qt loads on Linux, and the package of Debian and Ubuntu that brings it: for any use, and for a window on top.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


class CannotGoOn(Exception):
    """What stops the start, as a Vietnamese sentence that says what to do."""


def main(arguments: list[str]) -> int:
    """Sets up what is missing, then becomes the program (or its tests); returns the exit code."""
    say_in_unicode()
    try:
        start_in_newer_python(arguments)
        testing = arguments[:1] == ["test"]
        install(packages_missing(libraries_wanted(arguments)), required=arguments[:1] != ["demo"])
        set_up({"test"} if testing else set())
    except CannotGoOn as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Đã dừng. Lần chạy sau sẽ làm tiếp từ đầu.", file=sys.stderr)
        return 130
    if testing:
        os.chdir(ROOT)
        return become([str(PYTHON), "-m", "pytest", *SIDE_BY_SIDE, *arguments[1:]])
    return become([str(PYTHON), str(ROOT / "main.py"), *arguments])


def say_in_unicode() -> None:
    """Vietnamese letters also where output goes to a file on Windows."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def start_in_newer_python(arguments: list[str]) -> None:
    """Below Python 3.11 (Ubuntu 22.04 has 3.10): starts again in a newer one if the machine has it."""
    if sys.version_info >= OLDEST_PYTHON:
        return
    for minor in (13, 12, 11, 14):
        other = shutil.which(f"python3.{minor}")
        if other:
            sys.exit(become([other, str(ROOT / "run.py"), *arguments]))
    raise CannotGoOn(
        "Chương trình cần Python 3.11 trở lên. Trên Windows, xin cài từ https://www.python.org/downloads/. "
        "Trên Ubuntu 22.04, xin chạy:\n  sudo apt-get install python3.11 python3.11-venv"
    )


# --- what the system must bring


def libraries_wanted(arguments: list[str]) -> dict[str, str]:
    """Qt's libraries for the tests; also those of a window if one will open; none for a command or without a screen."""
    if not sys.platform.startswith("linux"):
        return {}
    if arguments[:1] == ["test"]:
        return QT_LIBRARIES
    screen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    window = not arguments or arguments[0] == "demo" or arguments[0].endswith(".socd")
    return {**QT_LIBRARIES, **WINDOW_LIBRARIES} if screen and window else {}


def packages_missing(wanted: dict[str, str]) -> list[str]:
    """The system's packages that are not there yet; `python3.x-venv` too if `.venv` cannot be made without it."""
    import ctypes
    import importlib.util

    missing = []
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python3.{sys.version_info.minor}-venv")
    for library, package in wanted.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def install(packages: list[str], required: bool) -> None:
    """Installs them as root on Debian and its kin; tells anyone else the one line to run. A venv is always required."""
    if not packages:
        return
    needed = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("Đang cài các thư viện hệ thống còn thiếu: " + ", ".join(packages) + " …", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        called(["apt-get", "update", "-qq"], quiet)
        if called(["apt-get", "-qq", "-o=Dpkg::Use-Pty=0", *needed.split()[1:]], quiet) == 0:
            return
    told = f"Máy còn thiếu thư viện hệ thống. Xin chạy dòng sau rồi mở lại chương trình:\n  sudo {needed}"
    if required or any(package.endswith("-venv") for package in packages):
        raise CannotGoOn(told)
    print(told, file=sys.stderr)


# --- the virtual environment


def set_up(extras: set[str]) -> None:
    """Makes or repairs `.venv` so that it holds exactly what constraints.txt says; does nothing if it already does."""
    place, content = place_of_venv(), content_of_venv()
    was_place, was_content, was_extras = stamped()
    sound = was_place == place and PYTHON.exists()
    if sound and was_content == content and extras <= was_extras:
        return
    try:
        if not sound:
            make_venv()
            was_extras = set()
        STAMP.unlink(missing_ok=True)
        install_into_venv(extras | was_extras)
        STAMP.write_text("\n".join([place, content, *sorted(extras | was_extras)]), encoding="utf-8")
    except OSError as error:
        raise CannotGoOn(
            f"Không ghi được vào thư mục {ROOT} ({error.strerror}). "
            "Xin chép chương trình sang một thư mục của bạn rồi chạy lại."
        ) from error


def stamped() -> tuple[str, str, set[str]]:
    """Place, content and extras of the last finished set-up; empty if there was none."""
    try:
        place, content, *extras = STAMP.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return "", "", set()
    return place, content, set(extras)


def place_of_venv() -> str:
    """Where and for which Python it was made: a venv that was moved, or lost its Python, is made anew."""
    return f"{ROOT} python{sys.version_info.major}.{sys.version_info.minor}"


def content_of_venv() -> str:
    """A hash over the files that say what is installed."""
    files = [ROOT / name for name in ("setup.cfg", "pyproject.toml", "constraints.txt")]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def make_venv() -> None:
    """An empty `.venv`, in place of whatever stood there."""
    print("Đang chuẩn bị chương trình lần đầu (tải khoảng 150 MB, mất vài phút) …", flush=True)
    if VENV.exists():
        shutil.rmtree(VENV)
    if called([sys.executable, "-m", "venv", str(VENV)]) != 0:
        raise CannotGoOn(
            f"Không tạo được thư mục .venv trong {ROOT} (lý do ở các dòng trên). "
            "Nếu thư mục này không cho ghi, xin chép chương trình sang một thư mục của bạn rồi chạy lại."
        )


def install_into_venv(extras: set[str]) -> None:
    """The program and its libraries, in the exact versions of constraints.txt; from `wheelhouse/` if it is there."""
    print("Đang cài các thư viện của chương trình …", flush=True)
    target = f"{ROOT}[{','.join(sorted(extras))}]" if extras else str(ROOT)
    pip = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-warn-script-location"]
    wheelhouse = ROOT / "wheelhouse"
    if wheelhouse.is_dir():
        pip += ["--no-index", "--find-links", str(wheelhouse)]
    if called([*pip, "-c", str(ROOT / "constraints.txt"), "-e", target]) != 0:
        raise CannotGoOn(
            "Không cài được các thư viện (lý do ở các dòng trên). Xin kiểm tra mạng Internet rồi chạy lại."
        )


# --- other programs


def called(command: list[str], environment: dict[str, str] | None = None) -> int:
    """Runs to the end, its chatter kept back, its errors shown; returns the exit code."""
    import subprocess

    return subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode


def become(command: list[str]) -> int:
    """The program takes the place of this one; it is waited for on Windows, where the console would come back."""
    if os.name != "nt":
        os.execv(command[0], command)
    import subprocess

    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
