"""Ledgers known by a digest of their names. Written by `python -m models.migrations.freeze`."""

from __future__ import annotations

SHAPES = {
    1: "c6c854fab557da7f782b4023583308f8e1732543b7da5f55bb00709d793a79d0",
}
