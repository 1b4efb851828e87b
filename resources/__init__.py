"""What the program ships: fonts, icons, forms, texts; found the same way in a checkout, a wheel and a bundle."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def file(name: str) -> Traversable:
    """The shipped file or folder of that name, written with slashes: "fonts/LiberationSerif-Bold.ttf"."""
    return files(__name__).joinpath(*name.split("/"))
