"""Vietnamese text: one form, search without accents, the order of words and of people."""

from __future__ import annotations

import random
import unicodedata

import pytest

from models.vietnamese import LETTERS, folded, name_key, nfc, one_line, order_key

WORDS_IN_ORDER = (
    *("a", "A", "à", "ả", "ã", "á", "ạ", "an", "An", "àn", "án", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "ăn", "â", "ầ", "ấn"),
    *("ba", "bà", "bá", "ba chân", "bay", "ca", "cha", "da", "đa", "đà", "e", "ê", "ế", "gì", "hòa", "hóa", "i", "ít"),
    *("lan", "o", "ô", "ổ", "ơ", "ớ", "phong", "quả", "tám", "thi", "u", "ư", "ừ", "vì", "x", "y", "ỳ", "ỷ", "ỹ", "ý"),
)
NAMES_IN_ORDER = (
    *("An", "Lê An", "Nguyễn Văn An", "Trần An", "Lê Thị Ánh", "Nguyễn Thị Ánh", "Phạm Ẩn", "Bùi Văn Bắc"),
    *("Đỗ Cường", "Lê Văn Dũng", "Trần Đại", "Nguyễn Đức", "Nguyễn Thị Đức", "Lê Yến"),
)


@pytest.mark.parametrize("letter", "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹăâđêôơưĂÂĐÊÔƠƯỲ")
def test_every_way_to_write_a_letter_becomes_one(letter: str) -> None:
    for form in ("NFC", "NFD", "NFKD"):
        assert nfc(unicodedata.normalize(form, letter)) == letter


def test_a_tone_parted_from_its_letter_by_something_unseen_is_joined_to_it() -> None:
    assert nfc("a\u200b\u0301n") == "án"
    assert unicodedata.is_normalized("NFC", nfc("e\u00ad\u0323\u0302"))


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\x00b\x07c\x1b", "abc"),
        ("x\u200b\u200d\ufeff\u2060y", "xy"),
        ("\u202eabc\u202c\u200e", "abc"),
        ("a\u00a0b\u2009c\u3000d", "a b c d"),
        ("một\r\nhai\rba\x0bbốn\u2028năm", "một\nhai\nba\nbốn\nnăm"),
        ("a\x85b\x9fc", "a\nbc"),
        ("lẻ \ud83d loi", "lẻ  loi"),
        ("a\ufffe\uffff", "a"),
        ("thẻ\tvà hàng\n", "thẻ\tvà hàng\n"),
    ],
)
def test_what_cannot_be_seen_is_taken_out(text: str, clean: str) -> None:
    assert nfc(text) == clean
    assert nfc(clean) == clean


def test_one_line_has_single_blanks() -> None:
    assert one_line(" Hội\u00a0 nghị\r\n\ttổ ") == "Hội nghị tổ"


def test_searching_minds_neither_accents_nor_letters_with_marks() -> None:
    assert folded("ĐƯỜNG Đặng  Thùy Trâm") == "duong dang thuy tram"
    assert folded(unicodedata.normalize("NFD", "Ưỡn ẹo Ỷ lại")) == "uon eo y lai"
    assert folded("hòa") == folded("hoà")
    assert folded("Ðà Nẵng") == "da nang"  # Ð as some old fonts write it


def test_words_stand_in_dictionary_order() -> None:
    mixed = list(WORDS_IN_ORDER)
    random.Random(1).shuffle(mixed)
    assert tuple(sorted(mixed, key=order_key)) == WORDS_IN_ORDER


def test_the_order_of_letters_is_that_of_the_alphabet() -> None:
    assert "".join(sorted(LETTERS, key=order_key)) == LETTERS
    assert sorted("zwjfa0(", key=order_key) == ["(", "0", "a", "f", "j", "w", "z"]


def test_the_order_minds_neither_unicode_form_nor_blanks() -> None:
    for word in WORDS_IN_ORDER:
        assert order_key(unicodedata.normalize("NFD", word)) == order_key(f" {word}\n")
    assert order_key("") < order_key("0") < order_key("a")


def test_people_are_ordered_by_given_then_family_then_middle_names() -> None:
    mixed = list(NAMES_IN_ORDER)
    random.Random(2).shuffle(mixed)
    assert tuple(sorted(mixed, key=name_key)) == NAMES_IN_ORDER
    assert name_key("") < name_key("A")
