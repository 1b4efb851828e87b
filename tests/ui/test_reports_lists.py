"""The page "Báo cáo" with lists: a row opens its record, merged cells are one; counting is hers to choose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.ledger.store import Store
from models.records.initiative import Initiative, InitiativeAuthor
from tests.ui.reports_desk import ledger, settle, shown
from ui.reports.sight import Place

TITLE, AUTHOR = 1, 2  # columns of the list of initiatives


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A ledger with three events and an initiative of two authors."""
    with ledger(tmp_path) as made:
        authors = [InitiativeAuthor(name="Một", share_percent=50.0), InitiativeAuthor(name="Hai", share_percent=50.0)]
        with made.write("Thêm") as write:
            write.add_all(
                [
                    Initiative(
                        uid="sk", title="Kéo vải", kind="ky_thuat", recognised_on=date(2026, 2, 1), authors=authors
                    )
                ]
            )
        yield made


def test_a_text_of_a_list_opens_its_record(qtbot: QtBot, store: Store) -> None:
    page, window = shown(qtbot, store)
    page.forms.choose("C2")
    settle(qtbot, window)
    page.preview.sheet.choose(Place(1, 0, AUTHOR))
    page.preview.sheet.opened.emit(Place(1, 0, AUTHOR))
    assert window.opened[-1] == ("initiative", "sk")


def test_a_merged_cell_is_one_wherever_it_is_touched(qtbot: QtBot, store: Store) -> None:
    page, window = shown(qtbot, store)
    page.forms.choose("C2")
    settle(qtbot, window)
    sheet = page.preview.sheet
    sheet.choose(Place(1, 0, TITLE))
    whole = sheet.sight().room(Place(1, 0, TITLE))
    first, second = (sheet.sight().room(Place(1, row, AUTHOR)) for row in (0, 1))
    assert whole.height() == pytest.approx(first.height() + second.height())
    below = second.center()
    below.setX(whole.center().x())
    assert sheet.sight().place(below) == Place(1, 0, TITLE)


def test_she_chooses_how_activities_with_several_contents_count(qtbot: QtBot, store: Store) -> None:
    page, window = shown(qtbot, store)
    page.forms.choose("A2")
    settle(qtbot, window)
    assert page.count_box.isHidden()
    page.forms.choose("B1")
    settle(qtbot, window)
    assert not page.count_box.isHidden()
    assert not page.preview.documents[0].remarks
    page.count_box.click()
    settle(qtbot, window)
    assert page.preview.documents[0].remarks[0].startswith("Một buổi có thể gồm nhiều nội dung")
