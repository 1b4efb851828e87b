"""The menu *Khác* over a form: for which periods it is used, a new version, the package for others."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from models.code_lists import PERIOD_KIND
from ui.official.desk import MappingDesk

KINDS = ("thang", "quy", "6_thang", "9_thang", "nam", "nam_hoc")


def fill_menu(desk: MappingDesk, renew: Callable[[], object], share: Callable[[], object]) -> None:
    """Fills the menu for the form on the desk."""
    menu = QMenu(desk.more_button)
    kinds = menu.addMenu("Dùng cho các kỳ")
    for kind in KINDS:
        action = kinds.addAction(PERIOD_KIND.label(kind))
        action.setCheckable(True)
        action.setChecked(kind in desk.periods)
        action.toggled.connect(lambda checked, kind=kind: _use_for(desk, kind, checked))
    menu.addSeparator()
    menu.addAction("Thay bằng tệp mới của cấp trên…").triggered.connect(lambda _checked=False: renew())
    menu.addAction("Xuất gói biểu dùng chung…").triggered.connect(lambda _checked=False: share())
    desk.more_button.setMenu(menu)


def _use_for(desk: MappingDesk, kind: str, used: bool) -> None:
    desk.periods = tuple(each for each in KINDS if (used if each == kind else each in desk.periods))
    desk.changed.emit(desk.form)
