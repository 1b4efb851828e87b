"""What one field of a form does to others, and what a record takes on by itself when it is new or saved."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, time

from PySide6.QtWidgets import QWidget

from models.handling import give_deadline, take_step
from models.ledger.personal import withheld
from models.ledger.store import Store
from models.record import Record
from models.records.activity import Activity
from models.records.feedback import Feedback
from models.records.member import Member
from models.records.unit import OWN_LISTS, OrgUnit
from models.values import Day, Moment
from ui.editing.field_box import FieldBox

PAR = "cchc"


def new_record(record: type[Record]) -> Record:
    """A new record; what it is dated by is today, where that makes sense."""
    made = record()
    for name, member in record.fields.items():
        dated = member.key == record.dated_by or (member.required and member.quick)
        if dated and isinstance(member.kind, Day | Moment) and record.table_name not in _NOT_TODAY:
            today = date.today()
            setattr(made, name, datetime.combine(today, time()) if isinstance(member.kind, Moment) else today)
            break
    return made


_NOT_TODAY = {"report_period", "labour_agreement", "programme"}


def left_out(store: Store, record: Record) -> Collection[str]:
    """What the form of this record does not ask: personal data without reasons, unless they are there to be seen."""
    if isinstance(record, Member):
        with store.reading() as connection:
            return [name for name in withheld(connection) if not getattr(record, name)]
    return OWN_LISTS if isinstance(record, OrgUnit) and not record.is_own else ()


def connect_fields(boxes: Mapping[str, FieldBox], lists: Mapping[str, QWidget]) -> None:
    """Lets the fields of a form act on each other."""
    if "is_par" in boxes and "par_contents" in lists:
        _connect_reform(boxes, lists["par_contents"])
    elif "is_par" in boxes and "par_content" in boxes:
        _connect_content(boxes["is_par"], boxes["par_content"])


def _connect_reform(boxes: Mapping[str, FieldBox], contents: QWidget) -> None:
    """The content "Cải cách hành chính" ticks the box; its seven contents show only while it is ticked."""
    topic, is_par = boxes["primary_topic"].editor, boxes["is_par"].editor

    def follow_topic() -> None:
        try:
            chosen = topic.value()
        except ValueError:
            return
        if chosen == PAR and not is_par.value():
            is_par.show_value(True)
            show_contents()

    def show_contents() -> None:
        contents.setVisible(bool(is_par.value()))

    topic.edited.connect(follow_topic)
    is_par.edited.connect(show_contents)
    show_contents()


def _connect_content(is_par: FieldBox, content: FieldBox) -> None:
    """Naming a content of administrative reform ticks the box."""

    def follow() -> None:
        try:
            chosen = content.editor.value()
        except ValueError:
            return
        if chosen is not None:
            is_par.editor.show_value(True)

    content.editor.edited.connect(follow)


def complete(store: Store, record: Record, before: Record | None) -> None:
    """What a record takes on by itself when it is saved: a step in the handling of a voice, its deadline.

    Refused if that step cannot be.
    """
    if isinstance(record, Activity) and not record.is_par:
        record.par_contents = []
    if isinstance(record, Feedback):
        take_step(record, before.state if isinstance(before, Feedback) else None, datetime.now(), store.actor or None)
        if before is None:
            give_deadline(record, store.own_unit())


def take_along(record: Record, name: str) -> None:
    """What a field takes along when it is changed outside of a form: the content of reform ticks its box."""
    if isinstance(record, Activity) and name == "primary_topic" and record.primary_topic == PAR:
        record.is_par = True
