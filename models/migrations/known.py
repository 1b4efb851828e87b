"""Ledgers known by a digest of their names. Written by `python -m models.migrations.freeze`."""

from __future__ import annotations

SHAPES = {
    1: "fbe4fcdf3043f00f90c21ce2dd6a3716d1dc82e7efd3d59fd601781f41fd4c1e",
}
