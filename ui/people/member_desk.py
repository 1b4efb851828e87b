"""What is done with members: they join, move, leave, several at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from models import members_together
from models.codes import CodeList
from models.ledger.store import Store
from models.membership import join
from models.record import field
from models.records.member import Member, MemberEvent
from models.values import Code
from ui.actions import DEEDS
from ui.editing.asking import AskDialog, Question
from ui.pages.page import Window
from ui.pages.record_list import RecordList
from ui.people.chosen import chosen_uids
from ui.people.review import Review
from ui.widgets.small import button, row

_ON, _DOC = MemberEvent.fields["on"], replace(MemberEvent.fields["doc"], label="Quyết định, văn bản")
_GROUP = Member.fields["union_group"]
_COMING = CodeList(
    "coming", "Vào công đoàn bằng cách nào", {"ket_nap": "Kết nạp mới", "chuyen_den": "Chuyển từ nơi khác đến"}
)
_HOW = replace(field("Vào công đoàn", Code(_COMING)), name="kind", key="kind")
_FEW = 50  # so many are looked at to say whether a button has someone to act on
_POSTS_END = "Chức vụ đang giữ kết thúc cùng ngày. Mọi số liệu các kỳ trước giữ nguyên."


class MemberDesk:
    """Serves the list of members."""

    def __init__(self, window: Window, shown: RecordList) -> None:
        self._window, self._list = window, shown
        self.strip: QWidget = QWidget()
        self._review = Review(window, shown)
        self.join_button = button("Kết nạp", self.join, sign="plus")
        self.move_button = button("Chuyển tổ", self.move, sign="people")
        self.leave_button = button("Thôi, chuyển đi", self.leave, sign="export")
        buttons = {"join": self.join_button, "move": self.move_button, "leave": self.leave_button}
        for name, each in buttons.items():
            each.setToolTip(", ".join(DEEDS[name].keys))
        row(*buttons.values(), None, self._review.button(self.strip), into=self.strip)

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """What can be done now."""
        found: dict[str, Callable[[], object]] = {"join": self.join}
        if self._staying(_FEW):
            found |= {"move": self.move, "leave": self.leave}
        return {**found, **self._review.deeds()}

    def follow(self) -> None:
        """Buttons that have nobody to act on are grey."""
        has_someone = bool(self._staying(_FEW))
        self.move_button.setEnabled(has_someone)
        self.leave_button.setEnabled(has_someone)

    def join(self) -> AskDialog | None:
        """Those selected who are no members yet join; if there are none, someone new does."""
        waiting = [each for each in self._chosen() if each.joined_on is None and each.left_on is None]
        return self._join_known(waiting) if waiting else self._join_new()

    def move(self) -> AskDialog | None:
        """Moves those selected to another group."""
        people = self._staying()
        uids = [each.uid for each in people]
        return self._ask(
            people,
            "Chuyển {} sang tổ khác",
            "Chuyển tổ trong đơn vị: không tăng, không giảm đoàn viên. Tổ cũ vẫn ghi trong biến động.",
            (
                Question(_GROUP, None, True, "Chuyển sang tổ"),
                Question(_ON, date.today(), True, "Từ ngày"),
                Question(_DOC),
            ),
            "Chuyển",
            lambda store, said: members_together.move_together(
                store, uids, said["on"], said["union_group"], said["doc"]
            ),
        )

    def leave(self) -> AskDialog | None:
        """Lets those selected go."""
        people = self._staying()
        uids = [each.uid for each in people]
        reason = Question(Member.fields["left_reason"], None, True, "Lý do")
        return self._ask(
            people,
            "{} thôi hoặc chuyển đi",
            _POSTS_END,
            (reason, Question(_ON, date.today(), True, "Từ ngày"), Question(_DOC)),
            "Ghi",
            lambda store, said: members_together.leave_together(
                store, uids, said["on"], said["left_reason"], said["doc"]
            ),
        )

    def _join_known(self, people: list[Member]) -> AskDialog | None:
        uids = [each.uid for each in people]
        said = "Tổ để trống thì giữ tổ đang ghi của từng người."
        return self._ask(
            people,
            "Kết nạp {}",
            said,
            (Question(_ON, date.today(), True, "Ngày kết nạp"), Question(_GROUP), Question(_DOC)),
            "Kết nạp",
            lambda store, said: members_together.join_together(
                store, uids, said["on"], said["union_group"], said["doc"]
            ),
        )

    def _join_new(self) -> AskDialog | None:
        fields = Member.fields
        questions = (
            Question(fields["full_name"], None, True),
            Question(fields["sex"]),
            Question(fields["birth"]),
            Question(_GROUP),
            Question(_HOW, "ket_nap", True),
            Question(_ON, date.today(), True, "Từ ngày"),
            Question(_DOC),
        )
        return self._ask((), "Kết nạp đoàn viên", "", questions, "Kết nạp", self._enter)

    def _enter(self, store: Store, said: dict[str, Any]) -> int:
        member = Member(full_name=said["full_name"], sex=said["sex"], birth=said["birth"])
        join(member, said["on"], said["union_group"], kind=said["kind"], doc=said["doc"])
        with store.write(f"Kết nạp {member.full_name}") as write:
            write.save(member)
        self._list.show_uid(member.uid)
        return write.number

    def _ask(
        self,
        people: list[Member] | tuple[()],
        heading: str,
        said: str,
        questions: tuple[Question, ...],
        yes: str,
        act: Callable[[Store, dict[str, Any]], int],
    ) -> AskDialog | None:
        store = self._window.store
        if store is None or ("{}" in heading and not people):
            return None
        words = heading.format(members_together.named_together(people)) if people else heading

        def carry_out(said: dict[str, Any]) -> None:
            number = act(store, said)
            name = people[0].full_name if len(people) == 1 else said.get("full_name") or f"{len(people)} đoàn viên"
            self._window.say(f"Đã ghi: {yes.lower()} {name}" if yes != "Ghi" else f"Đã ghi: {name} rời đơn vị", number)

        asked = AskDialog(store, Member, words, said, questions, yes, carry_out, self._list.window())
        asked.open()
        return asked

    def _chosen(self, most: int | None = None) -> list[Member]:
        store = self._window.store
        return store.read_many(Member, chosen_uids(self._list.table, most)) if store is not None else []

    def _staying(self, most: int | None = None) -> list[Member]:
        return [each for each in self._chosen(most) if each.left_on is None]
