"""Ledgers known by a digest of their names. Written by `python -m models.migrations.freeze`."""

from __future__ import annotations

SHAPES = {
    1: "bd4ac955dc1d378484c058811b5dd79ff9bcd44e2658556fe63082047bb820b9",
}
