"""How the workbook's cells are laid out: number formats for writing, letters, fills and lines for drawing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from exports.official.colours import Palette
from exports.official.xml import child, children, tree_of, whole_number

DATE_FORMATS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
PERCENT_FORMATS = {9: "0%", 10: "0.00%"}
BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", **PERCENT_FORMATS, 14: "dd/mm/yyyy", 49: "@"}
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks, as far as a light drawing needs it; colours as RRGGBB, None where the sheet's own."""

    format: str = "General"
    bold: bool = False
    italic: bool = False
    size: float = 11.0
    colour: str | None = None
    fill: str | None = None
    lines: str = ""  # of "ltrb": left, top, right, bottom
    across: str = "general"
    upright: str = "bottom"
    wraps: bool = False
    locked: bool = True

    @property
    def is_percent(self) -> bool:
        """True if the cell shows 0.892 as 89,2%."""
        return "%" in _NOT_SHOWN.sub("", self.format)

    @property
    def is_date(self) -> bool:
        """True if the cell shows a number as a day."""
        return bool(re.search(r"[dy]", _NOT_SHOWN.sub("", self.format.casefold()).replace("general", "")))

    @property
    def is_text(self) -> bool:
        """True if the cell takes whatever is typed as text."""
        return self.format.strip() == "@"


PLAIN = Look()


def looks_in(raw: bytes | None, theme: bytes | None = None) -> list[Look]:
    """The looks of a workbook in the order of their numbers. Unreadable if a part is broken."""
    if raw is None:
        return []
    root = tree_of(raw)
    palette = Palette(root, theme)
    formats = dict(BUILT_IN)
    for each in _listed(root, "numFmts"):
        formats[_whole(each.get("numFmtId"))] = each.get("formatCode", "General")
    fonts, fills, borders = (_listed(root, name) for name in ("fonts", "fills", "borders"))
    return [_look(each, formats, palette, (fonts, fills, borders)) for each in _listed(root, "cellXfs")]


def _look(
    style: etree._Element,
    formats: dict[int, str],
    palette: Palette,
    parts: tuple[list[etree._Element], ...],
) -> Look:
    number = _whole(style.get("numFmtId"))
    font, fill, border = (
        _at(listed, _whole(style.get(name)))
        for listed, name in zip(parts, ("fontId", "fillId", "borderId"), strict=True)
    )
    alignment, protection = child(style, "alignment"), child(style, "protection")
    size = child(font, "sz") if font is not None else None
    return Look(
        format=formats.get(number, "dd/mm/yyyy" if number in DATE_FORMATS else "General"),
        bold=_is_on(font, "b"),
        italic=_is_on(font, "i"),
        size=_decimal(size.get("val")) if size is not None else 11.0,
        colour=palette.colour(child(font, "color")) if font is not None else None,
        fill=_fill(fill, palette),
        lines=_lines(border),
        across=alignment.get("horizontal", "general") if alignment is not None else "general",
        upright=alignment.get("vertical", "bottom") if alignment is not None else "bottom",
        wraps=alignment is not None and alignment.get("wrapText") in ("1", "true"),
        locked=protection is None or protection.get("locked") not in ("0", "false"),
    )


def _listed(root: etree._Element, name: str) -> list[etree._Element]:
    holder = child(root, name)
    return [each for each in holder if isinstance(each.tag, str)] if holder is not None else []


def _at(parts: list[etree._Element], number: int) -> etree._Element | None:
    return parts[number] if 0 <= number < len(parts) else None


def _whole(text: str | None) -> int:
    return whole_number(text) or 0


def _decimal(text: str | None) -> float:
    try:
        return float(text or 11)
    except ValueError:
        return 11.0


def _is_on(font: etree._Element | None, name: str) -> bool:
    mark = child(font, name) if font is not None else None
    return mark is not None and mark.get("val", "1") not in ("0", "false")


def _fill(fill: etree._Element | None, palette: Palette) -> str | None:
    pattern = child(fill, "patternFill") if fill is not None else None
    if pattern is None or pattern.get("patternType") != "solid":
        return None
    return palette.colour(child(pattern, "fgColor"))


def _lines(border: etree._Element | None) -> str:
    if border is None:
        return ""
    drawn = [each for each in children(border, "left", "start", "top", "right", "end", "bottom") if each.get("style")]
    names = {"left": "l", "start": "l", "top": "t", "right": "r", "end": "r", "bottom": "b"}
    return "".join(names[str(each.tag).rpartition("}")[2]] for each in drawn if each.get("style") != "none")
