"""Tells a workbook to calculate when it is opened; nothing else of its description changes."""

from __future__ import annotations

import re

from exports.official.xml import PartText, Unreadable

BEFORE = ("definedNames", "externalReferences", "functionGroups", "sheets")  # what it stands after, nearest first
_FLAG = re.compile(r"""\s*\bfullCalcOnLoad\s*=\s*("[^"]*"|'[^']*')""")


def told_to_calculate(raw: bytes) -> bytes:
    """The part `workbook.xml` with the flag set."""
    part = PartText(raw)
    found = part.tag("calcPr")
    if found is not None:
        said = _FLAG.sub("", found[1]).rstrip()
        return part.edited([(found.start(1), found.end(1), f'{said} fullCalcOnLoad="1"')])
    for name in BEFORE:
        at = _end_of(part, name)
        if at is not None:
            return part.edited([(at, at, f'<{part.prefix}calcPr fullCalcOnLoad="1"/>')])
    raise Unreadable("no sheets")


def without_flag(raw: bytes) -> str:
    """The part as it is without the flag, for comparing."""
    part = PartText(raw)
    found = part.tag("calcPr")
    if found is None:
        return part.text
    said = _FLAG.sub("", found[1]).strip()
    left = f"<{part.prefix}calcPr {said}{found[2]}>" if said else ""
    return part.text[: found.start()] + left + part.text[found.end() :]


def _end_of(part: PartText, name: str) -> int | None:
    found = part.tag(name)
    if found is None:
        return None
    if found[2]:
        return found.end()
    closed = re.compile(rf"</{part.prefix}{name}\s*>").search(part.shadow, found.end())
    return closed.end() if closed else None
