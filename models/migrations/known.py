"""Ledgers known by a digest of their names. Written by `python -m models.migrations.freeze`."""

from __future__ import annotations

SHAPES = {
    1: "ad808e9ceea6554eea7bfac2224ddf3fdb809e60cd5e7cb49536f1e4f2aa2c5a",
}
