"""The looks of the cells of a report workbook: each is defined once and shared by all its cells."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side
from openpyxl.utils.indexed_list import IndexedList

from exports.document import Shape

FONT = "Times New Roman"
BODY_SIZE = 12.0


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; `format` "@" keeps a text a text even after it has been edited in Excel."""

    size: float = BODY_SIZE
    bold: bool = False
    italic: bool = False
    across: str = "left"
    border: bool = False
    format: str = "@"
    indent: int = 0
    underline: bool = False
    shrinks: bool = False  # a number that is too long gets smaller, where a text would be wrapped


FRAME_LOOKS = {
    "left": Look(),
    "left_bold": Look(bold=True),
    "left_italic": Look(italic=True),
    "centre": Look(across="center"),
    "centre_bold": Look(bold=True, across="center"),
    "centre_italic": Look(italic=True, across="center"),
    "right_italic": Look(italic=True, across="right"),
    "justified": Look(across="justify"),
    "motto": Look(size=13, bold=True, across="center"),
    "rule": Look(size=6, across="center"),
    "title": Look(size=14, bold=True, across="center"),
    "recipients": Look(size=11),
    "recipients_head": Look(bold=True, italic=True),
    "head": Look(bold=True, across="center", border=True),
    "number": Look(size=11, italic=True, across="center", border=True),
    "link": Look(border=True, underline=True),
    "date": Look(border=True, format="dd/mm/yyyy"),
}
SHAPE_LOOKS = {
    Shape.TEXT: Look(border=True),
    Shape.CODE: Look(border=True, across="center"),
    Shape.WHOLE: Look(border=True, across="right", format="#,##0", shrinks=True),
    Shape.DECIMAL: Look(border=True, across="right", format="#,##0.0", shrinks=True),
    Shape.POINTS: Look(border=True, across="right", format="General", shrinks=True),
    Shape.DATE: Look(border=True, across="center", format="dd/mm/yyyy", shrinks=True),
}
WEIGHTS = ("normal", "bold", "part")


def body_style(shape: Shape, weight: str) -> str:
    """The name of the style of table cells of a shape; weight: "normal", "bold" or "part" (indented)."""
    return f"{shape.value}_{weight}"


def style_name(look: str) -> str:
    """The name of a look in the workbook: Excel has styles of its own called "Title" or "Total"."""
    return f"so_{look}"


def _body_looks() -> dict[str, Look]:
    looks = {}
    for shape, plain in SHAPE_LOOKS.items():
        for weight in WEIGHTS:
            looks[body_style(shape, weight)] = Look(
                bold=weight == "bold",
                across=plain.across,
                border=True,
                format=plain.format,
                indent=1 if weight == "part" and shape is Shape.TEXT else 0,
                shrinks=plain.shrinks,
            )
    return looks


LOOKS = FRAME_LOOKS | _body_looks()


def add_styles(workbook: Workbook) -> dict[str, int]:
    """Give a new workbook all our styles; returns the number by which a cell's XML names each."""
    font = Font(name=FONT, size=BODY_SIZE)
    # Column widths count digits of the workbook's first font, so this has to be ours before any width is set.
    workbook._fonts = IndexedList([font])  # type: ignore[attr-defined]
    workbook._named_styles["Normal"].font = font  # type: ignore[attr-defined]
    sheet = workbook.worksheets[0]
    numbers = {}
    for name, look in LOOKS.items():
        workbook.add_named_style(_named(style_name(name), look))
        sample = Cell(sheet, row=1, column=1)
        sample.style = style_name(name)
        numbers[name] = sample.style_id
    return numbers


def _named(name: str, look: Look) -> NamedStyle:
    side = Side(style="thin") if look.border else Side()
    return NamedStyle(
        name=name,
        font=Font(
            name=FONT,
            size=look.size,
            bold=look.bold,
            italic=look.italic,
            underline="single" if look.underline else None,
        ),
        border=Border(left=side, right=side, top=side, bottom=side),
        alignment=Alignment(
            horizontal=look.across,
            vertical="center",
            wrap_text=not look.shrinks,
            shrink_to_fit=look.shrinks,
            indent=look.indent,
        ),
        number_format=look.format,
    )
