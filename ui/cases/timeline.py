"""The way that a voice came, told step by step in its card, the latest first."""

from __future__ import annotations

import html
from datetime import date

from models.cases import days_late, told_state
from models.ledger import listing
from models.ledger.store import Store
from models.records.feedback import Feedback, FeedbackEvent
from models.values import MOMENT
from ui.theme import TONES


def timeline_html(store: Store, voice: Feedback) -> str:
    """How the case stands and its steps, as rich text."""
    lines = "".join(_line(store, each, is_last=place == 0) for place, each in enumerate(reversed(voice.events)))
    return f'{_standing(voice)}<table style="margin-top:8px" cellspacing="0" cellpadding="0">{lines}</table>'


def _standing(voice: Feedback) -> str:
    late = days_late(voice, date.today())
    is_told = bool(voice.events) and voice.events[-1].to_state == voice.state
    words = [] if is_told else [f"<b>{html.escape(told_state(voice.state))}</b>"]
    if late:
        words.append(f'<span style="color:{TONES.danger}">Quá hạn {late} ngày</span>')
    elif voice.due_on is not None and voice.replied_on is None:
        words.append(f"Hạn {voice.shown('due_on')}")
    return f'<p style="margin:0 0 10px 0">{" · ".join(words)}</p>' if words else ""


def _line(store: Store, step: FeedbackEvent, *, is_last: bool) -> str:
    dot = f'<span style="color:{TONES.accent if is_last else TONES.edge}">●</span>'
    told = step.to_state is None and step.note
    words = html.escape(step.note or "") if told else html.escape(told_state(step.to_state))
    weight = "600" if is_last else "400"
    below = [MOMENT.shown(step.at), step.actor or ""]
    rest = html.escape(" · ".join(each for each in below if each))
    note = "" if told or not step.note else f"<br>{html.escape(step.note)}"
    paper = listing.title_of(store, ("document",), step.doc) if step.doc else ""
    named = f'<br><span style="color:{TONES.muted}">Văn bản: {html.escape(paper)}</span>' if paper else ""
    return (
        f'<tr><td style="padding:0 8px 9px 0">{dot}</td><td style="padding:0 0 9px 0">'
        f'<span style="font-weight:{weight}">{words}</span>{note}{named}'
        f'<br><span style="color:{TONES.muted}; font-size:9pt">{rest}</span></td></tr>'
    )
