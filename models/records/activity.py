"""Hoạt động tuyên truyền: one event of propaganda, with its contents, audience, people and papers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import ClassVar

from models.code_lists import (
    ACTIVITY_FORM,
    ACTIVITY_STATUS,
    AUDIENCE_GROUP,
    PAR_CONTENT,
    PARTNER_ROLE,
    PERSON_ROLE,
    TOPIC,
)
from models.errors import Fault
from models.record import Part, Record, children, field
from models.records.rules import in_order, no_repeats, within
from models.values import DAY, LINES, MOMENT, MONEY, TEXT, WHOLE, YES_NO, Code, Link, Whole


class ActivityTopic(Part):
    """Nội dung khác than the primary one, perhaps integrated (lồng ghép)."""

    table_name = "activity_topic"
    label = "Nội dung khác"

    topic: str = field("Nội dung", Code(TOPIC), required=True)
    is_integrated: bool = field("Lồng ghép", YES_NO, default=False)


class ActivityParContent(Part):
    """Nội dung cải cách hành chính, 1 to 7, in the order entered: the first is counted in B2."""

    table_name = "activity_par_content"
    label = "Nội dung CCHC"

    par_content: int = field("Nội dung CCHC", Code(PAR_CONTENT), required=True)


class ActivityAudience(Part):
    """Người tham dự of one group, in lượt."""

    table_name = "activity_audience"
    counted = ("n_turns", "n_members", "n_female", "n_officials")
    label = "Người tham dự"

    group: str | None = field("Đối tượng", Code(AUDIENCE_GROUP))
    n_turns: int = field("Số lượt người", WHOLE, required=True)
    n_members: int | None = field("Trong đó: đoàn viên", WHOLE)
    n_female: int | None = field("Trong đó: nữ", WHOLE)
    n_officials: int | None = field("Trong đó: cán bộ công đoàn", WHOLE)
    n_units: int | None = field("Số đơn vị", WHOLE)

    def faults(self) -> Iterator[Fault]:
        yield from within(self, "n_turns", "n_members", "n_female", "n_officials")


class ActivityPerson(Part):
    """Người chủ trì, báo cáo viên, thư ký or đại biểu."""

    table_name = "activity_person"
    label = "Chủ trì, báo cáo viên, đại biểu"

    role: str | None = field("Vai trò", Code(PERSON_ROLE))
    name: str | None = field("Họ và tên", TEXT)
    title_text: str | None = field("Chức vụ", TEXT)
    unit_text: str | None = field("Đơn vị", TEXT)


class ActivityAttendee(Part):
    """Đoàn viên có mặt, by name: only such lists give distinct people."""

    table_name = "activity_attendee"
    label = "Danh sách đoàn viên tham dự"

    member: str = field("Đoàn viên", Link(("member",)), required=True)


class ActivityPartner(Part):
    """Đơn vị phối hợp."""

    table_name = "activity_partner"
    label = "Đơn vị phối hợp"

    unit_text: str | None = field("Đơn vị", TEXT)
    role: str | None = field("Vai trò", Code(PARTNER_ROLE))


class ActivityPaper(Part):
    """Tham luận."""

    table_name = "activity_paper"
    label = "Tham luận"

    speaker: str | None = field("Người trình bày", TEXT)
    unit_text: str | None = field("Đơn vị", TEXT)
    title: str | None = field("Tên tham luận", TEXT)
    file: str | None = field("Tệp", Link(("attachment",)))


class ActivityDocument(Part):
    """Văn bản được phổ biến."""

    table_name = "activity_document"
    label = "Văn bản được phổ biến"

    document: str = field("Văn bản", Link(("document",)), required=True)


class ActivityBasisDoc(Part):
    """Văn bản làm căn cứ to hold it."""

    table_name = "activity_basis_doc"
    label = "Văn bản căn cứ"

    document: str = field("Văn bản", Link(("document",)), required=True)


class Activity(Record):
    """Một hoạt động tuyên truyền, planned or held, perhaps a series of several buổi."""

    table_name = "activity"
    label = "Hoạt động tuyên truyền"
    computed: ClassVar = {"dated_on": "coalesce(report_on, substr(end_at, 1, 10), substr(start_at, 1, 10))"}
    dated_by = "dated_on"
    indexes: ClassVar = (("status", "dated_on", "form", "n_sessions", "primary_topic", "is_par", "movement"),)
    summed: ClassVar = {"Lượt người": ("audiences", "n_turns")}

    code: str | None = field("Mã hoạt động", TEXT)
    title: str = field(
        "Tên hoạt động", TEXT, required=True, column=True, quick=True, hint="Hội nghị tuyên truyền cải cách hành chính"
    )
    form: str = field("Hình thức", Code(ACTIVITY_FORM), required=True, column=True, quick=True)
    start_at: datetime = field("Bắt đầu", MOMENT, required=True, column=True, quick=True, hint="12/01/2026 08:00")
    end_at: datetime | None = field("Kết thúc", MOMENT)
    n_sessions: int = field("Số buổi", Whole(least=1), required=True, default=1, column=True)
    place: str | None = field("Địa điểm", TEXT, quick=True, hint="Hội trường công ty")
    area: str | None = field("Địa bàn", TEXT)
    is_online: bool = field("Trực tuyến", YES_NO, default=False)
    primary_topic: str = field("Nội dung chính", Code(TOPIC), required=True, column=True, quick=True)
    is_par: bool = field("Có nội dung cải cách hành chính", YES_NO, default=False, quick=True)
    programme: str | None = field("Chương trình, kế hoạch", Link(("programme",)), formerly=("programme_id",))
    movement: str | None = field("Phong trào thi đua", Link(("movement",)), formerly=("movement_id",))
    organizer: str | None = field("Đơn vị tổ chức", Link(("org_unit",)), formerly=("organizer_id",))
    summary: str | None = field("Tóm tắt nội dung", LINES)
    result: str | None = field("Kết quả", LINES)
    difficulties: str | None = field("Khó khăn, vướng mắc", LINES)
    lesson: str | None = field("Bài học kinh nghiệm", LINES)
    cost_vnd: int | None = field("Kinh phí (đồng)", MONEY)
    note: str | None = field("Ghi chú", LINES)
    status: str = field("Tình trạng", Code(ACTIVITY_STATUS), required=True, default="da_thuc_hien", column=True)
    report_on: date | None = field("Tính vào báo cáo ngày", DAY)
    par_contents: list[ActivityParContent] = children("Nội dung CCHC", ActivityParContent, bare="par_content")
    audiences: list[ActivityAudience] = children("Người tham dự", ActivityAudience)
    topics: list[ActivityTopic] = children("Nội dung khác", ActivityTopic)
    people: list[ActivityPerson] = children("Chủ trì, báo cáo viên, đại biểu", ActivityPerson)
    attendees: list[ActivityAttendee] = children("Danh sách đoàn viên tham dự", ActivityAttendee, bare="member")
    partners: list[ActivityPartner] = children("Đơn vị phối hợp", ActivityPartner)
    papers: list[ActivityPaper] = children("Tham luận", ActivityPaper)
    documents: list[ActivityDocument] = children("Văn bản được phổ biến", ActivityDocument, bare="document")
    basis_docs: list[ActivityBasisDoc] = children("Văn bản căn cứ", ActivityBasisDoc, bare="document")

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "start_at", "end_at")
        yield from self._par_faults()
        yield from no_repeats(self, "par_contents", "par_content")
        yield from no_repeats(self, "attendees", "member")
        yield from no_repeats(self, "topics", "topic")
        if self.primary_topic in {each.topic for each in self.topics}:
            name = self.shown("primary_topic")
            yield self.fault("topics", f"“{name}” đã là nội dung chính; hãy bỏ dòng này ở phần nội dung khác")

    def _par_faults(self) -> Iterator[Fault]:
        """CCHC is entered, not inferred (`domain.md` 13), and names at least one of its contents (`forms.md` 10.8)."""
        about = "cchc" in (self.primary_topic, *(each.topic for each in self.topics)) or self.par_contents
        if about and not self.is_par:
            yield self.fault("is_par", "hoạt động có nội dung cải cách hành chính nhưng chưa đánh dấu; hãy đánh dấu")
        if self.is_par and not self.par_contents:
            yield self.fault("par_contents", "hoạt động CCHC cần ít nhất một nội dung từ 1 đến 7; hãy chọn nội dung")
