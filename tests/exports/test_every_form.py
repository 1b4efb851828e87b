"""Every form in every kind of file: each cell is there, and a long list is paged as a paper is."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from exports.build import build
from exports.document import Cell, ReportDocument
from exports.form_shelf import form_named, forms
from exports.proof import compare
from exports.render.wording import text_of
from exports.run import hand_out
from models.ledger.file import create, open_ledger
from models.ledger.store import Store
from models.periods import Period, period_from
from models.records.activity import Activity, ActivityAudience
from models.records.unit import new_own_unit
from models.sample.make import make_sample

PERIODS = [
    period_from(text)
    for text in ("2026-02", "2026-Q1", "2025-H2", "2025-9M", "2025", "2025-2026", "2025-11-01..2026-01-31")
]


Said = tuple[Counter[object], Counter[object]]  # what a file has to say, and what it says


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("so") / "mau.socd"
    make_sample(path)
    store = open_ledger(path)
    yield store
    store.close()


@pytest.mark.parametrize("ending", ["xlsx", "pdf", "json"])
@pytest.mark.parametrize("name", list(forms()))
def test_every_file_of_every_form_holds_every_cell(sample: Store, tmp_path: Path, name: str, ending: str) -> None:
    document = build(sample, form_named(name), period_from("2025"))
    target = tmp_path / f"bieu.{ending}"
    assert hand_out(document, target).proof == compare(target, document)
    wanted, found = _SAID[ending](target, document)
    assert wanted - found == Counter()
    assert wanted


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: period.text)
@pytest.mark.parametrize("name", list(forms()))
def test_every_form_can_be_filled_for_every_kind_of_period(sample: Store, name: str, period: Period) -> None:
    document = build(sample, form_named(name), period)
    for table in document.tables:
        assert len({row.code for row in table.rows}) == len(table.rows)
        assert all(len(row.cells) == len(table.columns) for row in table.rows)
        assert sum(row.over for row in table.rows) == len(table.rows)


def test_a_list_of_three_hundred_repeats_its_head_and_splits_no_row(tmp_path: Path) -> None:
    store = create(tmp_path / "so.socd", new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Tây Ninh"))
    day = datetime(2026, 1, 1, 8)
    with store.write("Thêm") as write:
        write.add_all(
            [
                Activity(
                    title=f"đầu{number} {'hội nghị tuyên truyền ' * 4}cuối{number}",
                    form="hoi_nghi",
                    primary_topic="phap_luat",
                    start_at=day + timedelta(hours=6 * number),
                    audiences=[ActivityAudience(group="doan_vien", n_turns=number)],
                )
                for number in range(1, 301)
            ]
        )
    document = build(store, form_named("B4"), period_from("2026-Q1"))
    hand_out(document, tmp_path / "b4.pdf")
    store.close()
    pages = [page.extract_text() for page in PdfReader(tmp_path / "b4.pdf").pages]
    assert len(pages) > 10
    for number, page in enumerate(pages, 1):
        assert "Tên hoạt động" in page
        assert number == 1 or page.split()[0] == str(number)
    begun, ended = ([re.findall(mark + r"(\d+)", page) for page in pages] for mark in ("đầu", "cuối"))
    assert begun == ended
    assert [int(each) for page in begun for each in page] == list(range(1, 301))


def _said_by_workbook(path: Path, document: ReportDocument) -> Said:
    rows = load_workbook(path)[document.form].iter_rows(values_only=True)
    found: Counter[object] = Counter(
        value.date() if isinstance(value, datetime) else value for row in rows for value in row
    )
    # A total's formula is read as text; the proof has compared the results stored in them.
    cells = (cell for cell in _cells(document) if cell.formula is None)
    return Counter(cell.value for cell in cells if cell.value is not None), found


def _said_by_pdf(path: Path, document: ReportDocument) -> Said:
    """Without spaces: a text broken into lines counts as whole."""
    said = "".join("".join(page.extract_text().split()) for page in PdfReader(path).pages)
    wanted: Counter[object] = Counter(text for cell in _cells(document) if (text := "".join(text_of(cell).split())))
    return wanted, Counter({text: said.count(str(text)) for text in wanted})


def _said_by_json(path: Path, document: ReportDocument) -> Said:
    content = json.loads(path.read_text(encoding="utf-8"))
    found = Counter(value for table in content["tables"] for row in table["rows"] for value in row["cells"].values())
    values = (cell.value for cell in _cells(document))
    return Counter(value.isoformat() if isinstance(value, date) else value for value in values), found


_SAID = {"xlsx": _said_by_workbook, "pdf": _said_by_pdf, "json": _said_by_json}


def _cells(document: ReportDocument) -> Iterator[Cell]:
    for table in document.tables:
        for row in table.rows:
            yield from row.cells
