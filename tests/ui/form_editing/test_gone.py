"""A form of hers whose file was deleted outside of the program: said, and gone on without it."""

from __future__ import annotations

import shutil

from PySide6.QtTest import QTest

from exports.form_shelf import FOLDER
from models.own_folder import own_folder
from models.periods import quarter
from tests.ui.form_editing.conftest import Begin, Settle
from ui import messages
from ui.pages.reports import ReportsPage


def test_a_form_whose_file_has_gone_is_told_of_and_leaves_the_list(
    page: ReportsPage, begin: Begin, settle: Settle
) -> None:
    assert begin("B1").save()
    assert begin("E2").save()
    settle()
    page.forms.choose("B1")
    shutil.rmtree(own_folder(FOLDER))
    page.forms.choose("E2-RIENG")
    QTest.qWait(1)
    settle()
    assert page.form in page.forms.ids and not {"B1-RIENG", "E2-RIENG"} & {*page.forms.ids}


def test_a_form_whose_file_goes_while_it_is_shown_is_told_of_politely(
    page: ReportsPage, begin: Begin, settle: Settle
) -> None:
    assert begin("B1").save()
    settle()
    assert page.form == "B1-RIENG"
    shutil.rmtree(own_folder(FOLDER))
    with messages.answered() as asked:
        page.window_.choose_period(quarter(2026, 2))
        settle()
    assert asked == ["Chưa làm được"]
    page.forms.reload()
    settle()
    assert page.form in page.forms.ids and page.report is not None
