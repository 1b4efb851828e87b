"""Table rows of a workbook: room for their texts, and long lists in little memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from exports.document import Cell, Column, Issuer, ReportDocument, Row, Shape, Table
from exports.long_rows import LongRows, Packing
from exports.proof import compare
from exports.render.xlsx import write_xlsx
from exports.render.xlsx_plain_rows import PlainRows
from exports.render.xlsx_text import height_of, lines_of
from models.errors import UserError
from models.periods import quarter


def listing(count: int) -> ReportDocument:
    columns = (
        Column("1", "TT", Shape.CODE, 12),
        Column("2", "Tên hoạt động", Shape.TEXT, 70),
        Column("3", "Ngày", Shape.DATE, 25),
        *(Column(str(at), f"Cột {at}", Shape.WHOLE, 15) for at in range(4, 9)),
    )
    numbers = [Cell(at, Shape.WHOLE) for at in range(10)]
    day = Cell(date(2026, 2, 5), Shape.DATE)
    rows = tuple(
        Row(str(at), (Cell(str(at), Shape.CODE), Cell(f"Buổi tuyên truyền {at}"), day, *[numbers[at % 10]] * 5))
        for at in range(count)
    )
    issuer = Issuer("CS001", "CĐCS A", "LĐLĐ", "CĐCS A", "Liên đoàn", "Tây Ninh")
    tables = (Table("B4", columns, rows),)
    period = quarter(2026, 1)
    return ReportDocument("B4", "1", "", "bieu", "NHẬT KÝ", "", "", False, issuer, period, date(2026, 4, 5), tables)


def test_a_long_text_gets_the_lines_it_needs() -> None:
    text = "Chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước"
    assert lines_of(text, 165) == 1
    assert lines_of(text, 50) == 3
    assert lines_of("một\nhai\nba", 165) == 3
    assert lines_of("x" * 200, 50) > 5
    assert height_of(2) == pytest.approx(33)


def test_a_long_list_takes_little_memory_and_loses_nothing(tmp_path: Path) -> None:
    report = listing(20_000)
    write_xlsx(listing(3), tmp_path / "first.xlsx")
    heard: list[tuple[int, int]] = []
    tracemalloc.start()
    write_xlsx(report, tmp_path / "long.xlsx", lambda done, of: heard.append((done, of)))
    grown = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert grown < 10_000_000
    assert heard[-1] == (20_000, 20_000)
    assert compare(tmp_path / "long.xlsx", report).cells == 120_000


class Endless(Sequence[Row]):
    """More rows than a sheet has room for."""

    def __len__(self) -> int:
        return 1_048_570

    def __getitem__(self, at: Any) -> Any:
        raise AssertionError("nobody asks for a row of a list that is too long")


def test_a_list_longer_than_a_sheet_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    report = listing(1)
    report = replace(report, tables=(replace(report.tables[0], rows=Endless()),))
    with pytest.raises(UserError, match=r"Biểu B4 có 1\d{6} dòng, nhiều hơn một trang tính chứa được. Hãy chọn kỳ"):
        write_xlsx(report, tmp_path / "b4.xlsx")
    assert not list(tmp_path.iterdir())


def test_a_text_of_nothing_that_can_be_printed_is_an_empty_cell() -> None:
    """In the short way of a long list as in the long way."""
    packing = Packing((), (False,), (False,), lambda _plain: Row("", ()), lambda plain, at: Cell(plain[4 + at]))
    rows = LongRows([("1", "uid", 1, 1, "\x07")], packing, 1)
    plain = PlainRows(rows, [Column("1", "TT", Shape.TEXT, 12)], [12.0], dict.fromkeys(Shape, 3))
    assert plain.row(7, next(rows.plain())) == '<row r="7" ht="17.25" customHeight="1"><c r="A7" s="3"/></row>'
