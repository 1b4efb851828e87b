"""A ledger of its own for each test, and what its whole content is."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.ledger import connection, file, interchange
from models.ledger.store import Store
from models.records.unit import OrgUnit


def own_unit() -> OrgUnit:
    """The unit of a test's ledger."""
    return OrgUnit("own", code="CDCS-MAU-A", kind="grassroots_union", name_full="CĐCS Công ty TNHH Mẫu A")


@pytest.fixture(autouse=True, scope="session")
def fixed_disk() -> Iterator[None]:
    """Ledgers lie on a fixed disk, whatever the machine that runs the tests can tell of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection, "is_fixed_local_disk", lambda _path: True)
        yield


@pytest.fixture(scope="session")
def new_ledger(fixed_disk: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once: the ledger that every test gets a copy of."""
    path = tmp_path_factory.mktemp("new") / "so.socd"
    file.create(path, own_unit()).close()
    return path


@pytest.fixture
def ledger(new_ledger: Path, tmp_path: Path) -> Path:
    """A closed ledger with nothing but its unit."""
    return Path(shutil.copyfile(new_ledger, tmp_path / "so.socd"))


@pytest.fixture
def store(ledger: Path) -> Iterator[Store]:
    """The ledger, open."""
    opened = file.open_ledger(ledger)
    yield opened
    opened.close()


@pytest.fixture
def dumped() -> Callable[[Store], str]:
    """Every record of a ledger, as interchange lines."""

    def text_of(opened: Store) -> str:
        target = io.StringIO()
        interchange.dump(opened, target)
        return target.getvalue()

    return text_of
