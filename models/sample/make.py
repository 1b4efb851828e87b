"""Makes a ledger with the invented life of a union; the same seed tells the same life."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path

from models.errors import UserError
from models.ledger import file
from models.ledger.store import Store
from models.record import Record
from models.records.report_text import ReportText
from models.sample import (
    creative,
    daily,
    emulation,
    honours,
    media,
    outreach,
    papers,
    people,
    ratings,
    reporting,
    surroundings,
    units,
    voices,
    work,
)
from models.sample.scene import Scene
from models.sample.told import told
from models.sample.words_reports import REPORT_TEXTS

MOST_ACTIVITIES, MOST_YEARS = 1_000_000, 10
_PER_YEAR = 75  # activities, unless their number is given
_AT_ONCE = 50_000  # activities in one write, so that what SQLite keeps beside the file stays small
_STEP = 500  # records between two words about progress

Progress = Callable[[int, int], None]


def make_sample(
    path: Path, *, activities: int | None = None, years: int = 2, seed: int = 1, progress: Progress | None = None
) -> None:
    """A new ledger at `path`, told up to the first quarter of 2026. `progress` hears (records done, records in all)."""
    count = _PER_YEAR * years if activities is None else activities
    if not 1 <= years <= MOST_YEARS:
        raise UserError(f"Số năm của sổ mẫu phải từ 1 đến {MOST_YEARS}, đang là {years}.")
    if not 0 <= count <= MOST_ACTIVITIES:
        raise UserError(f"Số hoạt động của sổ mẫu phải từ 0 đến {MOST_ACTIVITIES}, đang là {count}.")
    store = file.create(path, units.own())
    try:
        _fill(store, Scene(seed, years, count), progress or (lambda _done, _of: None))
    except BaseException:
        store.close()
        _discard(path)
        raise
    store.close()


def _fill(store: Store, scene: Scene, progress: Progress) -> None:
    scene.members = people.members(scene)
    others = list(_others(scene))
    activities = outreach.activities(scene)
    counted = _Counted(progress, len(others) + scene.n_activities)
    with store.write("Lập sổ mẫu") as write:
        write.save(units.own_with_history())
        write.add_all(counted.passing(chain(others, islice(activities, _AT_ONCE))))
    for _ in range(_AT_ONCE, scene.n_activities, _AT_ONCE):
        with store.write("Lập sổ mẫu (tiếp)") as write:
            write.add_all(counted.passing(islice(activities, _AT_ONCE)))
    counted.finish()


def _others(scene: Scene) -> Iterator[Record]:
    """Everything but the activities."""
    yield from chain(units.units(), units.snapshots(scene), units.report_periods(scene), scene.members)
    yield from chain(papers.documents(scene), papers.programmes(scene), papers.targets(scene))
    yield from told(ReportText, REPORT_TEXTS)
    yield from chain(media.media(scene), media.contests(scene))
    yield from chain(emulation.movements(scene), creative.initiatives(scene), honours.awards(scene))
    yield from chain(creative.ideas(scene), creative.good_practices(scene), creative.role_models(scene))
    yield from chain(voices.feedback(scene), work.dialogues(scene), work.supervisions(scene))
    yield from chain(work.welfare(scene), work.consultations(scene), work.agreements(), ratings.ratings(scene))
    yield from chain(reporting.dues(), reporting.remarks())
    yield from chain(daily.daily(scene), surroundings.surroundings(scene))


class _Counted:
    """Tells how far the records passing through have come."""

    def __init__(self, progress: Progress, of: int) -> None:
        self._progress = progress
        self._of = of
        self._passed = 0

    def passing(self, records: Iterator[Record]) -> Iterator[Record]:
        """The same records."""
        for record in records:
            if self._passed % _STEP == 0:
                self._progress(self._passed, self._of)
            self._passed += 1
            yield record

    def finish(self) -> None:
        """All have passed."""
        self._progress(self._of, self._of)


def _discard(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
