"""The left of the editor: rows or columns of a table in their order, and the buttons that change that order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QPushButton

from exports.form import HEADING, PART, FormTable
from ui.form_editing.part_list import Part, PartList
from ui.theme import STEP, wide
from ui.widgets.segments import Segments
from ui.widgets.small import button, column, label, row

WIDTH, NARROW, SIGN_WIDTH = wide(286), wide(262), 36
ROWS, COLUMNS = range(2)
LONGEST_TITLE = 34
MADE_ROWS = "Các dòng của bảng này lấy từ bản ghi của sổ, nên chỉ sửa được các cột."


class PartsCard(QFrame):
    """Emits `table_chosen` and `side_chosen` (ROWS, COLUMNS), `row_wished`, `heading_wished`, `sum_wished`."""

    table_chosen = Signal(int)
    side_chosen = Signal(int)
    row_wished = Signal()
    heading_wished = Signal()
    sum_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.show_narrow(False)
        self.table_button = button("", look="menu")
        self.sides = Segments(("Dòng", "Cột"))
        self.list = PartList()
        self.add_button = button("Thêm dòng", self.row_wished.emit, sign="plus")
        self.add_button.setToolTip("Thêm một dòng dưới dòng đang chọn (Insert)")
        self.more_button = _with_menu(
            ("Thêm đề mục", self.heading_wished.emit), ("Thêm dòng cộng các dòng phía trên", self.sum_wished.emit)
        )
        self.up_button = _sign("move-up", "Đưa lên (Alt+↑)", lambda: self.list.moved.emit(-1))
        self.down_button = _sign("move-down", "Đưa xuống (Alt+↓)", lambda: self.list.moved.emit(1))
        self.remove_button = _sign("trash", "Xóa (Delete)", self.list.removed.emit)
        self.note = label(MADE_ROWS, muted=True, small=True, wrap=True)
        layout = column(self.table_button, into=self, margin=STEP, spacing=STEP)
        tools = (self.up_button, self.down_button, self.remove_button)
        layout.addLayout(row(self.sides, None, *tools, spacing=4))
        layout.addWidget(self.note)
        layout.addWidget(self.list, 1)
        layout.addLayout(row(self.add_button, self.more_button, None, spacing=6))
        for each in self.sides.findChildren(QPushButton):
            each.setStyleSheet("padding: 6px 9px;")
        self.sides.chosen.connect(self.side_chosen)

    def show_narrow(self, narrow: bool) -> None:
        """Leaves more of the room to the form."""
        self.setFixedWidth(NARROW if narrow else WIDTH)

    def show_tables(self, titles: Sequence[str]) -> None:
        """Offers the tables of the form, where it has several."""
        menu = QMenu(self.table_button)
        for place, title in enumerate(titles):
            menu.addAction(title).triggered.connect(lambda _checked=False, place=place: self.table_chosen.emit(place))
        self.table_button.setMenu(menu)
        self.table_button.setVisible(len(titles) > 1)

    def show_table(self, table: FormTable, side: int, at: int) -> None:
        """Shows the rows or columns of a table, one of them chosen."""
        title = name_of(table)
        self.table_button.setText(title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE]}…")
        self.sides.show_chosen(side)
        free = has_free_rows(table)
        self.sides.setVisible(free)
        self.note.setVisible(not free)
        for each in (self.add_button, self.more_button):
            each.setVisible(side == ROWS)
        parts = _rows(table) if side == ROWS else [Part(column.title) for column in table.columns]
        self.list.show_parts(parts, at)
        self.list.setAccessibleName("Các dòng của biểu" if side == ROWS else "Các cột của biểu")


def has_free_rows(table: FormTable) -> bool:
    """True if the rows are the form's own, not one for each record or each entry of a list of the ledger."""
    return not table.records and not table.listed


def name_of(table: FormTable) -> str:
    """What a table is called."""
    return table.title or f"Bảng {table.id}"


def _rows(table: FormTable) -> list[Part]:
    parts = [Part(row.label, row.level == HEADING or bool(row.sum_of), row.level >= PART) for row in table.rows]
    return [*parts, Part(table.total, strong=True)] if table.total else parts


def _with_menu(*entries: tuple[str, Callable[[], object]]) -> QPushButton:
    made = button("Khác", look="menu")
    menu = QMenu(made)
    for words, act in entries:
        menu.addAction(words).triggered.connect(lambda _checked=False, act=act: act())
    made.setMenu(menu)
    return made


def _sign(sign: str, tip: str, act: Callable[[], object]) -> QPushButton:
    made = button("", act, look="flat", sign=sign)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setFixedWidth(SIGN_WIDTH)
    return made
