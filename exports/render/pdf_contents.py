"""The table of contents of a long bundle, and the Roman numbers of its appendices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from exports.render.pdf_flow import Strip
from exports.render.pdf_sheet import Sheet
from exports.render.pdf_text import Block, Frame
from exports.render.pdf_type import BOLD, REGULAR
from exports.render.style import STYLE, points

HEADING = "MỤC LỤC"
PAGE_COLUMN_MM = 12.0
LEADER_GAP_MM = 1.5


def contents_strips(frame: Frame, entries: Sequence[tuple[str, int]]) -> Iterator[Strip]:
    """A line for each entry (name, page), with dots between them."""
    heading = Block(frame).add(HEADING, BOLD, STYLE.title_pt)
    yield heading.strip()
    size = STYLE.contents_pt
    for name, page in entries:
        lines = frame.type.lines(name, REGULAR, size, frame.width - points(PAGE_COLUMN_MM))
        height = len(lines) * STYLE.pitch_pt(size)
        yield Strip(height, partial(_draw_entry, frame=frame, lines=lines, page=str(page)), STYLE.body_before_pt)


def _draw_entry(sheet: Sheet, top: float, frame: Frame, lines: tuple[str, ...], page: str) -> None:
    size = STYLE.contents_pt
    baseline = top + size * STYLE.ascent
    for line in lines:
        sheet.text(frame.left, baseline, line, REGULAR, size)
        baseline += STYLE.pitch_pt(size)
    baseline -= STYLE.pitch_pt(size)
    gap = points(LEADER_GAP_MM)
    start = frame.left + frame.type.width(lines[-1], REGULAR, size) + gap
    end = frame.right - frame.type.width(page, REGULAR, size) - gap
    dot = frame.type.width(".", REGULAR, size)
    sheet.flush_right(end, baseline, "." * max(int((end - start) / dot), 0), REGULAR, size)
    sheet.flush_right(frame.right, baseline, page, REGULAR, size)
