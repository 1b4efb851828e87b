"""Sentence patterns: words with names in braces for figures, and clauses in brackets that may be left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from exports.prose import Piece

_CLAUSE = re.compile(r"\[([^\[\]]*)\]")
_NAME = re.compile(r"\{([^{}]*)\}")
Said = Callable[[str], Piece | None]  # by name: the words for it, None if there is nothing to say


def names_in(pattern: str) -> list[str]:
    """The names in a pattern, in their order. ValueError if braces or brackets are not closed, or are nested."""
    bare = _NAME.sub("", _CLAUSE.sub(r"\1", pattern))
    if wrong := set(bare) & set("{}[]"):
        raise ValueError(f"ngoặc {' '.join(sorted(wrong))} không khớp trong câu “{pattern}”")
    return _NAME.findall(pattern)


def filled(pattern: str, said: Said, is_nothing: Callable[[Piece], bool]) -> tuple[Piece, ...]:
    """The pattern in words; () if a name outside brackets has nothing to say, or nothing is left to be said.

    A clause in brackets is left out if one of its names has nothing to say, or says nothing but 0.
    """
    pieces: list[Piece] = []
    for clause, may_go in _clauses(pattern):
        found = _pieces(clause, said)
        if found is None and not may_go:
            return ()
        if found is not None and not (may_go and any(is_nothing(piece) for piece in found)):
            pieces += found
    says = any(letter.isalnum() for piece in pieces for letter in piece.text)
    return tuple(_joined(pieces)) if says else ()  # a full stop alone is no sentence


def _clauses(pattern: str) -> Iterator[tuple[str, bool]]:
    for at, text in enumerate(_CLAUSE.split(pattern)):
        if text:
            yield text, at % 2 == 1


def _pieces(clause: str, said: Said) -> list[Piece] | None:
    pieces = []
    for at, text in enumerate(_NAME.split(clause)):
        piece = said(text) if at % 2 == 1 else Piece(text)
        if piece is None:
            return None
        if piece.text:
            pieces.append(piece)
    return pieces


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Words that follow each other are one piece."""
    words = ""
    for piece in pieces:
        if piece.figure is None and piece.record is None:
            words += piece.text
            continue
        if words:
            yield Piece(words)
        words = ""
        yield piece
    if words:
        yield Piece(words)
