"""The editor: every change is seen, can be taken back, and what would be lost or wrong is said before."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from exports.form import HEADING
from exports.form_shelf import FOLDER, form_named, forms, shelf
from exports.own.copying import copy_of
from exports.own.shelf import keep, write
from models.own_folder import own_folder
from tests.ui.form_editing.conftest import Begin, Settle
from tests.ui.keys import CONTROL, press, type_in
from ui import messages
from ui.figures.choice import Pick
from ui.form_editing import steps
from ui.form_editing.choices import choices_for
from ui.form_editing.editor import FormEditor
from ui.form_editing.own_forms import OF_BUNDLE, OF_MADE, OF_WORDS
from ui.form_editing.parts_card import COLUMNS
from ui.pages.reports import ReportsPage


def labels(editor: FormEditor) -> list[str]:
    return [row.label for row in editor.desk.table.rows]


def choose(editor: FormEditor, label: str) -> None:
    editor.desk.choose(labels(editor).index(label))


@pytest.mark.parametrize(("answer", "is_open", "is_kept"), [(0, False, True), (1, False, False), (None, True, False)])
def test_closing_asks_what_becomes_of_the_changes(
    begin: Begin, answer: int | None, is_open: bool, is_kept: bool
) -> None:
    editor = begin("B1")
    editor.desk.row_panel.fields["label"].setFocus()
    type_in("Nghi quyet")
    with messages.answered(answer) as asked:
        editor.close()
    assert asked == ["Lưu biểu trước khi đóng?"]
    assert (editor.isVisible(), "B1-RIENG" in shelf().forms) == (is_open, is_kept)
    if is_open:
        with messages.answered(1):
            editor.close()


def test_closing_without_a_change_asks_nothing(begin: Begin) -> None:
    editor = begin("B1")
    with messages.answered() as asked:
        editor.close()
    assert asked == []
    assert not shelf().own


def test_typing_is_one_step_and_comes_back_in_one(begin: Begin, settle: Settle) -> None:
    editor = begin("B1")
    before = labels(editor)
    editor.desk.parts.list.setFocus()
    press(Qt.Key.Key_F2)
    type_in("Khac")
    settle()
    assert editor.desk.preview.documents[0].tables[0].rows[0].cells[1].value == "Khac"
    press(Qt.Key.Key_Z, CONTROL)
    settle()
    assert labels(editor) == before
    assert editor.desk.row_panel.fields["label"].text() == before[0]
    assert editor.desk.preview.documents[0].tables[0].rows[0].cells[1].value == before[0]
    press(Qt.Key.Key_Y, CONTROL)
    assert labels(editor)[0] == "Khac"
    editor.desk.undo()


def test_the_row_chosen_stays_chosen_when_a_move_is_taken_back(begin: Begin) -> None:
    editor = begin("B1")
    steps.move(editor.desk, 1)
    steps.move(editor.desk, 1)
    assert editor.desk.at == 2
    editor.desk.undo()
    editor.desk.undo()
    assert (editor.desk.at, editor.desk.draft.is_changed) == (0, False)


def test_a_row_in_a_sum_is_taken_out_only_after_the_sum_was_named(begin: Begin) -> None:
    editor = begin("B3")
    choose(editor, "Hội nghị tuyên truyền, quán triệt")
    with messages.answered(False) as asked:
        steps.remove(editor.desk)
    assert asked == ["Xóa dòng “Hội nghị tuyên truyền, quán triệt”?"]
    assert "Hội nghị tuyên truyền, quán triệt" in labels(editor)
    with messages.answered(True):
        steps.remove(editor.desk)
    assert "Hội nghị tuyên truyền, quán triệt" not in labels(editor)
    with messages.answered() as asked:
        choose(editor, "Cuộc thi trực tuyến")
        steps.remove(editor.desk)
    assert (asked, "Cuộc thi trực tuyến" in labels(editor)) == ([], False)
    with messages.answered(1):
        editor.close()


def test_headings_and_sums_are_put_in_where_she_is(begin: Begin, settle: Settle) -> None:
    editor = begin("A2")
    choose(editor, "Số lượt người tham dự")
    steps.add_heading(editor.desk)
    assert editor.desk.table.rows[editor.desk.at].level == HEADING
    editor.desk.undo()
    choose(editor, "Số lượt người tham dự")
    steps.add_sum(editor.desk)
    settle()
    assert editor.desk.table.rows[editor.desk.at].sum_of == ("III.1", "III.2")
    assert editor.desk.row_panel.value.text() == "470"
    editor.desk.row_panel.others.model().item(  # type: ignore[attr-defined]
        [each.code for each in editor.desk.table.rows if each.code != "them-1"].index("III.1")
    ).setCheckState(Qt.CheckState.Unchecked)
    settle()
    assert editor.desk.row_panel.value.text() == "465"
    with messages.answered(1):
        editor.close()


def test_a_figure_that_no_column_counts_goes_into_the_column_chosen(begin: Begin, settle: Settle) -> None:
    editor = begin("B1")
    steps.add_row(editor.desk)
    choice = next(each for each in choices_for(editor.desk.table) if each.key == "voices_received" and not each.where)
    assert [words for _key, words in choice.ways][1] == "Ghi vào cột “Số buổi lồng ghép”"
    steps.take(editor.desk, Pick(choice, "4"))
    settle()
    assert editor.desk.row_panel.value.text() == "10 ý kiến"
    assert editor.desk.row_panel.fields["label"].text() == choice.title
    with messages.answered(1):
        editor.close()


def test_columns_get_other_titles_and_places(begin: Begin, settle: Settle) -> None:
    editor = begin("B1")
    editor.desk.show_side(COLUMNS)
    editor.desk.choose(2)
    steps.enter(editor.desk)
    type_in("So cuoc")
    steps.move(editor.desk, 1)
    settle()
    assert [column.title for column in editor.desk.preview.documents[0].tables[0].columns[2:4]] == [
        "Số buổi lồng ghép",
        "So cuoc",
    ]
    assert editor.desk.column_panel.heading.text() == "Số buổi tuyên truyền"
    with messages.answered(1):
        editor.close()


def test_the_form_cannot_be_saved_while_the_reader_would_refuse_it(begin: Begin) -> None:
    editor = begin("B1")
    for name, text, told in (("id", "A2", "mã “A2” đã có biểu khác dùng"), ("title", " ", "chưa ghi tên biểu")):
        field = editor.desk.head.fields[name]
        field.setFocus()
        field.selectAll()
        type_in(text)
        assert told in editor.notice.text()
        assert not editor.save_button.isEnabled()
        editor.desk.undo()
        assert editor.save_button.isEnabled()
    with messages.answered(1):
        editor.close()


def test_rows_of_lists_are_left_alone_and_their_columns_can_be_changed(begin: Begin) -> None:
    editor = begin("C1")
    assert editor.desk.side == COLUMNS
    assert not editor.desk.parts.sides.isVisible()
    assert editor.desk.parts.note.isVisible()
    editor.close()
    editor = begin("C2")
    editor.desk.show_table(1)
    assert (editor.desk.side, editor.desk.parts.table_button.text()) == (COLUMNS, "Danh sách sáng kiến được công nhận…")
    editor.close()


@pytest.mark.parametrize("form", [name for name, form in forms().items() if not form.made])
def test_every_form_that_is_filled_row_by_row_can_be_copied_and_kept(
    begin: Begin, page: ReportsPage, settle: Settle, form: str
) -> None:
    editor = begin(form)
    for at in range(len(editor.desk.draft.form.tables)):
        editor.desk.show_table(at)
    assert editor.save()
    settle()
    assert page.form == f"{form}-RIENG"
    assert page.report is not None


@pytest.mark.parametrize(("form", "why"), [("Q", OF_BUNDLE), ("A1", OF_WORDS), ("G1", OF_MADE["scoring"])])
def test_what_cannot_be_copied_says_where_it_is_changed(
    page: ReportsPage, settle: Settle, monkeypatch: pytest.MonkeyPatch, form: str, why: str
) -> None:
    told: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda _parent, _heading, text: told.append(text))
    page.forms.choose(form)
    page.own_forms.copy()
    settle()
    assert told == [why]


def test_a_code_that_is_taken_is_asked_about(page: ReportsPage, settle: Settle, tmp_path: Path) -> None:
    form = copy_of(forms()["B1"], forms())
    keep(form)
    write(form, tmp_path / "b.toml")
    for answer, own in ((None, ["B1-RIENG"]), (1, ["B1-RIENG"]), (0, ["B1-RIENG", "B1-RIENG-2"])):
        with messages.answered(tmp_path / "b.toml", answer) as asked:
            page.own_forms.take_in()
        settle()
        assert asked[1] == "Thêm biểu “Tổng hợp hoạt động tuyên truyền theo nội dung (bản riêng)”?"
        assert sorted(shelf().own) == own


def test_a_file_with_faults_is_refused_with_all_of_them(page: ReportsPage, tmp_path: Path) -> None:
    path = tmp_path / "b.toml"
    path.write_text('id = "X"\nmau = 1\n', encoding="utf-8")
    with messages.answered(path) as asked:
        page.own_forms.take_in()
    assert asked[1:] == ["Chưa làm được"]
    assert not shelf().own


def test_a_deleted_form_is_fetched_back_from_the_menu(page: ReportsPage, begin: Begin, settle: Settle) -> None:
    assert begin("E2").save()
    settle()
    with messages.answered(True):
        page.own_forms.remove()
    settle()
    menu = page.own_button.menu()
    menu.aboutToShow.emit()
    (back,) = (each for each in menu.findChildren(QMenu) if each.title() == "Lấy lại biểu đã xóa")
    (entry,) = back.actions()
    assert entry.text().startswith("E2-RIENG: ")
    entry.trigger()
    settle()
    assert page.form == "E2-RIENG"


def test_forms_that_cannot_be_read_are_told_of_in_the_menu(page: ReportsPage) -> None:
    own_folder(FOLDER).mkdir(parents=True)
    (own_folder(FOLDER) / "hong.toml").write_text("[[", encoding="utf-8")
    menu = page.own_button.menu()
    menu.aboutToShow.emit()
    assert menu.actions()[-1].text() == "1 biểu chưa dùng được…"


def test_her_own_form_is_opened_again_as_it_was_kept(
    qtbot: QtBot, page: ReportsPage, begin: Begin, settle: Settle
) -> None:
    assert begin("B1").save()
    settle()
    page.own_forms.edit()
    editor = page.window().findChildren(FormEditor)[-1]
    qtbot.waitExposed(editor)
    settle()
    editor.desk.head.fields["id"].setFocus()
    editor.desk.head.fields["id"].selectAll()
    type_in("TT-1")
    assert editor.save()
    settle()
    assert (page.form, list(shelf().own), form_named("TT-1").version) == ("TT-1", ["TT-1"], "2026.1")
