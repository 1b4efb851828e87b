"""The log (B4) as a workbook and a PDF over many activities, against the same rows written by hand."""

from __future__ import annotations

import resource
import sys
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.pairs import compare, timed
from exports.build import build
from exports.document import ReportDocument
from exports.form_shelf import form_named
from exports.proof import compare as prove
from exports.render.pdf import write_pdf
from exports.render.xlsx import write_xlsx
from models.ledger.file import open_ledger
from models.periods import period_from
from models.sample.make import make_sample

PERIOD = period_from("2024-01-01..2026-12-31")
EPOCH = date(1899, 12, 30).toordinal()


def by_hand(document: ReportDocument, target: Path) -> Callable[[], None]:
    """Fills one pattern a row: the quickest way known (performance.md, section 5)."""
    rows = [tuple(cell.value for cell in row.cells) for row in document.tables[0].rows]
    cells = "".join(f'<c r="{chr(65 + at)}%d" s="{at}"%s</c>' for at in range(len(rows[0])))

    def said(value: object) -> str:
        if isinstance(value, str):
            return f' t="inlineStr"><is><t>{escape(value)}</t></is>'
        if value is None:
            return ">"
        return f"><v>{value.toordinal() - EPOCH if isinstance(value, date) else value}</v>"

    def write() -> None:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file, file.open("sheet1.xml", "w") as sheet:
            for number, row in enumerate(rows, 10):
                filled = tuple(part for value in row for part in (number, said(value)))
                sheet.write(f'<row r="{number}">{cells % filled}</row>'.encode())

    return write


def run(activities: int, folder: Path) -> None:
    """Prints the ratio of writing, and how long reading, proving and paging take."""
    ledger = folder / f"{activities}.socd"
    make_sample(ledger, activities=activities)
    store = open_ledger(ledger)
    form = form_named("B4")
    build(store, form, period_from("2026-01"))
    before = _memory()
    document = build(store, form, PERIOD)
    target = folder / "ours.xlsx"
    write_xlsx(document, target)
    prove(target, document)
    print(f"{activities} activities: {len(document.tables[0].rows)} rows, memory grew by {_memory() - before:.0f} MB")
    print(f"  from the ledger {timed(lambda: build(store, form, PERIOD)):.1f} s")
    print(f"  proof {timed(lambda: prove(target, document)):.1f} s")
    compare("  workbook", lambda: write_xlsx(document, target), by_hand(document, folder / "floor.xlsx"), rounds=5)
    print(f"  PDF {timed(lambda: write_pdf(document, folder / 'ours.pdf')):.1f} s")
    store.close()


def _memory() -> float:
    """The most memory taken so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        for number in [int(each) for each in sys.argv[1:]] or [10_000, 100_000]:
            run(number, Path(made))
