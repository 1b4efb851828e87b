"""Ledgers known by a digest of their names. Written by `python -m models.migrations.freeze`."""

from __future__ import annotations

SHAPES = {
    1: "1ec74285775c562ebb3847e1a1542a974d5e771dd4aa21ed90bdbecdee83f436",
}
