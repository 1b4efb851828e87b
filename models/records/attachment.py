"""Ảnh, tệp minh chứng: which file shows that something took place, with its caption."""

from __future__ import annotations

from datetime import date

from models.record import Record, field
from models.values import DAY, TEXT, Link

OWNERS = (
    *("activity", "media_product", "contest", "movement", "initiative", "award", "dialogue", "feedback"),
    *("consultation", "supervision", "welfare_action", "labour_agreement", "document", "programme", "incident"),
    *("idea", "good_practice", "role_model", "survey", "task", "org_unit"),
)


class Attachment(Record):
    """Một tệp that belongs to a record; the file itself stays where it is kept."""

    table_name = "attachment"
    label = "Ảnh, tệp minh chứng"
    title_field = "file_name"
    dated_by = "taken_on"
    indexes = (("owner",),)
    unseen = ("mime", "sha256")

    owner: str = field("Của", Link(OWNERS), required=True, column=True, quick=True)
    file_name: str = field("Tên tệp", TEXT, required=True, column=True, quick=True, hint="hoi-nghi-1.jpg")
    caption: str | None = field("Chú thích", TEXT, column=True, quick=True)
    taken_on: date | None = field("Ngày chụp, ngày lập", DAY, column=True, quick=True)
    kept_at: str | None = field("Nơi cất tệp", TEXT, quick=True, hint="D:/Công đoàn/Ảnh 2026")
    mime: str | None = field("Kiểu tệp", TEXT)
    sha256: str | None = field("Dấu vân tay của tệp", TEXT)
