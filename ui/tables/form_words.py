"""Forms, their rows, columns and passages by the names they bear on paper; a key says nothing to her."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from models.values import FormKey
from models.vietnamese import folded

BUNDLE_WORDS = "Báo cáo trọn bộ"
TARGETS = "A2"  # the form whose rows carry targets


def form_words(kind: FormKey, key: str) -> str:
    """A key in words; the key itself where nothing is called so any more."""
    return _words(kind.of).get(key) or (_own(key) if kind.of == "form" else key)


def keys_that_fit(kind: FormKey, text: str) -> list[tuple[str, str]]:
    """Keys with their words that hold each word of a text."""
    wanted = folded(text).split()
    return [(key, words) for key, words in _words(kind.of).items() if all(each in folded(words) for each in wanted)]


@cache
def _words(of: str) -> Mapping[str, str]:
    from exports.form_shelf import forms
    from exports.narrative import narratives

    if of == "form":
        from exports.bundle import BUNDLE

        reports = {each.id: f"{each.id} {each.name}" for each in narratives().values()}
        return {BUNDLE: BUNDLE_WORDS} | reports | {form.id: f"{form.id} {form.title}" for form in forms().values()}
    if of == "passage":
        return {part.key: part.heading for each in narratives().values() for part in each.sections if part.heading}
    if of == "row":
        return {row.code: f"{row.code} {row.label}" for table in forms()[TARGETS].tables for row in table.rows}
    columns = [column for form in forms().values() for table in form.tables for column in table.columns]
    return {column.key: " ".join(column.title.split()) for column in reversed(columns)}


def _own(key: str) -> str:
    """A form of her own."""
    from exports.form_shelf import shelf

    own = shelf().forms.get(key)
    return f"{key} {own.title}" if own is not None else key
