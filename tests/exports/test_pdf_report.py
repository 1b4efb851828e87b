"""The signed report on paper stands where Decree 30 puts it: read back from the PDF, within a millimetre."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from exports.bundle import report_of
from exports.document import Report
from exports.run import hand_out
from models.ledger.file import create
from models.ledger.interchange import load
from models.ledger.report_texts import write_text
from models.ledger.store import Store
from models.periods import period_from
from models.records.unit import new_own_unit

if TYPE_CHECKING:
    from tests.exports.conftest import Lines, Marks, Printed, Write

EXAMPLE = Path(__file__).parent.parent / "data" / "worked_example.jsonl"
QUARTER = period_from("2026-Q1")
SIGNED = "TM. BAN CHẤP HÀNH\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Thị Mẫu"
MM = 25.4 / 72


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = create(tmp_path / "so.socd", new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Tây Ninh", "", "Tây Ninh"))
    load(store, EXAMPLE)
    yield store
    store.close()


@pytest.fixture
def paper(store: Store, write: Write) -> PdfReader:
    """A1, signed by a deputy."""
    write_text(store, "A1", QUARTER, "ky", SIGNED, "")
    write_text(store, "A1", QUARTER, "so", "05/BC-CĐCS", "")
    return write(report(store, "A1"))


def report(store: Store, name: str, *chosen: str) -> Report:
    made = report_of(store, name, QUARTER, chosen=chosen)
    assert isinstance(made, Report)
    return made


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("Rất dài và vẫn còn dài nữa. " * 1500, id="over several pages"),
        pytest.param("🎉 ☑ cộng\u2011đoàn 中文 ﬁn", id="letters that the typeface lacks"),
        pytest.param("https://congdoan.example.vn/" + "a-b_c/" * 60, id="broken at hyphens"),
    ],
)
@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_whatever_she_writes_is_handed_out_and_proven(store: Store, tmp_path: Path, said: str, ending: str) -> None:
    write_text(store, "A1", QUARTER, "uu_diem", said, "")
    target = tmp_path / f"a1.{ending}"
    hand_out(report(store, "A1"), target)
    assert target.exists()


def last_of_text(paper: PdfReader, marks: Marks) -> Printed:
    """The page on which the report is signed."""
    return next(found for found in map(marks, paper.pages) if any(mark.text == "Nơi nhận:" for mark in found))


def middle(found: Printed, text: str) -> float:
    return (found.said(text).x + found.said(text).right) / 2


def test_the_head_stands_in_its_two_blocks(paper: PdfReader, marks: Marks, lines: Lines) -> None:
    found = marks(paper.pages[0])
    assert middle(found, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == pytest.approx(30 + 65 + 50, abs=1)
    assert middle(found, "Độc lập - Tự do - Hạnh phúc") == pytest.approx(145, abs=1)
    assert middle(found, "Số: 05/BC-CĐCS") == pytest.approx(30 + 32.5, abs=1)
    nation, motto = found.said("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), found.said("Độc lập - Tự do - Hạnh phúc")
    assert (nation.size, nation.face, motto.size, motto.face) == (
        13,
        "LiberationSerif-Bold",
        14,
        "LiberationSerif-Bold",
    )
    assert nation.y == pytest.approx(20 + 13 * 0.891 * MM, abs=1)
    rule = min(lines(paper.pages[0]), key=lambda line: abs(line.y1 - motto.y - 2) + abs(line.x1 - motto.x))
    assert (rule.x1, rule.x2) == pytest.approx((motto.x, motto.right), abs=1)
    number = found.said("Số: 05/BC-CĐCS")
    place = next(mark for mark in found if mark.text.startswith("Tây Ninh, ngày"))
    assert number.y == pytest.approx(place.y, abs=0.1)
    assert (number.size, number.face) == (13, "LiberationSerif")
    assert (place.size, place.face) == (14, "LiberationSerif-Italic")


def test_type_and_subject_are_centred_and_the_addressee_below(paper: PdfReader, marks: Marks) -> None:
    found = marks(paper.pages[0])
    kind = found.said("BÁO CÁO")
    assert (kind.size, kind.face) == (14, "LiberationSerif-Bold")
    assert middle(found, "BÁO CÁO") == pytest.approx(30 + 165 / 2, abs=1)
    to = next(mark for mark in found if mark.text.startswith("Kính gửi: "))
    assert (to.face, to.y > kind.y) == ("LiberationSerif", True)


def test_body_and_headings_are_14_points_between_the_margins(paper: PdfReader, marks: Marks) -> None:
    for page in paper.pages[:2]:
        body = [mark for mark in marks(page) if mark.y > 15 and mark.size == 14]
        assert min(mark.x for mark in body) == pytest.approx(30, abs=1)
        assert max(mark.right for mark in body) <= 195.01
        assert max(mark.y for mark in body) <= 277
    heading = next(mark for page in paper.pages for mark in marks(page) if mark.text.startswith("I. "))
    assert (heading.face, heading.size) == ("LiberationSerif-Bold", 14)
    assert heading.x == pytest.approx(30 + 10, abs=1)
    pitch, gap = 14 * 1.149 * 1.15 * MM, 6 * MM
    places = sorted({round(mark.y, 2) for mark in marks(paper.pages[0]) if mark.size == 14 and mark.y > heading.y})
    steps = [lower - upper for upper, lower in pairwise(places)]
    assert all(min(abs(step - pitch), abs(step - pitch - gap)) < 0.05 for step in steps)
    assert {step < pitch + gap / 2 for step in steps} == {True, False}


def test_a_deputy_signs_for_the_chairman_over_free_space(paper: PdfReader, marks: Marks) -> None:
    found = last_of_text(paper, marks)
    posts = [found.said(line) for line in SIGNED.split("\n")[:3]]
    assert [post.face for post in posts] == ["LiberationSerif-Bold"] * 3
    left = 165 * 77.6 / 160
    assert middle(found, "KT. CHỦ TỊCH") == pytest.approx(30 + left + (165 - left) / 2, abs=1)
    head, name = found.said("Nơi nhận:"), found.said("Trần Thị Mẫu")
    assert (head.size, head.face) == (12, "LiberationSerif-BoldItalic")
    assert head.x == pytest.approx(30, abs=1)
    free = name.y - posts[2].y - 14 * 1.149 * MM
    assert free == pytest.approx(30, abs=1)
    assert found.said("- Như trên;").size == 11


def test_the_appendix_counts_its_own_pages_and_names_the_report(paper: PdfReader, marks: Marks) -> None:
    first = next(at for at, page in enumerate(paper.pages) if "PHỤ LỤC" in [mark.text for mark in marks(page)])
    numbers = [[mark.text for mark in marks(page) if mark.y < 15] for page in paper.pages]
    assert numbers[:first] == [[], *([str(number)] for number in range(2, first + 1))]
    assert numbers[first:] == [[], *([str(number)] for number in range(2, len(paper.pages) - first + 1))]
    assert "(Kèm theo Báo cáo số 05/BC-CĐCS ngày" in paper.pages[first].extract_text()


def test_the_bundle_counts_on_and_its_contents_lead_to_the_pages(store: Store, write: Write, marks: Marks) -> None:
    paper = write(report(store, "Q", "A2", "B1", "B2", "B3"))
    numbers = [[mark.text for mark in marks(page) if mark.y < 15] for page in paper.pages]
    assert numbers == [[], *([str(number)] for number in range(2, len(paper.pages) + 1))]
    contents = next(page for page in paper.pages if "MỤC LỤC" in [mark.text for mark in marks(page)])
    pages = [int(mark.text) for mark in marks(contents) if mark.text.isdigit() and mark.y > 15]
    heads = [at for at, page in enumerate(paper.pages, 1) if any(m.text.startswith("PHỤ LỤC I") for m in marks(page))]
    assert pages[0] == 1
    assert set(pages[1:]) <= set(heads)
    assert paper.pages[0].extract_text().find("BÁO CÁO") > 0
