"""Finding a figure: type a few letters, arrows choose, Enter takes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.indicators.figure import Reference
from ui.figures.choice import FIGURE, Choice, Offer, Pick, Way, filters_for, offers
from ui.finding.chips import Chip, Chips
from ui.reports.words import filters_of
from ui.theme import TONES, letters, wide
from ui.widgets.small import button, column, row

SIDE, ABOVE = 8, 5
CHIP_WIDTH = wide(230)
Value = str | int | bool | tuple[str, ...]
_Index = QModelIndex | QPersistentModelIndex
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class _Offers(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.offered: Sequence[Offer] = ()

    def show_offers(self, offered: Sequence[Offer]) -> None:
        self.beginResetModel()
        self.offered = offered
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.offered)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        offer = self.offered[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{offer.choice.title}\n{offer.choice.source}"
        return offer if role == Qt.ItemDataRole.UserRole else None


class Picker(QFrame):
    """Emits `highlighted` with the Pick that Enter would take (None: none), `taken` with it, `left` for Esc.

    `known` gives what can be chosen.
    """

    highlighted = Signal(object)
    taken = Signal(object)
    left = Signal()

    def __init__(self, known: Callable[[], Sequence[Choice]], name: str) -> None:
        super().__init__()
        self._known = known
        self._first: Offer | None = None
        self._after: Choice | None = None
        self._usual = ""
        self._way = ""
        self._where: dict[str, Value] = {}
        self.input = QLineEdit(placeholderText="Gõ vài chữ, không cần dấu")
        self.input.setClearButtonEnabled(True)
        self.input.setAccessibleName(name)
        self._offers = _Offers()
        self.list = QListView()
        self.list.setObjectName("choices")
        self.list.setModel(self._offers)
        self.list.setItemDelegate(_Drawing(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.way_button, self.filter_button = button("", look="menu"), button("Lọc thêm", look="menu")
        for each in (self.way_button, self.filter_button):
            each.setMenu(QMenu(each))
        self.chips = Chips(below=True)
        layout = column(self.input, self.list, into=self)
        layout.setStretch(1, 1)
        layout.addLayout(row(self.way_button, self.filter_button, None))
        layout.addWidget(self.chips)
        _connect(self)

    @property
    def offer(self) -> Offer | None:
        """The line that Enter would take."""
        index = self.list.currentIndex()
        return self._offers.offered[index.row()] if index.isValid() else None

    @property
    def pick(self) -> Pick | None:
        """What Enter would take."""
        offer = self.offer
        return Pick(offer.choice, self._way, tuple(self._where.items())) if offer is not None else None

    def ask(self, first: Offer | None, after: Choice | None, usual: str) -> None:
        """Asks for another cell: `first` heads the list, then what follows `after`; `usual` is the way taken so far."""
        self._first, self._after, self._usual = first, after, usual
        if self.input.text():
            self.input.clear()
        else:
            self.narrow("")

    def narrow(self, text: str) -> None:
        """Lists what fits."""
        if text.strip():
            self._offers.show_offers(offers(text, self._known())[:200])
        else:
            self._offers.show_offers(_all_offers(self._known(), self._first, self._after))
        self.list.setCurrentIndex(self._offers.index(0))
        if not self._offers.offered:
            self.choose()

    def choose(self) -> None:
        """Another line is chosen: its columns or spans, its filters."""
        offer = self.offer
        ways = dict(offer.choice.ways) if offer is not None else {}
        wished = offer.way if offer is not None and offer.way else self._usual
        self._way = wished if wished in ways else next(iter(ways), "")
        self._where = dict(offer.where or offer.choice.where) if offer is not None else {}
        _fill_menus(self, offer)
        self.tell()

    def show_way(self, way: Way) -> None:
        """Takes another column or span."""
        self._way = way[0]
        self.tell()

    def set_filter(self, name: str, value: str | int | bool | None) -> None:
        """Narrows the figure by a filter; None takes the filter away."""
        if value is None:
            self._where.pop(name, None)
        else:
            self._where[name] = value
        self.tell()

    def tell(self) -> None:
        """Shows and tells what Enter would take."""
        offer = self.offer
        if offer is not None:
            self.way_button.setText(dict(offer.choice.ways).get(self._way, ""))
        _show_filters(self, offer, self._where)
        self.highlighted.emit(self.pick)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES:
                self._move(_MOVES[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.take()
                return True
            if key == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return False

    def take(self) -> None:
        """Takes the line chosen."""
        if self.pick is not None:
            self.taken.emit(self.pick)

    def _move(self, by: int) -> None:
        row_ = min(max(self.list.currentIndex().row() + by, 0), self._offers.rowCount() - 1)
        self.list.setCurrentIndex(self._offers.index(row_))


def _all_offers(known: Sequence[Choice], first: Offer | None, after: Choice | None) -> Sequence[Offer]:
    """All choices: what is proposed, then what follows the choice taken last, then the others."""
    start = known.index(after) + 1 if after in known else 0
    others = (*known[start:], *known[:start])
    rest = [Offer(each) for each in others if first is None or each is not first.choice]
    return [first, *rest] if first is not None else rest


def _connect(picker: Picker) -> None:
    picker.input.installEventFilter(picker)
    picker.input.textChanged.connect(picker.narrow)
    picker.list.selectionModel().currentChanged.connect(lambda now, _before: picker.choose() if now.isValid() else None)
    picker.list.doubleClicked.connect(lambda _index: picker.take())


def _fill_menus(picker: Picker, offer: Offer | None) -> None:
    ways, filters = picker.way_button.menu(), picker.filter_button.menu()
    ways.clear()
    filters.clear()
    for way in offer.choice.ways if offer is not None else ():
        ways.addAction(way[1]).triggered.connect(lambda _checked=False, way=way: picker.show_way(way))
    picker.way_button.setVisible(bool(ways.actions()))
    if offer is not None and offer.choice.kind == FIGURE:
        for name, words, values in filters_for(offer.choice.key):
            menu = filters.addMenu(words.replace("&", "&&"))
            for value, said in values:
                action = menu.addAction(said.replace("&", "&&"))
                action.triggered.connect(lambda _checked=False, name=name, value=value: _narrow(picker, name, value))
    picker.filter_button.setVisible(bool(filters.actions()))


def _narrow(picker: Picker, name: str, value: str | int | bool) -> None:
    """Narrows by a filter chosen from the menu; the keyboard goes back to where Enter takes the figure."""
    picker.set_filter(name, value)
    picker.input.setFocus(Qt.FocusReason.OtherFocusReason)


def _show_filters(picker: Picker, offer: Offer | None, where: Mapping[str, Value]) -> None:
    def chip(key: str, name: str, value: Value) -> Chip:
        said = filters_of(Reference(key, ((name, value),)))
        words = said[0] if said else name
        shown = picker.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, CHIP_WIDTH)
        return Chip(shown, f"{words}\nBấm để bỏ điều kiện này", lambda: picker.set_filter(name, None))

    key = offer.choice.key if offer is not None and offer.choice.kind == FIGURE else ""
    picker.chips.show_chips([chip(key, *each) for each in where.items()] if key else [])


class _Drawing(QStyledItemDelegate):
    """A title, and under it where it comes from."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(80, 2 * option.fontMetrics.height() + 2 * ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        offer: Offer = index.data(Qt.ItemDataRole.UserRole)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(TONES.accent_soft if chosen else TONES.accent_faint))
        room = option.rect.adjusted(SIDE, ABOVE, -SIDE, -ABOVE)
        half = room.height() // 2
        _write(painter, QRect(room.left(), room.top(), room.width(), half), offer.choice.title, TONES.text, 10.5)
        source = f"Đề xuất · {offer.choice.source}" if offer.proposed else offer.choice.source
        tone = TONES.hint if offer.proposed else TONES.muted
        _write(painter, QRect(room.left(), room.top() + half, room.width(), half), source, tone, 9.0)
        painter.restore()


def _write(painter: QPainter, room: QRect, text: str, tone: str, points: float) -> None:
    painter.setFont(letters(points))
    painter.setPen(QColor(tone))
    said = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), said)
