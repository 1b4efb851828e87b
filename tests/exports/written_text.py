"""Text of a report set by hand."""

from __future__ import annotations

from exports.prose import Passage, plain


def written(*paragraphs: str, headings: bool = False) -> tuple[Passage, ...]:
    """A text of these paragraphs; with `headings` the first is one."""
    text = tuple(plain(each, 1 if headings and at == 0 else 0) for at, each in enumerate(paragraphs))
    return (Passage("loi_van", "Lời văn", text=text),)
