"""What is said of a cell of a form: where it is, what goes into it or is proposed, its value, what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exports.document import Cell as PrintedCell
from exports.official.list_placing import ListTarget
from exports.official.map import Entry
from exports.official.map_list import ListEntry
from exports.official.places import Place
from exports.official.placing import Target
from exports.official.propose import Proposal
from exports.official.reading import shown
from exports.official.totals import FormTotal
from exports.official.values import Live, cell_value
from exports.official.workbook import Workbook
from ui.official.choices import chosen_by
from ui.official.marks import Mark
from ui.official.opened import Opened, SheetFace
from ui.reports.words import value_of

BLANKS = " .…-–—_"
WORDS = "Ô này là chữ của biểu. Ghép vào đây thì số liệu sẽ thay chữ này."
NOTHING = "Chưa ghép. Nhấn Enter rồi gõ vài chữ để tìm số liệu."


@dataclass(frozen=True, slots=True)
class Spoken:
    """A cell in words, and what can be done with it."""

    place: str
    heading: str
    details: str = ""
    note: str = ""
    faulty: bool = False
    entry: Entry | None = None  # what is mapped, else what is proposed
    is_mapped: bool = False
    is_open: bool = True  # something may go into it
    is_free: bool = False  # nothing stands in it yet
    listed: ListEntry | None = None  # the list that fills it


def spoken(opened: Opened, face: SheetFace, place: Place, proposal: Proposal | None, total: FormTotal | None) -> Spoken:
    """What is said of a cell."""
    cell, where = (face.name, place), f"Ô {place} · trang {face.name}"
    drawn = face.grid.cells.get(place)
    entry = opened.mapping.at(cell)
    wrong = opened.mapping.wrong.get(cell)
    if wrong:
        reasons = "\n".join(f"{each[:1].upper()}{each[1:]}." for each in wrong)
        return Spoken(where, "Chỗ ghép này có lỗi", note=reasons, faulty=True, is_mapped=True)
    if drawn is not None and drawn.formula:
        return Spoken(where, "Công thức của biểu", f"={drawn.formula}", *_check(total), is_open=False)
    if entry is not None:
        said = chosen_by(entry)
        return Spoken(where, said.heading, said.details, "", False, entry, is_mapped=True)
    if proposal is not None:
        said = chosen_by(proposal.entry)
        return Spoken(where, said.heading, said.details, _confidence(proposal), False, proposal.entry)
    if drawn is not None and not drawn.is_number and drawn.text.strip(BLANKS):
        return Spoken(where, f"“{drawn.text.strip()}”", note=WORDS)
    return Spoken(where, "Ô trống", note=NOTHING, is_free=True)


def spoken_of_list(book: Workbook, listed: ListTarget, place: Place) -> Spoken:
    """What is said of a free cell that a list fills."""
    name = listed.table.title or listed.form.title
    row = place.row - listed.rows.start + 1
    details = (
        f"Cột “{listed.columns[place.column].title}” của danh sách\nDòng {row} trong {len(listed.rows)} dòng trống"
    )
    where = f"Ô {place} · trang {listed.sheet.name}"
    return Spoken(where, name, details, is_mapped=True, is_open=False, listed=listed.entry)


def with_her_words(said: Spoken, live: Live) -> Spoken:
    """A cell with her number and her sentence there."""
    lines = [said.note] if said.note else []
    if live.by_hand is not None:
        computed = value_in_words(replace(live, value=live.by_hand.computed))
        lines.append(f"Số sửa tay; chương trình tính {computed}. Lý do: {live.by_hand.reason}")
    lines += [f"Ghi chú: {live.remark}"] if live.remark else []
    return replace(said, note="\n".join(lines))


def mark_of(
    opened: Opened, face: SheetFace, place: Place, proposal: Proposal | None, total: FormTotal | None
) -> Mark | None:
    """How a cell stands; None for one that is the form's own."""
    cell = (face.name, place)
    if cell in opened.mapping.wrong:
        return Mark.WRONG
    if cell in opened.mapping.targets or cell in opened.mapping.listed:
        return Mark.MAPPED
    if total is not None:
        return None if total.agrees else Mark.DIFFERS
    if proposal is not None:
        return Mark.SURE if proposal.chosen else Mark.UNSURE
    return Mark.WAITING if place in face.waits else None


def value_in_cell(book: Workbook, target: Target, live: Live) -> tuple[str, bool]:
    """A value as its cell will show it, and whether it is a number."""
    value = cell_value(live, target, book.counts_from_1904)
    return shown(book, value, target.look) or "–", not isinstance(value, str)


def value_in_words(live: Live | None) -> str:
    """A value with its unit: "24 buổi"; "…" while it is not known."""
    if live is None:
        return "…"
    return live.text or value_of(PrintedCell(live.value, figure=live.figure)) or "–"


def _confidence(proposal: Proposal) -> str:
    if proposal.chosen:
        return "Đề xuất chắc chắn. Enter hai lần để nhận."
    return "Đề xuất chưa chắc: hãy xem lại trước khi nhận."


def _check(total: FormTotal | None) -> tuple[str, bool]:
    if total is None:
        return "Excel tự tính ô này; không ghép được.", False
    theirs, ours = (
        f"{each:g}".replace(".", ",") if each is not None else "trống" for each in (total.theirs, total.ours)
    )
    if total.agrees:
        return f"Excel tự tính ô này, ra {theirs}: đúng bằng số của chương trình.", False
    meaning = chosen_by(Entry(value=total.meaning)).heading
    return f"Công thức ra {theirs}, còn “{meaning}” của chương trình là {ours}. Hãy xem lại các ô cộng vào.", True
