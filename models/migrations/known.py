"""Ledgers known by a digest of their names. Written by `python -m models.migrations.freeze`."""

from __future__ import annotations

SHAPES = {
    1: "3dbc855da73f1649085a4d36549b65ab39a9a89471d6602c63fc0c53c501a227",
}
