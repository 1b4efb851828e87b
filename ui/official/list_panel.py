"""The panel in which a list is pointed at: which list, how many free rows, which column takes what."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QScrollArea, QSizePolicy, QWidget

from exports.form import FormColumn
from exports.official.list_proposing import MOST_ROWS, FreeTable, KnownList, column_title, known_lists
from exports.official.places import Place, letters
from ui.official.panel import WIDTH
from ui.theme import STEP
from ui.widgets.count_box import CountBox
from ui.widgets.small import button, column, label, restyle, row, rule

HEAD = WIDTH // 3
NOTHING = "– để trống –"
HINT = "Bấm vào một cột trên biểu để chọn nội dung cho cột ấy, hoặc chọn dưới đây."


class ListPanel(QFrame):
    """Emits `list_chosen` with a KnownList, `changed` after any other choice, `accepted`, `left`."""

    list_chosen = Signal(object)
    changed = Signal()
    accepted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFixedWidth(WIDTH)
        self.columns: dict[int, FormColumn] = {}
        self.buttons: dict[int, QPushButton] = {}
        self.place = label(muted=True, small=True)
        self.list_button = button("", look="menu")
        self.list_button.setAccessibleName("Danh sách")
        self.rows = CountBox("Số dòng trống", "dòng", MOST_ROWS)
        self.rows.changed.connect(lambda _number: self.changed.emit())
        self.said = label(muted=True, small=True, wrap=True)
        self.accept_button = button("Điền danh sách", self.accepted.emit, look="primary", sign="check")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._lay_out()
        self.hide()

    def show_list(self, free: FreeTable, known: KnownList, columns: Mapping[int, FormColumn]) -> None:
        """Shows a list over these rows, with these columns taken."""
        self.place.setText(f"Từ ô {Place(free.first, min(free.heads))} · trang {free.sheet}")
        self.list_button.setText(known.title)
        self.list_button.setToolTip(known.title)
        self.rows.show_number(free.rows)
        self.columns = dict(columns)
        holder = QWidget()
        holder.setObjectName("within")
        layout = column(into=holder, spacing=STEP // 2)
        self.buttons = {at: self._button(at, known) for at in free.heads}
        for at, head in free.heads.items():
            named = label(muted=True, small=True)
            named.setFixedWidth(HEAD)
            said = f"{letters(at)} · {head}"
            named.setText(named.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, HEAD))
            named.setToolTip(said)
            layout.addLayout(row(named, self.buttons[at], spacing=STEP))
        layout.addStretch(1)
        self._scroll.setWidget(holder)

    def show_said(self, text: str, *, faulty: bool) -> None:
        """Says how the list fits, or why it cannot go there."""
        self.said.setText(text)
        restyle(self.said, "fault", faulty)
        self.accept_button.setEnabled(not faulty)

    def offer(self, at: int, where: QPoint) -> None:
        """Unfolds what a column of the sheet may take."""
        if at in self.buttons:
            self._scroll.ensureWidgetVisible(self.buttons[at])
            self.buttons[at].setFocus()
            self.buttons[at].menu().popup(where)

    def _button(self, at: int, known: KnownList) -> QPushButton:
        made = button("", look="menu")
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.setAccessibleName(f"Cột {letters(at)}")
        menu = QMenu(made)
        menu.addAction(NOTHING).triggered.connect(lambda _checked=False: self._take(at, None))
        for each in known.table.columns:
            menu.addAction(column_title(each)).triggered.connect(partial(self._choose, at, each))
        made.setMenu(menu)
        _write(made, self.columns.get(at))
        return made

    def _choose(self, at: int, chosen: FormColumn, _checked: bool = False) -> None:
        self._take(at, chosen)

    def _take(self, at: int, chosen: FormColumn | None) -> None:
        """One column of ours goes into one column of the sheet only."""
        for other in [each for each, taken in self.columns.items() if each == at or taken == chosen]:
            del self.columns[other]
            _write(self.buttons[other], None)
        if chosen is not None:
            self.columns[at] = chosen
            _write(self.buttons[at], chosen)
        self.changed.emit()

    def _lay_out(self) -> None:
        lists = QMenu(self.list_button)
        for each in known_lists():
            lists.addAction(each.title).triggered.connect(partial(self._tell_list, each))
        self.list_button.setMenu(lists)
        layout = column(self.place, label("Điền danh sách", name="strong"), into=self, margin=STEP + 4, spacing=STEP)
        layout.addWidget(self.list_button)
        layout.addLayout(row(label("Số dòng trống"), self.rows, None))
        layout.addWidget(label(HINT, muted=True, small=True, wrap=True))
        layout.addWidget(self._scroll, 1)
        layout.addWidget(rule())
        layout.addWidget(self.said)
        layout.addLayout(row(None, button("Thôi", self.left.emit), self.accept_button))

    def _tell_list(self, known: KnownList, _checked: bool = False) -> None:
        self.list_chosen.emit(known)


def _write(made: QPushButton, chosen: FormColumn | None) -> None:
    title = column_title(chosen) if chosen is not None else NOTHING
    room = WIDTH - HEAD - 13 * STEP
    made.setText(made.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
    made.setToolTip(title)
