"""How alike two labels are: without accents, with the abbreviations of union papers written out, rare words first."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from math import log
from typing import Any

import resources
from exports.official.labels import key_of
from models.vietnamese import folded

FILLERS = {
    "so",
    "cac",
    "cua",
    "duoc",
    "va",
    "la",
    "theo",
    "do",
    "da",
    "cho",
    "co",
    "voi",
    "tai",
    "nhung",
    "mot",
    "khac",
}
FILLERS |= {"trong", "tong", "ky", "ve", "to", "chuc"}
_WORD = re.compile(r"[a-z0-9%]+")
type_of_words = Mapping[str, float]


@cache
def synonyms() -> Mapping[str, Any]:
    """The other words of authorities, as the program ships them."""
    return tomllib.loads(resources.file("official/synonyms.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=8192)
def words_of(label: str) -> tuple[str, ...]:
    """The words of a label that say something, each with the next one as a pair: Vietnamese words are often two."""
    text = f" {' '.join(_WORD.findall(key_of(label)))} "
    for short, long in _abbreviations():
        text = text.replace(f" {short} ", f" {long} ")
    words = text.split()
    kept = [word for word in words if word not in FILLERS] or words
    return (*kept, *(f"{first} {second}" for first, second in pairwise(kept)))


class Weights:
    """How much each word says: the fewer labels have it, the more."""

    def __init__(self, labels: Iterable[str]) -> None:
        every = [set(words_of(label)) for label in labels]
        counts = Counter(word for words in every for word in words)
        self._most = log(1 + len(every))
        self._weights = {word: log(1 + len(every) / count) for word, count in counts.items()}

    def weighed(self, label: str) -> type_of_words:
        """The words of a label with what they weigh; a word that no form uses weighs half of the most."""
        return {word: self._weights.get(word, self._most / 2) for word in words_of(label)}


def likeness(one: type_of_words, other: type_of_words) -> float:
    """From 0, nothing in common, to 1, the same words."""
    shared = sum(weight for word, weight in one.items() if word in other)
    whole = sum(one.values()) + sum(weight for word, weight in other.items() if word not in one)
    return shared / whole if whole else 0.0


@cache
def _abbreviations() -> list[tuple[str, str]]:
    pairs = [(_plain(short), _plain(long)) for short, long in synonyms()["words"].items()]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(folded(text)))
