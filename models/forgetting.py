"""Someone who left is forgotten: name and personal data go, every figure stays (`domain.md` 10, Law 91/2025/QH15).

Two steps, because the law and care for her ledger ask for different things. `anonymise` is a write like any other, so
a mistake can be taken back; the history still knows the name. `erase_past` then takes it out of the history as well,
for good: only after it may she tell the person that the data are erased. Backups and reports already sent are files of
their own and keep what they held.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from models.errors import UserError
from models.ledger import links, rows, search_index
from models.ledger.connection import Connection
from models.ledger.kept_back import texts_of
from models.ledger.plain import asked, put
from models.ledger.store import Store
from models.ledger.values import revived
from models.ledger.write import Write
from models.masks import rule
from models.record import Record, line_of
from models.records import CATALOGUE, record_type
from models.records.award import Award
from models.records.feedback import Feedback
from models.records.initiative import Initiative
from models.records.member import Member
from models.records.privacy import PrivacyRecord
from models.vietnamese import folded

NAMELESS = "Đoàn viên đã rời"
_KEPT = ("sex", "union_group", "union_post", "joined_on", "employment", "status", "left_on", "left_reason")
_COPIES = (Award, Feedback, Initiative)  # what repeats a member's data beside the link to her


class Mention(NamedTuple):
    """A record whose own words still hold the name; only its reader can judge them."""

    kind: str
    uid: str
    title: str


def anonymise(store: Store, *uids: str) -> tuple[int, list[Mention]]:
    """Takes name and personal data of people who left out of all records, as one write that can be taken back.

    Returns the number of the write and where the name still stands in free text. UserError for someone who is there.
    """
    people = [store.read(Member, uid) for uid in uids]
    if staying := [each.full_name for each in people if each.left_on is None]:
        raise UserError(f"{', '.join(staying)} chưa rời đơn vị. Hãy ghi ngày thôi hoặc chuyển trước khi ẩn danh.")
    names = [each.full_name for each in people]
    with store.write(f"Ẩn danh {'một' if len(people) == 1 else len(people)} đoàn viên đã rời") as write:
        for member in people:
            _take_out(write, member)
        mentions = [each for name in names for each in _mentions(write.connection, name)]
    return write.number, mentions


def _take_out(write: Write, member: Member) -> None:
    pointing = links.referrers(write.connection, Member, [member.uid])
    copies = {(kind.table_name, other) for _uid, kind, other in pointing if kind in _COPIES}
    for kind, other in sorted(copies):
        for each in list(rows.load(write.connection, record_type(kind), [other])):
            write.save(_without_name(each, member.uid))
    write.save(_without_name(member, member.uid))
    write.save(PrivacyRecord(member=member.uid, purpose="Ẩn danh sau khi rời đơn vị", handled_on=date.today()))


def left_before(store: Store, day: date) -> list[Member]:
    """Those who left before a day and still stand in the ledger by name, the longest gone first."""
    gone = [
        each
        for each in store.read_all(Member)
        if each.left_on is not None and each.left_on < day and each.full_name != NAMELESS
    ]
    return sorted(gone, key=lambda each: (each.left_on or day, each.uid))


def still_in_history(store: Store) -> list[str]:
    """Members made anonymous whom the history still knows by name."""
    nameless = [each.uid for each in store.read_all(Member) if each.full_name == NAMELESS]
    with store.reading() as connection:
        return [uid for uid in nameless if any(_is_named(each) for _number, each in _past(connection, uid))]


def _is_named(record: Record) -> bool:
    return isinstance(record, Member) and record.full_name != NAMELESS


def mentioned_in(store: Store, uids: Sequence[str]) -> Counter[str]:
    """How many records of each kind point to these members: what stays when they are forgotten."""
    with store.reading() as connection:
        found = {(kind.table_name, uid) for _to, kind, uid in links.referrers(connection, Member, uids)}
    return Counter(kind for kind, _uid in found)


def erase_past(store: Store, uid: str) -> None:
    """Takes what the history still knows of someone made anonymous out of it. This cannot be taken back."""
    if store.read(Member, uid).full_name != NAMELESS:
        raise UserError("Hãy ẩn danh đoàn viên này trước, rồi mới xóa khỏi lịch sử.")
    with store.write("Xóa dữ liệu của một đoàn viên đã rời khỏi lịch sử") as write:
        changes = list(_past(write.connection, uid))
        names = {each.full_name for _number, each in changes if isinstance(each, Member)} - {NAMELESS}
        touched = {(each.table_name, each.uid) for _number, each in changes}
        lines = [(_said(_without_name(each, uid)), number) for number, each in changes]
        put(write.connection, "UPDATE change SET before = ? WHERE id = ?", lines)
        concerned = "SELECT write FROM change WHERE type = ? AND uid = ?"
        sql = f"UPDATE write SET label = replace(label, ?, ?) WHERE id IN ({concerned})"
        put(write.connection, sql, [(name, NAMELESS, *place) for name in names for place in touched])
        search_index.rebuild(write.connection)  # it still knows the words that were taken out
        write.save(PrivacyRecord(member=uid, purpose="Xóa dữ liệu cũ khỏi lịch sử của sổ", handled_on=date.today()))


def _said(record: Record) -> str:
    return json.dumps(line_of(record), ensure_ascii=False)


def _past(connection: Connection, uid: str) -> Iterator[tuple[int, Record]]:
    """What the history keeps of a member, and of the records that repeat her data: (number of the change, record)."""
    kinds = {record.table_name: record for record in (Member, *_COPIES)}
    sql = "SELECT id, uid, before FROM change WHERE before IS NOT NULL AND type = ? AND (uid = ? OR instr(before, ?))"
    for name, record in kinds.items():
        for number, own_uid, before in asked(connection, sql, (name, uid, f'"{uid}"')):
            yield number, revived(record, own_uid, json.loads(before))


def _without_name(record: Record, uid: str) -> Record:
    """The record without what it says of the member."""
    if isinstance(record, Member) and record.uid == uid:
        _empty_member(record)
    elif isinstance(record, Award) and record.member == uid:
        record.subject_name = NAMELESS
    elif isinstance(record, Feedback) and record.member == uid:
        record.source_name = None
    elif isinstance(record, Initiative):
        for author in record.authors:
            if author.member == uid:
                author.birth = author.workplace = author.job_title = author.qualification = None
    return record


def _empty_member(member: Member) -> None:
    for name, each in member.fields.items():
        if name not in _KEPT:
            setattr(member, name, each.default)
    member.full_name = NAMELESS
    member.namesakes = []
    for event in member.events:
        event.doc = None  # a decision names her
    for post in member.posts:
        post.title_text = None


def _mentions(connection: Connection, name: str) -> Iterator[Mention]:
    for record in CATALOGUE:
        sql = f'SELECT uid, named FROM "{record.table_name}" WHERE instr(folded, ?) ORDER BY uid'
        found = dict(asked(connection, sql, (folded(name),)))
        for each in _unsearched(connection, record):
            if folded(name) in folded(" ".join(text for _label, text in texts_of(each, looked=True))):
                found[each.uid] = each.title_text
        yield from (Mention(record.table_name, uid, title) for uid, title in found.items())


def _unsearched(connection: Connection, record: type[Record]) -> Iterator[Record]:
    """Records of which something is kept back: searching does not know those words."""
    if record.masked:
        hides = " OR ".join(rule(record, key) for key in record.masked)
        uids = [row[0] for row in asked(connection, f'SELECT uid FROM "{record.table_name}" WHERE {hides}')]
        yield from rows.load(connection, record, uids)
