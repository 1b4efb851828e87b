"""How the fields of a record are laid out in its form: the few that matter first, the rest on sheets behind."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from models.record import Record

MAIN, MORE = "Nội dung chính", "Thêm chi tiết"
FEW = 5  # that many further fields still fit on the first sheet


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a form: fields, then child lists, by name."""

    title: str
    fields: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


_OWN_PLANS: dict[str, tuple[Sheet, ...]] = {
    "activity": (
        Sheet(
            MAIN,
            ("title", "form", "start_at", "place", "n_sessions", "primary_topic", "status", "is_par"),
            ("par_contents", "audiences"),
        ),
        Sheet(
            MORE, ("code", "end_at", "area", "is_online", "programme", "movement", "organizer", "cost_vnd", "report_on")
        ),
        Sheet("Kết quả", ("summary", "result", "difficulties", "lesson")),
        Sheet("Người tham gia", (), ("people", "attendees", "partners")),
        Sheet("Nội dung khác, tài liệu", (), ("topics", "papers", "documents", "basis_docs")),
    ),
    "org_unit": (
        Sheet(MAIN, ("name_full", "code", "kind", "parent", "founded_on", "dissolved_on", "successor")),
        Sheet(MORE, ("name_head_1", "name_head_2", "abbr", "sector", "province", "place_name", "address")),
        Sheet("Qua các thời kỳ", (), ("names", "relations")),
        Sheet("Quy định của sổ", (), ("permissions", "deadlines")),
    ),
    "feedback": (
        Sheet(
            "Tiếp nhận",
            (
                *("content", "received_on", "channel", "source_kind", "source_name", "kind", "subject_area"),
                *("competent_level", "due_on", "state"),
            ),
        ),
        Sheet(
            "Người nêu",
            ("code", "occasion", "member", "union_group", "n_people", "confidential", "is_par", "par_content"),
        ),
        Sheet(
            "Xử lý, trả lời",
            (
                *(
                    "competent_body",
                    "handling",
                    "forwarded_on",
                    "forward_doc",
                    "assigned_to",
                    "reply_text",
                    "reply_doc",
                ),
                *("replied_on", "returned_to_source_on", "outcome", "satisfaction", "closed_on", "merged_into"),
            ),
        ),
        Sheet("Quá trình xử lý", (), ("events",)),
    ),
}


def plan_of(record: type[Record], without: Container[str] = ()) -> list[Sheet]:
    """The sheets of the form of a record type; every field and list but those `without` stands on one of them."""
    sheets = [_left_over(sheet, without) for sheet in _whole_plan(record)]
    return [sheet for sheet in sheets if sheet.fields or sheet.lists]


def _left_over(sheet: Sheet, without: Container[str]) -> Sheet:
    fields, lists = ([name for name in names if name not in without] for names in (sheet.fields, sheet.lists))
    return Sheet(sheet.title, tuple(fields), tuple(lists))


def _whole_plan(record: type[Record]) -> list[Sheet]:
    plan = list(_OWN_PLANS.get(record.table_name) or _usual_plan(record))
    placed = {name for sheet in plan for name in (*sheet.fields, *sheet.lists)}
    rest = tuple(name for name in record.fields if name not in placed and name not in record.unseen)
    if rest:
        plan.append(Sheet("Khác" if MORE in {sheet.title for sheet in plan} else MORE, rest))
    return plan + [Sheet(child.label, (), (name,)) for name, child in record.lists.items() if name not in placed]


def _usual_plan(record: type[Record]) -> list[Sheet]:
    quick = tuple(name for name, member in record.fields.items() if member.quick or member.required)
    rest = tuple(name for name in record.fields if name not in quick and name not in record.unseen)
    if len(rest) <= FEW:
        return [Sheet(MAIN, (*quick, *rest))]
    return [Sheet(MAIN, quick), Sheet(MORE, rest)]
