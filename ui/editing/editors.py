"""The editor for each kind of value; a new kind gets a line here."""

from __future__ import annotations

import functools
from datetime import date

from PySide6.QtWidgets import QWidget

from models.errors import UserError
from models.ledger import listing
from models.ledger.remembered import values_before
from models.ledger.store import Store
from models.periods import ROMAN, half_year, month, nine_months, period_from, period_label, quarter, whole_year
from models.record import Field, Part
from models.values import Code, Day, Decimal, FormKey, Kind, Link, Locked, Moment, PeriodText, Text, Whole, YesNo
from models.vietnamese import folded
from ui.editing.choices import NONE_FITS, ChoiceEditor, Option, offer_of
from ui.editing.days import DayEditor, MomentEditor
from ui.editing.editor import Editor
from ui.editing.listed import ListedEditor
from ui.editing.locked import LockedEditor
from ui.editing.plain import LinesEditor, NumberEditor, TextEditor, YesNoEditor
from ui.editing.remembered import RememberingEditor
from ui.tables.form_words import form_words, keys_that_fit

_SHOWN_AT_ONCE = 60
_EMPTY = "để trống"  # begins a hint that says what an empty field means


def editor_for(
    store: Store, member: Field, *, of: type[Part] | None = None, in_table: bool = False
) -> tuple[Editor, QWidget]:
    """The editor of a field, as editor and as the widget that it is too; `of` says whose field, to remember by."""
    made = _made(store, member, of, in_table)
    made.setAccessibleName(member.label)
    if isinstance(made, ListedEditor):
        made.in_cell = in_table
    return made, made


def _made(store: Store, member: Field, of: type[Part] | None, in_table: bool) -> PlainEditor:
    kind, hint = member.kind, _hint(member)
    if isinstance(kind, FormKey):
        return FormKeyEditor(kind)
    if isinstance(kind, Text):
        if kind.lines and not in_table:
            return LinesEditor(hint)
        return TextEditor(hint) if of is None or kind.lines else _remembering(store, of, member.key, hint)
    if isinstance(kind, Whole | Decimal):
        return NumberEditor(kind, hint)
    if isinstance(kind, Code):
        return ChoiceEditor(offer_of(kind.list), kind.list.label)
    if isinstance(kind, Link):
        return link_editor(store, kind.to)
    if isinstance(kind, Locked):
        return LockedEditor(store)
    return _of_time(kind, hint, member.label)


def _hint(member: Field) -> str:
    return member.hint if not member.hint or member.hint.startswith(_EMPTY) else f"ví dụ: {member.hint}"


def _remembering(store: Store, of: type[Part], key: str, hint: str) -> RememberingEditor:
    return RememberingEditor(lambda: values_before(store, of, key), hint)


PlainEditor = (
    TextEditor | RememberingEditor | LinesEditor | NumberEditor | ChoiceEditor | DayEditor | YesNoEditor | LockedEditor
)


def _of_time(kind: Kind, hint: str, label: str) -> PlainEditor:
    if isinstance(kind, Moment):
        return MomentEditor()
    if isinstance(kind, Day):
        return DayEditor()
    if isinstance(kind, PeriodText):
        return PeriodEditor()
    if isinstance(kind, YesNo):
        return YesNoEditor(label)
    return TextEditor(hint)


def link_editor(store: Store, to: tuple[str, ...]) -> ChoiceEditor:
    """Chooses another record of the ledger by words of its title."""
    label_of = functools.cache(lambda uid: listing.title_of(store, to, uid))
    return ChoiceEditor(
        lambda text: listing.titles(store, to, text, _SHOWN_AT_ONCE), label_of, "gõ vài chữ để tìm trong sổ"
    )


class FormKeyEditor(ChoiceEditor):
    """A form, or a place in one, chosen by its name; a key typed as it is written in files is known too."""

    def __init__(self, kind: FormKey) -> None:
        super().__init__(functools.partial(keys_that_fit, kind), functools.partial(form_words, kind))
        self._kind = kind

    def read(self, text: str) -> str:
        if form_words(self._kind, text) == text:
            raise ValueError(NONE_FITS)
        return text


class PeriodEditor(ChoiceEditor):
    """A report period, from a list or typed as 2026-Q1."""

    def __init__(self) -> None:
        super().__init__(_periods_that_fit, period_label, "ví dụ: Quý I/2026")

    def read(self, text: str) -> str:
        try:
            return period_from(text).text
        except UserError:
            raise ValueError("không đọc được kỳ; hãy chọn trong danh sách hoặc gõ như 2026-Q1") from None


def _periods_that_fit(text: str) -> list[Option]:
    words = folded(text.replace("/", " ")).split()
    return [
        (value, shown)
        for value, shown in _periods(date.today().year)
        if all(word in folded(shown.replace("/", " ")).split() or word in value.casefold() for word in words)
    ]


@functools.cache
def _periods(this_year: int) -> list[Option]:
    found = []
    for year in range(this_year + 1, this_year - 4, -1):
        quarters = [quarter(year, number) for number in range(1, len(ROMAN) + 1)]
        halves = [half_year(year, 1), half_year(year, 2), nine_months(year), whole_year(year)]
        found += [*quarters, *halves, *(month(year, number) for number in range(1, 13))]
    return [(period.text, period.label) for period in found]
