"""Lists and forms call reports, rows, columns and passages by name; a key such as so_luong is never shown."""

from __future__ import annotations

import re

import pytest
from pytestqt.qtbot import QtBot

from exports.form_shelf import forms
from exports.narrative import narratives
from models.ledger.store import Store
from models.records.report import ReportCell, ReportDue
from models.records.report_text import ReportText
from models.values import FormKey
from ui.editing.choices import ChoiceEditor
from ui.editing.editors import editor_for
from ui.main_window import MainWindow
from ui.tables.form_words import form_words

KEY = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")


def test_every_column_and_passage_has_words() -> None:
    columns = {column.key for form in forms().values() for table in form.tables for column in table.columns}
    passages = {part.key for each in narratives().values() for part in each.sections}
    for of, keys in (("column", columns), ("passage", passages), ("form", forms().keys() | narratives().keys())):
        bare = {key for key in keys if KEY.fullmatch(form_words(FormKey(of=of), key)) or len(key) > 99}
        assert bare == set(), of


def test_a_list_shows_names_in_place_of_keys(window: MainWindow, store: Store) -> None:
    with store.write("Thêm") as write:
        write.save(ReportText(form="A1", period="2026-Q1", section="uu_diem", text="Đã làm tốt."))
        write.save(
            ReportCell(
                form_code="A2", table_code="A2", period="2026-Q1", row_code="II.7", col_code="so_luong", remark="Ước"
            )
        )
    for kind, wanted in (("report_text", "A1 Báo cáo kết quả hoạt động công đoàn"), ("report_cell", "Số lượng")):
        shown = window.ways.show_list(kind)
        assert shown is not None
        cells = [str(shown.table.rows.index(0, place).data()) for place in range(shown.table.rows.columnCount())]
        assert wanted in cells
        assert not [text for text in cells if re.fullmatch(r"[a-z]+_[a-z_]+", text)]


@pytest.mark.parametrize("typed", ["trọn bộ", "Q"])
def test_a_report_is_chosen_by_its_name_or_by_its_key(qtbot: QtBot, store: Store, typed: str) -> None:
    editor, widget = editor_for(store, ReportDue.fields["form_code"], of=ReportDue)
    qtbot.addWidget(widget)
    assert isinstance(editor, ChoiceEditor)
    editor.setText(typed)
    editor.tidy()
    assert (editor.value(), editor.text()) == ("Q", "Báo cáo trọn bộ")


def test_a_record_is_titled_by_its_period_in_words() -> None:
    assert ReportText(form="A1", period="2026-Q1", section="uu_diem").title_text == "Lời văn A1, Quý I/2026"
