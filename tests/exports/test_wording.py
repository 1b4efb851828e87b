"""Values as a Vietnamese paper writes them."""

from __future__ import annotations

from datetime import date

import pytest

from exports.document import Cell, Column, Shape, type_of_value
from exports.render import wording
from models.indicators.figure import Figure, Reference
from models.periods import quarter


@pytest.mark.parametrize(
    ("value", "shape", "text"),
    [
        (1737, Shape.WHOLE, "1.737"),
        (1_250_000_000, Shape.WHOLE, "1.250.000.000"),
        (0, Shape.WHOLE, "0"),
        (-1500, Shape.WHOLE, "-1.500"),
        (92.5, Shape.WHOLE, "92,5"),
        (52.349, Shape.DECIMAL, "52,3"),
        (0.15, Shape.DECIMAL, "0,2"),
        (89, Shape.DECIMAL, "89,0"),
        (1737.25, Shape.DECIMAL, "1.737,3"),
        (-0.01, Shape.DECIMAL, "0,0"),
        (1234, Shape.CODE, "1234"),
        (1234, Shape.TEXT, "1.234"),
        (12.5, Shape.TEXT, "12,5"),
        ("Nữ công", Shape.TEXT, "Nữ công"),
        (date(2026, 2, 5), Shape.DATE, "05/02/2026"),
        (None, Shape.WHOLE, ""),
    ],
)
def test_a_value_reads_as_on_paper(value: type_of_value, shape: Shape, text: str) -> None:
    assert wording.text_of(Cell(value, shape)) == text


def test_what_was_not_collected_prints_a_dash() -> None:
    figure = Figure(Reference("tuyen_truyen.buoi"), quarter(2026, 1), None)
    assert wording.text_of(Cell(None, Shape.WHOLE, expected=True)) == "-"
    assert wording.text_of(Cell(None, Shape.WHOLE, figure=figure)) == "-"


def test_empties_stand_as_their_column_does() -> None:
    column = Column("3", "Số buổi", Shape.WHOLE, 20)
    assert wording.shape_of(Cell(None), column) is Shape.WHOLE
    assert wording.shape_of(Cell("lời"), column) is Shape.TEXT
    assert wording.shape_of(Cell(5.0, Shape.DECIMAL), column) is Shape.DECIMAL
    assert wording.shape_of(Cell(92.5, Shape.WHOLE), column) is Shape.POINTS, "never cut to a whole number"


@pytest.mark.parametrize(
    ("day", "written", "plain"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026", "05/02/2026"),
        (date(2026, 3, 18), "ngày 18 tháng 3 năm 2026", "18/3/2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026", "31/12/2026"),
    ],
)
def test_zeros_stand_before_small_days_and_before_january_and_february(day: date, written: str, plain: str) -> None:
    assert wording.long_date(day) == written
    assert wording.plain_date(day) == plain


def test_place_and_date_and_a_rate_of_its_own() -> None:
    assert wording.place_and_date("Tây Ninh", date(2026, 3, 18)) == "Tây Ninh, ngày 18 tháng 3 năm 2026"
    assert wording.place_and_date("", date(2026, 3, 18)).startswith("…")
    assert wording.place_and_date("Tây Ninh", None) == "Tây Ninh, ngày …. tháng …. năm 20…"
    assert wording.percent(102.9) == "102,9%"
