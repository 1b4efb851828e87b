"""Beside the pages: which forms, on which printer, how many copies, which pages, how."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QWidget,
)

from ui.printing.habits import Habits, habits
from ui.printing.printable import Printable
from ui.printing.printers import NONE, Printers
from ui.theme import STEP, wide
from ui.widgets.segments import Segments
from ui.widgets.small import button, column, label, row, rule

WIDTH, LIST_HEIGHT = wide(340), 150
COPIES = QRegularExpression("[1-9][0-9]?")
THIS, SEVERAL = range(2)


class PrintPanel(QWidget):
    """Emits `forms_changed` when other pages are wanted, `grey_changed`, and what was clicked."""

    forms_changed = Signal()
    grey_changed = Signal(bool)
    print_wished = Signal()
    file_wished = Signal()
    view_wished = Signal()
    closed = Signal()

    def __init__(self, printable: Printable, printers: Printers) -> None:
        super().__init__()
        self._current = printable.current
        self.setFixedWidth(WIDTH)
        kept, names = habits(), printers.names()
        self.has_printer = bool(names)
        self.segments = Segments(["Biểu này", "Nhiều biểu"])
        self.segments.chosen.connect(self.show_choice)
        self.list = _list_of(printable, kept)
        self.list.itemChanged.connect(lambda _item: self.forms_changed.emit())
        self.empty = QCheckBox("Để trống để ghi tay")
        self.empty.setToolTip("Biểu có đủ tiêu đề, dòng và cột, chưa có số liệu")
        self.empty.toggled.connect(lambda _checked: self.forms_changed.emit())
        self.printer = QComboBox()
        self.printer.addItems(names)
        self.printer.setCurrentText(kept.printer)
        self.printer.setMinimumContentsLength(12)
        self.copies = QLineEdit("1")
        self.copies.setValidator(QRegularExpressionValidator(COPIES, self.copies))
        self.pages = QLineEdit()
        self.pages.setPlaceholderText("Tất cả")
        self.pages.setToolTip("Để trống: in tất cả; hoặc viết như 1-3, 5")
        self.two_sided, self.grey = QCheckBox("In hai mặt"), QCheckBox("Đen trắng")
        self.two_sided.setToolTip("Mỗi biểu bắt đầu ở một tờ giấy mới")
        self.two_sided.setChecked(kept.two_sided)
        self.grey.setChecked(kept.grey and self.has_printer)  # a file keeps its colours
        self.grey.toggled.connect(self.grey_changed)
        self.note = label(muted=True, small=True, wrap=True)
        self.print_button = button("In", self.print_wished.emit, look="primary", sign="printer")
        self.print_button.setDefault(True)
        self.file_button = button("Lưu PDF…", self.file_wished.emit, sign="export")
        self.view_button = button("Mở PDF", self.view_wished.emit)
        self.view_button.setToolTip("Mở các trang này bằng chương trình xem PDF của máy")
        self._lay_out(printable)

    @property
    def forms(self) -> list[str]:
        """The forms to print, in the order of the list."""
        if self.list.isHidden():
            return [self._current]
        items = [self.list.item(place) for place in range(self.list.count())]
        return [each.data(Qt.ItemDataRole.UserRole) for each in items if each.checkState() == Qt.CheckState.Checked]

    @property
    def number_of_copies(self) -> int:
        """How often each page is to come out; one while nothing is written there."""
        return int(self.copies.text() or 1)

    @property
    def habits(self) -> Habits:
        """What is to be proposed next time."""
        former = habits()
        return Habits(
            self.printer.currentText() or former.printer,
            self.two_sided.isChecked(),
            self.grey.isChecked() if self.has_printer else former.grey,
            former.forms if self.list.isHidden() else tuple(self.forms),
        )

    def show_choice(self, place: int) -> None:
        """Shows the list of forms, or takes the one of the page alone."""
        self.segments.show_chosen(place)
        self.list.setVisible(place == SEVERAL)
        self.forms_changed.emit()

    def allow(self, allowed: bool) -> None:
        """Switches on what needs pages."""
        self.print_button.setEnabled(allowed and self.has_printer)
        self.file_button.setEnabled(allowed)
        self.view_button.setEnabled(allowed)

    def _lay_out(self, printable: Printable) -> None:
        choices = QWidget()
        choices.setObjectName("page")
        lines = column(into=choices)
        if len(printable.offered) > 1:
            lines.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self.list, 1)
        self.empty.setVisible(printable.can_be_empty)
        for each in (self.empty, rule(), *([] if self.has_printer else [label(NONE, wrap=True)])):
            lines.addWidget(each)
        if self.has_printer:
            lines.addLayout(self._on_a_printer())
        lines.addStretch(0)
        self.segments.show_chosen(THIS)
        self.list.hide()
        room = QScrollArea()
        room.setWidget(choices)
        room.setWidgetResizable(True)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = column(room, self.note, self.print_button, into=self)
        layout.setStretch(0, 1)
        layout.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, STEP)
        layout.addLayout(row(self.file_button, self.view_button, None, button("Đóng", self.closed.emit)))

    def _on_a_printer(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(STEP)
        grid.setColumnStretch(3, 1)
        self.copies.setFixedWidth(wide(52))
        for words, field, place in (
            ("Máy in", self.printer, (0, 1, 1, 3)),
            ("Số bản", self.copies, (1, 1, 1, 1)),
            ("Trang", self.pages, (1, 3, 1, 1)),
        ):
            grid.addWidget(label(words), place[0], place[1] - 1)
            grid.addWidget(field, *place)
            field.setAccessibleName(words)
        ticks = row(self.two_sided, self.grey, None)
        grid.addLayout(ticks, 2, 0, 1, 4)
        return grid


def _list_of(printable: Printable, kept: Habits) -> QListWidget:
    shown = QListWidget()
    shown.setAccessibleName("Các biểu in một lượt")
    shown.setWordWrap(True)
    shown.setObjectName("ticks")
    shown.setMinimumHeight(LIST_HEIGHT)
    shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    shown.setResizeMode(QListView.ResizeMode.Adjust)
    for choice in printable.offered:
        item = QListWidgetItem(choice.title, shown)
        item.setData(Qt.ItemDataRole.UserRole, choice.id)
        item.setToolTip(choice.title)
        ticked = choice.id == printable.current or choice.id in kept.forms
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    return shown
