"""What is done with units: a new name, another superior, one joins into another; and how they hang together."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from models.errors import UserError
from models.ledger.store import Store
from models.organisation import join_units, put_under, rename
from models.records.member import MemberEvent
from models.records.unit import OrgName, OrgUnit
from ui.editing.asking import AskDialog, Question
from ui.pages.page import Window
from ui.pages.record_list import RecordList
from ui.people.chosen import chosen_uids
from ui.widgets.small import button, row

_ON = replace(OrgName.fields["valid_from"], required=True)
_FIELDS = OrgUnit.fields


class UnitDesk:
    """Serves the list of units."""

    def __init__(self, window: Window, shown: RecordList) -> None:
        self._window, self._list = window, shown
        self.strip: QWidget = QWidget()
        self.rename_button = button("Đổi tên", self.rename, sign="pencil")
        self.superior_button = button("Đổi cấp trên", self.put_under, sign="building")
        self.join_button = button("Nhập vào đơn vị khác", self.join, sign="import")
        self.tree_button = button("Sơ đồ tổ chức", self.show_tree, look="flat", sign="people")
        buttons = (self.rename_button, self.superior_button, self.join_button)
        row(*buttons, None, self.tree_button, into=self.strip)

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """What can be done now."""
        found: dict[str, Callable[[], object]] = {}
        if self._chosen():
            found = {"unit-rename": self.rename, "unit-superior": self.put_under}
        if self._joinable():
            found["unit-join"] = self.join
        return found | {"unit-tree": self.show_tree}

    def follow(self) -> None:
        """Buttons that have nothing to act on are grey."""
        deeds = self.deeds()
        self.rename_button.setEnabled("unit-rename" in deeds)
        self.superior_button.setEnabled("unit-superior" in deeds)
        self.join_button.setEnabled("unit-join" in deeds)

    def rename(self) -> AskDialog | None:
        """Gives the unit another name from a day on."""
        unit = self._first()
        if unit is None:
            return None
        questions = (
            Question(_FIELDS["name_full"], unit.name_full, True, "Tên mới"),
            Question(_FIELDS["name_head_2"], None, label="Dòng tên đơn vị trên văn bản (để trống: tên viết hoa)"),
            Question(_ON, date.today(), True),
        )

        def change(store: Store, said: dict[str, Any]) -> int:
            changed = copy.deepcopy(unit)
            if said["name_full"] == unit.name_full:
                raise UserError("Tên mới giống tên đang dùng. Hãy gõ tên mới.")
            rename(changed, said["valid_from"], said["name_full"], head_2=said["name_head_2"])
            return _kept(store, changed, f"Đổi tên {unit.name_full} thành {changed.name_full}")

        said = "Văn bản, báo cáo của những ngày trước giữ tên cũ. Tên cũ vẫn ghi trong “Tên qua các thời kỳ”."
        return self._ask(f"Đổi tên {unit.name_full}", said, questions, "Đổi tên", change)

    def put_under(self) -> AskDialog | None:
        """Puts the unit under another superior from a day on."""
        unit = self._first()
        if unit is None:
            return None
        questions = (
            Question(_FIELDS["parent"], None, True, "Công đoàn cấp trên mới"),
            Question(_ON, date.today(), True),
        )

        def change(store: Store, said: dict[str, Any]) -> int:
            changed = copy.deepcopy(unit)
            put_under(changed, said["valid_from"], said["parent"])
            return _kept(store, changed, f"Đổi cấp trên của {unit.name_full}")

        said = "Cấp trên cũ vẫn ghi trong “Trực thuộc qua các thời kỳ”."
        return self._ask(f"Đổi cấp trên của {unit.name_full}", said, questions, "Đổi cấp trên", change)

    def join(self) -> AskDialog | None:
        """Dissolves the units selected into another one."""
        units = self._joinable()
        if not units:
            return None
        uids = [each.uid for each in units]
        questions = (
            Question(_FIELDS["successor"], None, True, "Nhập vào đơn vị"),
            Question(_ON, date.today(), True, "Từ ngày"),
            Question(replace(MemberEvent.fields["doc"], label="Quyết định, văn bản")),
        )

        def change(store: Store, said: dict[str, Any]) -> int:
            return join_units(store, uids, said["successor"], said["valid_from"], said["doc"])

        names = units[0].name_full if len(units) == 1 else f"{len(units)} đơn vị"
        said = (
            "Đơn vị cũ được ghi là giải thể vào ngày trước đó; đoàn viên đang sinh hoạt và các tổ bên dưới chuyển sang "
            "đơn vị mới, mỗi người một dòng biến động. Mọi việc đã ghi của đơn vị cũ giữ nguyên."
        )
        return self._ask(f"Nhập {names} vào đơn vị khác", said, questions, "Nhập", change)

    def show_tree(self) -> None:
        """Opens the tree of units."""
        from ui.people.unit_tree import UnitTree

        if self._window.store is not None:
            tree = UnitTree(self._window.store, self._list.window())
            tree.chosen.connect(self._list.reveal)
            tree.open()

    def _ask(
        self,
        heading: str,
        said: str,
        questions: tuple[Question, ...],
        yes: str,
        change: Callable[[Store, dict[str, Any]], int],
    ) -> AskDialog | None:
        store = self._window.store
        if store is None:
            return None

        def carry_out(said: dict[str, Any]) -> None:
            self._window.say(f"Đã ghi: {heading[:1].lower()}{heading[1:]}", change(store, said))

        asked = AskDialog(store, OrgUnit, heading, said, questions, yes, carry_out, self._list.window())
        asked.open()
        return asked

    def _chosen(self) -> list[OrgUnit]:
        store = self._window.store
        return store.read_many(OrgUnit, chosen_uids(self._list.table)) if store is not None else []

    def _first(self) -> OrgUnit | None:
        return next(iter(self._chosen()), None)

    def _joinable(self) -> list[OrgUnit]:
        return [each for each in self._chosen() if not each.is_own and each.dissolved_on is None]


def _kept(store: Store, unit: OrgUnit, name: str) -> int:
    with store.write(name) as write:
        write.save(unit)
    return write.number
