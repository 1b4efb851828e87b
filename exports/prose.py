"""Running text of a report as a value: pieces that know their figure, paragraphs, sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from models.indicators.figure import Figure

END_MARK = "./."
Text = tuple["Paragraph", ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words; those that say a figure, or name a record, know it."""

    text: str
    figure: Figure | None = None
    record: tuple[str, str] | None = None  # record type and uid


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a heading: `level` 1 "I. …", 2 "1. …"; 0 is running text."""

    pieces: tuple[Piece, ...]
    level: int = 0

    @property
    def text(self) -> str:
        """What stands on paper."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Passage:
    """A section of a report. `part` is what of the paper it is: "body", "number", "addressee", "recipients" …"""

    key: str
    title: str  # its heading without a number
    part: str = "body"
    level: int = 0
    heading: str = ""  # as printed; "" without a heading of its own, or left out
    text: Text = ()
    pattern: Text = ()  # what the program would write
    written: bool = False  # by hand: `pattern` is not printed
    outdated: bool = False  # a figure has changed since it was written
    hint: str = ""  # what could be written here

    @property
    def printed(self) -> Iterator[Paragraph]:
        """Heading and text, as they stand on paper."""
        if self.heading:
            yield Paragraph((Piece(self.heading),), self.level)
        yield from self.text


def plain(text: str, level: int = 0) -> Paragraph:
    """A paragraph without figures."""
    return Paragraph((Piece(text),), level)


def said(text: Iterable[Paragraph]) -> str:
    """The paragraphs as lines, as one edits them."""
    return "\n".join(paragraph.text for paragraph in text)


def ended(text: list[Paragraph]) -> list[Paragraph]:
    """The same with the mark that ends a report directly after its last word."""
    if not text:
        return text
    *pieces, last = text[-1].pieces
    closing = replace(last, text=last.text.rstrip(" .;:,/") + END_MARK)
    return [*text[:-1], replace(text[-1], pieces=(*pieces, closing))]


def linked(text: str, pattern: Iterable[Paragraph]) -> Text:
    """A text written by hand, in which the figures of its pattern are found again, each once and in their order."""
    figures = [piece for paragraph in pattern for piece in paragraph.pieces if piece.figure is not None]
    found = []
    for line in text.split("\n"):
        if line.strip():
            pieces, figures = _linked_line(line.strip(), figures)
            found.append(Paragraph(pieces))
    return tuple(found)


def _linked_line(line: str, figures: list[Piece]) -> tuple[tuple[Piece, ...], list[Piece]]:
    pieces: list[Piece] = []
    left, rest = figures, line
    for at, figure in enumerate(figures):
        place = _place_of(figure.text, rest)
        if place < 0:
            continue
        pieces += [Piece(rest[:place]), figure] if place else [figure]
        rest, left = rest[place + len(figure.text) :], figures[at + 1 :]
    return (*pieces, Piece(rest)) if rest else tuple(pieces), left


def _place_of(number: str, text: str) -> int:
    """Where a number stands by itself, not as part of another one; -1 if it does not."""
    place = text.find(number)
    while place >= 0:
        before, after = text[max(place - 2, 0) : place], text[place + len(number) : place + len(number) + 2]
        if not (_goes_on(before[::-1]) or _goes_on(after)):
            return place
        place = text.find(number, place + 1)
    return -1


def _goes_on(beside: str) -> bool:
    """True if these letters, the nearest first, belong to the number: a digit, or a point or slash before a digit."""
    return beside[:1].isdigit() or (beside[:1] in (".", ",", "/") and beside[1:2].isdigit())
