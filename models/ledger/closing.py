"""What must hold of the whole ledger when a write ends: nothing removed is still used, nothing unique stands twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from models.errors import Fault
from models.ledger import links, rows
from models.ledger.connection import Connection
from models.ledger.plain import asked, first, marks
from models.record import Record
from models.records.member import Member
from models.records.unit import OrgUnit

_STRANGE = "được khóa bằng mật khẩu của sổ khác; hãy bỏ trường này khỏi tệp rồi nạp lại"
_UNLOCKED = (
    "chưa có chỗ giữ: sổ này không lưu số căn cước; hãy bật ở “Thông tin cá nhân được ghi”, hoặc bỏ trường này. Nếu "
    "đang hoàn tác việc bật lưu số, hãy dùng “Thôi lưu số căn cước” thay cho hoàn tác"
)
Touched = Mapping[type[Record], Mapping[str, int | None]]  # uid -> line of the file


def closing_faults(
    connection: Connection, touched: Touched, removed: Sequence[tuple[type[Record], str, str]]
) -> Iterator[Fault]:
    """Every fault that shows only when all records of a write are in place."""
    yield from _still_used(connection, removed)
    for record, lines in touched.items():
        for name in record.unique:
            yield from _shared(connection, record, name, lines)


def dangling_faults(
    connection: Connection, pointing: Iterable[Sequence[tuple[links.Target, Fault]]], unsettled: Container[str]
) -> Iterator[Fault]:
    """A fault for each link to a record that is not there, unless that one was refused itself."""
    faults: dict[links.Target, list[Fault]] = defaultdict(list)
    for each in pointing:
        for target, fault in each:
            if target[1] not in unsettled:
                faults[target].append(fault)
    for target in links.missing(connection, faults):
        yield from faults[target]


def _still_used(connection: Connection, removed: Sequence[tuple[type[Record], str, str]]) -> Iterator[Fault]:
    titles: dict[type[Record], dict[str, str]] = defaultdict(dict)
    for record, uid, title in removed:
        titles[record][uid] = title
    for record, gone in titles.items():
        for uid in rows.known(connection, record, list(gone)):
            del gone[uid]  # it came back in the same write
        users: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for uid, other, user in links.referrers(connection, record, list(gone)):
            users[uid].add((other.label, user))
        for uid, found in sorted(users.items()):
            named = ", ".join(f"{label.lower()} (mã “{user}”)" for label, user in sorted(found)[:3])
            more = f" và {len(found) - 3} bản ghi khác" if len(found) > 3 else ""
            yield Fault(f"Chưa xóa được “{gone[uid]}” vì còn được dùng ở: {named}{more}. Hãy bỏ liên kết ở đó trước.")


def _shared(
    connection: Connection, record: type[Record], name: str, lines: Mapping[str, int | None]
) -> Iterator[Fault]:
    """A fault for each record touched whose value of a unique field another record has too."""
    member = record.fields[name]
    table, column = f'"{record.table_name}"', f'"{member.key}"'
    twice = f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL GROUP BY {column} HAVING count(*) > 1"
    holders: dict[object, list[str]] = defaultdict(list)
    for value, uid in asked(connection, f"SELECT {column}, uid FROM {table} WHERE {column} IN ({twice}) ORDER BY id"):
        holders[value].append(uid)
    for value, uids in holders.items():
        for uid in (each for each in uids[::-1] if each in lines):
            other = next(each for each in uids if each != uid)
            reason = (
                f"“{value}” đã có ở một {record.label.lower()} khác (mã định danh “{other}”); hãy sửa một trong hai"
            )
            yield Fault(reason, member.key, member.label, lines[uid])
            break


def own_unit_faults(connection: Connection, touched: Touched) -> Iterator[Fault]:
    """A ledger belongs to one unit, no more and no less."""
    if OrgUnit not in touched:
        return
    own, lines = OrgUnit.fields["is_own"], touched[OrgUnit]
    uids = [row[0] for row in asked(connection, "SELECT uid FROM org_unit WHERE is_own = 1 ORDER BY id")]
    if len(uids) > 1:
        line = next((lines[uid] for uid in uids[::-1] if uid in lines), None)
        yield Fault("chỉ một đơn vị được là đơn vị của sổ; hãy bỏ dấu ở đơn vị kia", own.key, own.label, line)
    elif not uids:
        line = next((line for line in lines.values() if line is not None), None)
        yield Fault("sổ phải có đơn vị của mình; hãy đánh dấu một đơn vị", own.key, own.label, line)


def lock_faults(connection: Connection, touched: Touched) -> Iterator[Fault]:
    """An identity number is locked with the key of this ledger, or nobody could open it."""
    if not {Member, OrgUnit} & touched.keys():
        return
    lock = first(connection, "SELECT id_lock FROM org_unit WHERE is_own = 1")
    ours = ".".join(lock.split(".")[:2]) + "." if lock else ""
    strange = "SELECT uid, named FROM member WHERE id_no IS NOT NULL AND (? = '' OR instr(id_no, ?) <> 1)"
    lines, member = touched.get(Member, {}), Member.fields["id_no"]
    for chunk in [None] if OrgUnit in touched else rows.chunks(list(lines)):
        among = f" AND uid IN ({marks(len(chunk))})" if chunk is not None else ""
        for uid, title in asked(connection, strange + among, (ours, ours, *(chunk or ()))):
            yield Fault(f"của {title} {_STRANGE if lock else _UNLOCKED}", member.key, member.label, lines.get(uid))
