"""Keeps what she wrote into a report or chose for it, or takes it back so that the program's own stands there again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from models.errors import UserError
from ui import messages

if TYPE_CHECKING:
    from exports.document import Report
    from exports.form import Form
    from exports.prose import Passage
    from models.ledger.store import Store
    from models.periods import Period


def keep_text(parent: QWidget, store: Store, report: Report, passage: Passage, text: str) -> None:
    """Keeps a text; one that is again what the program writes is not her own any more."""
    from exports.bundle import narrative_of
    from exports.prose import said
    from models.ledger.report_texts import write_text

    if text.strip() == said(passage.pattern).strip():
        use_pattern(parent, store, report, passage)
        return
    try:
        write_text(store, narrative_of(report), report.period, passage.key, text, said(passage.pattern))
    except UserError as error:
        messages.refuse(parent, error)


def use_pattern(parent: QWidget, store: Store, report: Report, passage: Passage) -> None:
    """The program's sentences again; what she wrote can be got back by undoing."""
    from exports.bundle import narrative_of
    from models.ledger.report_texts import restore_pattern

    try:
        restore_pattern(store, narrative_of(report), report.period, passage.key)
    except UserError as error:
        messages.refuse(parent, error)


def keep_choice(parent: QWidget, store: Store, form: Form, period: Period, keys: list[str]) -> None:
    """Keeps what she wants to see of a form, from this period on."""
    from exports.choice import choose

    try:
        choose(store, form, period, keys)
    except UserError as error:
        messages.refuse(parent, error)
