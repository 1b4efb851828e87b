"""A voice as a case: the next steps that may be taken, each with the few things it has to say."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any, NamedTuple

from models.code_lists_feedback import FEEDBACK_STATE
from models.errors import Fault, Refused
from models.handling import take_step
from models.ledger.store import Store
from models.record import faults_of
from models.records.feedback import Feedback, FeedbackEvent, next_states
from models.records.official_document import OfficialDocument

TOLD = "Đã báo lại người nêu"
_ANSWERED = ("da_tra_loi", "dong", "tra_lai", "khong_thu_ly")


class CaseStep(NamedTuple):
    """A step: its words, the state it leads to ("" for none), the field of its day, what it asks for besides."""

    name: str
    words: str
    state: str = ""
    day: str = "on"  # the field of its day; "on" where the day stands in the history of the case alone
    asks: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()  # of these and "note", what it cannot do without
    note: str = ""  # what a remark on this step is called; "" for none


STEPS = (
    CaseStep("case-begin", "Bắt đầu xử lý", "dang_xu_ly", "on", ("assigned_to", "due_on"), note="Ghi chú"),
    CaseStep(
        "case-forward",
        "Chuyển đến",
        "chuyen_cap_tren",
        "forwarded_on",
        ("competent_level", "competent_body", "due_on", "forward_doc"),
        ("competent_level",),
        "Ghi chú",
    ),
    CaseStep(
        "case-answer",
        "Trả lời",
        "da_tra_loi",
        "replied_on",
        ("reply_text", "outcome", "reply_doc"),
        ("reply_text",),
    ),
    CaseStep("case-tell", "Báo lại người nêu", "", "returned_to_source_on", ("satisfaction",), note="Cách báo lại"),
    CaseStep("case-close", "Đóng", "dong", "closed_on", ("outcome", "satisfaction"), note="Ghi chú"),
    CaseStep("case-return", "Trả lại, hướng dẫn", "tra_lai", "on", (), ("note",), "Lý do, nội dung hướng dẫn"),
    CaseStep("case-refuse", "Không thụ lý", "khong_thu_ly", "on", (), ("note",), "Lý do"),
    CaseStep("case-merge", "Gộp vào", "gop", "on", ("merged_into",), ("merged_into",)),
    CaseStep("case-reopen", "Mở lại", "mo_lai", "on", ("due_on",), ("note",), "Lý do mở lại"),
)


class Letter(NamedTuple):
    """The forwarding letter to be entered among the papers together with the step."""

    number: int | None = None
    symbol: str | None = None


def steps_for(voice: Feedback) -> list[CaseStep]:
    """The steps that a case may take now, the usual one first."""
    following = next_states(voice.state)
    by_state = {step.state: step for step in STEPS if step.state}
    found = [by_state[state] for state in following if state in by_state]
    if voice.state in _ANSWERED and voice.returned_to_source_on is None:
        found.insert(0, next(step for step in STEPS if step.name == "case-tell"))
    return found


def carry_out(
    store: Store, voice: Feedback, step: CaseStep, on: date, said: Mapping[str, Any], letter: Letter | None = None
) -> int:
    """Takes a step on a day with what it says ("note" is a remark on it); returns the number of the write.

    Refused, naming the fields, where the step may not follow or says something that cannot be.
    """
    changed = copy.deepcopy(voice)
    at = datetime.now() if on == date.today() else datetime.combine(on, time())
    for name, value in said.items():
        if name != "note":
            setattr(changed, name, value)
    if step.day in changed.fields:
        setattr(changed, step.day, on)
    if step.state == "mo_lai":
        changed.returned_to_source_on = None  # the new answer has to be told again
    _note_step(changed, step, at, store.actor or None, said.get("note"))
    papers = [_letter(store, changed, letter, on)] if letter is not None else []
    if papers:
        changed.forward_doc = changed.events[-1].doc = papers[0].uid
    _check(store, changed, step, on)
    with store.write(f"{step.words}: ý kiến {changed.code or ''}".rstrip()) as write:
        write.add_all([*papers, changed])
    return write.number


def _note_step(voice: Feedback, step: CaseStep, at: datetime, actor: str | None, note: str | None) -> None:
    former = voice.state
    if step.state:
        voice.state = step.state
        take_step(voice, former, at, actor)
        voice.events[-1].note = note
    else:
        words = f"{TOLD}: {note}" if note else TOLD
        moment = at.replace(second=0, microsecond=0)
        voice.events = [*voice.events, FeedbackEvent(at=moment, actor=actor, note=words)]
    voice.events[-1].doc = {"case-forward": voice.forward_doc, "case-answer": voice.reply_doc}.get(step.name)


def _check(store: Store, voice: Feedback, step: CaseStep, on: date) -> None:
    faults = [*_day_faults(voice, step, on), *faults_of(voice)]
    faults += [voice.fault(name, "chưa điền") for name in step.needs if name != "note" and not getattr(voice, name)]
    if faults:
        raise Refused(faults)
    if step.state == "gop" and voice.merged_into:
        target = store.read(Feedback, voice.merged_into)
        if target.merged_into or target.state == "gop":
            raise Refused([voice.fault("merged_into", "ý kiến này đã gộp vào ý kiến khác; hãy chọn ý kiến gốc")])


def _day_faults(voice: Feedback, step: CaseStep, on: date) -> Iterator[Fault]:
    if on < voice.received_on:
        yield Fault(f"trước ngày tiếp nhận ({voice.shown('received_on')}); hãy sửa", step.day, "Ngày")
    if on > date.today():
        yield Fault("ngày này chưa đến; hãy sửa", step.day, "Ngày")


def _letter(store: Store, voice: Feedback, letter: Letter, on: date) -> OfficialDocument:
    """The record of the letter; it names no one who spoke."""
    to = f" đến {voice.competent_body}" if voice.competent_body else ""
    about = voice.shown("subject_area").lower()
    return OfficialDocument(
        direction="di",
        doc_type="CV",
        number=letter.number,
        symbol=letter.symbol,
        year=on.year,
        issued_on=on,
        issuer=store.own_unit().name_full,
        abstract=f"Chuyển {voice.shown('kind').lower()} số {voice.code or ''} về {about}{to}".replace("  ", " "),
    )


def days_late(voice: Feedback, today: date) -> int:
    """By how many days the deadline of a case that is still open has passed; 0 if it has not."""
    is_open = voice.state in ("tiep_nhan", "dang_xu_ly", "chuyen_cap_tren", "mo_lai")
    return max((today - voice.due_on).days, 0) if is_open and voice.due_on is not None else 0


def told_state(state: str | None) -> str:
    """A state as the history of a case says it."""
    return FEEDBACK_STATE.label(state) if state else TOLD
