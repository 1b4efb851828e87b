"""Preview equals paper: what a printer of Qt puts on paper is the PDF, page by page, at its real size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from exports.bundle import report_of
from exports.pdf_pages import PdfPages, merged
from exports.run import hand_out
from models.errors import UserError
from models.ledger.file import open_ledger
from models.periods import period_from
from models.sample.make import make_sample
from tests.ui.printing.paper_files import printer_into, seen, sizes
from ui.printing.paper import Run, put_on_paper, sides_of

ACROSS, UPRIGHT = (297, 210), (210, 297)
FORMS = ("A1", "A2", "D2", "S1")
SLIGHT = 4.0  # of 255, mean difference of a dot; the same page a quarter of a millimetre to the side has 6


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, bytes]]:
    folder = tmp_path_factory.mktemp("so")
    make_sample(folder / "mau.socd")
    store = open_ledger(folder / "mau.socd")
    made = {}
    for form in FORMS:
        done = hand_out(report_of(store, form, period_from("2026-Q1")), folder / f"{form}.pdf")
        made[form] = done.path.read_bytes()
    store.close()
    yield made


def nothing_told(_done: int, _of: int) -> None:
    """Nobody follows."""


def printed(qapp: QApplication, content: bytes, target: Path, run: Run) -> bytes:
    pages = PdfPages(content)
    try:
        put_on_paper(pages, printer_into(target), run, nothing_told)
    finally:
        pages.close()
    return target.read_bytes()


def lengths(*files: bytes) -> list[int]:
    return [len(sizes(content)) for content in files]


def difference(one: bytes, other: bytes) -> float:
    assert len(one) == len(other)
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


@pytest.mark.parametrize("grey", [True, False])
def test_several_forms_come_out_as_their_pages_are(
    qapp: QApplication, files: dict[str, bytes], tmp_path: Path, grey: bool
) -> None:
    parts = [files["A2"], files["S1"]]
    whole = merged(parts)
    count = sum(lengths(*parts))
    paper = printed(qapp, whole, tmp_path / "giay.pdf", Run(range(count), lengths(*parts), grey=grey))
    assert sizes(paper) == sizes(whole)
    assert sizes(paper)[0] == ACROSS and sizes(paper)[-1] == UPRIGHT
    for number in range(count):
        assert difference(seen(paper, number), seen(whole, number)) < SLIGHT
    assert difference(seen(paper, 0), seen(whole, 1)) > 3 * SLIGHT, "another page is told apart"


def test_only_the_pages_asked_for_come_out(qapp: QApplication, files: dict[str, bytes], tmp_path: Path) -> None:
    count = lengths(files["A1"])[0]
    assert count > 2
    paper = printed(qapp, files["A1"], tmp_path / "giay.pdf", Run([1], [count]))
    assert len(sizes(paper)) == 1
    assert difference(seen(paper, 0), seen(files["A1"], 1)) < SLIGHT


def test_on_both_sides_each_form_begins_on_a_sheet_of_its_own(
    qapp: QApplication, files: dict[str, bytes], tmp_path: Path
) -> None:
    run = Run([0, 1, 2, 3], [3, 1], two_sided=True)
    assert sides_of(run) == [0, 1, 2, None, 3]
    content = merged([files["A1"], files["S1"]])
    long = lengths(files["A1"])[0]
    target = tmp_path / "giay.pdf"
    paper = printed(qapp, content, target, Run([0, long], [long, lengths(files["S1"])[0]], two_sided=True))
    assert len(sizes(paper)) == 3
    assert set(seen(paper, 1)) == {255}


def test_one_sided_nothing_stays_empty() -> None:
    assert sides_of(Run([0, 1, 2, 3], [3, 1])) == [0, 1, 2, 3]


def test_a_printer_that_makes_no_copies_gets_them_one_after_the_other(
    qapp: QApplication, files: dict[str, bytes], tmp_path: Path
) -> None:
    printer = printer_into(tmp_path / "giay.pdf")
    pages = PdfPages(files["S1"])
    count = put_on_paper(pages, printer, Run([0], [len(pages)], copies=3), nothing_told)
    pages.close()
    assert printer.copyCount() * len(sizes((tmp_path / "giay.pdf").read_bytes())) == 3
    assert count * printer.copyCount() == 3


def test_a_run_that_is_stopped_prints_no_further_page(
    qapp: QApplication, files: dict[str, bytes], tmp_path: Path
) -> None:
    def stop(done: int, _of: int) -> None:
        if done == 2:
            raise UserError("Đã dừng")

    pages = PdfPages(files["A1"])
    with pytest.raises(UserError, match="Đã dừng"):
        put_on_paper(pages, printer_into(tmp_path / "giay.pdf"), Run(range(3), [len(pages)]), stop)
    pages.close()
    assert len(sizes((tmp_path / "giay.pdf").read_bytes())) == 2


@pytest.mark.qt_log_ignore("QPainter::begin.*Returned false")
def test_a_printer_that_takes_nothing_is_told_politely(
    qapp: QApplication, files: dict[str, bytes], tmp_path: Path
) -> None:
    pages = PdfPages(files["S1"])
    with pytest.raises(UserError, match=r"không nhận bản in\. Hãy xem máy in đã bật"):
        put_on_paper(pages, printer_into(tmp_path / "không có" / "giay.pdf"), Run([0], [len(pages)]), nothing_told)
    pages.close()
