"""A file of many pages grows page by page, and whoever opens it sees nothing of that."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from pypdf import PdfReader

from exports.render.pdf_stream import StreamedCanvas

PAGES = 5


def test_a_page_is_in_the_file_as_soon_as_it_is_finished(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    sizes = []
    with path.open("wb") as file:
        canvas = StreamedCanvas(file)
        for number in range(PAGES):
            canvas.drawString(72, 72, f"Trang {number}")
            canvas.showPage()
            sizes.append(file.tell())
        assert all(later - size > 100 for size, later in pairwise(sizes))
        canvas.save()
    read = PdfReader(path, strict=True)
    assert [page.extract_text().strip() for page in read.pages] == [f"Trang {number}" for number in range(PAGES)]


def test_a_bookmark_leads_to_a_page_that_is_written_already(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    with path.open("wb") as file:
        canvas = StreamedCanvas(file)
        for number in range(PAGES):
            canvas.bookmarkPage(f"page{number}")
            canvas.addOutlineEntry(f"Phần {number}", f"page{number}")
            canvas.drawString(72, 72, "Chữ")
            canvas.showPage()
        canvas.save()
    read = PdfReader(path, strict=True)
    found = {entry.title: read.get_destination_page_number(entry) for entry in read.outline}  # type: ignore[union-attr, arg-type]
    assert found == {f"Phần {number}": number for number in range(PAGES)}
