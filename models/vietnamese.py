"""Vietnamese text: one Unicode form, search without accents, order of words and of people's names.

Order: letters a ă â b c d đ e ê … first, then tones ngang < huyền < hỏi < ngã < sắc < nặng, then small before capital
letters. People are ordered by given name, then family name, then middle names, as a list "xếp theo thứ tự ABC" is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_RANK = {letter: chr(ord("A") + place) for place, letter in enumerate(LETTERS)}
_BLANKS = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\ud800-\udfff\ufffe\uffff]"
)
_MARKS = re.compile(r"[\u0300-\u036f]+")


def nfc(text: str) -> str:
    """The text in Unicode NFC, invisible and control letters taken out, odd blanks and line ends made plain."""
    if text.isprintable():  # none of what follows
        return unicodedata.normalize("NFC", text)
    seen = _UNSEEN.sub("", _LINE_ENDS.sub("\n", _BLANKS.sub(" ", text)))  # first: they may part a letter from its tone
    return unicodedata.normalize("NFC", seen)


def one_line(text: str) -> str:
    """The text as one trimmed line with single blanks."""
    return " ".join(nfc(text).split())


def folded(text: str) -> str:
    """Lower case without tones and marks, đ as d, so that "duong" finds "Đường"; blanks single."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text.casefold()))
    return " ".join(bare.replace("đ", "d").replace("ð", "d").replace("ɖ", "d").split())


def tones_last(text: str) -> str:
    """The text in small letters with the tone of each word behind it: hòa and hoà are one word, hoa is another."""
    words = []
    for word in unicodedata.normalize("NFD", text.casefold()).split():
        letters = "".join(sign for sign in word if sign not in TONES)
        words.append(unicodedata.normalize("NFC", letters) + "".join(sign for sign in word if sign in TONES))
    return " ".join(words)


def order_key(text: str) -> str:
    """A key by which plain comparison gives the Vietnamese dictionary order."""
    signs = [_weights(sign) for sign in " ".join(unicodedata.normalize("NFC", text).split())]
    return "\t".join(map("".join, zip(*signs, strict=True))) if signs else "\t\t"


def name_key(full_name: str) -> str:
    """The order key of a person: given name, family name, middle names."""
    words = full_name.split()
    if len(words) < 2:
        return order_key(full_name)
    return "\t".join(order_key(part) for part in (words[-1], words[0], " ".join(words[1:-1])))


@lru_cache(maxsize=4096)
def _weights(sign: str) -> tuple[str, str, str]:
    """What one sign weighs in order: its letters, its tone, small or capital."""
    letters, tone = "", "0"
    for each in unicodedata.normalize("NFD", sign.casefold()):
        if each in TONES:
            tone = str(TONES[each])
        elif unicodedata.combining(each) and letters:
            letters = unicodedata.normalize("NFC", letters + each)
        else:
            letters += each
    ranked = "".join(_RANK.get(letter, letter if letter < "A" else "~" + letter) for letter in letters)
    return ranked, tone, "1" if sign.isupper() else "0"
