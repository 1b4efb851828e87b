"""A workbook as its authority made it: its sheets by name, texts, looks, names, tables, and how it counts days."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from exports.official import refusals
from exports.official.package import Package, read_package
from exports.official.places import Box, box_from
from exports.official.refusals import BadWorkbook
from exports.official.sheet import SheetText, TooManyCells
from exports.official.styles import PLAIN, Look, looks_in
from exports.official.xml import Unreadable, child, children, expect_well_formed, local, tree_of, whole_number
from models.vietnamese import nfc

_KINDS = {
    "sheet.main+xml": ".xlsx",
    "sheet.macroEnabled.main+xml": ".xlsm",
    "template.main+xml": ".xltx",
    "template.macroEnabled.main+xml": ".xltm",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, the part that holds it, whether it has cells, whether it is shown."""

    number: int
    name: str
    part: str
    kind: str  # worksheet, chartsheet, dialogsheet …
    state: str  # visible, hidden, veryHidden


@dataclass(frozen=True, slots=True)
class NamedTable:
    """A table (ListObject): where it lies; its first and last rows may hold titles and totals."""

    name: str
    sheet: int
    box: Box
    columns: tuple[str, ...]
    heads: int
    totals: int


class Workbook:
    """A workbook held in memory, read as far as filling it needs. BadWorkbook if that cannot be done."""

    def __init__(self, package: Package) -> None:
        self.package, self.path = package, package.path
        self._texts: dict[str, SheetText] = {}
        try:
            self.part, self.ending = self._main_part()
            self._root = tree_of(self._bytes(self.part))
            self._targets = self._relations(self.part)
            self.sheets = self._listed_sheets()
            self.looks = looks_in(*(package.part(self._of_kind(kind)) for kind in ("styles", "theme")))
            self.tables = list(self._found_tables())
        except Unreadable as error:
            raise BadWorkbook(self.path, refusals.DAMAGED) from error

    def sheet_named(self, name: str) -> Sheet | None:
        """The sheet with this name, whichever way its letters are composed; capitals count for nothing."""
        return self._by_name.get(nfc(name).casefold())

    def text_of(self, sheet: Sheet) -> SheetText:
        """The sheet's text. BadWorkbook if it cannot be followed."""
        if sheet.part not in self._texts:
            try:
                raw = self._bytes(sheet.part)
                expect_well_formed(raw)  # an independent reader agrees that it is well-formed
                self._texts[sheet.part] = SheetText(raw)
            except TooManyCells as error:
                raise BadWorkbook(self.path, refusals.TOO_LARGE) from error
            except Unreadable as error:
                raise BadWorkbook(self.path, refusals.damaged_sheet(sheet.name, error.place)) from error
        return self._texts[sheet.part]

    def look(self, number: int) -> Look:
        """The look with this number."""
        return self.looks[number] if 0 <= number < len(self.looks) else PLAIN

    @property
    def worksheets(self) -> list[Sheet]:
        """The sheets that have cells."""
        return [sheet for sheet in self.sheets if sheet.kind == "worksheet"]

    @cached_property
    def _by_name(self) -> dict[str, Sheet]:
        return {nfc(each.name).casefold(): each for each in reversed(self.sheets)}

    @cached_property
    def counts_from_1904(self) -> bool:
        """True if day 0 is 1 January 1904."""
        said = child(self._root, "workbookPr")
        return said is not None and said.get("date1904") in ("1", "true", "on")

    @cached_property
    def strings(self) -> list[str]:
        """The texts that cells share, by their number."""
        raw = self.package.part(self._of_kind("sharedStrings"))
        if raw is None:
            return []
        try:
            return [rich_text(each) for each in children(tree_of(raw), "si")]
        except Unreadable as error:
            raise BadWorkbook(self.path, refusals.DAMAGED) from error

    @cached_property
    def names(self) -> dict[tuple[str, int | None], str]:
        """What names stand for, by name and, for a name of one sheet only, its number."""
        holder = child(self._root, "definedNames")
        found = children(holder, "definedName") if holder is not None else []
        return {
            (each.get("name", "").casefold(), whole_number(each.get("localSheetId"))): "".join(
                str(part) for part in each.itertext()
            )
            for each in found
        }

    def _found_tables(self) -> Iterator[NamedTable]:
        for sheet in self.worksheets:
            for kind, part in self._relations(sheet.part).values():
                raw = self.package.part(part) if kind == "table" else None
                table = _table(raw, sheet.number) if raw is not None else None
                if table is not None:
                    yield table

    def _main_part(self) -> tuple[str, str]:
        roots = [part for kind, part in self._relations("").values() if kind == "officeDocument"]
        types = self.package.part("[Content_Types].xml")
        if not roots or types is None:
            mime = self.package.part("mimetype") or b""
            is_open = mime.startswith(b"application/vnd.oasis.opendocument.spreadsheet")
            raise BadWorkbook(self.path, refusals.OPEN_DOCUMENT if is_open else refusals.OTHER)
        part = roots[0]
        said = [
            each.get("ContentType", "")
            for each in tree_of(types)
            if isinstance(each.tag, str)
            and posixpath.join("/", each.get("PartName", "")).casefold() == f"/{part}".casefold()
        ]
        kind = said[0] if said else ""
        if "binary" in kind:
            raise BadWorkbook(self.path, refusals.BINARY)
        ending = next((end for mark, end in _KINDS.items() if kind.endswith(mark)), None)
        if ending is None:
            ending = ".xlsx" if kind == "" and part.endswith("workbook.xml") else ""
        if not ending:
            raise BadWorkbook(self.path, refusals.OTHER)
        return part, ending

    def _listed_sheets(self) -> list[Sheet]:
        holder = child(self._root, "sheets")
        sheets = []
        for number, each in enumerate(children(holder, "sheet") if holder is not None else []):
            link = next((value for name, value in each.attrib.items() if str(name).endswith("}id")), "")
            kind, part = self._targets.get(str(link), ("missing", ""))
            sheets.append(Sheet(number, each.get("name", ""), part, kind, each.get("state", "visible")))
        parts = [each.part for each in sheets if each.part]
        if not sheets or len(set(parts)) < len(parts):
            raise Unreadable("no sheets, or two that are one")
        return sheets

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part points to inside the package: kind (the last word of it) and part, by its number."""
        folder, name = posixpath.split(part)
        raw = self.package.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        if raw is None:
            return {}
        return {
            each.get("Id", ""): (
                each.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, unquote(each.get("Target", "")))).lstrip("/"),
            )
            for each in tree_of(raw)
            if isinstance(each.tag, str) and each.get("TargetMode") != "External"
        }

    def _of_kind(self, kind: str) -> str:
        return next((part for found, part in self._targets.values() if found == kind), "")

    def _bytes(self, part: str) -> bytes:
        raw = self.package.part(part)
        if raw is None:
            raise Unreadable(f"no part {part}")
        return raw


def read_workbook(path: Path) -> Workbook:
    """The workbook in a file. BadWorkbook, saying the way out, if it is none."""
    return Workbook(read_package(path))


def rich_text(element: etree._Element) -> str:
    """The letters of a shared or inline text, without its reading aids."""
    texts = []
    for each in element.iter():
        if isinstance(each.tag, str) and local(each) == "t":
            above = each.getparent()
            if above is None or local(above) != "rPh":
                texts.append(each.text or "")
    return "".join(texts)


def _table(raw: bytes, sheet: int) -> NamedTable | None:
    root = tree_of(raw)
    box = box_from(root.get("ref", ""))
    if box is None:
        return None
    holder = child(root, "tableColumns")
    columns = tuple(each.get("name", "") for each in (children(holder, "tableColumn") if holder is not None else []))
    heads = whole_number(root.get("headerRowCount"))
    name = root.get("displayName") or root.get("name") or ""
    return NamedTable(
        name, sheet, box, columns, 1 if heads is None else heads, whole_number(root.get("totalsRowCount")) or 0
    )
