"""Ledgers known by a digest of their names. Written by `python -m models.migrations.freeze`."""

from __future__ import annotations

SHAPES = {
    1: "5ee428333bc1fc90df1d0f740788e083df7ff294334f1056c50a5bfa9536d695",
}
