"""The button under the list of forms, and the menu of the list: everything that is done with forms of her own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QListView, QMenu, QPushButton

from ui.form_editing.own_forms import COPY, EDIT, REMOVE, SHARE, TAKE_IN, OwnForms
from ui.icons import spaced_icon
from ui.reports.form_list import WIDTH, FormList
from ui.theme import TONES, wide
from ui.widgets.small import restyle

NARROW = wide(60)
MINE, BACK = "Biểu của tôi", "Lấy lại biểu đã xóa"


class OwnFormsButton(QPushButton):
    """Opens the menu; `shown` is the list whose menu it is too."""

    def __init__(self, forms: OwnForms, shown: FormList) -> None:
        super().__init__(MINE)
        self._forms = forms
        restyle(self, "menu", True)
        self.setAutoDefault(False)
        self.setAccessibleName(MINE)
        self.setToolTip("Chép, sửa, gửi, nhận biểu của riêng đơn vị mình")
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(lambda: fill(self.menu(), forms))
        shown.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        shown.customContextMenuRequested.connect(lambda at: self._offer(shown, at))

    def show_narrow(self, narrow: bool) -> None:
        """Leaves out the words beside a narrow list."""
        self.setText("" if narrow else MINE)
        self.setIcon(spaced_icon("form", TONES.text, 18, 0) if narrow else QIcon())
        self.setFixedWidth(NARROW if narrow else WIDTH)

    def _offer(self, shown: QListView, at: QPoint) -> None:
        menu = QMenu(shown)
        fill(menu, self._forms)
        menu.exec(shown.viewport().mapToGlobal(at))


def fill(menu: QMenu, forms: OwnForms) -> None:
    """Offers what can be done with the form chosen, then what concerns others."""
    menu.clear()
    own = forms.is_own
    for words, act, allowed in (
        (COPY, forms.copy, True),
        (EDIT, forms.edit, own),
        (SHARE, forms.share, own),
        (REMOVE, forms.remove, own),
    ):
        _add(menu, words, act).setEnabled(allowed and forms.is_ready)
    menu.addSeparator()
    _add(menu, TAKE_IN, forms.take_in)
    _add_those_away(menu, forms)
    _add_refused(menu, forms)


def _add_those_away(menu: QMenu, forms: OwnForms) -> None:
    from exports.own.shelf import those_away

    back = menu.addMenu(BACK)
    for path, form in those_away():
        _add(back, f"{form.id}: {form.title}", partial(forms.bring_back, path))
    back.setEnabled(bool(back.actions()))


def _add_refused(menu: QMenu, forms: OwnForms) -> None:
    from exports.form_shelf import shelf

    refused = shelf().refused
    if refused:
        said = "\n\n".join(map(str, refused))
        _add(menu, f"{len(refused)} biểu chưa dùng được…", lambda: forms.tell("Biểu chưa dùng được", said))


def _add(menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
    made = menu.addAction(words.replace("&", "&&"))
    made.triggered.connect(lambda _checked=False: act())
    return made
