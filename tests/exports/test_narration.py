"""The report in words says the figures of its appendix, and keeps what she wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.bundle import report_of, signature_from
from exports.document import Report
from exports.narrative import narratives
from exports.prose import Passage
from models.indicators.figures import behind
from models.ledger.file import create
from models.ledger.interchange import load
from models.ledger.report_texts import restore_pattern, write_text
from models.ledger.store import Store
from models.periods import period_from
from models.records.unit import new_own_unit

EXAMPLE = Path(__file__).parent.parent / "data" / "worked_example.jsonl"
QUARTER = period_from("2026-Q1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = create(tmp_path / "so.socd", new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Tây Ninh"))
    yield store
    store.close()


@pytest.fixture
def example(store: Store) -> Store:
    load(store, EXAMPLE)
    return store


def report(store: Store, period: str = "2026-Q1") -> Report:
    made = report_of(store, "A1", period_from(period))
    assert isinstance(made, Report)
    return made


def passage(store: Store, key: str) -> Passage:
    return next(each for each in report(store).passages if each.key == key)


def text(store: Store, key: str) -> list[str]:
    return [each.text for each in passage(store, key).text]


def headings(store: Store) -> list[str]:
    return [each.heading for each in report(store).passages if each.heading]


def test_sentences_say_the_worked_example(example: Store) -> None:
    assert text(example, "tuyen_truyen")[0] == (
        "- Tổ chức 5 buổi tuyên truyền cho 465 lượt người, trong đó 415 lượt đoàn viên."
    )
    assert text(example, "cchc")[0] == (
        "- Tổ chức 1 buổi chuyên đề về cải cách hành chính và 3 buổi có lồng ghép, "
        "với 165 lượt người được tuyên truyền."
    )
    assert text(example, "y_kien") == [
        "- Tiếp nhận 10 ý kiến, kiến nghị; 2 ý kiến từ kỳ trước chuyển sang.",
        "- Đã trả lời, giải quyết 7 ý kiến, đạt 58,3%.",
        "- Đang giải quyết 4 ý kiến, trong đó 1 ý kiến đã quá hạn.",
    ]


def test_every_number_in_a_sentence_is_a_figure_that_its_records_add_up_to(example: Store) -> None:
    made = report(example)
    numbers = [piece for piece in made.pieces if piece.figure is not None and piece.figure.reference.span == "ky"]
    assert len(numbers) > 20
    for piece in numbers:
        assert piece.figure is not None
        if piece.figure.reference.indicator in ("sessions", "turns", "voices_received"):
            assert sum(each.share or 0 for each in behind(example, piece.figure)) == piece.figure.value


def test_sentences_and_appendix_say_the_same(example: Store) -> None:
    made = report(example)
    appendix = {cell.figure.reference: cell.value for *_place, cell in made.documents[0].figures() if cell.figure}
    shared = [piece for piece in made.pieces if piece.figure is not None and piece.figure.reference in appendix]
    assert len(shared) > 8
    assert all(piece.figure and appendix[piece.figure.reference] == piece.figure.value for piece in shared)


def test_the_largest_activities_are_named_with_their_records(example: Store) -> None:
    pieces = [piece for paragraph in passage(example, "tuyen_truyen").text for piece in paragraph.pieces]
    named = [piece for piece in pieces if piece.record is not None]
    assert len(named) == 3
    assert all(piece.record and piece.record[0] == "activity" for piece in named)
    assert text(example, "tuyen_truyen")[-3].endswith("300 lượt người;")
    assert text(example, "tuyen_truyen")[-1].endswith("45 lượt người.")


def test_a_quarter_in_which_nothing_happened_is_told_in_sentences(store: Store) -> None:
    assert text(store, "tuyen_truyen") == ["Trong kỳ đơn vị chưa tổ chức buổi tuyên truyền nào."]
    assert text(store, "thi_dua")[-1] == "- Trong kỳ chưa có tập thể, cá nhân được khen thưởng."
    assert text(store, "kien_nghi") == ["Không."]
    assert text(store, "cchc") == text(store, "kiem_tra") == []
    assert not [line for line in report(store).paragraphs if "{" in line.text or "[" in line.text]


def test_headings_count_only_the_sections_that_are_printed(store: Store) -> None:
    assert headings(store)[0] == "I. KẾT QUẢ HOẠT ĐỘNG CÔNG ĐOÀN"
    assert headings(store)[2] == "2. Công tác tuyên truyền, giáo dục"
    assert "II. PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ II NĂM 2026" in headings(store)
    write_text(store, "A1", QUARTER, "nguyen_nhan", "Nhân sự thay đổi.", "")
    assert headings(store)[headings(store).index("II. ĐÁNH GIÁ CHUNG") + 1] == "1. Nguyên nhân"


def test_what_she_wrote_stays_and_says_when_a_figure_has_changed(store: Store) -> None:
    before = passage(store, "tuyen_truyen")
    pattern = "\n".join(each.text for each in before.pattern)
    write_text(store, "A1", QUARTER, "tuyen_truyen", "Quý này tập trung sản xuất.", pattern)
    kept = passage(store, "tuyen_truyen")
    assert ([each.text for each in kept.text], kept.written, kept.outdated) == (
        ["Quý này tập trung sản xuất."],
        True,
        False,
    )
    load(store, EXAMPLE)
    changed = passage(store, "tuyen_truyen")
    assert ([each.text for each in changed.text], changed.outdated) == (["Quý này tập trung sản xuất."], True)
    assert changed.pattern[0].text.startswith("- Tổ chức 5 buổi")
    restore_pattern(store, "A1", QUARTER, "tuyen_truyen")
    assert passage(store, "tuyen_truyen").text == changed.pattern


def test_a_section_she_emptied_is_left_out_with_its_heading(store: Store) -> None:
    write_text(store, "A1", QUARTER, "nu_cong", "", "Trong kỳ chưa tổ chức hoạt động nữ công riêng.")
    assert not any("nữ công" in each.text for each in report(store).paragraphs)


def test_head_and_foot_are_edited_like_the_text_and_the_signer_lasts(store: Store) -> None:
    write_text(store, "A1", QUARTER, "so", "05/BC-CĐCS", "")
    write_text(store, "A1", QUARTER, "ky", "TM. BAN CHẤP HÀNH\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Thị Mẫu", "")
    write_text(store, "A1", QUARTER, "noi_nhan", "Như trên;\nBan Giám đốc;\nLưu: VT.", "")
    made, later = report(store), report(store, "2026-Q2")
    assert made.number == "Số: 05/BC-CĐCS"
    assert later.number == "Số:         /BC-CĐCS"
    assert later.documents[0].signature == made.documents[0].signature
    assert made.documents[0].signature.lines == ("TM. BAN CHẤP HÀNH", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert made.documents[0].signature.name == "Trần Thị Mẫu"
    assert made.recipients == ("Như trên", "Ban Giám đốc", "Lưu: VT.")


def test_a_signature_without_a_name_leaves_room_for_it() -> None:
    assert signature_from(["TM. BAN CHẤP HÀNH", "CHỦ TỊCH"]).name == ""


def test_the_text_ends_with_its_mark(example: Store) -> None:
    texts = [each.text for each in report(example).paragraphs]
    assert texts[-1].endswith("của CĐCS Công ty TNHH Mẫu A./.")
    assert sum("./." in each for each in texts) == 1


def test_the_bundle_is_headed_by_the_report(example: Store) -> None:
    made = report_of(example, "Q", QUARTER, chosen=("A2", "B1"))
    assert isinstance(made, Report)
    assert [each.text for each in made.paragraphs] == [each.text for each in report(example).paragraphs]
    assert (made.form, made.continuous, [each.form for each in made.documents]) == ("Q", True, ["A2", "B1"])


def test_section_keys_are_used_once() -> None:
    for narrative in narratives().values():
        keys = [section.key for section in narrative.sections]
        assert len(keys) == len(set(keys))
