"""Table rows of a workbook: room for their texts, and long lists in little memory."""

from __future__ import annotations

import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from exports.document import Cell, Column, Issuer, ReportDocument, Row, Shape, Table
from exports.proof import compare
from exports.render.xlsx import write_xlsx
from exports.render.xlsx_text import height_of, lines_of
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
