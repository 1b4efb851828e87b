"""What stands in the checkout also travels in the wheel: no package and no shipped file is left behind."""

from __future__ import annotations

import configparser
from pathlib import Path

from tests.architecture.source import PACKAGES, ROOT


def shipped(package: str) -> set[Path]:
    """The files that setup.cfg's package_data names for a package."""
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    patterns = setup["options.package_data"].get(package, "").split()
    return {file for pattern in patterns for file in (ROOT / package).glob(pattern)}


def left_behind(package: str) -> list[str]:
    """Files of a package that are neither shipped as data nor modules beside an `__init__.py`."""
    files = [file for file in (ROOT / package).rglob("*") if file.is_file() and "__pycache__" not in file.parts]
    lost = [file for file in files if file.suffix != ".py" or not file.with_name("__init__.py").exists()]
    return sorted(file.relative_to(ROOT).as_posix() for file in set(lost) - shipped(package))


def test_everything_in_the_packages_is_in_the_wheel() -> None:
    assert [name for package in PACKAGES for name in left_behind(package)] == []


def test_the_pins_hold_no_address_and_no_path() -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [pin for pin in pins if "/" in pin or "==" not in pin] == []
