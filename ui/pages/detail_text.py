"""A record written out to be read, as the card beside a list shows it."""

from __future__ import annotations

import html
from collections.abc import Collection, Iterator

from models.ledger import listing
from models.ledger.kept_back import names_of
from models.ledger.store import Store
from models.masks import MASK, hidden, without
from models.periods import period_label
from models.record import Field, Part, Record
from models.records.member import Member
from models.values import FormKey, Link, Locked, PeriodText, Text, YesNo
from ui.tables.form_words import form_words
from ui.theme import TONES

_HIDDEN = f"{MASK} (giữ kín)"


def detail_html(store: Store, record: Record, above: str = "", *, looked: bool = False) -> str:
    """Every field that holds something, then the child lists; what is kept back only if she `looked`.

    `above` comes before them, in place of the child lists.
    """
    with store.reading() as connection:
        names = () if looked else names_of(connection, [record]).get(record.uid, ())
    title = str(getattr(record, record.title_field) or "") if looked and hidden(record) else record.title_text
    parts = [f'<p style="margin:0 0 10px 0; font-size:13pt; font-weight:600">{html.escape(title)}</p>']
    back = frozenset[str]() if looked else hidden(record)
    parts += [_pair(label, without(text, names)) for label, text in _lines(store, record, back) if text != title]
    if above:
        return "".join([parts[0], without(above, map(html.escape, names)), *parts[1:]])
    for name, child_list in record.lists.items():
        lines = getattr(record, name)
        if lines:
            parts.append(_heading(f"{child_list.label} ({len(lines)})" if len(lines) > 1 else child_list.label))
            parts += [without(_entry(store, line), map(html.escape, names)) for line in lines]
    return "".join(parts)


def _lines(store: Store, part: Part, back: Collection[str]) -> Iterator[tuple[str, str]]:
    for name, member in part.fields.items():
        value = getattr(part, name)
        if value not in (None, False):
            yield member.label, _HIDDEN if name in back else _text(store, member, value, part)


def _text(store: Store, member: Field, value: object, of: Part) -> str:
    if isinstance(member.kind, Locked) and isinstance(of, Member):
        return store.safe.shown(of.uid, str(value))
    if isinstance(member.kind, Link):
        return listing.title_of(store, member.kind.to, str(value))
    if isinstance(member.kind, PeriodText):
        return period_label(str(value))
    if isinstance(member.kind, FormKey):
        return form_words(member.kind, str(value))
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
