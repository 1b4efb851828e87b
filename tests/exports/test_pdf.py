"""Papers are printed as Decree 30 and `forms.md` section 1 measure them, and nothing on them is lost."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from exports.document import Issuer, Report
from exports.render.pdf import write_pdf
from exports.render.pdf_flow import Strip, pages
from exports.render.pdf_type import REGULAR, MissingLetter, Typesetter, missing_letters, register_faces
from tests.exports.written_text import written

if TYPE_CHECKING:
    from tests.exports.conftest import Lines, MakeDocument, MakeList, MakeTable, Marks, Write

LETTERS = "Tiếng Việt: ẮẰẲẴẶ ắằẳẵặ ẤẦẨẪẬ ếềểễệ ỐỒỔỖỘ ớờởỡợ ỨỪỬỮỰ ỳỷỹỵ Đđ Ơơ Ưư ₫ – “ … ”"


def test_vietnamese_is_read_back_composed(make_document: MakeDocument, small_table: MakeTable, write: Write) -> None:
    decomposed = unicodedata.normalize("NFD", LETTERS)
    page = write(make_document(small_table([decomposed]))).pages[0]
    text = page.extract_text()
    assert LETTERS in " ".join(text.split())
    assert unicodedata.is_normalized("NFC", text)


def test_every_face_used_is_embedded(report: Report, write: Write) -> None:
    fonts = {}
    for page in write(report).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            fonts[font["/BaseFont"].partition("+")[2]] = "/FontFile2" in font.get("/FontDescriptor", {})
    assert fonts == dict.fromkeys(
        ("LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-BoldItalic"), True
    )


@pytest.mark.parametrize(("landscape", "width", "height"), [(False, 210, 297), (True, 297, 210)])
def test_text_stays_between_the_margins(
    landscape: bool,
    width: float,
    height: float,
    make_document: MakeDocument,
    list_table: MakeList,
    write: Write,
    marks: Marks,
    lines: Lines,
) -> None:
    paper = write(make_document(list_table(60), landscape=landscape))
    assert len(paper.pages) > 2
    for number, page in enumerate(paper.pages, 1):
        assert float(page.mediabox.width) == pytest.approx(width * 72 / 25.4, abs=0.1)
        found = [mark for mark in marks(page) if mark.y > 15 and mark.size > 7]  # but the reference at the foot
        assert min(mark.x for mark in found) >= 29.99
        assert max(mark.right for mark in found) <= width - 14.99
        assert max(mark.y for mark in found) <= height - 20
        grid = [line for line in lines(page) if line.x1 == line.x2]
        if grid:
            assert (min(line.x1 for line in grid), max(line.x2 for line in grid)) == pytest.approx((30, width - 15))
        top = min(line.y1 for line in grid) if number > 1 and grid else min(mark.y for mark in found)
        assert top == pytest.approx(20 if number > 1 and grid else 24, abs=1)


def test_pages_are_numbered_from_the_second(
    make_document: MakeDocument, list_table: MakeList, write: Write, marks: Marks
) -> None:
    paper = write(make_document(list_table(100)))
    numbers = [[mark for mark in marks(page) if mark.y < 15] for page in paper.pages]
    assert numbers[0] == []
    for page, (number,) in enumerate(numbers[1:], 2):
        assert (number.text, number.size, number.face) == (str(page), 13, "LiberationSerif")
        assert number.y == pytest.approx(10, abs=0.1)
        assert (number.x + number.right) / 2 == pytest.approx(30 + 165 / 2, abs=0.1)


def test_a_form_sheet_has_its_block_above_and_its_foot_below(
    make_document: MakeDocument, small_table: MakeTable, write: Write, marks: Marks
) -> None:
    found = marks(write(make_document(small_table(["Một"]), remarks=("Ghi chú cuối biểu",))).pages[0])
    assert found.said("Công đoàn cấp trên : Liên đoàn Lao động tỉnh Tây Ninh").x == pytest.approx(30)
    assert found.said("Biểu số B4/TT").x > 120
    title = found.said("NHẬT KÝ CÁC BUỔI TUYÊN TRUYỀN")
    assert (title.size, title.face) == (14, "LiberationSerif-Bold")
    assert (title.x + title.right) / 2 == pytest.approx(112.5, abs=0.1)
    assert found.said("Tây Ninh, ngày 05 tháng 4 năm 2026").face == "LiberationSerif-Italic"
    assert found.said("NGƯỜI LẬP BIỂU").y == pytest.approx(found.said("TM. BAN CHẤP HÀNH").y)
    hint, name = found.said("(Ký, họ tên, đóng dấu)"), found.said("Nguyễn Thị Ánh Đào")
    assert name.y - hint.y == pytest.approx(30 + 14 * 0.891 * 25.4 / 72, abs=2)
    assert found.said("Ghi chú cuối biểu").y < hint.y


def test_an_appendix_alone_leaves_the_number_of_its_report_open(
    make_document: MakeDocument, small_table: MakeTable, write: Write
) -> None:
    text = write(make_document(small_table(["Một"]), kind="phu_luc", form_no="")).pages[0].extract_text()
    assert text.startswith("PHỤ LỤC\n")
    assert "(Kèm theo Báo cáo số …" in text
    assert "NGƯỜI LẬP BIỂU" not in text


def test_number_and_date_share_a_line_under_a_name_of_three_lines(
    report: Report, issuer: Issuer, write: Write, marks: Marks, lines: Lines
) -> None:
    long = replace(issuer, head_2="CÔNG ĐOÀN CƠ SỞ CÔNG TY TRÁCH NHIỆM HỮU HẠN MẪU A TÂY NINH")
    first = replace(report.documents[0], issuer=long)
    page = write(replace(report, documents=(first,))).pages[0]
    found = marks(page)
    name = [mark for mark in found if mark.face == "LiberationSerif-Bold" and mark.right < 96 and mark.y < 60]
    assert len(name) == 3
    number, date = found.said("Số: 05/BC-CĐCS"), found.said("Tây Ninh, ngày 05 tháng 4 năm 2026")
    assert number.y == pytest.approx(date.y)
    assert number.y > name[-1].y + 5
    motto = found.said("Độc lập - Tự do - Hạnh phúc")
    under = [line for line in lines(page) if line.y1 == line.y2 and line.y1 < number.y]
    assert sorted(line.x2 - line.x1 for line in under) == pytest.approx(
        [0.4 * max(mark.right - mark.x for mark in name), motto.right - motto.x], abs=0.1
    )
    assert (motto.x + motto.right) / 2 == pytest.approx(30 + 65 + 50, abs=0.1)


def test_a_bundle_is_the_signed_report_with_its_appendices(report: Report, write: Write, marks: Marks) -> None:
    paper = write(report)
    assert len(paper.pages) == 3
    cover, first, second = (page.extract_text() for page in paper.pages)
    assert "Số liệu chi tiết theo các phụ lục kèm theo./." in cover
    assert "Kính gửi: Liên đoàn Lao động tỉnh Tây Ninh" in cover
    assert "- Lưu: VT, CĐCS." in cover
    for number, text in (("I", first), ("II", second)):
        assert f"PHỤ LỤC {number}" in text.split("\n")[1]
        assert "(Kèm theo Báo cáo số 05/BC-CĐCS ngày 05/4/2026 của CĐCS Công ty TNHH Mẫu A)" in text
        assert "CHỦ TỊCH" not in text
    assert float(paper.pages[2].mediabox.width) > float(paper.pages[2].mediabox.height)
    body = next(mark for mark in marks(paper.pages[0]) if mark.text.startswith("Ban Chấp hành"))
    assert body.size == 14
    assert body.x == pytest.approx(40, abs=0.1)


def test_only_a_long_bundle_has_a_table_of_contents(report: Report, list_table: MakeList, write: Write) -> None:
    long = replace(report.documents[0], tables=(list_table(200),), title="DANH SÁCH DÀI")
    paper = write(replace(report, documents=(long, *report.documents)))
    assert "MỤC LỤC" in paper.pages[1].extract_text()
    entries = [line for line in paper.pages[1].extract_text().splitlines() if "...." in line]
    assert len(entries) == 4
    for entry in entries[1:]:
        name, _, page = entry.partition(". ")[0], *entry.rpartition(" ")[1:]
        assert paper.pages[int(page) - 1].extract_text().splitlines()[1].startswith(name)
    assert [entry.title for entry in paper.outline][1] == "MỤC LỤC"  # type: ignore[union-attr]
    assert "MỤC LỤC" not in "".join(page.extract_text() for page in write(report).pages)


def test_the_same_report_gives_the_same_bytes(report: Report, tmp_path: Path) -> None:
    written = []
    for name in ("a.pdf", "b.pdf"):
        write_pdf(report, tmp_path / name)
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]


def test_the_file_says_what_it_is(report: Report, write: Write) -> None:
    told = write(report).metadata
    assert told is not None
    assert (told.creator, told.author) == ("Sổ Công đoàn", "CĐCS Công ty TNHH Mẫu A")
    assert told.title == "BÁO CÁO - Số liệu hoạt động công đoàn quý I năm 2026"
    assert "Quý I/2026" in (told.subject or "")


def test_a_missing_letter_is_visible_and_never_passes_a_test(
    make_document: MakeDocument, small_table: MakeTable, write: Write, tmp_path: Path
) -> None:
    document = make_document(small_table(["Tốt 👍 ☑ ✓"]))
    with pytest.raises(MissingLetter, match="👍"):
        write(document)
    write_pdf(document, tmp_path / "forgiving.pdf")
    assert Typesetter().clean("Tốt 👍 ☑ ✓") == "Tốt ? [x] x"
    assert missing_letters(LETTERS + "👍") == "👍"


def test_more_letters_than_a_font_of_the_file_can_hold_are_all_there(
    make_document: MakeDocument, small_table: MakeTable, write: Write
) -> None:
    letters = [each for each in sorted(register_faces()) if "\u00c0" <= each <= "\u052f"]
    known = [each for each in letters if unicodedata.is_normalized("NFC", each)]
    assert len(known) > 300
    texts = [" ".join(known[start::40]) for start in range(40)]
    page = " ".join(page.extract_text() for page in write(make_document(small_table(texts * 2))).pages)
    assert all(page.count(letter) >= 2 for letter in known)


def test_progress_grows_to_the_end(report: Report, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    write_pdf(report, tmp_path / "paper.pdf", lambda done, of: steps.append((done, of)))
    assert steps == sorted(steps)
    assert steps[-1] == (2 * 13 + 1, 2 * 13 + 1)
    assert len({of for _, of in steps}) == 1


def test_a_stopped_writing_leaves_no_file(make_document: MakeDocument, list_table: MakeList, tmp_path: Path) -> None:
    def stop(done: int, of: int) -> None:
        if done > of / 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        write_pdf(make_document(list_table(200)), tmp_path / "paper.pdf", stop)
    assert list(tmp_path.iterdir()) == []


def test_pages_are_set_one_at_a_time_however_long_the_list() -> None:
    strips: Iterator[Strip] = (Strip(10.0, lambda *_: None, keep=number % 2 == 0) for number in count())
    for page in islice(pages(strips, room=105.0), 1000):
        assert len(page.strips) == 10


@pytest.mark.parametrize("width", [200.0, 60.0, 20.0])
def test_lines_are_never_wider_than_their_column(width: float) -> None:
    type_ = Typesetter(strict=True)
    text = f"{LETTERS} https://congdoan.example/mot/dia-chi/rat-dai?so=1234567890"
    broken = type_.lines(text, REGULAR, 12, width)
    assert all(type_.width(line, REGULAR, 12) <= width + 0.01 for line in broken)
    assert "".join(broken).replace(" ", "") == text.replace(" ", "")


def test_running_text_is_justified_under_bold_headings(report: Report, write: Write, marks: Marks) -> None:
    text = "Tổ chức hai mươi bốn buổi tuyên truyền cho đoàn viên, người lao động trong toàn đơn vị " * 4
    said = written("I. KẾT QUẢ HOẠT ĐỘNG", text, "Trên đây là báo cáo.", headings=True)
    page = write(replace(report, passages=said)).pages[0]
    found = marks(page)
    assert found.said("I. KẾT QUẢ HOẠT ĐỘNG").face == "LiberationSerif-Bold"
    places = sorted({round(mark.y, 2) for mark in found if mark.size == 14 and mark.text.strip() in text})
    ends = [max(mark.right for mark in found if abs(mark.y - place) < 0.1) for place in places]
    assert len(ends) > 3
    assert ends[:-1] == pytest.approx([195] * (len(ends) - 1), abs=0.1)
    assert [lower - upper for upper, lower in pairwise(places)] == pytest.approx(
        [14 * 1.149 * 1.15 * 25.4 / 72] * (len(places) - 1), abs=0.05
    )
    assert "Trên đây là báo cáo./." in page.extract_text()


def test_a_signature_takes_the_end_of_the_text_with_it(report: Report, write: Write) -> None:
    for lines in range(20, 36):
        cover = replace(
            report, passages=written(*[f"Dòng {line};" for line in range(lines)], "Hết"), documents=report.documents[:1]
        )
        signed = next(page.extract_text() for page in write(cover).pages if "TM. BAN CHẤP HÀNH" in page.extract_text())
        assert "Hết./." in signed


def test_what_stands_around_the_tables_is_printed(
    make_document: MakeDocument, small_table: MakeTable, write: Write, marks: Marks
) -> None:
    table = replace(small_table(["Một"]), title="A- SỐ LIỆU")
    form_no = "MẪU SỐ 1-HĐCĐ\n(Dùng cho công đoàn cơ sở và nghiệp đoàn)"
    found = marks(write(make_document(table, unit_note="Đơn vị tính: đồng", form_no=form_no)).pages[0])
    assert found.said("MẪU SỐ 1-HĐCĐ").face == "LiberationSerif-Bold"
    assert found.said("(Dùng cho công đoàn").y > found.said("MẪU SỐ 1-HĐCĐ").y
    assert found.said("Đơn vị tính: đồng").right == pytest.approx(195, abs=0.1)
    assert found.said("A- SỐ LIỆU").x == pytest.approx(30, abs=0.1)
