"""Ledgers known by a digest of their names. Written by `python -m models.migrations.freeze`."""

from __future__ import annotations

SHAPES = {
    1: "01206be1fbd3551d0ca9c18906ae8f148c287580be97e42b76e139dfeca0d95e",
}
