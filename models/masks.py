"""What is kept back of a record until somebody deliberately asks: one rule for lists, cards, search, history, exports.

A record type says it in `masked`: which fields, while which other fields hold which values. Of those, `persons` name
who must stay unknown, so their names are taken out of every other text of the record as well.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from models.record import Part, Record

MASK = "•••"
LOOK = "Xem phần được giữ kín"  # what asks for it deliberately is called, everywhere
SOMEBODY = "người nêu ý kiến"


def hidden(part: Part) -> frozenset[str]:
    """The fields of a record that are kept back now."""
    if not isinstance(part, Record) or not part.masked:
        return frozenset()
    return frozenset(
        name
        for name, conditions in part.masked.items()
        if any(getattr(part, field) in values for field, values in conditions)
    )


def rule(record: type[Part], key: str) -> str:
    """The same in SQL, of one column of a record's table; "" if it is never kept back."""
    conditions = record.masked.get(key, ()) if issubclass(record, Record) else ()
    said = (f'"{field}" IN ({", ".join(map(_literal, values))})' for field, values in conditions)
    return f"({' OR '.join(said)})" if conditions else ""


def without(text: str, names: Iterable[str | None]) -> str:
    """A text without these names; one that is a single word is left, it may be a word like any other."""
    for name in names:
        if name and " " in name.strip():
            plain = re.escape(unicodedata.normalize("NFC", name.strip()))
            text = re.sub(rf"(?<!\w){plain}(?!\w)", SOMEBODY, unicodedata.normalize("NFC", text), flags=re.IGNORECASE)
    return text


def _literal(value: str | int) -> str:
    return str(int(value)) if isinstance(value, int) else f"'{value}'"
