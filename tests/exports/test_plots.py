"""Plots show the figures: bars as long as their values, numbers beside them, in grey and hatching alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from reportlab.graphics.shapes import Group, Rect, String
from reportlab.lib.colors import Color

from exports.bundle import report_of
from exports.choice import choose, chosen, offered, usual
from exports.document import ReportDocument
from exports.form_shelf import form_named
from exports.plot import Plot, Series
from exports.plots import read_plot
from exports.render.pdf import write_pdf
from exports.render.pdf_type import Typesetter
from exports.render.plot_drawing import bars_of, draw_plot, height_of
from exports.render.plot_picture import png_of, svg_of
from models.indicators.figure import Figure, Reference
from models.indicators.figures import behind, figures
from models.ledger.file import create
from models.ledger.interchange import load
from models.ledger.store import Store
from models.periods import period_from
from models.records.unit import new_own_unit

EXAMPLE = Path(__file__).parent.parent / "data" / "worked_example.jsonl"
QUARTER = period_from("2026-Q1")
WIDTH = 400.0
BOTTOM = 20 * 72 / 25.4


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = create(tmp_path / "so.socd", new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Tây Ninh"))
    load(store, EXAMPLE)
    yield store
    store.close()


def summary(store: Store) -> ReportDocument:
    made = report_of(store, "S1", QUARTER)
    assert isinstance(made, ReportDocument)
    return made


def plot(kind: str, *rows: tuple[int | None, ...]) -> Plot:
    names = tuple(f"Nội dung tuyên truyền số {number} của quý" for number in range(len(rows[0])))
    series = tuple(
        Series(f"Loại {number}", tuple(Figure(Reference("sessions"), QUARTER, value) for value in row))
        for number, row in enumerate(rows)
    )
    return Plot("thu", "Thử", kind, names, series)


@pytest.mark.parametrize("kind", ["columns", "bars"])
def test_bars_are_as_long_as_their_values_and_say_them(kind: str) -> None:
    made = plot(kind, (1000, 250, 0, None), (500, 1, 4, 20))
    drawing = draw_plot(made, Typesetter(), WIDTH, height_of(made))
    drawn = [each.contents[0] for each in drawing.contents if isinstance(each, Group)][:8]
    frames = [each for each in drawn if isinstance(each, Rect)]
    lengths = [each.height if kind == "columns" else each.width for each in frames]
    assert [length / lengths[0] for length in lengths[:5]] == pytest.approx([1, 0.25, 0, 0, 0.5])
    assert lengths[5] >= 1  # what happened once is seen
    texts = [each.text for each in drawing.contents if isinstance(each, String)]
    assert texts[:8] == ["1.000", "250", "0", "-", "500", "1", "4", "20"]


@pytest.mark.parametrize("kind", ["columns", "bars"])
@pytest.mark.parametrize("value", [1, 7, 1_000_000])
def test_nothing_leaves_the_drawing_and_bars_do_not_overlap(kind: str, value: int) -> None:
    made = plot(kind, (value,) * 6, (value // 2,) * 6)
    height, type_ = height_of(made), Typesetter(strict=True)
    bars = bars_of(made, WIDTH, height)
    for one in bars:
        assert 0 <= one.x <= one.x + one.width <= WIDTH
        assert 0 <= one.y <= one.y + one.height <= height
        for other in bars:
            apart = one.x + one.width <= other.x + 0.01 or other.x + other.width <= one.x + 0.01
            assert (
                one is other or apart or one.y + one.height <= other.y + 0.01 or other.y + other.height <= one.y + 0.01
            )
    for each in draw_plot(made, type_, WIDTH, height).contents:
        if isinstance(each, String):
            assert each.x >= -0.01
            assert each.x + type_.width(each.text, each.fontName, each.fontSize) <= WIDTH + 0.01


def test_black_and_white_is_enough() -> None:
    drawing = draw_plot(plot("columns", (3, 4), (1, 2)), Typesetter(), WIDTH, 150)
    groups = [each for each in drawing.contents if isinstance(each, Group)]
    colours = [shape.fillColor for group in groups for shape in group.contents if isinstance(shape, Rect)]
    assert all(isinstance(each, Color) and each.red == each.green == each.blue for each in colours)
    lines = [len(group.contents) - 1 for group in groups[:4]]
    assert lines[:2] == [0, 0] and min(lines[2:]) > 3


def test_a_bar_is_the_figure_of_its_month(store: Store) -> None:
    by_month = next(each for each in summary(store).plots if each.id == "buoi_theo_thang")
    assert by_month.categories == ("10/25", "11/25", "12/25", "1/26", "2/26", "3/26")
    assert [each.value for each in by_month.series[0].figures] == [0, 0, 0, 1, 3, 1]
    february = by_month.series[0].figures[4]
    assert sum(each.share or 0 for each in behind(store, february)) == 3


def test_bars_by_topic_are_the_figures_of_the_form_the_largest_first(store: Store) -> None:
    by_topic = next(each for each in summary(store).plots if each.id == "luot_theo_noi_dung")
    values = [each.value or 0 for each in by_topic.series[0].figures]
    assert values == sorted(values, reverse=True) == [300, 120, 45]
    again = figures(store, QUARTER, [each.reference for each in by_topic.series[0].figures])
    assert [each.value for each in again] == values


def test_received_and_answered_stand_side_by_side(store: Store) -> None:
    pairs = next(each for each in summary(store).plots if each.id == "y_kien_theo_thang")
    assert [each.label for each in pairs.series] == ["Tiếp nhận", "Đã trả lời"]
    quarter = [sum(figure.value or 0 for figure in each.figures[3:]) for each in pairs.series]
    assert quarter == [10, 7]


def test_the_summary_is_large_enough_to_be_read_at_arms_length(store: Store, tmp_path: Path) -> None:
    write_pdf(summary(store), tmp_path / "s1.pdf", strict=True)
    paper = PdfReader(tmp_path / "s1.pdf")
    assert len(paper.pages) <= 2
    sizes: list[float] = []

    def note(text: str, _cm: object, place: list[float], _font: object, size: float) -> None:
        if text.strip() and place[5] > BOTTOM:  # below stands the small line that leads back to the ledger
            sizes.append(size)

    for page in paper.pages:
        page.extract_text(visitor_text=note)
    assert min(sizes) >= 13
    assert max(sizes) >= 20


def test_a_plot_is_a_picture_for_screen_and_office() -> None:
    made = plot("bars", (5, 3))
    drawing = draw_plot(made, Typesetter(), WIDTH, height_of(made))
    assert "Liberation Serif" in svg_of(drawing)
    assert len(re.findall("<rect", svg_of(drawing))) >= 2
    assert png_of(drawing).startswith(b"\x89PNG")
    assert png_of(drawing) == png_of(drawing)


def test_what_she_chooses_once_holds_from_then_on(store: Store) -> None:
    form = form_named("S1")
    assert 8 <= len(form.tables[0].rows) - sum(row.optional for row in form.tables[0].rows) <= 12
    assert chosen(store, form, QUARTER) == usual(form)
    choose(store, form, QUARTER, ["II.7", "III.1", "buoi_theo_quy"])
    for text in ("2026-Q1", "2026-Q4"):
        made = report_of(store, "S1", period_from(text))
        assert isinstance(made, ReportDocument)
        assert [row.code for row in made.tables[0].rows] == ["II.7", "III.1"]
        assert [each.id for each in made.plots] == ["buoi_theo_quy"]
        assert len(made.tables) == 1
    assert {"II.7", "buoi_theo_quy", "S1-y-kien"} <= set(offered(form))


def test_a_plot_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="không có loại biểu đồ “tròn”"):
        read_plot({"id": "x", "title": "X", "kind": "tròn", "series": []})


def test_one_number_is_the_same_in_figure_and_form(store: Store) -> None:
    document = summary(store)
    first = document.tables[0]
    assert [first.cell("III.1", key).value for key in ("so_luong", "ky_truoc", "cung_ky")] == [5, 0, None]
    assert first.cell("III.2", "so_luong").value == 465
