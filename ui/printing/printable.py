"""What a page offers to be printed: the form that it shows, and others that can go along."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ui.jobs import Progress

if TYPE_CHECKING:
    from exports.document import Report, ReportDocument


class Choice(NamedTuple):
    """A form to print, by its id."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Printable:
    """`fill` gives the report of a form, called beside the window; `current` is the form shown, the first proposed."""

    current: str
    offered: Sequence[Choice]
    fill: Callable[[str, Progress], Report | ReportDocument]
    file_name: Callable[[Sequence[str]], str]  # of a PDF of these forms
    can_be_empty: bool = True  # there is an empty form for handwriting


class Part(NamedTuple):
    """A form as a PDF."""

    content: bytes
    length: int  # pages


def part_of(printable: Printable, form: str, progress: Progress, *, empty: bool) -> Part:
    """Makes the PDF of a form, the same that is handed out; `empty`: to be written in by hand."""
    from exports.empty import emptied
    from exports.pdf_pages import PdfPages
    from exports.run import hand_out

    report = printable.fill(form, progress)
    with tempfile.TemporaryDirectory() as folder:
        made = hand_out(emptied(report) if empty else report, Path(folder) / "trang-in.pdf", progress)
        content = made.path.read_bytes()
    pages = PdfPages(content)
    try:
        return Part(content, len(pages))
    finally:
        pages.close()
