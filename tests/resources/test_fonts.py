"""The fonts in every PDF know each Vietnamese letter and the signs an official paper uses."""

from __future__ import annotations

import itertools
import unicodedata
from importlib.resources import as_file

import pytest
from reportlab.pdfbase.ttfonts import TTFont

import resources

FACES = ("Regular", "Bold", "Italic", "BoldItalic")
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")  # none, huyền, sắc, hỏi, ngã, nặng
VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
SIGNS = "₫–—“”…•"


def vietnamese_letters() -> set[str]:
    """The 134 letters beyond ASCII: every vowel with every tone, and đ."""
    with_tones = {unicodedata.normalize("NFC", vowel + tone) for vowel, tone in itertools.product(VOWELS, TONES)}
    return {letter for letter in with_tones | {"đ", "Đ"} if not letter.isascii()}


def test_there_are_134_vietnamese_letters_each_one_character() -> None:
    assert len(vietnamese_letters()) == 134
    assert {len(letter) for letter in vietnamese_letters()} == {1}


@pytest.mark.parametrize("face", FACES)
def test_each_face_has_every_letter_and_sign(face: str) -> None:
    with as_file(resources.file(f"fonts/LiberationSerif-{face}.ttf")) as path:
        known = TTFont(f"Serif-{face}", path).face.charToGlyph
    assert sorted(sign for sign in vietnamese_letters() | set(SIGNS) if not known.get(ord(sign))) == []


def test_the_licence_travels_with_the_fonts() -> None:
    text = resources.file("fonts/OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "Reserved Font Name Liberation" in text
