"""Patterns are read alike by every Python that is supported: possessive groups are not, before 3.11.5."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
POSSESSIVE_GROUP = re.compile(r"\)[*+?]\+|\(\?>")


def test_no_pattern_has_a_possessive_group() -> None:
    sources = [each for folder in ("models", "imports", "exports", "ui") for each in (ROOT / folder).rglob("*.py")]
    offences = [
        f"{each.relative_to(ROOT)}:{number} {line.strip()}"
        for each in sources
        for number, line in enumerate(each.read_text(encoding="utf-8").splitlines(), 1)
        if POSSESSIVE_GROUP.search(line) and "r" + '"' in line
    ]
    assert offences == []
