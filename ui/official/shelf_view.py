"""The forms of authorities that she keeps, one card each, and the one next step: add a form from an Excel file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QScrollArea, QStackedWidget, QWidget

from exports.official.sharing import SharedForm
from exports.official.shelf import KeptForm
from models.code_lists import PERIOD_KIND
from models.errors import UserError
from ui.pages.empty_state import EmptyState
from ui.theme import STEP
from ui.widgets.small import button, column, label, row

WHAT = "Cấp trên gửi tệp Excel nào, chương trình điền đúng vào tệp ấy: chỉ các ô đã ghép thay đổi."
EMPTY = "Chưa có biểu nào của cấp trên. Chọn tệp Excel nhận được, rồi chỉ cho chương trình ô nào điền số nào."
ADD, EXAMPLE = "Thêm biểu từ tệp Excel…", "Mở biểu ví dụ (Mẫu 1-HĐCĐ)"
NONE, SOME = range(2)


class ShelfView(QWidget):
    """Emits what is wished; `opened`, `fill_wished`, `renewed`, `shared`, `put_away` with a KeptForm."""

    add_wished = Signal()
    package_wished = Signal()
    example_wished = Signal()
    back_wished = Signal()
    opened = Signal(object)
    fill_wished = Signal(object)
    renewed = Signal(object)
    shared = Signal(object)
    put_away = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.empty = EmptyState("form")
        self.empty.say(EMPTY, ADD, EXAMPLE)
        self.empty.wished.connect(self.add_wished)
        self.empty.other_wished.connect(self.example_wished)
        self.notice, self._cards = label(muted=True, wrap=True), QStackedWidget()
        self.add_button = button(ADD, self.add_wished.emit, look="primary", sign="plus")
        more = button("Khác", look="menu")
        self.more_menu = _offer(
            more,
            ("Nhận gói biểu dùng chung…", self.package_wished.emit),
            (EXAMPLE, self.example_wished.emit),
            ("Lấy lại biểu vừa bỏ", self.back_wished.emit),
        )
        layout = column(into=self, spacing=STEP + 4)
        layout.addLayout(row(label("Biểu của cấp trên", name="heading"), None, more, self.add_button))
        for part in (label(WHAT, muted=True, wrap=True), self.notice, self._cards):
            layout.addWidget(part)
        layout.setStretchFactor(self._cards, 1)
        self._cards.addWidget(self.empty)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._cards.addWidget(self._scroll)
        self.cards: list[FormCard] = []

    def show_forms(self, kept: Sequence[KeptForm], faults: Sequence[UserError]) -> None:
        """Shows the forms there are; what cannot be read is said above them."""
        holder = QWidget()
        holder.setObjectName("page")
        self.cards = [FormCard(each, self) for each in kept]
        column(*self.cards, None, into=holder, spacing=STEP + 4)
        self._scroll.setWidget(holder)
        self._cards.setCurrentIndex(SOME if kept else NONE)
        self.notice.setText("\n".join(map(str, faults)))
        self.notice.setVisible(bool(faults))
        self.add_button.setVisible(bool(kept))


class FormCard(QFrame):
    """A form: title, version, for which periods, how much of it is mapped; what can be done with it."""

    def __init__(self, kept: KeptForm, view: ShelfView) -> None:
        super().__init__()
        self.setObjectName("card")
        self.kept, self.view = kept, view
        form = kept.versions[0].form
        self.open_button = button("Mở và ghép ô", lambda: view.opened.emit(kept))
        self.fill_button = button("Điền và lưu…", lambda: view.fill_wished.emit(kept))
        self.fill_button.setEnabled(bool(form.chart.entries or form.chart.lists))
        more = button("Khác", look="menu")
        _offer(
            more,
            ("Thay bằng tệp mới của cấp trên…", lambda: view.renewed.emit(kept)),
            ("Xuất gói biểu dùng chung…", lambda: view.shared.emit(kept)),
            ("Bỏ khỏi danh sách", lambda: view.put_away.emit(kept)),
        )
        words = column(
            label(form.title, name="title", wrap=True), label(_about(kept), muted=True, wrap=True), spacing=4
        )
        if form.note:
            words.addWidget(label(form.note, muted=True, small=True, wrap=True))
        line = row(into=self, margin=2 * STEP, spacing=STEP)
        line.addLayout(words, 1)
        for each in (self.open_button, self.fill_button, more):
            line.addWidget(each)


def periods_said(form: SharedForm) -> str:
    """For which periods a form is used: "Quý, Năm"."""
    return ", ".join(PERIOD_KIND.label(each) for each in form.periods) or "mọi kỳ"


def _about(kept: KeptForm) -> str:
    form = kept.versions[0].form
    lists = f", {len(form.chart.lists)} danh sách" if form.chart.lists else ""
    parts = [f"Đã ghép {len(form.chart.entries)} ô{lists}", f"dùng cho {periods_said(form)}"]
    parts += [f"bản {form.version}"] if form.version else []
    parts += [f"từ {form.first_day:%d/%m/%Y}"] if form.first_day else []
    earlier = len(kept.versions) - 1
    return " · ".join([*parts, *([f"còn giữ {earlier} bản trước cho các kỳ cũ"] if earlier else [])])


def _offer(opener: QPushButton, *entries: tuple[str, Callable[[], object]]) -> QMenu:
    menu = QMenu(opener)
    for words, act in entries:
        menu.addAction(words).triggered.connect(lambda _checked=False, act=act: act())
    opener.setMenu(menu)
    return menu
