"""Two entries for one and the same person or unit become one, as one write; whatever pointed to either follows."""

from __future__ import annotations

from collections.abc import Collection

from models.errors import UserError
from models.ledger import links, rows
from models.ledger.store import Store
from models.record import Part, Record
from models.records import record_type
from models.records.unit import OrgUnit
from models.values import Locked


def merge(store: Store, record: type[Record], kept: str, gone: str, taken: Collection[str] = ()) -> int:
    """Joins the record `gone` into `kept`, which keeps what it says itself but for the fields `taken` over.

    Returns the number of the write.

    UserError if one of them is not there; Refused if what they say together cannot be.
    """
    one, other = _both(store, record, kept, gone)
    _take_numbers_along(store, one, other, taken)
    with store.write(f"Gộp {record.label.lower()} “{other.title_text}” vào “{one.title_text}”") as write:
        pointing = links.referrers(write.connection, record, [gone])
        name = record.table_name
        followers = sorted({(kind.table_name, uid) for _gone, kind, uid in pointing} - {(name, gone), (name, kept)})
        write.remove(record, gone)
        for field in taken:
            setattr(one, field, getattr(other, field))
        links.repoint(other, name, gone, kept)
        links.repoint(one, name, gone, kept)
        _absorb(one, other)
        write.save(one)
        for kind, uid in followers:
            for follower in list(rows.load(write.connection, record_type(kind), [uid])):
                links.repoint(follower, name, gone, kept)
                _drop_repeats(follower)
                write.save(follower)
    return write.number


def _both(store: Store, record: type[Record], kept: str, gone: str) -> tuple[Record, Record]:
    if kept == gone:
        raise UserError("Hãy chọn hai bản ghi khác nhau để gộp.")
    one, other = store.read(record, kept), store.read(record, gone)
    if isinstance(other, OrgUnit) and other.is_own:
        raise UserError("Đơn vị của sổ phải là bản ghi được giữ lại. Hãy chọn chiều ngược lại.")
    return one, other


def _take_numbers_along(store: Store, one: Record, other: Record, taken: Collection[str]) -> None:
    """What is locked for one record opens for no other one: it is locked anew."""
    for name, member in one.fields.items():
        text = getattr(other, name)
        if isinstance(member.kind, Locked) and text is not None and (name in taken or getattr(one, name) is None):
            setattr(other, name, store.safe.moved(text, other.uid, one.uid))


def _absorb(one: Record, other: Record) -> None:
    """What the kept record does not say, it takes over; lines of lists are put together."""
    _forget_itself(one)
    for name, member in one.fields.items():
        if getattr(one, name) is None or (member.default is False and getattr(other, name)):
            setattr(one, name, getattr(other, name))
    for name in one.lists:
        getattr(one, name).extend(each for each in getattr(other, name) if each not in getattr(one, name))
    _forget_itself(one)
    _drop_repeats(one)


def _forget_itself(record: Record) -> None:
    """A link from one of the two to the other says nothing any more."""
    for name in _links(record):
        if getattr(record, name) == record.uid:
            setattr(record, name, None)
    for list_name in record.lists:
        lines = getattr(record, list_name)
        setattr(record, list_name, [each for each in lines if record.uid not in map(each.__dict__.get, _links(each))])


def _drop_repeats(record: Record) -> None:
    """Of lines that now point to the same, each stands once."""
    for list_name, child_list in record.lists.items():
        if any(links.links_of(child_list.part)):
            kept: list[Part] = []
            kept.extend(each for each in getattr(record, list_name) if each not in kept)
            setattr(record, list_name, kept)


def _links(part: Part) -> list[str]:
    return [member.name for member, _link in links.links_of(type(part))]
