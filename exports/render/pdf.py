"""A report as a PDF that can be printed and signed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import IO

from exports.document import Report, ReportDocument
from exports.reference import reference_of
from exports.render.pdf_contents import HEADING, contents_strips
from exports.render.pdf_flow import Strip, pages
from exports.render.pdf_sections import Section, sections_of
from exports.render.pdf_sheet import Sheet
from exports.render.pdf_stream import StreamedCanvas
from exports.render.pdf_text import text_frame
from exports.render.pdf_type import Typesetter
from exports.render.style import STYLE, points

CREATOR = "Sổ Công đoàn"
Progress = Callable[[int, int], None]


def write_pdf(
    report: Report | ReportDocument, target: Path, progress: Progress | None = None, *, strict: bool = False
) -> None:
    """Write a report, or one form alone, to `target`; nothing is left there when `progress` raises.

    `progress(done, of)` is called after every page, counting rows. With `strict` a letter that the typeface lacks
    raises MissingLetter instead of being printed as "?". OSError if the file cannot be written.
    """
    type_ = Typesetter(strict)
    sections = sections_of(report, type_)
    bundle = isinstance(report, Report) and report.continuous  # laid out first to know its length
    passes = 2 if bundle else 1
    tally = _Tally(progress, passes * sum(section.rows for section in sections))
    if bundle:
        sections = _with_contents(sections, type_, tally)
    try:
        with target.open("wb") as file:
            sheet = Sheet(_canvas(report, file), type_, reference_of(report).line)
            for section in sections:
                _write_section(section, sheet, tally, bookmark=len(sections) > 1)
            sheet.save()
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    tally.finish()


class _Tally:
    """Counts the rows set and tells the caller."""

    def __init__(self, progress: Progress | None, of: int) -> None:
        self._progress = progress
        self._done = 0
        self._of = of + 1  # the last step is the saving

    def count(self, strips: Sequence[tuple[float, Strip]]) -> None:
        """A page is set: report its rows (those of a table carry its head above them)."""
        rows = sum(strip.above is not None for _, strip in strips)
        self._done = min(self._done + rows, self._of - 1)
        if self._progress:
            self._progress(self._done, self._of)

    def finish(self) -> None:
        """The file is there."""
        if self._progress:
            self._progress(self._of, self._of)


def _write_section(section: Section, sheet: Sheet, tally: _Tally, bookmark: bool) -> None:
    top = points(STYLE.margin_top_mm)
    for number, page in enumerate(pages(section.strips(), STYLE.text_height_pt(section.landscape))):
        sheet.begin(section.landscape, number + 1 if section.counted_alone else sheet.canvas.getPageNumber())
        if bookmark and number == 0:
            key = f"page{sheet.canvas.getPageNumber()}"
            sheet.canvas.bookmarkPage(key)
            sheet.canvas.addOutlineEntry(section.name, key)
        for y, strip in page.strips:
            strip.draw(sheet, top + y)
        sheet.end()
        tally.count(page.strips)


def _with_contents(sections: list[Section], type_: Typesetter, tally: _Tally) -> list[Section]:
    """The sections, after the signed report a table of contents if the file is longer than six pages."""
    lengths = [_length(section, tally) for section in sections]
    if sum(lengths) < STYLE.contents_from_pages:
        return sections
    contents = _contents(sections, lengths, 1, type_)
    own_pages = sum(1 for _ in pages(contents.strips(), STYLE.text_height_pt(False)))
    if own_pages > 1:
        contents = _contents(sections, lengths, own_pages, type_)
    return [sections[0], contents, *sections[1:]]


def _contents(sections: list[Section], lengths: list[int], own_pages: int, type_: Typesetter) -> Section:
    entries = []
    page = 1
    for at, (section, length) in enumerate(zip(sections, lengths, strict=True)):
        page += own_pages if at == 1 else 0
        entries.append((section.name, page))
        page += length

    def strips() -> Iterator[Strip]:
        return contents_strips(text_frame(type_, landscape=False), entries)

    return Section(HEADING, False, 0, strips, counted_alone=False)


def _length(section: Section, tally: _Tally) -> int:
    """Pages the section takes."""
    count = 0
    for page in pages(section.strips(), STYLE.text_height_pt(section.landscape)):
        tally.count(page.strips)
        count += 1
    return count


def _canvas(report: Report | ReportDocument, file: IO[bytes]) -> StreamedCanvas:
    document = report if isinstance(report, ReportDocument) else report.documents[0]
    canvas = StreamedCanvas(file)
    canvas.setTitle(_title(report))
    canvas.setAuthor(report.issuer.name)
    canvas.setSubject(f"{report.form}, {report.period.label}")
    canvas.setCreator(CREATOR)
    canvas.setKeywords(str(reference_of(report)))
    canvas.setDateFormatter(_date_of_signing(document.signed_on))
    return canvas


def _title(report: Report | ReportDocument) -> str:
    parts = (report.title, report.subtitle if isinstance(report, ReportDocument) else report.abstract)
    return " - ".join(" ".join(part.split()) for part in parts if part)


def _date_of_signing(day: date) -> Callable[..., str]:
    """The day on the paper is the day in the file: the same report gives the same bytes whenever it is written."""
    return lambda *_now: f"D:{day:%Y%m%d}000000+07'00'"
