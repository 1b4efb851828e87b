"""Khen thưởng: awards and danh hiệu of collectives and individuals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from models.code_lists_emulation import AWARD_BASIS, AWARD_FORM_OR_TITLE, AWARD_LEVEL, AWARD_STATE, SUBJECT_KIND
from models.code_lists_people import SEX
from models.errors import Fault
from models.record import Record, field
from models.values import DAY, MONEY, TEXT, YEAR, YES_NO, Code, Link


class Award(Record):
    """Một hình thức khen thưởng hoặc danh hiệu of one collective or person."""

    table_name = "award"
    label = "Khen thưởng"
    title_field = "subject_name"
    computed: ClassVar = {"dated_on": "coalesce(decision_on, proposed_on)"}
    dated_by = "dated_on"

    subject_kind: str = field("Tập thể hay cá nhân", Code(SUBJECT_KIND), required=True, column=True, quick=True)
    subject_name: str = field("Tên tập thể, cá nhân", TEXT, required=True, column=True, quick=True)
    member: str | None = field("Đoàn viên", Link(("member",)))
    sex: str | None = field("Giới tính (nếu không phải đoàn viên)", Code(SEX))
    form: str = field("Hình thức, danh hiệu", Code(AWARD_FORM_OR_TITLE), required=True, column=True, quick=True)
    level: str = field("Cấp khen", Code(AWARD_LEVEL), required=True, column=True, quick=True)
    movement: str | None = field("Phong trào thi đua", Link(("movement",)))
    basis: str | None = field("Diện khen thưởng", Code(AWARD_BASIS), column=True)
    theme: str | None = field("Chuyên đề, thành tích", TEXT)
    year: int | None = field("Năm", YEAR)
    proposed_on: date | None = field("Ngày đề nghị", DAY)
    decision_no: str | None = field("Số quyết định", TEXT, quick=True, hint="12/QĐ-LĐLĐ")
    decision_on: date | None = field("Ngày quyết định", DAY, column=True, quick=True)
    decided_by: str | None = field("Cơ quan quyết định", TEXT)
    money_vnd: int | None = field("Tiền thưởng (đồng)", MONEY, column=True)
    presented_activity: str | None = field("Trao tại", Link(("activity",)))
    state: str | None = field("Tình trạng", Code(AWARD_STATE), column=True)
    is_par: bool = field("Về cải cách hành chính", YES_NO, default=False)

    def faults(self) -> Iterator[Fault]:
        if self.subject_kind == "tap_the" and self.member:
            yield self.fault("member", "khen tập thể thì không gắn với một đoàn viên; hãy bỏ, hoặc đổi thành cá nhân")
