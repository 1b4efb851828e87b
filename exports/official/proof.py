"""Opens the filled workbook again and compares it with the original: nothing but the mapped cells may differ."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import cast

from lxml import etree

from exports.official.calculation import without_flag
from exports.official.edit import Value, lasting_marks
from exports.official.package import Package
from exports.official.places import Place, letters, place_from
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
    changed = filled.keys() | stale.get(sheet.number, set())
    if _rest(old, changed, new) != _rest(new, changed, old):
        raise Differs(f"trang “{sheet.name}”, ngoài các ô được điền")
    for spot in stale.get(sheet.number, ()):
        if old.formulas.get(spot) != new.formulas.get(spot):
            raise Differs(f"trang “{sheet.name}”, ô {Place(*spot)} (công thức)")
    others = _other_values(root, filled) or _restyled(old, new, changed)
    if others:
        raise Differs(f"trang “{sheet.name}”, ô {Place(*others[0])}")


def _restyled(old: SheetText, new: SheetText, changed: Set[Spot]) -> list[Spot]:
    """The cells whose attributes, beside the kind of their values, are not what they were."""
    both = changed if old.cells.keys() == new.cells.keys() else changed & old.cells.keys() & new.cells.keys()
    before, after = (_marks(text, both) for text in (old, new))
    if before != after:
        return [spot for spot in before if before[spot] != after[spot]]
    return [spot for spot in changed - both if old.style(spot) != new.style(spot)]


def _marks(text: SheetText, spots: Set[Spot]) -> dict[Spot, str]:
    cells = {spot: found[3] for spot, found in text.cells.items() if spot in spots}
    return dict(zip(cells, lasting_marks([*cells.values()]), strict=True))


def _rest(text: SheetText, changed: Set[Spot], other: SheetText) -> str:
    """The sheet without the cells that may change, without marks that only open room for them, without its extent."""
    prefix, whole = text.part.prefix, text.part.text
    cuts = [found.span() for spot, found in text.cells.items() if spot in changed]
    if text.cells.keys() == other.cells.keys():
        return _without(whole, cuts)
    dimension = text.part.tag("dimension")
    if dimension is not None:
        cuts.append(dimension.span(1))
    cuts += [_shell(text, row) for row in text.rows.keys() - other.rows.keys()]
    return re.sub(rf"<({prefix}(?:row|sheetData))(\s[^<>]*?)?\s*(?:/>|>\s*</\1\s*>)", r"<\1\2/>", _without(whole, cuts))


def _without(whole: str, cuts: list[tuple[int, int]]) -> str:
    """The letters that no cut takes away; a cut may lie within another."""
    kept, at = [], 0
    for first, last in sorted(cuts):
        if first > at:
            kept.append(whole[at:first])
        if last > at:
            at = last
    kept.append(whole[at:])
    return "".join(kept)


def _shell(text: SheetText, row: int) -> tuple[int, int]:
    """From where to where a row stands that was put in: all its cells are new."""
    found = text.rows[row]
    closed = re.compile(rf"</{text.part.prefix}row\s*>").search(text.part.shadow, found.end())
    return found.start(), closed.end() if closed else found.end()


def _other_values(root: etree._Element, wanted: Mapping[Spot, Value]) -> list[Spot]:
    """The cells that do not hold what they should, read by another reader than the one that wrote them."""
    named = {f"{letters(column)}{row}": value for (row, column), value in wanted.items()}
    space = str(root.tag).removesuffix("worksheet")
    if named.items() <= _numbers(root, space).items():
        return []
    found = _values_in(root, space, dict(zip(named, wanted, strict=True)))
    return [spot for spot, value in wanted.items() if found[spot] != value]


def _values_in(root: etree._Element, space: str, names: Mapping[str, Spot]) -> dict[Spot, Value]:
    """The values of cells, one by one; a row or cell that does not say where it is is counted on."""
    found: dict[Spot, Value] = dict.fromkeys(names.values())
    row, cells = 0, f"{space}c"
    for each in root.iterfind(f"{space}sheetData/{space}row"):
        row, column = whole_number(each.get("r")) or row + 1, 0
        for cell in each.iterchildren(cells):
            name = cell.get("r", "")
            spot = names.get(name) or (row, _column(name) or column + 1)
            column = spot[1]
            if spot in found:
                found[spot] = _value(cell, space)
    return found


def _numbers(root: etree._Element, space: str) -> dict[str, Value]:
    """The numbers of cells that say their name, many at once; none if that is not plain to see."""
    if not space:
        return {}
    cells, namespaces = "s:sheetData/s:row/s:c[not(@t)]", {"s": space[1:-1]}
    names, texts = (
        cast("list[str]", etree.XPath(path, namespaces=namespaces, smart_strings=False)(root))
        for path in (f"{cells}[s:v]/@r", f"{cells}/s:v/text()")
    )
    try:
        return dict(zip(names, map(float, texts), strict=True))
    except ValueError:  # a cell without a name, or with something else than one number
        return {}


def _column(name: str) -> int:
    place = place_from(name)
    return place.column if place is not None else 0


def _value(cell: etree._Element, space: str) -> Value:
    if cell.get("t") == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{space}t")).replace("_x005F_", "_")
    stored = next((part.text or "" for part in cell if part.tag == f"{space}v"), None)
    try:
        return None if stored is None else float(stored)
    except ValueError:
        return stored
