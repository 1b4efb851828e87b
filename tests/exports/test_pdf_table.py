"""Tables on paper: nothing is cut off, no row is split, heads come back on every page."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from exports.document import Cell, Column, Row, Shape, Table

if TYPE_CHECKING:
    from tests.exports.conftest import Lines, MakeDocument, MakeList, MakeTable, Marks, Write


def test_a_long_list_repeats_its_head_splits_no_row_and_counts_its_pages(
    make_document: MakeDocument, list_table: MakeList, write: Write, marks: Marks
) -> None:
    paper = write(make_document(list_table(300), landscape=True))
    seen: dict[int, int] = {}
    for at, page in enumerate(paper.pages):
        text = " ".join(page.extract_text().split())
        assert f"tr.{at + 1}/{len(paper.pages)}" in text.replace(" ", "")
        if "cuối" in text:
            found = marks(page)
            for heading in ("STT", "Số lượt người tham dự", "Tổng số", "(4)"):
                assert [mark.text for mark in found].count(heading) == 1, heading
        for number in range(1, 301):
            if f"đầu{number} " in text:
                assert f"cuối{number} " in text + " "
                assert number not in seen
                seen[number] = at
    assert list(seen) == list(range(1, 301))


def test_text_keeps_inside_its_column_and_wraps(
    make_document: MakeDocument, small_table: MakeTable, write: Write, marks: Marks, lines: Lines
) -> None:
    text = "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh " * 6 + "congdoan.example/" * 12
    page = write(make_document(small_table([text]))).pages[0]
    edges = sorted({round(line.x1, 2) for line in lines(page) if line.x1 == line.x2})
    assert edges == pytest.approx([30, 85, 195])
    wrapped = [mark for mark in marks(page) if mark.x > 85 and mark.size == 12 and mark.face == "LiberationSerif"]
    assert len(wrapped) > 5
    assert all(mark.right <= 195 for mark in wrapped)
    assert all(upper.y < lower.y for upper, lower in pairwise(wrapped))
    assert "".join(mark.text for mark in wrapped).replace(" ", "") == text.replace(" ", "")


def test_a_row_taller_than_a_page_goes_on_without_losing_a_word(
    make_document: MakeDocument, small_table: MakeTable, write: Write
) -> None:
    words = [f"từ{number}" for number in range(2500)]
    paper = write(make_document(small_table(["trước", " ".join(words), "sau"])))
    printed = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    assert len(paper.pages) > 3
    assert [word for word in printed.split() if word.startswith("từ") and word != "từ"] == words


def test_letters_shrink_for_large_numbers_but_not_below_10_points(
    make_document: MakeDocument, write: Write, marks: Marks, lines: Lines
) -> None:
    columns = tuple(Column(str(at), "Tổng số tiền (đồng)", Shape.WHOLE, 10) for at in range(6))
    amounts = Row("1", tuple(Cell(1_250_000_000 + at, Shape.WHOLE) for at in range(6)))
    many = Column("ghi_chu", "Ghi chú", Shape.TEXT, 20)
    row = replace(amounts, cells=(*amounts.cells, Cell("như kỳ trước")))
    page = write(make_document(Table("T", (*columns, many), (row,)))).pages[0]
    edges = sorted({round(line.x1, 2) for line in lines(page) if line.x1 == line.x2})
    printed = [mark for mark in marks(page) if mark.text.startswith("1.250")]
    assert [mark.text for mark in printed] == [f"1.250.000.00{at}" for at in range(6)]
    for mark, (left, right) in zip(printed, pairwise(edges), strict=False):
        assert 10 <= mark.size < 12
        assert left < mark.x < mark.right < right


def test_values_stand_as_their_shape_asks(
    make_document: MakeDocument, list_table: MakeList, write: Write, marks: Marks, lines: Lines
) -> None:
    page = write(make_document(list_table(9))).pages[0]
    edges = sorted({round(line.x1, 2) for line in lines(page) if line.x1 == line.x2})
    found = marks(page)
    totals = [found.said(text).right for text in ("1.737", "3.474", "8.685")]
    assert totals == pytest.approx([edges[4] - 1.4] * 3, abs=0.1)
    assert found.said("-").right == pytest.approx(edges[5] - 1.4, abs=0.1)
    date = found.said("05/01/2026")
    assert (date.x + date.right) / 2 == pytest.approx((edges[1] + edges[2]) / 2, abs=0.1)
    assert found.said("0,1").right == pytest.approx(edges[6] - 1.4, abs=0.1)


def test_headings_and_totals_are_bold_and_parts_indented(
    make_document: MakeDocument, small_table: MakeTable, write: Write, marks: Marks
) -> None:
    table = small_table(["Tình hình", "Tổng số", "- Trong đó: nữ", "Tổng cộng"])
    first, second, third, last = table.rows
    rows = (replace(first, level=0), second, replace(third, level=2), replace(last, total=True))
    found = marks(write(make_document(replace(table, rows=rows))).pages[0])
    assert [found.said(text).face for text in ("Tình hình", "Tổng số", "Tổng cộng")] == [
        "LiberationSerif-Bold",
        "LiberationSerif",
        "LiberationSerif-Bold",
    ]
    assert found.said("- Trong đó: nữ").x - found.said("Tổng số").x == pytest.approx(4, abs=0.1)


def test_neither_total_nor_signature_stands_alone(
    make_document: MakeDocument, small_table: MakeTable, write: Write
) -> None:
    for rows in range(28, 40):
        table = small_table([f"dòng{number}" for number in range(rows)])
        table = replace(table, rows=(*table.rows[:-1], replace(table.rows[-1], total=True)))
        for page in write(make_document(table)).pages:
            text = page.extract_text()
            if "NGƯỜI LẬP BIỂU" in text or f"dòng{rows - 1}" in text:
                assert text.count("dòng") >= 2, rows


def test_a_table_without_rows_says_so(make_document: MakeDocument, small_table: MakeTable, write: Write) -> None:
    assert "(Không có số liệu trong kỳ)" in write(make_document(small_table([]))).pages[0].extract_text()
