"""Ledgers known by a digest of their names. Written by `python -m models.migrations.freeze`."""

from __future__ import annotations

SHAPES = {
    1: "ecb6a6d60ecc6656f10c4e6446bebfcdefb43769c05ef0c2dfe6950a9b82d200",
}
