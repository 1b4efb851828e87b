"""Ledgers known by a digest of their names. Written by `python -m models.migrations.freeze`."""

from __future__ import annotations

SHAPES = {
    1: "f334e261f62f83dabc655294a5792c41d77a2d2fb8963dc95f6c55281ad50342",
}
