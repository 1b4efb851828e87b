"""Several members at once join, move or leave: one step that can be taken back, for all of them or for none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from models.code_lists_people import LEFT_REASON
from models.errors import UserError
from models.ledger.store import Store
from models.membership import join, leave, move
from models.records.member import Member
from models.records.unit import OrgUnit
from models.values import grouped


def join_together(store: Store, uids: Sequence[str], on: date, group: str | None, doc: str | None) -> int:
    """People who stand in the ledger without being members become members; returns the number of the write."""
    return _change(store, uids, "Kết nạp {}", lambda member: join(member, on, group, doc=doc))


def move_together(store: Store, uids: Sequence[str], on: date, group: str, doc: str | None) -> int:
    """Moves members to another group; whoever is there already is passed over. Returns the number of the write."""
    elsewhere = [each.uid for each in store.read_many(Member, uids) if each.union_group != group]
    name = store.read(OrgUnit, group).name_full
    return _change(store, elsewhere or uids, f"Chuyển {{}} sang {name}", lambda member: move(member, on, group, doc))


def leave_together(store: Store, uids: Sequence[str], on: date, reason: str, doc: str | None) -> int:
    """Lets members go for the same reason; returns the number of the write."""
    said = LEFT_REASON.label(reason).lower() if reason in LEFT_REASON else ""
    return _change(store, uids, f"{{}}: {said}", lambda member: leave(member, on, reason, doc))


def named_together(people: Sequence[Member]) -> str:
    """One by name, several by their number."""
    return people[0].full_name if len(people) == 1 else f"{grouped(len(people))} đoàn viên"


def _change(store: Store, uids: Sequence[str], label: str, change: Callable[[Member], None]) -> int:
    """Refused with every reason at once; then nobody is changed."""
    people = store.read_many(Member, uids)
    if not people:
        raise UserError("Hãy chọn ít nhất một người trong danh sách.")
    reasons = [reason for member in people if (reason := _refusal(member, change))]
    if reasons:
        raise UserError("\n".join(reasons))
    with store.write(label.format(named_together(people))) as write:
        write.add_all(people)
    return write.number


def _refusal(member: Member, change: Callable[[Member], None]) -> str:
    try:
        change(member)
    except UserError as error:
        return str(error)
    return ""
