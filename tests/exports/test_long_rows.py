"""A long list is kept packed: its rows, files and proofs are those of a short one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exports import list_rows, proof_pdf, proof_xlsx
from exports.build import build
from exports.by_value import ByValue
from exports.document import Cell, ReportDocument, Row
from exports.form_shelf import form_named
from exports.long_rows import LongRows, Packing
from exports.mismatch import Mismatch
from exports.proof import compare
from exports.render.jsonfile import write_json
from exports.render.pdf import write_pdf
from exports.render.wording import text_of
from exports.render.xlsx import write_xlsx
from models.ledger.file import open_ledger
from models.ledger.store import Store
from models.lists.line import Said
from models.periods import period_from
from models.sample.make import make_sample

WRITERS: dict[str, Callable[[ReportDocument, Path], None]] = {"xlsx": write_xlsx, "pdf": write_pdf, "json": write_json}
PERIOD = period_from("2024-01-01..2026-12-31")
LISTS = ("B4", "C2", "C3", "D1", "D2")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("so") / "mau.socd"
    make_sample(path, activities=900)
    store = open_ledger(path)
    yield store
    store.close()


def both(sample: Store, form: str, monkeypatch: pytest.MonkeyPatch) -> tuple[ReportDocument, ReportDocument]:
    """The form with its rows as they are, and with its rows packed."""
    short = build(sample, form_named(form), PERIOD)
    monkeypatch.setattr(list_rows, "FEW", 0)
    return short, build(sample, form_named(form), PERIOD)


@pytest.mark.parametrize("form", LISTS)
@pytest.mark.parametrize("ending", list(WRITERS))
def test_a_packed_list_gives_the_same_file(
    sample: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, ending: str
) -> None:
    short, long = both(sample, form, monkeypatch)
    one, other = tmp_path / f"1.{ending}", tmp_path / f"2.{ending}"
    WRITERS[ending](short, one)
    WRITERS[ending](long, other)
    assert one.read_bytes() == other.read_bytes()
    assert compare(one, long) == compare(other, short)


def test_a_packed_list_can_be_asked_for_any_row(sample: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    short, long = both(sample, "B4", monkeypatch)
    rows, packed = short.tables[0].rows, long.tables[0].rows
    assert isinstance(packed, LongRows)
    assert len(rows) > 500
    assert tuple(packed) == tuple(rows)
    assert [packed[at] for at in (0, 499, 500, -1, -2)] == [rows[at] for at in (0, 499, 500, -1, -2)]
    assert list(packed[498:502]) == list(rows[498:502])


def test_a_workbook_of_a_long_list_that_says_something_else_is_refused(
    sample: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short, long = both(sample, "B4", monkeypatch)
    (table,) = short.tables
    wrong = [*table.rows]
    wrong[520] = replace(wrong[520], cells=(*wrong[520].cells[:2], replace(wrong[520].cells[2], value="Khác")))
    wrong[520] = replace(wrong[520], cells=wrong[520].cells + table.rows[520].cells[3:])
    write_xlsx(replace(short, tables=(replace(table, rows=tuple(wrong)),)), tmp_path / "b4.xlsx")
    with pytest.raises(Mismatch, match=r"ô C\d+: trên tệp là “Khác”"):
        compare(tmp_path / "b4.xlsx", long)


def test_a_pdf_of_a_long_list_that_lacks_a_figure_is_refused(
    sample: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short, long = both(sample, "B4", monkeypatch)
    (table,) = short.tables
    at, other = max(enumerate(table.rows[:-1]), key=lambda each: int(str(each[1].cells[7].value or 0)))
    lacking = replace(other, cells=(*other.cells[:7], replace(other.cells[7], value=987654), *other.cells[8:]))
    rows = (*table.rows[:at], lacking, *table.rows[at + 1 :])
    write_pdf(replace(short, tables=(replace(table, rows=rows),)), tmp_path / "b4.pdf")
    with pytest.raises(Mismatch, match=f"số “{text_of(other.cells[7])}”"):
        compare(tmp_path / "b4.pdf", long)


@pytest.mark.parametrize("ending", ["xlsx", "pdf"])
def test_a_file_is_read_again_alike_wherever_its_pieces_end(
    sample: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    document = build(sample, form_named("B4"), period_from("2025-Q1"))
    WRITERS[ending](document, tmp_path / f"b4.{ending}")
    whole = compare(tmp_path / f"b4.{ending}", document)
    assert whole.cells == whole.of > 100
    for module in (proof_pdf, proof_xlsx):
        monkeypatch.setattr(module, "PIECE", 97)
    assert compare(tmp_path / f"b4.{ending}", document) == whole


def test_what_is_remembered_of_a_value_is_never_said_of_another_or_of_another_column() -> None:
    values: list[tuple[Said, Said]] = [(1, 1), (1.0, None), ("1", 1), (None, "1"), (2, 1.0), (1, "1.0")]
    packing = Packing(
        (), (False, False), (False, False), lambda _plain: Row("", ()), lambda plain, at: Cell(plain[4 + at])
    )
    rows = LongRows([(str(number), "uid", 1, 1, *each) for number, each in enumerate(values * 3)], packing, 2)
    asked: list[Said] = []

    def told(at: int, cell: Cell) -> str:
        asked.append(cell.value)
        return f"{at}: {cell.value!r}"

    by_value = ByValue(rows, told)
    said = [by_value.of(plain) for plain in rows.plain()]
    assert said == [[f"{at}: {value!r}" for at, value in enumerate(each)] for each in values * 3]
    assert asked.count("1") == 2
