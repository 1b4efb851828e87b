"""Ledgers known by a digest of their names. Written by `python -m models.migrations.freeze`."""

from __future__ import annotations

SHAPES = {
    1: "77721cc713e4b5be48225314e0e3be5a04d2569982bccc12650b8faee5e39b4e",
}
