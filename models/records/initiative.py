"""Sáng kiến and their authors, from proposal to recognition, reward and upload to the programme of Tổng LĐLĐ."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from models.code_lists import PAR_CONTENT
from models.code_lists_emulation import INITIATIVE_KIND, INITIATIVE_LEVEL, INITIATIVE_STATE
from models.code_lists_people import SEX
from models.errors import Fault
from models.record import Part, Record, children, field
from models.records.rules import in_order
from models.values import DAY, LINES, MONEY, PERCENT, TEXT, WHOLE, YES_NO, Code, Decimal, Link

_SLACK = 0.01  # three authors with 33,33 % + 33,33 % + 33,34 %, typed or computed


class InitiativeAuthor(Part):
    """Tác giả, đồng tác giả: a member, or someone named."""

    table_name = "initiative_author"
    label = "Tác giả"

    order: int | None = field("Thứ tự", WHOLE)
    name: str | None = field("Họ và tên (không phải đoàn viên)", TEXT)
    member: str | None = field("Đoàn viên", Link(("member",)))
    sex: str | None = field("Giới tính", Code(SEX))
    birth: date | None = field("Ngày sinh", DAY)
    workplace: str | None = field("Nơi công tác", TEXT)
    job_title: str | None = field("Chức danh", TEXT)
    qualification: str | None = field("Trình độ chuyên môn", TEXT)
    share_percent: float | None = field("Tỷ lệ đóng góp (%)", PERCENT)

    def faults(self) -> Iterator[Fault]:
        if bool(self.name) == bool(self.member):
            wrong = "đã ghi cả họ tên lẫn đoàn viên" if self.name else "chưa có họ tên hoặc đoàn viên"
            yield self.fault("name", f"{wrong}; hãy chọn một đoàn viên, hoặc ghi họ tên nếu không phải đoàn viên")


class Initiative(Record):
    """Một sáng kiến."""

    table_name = "initiative"
    label = "Sáng kiến"
    computed: ClassVar = {"dated_on": "coalesce(recognised_on, submitted_on)"}
    dated_by = "dated_on"

    title: str = field("Tên sáng kiến", TEXT, required=True, column=True, quick=True)
    kind: str = field("Loại sáng kiến", Code(INITIATIVE_KIND), required=True, column=True, quick=True)
    application: str | None = field("Lĩnh vực áp dụng", TEXT, key="field")
    submitted_on: date | None = field("Ngày đề nghị công nhận", DAY, column=True, quick=True)
    first_applied_on: date | None = field("Ngày áp dụng lần đầu", DAY)
    recognised_level: str | None = field("Cấp công nhận", Code(INITIATIVE_LEVEL), column=True, quick=True)
    recognised_on: date | None = field("Ngày công nhận", DAY, column=True, quick=True)
    decision_doc: str | None = field("Quyết định công nhận", Link(("document",)))
    benefit_vnd: int | None = field("Giá trị làm lợi (đồng)", MONEY, column=True, quick=True)
    benefit_text: str | None = field("Hiệu quả", LINES)
    bonus_vnd: int | None = field("Tiền thưởng (đồng)", MONEY)
    programme: str | None = field("Chương trình", Link(("programme",)))
    portal_uploaded_on: date | None = field("Ngày cập nhật lên chương trình của Tổng LĐLĐ", DAY)
    portal_code: str | None = field("Mã trên chương trình của Tổng LĐLĐ", TEXT)
    state: str | None = field("Tình trạng", Code(INITIATIVE_STATE), column=True)
    is_par: bool = field("Về cải cách hành chính", YES_NO, default=False)
    par_content: int | None = field("Nội dung CCHC", Code(PAR_CONTENT))
    authors: list[InitiativeAuthor] = children("Tác giả", InitiativeAuthor)

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "submitted_on", "recognised_on")
        if self.recognised_on and self.state == "khong_cong_nhan":
            yield self.fault("recognised_on", "sáng kiến không được công nhận thì không có ngày công nhận; hãy sửa")
        shares = [each.share_percent for each in self.authors if each.share_percent is not None]
        if shares and abs(sum(shares) - 100) > _SLACK + 1e-9:
            total = Decimal().shown(sum(shares))
            yield self.fault("authors", f"tổng tỷ lệ đóng góp là {total} %; hãy sửa để các tác giả cộng lại bằng 100 %")
