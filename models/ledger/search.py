"""Finding records by words, without minding accents, đ, capitals or the order of the words."""

from __future__ import annotations

from models.vietnamese import folded, nfc


def matching(text: str) -> tuple[str, list[str]]:
    """The condition (SQL and its values) of rows that contain every word of `text`, in what they are found by."""
    words = folded(nfc(text)).split()
    return " AND ".join(["1", *["instr(folded, ?)"] * len(words)]), words
