"""What the program ships: fonts, icons, forms, texts; found the same way in a checkout, a wheel and a bundle."""

from __future__ import annotations

from pathlib import Path


def file(name: str) -> Path:
    """The shipped file or folder of that name, written with slashes: "fonts/LiberationSerif-Bold.ttf"."""
    return Path(__file__).parent / name  # `importlib.resources` would find the same, but is slow to import
