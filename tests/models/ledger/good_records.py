"""Lines of an interchange file that are right, to be spoilt by a test."""

from __future__ import annotations

MEMBER = {"type": "member", "uid": "M1", "full_name": "Nguyễn Thị Ánh"}
ACTIVITY = {
    "type": "activity",
    "uid": "S1",
    "title": "Hội nghị",
    "form": "hoi_nghi",
    "start_at": "2026-01-12T08:00",
    "primary_topic": "khac",
}
FEEDBACK = {
    "type": "feedback",
    "received_on": "2026-01-20",
    "channel": "hop_to",
    "source_kind": "ca_nhan",
    "kind": "kien_nghi",
    "field": "bua_an_ca",
    "content": "a",
    "competent_level": "co_so_nsdld",
}
