"""Rows written out, put in, moved, taken out: what they then count on the worked example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exports.build import build
from exports.form import Form, FormFigure, FormTable
from exports.form_checks import faults_of
from exports.form_shelf import forms
from exports.own.copying import copy_of, free_code
from exports.own.draft import Draft
from exports.own.rows import (
    column_taken_out,
    group_above,
    moved,
    new_row,
    put_in,
    sums_with,
    taken_out,
    with_table,
)
from exports.own.sources import (
    Kind,
    counting_entry,
    counting_figure,
    counting_number,
    counting_rows,
    fits_all_columns,
    left_empty,
    source_of,
)
from models.ledger.file import create
from models.ledger.interchange import load
from models.ledger.store import Store
from models.periods import quarter
from models.records.unit import new_own_unit

EXAMPLE = Path(__file__).parents[2] / "data" / "worked_example.jsonl"
QUARTER = quarter(2026, 1)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = create(tmp_path_factory.mktemp("so") / "so.socd", new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Tây Ninh"))
    load(made, EXAMPLE)
    yield made
    made.close()


def copied(name: str) -> tuple[Form, FormTable]:
    form = copy_of(forms()[name], forms())
    return form, form.tables[0]


def cells(store: Store, form: Form, table: FormTable, *, every: bool = False) -> dict[str, list[object]]:
    """The values of the rows by their codes; the form must be one that can be read."""
    form = with_table(form, 0, table)
    assert list(faults_of(form)) == []
    return {
        row.code: [cell.value for cell in row.cells] for row in build(store, form, QUARTER, every=every).tables[0].rows
    }


def at(table: FormTable, code: str) -> int:
    return [row.code for row in table.rows].index(code)


@pytest.mark.parametrize("every", [False, True])
@pytest.mark.parametrize("name", [name for name, form in forms().items() if not form.made])
def test_a_copy_says_what_the_form_says(store: Store, name: str, every: bool) -> None:
    form = forms()[name]
    copy = build(store, copy_of(form, forms()), QUARTER, every=every)
    assert copy.tables == build(store, form, QUARTER, every=every).tables


def test_the_total_is_that_of_the_rows_which_are_left(store: Store) -> None:
    form, table = copied("B1")
    table = taken_out(table, at(table, "cchc"))
    values = cells(store, form, table)
    assert values["total"][2:5] == [4, 0, 345]
    assert values["lao_dong_bhxh"][0] == at(table, "lao_dong_bhxh") + 1
    assert "cchc" not in values


def test_an_added_row_counts_in_every_column_that_knows_its_filter(store: Store) -> None:
    form, table = copied("B1")
    table = put_in(table, 1, new_row(table, 1, "Sinh hoạt tổ"))
    table = counting_figure(table, 1, FormFigure("sessions", (("form", "sinh_hoat_to"),)))
    assert cells(store, form, table)["them-1"] == [2, "Sinh hoạt tổ", 3, 3, 45, 45, 20, None, None, None, None]
    assert left_empty(table, table.rows[1]) == ["Tài liệu, sản phẩm"]
    figure = source_of(table, table.rows[1]).figure
    assert figure == FormFigure("sessions", (("primary_topic", "*"), ("form", "sinh_hoat_to")))
    every = counting_figure(table, 1, FormFigure("sessions"))
    assert cells(store, form, every)["them-1"][2:6] == [5, 3, 465, 415]


def test_what_no_column_counts_goes_into_the_one_chosen(store: Store) -> None:
    form, table = copied("B1")
    assert not fits_all_columns(table, "voices_received")
    table = put_in(table, 0, new_row(table, 0, "Ý kiến"))
    table = counting_figure(table, 0, FormFigure("voices_received"), "5")
    assert cells(store, form, table)["them-1"] == [1, "Ý kiến", None, None, 10, *[None] * 6]


def test_columns_that_repeat_the_first_over_other_days_do_so_for_a_new_figure(store: Store) -> None:
    form, table = copied("B3")
    table = put_in(table, 1, new_row(table, 1, "Ý kiến", unit="ý kiến"))
    table = counting_figure(table, 1, FormFigure("voices_received"))
    row = table.rows[1]
    assert {key: each.span for key, each in table.patterns[row.pattern].items()} == {
        "4": "ky",
        "7": "luy_ke",
        "8": "cung_ky",
    }
    assert cells(store, form, table)["them-1"][3:8] == [10, None, None, 10, None]


def test_a_new_row_is_numbered_on(store: Store) -> None:
    form, table = copied("A2")
    place = at(table, "III.2") + 1
    table = put_in(table, place, new_row(table, place, "Buổi ở tổ", unit="buổi"))
    table = counting_figure(table, place, FormFigure("sessions", (("form", "sinh_hoat_to"),)))
    assert cells(store, form, table)["them-1"][:4] == ["III.3", "Buổi ở tổ", "buổi", 3]


def test_a_row_may_add_up_others_and_be_added_up_itself(store: Store) -> None:
    form, table = copied("B1")
    codes = tuple(row.code for row in group_above(table, len(table.rows)))
    assert len(codes) == len(table.rows)
    table = counting_rows(put_in(table, 99, new_row(table, 99, "Cộng")), len(table.rows), codes)
    values = cells(store, form, table)
    assert values["them-1"][2:7] == values["total"][2:7] == [5, 3, 465, 415, 250]
    again = counting_rows(put_in(table, 99, new_row(table, 99, "Hai lần")), len(table.rows), ("them-1", "cchc"))
    assert cells(store, form, again)["them-2"][2] == 6


def test_rates_and_things_counted_once_are_not_added(store: Store) -> None:
    form, table = copied("D3")
    codes = tuple(row.code for row in table.rows)
    table = counting_rows(put_in(table, 99, new_row(table, 99, "Cộng")), len(table.rows), codes)
    values = cells(store, form, table)
    assert values["them-1"][3] == values["total"][3] == 10
    assert (values["them-1"][11], values["total"][11]) == (None, 66.7)


def test_a_row_taken_out_leaves_the_sums_that_had_it(store: Store) -> None:
    _form, table = copied("B3")
    assert [row.code for row in sums_with(table, "hoi_nghi")] == ["I"]
    table = taken_out(table, at(table, "hoi_nghi"))
    assert "hoi_nghi" not in table.rows[at(table, "I")].sum_of
    assert list(faults_of(with_table(copied("B3")[0], 0, table))) == []


def test_the_total_goes_with_the_last_row_it_could_add(store: Store) -> None:
    form, table = copied("B1")
    table = counting_number(put_in(table, 0, new_row(table, 0, "Tự ghi")), 0, 3)
    while len(table.rows) > 1:
        table = taken_out(table, 1)
    assert list(cells(store, form, table)) == ["them-1"]


def test_a_row_can_become_one_of_the_list_again(store: Store) -> None:
    form, table = copied("B1")
    table = counting_number(table, 0, 3)
    assert source_of(table, table.rows[0]).kind is Kind.OWN_NUMBER
    table = counting_entry(table, 0, "cchc")
    assert source_of(table, table.rows[0]).kind is Kind.ENTRY
    assert cells(store, form, taken_out(table, at(table, "cchc")))[table.rows[0].code][2] == 1


def test_rows_move_and_stay_at_the_ends() -> None:
    _form, table = copied("B1")
    assert moved(table, 0, 1).rows[:2] == (table.rows[1], table.rows[0])
    assert moved(table, 0, -1) == table
    assert moved(table, len(table.rows) - 1, 1) == table


def test_a_column_goes_with_those_worked_out_from_it(store: Store) -> None:
    form, table = copied("A2")
    keys = [column.key for column in table.columns]
    table = column_taken_out(table, keys.index("cung_ky"))
    assert [column.key for column in table.columns] == [key for key in keys if key not in ("cung_ky", "so_sanh")]
    assert cells(store, form, table)["III.1"][3] == 5


def test_a_row_that_adds_up_itself_is_refused() -> None:
    form, table = copied("E1")
    table = counting_rows(table, 2, ("2",))
    table = counting_rows(table, 3, ("1",))
    (fault,) = faults_of(with_table(form, 0, table))
    assert "chính nó" in fault.reason


def test_codes_of_new_rows_are_never_those_of_another() -> None:
    table = copied("A2")[1]
    assert free_code(put_in(table, 0, new_row(table, 0, "Một"))) == "them-2"


def test_steps_are_taken_back_and_done_again_and_typing_is_one_step() -> None:
    form = forms()["B1"]
    draft = Draft(form)
    assert not draft.change(form)
    for title in ("M", "Mộ", "Một"):
        draft.change(replace(form, title=title), "title")
    draft.change(replace(draft.form, note="x"), "note")
    assert draft.undo()
    assert (draft.form.title, draft.form.note) == ("Một", form.note)
    assert draft.undo()
    assert (draft.form, draft.is_changed, draft.steps) == (form, False, (False, True))
    assert not draft.undo()
    assert draft.redo()
    assert draft.form.title == "Một"
    draft.keep()
    assert not draft.is_changed
