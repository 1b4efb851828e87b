"""The forms to choose from: the whole bundle first, then each form by its number and its title; a list or one line."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
)

from ui.theme import TONES, letters, wide

WIDTH, SIDE, ABOVE = wide(208), 12, 9
NUMBER_WIDTH, TALLEST = wide(48), 1000
LONGEST_NUMBER = 4  # letters of a form's code beside its title; a longer one stands over it
BUNDLE_TEXT, LETTERS, ARROW = "Báo cáo trọn bộ", 24, 44  # pixels beside the words
WRAPPED = int(Qt.TextFlag.TextWordWrap)
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Offer:
    """A form to choose."""

    id: str
    number: str
    title: str


def offers() -> list[Offer]:
    """The bundle, then every report and form by its id."""
    from exports.bundle import BUNDLE, titles

    named = {name: title for name, title in titles().items() if name != BUNDLE}
    return [Offer(BUNDLE, "", BUNDLE_TEXT), *(Offer(name, name, title) for name, title in named.items())]


class _Offers(QAbstractListModel):
    def __init__(self, offered: list[Offer]) -> None:
        super().__init__()
        self.offered = offered

    def show_offers(self, offered: list[Offer]) -> None:
        self.beginResetModel()
        self.offered = offered
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.offered)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        offer = self.offered[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{offer.number} {offer.title}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return offer.title
        return offer if role == Qt.ItemDataRole.UserRole else None


GONE = "Biểu {} không còn dùng được: tệp của biểu đã bị xóa hoặc hỏng."


class FormList(QListView):
    """Emits `form_chosen` with the id of a form, `form_missed` if it can no longer be used.

    `choice` offers the same where there is no room for the list.
    """

    form_chosen = Signal(str)
    form_missed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.setStyleSheet("QListView { background: transparent; padding: 0; }")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName("Các biểu")
        self._offers = _Offers(offers())
        self.setModel(self._offers)
        self.setItemDelegate(_Drawing(self))
        self.choice = _choice(self._offers)
        self.choice.activated.connect(lambda place: self.choose(self.ids[place]))
        self.selectionModel().currentChanged.connect(lambda index: self._tell(index))

    @property
    def ids(self) -> list[str]:
        """The ids in their order."""
        return [offer.id for offer in self._offers.offered]

    def reload(self) -> None:
        """Reads again which forms there are; the one chosen stays chosen, or the one before it if it is gone."""
        at = self.currentIndex().row()
        former = self.ids[at]
        self._offers.show_offers(offers())
        if former in self.ids:
            with QSignalBlocker(self):
                self.choose(former)
        else:
            self.choose(self.ids[min(at, len(self.ids)) - 1])

    def choose(self, form: str) -> None:
        """Chooses a form by its id."""
        self.setCurrentIndex(self._offers.index(self.ids.index(form)))

    def _tell(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        form = self.ids[index.row()]
        self.choice.setCurrentIndex(index.row())
        if any(offer.id == form for offer in offers()):
            self.form_chosen.emit(form)
        else:  # a file of hers that has gone meanwhile
            self.form_missed.emit(form)
            QTimer.singleShot(0, self, self.reload)


class _Choice(QComboBox):
    """A name that is too long ends in dots, where Qt would cut through a letter."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.width() - ARROW
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


def _choice(offered: QAbstractListModel) -> QComboBox:
    made = _Choice()
    made.currentTextChanged.connect(made.setToolTip)
    made.setAccessibleName("Biểu")
    made.setModel(offered)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(LETTERS)
    made.setMaxVisibleItems(offered.rowCount())
    made.view().setMinimumWidth(made.view().sizeHintForColumn(0) + 3 * SIDE)
    return made


class _Drawing(QStyledItemDelegate):
    """Draws number and title on a rounded ground."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        offer: Offer = index.data(Qt.ItemDataRole.UserRole)
        room = QRect(0, 0, _title_width(offer), TALLEST)
        height = option.fontMetrics.boundingRect(room, WRAPPED, offer.title).height()
        height += option.fontMetrics.height() if _is_long(offer) else 0
        return QSize(WIDTH - 4, height + 2 * ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        offer: Offer = index.data(Qt.ItemDataRole.UserRole)
        room = option.rect.adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = _ground(painter, room, option.state)
        painter.setPen(QColor(TONES.accent_pressed if chosen else TONES.muted))
        painter.setFont(letters(bold=True))
        self._write(painter, room.adjusted(SIDE - 1, ABOVE - 1, 1 - SIDE, 1 - ABOVE), offer)
        painter.restore()

    def _write(self, painter: QPainter, room: QRect, offer: Offer) -> None:
        painter.drawText(room, 0, offer.number)
        painter.setPen(QColor(TONES.text))
        painter.setFont(letters(bold=not offer.number))
        room.setLeft(room.right() - _title_width(offer) + 1)
        room.setTop(room.top() + (painter.fontMetrics().height() if _is_long(offer) else 0))
        painter.drawText(room, WRAPPED, offer.title)


def _ground(painter: QPainter, room: QRect, state: QStyle.StateFlag) -> bool:
    """Draws what lies under an entry; True if it is the chosen one."""
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(QColor(TONES.accent if state & QStyle.StateFlag.State_HasFocus else TONES.accent_soft))
        painter.setBrush(QColor(TONES.accent_soft if chosen else TONES.raised))
        painter.drawRoundedRect(room, 7, 7)
    return chosen


def _title_width(offer: Offer) -> int:
    return WIDTH - 4 - 2 * SIDE - (NUMBER_WIDTH if offer.number and not _is_long(offer) else 0)


def _is_long(offer: Offer) -> bool:
    """True for a code that leaves no room for the title beside it: "B1-RIENG"."""
    return len(offer.number) > LONGEST_NUMBER
