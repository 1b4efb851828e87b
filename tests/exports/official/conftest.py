"""A ledger with the worked example, maps as text, and the way from a workbook to the filled one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from exports.official.fill import Filled, fill
from models.ledger.file import create, open_ledger
from models.ledger.interchange import load
from models.ledger.store import Store
from models.periods import period_from
from models.records.unit import new_own_unit

EXAMPLE = Path(__file__).parents[2] / "data" / "worked_example.jsonl"
FillWith = Callable[..., Path]
MapWith = Callable[..., Path]


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example of the rules: 5 sessions, 465 turns, 415 of them members'."""
    path = tmp_path_factory.mktemp("so") / "so.socd"
    store = create(path, new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Tây Ninh"))
    load(store, EXAMPLE)
    store.close()
    return path


@pytest.fixture(scope="session")
def store(ledger: Path) -> Iterator[Store]:
    """A copy of the ledger, open; the ledger itself stays closed for commands."""
    opened = open_ledger(Path(shutil.copyfile(ledger, ledger.with_name("mo.socd"))))
    yield opened
    opened.close()


@pytest.fixture
def map_with(tmp_path: Path) -> MapWith:
    """A map of entries: the cell's name and the rest of its lines."""

    def write(*entries: tuple[str, str], sheet: str = "Biểu 1") -> Path:
        lines = ['title = "Báo cáo quý"']
        for at, rest in entries:
            lines += ["[[cell]]", f'sheet = "{sheet}"', f'at = "{at}"' if at else "", rest]
        path = tmp_path / "ghep.toml"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


@pytest.fixture
def filled(store: Store, tmp_path: Path, map_with: MapWith) -> FillWith:
    """Fills a workbook for the first quarter of 2026 and gives the path of the result."""

    def run(workbook: Path, *entries: tuple[str, str]) -> Path:
        done: Filled = fill(
            store, workbook, map_with(*entries), period_from("2026-Q1"), tmp_path / f"ra{workbook.suffix}"
        )
        return done.path

    return run
