"""Đoàn viên: who they are, since when, what changed, which posts they hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.code_lists_people import CONTRACT, LEFT_REASON, MEMBER_EVENT, MEMBER_STATUS, SEX, UNION_POST
from models.errors import Fault
from models.record import Part, Record, children, field
from models.records.rules import in_order, no_repeats
from models.values import DAY, LINES, TEXT, YEAR, YES_NO, Code, Link, Locked
from models.vietnamese import name_key

_UNIT = Link(("org_unit",))


class MemberEvent(Part):
    """Một biến động: joined, moved, left, introduced to the Party."""

    table_name = "member_event"
    label = "Biến động của đoàn viên"

    kind: str = field("Biến động", Code(MEMBER_EVENT), required=True)
    on: date | None = field("Ngày", DAY)
    doc: str | None = field("Văn bản", Link(("document",)))
    from_group: str | None = field("Từ tổ công đoàn", _UNIT)
    to_group: str | None = field("Đến tổ công đoàn", _UNIT)


class MemberPost(Part):
    """Một chức vụ held from one day to another."""

    table_name = "member_post"
    label = "Chức vụ qua các thời kỳ"
    ignored = ("name",)  # the member's own

    title_text: str | None = field("Chức vụ", TEXT, hint="Chủ tịch CĐCS")
    unit: str | None = field("Đơn vị", _UNIT)
    first_on: date | None = field("Từ ngày", DAY, key="from")
    last_on: date | None = field("Đến ngày", DAY, key="to")

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "first_on", "last_on")


class MemberNamesake(Part):
    """Someone whose name is alike, and who is not the same person: the search for duplicates passes over the two."""

    table_name = "member_namesake"
    label = "Trùng tên, khác người"

    member: str = field("Đoàn viên khác", Link(("member",)), required=True)


class Member(Record):
    """Một đoàn viên công đoàn."""

    table_name = "member"
    label = "Đoàn viên"
    title_field = "full_name"
    ignored = ("given_key", "family_key")  # the order of names is worked out from the full name

    member_no: str | None = field("Mã đoàn viên", TEXT, column=True)
    full_name: str = field("Họ và tên", TEXT, required=True, column=True, quick=True, hint="Nguyễn Thị Ánh")
    sex: str | None = field("Giới tính", Code(SEX), column=True, quick=True)
    birth: date | None = field("Ngày sinh", DAY, column=True, quick=True)
    birth_year: int | None = field("Năm sinh (nếu không rõ ngày)", YEAR)
    union_group: str | None = field("Tổ công đoàn", _UNIT, column=True, quick=True)
    job_title: str | None = field("Vị trí công việc", TEXT, hint="Công nhân may")
    professional_title: str | None = field("Chức danh chuyên môn", TEXT)
    union_post: str | None = field("Chức vụ công đoàn", Code(UNION_POST), column=True)
    joined_on: date | None = field("Ngày vào công đoàn", DAY, column=True, quick=True)
    card_no: str | None = field("Số thẻ đoàn viên", TEXT)
    employment: str | None = field("Loại hợp đồng", Code(CONTRACT))
    status: str = field("Tình trạng", Code(MEMBER_STATUS), required=True, default="dang_sinh_hoat", column=True)
    left_on: date | None = field("Ngày thôi hoặc chuyển", DAY)
    left_reason: str | None = field("Lý do thôi hoặc chuyển", Code(LEFT_REASON))
    email: str | None = field("Email", TEXT)
    phone: str | None = field("Điện thoại", TEXT, sensitive=True)
    is_party_member: bool = field("Là đảng viên", YES_NO, default=False, sensitive=True)
    ethnicity: str | None = field("Dân tộc", TEXT, sensitive=True)
    religion: str | None = field("Tôn giáo", TEXT, sensitive=True)
    hometown: str | None = field("Quê quán", TEXT, sensitive=True)
    residence: str | None = field("Nơi ở", TEXT, sensitive=True)
    id_no: str | None = field("Số căn cước", Locked(), sensitive=True)
    note: str | None = field("Ghi chú", LINES)
    events: list[MemberEvent] = children("Biến động", MemberEvent)
    posts: list[MemberPost] = children("Chức vụ qua các thời kỳ", MemberPost)
    namesakes: list[MemberNamesake] = children("Trùng tên, khác người", MemberNamesake, bare="member")

    def order_text(self) -> str:
        """Ordered by given name, as a list of people is."""
        return name_key(self.full_name)

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "joined_on", "left_on")
        yield from no_repeats(self, "namesakes", "member")
        if self.uid in {each.member for each in self.namesakes}:
            yield self.fault("namesakes", "có chính đoàn viên này; hãy bỏ dòng đó")
        if self.birth is not None and self.birth_year not in (None, self.birth.year):
            yield self.fault("birth_year", f"khác năm của ngày sinh ({self.shown('birth')}); hãy sửa hoặc để trống")
