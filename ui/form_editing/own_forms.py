"""What is done with forms of her own from the list of forms: copied, changed, passed on, deleted, taken in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.errors import UserError
from ui import messages
from ui.reports.naming import BUNDLE, last_folder, remember_folder

if TYPE_CHECKING:
    from exports.form import Form
    from models.periods import Period
    from ui.pages.page import Window

T = TypeVar("T")
FILES = "Biểu dùng chung (*.toml)"
COPY, EDIT = "Chép thành biểu của tôi…", "Sửa biểu này…"
SHARE, REMOVE, TAKE_IN = "Gửi biểu này cho đơn vị khác…", "Xóa biểu này…", "Thêm biểu từ tệp…"
WHY_NOT = "Biểu này không chép được"
OF_BUNDLE = "Báo cáo trọn bộ gồm nhiều biểu. Hãy chọn một biểu trong danh sách rồi chép biểu ấy."
OF_WORDS = (
    "Báo cáo lời văn được sửa ngay trên trang này: chọn biểu, bấm vào một mục rồi viết lại; lời của bạn được giữ cho "
    "từng kỳ. Bảng số liệu kèm theo (A2) thì chép thành biểu của bạn được."
)
OF_MADE = {
    "scoring": "Tiêu chí, điểm chuẩn và mức xếp loại của bảng chấm điểm sửa ở nút “Sửa thang điểm” phía trên tờ biểu.",
    "totals": "Biểu này có một dòng cho mỗi đơn vị cấp dưới, số lấy từ báo cáo họ gửi, nên không có dòng nào để sửa.",
    "sending": "Biểu này theo dõi việc nộp báo cáo của từng đơn vị cấp dưới, nên không có dòng nào để sửa.",
}
CLASH = ("Thêm với mã mới", "Thay biểu đang có", "Thôi")


class FormShelf(Protocol):
    """What is needed of the list of forms."""

    @property
    def ids(self) -> list[str]:
        """The forms that can be chosen."""

    def reload(self) -> None:
        """Reads again which forms there are."""

    def choose(self, form: str) -> None:
        """Chooses a form."""


class ReportsDesk(Protocol):
    """What is needed of the page of reports."""

    @property
    def window_(self) -> Window:
        """The window it stands in."""

    @property
    def form(self) -> str:
        """The form chosen."""

    @property
    def period(self) -> Period:
        """The period chosen."""

    @property
    def widget(self) -> QWidget:
        """What is shown."""

    def reload(self, kinds: frozenset[str]) -> None:
        """What was filled holds no longer."""


class OwnForms:
    """Belongs to the page of reports."""

    def __init__(self, page: ReportsDesk, shelf: FormShelf) -> None:
        self._page, self._shelf = page, shelf

    @property
    def commands(self) -> dict[str, Callable[[], object]]:
        """The entries of the menu "Bản ghi" that forms answer to."""
        if not self.is_ready:
            return {}
        return {"duplicate": self.copy, **({"edit": self.edit, "remove": self.remove} if self.is_own else {})}

    def copy(self) -> None:
        """Begins a form of her own with the one chosen."""
        from exports.own.copying import copy_of
        from exports.own.shelf import taken_ids

        form, why_not = _copied(self._page.form)
        if form is None:
            self.tell(WHY_NOT, why_not)
        else:
            self._open(copy_of(form, taken_ids()))

    def edit(self) -> None:
        """Changes the form chosen."""
        from exports.form_shelf import form_named

        form = form_named(self._page.form)
        self._open(form, former=form.id)

    def share(self) -> None:
        """Writes the form chosen as one file for another unit."""
        from exports.form_shelf import form_named
        from exports.own.shelf import ENDING, write

        form = form_named(self._page.form)
        proposed = last_folder() / f"Bieu-{form.id}{ENDING}"
        target = messages.file_to_save(self._page.widget, SHARE.rstrip("…"), FILES, proposed)
        if target is not None and self._tried(lambda: write(form, target)):
            remember_folder(target.parent)
            self._page.window_.say(f"Đã ghi biểu ra tệp “{target.name}”. Bên nhận chọn Biểu của tôi, {TAKE_IN}")

    def remove(self) -> None:
        """Puts the form chosen away, after asking."""
        from exports.own.shelf import put_away

        form = self._page.form
        text = "Các báo cáo đã gửi theo biểu này vẫn còn nguyên. Lấy lại biểu ở nút Biểu của tôi, Lấy lại biểu đã xóa."
        asked = messages.ask(self._page.widget, f"Xóa biểu {form}?", text, "Xóa biểu")
        if asked and self._tried(lambda: put_away(form)):
            self._shelf.reload()
            self._page.window_.say(f"Đã xóa biểu {form}. Lấy lại ở nút Biểu của tôi.")

    def take_in(self) -> None:
        """Takes in a form that another unit passed on."""
        from exports.own.shelf import keep, path_of, read_given, with_free_id

        path = messages.file_to_open(self._page.widget, TAKE_IN.rstrip("…"), f"{FILES};;Mọi tệp (*)", last_folder())
        form = self._read(lambda: read_given(path)) if path is not None else None
        if form is None:
            return
        free, former = with_free_id(form), ""
        if free.id != form.id:
            answer = _ask_clash(self._page.widget, form, free, is_own=path_of(form.id) is not None)
            if answer is None:
                return
            former = form.id if answer else ""
            form = form if answer else free
        if self._tried(lambda: keep(form, former)):
            self.show(form.id)
            self._page.window_.say(f"Đã thêm biểu {form.id}: {form.title}.")

    def bring_back(self, path: Path) -> None:
        """Fetches back a form put away."""
        from exports.own.shelf import bring_back

        form = self._read(lambda: bring_back(path))
        if form is not None:
            self.show(form.id)

    def show(self, form: str) -> None:
        """Shows a form that was just kept."""
        self._page.reload(frozenset())
        self._shelf.reload()
        self._shelf.choose(form)

    @property
    def is_ready(self) -> bool:
        """True while a ledger is open."""
        return self._page.window_.store is not None

    @property
    def is_own(self) -> bool:
        """True if the form chosen is hers."""
        from exports.form_shelf import RESERVED, forms

        return self._page.form not in (*forms(), *RESERVED)

    def _open(self, form: Form, former: str = "") -> None:
        from ui.form_editing.editor import FormEditor

        window = self._page.window_
        if window.store is None:
            return
        parent = self._page.widget.window()
        editor = FormEditor(window.store, form, self._page.period, window.jobs, parent, former=former)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.saved.connect(self.show)
        editor.saved.connect(lambda kept: window.say(f"Đã lưu biểu {kept}."))
        editor.open()

    def tell(self, heading: str, text: str) -> None:
        """Shows a message over the page."""
        messages.tell(self._page.widget, heading, text)

    def _tried(self, act: Callable[[], object]) -> bool:
        """True if it could be done; else says why not."""
        return self._read(lambda: (act(),)) is not None

    def _read(self, act: Callable[[], T]) -> T | None:
        try:
            return act()
        except UserError as error:
            messages.refuse(self._page.widget, error)
            return None


def _ask_clash(parent: QWidget, form: Form, free: Form, *, is_own: bool) -> int | None:
    """0 for a new code, 1 for in place of hers; None if she thought better of it."""
    said = f"Đã có biểu mang mã “{form.id}”. Mã mới sẽ là “{free.id}”."
    answers = CLASH if is_own else (CLASH[0], CLASH[2])
    return messages.choose(parent, f"Thêm biểu “{form.title}”?", said, answers)


def _copied(name: str) -> tuple[Form | None, str]:
    """The form of that name, or why it is none that can be copied."""
    from exports.form_shelf import form_named, shelf

    if name == BUNDLE:
        return None, OF_BUNDLE
    if name not in shelf().forms:
        return None, OF_WORDS
    form = form_named(name)
    return (None, OF_MADE[form.made]) if form.made else (form, "")
