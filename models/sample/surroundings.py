"""What surrounds the union's work: terms, guests, days to remember, outside figures, consents, files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from models.record import Record
from models.records.attachment import Attachment
from models.records.calendar_event import CalendarEvent
from models.records.external_indicator import ExternalIndicator
from models.records.person_post import PersonPost
from models.records.privacy import PrivacyRecord
from models.records.term import Term
from models.sample.scene import LAST, SUPERIOR, Scene
from models.sample.told import since_first, told
from models.sample.words_people import full_name
from models.sample.words_surroundings import DAYS, OUTSIDE, PICTURES, TERMS

_FOLDER = "D:/Công đoàn/Ảnh, tài liệu"


def surroundings(scene: Scene) -> Iterator[Record]:
    """All of it."""
    yield from told(Term, TERMS)
    yield from _guests(scene)
    yield from _days(scene)
    yield from since_first(scene, told(ExternalIndicator, OUTSIDE), "as_of")
    yield from _consents(scene)
    yield from _files(scene)


def _guests(scene: Scene) -> Iterator[PersonPost]:
    """Those whose posts the papers of conferences must get right; one of them rose."""
    dice = scene.dice("guests")
    leader, director, helper = full_name(dice, "nam"), full_name(dice, "nam"), full_name(dice, "nu")
    post = "Phó Trưởng ban Công tác Công đoàn"
    risen = date(2025, 7, 1)
    yield PersonPost("cv-01", name=leader, office=post, unit=SUPERIOR, last_on=risen - timedelta(days=1))
    yield PersonPost("cv-02", name=leader, office=f"Ủy viên Ban Thường vụ, {post}", unit=SUPERIOR, first_on=risen)
    yield PersonPost("cv-03", name=director, office="Tổng Giám đốc", unit_text="Công ty TNHH Dệt may Bình Minh")
    yield PersonPost(
        "cv-04", name=helper, office="Trưởng bộ phận hướng dẫn", unit_text="Trung tâm phục vụ hành chính công"
    )


def _days(scene: Scene) -> Iterator[CalendarEvent]:
    for year in scene.calendar_years:
        for month, day, since, title, topic in DAYS:
            yield CalendarEvent(
                f"nl-{year}-{month:02}-{day:02}", title=title, on=date(year, month, day), since_year=since, topic=topic
            )


def _consents(scene: Scene) -> Iterator[PrivacyRecord]:
    """Consent to be named in lists of awards; one took it back, one who left asks to be forgotten."""
    first = scene.first + timedelta(days=40)
    for number, member in enumerate(scene.present(first, LAST)[20:26], 1):
        yield PrivacyRecord(
            f"dlcn-{number:02}",
            member=member.uid,
            purpose="Nêu tên trong danh sách đề nghị khen thưởng",
            legal_basis="dong_y",
            consent_on=first,
            withdrawn_on=date(2026, 1, 20) if number == 6 else None,
        )
    gone = next((each for each in scene.members if each.left_on and each.left_on < date(2025, 12, 1)), None)
    if gone is not None:
        yield PrivacyRecord(
            "dlcn-xoa", member=gone.uid, request_kind="xoa", requested_on=date(2026, 3, 2), purpose="Đã nghỉ việc"
        )


def _files(scene: Scene) -> Iterator[Attachment]:
    for uid, number, name, caption in PICTURES:
        if owner := scene.activity(number):
            yield Attachment(uid, owner=owner, file_name=name, caption=caption, kept_at=_FOLDER)
