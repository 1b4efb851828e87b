"""Opens the filled workbook again and compares it with the original: nothing but the mapped cells may differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from lxml import etree

from exports.official.calculation import without_flag
from exports.official.edit import Value, lasting_marks
from exports.official.package import Package
from exports.official.places import Place, place_from
from exports.official.sheet import SheetText, Spot
from exports.official.workbook import Sheet, Workbook
from exports.official.xml import Unreadable, tree_of, whole_number
from models.errors import UserError


class Differs(UserError):
    """A filled workbook that is not what it should be: it is not handed out."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"Biểu vừa điền khác bản gốc ở {place}, nên chưa được lưu; biểu gốc vẫn nguyên. Hãy xuất số liệu theo mẫu "
            "của chương trình, và báo cho người hỗ trợ kèm tệp biểu mẫu."
        )


@dataclass(frozen=True, slots=True)
class Proof:
    """What the comparison found: so many cells as they should be, so many parts untouched to the byte."""

    cells: int
    parts: int

    def __str__(self) -> str:
        return f"đã đối chiếu {self.cells}/{self.cells} ô, {self.parts} phần khác của tệp giữ nguyên"


def prove(
    before: Workbook,
    raw: bytes,
    values: Mapping[int, Mapping[Spot, Value]],
    stale: Mapping[int, Set[Spot]],
) -> Proof:
    """Compare the bytes of a filled workbook with the original. Differs, naming the place, at the first difference."""
    old, new = before.package, Package(before.path, raw)
    touched = {sheet.part: sheet for sheet in before.worksheets if values.get(sheet.number) or stale.get(sheet.number)}
    if [*old.names] != [*new.names]:
        raise Differs("danh sách các phần của tệp")
    kept = 0
    for name in old.names:
        if name in touched:
            _compare_sheet(before, touched[name], new.part(name) or b"", values, stale)
        elif name.casefold() == before.part.casefold():
            _compare_description(old.part(name) or b"", new.part(name) or b"")
        elif old.record(name) != new.record(name):
            raise Differs(f"phần {name}")
        else:
            kept += 1
    return Proof(sum(map(len, values.values())), kept)


def _compare_description(old: bytes, new: bytes) -> None:
    if without_flag(old) != without_flag(new):
        raise Differs("phần mô tả sổ")


def _compare_sheet(
    before: Workbook,
    sheet: Sheet,
    raw: bytes,
    values: Mapping[int, Mapping[Spot, Value]],
    stale: Mapping[int, Set[Spot]],
) -> None:
    old, filled = before.text_of(sheet), values.get(sheet.number, {})
    try:
        new, root = SheetText(raw), tree_of(raw)
    except Unreadable as error:
        raise Differs(f"trang “{sheet.name}”") from error
    changed = {*filled, *stale.get(sheet.number, ())}
    if _rest(old, changed, new) != _rest(new, changed, old):
        raise Differs(f"trang “{sheet.name}”, ngoài các ô được điền")
    for spot in stale.get(sheet.number, ()):
        if old.formulas.get(spot) != new.formulas.get(spot) or not _looks_the_same(old, new, spot):
            raise Differs(f"trang “{sheet.name}”, ô {Place(*spot)} (công thức)")
    found = _values_in(root, filled)
    for spot, value in filled.items():
        if found.get(spot) != value or not _looks_the_same(old, new, spot):
            raise Differs(f"trang “{sheet.name}”, ô {Place(*spot)}")


def _looks_the_same(old: SheetText, new: SheetText, spot: Spot) -> bool:
    """True if a cell's attributes, beside the kind of its value, are what they were."""
    if spot not in old.cells or spot not in new.cells:
        return old.style(spot) == new.style(spot)
    return lasting_marks(old.cells[spot][3]) == lasting_marks(new.cells[spot][3])


def _rest(text: SheetText, changed: Iterable[Spot], other: SheetText) -> str:
    """The sheet without the cells that may change, without marks that only open room for them, without its extent."""
    prefix = text.part.prefix
    cuts = [text.cells[spot].span() for spot in changed if spot in text.cells]
    dimension = text.part.tag("dimension")
    if dimension is not None and text.cells.keys() != other.cells.keys():
        cuts.append(dimension.span(1))
    cuts += [_shell(text, row) for row in text.rows.keys() - other.rows.keys()]
    kept, at = [], 0
    for first, last in sorted(cuts):
        kept.append(text.part.text[at:first])
        at = max(at, last)
    rest = "".join(kept) + text.part.text[at:]
    if text.cells.keys() == other.cells.keys():
        return rest
    return re.sub(rf"<({prefix}(?:row|sheetData))(\s[^<>]*?)?\s*(?:/>|>\s*</\1\s*>)", r"<\1\2/>", rest)


def _shell(text: SheetText, row: int) -> tuple[int, int]:
    """From where to where a row stands that was put in: all its cells are new."""
    found = text.rows[row]
    closed = re.compile(rf"</{text.part.prefix}row\s*>").search(text.part.shadow, found.end())
    return found.start(), closed.end() if closed else found.end()


def _values_in(root: etree._Element, wanted: Mapping[Spot, Value]) -> dict[Spot, Value]:
    """The values of cells, read by another reader than the one that wrote them."""
    found: dict[Spot, Value] = dict.fromkeys(wanted)
    names = {str(Place(*spot)): spot for spot in wanted}
    space = str(root.tag).removesuffix("worksheet")
    row = 0
    for each in root.iterfind(f"{space}sheetData/{space}row"):
        row, column = whole_number(each.get("r")) or row + 1, 0
        for cell in each.iterchildren(f"{space}c"):
            name = cell.get("r")
            column = _column(name) if name is not None and name not in names else column + 1
            spot = names.get(name or "", (row, column))
            column = spot[1]
            if spot in wanted:
                found[spot] = _value(cell, space)
    return found


def _column(name: str) -> int:
    place = place_from(name)
    return place.column if place is not None else 0


def _value(cell: etree._Element, space: str) -> Value:
    if cell.get("t") == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{space}t")).replace("_x005F_", "_")
    stored = cell.findtext(f"{space}v")
    try:
        return None if stored is None else float(stored)
    except ValueError:
        return stored
