"""A form written as a file is read again as the very same form, and people can read it too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.form_file import read_form
from exports.form_shelf import forms
from exports.form_writing import form_text
from exports.own.copying import copy_of

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)


@pytest.mark.parametrize("name", list(forms()))
def test_every_built_in_form_comes_back_the_same(name: str) -> None:
    form = forms()[name]
    assert read_form(form_text(form), "b.toml") == form
    copied = copy_of(form, forms())
    assert copied.id != form.id
    assert read_form(form_text(copied), "b.toml") == copied


@given(title=WORDS, label=WORDS, heading=WORDS)
def test_whatever_words_she_writes_come_back(title: str, label: str, heading: str) -> None:
    form = copy_of(forms()["E1"], forms())
    table = form.tables[0]
    row = replace(table.rows[2], label=label)
    form = replace(form, title=title, heading=heading, tables=(replace(table, rows=(*table.rows[:2], row)),))
    assert read_form(form_text(form), "b.toml") == form


def test_a_row_takes_one_line_of_the_file() -> None:
    lines = form_text(forms()["B3"]).splitlines()
    (line,) = (each for each in lines if '"tai_lieu", label' in each)
    assert line.strip() == (
        '{code = "tai_lieu", label = "Bản tin, sổ tay, tài liệu", unit = "số, cuốn", pattern = "product", '
        'where = {kind = ["tai_lieu", "ban_tin"]}},'
    )
