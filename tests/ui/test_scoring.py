"""Points typed by keyboard beside their evidence: totals follow, what is wrong is told, nothing is given by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from exports.scoring.sheet import open_sheet
from models.ledger import history
from models.ledger.file import create
from models.ledger.store import Store
from models.periods import quarter, whole_year
from models.records.feedback import Feedback
from models.records.rating import RatingScheme, RatingScore, UnitRating
from models.records.unit import OrgUnit, new_own_unit
from tests.ui.reports_desk import Desk, settle, shown
from ui import messages
from ui.pages.reports import ReportsPage
from ui.scoring.dialog import ScoringDialog
from ui.scoring.score_lines import COLUMNS, EVIDENCE

YEAR = whole_year(2026)
SCORE = next(place for place, column in enumerate(COLUMNS) if column.field)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A union with a group, and one item of feedback from it."""
    made = create(tmp_path / "so.socd", new_own_unit("CĐCS Mẫu A", "LĐLĐ tỉnh Tây Ninh", "CDCS-MAU"))
    with made.write("Thêm") as write:
        write.save(
            OrgUnit(
                "T1", code="TO-1", kind="union_group", name_full="Tổ công đoàn Xưởng Cắt", parent=made.own_unit().uid
            )
        )
        write.save(
            Feedback(
                "F1", received_on=date(2026, 2, 3), channel="hop_to", source_kind="ca_nhan", kind="kien_nghi",
                subject_area="phuc_loi", content="Quạt hỏng", competent_level="co_so_nsdld", union_group="T1",
            )
        )  # fmt: skip
    yield made
    made.close()


def opened(qtbot: QtBot, store: Store, form: str = "G2", unit: str | None = "T1") -> tuple[ScoringDialog, Desk]:
    window = Desk(store)
    sheet = open_sheet(store, form, YEAR, unit)
    made = ScoringDialog(window, store, sheet, YEAR)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made, before_close_func=lambda each: each.done(0))
    made.show()
    qtbot.waitExposed(made)
    return made, window


def type_score(made: ScoringDialog, text: str) -> None:
    """As hands do it: digits begin the score, Enter ends it."""
    QTest.keyClicks(made.table, text[:1])
    (editor,) = [each for each in made.table.viewport().findChildren(QLineEdit) if each.isVisible()]
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def text(made: ScoringDialog, row: int, column: int) -> str:
    return str(made.rows.index(row, column).data())


