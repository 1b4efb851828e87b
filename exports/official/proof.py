"""Opens the filled workbook again and compares it with the original: nothing but the mapped cells may differ."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass

from exports.official.appendix import NOTHING_ADDED, Addition
from exports.official.calculation import without_flag
from exports.official.edit import Result, Value, lasting_marks
from exports.official.package import Package
from exports.official.places import Place, Spot
from exports.official.plain_proof import is_filled_right
from exports.official.second_reading import other_results, other_values
from exports.official.sheet import SheetText
from exports.official.workbook import Sheet, Workbook
from exports.official.xml import PartText, Unreadable, expect_well_formed, tree_of
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
    """What the comparison found: so many cells as they should be, so many parts untouched to the byte; new sheets."""

    cells: int
    parts: int
    sheets: tuple[str, ...] = ()

    def __str__(self) -> str:
        further = f"; phần tiếp theo ở trang {', '.join(f'“{name}”' for name in self.sheets)}" if self.sheets else ""
        return f"đã đối chiếu {self.cells}/{self.cells} ô, {self.parts} phần khác của tệp giữ nguyên{further}"


def prove(
    before: Workbook,
    raw: bytes,
    values: Mapping[int, Mapping[Spot, Value]],
    results: Mapping[int, Mapping[Spot, Result | None]],
    added: Addition = NOTHING_ADDED,
) -> Proof:
    """Compare the bytes of a filled workbook with the original. Differs, naming the place, at the first difference."""
    old, new = before.package, Package(before.path, raw)
    touched = {
        sheet.part: sheet for sheet in before.worksheets if values.get(sheet.number) or results.get(sheet.number)
    }
    if [*old.names, *added.sheets] != [*new.names] or not new.has_plain_directory():
        raise Differs("danh sách các phần của tệp")
    kept = 0
    for name in old.names:
        is_written = name in touched or name.casefold() == before.part.casefold() or name in added.inserted
        if old.described(name) != new.described(name) or (is_written and not new.has_plain_head(name)):
            raise Differs(f"phần {name}")
        if name in touched:
            _compare_sheet(before, touched[name], new.part(name) or b"", values, results)
        elif is_written:
            _compare_description(name, old.part(name) or b"", new.part(name) or b"", added)
        elif old.record(name) != new.record(name):
            raise Differs(f"phần {name}")
        else:
            kept += 1
    _compare_appendices(before, new, added)
    cells = sum(map(len, [*values.values(), *(sheet.cells for sheet in added.sheets.values())]))
    return Proof(cells, kept, tuple(sheet.name for sheet in added.sheets.values()))


def _compare_description(name: str, old: bytes, new: bytes, added: Addition) -> None:
    if without_flag(old) != added.taken_out(name, without_flag(new), PartText(old).prefix):
        raise Differs("phần mô tả sổ")


def _compare_appendices(before: Workbook, package: Package, added: Addition) -> None:
    """The new sheets are there for whoever opens the workbook, and hold every value of theirs and nothing else."""
    if not added.sheets:
        return
    new = Workbook(package)
    names = [*(each.name for each in before.sheets), *(each.name for each in added.sheets.values())]
    if [each.name for each in new.sheets] != names:
        raise Differs("danh sách trang")
    for part, sheet in added.sheets.items():
        raw = package.part(part) or b""
        text, root = SheetText(raw), tree_of(raw)
        if text.cells.keys() != sheet.cells.keys() or other_values(root, sheet.cells) or text.formulas:
            raise Differs(f"trang “{sheet.name}”")


def _compare_sheet(
    before: Workbook,
    sheet: Sheet,
    raw: bytes,
    values: Mapping[int, Mapping[Spot, Value]],
    results: Mapping[int, Mapping[Spot, Result | None]],
) -> None:
    old, filled, stale = before.text_of(sheet), values.get(sheet.number, {}), results.get(sheet.number, {})
    try:
        expect_well_formed(raw)
        if is_filled_right(old, raw, filled, stale):
            return
        new, root = SheetText(raw), tree_of(raw)
    except Unreadable as error:
        raise Differs(f"trang “{sheet.name}”") from error
    changed = filled.keys() | stale.keys()
    if _rest(old, changed, new) != _rest(new, changed, old):
        raise Differs(f"trang “{sheet.name}”, ngoài các ô được điền")
    for spot in stale:
        if old.formulas.get(spot) != new.formulas.get(spot):
            raise Differs(f"trang “{sheet.name}”, ô {Place(*spot)} (công thức)")
    others = other_values(root, filled) or other_results(root, stale) or _restyled(old, new, changed)
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
