"""Records with one thing missing each, and whole ones: what the search for gaps is tried on."""

from __future__ import annotations

from datetime import date, datetime

from models.record import Record
from models.records.activity import Activity, ActivityAudience
from models.records.award import Award
from models.records.dialogue import Dialogue
from models.records.feedback import Feedback
from models.records.initiative import Initiative, InitiativeAuthor
from models.records.media_product import MediaProduct
from models.records.member import Member
from models.records.movement import Movement, MovementCampaign, MovementResult
from models.records.period import ReportPeriod
from models.records.programme import Programme

FEBRUARY = datetime(2026, 2, 5, 8)


def event(uid: str, title: str, **changes: object) -> Activity:
    """A session without gaps: people came, a list of names proves it."""
    whole = {
        "title": title,
        "form": "hoi_nghi",
        "start_at": FEBRUARY,
        "primary_topic": "atvsld",
        "place": f"Phòng {uid}",
        "audiences": [ActivityAudience(group="doan_vien", n_turns=10, n_members=10)],
        "attendees": [],
    }
    return Activity(uid, **whole | changes)


def voice(uid: str, **changes: object) -> Feedback:
    """Feedback without gaps: answered in time."""
    whole = {
        "received_on": date(2026, 2, 1),
        "channel": "truc_tiep",
        "source_kind": "ca_nhan",
        "kind": "kien_nghi",
        "subject_area": "tien_luong",
        "content": f"Kiến nghị {uid}",
        "competent_level": "co_so_nsdld",
        "due_on": date(2026, 12, 1),
        "state": "da_tra_loi",
        "replied_on": date(2026, 2, 9),
        "outcome": "giai_trinh",
    }
    return Feedback(uid, **whole | changes)


def idea(uid: str, **changes: object) -> Initiative:
    """An initiative without gaps."""
    whole = {
        "title": f"Sáng kiến {uid}",
        "kind": "quan_ly",
        "submitted_on": date(2026, 1, 5),
        "recognised_on": date(2026, 2, 5),
        "recognised_level": "co_so",
        "state": "cong_nhan",
        "authors": [InitiativeAuthor(name="Ngô Thị Ánh", share_percent=100.0)],
    }
    return Initiative(uid, **whole | changes)


def award(uid: str, **changes: object) -> Award:
    """An award without gaps."""
    whole = {"subject_kind": "ca_nhan", "subject_name": f"Người {uid}", "form": "giay_khen", "level": "cdcs"}
    decided = {"state": "da_quyet_dinh", "decision_no": "1/QĐ", "decision_on": date(2026, 2, 2)}
    return Award(uid, **whole | decided | changes)


def turns(number: int, **parts: int) -> list[ActivityAudience]:
    return [ActivityAudience(group="doan_vien", n_turns=number, **parts)]


