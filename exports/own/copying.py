"""A form of her own begins as a copy of another: its rows written out, so that each of them can be changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from exports.code_lists import code_lists
from exports.form import Form, FormRow, FormTable
from exports.form_checks import LONGEST_ID

OWN = "-RIENG"  # added to the code of the form copied


def copy_of(form: Form, taken: Iterable[str]) -> Form:
    """The form under a code that none of those `taken` has; its rows can be changed one by one."""
    tables = tuple(written_out(table) for table in form.tables)
    return replace(form, id=free_id(form.id, taken), title=f"{form.title} (bản riêng)", tables=tables)


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """A code near the one wanted that is not taken, capitals or not."""
    known = {each.casefold() for each in taken}
    stem = wanted.removesuffix(OWN)
    endings = (OWN, *(f"{OWN}-{number}" for number in range(2, 10)), *(f"-{number}" for number in range(10, 99)))
    names = (f"{stem[: LONGEST_ID - len(ending)]}{ending}" for ending in endings)
    return next(each for each in (wanted, *names) if each.casefold() not in known)


def written_out(table: FormTable) -> FormTable:
    """The table with a row of its own for each key of its code list."""
    if not table.each or table.rows:
        return table
    labels = code_lists()[table.each].labels
    rows = tuple(FormRow(str(key), label, entry=str(key)) for key, label in labels.items())
    return replace(table, rows=rows)


def free_code(table: FormTable) -> str:
    """A code for a new row: those of the form copied keep their meaning for plans and remarks."""
    codes = {row.code for row in table.rows} | {"total"}
    return next(code for number in count(1) if (code := f"them-{number}") not in codes)
