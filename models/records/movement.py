"""Phong trào thi đua: launches and campaigns, who registered, what came of it, công trình and sản phẩm."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from models.code_lists_emulation import (
    AWARD_LEVEL,
    MOVEMENT_CODE,
    MOVEMENT_MODE,
    REGISTRATION_RESULT,
    SUBJECT_KIND,
    TITLE_CODE,
    WORK_STATE,
)
from models.errors import Fault
from models.record import Part, Record, children, field
from models.records.rules import in_order
from models.values import DAY, LINES, MONEY, PERIOD, TEXT, WHOLE, YES_NO, Code, Link


class MovementCampaign(Part):
    """Đợt thi đua, cao điểm."""

    table_name = "movement_campaign"
    label = "Đợt thi đua"

    title: str | None = field("Tên đợt thi đua", TEXT)
    first_on: date | None = field("Từ ngày", DAY, key="from")
    last_on: date | None = field("Đến ngày", DAY, key="to")
    n_days: int | None = field("Số ngày", WHOLE)

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "first_on", "last_on")


class MovementRegistration(Part):
    """Đăng ký thi đua of a tập thể or cá nhân."""

    table_name = "movement_registration"
    label = "Đăng ký thi đua"

    subject_kind: str | None = field("Tập thể hay cá nhân", Code(SUBJECT_KIND))
    subject: str | None = field("Tên tập thể, cá nhân", TEXT)
    title: str | None = field("Danh hiệu đăng ký", Code(TITLE_CODE))
    registered_on: date | None = field("Ngày đăng ký", DAY)
    result: str | None = field("Kết quả", Code(REGISTRATION_RESULT))


class MovementResult(Part):
    """Kết quả of the movement in a report period."""

    table_name = "movement_result"
    label = "Kết quả phong trào"

    period: str | None = field("Kỳ báo cáo", PERIOD, hint="2026-Q1")
    n_collectives: int | None = field("Số tập thể tham gia", WHOLE)
    n_individuals: int | None = field("Số người tham gia", WHOLE)
    n_launches: int | None = field("Số lần phát động", WHOLE)
    n_members_joined: int | None = field("Số đoàn viên tham gia", WHOLE)
    text: str | None = field("Kết quả nổi bật", LINES)


class EmulationWork(Part):
    """Công trình, sản phẩm thi đua, perhaps with a plaque (gắn biển)."""

    table_name = "emulation_work"
    label = "Công trình, sản phẩm thi đua"

    title: str = field("Tên công trình, sản phẩm", TEXT, required=True)
    subject: str | None = field("Tập thể, cá nhân thực hiện", TEXT)
    value_vnd: int | None = field("Giá trị (đồng)", MONEY)
    started_on: date | None = field("Ngày bắt đầu", DAY)
    finished_on: date | None = field("Ngày hoàn thành", DAY)
    is_plaque: bool = field("Được gắn biển", YES_NO, default=False)
    plaque_on: date | None = field("Ngày gắn biển", DAY)
    state: str | None = field("Tình trạng", Code(WORK_STATE))

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "started_on", "finished_on")


class Movement(Record):
    """Một phong trào thi đua."""

    table_name = "movement"
    label = "Phong trào thi đua"
    computed: ClassVar = {"dated_on": 'coalesce(launched_on, "from")'}
    dated_by = "dated_on"

    code: str = field("Phong trào", Code(MOVEMENT_CODE), required=True, column=True, quick=True)
    title: str = field("Tên phong trào", TEXT, required=True, column=True, quick=True)
    mode: str = field("Cách tổ chức", Code(MOVEMENT_MODE), required=True, column=True, quick=True)
    launched_by_level: str | None = field("Cấp phát động", Code(AWARD_LEVEL), column=True)
    launched_on: date | None = field("Ngày phát động", DAY, column=True, quick=True)
    first_on: date | None = field("Từ ngày", DAY, key="from", column=True, quick=True)
    last_on: date | None = field("Đến ngày", DAY, key="to", column=True, quick=True)
    goals: str | None = field("Mục tiêu, chỉ tiêu", LINES)
    motto: str | None = field("Khẩu hiệu", TEXT)
    tags: str | None = field("Phục vụ", TEXT, hint="cải cách hành chính, tăng năng suất lao động")
    basis_doc: str | None = field("Văn bản phát động", Link(("document",)))
    is_par: bool = field("Về cải cách hành chính", YES_NO, default=False)
    campaigns: list[MovementCampaign] = children("Đợt thi đua", MovementCampaign)
    registrations: list[MovementRegistration] = children("Đăng ký thi đua", MovementRegistration)
    results: list[MovementResult] = children("Kết quả theo kỳ", MovementResult)
    works: list[EmulationWork] = children("Công trình, sản phẩm thi đua", EmulationWork)

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "first_on", "last_on")
