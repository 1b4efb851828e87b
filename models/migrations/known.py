"""Ledgers known by a digest of their names. Written by `python -m models.migrations.freeze`."""

from __future__ import annotations

SHAPES = {
    1: "f52f9dc1d51d434f7cc0abc8edc3e309b767a259ce49d81b452392a90df91198",
}
