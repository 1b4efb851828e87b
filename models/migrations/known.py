"""Ledgers known by a digest of their names. Written by `python -m models.migrations.freeze`."""

from __future__ import annotations

SHAPES = {
    1: "9f2fb84c738bb8c209b9ec5a3fa3916f0b94b2c86101fd131c6c6cf1fc9f54ca",
}
