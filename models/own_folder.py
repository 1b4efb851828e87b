"""Where the program keeps what she made for all her ledgers on this machine: forms, templates, maps."""

from __future__ import annotations

from pathlib import Path


def own_folder(name: str) -> Path:
    """Her folder of that name; it need not be there yet."""
    from platformdirs import user_data_path

    return user_data_path("SoCongDoan", appauthor=False) / name
