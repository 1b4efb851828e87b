"""Sentence patterns: what is said, what is left out, what cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.narrative import narratives, read_narrative
from exports.patterns import filled, names_in
from exports.prose import Paragraph, Piece, linked, said
from models.errors import UserError
from models.indicators.figure import Figure, Reference
from models.periods import quarter

QUARTER = quarter(2026, 1)


def figure(value: int, text: str = "") -> Piece:
    return Piece(text or str(value), Figure(Reference("sessions"), QUARTER, value))


KNOWN = {"buoi": figure(5), "luot": figure(0), "ky": Piece("quý I")}


def spoken(pattern: str) -> str:
    pieces = filled(pattern, KNOWN.get, lambda piece: piece.figure is not None and not piece.figure.value)
    return "".join(piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("Có {buoi} buổi[ cho {luot} lượt].", "Có 5 buổi."),
        ("Có {luot} lượt[, {buoi} buổi trong {ky}].", "Có 0 lượt, 5 buổi trong quý I."),
        ("Có {chua_co} buổi.", ""),
        ("Có {buoi} buổi[, {chua_co} người].", "Có 5 buổi."),
        ("[Chỉ {luot} lượt.]", ""),
        ("[Chỉ {luot} lượt].", ""),
    ],
)
def test_a_clause_without_a_number_is_left_out(pattern: str, text: str) -> None:
    assert spoken(pattern) == text


@pytest.mark.parametrize("pattern", ["Có {buoi buổi", "Có [buổi", "Có ] buổi", "[a [b] c]", "{a{b}}"])
def test_brackets_that_do_not_close_are_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="không khớp trong câu"):
        names_in(pattern)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('sentence = [{ text = "Có {IX.99} buổi" }]', "mục “x”: không có số “IX.99”"),
        ('sentence = [{ text = "Có {III.1:nam_toi}" }]', "không có số “III.1:nam_toi”"),
        ('sentence = [{ text = "{items}", each = "mau_sac", item = "{label}" }]', "không có danh mục “mau_sac”"),
        ('sentence = [{ text = "{items}", listed = "khach", item = "{label}" }]', "không có danh sách “khach”"),
        ('part = "cuoi"', "mục “x” không thể là phần “cuoi”"),
        ('sentence = [{ chu = "Có" }]', "chu"),
    ],
)
def test_a_report_that_names_what_is_not_there_is_refused(line: str, reason: str) -> None:
    head = 'id = "A9"\nversion = "1"\nname = "n"\ntitle = "t"\nabstract = "a"\nsource = "A2"\n'
    with pytest.raises(UserError, match=r"“A9\.toml” không đọc được") as refused:
        read_narrative(f'{head}[[section]]\nkey = "x"\nheading = "X"\n{line}\n', "A9.toml")
    assert reason in str(refused.value)


def test_every_row_of_the_appendix_can_be_named_in_a_sentence() -> None:
    narrative = narratives()["A1"]
    assert narrative.reference("III.1") == Reference("sessions")
    assert narrative.reference("III.1:cung_ky") == Reference("sessions", span="cung_ky")
    assert narrative.reference("ky") is None


def test_figures_are_found_again_in_her_own_words() -> None:
    pattern = [Paragraph((Piece("Tổ chức "), figure(5), Piece(" buổi, "), figure(1533, "1.533"), Piece(" lượt.")))]
    text = linked("Trong kỳ có 15 đợt, tức 5 buổi với 1.533 lượt (2,5 lần).\n\nĐạt kế hoạch.", pattern)
    assert said(text) == "Trong kỳ có 15 đợt, tức 5 buổi với 1.533 lượt (2,5 lần).\nĐạt kế hoạch."
    found = [piece for paragraph in text for piece in paragraph.pieces if piece.figure is not None]
    assert [piece.figure.value for piece in found if piece.figure] == [5, 1533]
    assert text[0].pieces[0].text == "Trong kỳ có 15 đợt, tức "


def test_a_number_that_she_changed_is_linked_to_nothing() -> None:
    text = linked("Tổ chức 6 buổi vào 5/2.", [Paragraph((figure(5),))])
    assert all(piece.figure is None for paragraph in text for piece in paragraph.pieces)


@given(st.text("0123456789.,/ buổi", max_size=40), st.integers(0, 9999))
def test_linking_never_changes_a_letter(text: str, value: int) -> None:
    kept = [line.strip() for line in text.split("\n") if line.strip()]
    assert said(linked(text, [Paragraph((figure(value), figure(value)))])) == "\n".join(kept)
