"""The colours of a workbook: given outright, by a number of the old palette, or as a shade of its theme."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls

from lxml import etree

from exports.official.xml import child, children, tree_of, whole_number

# What Excel takes for a theme of its own and for numbered colours where the workbook says nothing (ECMA-376, 18.8.27).
THEME = [
    "FFFFFF",
    "000000",
    "EEECE1",
    "1F497D",
    "4F81BD",
    "C0504D",
    "9BBB59",
    "8064A2",
    "4BACC6",
    "F79646",
    "0000FF",
    "800080",
]
_FIRST = ["000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"]
_LATER = """
    800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
    000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
    3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333
"""
NUMBERED = [*_FIRST, *_FIRST, *_LATER.split()]
_SWAPPED = (1, 0, 3, 2)  # a theme lists dark before light; cells count light before dark (18.8.3)
_RGB = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")


class Palette:
    """The colours that numbers stand for in one workbook."""

    def __init__(self, styles: etree._Element, theme: bytes | None) -> None:
        self._theme = (_theme_in(tree_of(theme)) if theme is not None else []) or THEME
        holder = child(styles, "colors")
        own = child(holder, "indexedColors") if holder is not None else None
        self._numbered = [_rgb(each.get("rgb")) for each in children(own, "rgbColor")] if own is not None else NUMBERED

    def colour(self, said: etree._Element | None) -> str | None:
        """A colour as RRGGBB; None where the sheet's own is meant."""
        if said is None or said.get("auto") in ("1", "true"):
            return None
        if said.get("theme") is not None:
            found = _at(self._theme, said.get("theme"))
        elif said.get("indexed") is not None:
            found = _at(self._numbered, said.get("indexed"))
        else:
            found = _rgb(said.get("rgb"))
        return tinted(found, _decimal(said.get("tint"))) if found else None


def tinted(colour: str, tint: float) -> str:
    """A colour made darker (down to -1) or lighter (up to 1): only its lightness changes (ECMA-376, 18.8.19)."""
    if not tint:
        return colour
    hue, light, full = rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    share = min(abs(tint), 1.0)
    light = light * (1 - share) + (share if tint > 0 else 0)
    return "".join(f"{round(255 * part):02X}" for part in hls_to_rgb(hue, light, full))


def _theme_in(root: etree._Element) -> list[str]:
    """The twelve colours of a theme in the order in which cells count them; none if it has fewer."""
    elements = child(root, "themeElements")
    scheme = child(elements, "clrScheme") if elements is not None else None
    found = [_of_theme(each) for each in scheme if isinstance(each.tag, str)] if scheme is not None else []
    return [found[at] for at in (*_SWAPPED, *range(4, len(found)))] if len(found) >= len(THEME) else []


def _of_theme(said: etree._Element) -> str:
    inner = next((each for each in said if isinstance(each.tag, str)), None)
    return (_rgb(inner.get("lastClr") or inner.get("val")) if inner is not None else None) or "000000"


def _rgb(text: str | None) -> str | None:
    found = _RGB.fullmatch(text or "")
    return found[1].upper() if found else None


def _at(colours: list[str] | list[str | None], number: str | None) -> str | None:
    """The colour of a number; beyond the palette (64, 65) are the window's own."""
    place = whole_number(number)
    return colours[place] if place is not None and place < len(colours) else None


def _decimal(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0
