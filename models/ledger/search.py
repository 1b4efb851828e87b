"""Finding records by words, without minding accents, đ, capitals or the order of the words."""

from __future__ import annotations

import sqlalchemy as sa

from models.vietnamese import folded, nfc


def matching(table: sa.Table, text: str) -> sa.ColumnElement[bool]:
    """True for rows that contain every word of `text`, anywhere in what they are found by."""
    words = folded(nfc(text)).split()
    return sa.and_(sa.true(), *(table.c.folded.contains(word, autoescape=True) for word in words))
