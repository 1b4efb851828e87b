"""The forms there are: those that the program ships, and those that she keeps in her own folder."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import resources
from exports.form import Form
from exports.form_file import read_form
from models.errors import UserError


@cache
def forms() -> Mapping[str, Form]:
    """Every built-in form by its id, in the order of the ids."""
    files = sorted(
        (each for each in resources.file("forms").iterdir() if each.name.endswith(".toml")), key=lambda each: each.name
    )
    return {form.id: form for form in (read_form(each.read_text(encoding="utf-8"), each.name) for each in files)}


def form_named(name: str) -> Form:
    """The form with this id, capitals or not. UserError, listing the known ones, if there is none."""
    for form in forms().values():
        if form.id.casefold() == name.casefold():
            return form
    raise UserError(f"Không có biểu “{name}”. Các biểu hiện có: {', '.join([*forms(), 'Q'])}.")
