"""The measures of an official paper (`forms.md` section 1, after Decree 30/2020): page, blocks, letters, lines, tables.

Lengths end in `_mm`, sizes of letters and thicknesses of lines in `_pt`; the other values say their unit.
"""

from __future__ import annotations

from dataclasses import dataclass

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Style:
    """Every measure that a paper is set by; all renderers read it from here."""

    # Section 1.1: page
    page_short_mm: float = 210
    page_long_mm: float = 297
    margin_top_mm: float = 20
    margin_bottom_mm: float = 20
    margin_left_mm: float = 30
    margin_right_mm: float = 15
    page_number_pt: float = 13
    page_number_baseline_mm: float = 10  # from the top edge
    reference_pt: float = 7  # the small line that leads back to the ledger
    reference_baseline_mm: float = 8  # from the bottom edge

    # Lines of text; shares of the size of the letters, as Times New Roman has them
    line_pitch: float = 1.149  # from baseline to baseline at single spacing
    ascent: float = 0.891  # from the top of the line to its baseline

    # Section 1.1: running text
    body_pt: float = 14
    body_indent_mm: float = 10
    body_before_pt: float = 6
    body_spacing: float = 1.15  # lines

    # Section 1.1: tables
    table_head_pt: float = 12
    table_body_pt: float = 12
    table_least_pt: float = 10  # letters shrink down to this
    crowded_columns: int = 16  # a table of more columns is crowded: on paper as wide as A4 its letters get smaller
    crowded_least_pt: float = 7
    crowded_side_mm: float = 0.8
    number_row_pt: float = 11
    grid_pt: float = 0.5
    cell_side_mm: float = 1.4
    cell_above_pt: float = 2
    part_indent_mm: float = 4  # rows of level 2
    table_title_pt: float = 13
    table_before_pt: float = 8
    remark_pt: float = 12

    # Section 1.2: head block of a report
    head_left_mm: float = 65
    head_right_mm: float = 100
    nation_pt: float = 13
    motto_pt: float = 14
    head_line_pt: float = 0.75
    unit_pt: float = 13
    number_pt: float = 13
    place_date_pt: float = 14
    place_date_before_pt: float = 8
    type_pt: float = 14
    type_before_pt: float = 12
    abstract_pt: float = 14
    addressee_pt: float = 14
    addressee_before_pt: float = 12
    short_line: float = 0.4  # of the text above it (a third to a half)

    # Foot block of a report (1.2), for a text of 160 mm; wider texts take the same shares
    foot_left_mm: float = 77.6
    foot_right_mm: float = 82.4
    foot_before_pt: float = 12
    authority_pt: float = 14
    signature_mm: float = 30  # free box
    signer_pt: float = 14
    hint_pt: float = 13  # (Ký, họ tên)
    recipients_head_pt: float = 12
    recipients_pt: float = 11

    # Section 1.3 and 1.4: appendices and form sheets
    sheet_left: float = 0.68  # share of the text width for "Công đoàn cấp trên", the rest for the number of the form
    sheet_head_pt: float = 13
    title_pt: float = 14
    title_before_pt: float = 10
    subtitle_pt: float = 13
    note_pt: float = 13
    unit_note_pt: float = 12

    # Section 14: the summary for a meeting, readable at arm's length
    summary_figure_pt: float = 22
    summary_body_pt: float = 14
    summary_least_pt: float = 13
    summary_row_pt: float = 26  # height of a row of key figures
    summary_gap_mm: float = 6  # between two plots beside each other
    plot_before_pt: float = 10

    # Table of contents
    contents_pt: float = 13
    contents_from_pages: int = 7  # "longer than six pages"

    def page_pt(self, landscape: bool) -> tuple[float, float]:
        """Width and height of the paper in points."""
        sides = (points(self.page_short_mm), points(self.page_long_mm))
        return (sides[1], sides[0]) if landscape else sides

    def text_width_pt(self, landscape: bool) -> float:
        """Width between the margins in points: of 165 mm, landscape 252 mm."""
        return self.page_pt(landscape)[0] - points(self.margin_left_mm + self.margin_right_mm)

    def text_height_pt(self, landscape: bool) -> float:
        """Height between the margins in points: of 257 mm, landscape 170 mm."""
        return self.page_pt(landscape)[1] - points(self.margin_top_mm + self.margin_bottom_mm)

    def pitch_pt(self, size: float) -> float:
        """From one baseline to the next at single spacing, in points."""
        return size * self.line_pitch


def points(millimetres: float) -> float:
    """A length in points."""
    return millimetres * POINTS_PER_MM


STYLE = Style()
