"""Vietnamese text: one Unicode form, search without accents, order of words and of people's names.

Order: letters a ă â b c d đ e ê … first, then tones ngang < huyền < hỏi < ngã < sắc < nặng, then case. People are ordered
by given name, then family name, then middle names, as a list "xếp theo thứ tự ABC" is.
"""

from __future__ import annotations

import re
import unicodedata

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_RANK = {letter: chr(ord("A") + place) for place, letter in enumerate(LETTERS)}
_BLANKS = re.compile(r"[\u00a0\u2007\u202f\u2009\u3000]")
_UNSEEN = re.compile(r"[\u200b-\u200d\u2060\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def nfc(text: str) -> str:
    """The text in Unicode NFC, invisible and control letters taken out, odd blanks made plain."""
    return _UNSEEN.sub("", _BLANKS.sub(" ", unicodedata.normalize("NFC", text))).replace("\r\n", "\n").replace("\r", "\n")


def one_line(text: str) -> str:
    """The text as one trimmed line with single blanks."""
    return " ".join(nfc(text).split())


def folded(text: str) -> str:
    """Lower case without tones and marks, đ as d, so that "duong" finds "Đường"; blanks single."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return " ".join(bare.casefold().translate(_D).split())


def order_key(text: str) -> str:
    """A key by which plain comparison gives the Vietnamese dictionary order."""
    letters, tones = [], []
    for sign in unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).casefold()):
        if sign in TONES:
            tones[-1:] = [str(TONES[sign])]
        elif unicodedata.combining(sign) and letters:
            whole = unicodedata.normalize("NFC", letters[-1] + sign)
            letters[-1] = whole if len(whole) == 1 else letters[-1]
        else:
            letters.append(sign)
            tones.append("0")
    ranked = "".join(_RANK.get(letter, letter if letter < "A" else "~" + letter) for letter in letters)
    return f"{ranked}\t{''.join(tones)}"


def name_key(full_name: str) -> str:
    """The order key of a person: given name, family name, middle names."""
    words = full_name.split()
    if len(words) < 2:
        return order_key(full_name)
    return "\t".join(order_key(part) for part in (words[-1], words[0], " ".join(words[1:-1])))


_D = str.maketrans({"đ": "d", "ð": "d"})
