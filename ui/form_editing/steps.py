"""What each button, key and field of the editor does to the form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports.document import Cell
from exports.form import HEADING, FormRow
from exports.own.rows import (
    column_moved,
    column_taken_out,
    columns_with,
    group_above,
    moved,
    new_row,
    put_in,
    sums_with,
    taken_out,
    with_column,
    with_row,
)
from exports.own.sources import Kind, counting_number, counting_rows
from exports.sum_rows import can_be_added
from models.indicators.catalogue import INDICATORS
from models.indicators.figure import Figure, Number, Reference
from ui import messages
from ui.figures.choice import FIGURE, Pick
from ui.form_editing.choices import counting, unit_of
from ui.form_editing.parts_card import COLUMNS, ROWS
from ui.form_editing.shown import code_at
from ui.reports.words import value_of

if TYPE_CHECKING:
    from ui.form_editing.desk import EditingDesk
    from ui.reports.sight import Place

NEW, NEW_HEADING, NEW_SUM = "Dòng mới", "Đề mục mới", "Cộng"


def add_row(desk: EditingDesk) -> None:
    """Puts a row below the one chosen, and asks what it counts."""
    at = _below(desk)
    row = new_row(desk.table, at, NEW)
    desk.change_table(put_in(desk.table, at, row), f"new {row.code}", at)
    _ask(desk)


def add_heading(desk: EditingDesk) -> None:
    """Puts a heading below the row chosen, and asks for its words."""
    at = _below(desk)
    desk.change_table(put_in(desk.table, at, new_row(desk.table, at, NEW_HEADING, level=HEADING)), at=at)
    enter(desk)


def add_sum(desk: EditingDesk) -> None:
    """Puts a row below the one chosen that adds up its group."""
    at, table = _below(desk), desk.table
    codes = tuple(row.code for row in group_above(table, at) if _is_addable(row))
    row = new_row(table, at, NEW_SUM, level=HEADING)
    desk.change_table(counting_rows(put_in(table, at, row), at, codes), at=at)
    enter(desk)


def enter(desk: EditingDesk) -> None:
    """Takes the keyboard to the words of what is chosen."""
    field = (desk.column_panel.fields["title"], desk.row_panel.fields["label"])[desk.side == ROWS]
    field.setFocus()
    field.selectAll()
    desk.rows_scroll.ensureWidgetVisible(desk.row_panel.fields["label"])


def move(desk: EditingDesk, by: int) -> None:
    """Moves what is chosen; the total stays last."""
    at, table = desk.at, desk.table
    count = len(table.columns) if desk.side == COLUMNS else len(table.rows)
    if at < count and 0 <= at + by < count:
        change = column_moved if desk.side == COLUMNS else moved
        desk.change_table(change(table, at, by), at=at + by)


def remove(desk: EditingDesk) -> None:
    """Takes out what is chosen; names first what is worked out from it."""
    if desk.side == COLUMNS:
        _remove_column(desk)
    elif desk.at == len(desk.table.rows):
        desk.change_table(replace(desk.table, total=""))
    else:
        _remove_row(desk)


def take(desk: EditingDesk, pick: Pick) -> None:
    """The row counts what was picked; one just added takes its words too."""
    at, table = desk.at, desk.table
    if at >= len(table.rows):
        return
    row = table.rows[at]
    fresh = row.label in (NEW, "")
    label = pick.choice.title if fresh else row.label
    unit = row.unit or (unit_of(pick) if fresh else "")
    named = with_row(table, at, replace(row, label=label, unit=unit))
    desk.change_table(counting(named, at, pick), f"new {row.code}" if fresh else "")
    desk.row_panel.ask(desk.row_panel.known)
    enter(desk)


def choose_kind(desk: EditingDesk, kind: Kind) -> None:
    """The row gets its numbers in another way."""
    at, table = desk.at, desk.table
    if kind is Kind.FIGURE:
        desk.row_panel.ways.setCurrentIndex(0)
        _ask(desk)
    elif kind is Kind.SUM:
        codes = tuple(row.code for row in group_above(table, at) if _is_addable(row))
        desk.change_table(counting_rows(table, at, codes))
    else:
        desk.change_table(counting_number(table, at, 0 if kind is Kind.OWN_NUMBER else None))
        desk.row_panel.entered.selectAll()


def write_row(desk: EditingDesk, name: str, text: str) -> None:
    """What is typed at a row."""
    at, table = desk.at, desk.table
    if at == len(table.rows):
        desk.change_table(replace(table, total=text), "total")
        return
    row = table.rows[at]
    changed = {"label": row.label, "unit": row.unit, "number": row.printed, name: text}
    row = replace(row, label=changed["label"] or "", unit=changed["unit"] or "", printed=changed["number"])
    desk.change_table(with_row(table, at, row), f"{name} {row.code}")


def write_column(desk: EditingDesk, name: str, text: str) -> None:
    """What is typed at a column."""
    shown = desk.table.columns[desk.at]
    changed = replace(shown, title=text) if name == "title" else replace(shown, group=text or None)
    desk.change_table(with_column(desk.table, desk.at, changed), f"{name} {shown.key}")


def show_preview(desk: EditingDesk, pick: Pick | None) -> None:
    """Says what Enter would bring."""
    panel = desk.row_panel
    if pick is None:
        panel.show_preview("Không tìm thấy số liệu nào.", can_take=False)
    elif pick.choice.kind != FIGURE:
        panel.show_preview("Mục của danh mục")
    else:

        def tell(figure: Figure) -> None:
            if panel.picker.pick == pick:
                panel.show_preview(f"Kỳ này: {value_of(Cell(figure.value, figure=figure))}")

        panel.show_preview("Kỳ này: …")
        desk.live.look_up(Reference(pick.choice.key, pick.where), tell)


def connect(desk: EditingDesk) -> None:
    """Gives everything in the editor its deed."""
    parts, rows, columns = desk.parts, desk.row_panel, desk.column_panel
    desk.head.edited.connect(lambda form, name: desk.change(form, name))
    desk.head.left.connect(parts.list.setFocus)
    parts.table_chosen.connect(desk.show_table)
    parts.side_chosen.connect(desk.show_side)
    parts.row_wished.connect(lambda: add_row(desk))
    parts.heading_wished.connect(lambda: add_heading(desk))
    parts.sum_wished.connect(lambda: add_sum(desk))
    parts.list.chosen.connect(desk.choose)
    parts.list.moved.connect(lambda by: move(desk, by))
    parts.list.removed.connect(lambda: remove(desk))
    parts.list.added.connect(lambda: add_row(desk) if desk.side == ROWS else None)
    parts.list.entered.connect(lambda: enter(desk))
    rows.edited.connect(lambda name, text: write_row(desk, name, text))
    rows.level_chosen.connect(lambda level: _change_row(desk, level=level))
    rows.kind_chosen.connect(lambda kind: choose_kind(desk, kind))
    rows.picked.connect(lambda pick: take(desk, pick))
    rows.looked_at.connect(lambda pick: show_preview(desk, pick))
    rows.ticked.connect(lambda codes: desk.change_table(counting_rows(desk.table, desk.at, codes)))
    rows.number_typed.connect(lambda number: _write_number(desk, number))
    columns.edited.connect(lambda name, text: write_column(desk, name, text))
    for panel in (rows, columns):
        panel.left.connect(parts.list.setFocus)
    desk.preview.sheet.chosen.connect(lambda place: _follow(desk, place))
    desk.preview.sheet.opened.connect(lambda _place: enter(desk))
    show_preview(desk, rows.picker.pick)


def _ask(desk: EditingDesk) -> None:
    """Takes the keyboard to the search for a figure."""
    desk.row_panel.picker.input.setFocus()
    desk.rows_scroll.ensureWidgetVisible(desk.row_panel.take_button)


def _below(desk: EditingDesk) -> int:
    """The place below the row chosen, above the total."""
    return min(desk.at + 1, len(desk.table.rows))


def _change_row(desk: EditingDesk, *, level: int) -> None:
    if desk.at < len(desk.table.rows):
        row = desk.table.rows[desk.at]
        desk.change_table(with_row(desk.table, desk.at, replace(row, level=level)))


def _write_number(desk: EditingDesk, number: Number | None) -> None:
    at = desk.at
    desk.change_table(counting_number(desk.table, at, number), f"entered {desk.table.rows[at].code}")


def _remove_row(desk: EditingDesk) -> None:
    table, at = desk.table, desk.at
    row, after = table.rows[at], taken_out(table, at)
    touched = [f"“{each.label}”" for each in sums_with(table, row.code)]
    touched += [f"“{table.total}”"] if table.total and (row.entry or not after.total) else []
    text = f"Dòng này đang được tính vào: {', '.join(touched)}. Xóa thì các dòng ấy tính lại, không có nó."
    if not touched or messages.ask(desk, f"Xóa dòng “{row.label}”?", text, "Xóa dòng"):
        desk.change_table(after)


def _remove_column(desk: EditingDesk) -> None:
    table, at = desk.table, desk.at
    shown = table.columns[at]
    touched = [f"“{each.title}”" for each in columns_with(table, shown.key)]
    if len(table.columns) == 1:
        messages.tell(desk, "Chưa xóa được cột", "Biểu phải còn ít nhất một cột.")
        return
    text = f"Cột này dùng để tính: {', '.join(touched)}. Xóa thì bỏ luôn các cột ấy."
    if not touched or messages.ask(desk, f"Xóa cột “{shown.title}”?", text, "Xóa cột"):
        desk.change_table(column_taken_out(table, at))


def _is_addable(row: FormRow) -> bool:
    return not row.indicator or (row.indicator in INDICATORS and can_be_added(row.indicator))


def _follow(desk: EditingDesk, place: Place | None) -> None:
    """A cell chosen on the sheet leads to its row, or its column."""
    if place is None or desk.document is None or desk.is_pointing:
        return
    if place.grid != desk.table_at:
        desk.show_table(place.grid)
    filled, table = desk.document.tables[place.grid], desk.table
    if desk.side == COLUMNS:
        codes, wanted = [each.key for each in table.columns], filled.columns[place.column].key
    else:
        codes = [code_at(table, at) for at in range(len(table.rows) + bool(table.total))]
        wanted = filled.rows[place.row].code
    if wanted in codes and codes.index(wanted) != desk.at:
        desk.choose(codes.index(wanted))
