"""The page of reports on small screens: nothing is cut off, and every form is called by its name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.ledger.store import Store
from tests.ui.cut_off import cut_off
from tests.ui.reports_desk import ledger, settle, shown
from ui.pages.reports import ReportsPage

SIZES = ((832, 406), (1158, 662), (1072, 614), (1712, 974))  # of the page: 1366x768 and 1920x1080 at 150 % and 100 %


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with ledger(tmp_path) as made:
        yield made


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("size", SIZES)
def test_no_word_of_the_page_is_cut_off(qtbot: QtBot, store: Store, size: tuple[int, int]) -> None:
    page, window = shown(qtbot, store, "Q")
    page.resize(*size)
    for form in ("Q", "B1", "G2"):
        page.forms.choose(form)
        for panel in ("none", "behind", "missing"):
            if panel == "missing":
                page.sending.switch()
            else:
                page.show_panel(panel == "behind")
            settle(qtbot, window)
            QApplication.processEvents()
            assert (form, panel, cut_off(page)) == (form, panel, [])


@pytest.mark.parametrize("size", SIZES)
def test_forms_are_chosen_by_name_at_every_size(qtbot: QtBot, store: Store, size: tuple[int, int]) -> None:
    page, window = shown(qtbot, store, "B1")
    page.resize(*size)
    QApplication.processEvents()
    assert page.forms.isVisible() != page.forms.choice.isVisible(), "the one or the other"
    assert _chosen(page) == "B1 Tổng hợp hoạt động tuyên truyền theo nội dung"
    page.forms.choice.setCurrentIndex(page.forms.ids.index("C1"))
    page.forms.choice.activated.emit(page.forms.choice.currentIndex())
    settle(qtbot, window)
    assert page.form == "C1" and page.preview.documents[0].form == "C1"
    page.forms.choose("Q")
    assert _chosen(page) == page.forms.choice.currentText() == "Báo cáo trọn bộ"


def _chosen(page: ReportsPage) -> str:
    return str(page.forms.currentIndex().data())
