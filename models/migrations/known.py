"""Ledgers known by a digest of their names. Written by `python -m models.migrations.freeze`."""

from __future__ import annotations

SHAPES = {
    1: "dbde2a935b0418add680aa1700ebe756b0b5a3ed105862890020027a90485b13",
}
