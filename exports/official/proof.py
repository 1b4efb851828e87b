"""Opens the filled workbook again and compares it with the original: nothing but the mapped cells may differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from lxml import etree

from exports.official.calculation import without_flag
from exports.official.edit import Value
from exports.official.package import Package
from exports.official.places import Place
from exports.official.sheet import SheetText, Spot
from exports.official.workbook import Sheet, Workbook
from exports.official.xml import Unreadable, children, local, tree_of, whole_number
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
        if old.formulas.get(spot) != new.formulas.get(spot) or old.style(spot) != new.style(spot):
            raise Differs(f"trang “{sheet.name}”, ô {Place(*spot)} (công thức)")
    found = _values_in(root, filled)
    for spot, value in filled.items():
        if found.get(spot) != value or (spot in old.cells and old.style(spot) != new.style(spot)):
            raise Differs(f"trang “{sheet.name}”, ô {Place(*spot)}")


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
    found: dict[Spot, Value] = {}
    row = 0
    holder = next(iter(children(root, "sheetData")), None)
    for each in children(holder, "row") if holder is not None else []:
        row = whole_number(each.get("r")) or row + 1
        column = 0
        for cell in children(each, "c"):
            name = cell.get("r")
            column = _column(name) if name else column + 1
            if (row, column) in wanted:
                found[row, column] = _value(cell)
    return {spot: found.get(spot) for spot in wanted}


def _column(name: str) -> int:
    number = 0
    for letter in name:
        if letter.isalpha():
            number = 26 * number + ord(letter.upper()) - 64
    return number


def _value(cell: etree._Element) -> Value:
    if cell.get("t") == "inlineStr":
        text = "".join(part.text or "" for part in cell.iter() if isinstance(part.tag, str) and local(part) == "t")
        return text.replace("_x005F_", "_")
    value = next((part.text for part in cell if isinstance(part.tag, str) and local(part) == "v"), None)
    try:
        return None if value is None else float(value)
    except ValueError:
        return value