PLANTED: list[tuple[Record, set[tuple[str, str]]]] = [  # a record, and what is to be found in it: (rule, field)
    (event("p01", "Không có ai", audiences=[]), {("no_attendance", "audiences"), ("no_evidence", "attendees")}),
    (event("p02", "Không ai đếm", audiences=turns(0)), {("no_attendance", "audiences"), ("no_evidence", "attendees")}),
    (event("p03", "Không minh chứng"), {("no_evidence", "attendees")}),
    (
        event("p04", "Nội dung khác", primary_topic="khac"),
        {("no_topic", "primary_topic"), ("no_evidence", "attendees")},
    ),
    (
        event("p05", "Cải cách nhưng thiếu nội dung", is_par=True, primary_topic="cchc"),
        {("reform_without_content", "par_contents"), ("no_evidence", "attendees")},
    ),
    (event("p06", "Kế hoạch đã qua", status="ke_hoach"), {("planned_but_past", "status")}),
    (
        event("p07", "Kết thúc trước khi bắt đầu", end_at=datetime(2026, 2, 4), report_on=date(2026, 2, 5)),
        {("ends_before_start", "end_at"), ("no_evidence", "attendees")},
    ),
    (
        event("p08", "Nữ nhiều hơn tổng số", audiences=turns(5, n_female=6)),
        {("audience_part_over_total", "audiences"), ("no_evidence", "attendees")},
    ),
    (event("p09", "Tập huấn kỹ năng thương lượng lớp 1", place="Hội trường B"), {("no_evidence", "attendees")}),
    (event("p10", "Tập huấn kỹ năng thương lượng lớp 2", place="Hội trường B"), {("no_evidence", "attendees")}),
    (
        event("p11", "Tập huấn  kỹ năng thương lượng, lớp 1", place="hội trường B"),
        {("entered_twice", "title"), ("no_evidence", "attendees")},
    ),
    (
        voice("p20", state="dang_xu_ly", replied_on=None, outcome=None, due_on=date(2026, 3, 1)),
        {("feedback_overdue", "due_on")},
    ),
    (
        voice("p21", state="dang_xu_ly", replied_on=None, outcome=None, due_on=None),
        {("feedback_without_due_date", "due_on")},
    ),
    (voice("p22", replied_on=None), {("feedback_answered_without_date", "replied_on")}),
    (
        voice("p23", state="chuyen_cap_tren", replied_on=None, competent_level="ldld_tinh", outcome=None),
        {("feedback_forwarded_without_date", "forwarded_on")},
    ),
    (
        voice(
            "p24",
            state="chuyen_cap_tren",
            forwarded_on=date(2026, 2, 3),
            replied_on=None,
            competent_level="co_so_cd",
            outcome=None,
        ),
        {("feedback_without_competence", "competent_level")},
    ),
    (voice("p25", outcome=None), {("feedback_without_outcome", "outcome")}),
    (award("p30", decision_no=None), {("award_without_number", "decision_no")}),
    (award("p31", decision_on=None), {("award_without_date", "decision_on")}),
    (idea("p40", recognised_on=None), {("initiative_without_date", "recognised_on")}),
    (idea("p41", recognised_level=None), {("initiative_without_level", "recognised_level")}),
    (
        idea("p42", authors=[InitiativeAuthor(name=each, share_percent=40.0) for each in "AB"]),
        {("author_shares", "authors")},
    ),
    (idea("p43", authors=[]), {("no_authors", "authors")}),
    (
        Movement("p50", code="khac", title="Phong trào im lặng", mode="theo_dot", first_on=date(2026, 1, 1)),
        {("movement_without_results", "results")},
    ),
    (
        Movement(
            "p51",
            code="khac",
            title="Đợt ngược",
            mode="theo_dot",
            first_on=date(2026, 1, 1),
            results=[MovementResult(period="2026-Q1", n_individuals=3)],
            campaigns=[MovementCampaign(title="Đợt 1", first_on=date(2026, 3, 1), last_on=date(2026, 2, 1))],
        ),
        {("end_before_start", "campaigns")},
    ),
    (Member("p60", full_name="Chưa rõ ngày vào"), {("member_without_joined_on", "joined_on")}),
    (
        Member("p61", full_name="Đã thôi", joined_on=date(2020, 1, 1), status="thoi_doan_vien"),
        {("member_without_left_on", "left_on")},
    ),
    (
        Member("p62", full_name="Có ghi quê quán", joined_on=date(2020, 1, 1), hometown="Xã Mẫu"),
        {("personal_without_reason", "hometown")},
    ),
    (
        ReportPeriod(
            "p70",
            label_text="Kỳ lạ",
            kind="tuy_chon",
            year=2026,
            first_on=date(2026, 1, 1),
            last_on=date(2026, 2, 1),
            cutoff=date(2026, 3, 20),
        ),
        {("cutoff_outside_period", "cutoff")},
    ),
    (
        Dialogue("p80", kind="doi_thoai_dinh_ky", on=date(2026, 2, 1), n_raised=3, n_answered_on_spot=4),
        {("part_over_total", "n_answered_on_spot")},
    ),
    (
        Programme("p81", kind="khac", title="Ngược", first_on=date(2026, 2, 1), last_on=date(2026, 1, 1)),
        {("end_before_start", "to")},
    ),
    (
        MediaProduct("p82", kind="to_roi", quantity=912_345_678, on=date(2026, 2, 1)),
        {("number_too_big", "quantity")},
    ),
]
WHOLE: list[Record] = [  # nothing is missing here
    event("w1", "Có tin bài"),
    MediaProduct("w2", kind="tin_bai", quantity=1, on=date(2026, 2, 6), activity="w1"),
    voice("w3"),
    award("w4"),
    idea("w5"),
    event("w6", "Không phải sự kiện", form="van_the", audiences=[]),
    event("w7", "Kế hoạch sắp tới", start_at=datetime(2026, 4, 28), status="ke_hoach"),
    event("w8", "Của quý trước", start_at=datetime(2025, 12, 28), audiences=[]),
    Movement("w9", code="khac", title="Đã xong", mode="theo_dot", first_on=date(2025, 1, 1), last_on=date(2025, 2, 1)),
    Member("w10", full_name="Đủ", joined_on=date(2020, 1, 1)),
]
