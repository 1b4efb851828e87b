"""The named list of those present, ticked from the members: found by typing, or a whole group at once."""

from __future__ import annotations

from collections.abc import Sequence

from models.attendance import groups_of, possible_attendees
from models.ledger.store import Store
from models.record import Children, Part
from ui.editing.choices import ChoiceEditor, offer_in
from ui.editing.ticks import TickList
from ui.widgets.small import button, row

_ALL = "Tất cả các tổ"


class MemberTicks(TickList):
    """A list with boxes for members, narrowed to a group; *Cả tổ* ticks whoever it shows and has not left."""

    def __init__(self, store: Store, child_list: Children) -> None:
        self._people = possible_attendees(store)
        super().__init__(store, child_list, [(each.uid, each.words) for each in self._people])
        groups = groups_of(store)
        names = dict(groups)
        self.group = ChoiceEditor(offer_in(groups), lambda uid: names.get(uid, ""), _ALL)
        self.group.setAccessibleName("Tổ công đoàn")
        self.group.edited.connect(self._narrow)
        self.all_button = button("Chọn cả tổ", self.tick_shown, sign="check")
        self.all_button.setToolTip("Chọn mọi người đang hiện trong danh sách, trừ người đã rời")
        self.none_button = button("Bỏ chọn", self.untick_shown)
        self.only_button = button("Chỉ xem người đã chọn", self._narrow)
        self.only_button.setCheckable(True)
        self.filter.setVisible(True)
        self.filter.textChanged.disconnect()
        self.filter.textChanged.connect(self._narrow)
        tools = row(self.group, self.all_button, self.none_button, self.only_button, spacing=6)
        self.layout_.insertLayout(1, tools)

    def tick_shown(self) -> None:
        """Ticks everyone shown who has not left, beside those ticked already."""
        gone = {each.uid for each in self._people if each.has_left}
        self._tick([*self.options.ticked, *(uid for uid in self.options.shown if uid not in gone)])

    def untick_shown(self) -> None:
        """Takes the ticks of everyone shown away."""
        shown = set(self.options.shown)
        self._tick([uid for uid in self.options.ticked if uid not in shown])

    def show_parts(self, parts: Sequence[Part]) -> None:
        super().show_parts(parts)
        self._narrow()

    def _tick(self, uids: Sequence[str]) -> None:
        self.options.tick(uids)
        self._tell()
        self._narrow()

    def _narrow(self) -> None:
        try:
            group = self.group.value()
        except ValueError:
            group = None
        within = {each.uid for each in self._people if group is None or each.group == group}
        if self.only_button.isChecked():
            within &= set(self.options.ticked)
        self.options.narrow(self.filter.text(), within)
        self.all_button.setText("Chọn cả tổ" if group and not self.filter.text() else "Chọn cả danh sách")