def test_scores_typed_one_after_the_other_add_up_and_are_kept(qtbot: QtBot, store: Store) -> None:
    made, _window = opened(qtbot, store)
    assert made.totals.text().startswith("Tự chấm: chưa chấm / 100 điểm")
    for score in ("18", "13,5", "8", "12", "9", "10", "7", "8"):
        type_score(made, score)
    assert text(made, 0, SCORE) == "77,5", "the group adds up"
    assert "Tự chấm: 85,5 / 100 điểm (85,5%) – đề nghị: Khá" in made.totals.text()
    assert "chưa xác nhận" in made.reasons.text()
    made._editors["disciplined"][0].show_value("khong")
    made._take("disciplined")
    assert "đề nghị: Vững mạnh" in made.totals.text()
    QTest.keyClick(made, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not made.isVisible()
    (kept,) = store.read_all(UnitRating)
    assert (kept.unit, kept.period, kept.disciplined) == ("T1", "2026", "khong")
    assert [kept.score_of(code).self_score for code in ("1", "2", "II")] == [18, 13.5, 8]
    assert history.undo(store).label == "Chấm điểm Tổ công đoàn Xưởng Cắt (Năm 2026)"
    assert not list(store.read_all(UnitRating))


def test_evidence_stands_beside_the_score_and_opens_its_records(qtbot: QtBot, store: Store) -> None:
    made, window = opened(qtbot, store)
    row = next(place for place, line in enumerate(made.rows.lines.criteria) if line.code == "4")
    assert text(made, row, EVIDENCE) == "Số ý kiến, kiến nghị đã tiếp nhận: 1"
    assert text(made, row, SCORE) == "", "evidence gives no point"
    made.table.setCurrentIndex(made.rows.index(row, EVIDENCE))
    QTest.keyClick(made.table, Qt.Key.Key_Return)
    assert window.listed == [("Số ý kiến, kiến nghị đã tiếp nhận", "feedback", ["F1"])]


def test_points_without_proof_are_told_until_she_names_one(qtbot: QtBot, store: Store) -> None:
    made, _window = opened(qtbot, store)
    row = next(place for place, line in enumerate(made.rows.lines.criteria) if line.code == "II")
    assert "có thể mất 10 điểm" in text(made, row, EVIDENCE)
    before = made.totals.text().rsplit(" ", 1)[1]
    made.rows.take(made.rows.index(row, len(COLUMNS) - 1), "Biên bản", None)
    assert text(made, row, EVIDENCE) == ""
    assert int(made.totals.text().rsplit(" ", 1)[1]) == int(before) - 10


def test_a_score_above_the_most_or_no_number_is_not_kept(qtbot: QtBot, store: Store) -> None:
    made, _window = opened(qtbot, store)
    type_score(made, "21")
    assert "hơn 20 điểm chuẩn" in made.wrong.text()
    assert not made.save()
    made.table.begin()
    type_score(made, "x")
    assert "không đọc được số" in made.wrong.text()
    assert not made.save()
    made.table.begin()
    type_score(made, "20")
    assert made.save()
    (kept,) = store.read_all(UnitRating)
    assert [(each.criterion, each.self_score) for each in kept.scores] == [("1", 20)]


def test_a_sheet_opened_and_left_writes_nothing(qtbot: QtBot, store: Store) -> None:
    made, _window = opened(qtbot, store)
    assert made.save()
    assert not list(store.read_all(UnitRating))
    again, _window = opened(qtbot, store)
    type_score(again, "5")
    with messages.answered(False) as asked:
        again.reject()
    assert again.isVisible() and len(asked) == 1
    with messages.answered(True):
        again.reject()
    assert not again.isVisible()


def page(qtbot: QtBot, store: Store, form: str) -> tuple[ReportsPage, Desk]:
    return shown(qtbot, store, form)


def test_the_page_shows_the_year_and_the_unit_chosen(qtbot: QtBot, store: Store) -> None:
    with store.write("Thêm") as write:
        write.save(
            UnitRating(scheme="G2", period="2026", unit="T1", scores=[RatingScore(criterion="1", self_score=17.0)])
        )
    made, window = page(qtbot, store, "G2")
    (document,) = made.preview.documents
    assert document.period == YEAR, "a quarter is chosen above, the sheet is the year's"
    assert document.tables[0].cell("1", "tu_cham").value == 17
    assert made.scoring.isVisible() and made.scoring.unit == "T1"
    made.forms.choose("B1")
    settle(qtbot, window)
    assert not made.scoring.isVisible()
    assert made.preview.documents[0].period == quarter(2026, 1)


def test_the_keyboard_leads_from_the_sheet_to_its_points(qtbot: QtBot, store: Store) -> None:
    made, _window = page(qtbot, store, "G1")
    QTest.keyClick(made, Qt.Key.Key_F2)
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, ScoringDialog) and each.isVisible()]
    assert len(found) == 1
    assert found[0].sheet.unit.is_own
    found[0].reject()


def test_a_shipped_scheme_is_copied_before_it_is_changed(qtbot: QtBot, store: Store) -> None:
    from ui.editing.dialog import RecordDialog

    made, _window = page(qtbot, store, "G2")
    with messages.answered(False):
        made.scoring.scheme_button.click()
    assert not list(store.read_all(RatingScheme))
    with messages.answered(True):
        made.scoring.scheme_button.click()
    (own,) = store.read_all(RatingScheme)
    assert (own.code, own.valid_from) == ("G2", 2026)
    (form,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, RecordDialog) and each.isVisible()]
    form.done(0)
