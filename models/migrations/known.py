"""Ledgers known by a digest of their names. Written by `python -m models.migrations.freeze`."""

from __future__ import annotations

SHAPES = {
    1: "166604e10674a635a8cc0aeb4b6a1e835567b06f1393d4960db456af6fb39f0b",
}
