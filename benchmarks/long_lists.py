"""The log (B4) of ten to a hundred thousand rows as a workbook and a PDF, against the same rows written by hand.

    python -m benchmarks.long_lists FOLDER [ROWS …]

FOLDER keeps the ledger (200 MB), so that it is made only once. Times are processor times of one run, in pairs. A floor
has its rows at hand: asking the ledger, and reading the file again to compare it, are told beside it.
"""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

import pypdfium2

from benchmarks.a2_export import Question, questions
from benchmarks.long_floors import pages_by_hand, sheet_by_hand, values_of
from benchmarks.pairs import compare, timed
from exports.build import build
from exports.document import ReportDocument
from exports.form_shelf import form_named
from exports.proof import compare as prove
from exports.render.pdf import write_pdf
from exports.render.xlsx import write_xlsx
from exports.run import export
from models.ledger.file import open_ledger
from models.ledger.store import Store
from models.lists.activities import log
from models.periods import Period, period_from
from models.sample.make import make_sample

ROWS = (10_000, 25_000, 50_000, 100_000)
ACTIVITIES = 163_000  # of the sample's, five in eight stand in the log
SMALL = period_from("2026-01")  # its export loads all libraries before memory is looked at
ALONE = "--alone"
ROUNDS = 3


def the_ledger(folder: Path) -> Path:
    """The ledger with the long log; made when it is not there."""
    path = folder / f"{ACTIVITIES}.socd"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        make_sample(path, activities=ACTIVITIES)
    return path


def period_with(store: Store, rows: int) -> Period:
    """The shortest period from the ledger's first day whose log has so many rows."""
    days = [line.says["day"] for line in log(store, period_from("2000-01-01..2030-12-31"))]
    assert len(days) >= rows, f"the log has only {len(days)} rows"
    return period_from(f"{days[0]}..{days[rows - 1]}")


def run(ledger: Path, rows: int) -> None:
    """Prints the ratios, and what is not in them, for a log of so many rows."""
    store = open_ledger(ledger)
    period = period_with(store, rows)
    document = build(store, form_named("B4"), period)
    print(f"{len(document.tables[0].rows) - 1} rows ({period.text})")
    _time_asking(store, period)
    _time_workbook(document, ledger.with_name("ours.xlsx"), ledger.with_name("floor.xlsx"))
    _time_pages(document, ledger.with_name("ours.pdf"), ledger.with_name("floor.pdf"))
    store.close()
    for ending in ("xlsx", "pdf"):
        subprocess.run([sys.executable, "-m", __spec__.name, ALONE, str(ledger), period.text, ending], check=True)


def _time_asking(store: Store, period: Period) -> None:
    form = form_named("B4")
    sent = questions(store, form, period)
    with store.reading() as connection:
        plain = connection.plain
        floor = partial(_ask, plain, sent)
        compare("  asking, against the same SQL", lambda: build(store, form, period), floor, ROUNDS, process_time)


def _ask(plain: Any, sent: list[Question]) -> None:
    for statement, values in sent:
        plain.execute(statement, values).fetchall()


def _time_workbook(document: ReportDocument, ours: Path, by_hand: Path) -> None:
    columns, values = document.tables[0].columns, values_of(document)
    floor = partial(sheet_by_hand, columns, values, by_hand)
    compare("  workbook", lambda: write_xlsx(document, ours), floor, ROUNDS, process_time)
    print(f"  its proof {timed(lambda: prove(ours, document), process_time):.2f} s, {_size(ours)}, {_size(by_hand)}")


def _time_pages(document: ReportDocument, ours: Path, by_hand: Path) -> None:
    floor = pages_by_hand(document, values_of(document), by_hand)
    compare("  PDF", lambda: write_pdf(document, ours), floor, 1, process_time)
    counts = [len(pypdfium2.PdfDocument(path)) for path in (ours, by_hand)]
    spent = timed(lambda: write_pdf(document, ours), process_time)
    print(f"  {counts[0]} pages ({counts[1]} by hand), {1000 * spent / counts[0]:.2f} ms a page")
    print(f"  its proof {timed(lambda: prove(ours, document), process_time):.2f} s, {_size(ours)}, {_size(by_hand)}")


def _size(path: Path) -> str:
    return f"{path.name} {path.stat().st_size / 1e6:.1f} MB"


def grow(ledger: Path, period: str, ending: str) -> None:
    """Prints by how much one export, from asking to proof, lets this process grow."""
    store, target = open_ledger(ledger), ledger.with_name(f"alone.{ending}")
    export(store, "B4", SMALL, target)
    before = _most_memory()
    export(store, "B4", period_from(period), target)
    print(f"  memory for .{ending} grew by {_most_memory() - before:.1f} MB from {before:.0f} MB")
    store.close()


def _most_memory() -> float:
    """The most memory this process took so far, in MB; `getrusage` would tell of its parent's too."""
    (line,) = (each for each in Path("/proc/self/status").read_text().splitlines() if each.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    if sys.argv[1] == ALONE:
        grow(Path(sys.argv[2]), *sys.argv[3:])
    else:
        made = the_ledger(Path(sys.argv[1]))
        for number in [int(each) for each in sys.argv[2:]] or ROWS:
            run(made, number)
