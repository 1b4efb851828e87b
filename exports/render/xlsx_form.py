"""The sheet of a form: block, title, tables one below the other, remarks, signature."""

from __future__ import annotations

from itertools import groupby, zip_longest

from exports.document import Column, ReportDocument, Table
from exports.render.plot_drawing import height_of
from exports.render.style import STYLE
from exports.render.wording import MOTTO, NATION, place_and_date
from exports.render.xlsx_plan import LANDSCAPE, PORTRAIT, PlanBuilder, SheetPlan
from exports.render.xlsx_text import least_width

MOST_UPRIGHT_COLUMNS = 8
_HINTS = {"bieu": "(Ký, họ tên, đóng dấu)", "phieu": "(Ký, họ tên)"}
SIGNATURE_SPACE = 62.0  # points
MOST_SHRUNK = 1.3  # a sheet so much wider than the paper is printed with letters of 9 instead of 12 points


def plan_form(document: ReportDocument, name: str) -> SheetPlan:
    """The sheet of a form, called `name`. Several tables stand on one page, or each begins a page of its own."""
    landscape = document.landscape or any(len(table.columns) > MOST_UPRIGHT_COLUMNS for table in document.tables)
    builder = PlanBuilder(name, _common_widths(document.tables, LANDSCAPE if landscape else PORTRAIT), landscape)
    _put_block(builder, document)
    if document.unit_note:
        builder.line(document.unit_note, "right_italic")
    starts = []
    for table in document.tables:
        starts.append(builder.row)
        if table.title:
            builder.line(table.title, "left_bold")
        _put_table(builder, table)
    _put_plots_and_remarks(builder, document)
    if document.kind != "tom_tat":
        _put_foot(builder, document)
    if len(starts) > 1 and document.kind != "phieu" and not builder.fits_on_a_page:
        for start in starts[1:]:
            builder.break_page(start)
    return builder.plan()


def _put_plots_and_remarks(builder: PlanBuilder, document: ReportDocument) -> None:
    for plot in document.plots:
        builder.line(plot.title, "left_bold")
        builder.picture(plot, height_of(plot))
    for remark in document.remarks:
        builder.line(remark, "left")
    if document.remarks:
        builder.gap()


def columns_left_of(widths: tuple[float, ...], share: float) -> int:
    """How many columns make up about that share of the width; at least one, and not all if there are several."""
    most = max(1, len(widths) - 1)
    return min(range(1, most + 1), key=lambda count: abs(sum(widths[:count]) - share * sum(widths)))


def _common_widths(tables: tuple[Table, ...], text_width: float) -> tuple[float, ...]:
    """Tables below each other share their columns: each takes what the widest needs; the page shrinks."""
    widths: list[float] = []
    if any(len(table.columns) > STYLE.crowded_columns for table in tables):
        text_width *= STYLE.table_body_pt / STYLE.crowded_least_pt
    for table in tables:
        scale = text_width / sum(column.width for column in table.columns)
        own = [max(column.width * scale, least_width(column)) for column in table.columns]
        shared = len(widths)
        widths = [max(pair) for pair in zip(widths, own, strict=False)] + (own[shared:] or widths[len(own) :])
    scale = min(1.0, text_width * MOST_SHRUNK / sum(widths))
    return tuple(width * scale for width in widths)


def _put_block(builder: PlanBuilder, document: ReportDocument) -> None:
    if document.kind == "phieu":
        put_paper_head(builder, columns_left_of(builder.widths, 0.4), document)
    else:
        _put_units(builder, document)
    builder.gap()
    builder.line(document.title, "title")
    if document.subtitle:
        builder.line(document.subtitle, "centre_bold")
    if document.note:
        builder.line(document.note, "centre_italic")
    builder.gap()


def put_paper_head(builder: PlanBuilder, split: int, document: ReportDocument, number: str = "") -> None:
    """The two columns of a paper's head, cut after column `split`; the third row holds the lines drawn below names."""
    place_and_day = place_and_date(document.issuer.place, document.day_printed)
    for left, right in (
        ((document.issuer.head_1, "centre"), (NATION, "centre_bold")),
        ((document.issuer.head_2, "centre_bold"), (MOTTO, "motto")),
        (("─" * 12, "rule"), ("─" * 36, "rule")),
        ((number, "centre"), (place_and_day, "centre_italic")),
    ):
        builder.put(1, split, *left)
        builder.put(split + 1, builder.columns, *right)
        builder.row += 1


def _put_units(builder: PlanBuilder, document: ReportDocument) -> None:
    left, last = columns_left_of(builder.widths, 0.58), builder.columns
    for label, value, right in (
        ("Công đoàn cấp trên: ", document.issuer.superior, document.form_no),
        ("Đơn vị báo cáo: ", document.issuer.name, ""),
    ):
        builder.put(1, left, label + value, "left")
        if right and left < last:
            builder.put(left + 1, last, right, "centre_bold")
        builder.row += 1


def _put_table(builder: PlanBuilder, table: Table) -> None:
    head = builder.row
    if any(column.group for column in table.columns):
        _put_grouped_head(builder, table.columns)
    else:
        for at, column in enumerate(table.columns, start=1):
            builder.put(at, at, column.title, "head")
        builder.row += 1
    if any(column.number for column in table.columns):
        for at, column in enumerate(table.columns, start=1):
            builder.put(at, at, column.number or "", "number")
        builder.row += 1
    builder.body(table, head)


def _put_grouped_head(builder: PlanBuilder, columns: tuple[Column, ...]) -> None:
    """The lower row first: a heading over both rows only adds what these two still lack."""
    first = builder.row
    builder.row += 1
    for at, column in enumerate(columns, start=1):
        if column.group:
            builder.put(at, at, column.title, "head")
    builder.row = first
    for group, members in groupby(enumerate(columns, start=1), key=lambda member: member[1].group):
        numbered = list(members)
        if group:
            builder.put(numbered[0][0], numbered[-1][0], group, "head")
    for at, column in enumerate(columns, start=1):
        if not column.group:
            builder.put(at, at, column.title, "head", rows=2)
    builder.row = first + 2


def _put_foot(builder: PlanBuilder, document: ReportDocument) -> None:
    on_form = document.kind == "bieu"
    left: list[tuple[str, str]] = []
    if on_form:
        left = [("", "centre"), ("NGƯỜI LẬP BIỂU", "centre_bold"), ("(Ký, họ tên)", "centre_italic")]
    dated = [(place_and_date(document.issuer.place, document.day_printed), "centre_italic")]
    right = [] if document.kind == "phieu" else dated  # a paper is dated in its head
    right += [(line, "centre_bold") for line in document.signature.lines]
    if document.kind in _HINTS:
        right.append((_HINTS[document.kind], "centre_italic"))
    put_signatures(builder, left, right, document.signature.name)


def put_signatures(
    builder: PlanBuilder, left: list[tuple[str, str]], right: list[tuple[str, str]], signer: str
) -> None:
    """Two blocks of (text, style) beside each other, room to sign, and the signer's name at the right."""
    split, last = columns_left_of(builder.widths, 0.5), builder.columns
    start = min(split + 1, last)
    for mine, signed in zip_longest(left, right):
        if mine and split < start:
            builder.put(1, split, *mine)
        if signed:
            builder.put(start, last, *signed)
        builder.row += 1
    builder.gap(SIGNATURE_SPACE)
    builder.put(start, last, signer, "centre_bold")
    builder.row += 1
