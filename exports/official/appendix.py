"""A sheet put in behind the form's own: the rows of a list that its free lines could not take, in the form's look."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final
from xml.sax.saxutils import quoteattr

from exports.official.edit import Value, cell_xml
from exports.official.places import Place, Spot
from exports.official.workbook import Workbook
from exports.official.xml import PartText, Unreadable, tree_of, whole_number

LONGEST_NAME = 31  # of a sheet
HEIGHT = 15.75  # of a row, in points
TYPES = "[Content_Types].xml"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_LINK = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_BARRED = re.compile(r"[\[\]:*?/\\]")
_MARGINS = 'left="1.181" right="0.591" top="0.787" bottom="0.787" header="0.3" footer="0.3"'  # 30, 15, 20, 20 mm


@dataclass(frozen=True, slots=True)
class Appendix:
    """The new sheet: its name, its values, the number of the look of each cell, its columns and rows; rows in view."""

    name: str
    cells: Mapping[Spot, Value]
    styles: Mapping[Spot, int]
    widths: Mapping[int, float]
    heights: Mapping[int, float]  # in points
    heads: int

    def cell(self, spot: Spot) -> str:
        """A cell as the sheet holds it."""
        style = self.styles.get(spot)
        return cell_xml("", f' r="{Place(*spot)}"' + (f' s="{style}"' if style else ""), self.cells[spot])


@dataclass(frozen=True, slots=True)
class Addition:
    """All that new sheets change in a package: new parts, and what is put into parts that are there already."""

    sheets: Mapping[str, Appendix] = field(default_factory=dict)  # by part
    inserted: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # by part: before the end of what, and what

    def put_into(self, name: str, raw: bytes) -> bytes:
        """A part with what belongs into it. Unreadable if there is no place for it."""
        if name not in self.inserted:
            return raw
        part, (element, text) = PartText(raw), self.inserted[name]
        closed = re.compile(rf"</{part.prefix}{element}\s*>").search(part.shadow)
        if closed is None:
            raise Unreadable(f"{element} does not end")
        return part.edited([(closed.start(), closed.start(), text.format(part.prefix))])

    def taken_out(self, name: str, text: str, prefix: str) -> str:
        """The letters of a part as they were before; the same letters if nothing of it is found, or more than once."""
        if name not in self.inserted:
            return text
        said = self.inserted[name][1].format(prefix)
        return text.replace(said, "", 1) if text.count(said) == 1 else text


NOTHING_ADDED: Final = Addition()


def addition(book: Workbook, appendices: Sequence[Appendix]) -> Addition:
    """What has to be added to a workbook for these sheets. Unreadable if it is too unusual."""
    if not appendices:
        return NOTHING_ADDED
    folder, name = posixpath.split(book.part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    root, links = (tree_of(book.package.part(part) or b"") for part in (book.part, relations))
    link = _STRICT_LINK if "purl.oclc.org" in str(root.tag) else _LINK
    number = max((whole_number(each.get("sheetId")) or 0 for each in root.iter() if each.get("sheetId")), default=0)
    taken = {each.get("Id", "") for each in links if isinstance(each.tag, str)}
    there = {part.casefold() for part in book.package.names}
    sheets: dict[str, Appendix] = {}
    said: dict[str, list[str]] = {book.part: [], relations: [], TYPES: []}
    for at, appendix in enumerate(appendices, 1):
        file = _free(f"worksheets/phu_luc_{at}", {each.removeprefix(f"{folder}/".casefold()) for each in there}, ".xml")
        mark = _free(f"rIdPhuLuc{at}", taken)
        sheets[posixpath.join(folder, file)] = appendix
        title, own = _ascii(quoteattr(appendix.name)), f'xmlns:pl="{link}" pl:id="{mark}"'
        said[book.part].append(f'<{{0}}sheet name={title} sheetId="{number + at}" {own}/>')
        said[relations].append(f'<{{0}}Relationship Id="{mark}" Type="{link}/worksheet" Target="{file}"/>')
        path = posixpath.join("/", folder, file)
        said[TYPES].append(f'<{{0}}Override PartName="{path}" ContentType="{_KIND}"/>')
    ends = {book.part: "sheets", relations: "Relationships", TYPES: "Types"}
    return Addition(sheets, {part: (ends[part], "".join(texts)) for part, texts in said.items()})


def free_name(wanted: str, taken: Sequence[str]) -> str:
    """A name that a new sheet may have: no letter that is barred, not too long, not there yet."""
    bare = _BARRED.sub("-", wanted).strip("' ")[:LONGEST_NAME].strip("' ")
    names, name, at = {each.casefold() for each in taken}, bare, 2
    while name.casefold() in names:
        ending = f" ({at})"
        name, at = bare[: LONGEST_NAME - len(ending)].rstrip() + ending, at + 1
    return name


def appendix_xml(book: Workbook, appendix: Appendix) -> bytes:
    """The new sheet's part: A4 across, one page wide, its heads in view."""
    space = str(tree_of(book.package.part(book.part) or b"").tag)[1:].partition("}")[0]
    spots = sorted(appendix.cells)
    last = Place(max(row for row, _ in spots), max(column for _, column in spots))
    below = appendix.heads + 1
    columns = "".join(
        f'<col min="{column}" max="{column}" width="{width}" customWidth="1"/>'
        for column, width in sorted(appendix.widths.items())
    )
    rows = "".join(
        f'<row r="{row}" ht="{appendix.heights.get(row, HEIGHT)}">{"".join(map(appendix.cell, within))}</row>'
        for row, within in groupby(spots, key=lambda spot: spot[0])
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{space}">'
        f'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:{last}"/>'
        f'<sheetViews><sheetView workbookViewId="0"><pane ySplit="{appendix.heads}" topLeftCell="A{below}" '
        f'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="{HEIGHT}"/>'
        f"{f'<cols>{columns}</cols>' if columns else ''}<sheetData>{rows}</sheetData><pageMargins {_MARGINS}/>"
        f'<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    ).encode()


def _free(name: str, taken: set[str], ending: str = "") -> str:
    """A name that is not taken yet; it is from now on."""
    found, at = name + ending, 1
    while found.casefold() in {each.casefold() for each in taken}:
        found, at = f"{name}_{at}{ending}", at + 1
    taken.add(found)
    return found


def _ascii(text: str) -> str:
    """The same text for a part in whatever encoding; its curly brackets stay what they are."""
    return text.encode("ascii", "xmlcharrefreplace").decode().replace("{", "{{").replace("}", "}}")
