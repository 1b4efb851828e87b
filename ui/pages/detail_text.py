"""A record written out to be read, as the card beside a list shows it."""

from __future__ import annotations

import html
from collections.abc import Collection, Iterator

from models.ledger import listing
from models.ledger.store import Store
from models.record import Field, Part, Record
from models.records.member import Member
from models.values import Link, Locked, PeriodText, Text, YesNo
from ui.tables.period_words import period_label
from ui.theme import TONES

_HIDDEN = "••• (giữ kín)"


def detail_html(store: Store, record: Record, hidden: Collection[str] = (), above: str = "") -> str:
    """Every field that holds something, those `hidden` without what they say, then the child lists.

    `above` comes before them, in place of the child lists.
    """
    title = _HIDDEN if record.title_field in hidden else record.title_text
    parts = [f'<p style="margin:0 0 10px 0; font-size:13pt; font-weight:600">{html.escape(title)}</p>']
    parts += [_pair(label, text) for label, text in _lines(store, record, hidden) if text != title or text == _HIDDEN]
    if above:
        return "".join([parts[0], above, *parts[1:]])
    for name, child_list in record.lists.items():
        lines = getattr(record, name)
        if lines:
            parts.append(_heading(f"{child_list.label} ({len(lines)})" if len(lines) > 1 else child_list.label))
            parts += [_entry(store, line) for line in lines]
    return "".join(parts)


def _lines(store: Store, part: Part, hidden: Collection[str]) -> Iterator[tuple[str, str]]:
    for name, member in part.fields.items():
        value = getattr(part, name)
        if value not in (None, False):
            yield member.label, _HIDDEN if name in hidden else _text(store, member, value, part)


def _text(store: Store, member: Field, value: object, of: Part) -> str:
    if isinstance(member.kind, Locked) and isinstance(of, Member):
        return store.safe.shown(of.uid, str(value))
    if isinstance(member.kind, Link):
        return listing.title_of(store, member.kind.to, str(value))
    if isinstance(member.kind, PeriodText):
        return period_label(str(value))
    return member.kind.shown(value)


def _pair(label: str, text: str) -> str:
    shown = html.escape(text).replace("\n", "<br>")
    return (
        f'<p style="margin:0 0 9px 0"><span style="color:{TONES.muted}; font-size:9pt">{html.escape(label)}</span>'
        f"<br>{shown}</p>"
    )


def _heading(text: str) -> str:
    return f'<p style="margin:8px 0 5px 0; font-weight:600; color:{TONES.accent}">{html.escape(text)}</p>'


def _entry(store: Store, line: Part) -> str:
    """One line of a child list: its words first, its numbers with their names after."""
    words, numbers = [], []
    for name, member in line.fields.items():
        value = getattr(line, name)
        if value in (None, False):
            continue
        text = _text(store, member, value, line)
        if isinstance(member.kind, YesNo):
            numbers.append(member.label.lower())
        elif isinstance(member.kind, Text | Link) or member.kind.affinity == "TEXT":
            words.append(text)
        else:
            is_alone = len(line.fields) == 1
            (words if is_alone else numbers).append(text if is_alone else f"{_short(member)}: {text}")
    first = html.escape(" · ".join(words))
    rest = f'<span style="color:{TONES.muted}">{html.escape(", ".join(numbers))}</span>' if numbers else ""
    return f'<p style="margin:0 0 6px 0">{first}{"<br>" if first and rest else ""}{rest}</p>'


def _short(member: Field) -> str:
    return member.label.removeprefix("Trong đó: ").lower()
