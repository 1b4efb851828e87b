"""What of a form she wants to see: rows, lists and plots, chosen once and held from then on."""

from __future__ import annotations

from dataclasses import replace

from exports.form import Form
from models.ledger.report_texts import write_text, written_texts
from models.ledger.store import Store
from models.periods import Period

SECTION = "chon"


def offered(form: Form) -> dict[str, str]:
    """Everything of the form that can be left out, by its key; the first table's rows one by one."""
    rows = {row.code: row.label for row in form.tables[0].rows}
    lists = {table.id: table.title or "" for table in form.tables[1:]}
    return rows | {plot.id: f"Biểu đồ: {plot.title}" for plot in form.plots} | lists


def usual(form: Form) -> list[str]:
    """What is there as long as nothing else is chosen."""
    optional = {row.code for row in form.tables[0].rows if row.optional}
    optional |= {plot.id for plot in form.plots if plot.optional}
    return [key for key in offered(form) if key not in optional]


def chosen(store: Store, form: Form, period: Period) -> list[str]:
    """The keys chosen for this period or, before it, last."""
    written = written_texts(store, form.id, period, (SECTION,)).get(SECTION)
    if written is None or not written.text:
        return usual(form)
    wanted = written.text.split("\n")
    return [key for key in offered(form) if key in wanted]


def choose(store: Store, form: Form, period: Period, keys: list[str]) -> None:
    """Keeps what is to be seen from this period on."""
    write_text(store, form.id, period, SECTION, "\n".join(keys), "")


def narrowed(form: Form, keys: list[str]) -> Form:
    """The form with nothing but what was chosen."""
    first, *lists = form.tables
    kept = replace(first, rows=tuple(row for row in first.rows if row.code in keys))
    tables = (kept, *(table for table in lists if table.id in keys))
    return replace(form, tables=tables, plots=tuple(plot for plot in form.plots if plot.id in keys))
