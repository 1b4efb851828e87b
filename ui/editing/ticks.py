"""A child list of plain choices as boxes to tick: the contents of administrative reform, the members present."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QLineEdit, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.errors import Fault
from models.ledger import listing
from models.ledger.store import Store
from models.record import Children, Part
from models.values import Code, Link
from models.vietnamese import folded
from ui.editing.choices import Option
from ui.widgets.small import column, label, row

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_MANY = 12  # options above which a field to narrow them is shown
_MOST = 20_000
_COLUMN, _LINE, _FRAME = 425, 32, 14


class _WholeLine(QStyledItemDelegate):
    """A click anywhere on the line turns its box."""

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease:
            is_ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            to = Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked
            return model.setData(index, to, Qt.ItemDataRole.CheckStateRole)
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return False
        return super().editorEvent(event, model, option, index)


class _Options(QAbstractListModel):
    """Options with a box each; what is ticked keeps the order in which it was ticked."""

    edited = Signal()

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        self._all = [(*option, folded(option[1])) for option in options]
        self._shown = self._all
        self.ticked: dict[Any, None] = {}

    @property
    def shown(self) -> list[Any]:
        """The options shown now."""
        return [each[0] for each in self._shown]

    def narrow(self, text: str, within: Container[Any] | None = None) -> None:
        """Shows only options with these words, of those named by `within`."""
        words = folded(text).split()
        self.beginResetModel()
        self._shown = [
            each
            for each in self._all
            if (within is None or each[0] in within) and all(word in each[2] for word in words)
        ]
        self.endResetModel()

    def tick(self, values: Sequence[Any]) -> None:
        """Ticks exactly these."""
        self.beginResetModel()
        self.ticked = dict.fromkeys(values)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        value, shown, _found_by = self._shown[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if value in self.ticked else Qt.CheckState.Unchecked
        return shown if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        option = self._shown[index.row()][0]
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self.ticked[option] = None
        else:
            self.ticked.pop(option, None)
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True


class TickList(QWidget):
    """A list with boxes; offers the same as PartTable."""

    edited = Signal()

    def __init__(self, store: Store, child_list: Children, options: Sequence[Option] | None = None) -> None:
        super().__init__()
        self.child_list = child_list
        options = options_of(store, child_list) if options is None else options
        self.options = _Options(options)
        self.options.edited.connect(self._tell)
        self.list = QListView()
        self.list.setObjectName("ticks")
        self.list.setModel(self.options)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(_WholeLine(self.list))
        self._lay_out(len(options))
        self._count = label(muted=True, small=True)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Gõ để tìm trong danh sách")
        self.filter.setVisible(len(options) > _MANY)
        self.filter.textChanged.connect(lambda text: self.options.narrow(text))
        self.reason = label(small=True, wrap=True)
        self.reason.setProperty("fault", True)
        self.reason.hide()
        self.layout_ = layout = column(into=self, spacing=6)
        layout.addLayout(row(label(child_list.label, name="strong"), None, self._count))
        for part in (self.filter, self.list, self.reason):
            layout.addWidget(part)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Ticks what these lines name."""
        self.options.tick([getattr(part, self._name) for part in parts])
        self._say_count()

    def parts(self) -> list[Part]:
        """A line for each box ticked, in the order of ticking."""
        return [self.child_list.part(**{self._name: value}) for value in self.options.ticked]

    def faults(self) -> list[Fault]:
        """A box is always readable."""
        return []

    def show_faults(self, cells: dict[tuple[int, str], str], reasons: Sequence[str]) -> None:
        """Says below what is wrong."""
        self.reason.setText("\n".join([*reasons, *cells.values()]))
        self.reason.setVisible(bool(reasons or cells))

    def _lay_out(self, count: int) -> None:
        if count > _MANY:
            self.list.setFixedHeight(7 * _LINE + _FRAME)
            return
        self.list.setWrapping(True)
        self.list.setGridSize(QSize(_COLUMN, _LINE))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight((count + 1) // 2 * _LINE + _FRAME)

    @property
    def _name(self) -> str:
        return self.child_list.bare or ""

    def _tell(self) -> None:
        self._say_count()
        self.edited.emit()

    def _say_count(self) -> None:
        self._count.setText(f"đã chọn {len(self.options.ticked)}" if self.options.ticked else "")


def options_of(store: Store, child_list: Children) -> list[Option]:
    """Everything that the lines of this list may name."""
    kind = child_list.part.fields[child_list.bare or ""].kind
    if isinstance(kind, Code):
        return [(key, f"{key}. {kind.list.label(key)}") for key in kind.list]
    assert isinstance(kind, Link)
    return list(listing.titles(store, kind.to, "", _MOST))
