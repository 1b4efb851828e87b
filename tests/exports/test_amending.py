"""What she says at a figure: her number with what follows from it, her sentence; in every kind of file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from exports.build import build
from exports.document import ReportDocument, Table
from exports.form_shelf import form_named
from exports.run import hand_out
from models.amendments import cell_at, keep_cell
from models.errors import Refused
from models.ledger import history
from models.ledger.file import create
from models.ledger.store import Store
from models.periods import Period, quarter
from models.records.activity import Activity, ActivityAudience
from models.records.unit import new_own_unit

PERIOD = quarter(2026, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three sessions on two topics."""
    made = create(tmp_path / "so.socd", new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Tây Ninh", "MAU", "Tây Ninh"))
    with made.write("Thêm") as write:
        for day, topic, sessions in ((3, "atvsld", 2), (4, "atgt", 1)):
            write.save(
                Activity(
                    title=f"Hội nghị {topic}",
                    form="hoi_nghi",
                    start_at=datetime(2026, 2, day, 8),
                    primary_topic=topic,
                    n_sessions=sessions,
                    audiences=[ActivityAudience(group="doan_vien", n_turns=10 * sessions, n_members=5)],
                )
            )
    yield made
    made.close()


def document(store: Store, form: str, period: Period = PERIOD) -> ReportDocument:
    return build(store, form_named(form), period, signed_on=date(2026, 4, 5))


def table(store: Store, form: str) -> Table:
    return document(store, form).tables[0]


def say(store: Store, form: str, row: str, column: str, **said: object) -> None:
    cell = cell_at(store, form, PERIOD, (form, row, column))
    for name, value in said.items():
        setattr(cell, name, value)
    keep_cell(store, cell, "con số")


def test_a_number_by_hand_stands_in_its_cell_and_the_total_follows(store: Store) -> None:
    say(store, "B1", "atvsld", "3", override=5.0, override_reason="Ghi thiếu ba buổi")
    shown = table(store, "B1")
    cell = shown.cell("atvsld", "3")
    assert cell.by_hand is not None
    assert (cell.value, cell.by_hand.computed, cell.by_hand.reason) == (5, 2, "Ghi thiếu ba buổi")
    assert (shown.cell("total", "3").value, shown.cell("atgt", "3").value) == (6, 1)
    assert shown.cell("total", "3").by_hand is None


def test_percentages_of_its_row_follow(store: Store) -> None:
    with store.write("Năm trước") as write:
        write.save(
            Activity(title="Cũ", form="hoi_nghi", start_at=datetime(2025, 2, 3), primary_topic="atgt", n_sessions=4)
        )
    assert table(store, "A2").cell("III.1", "so_sanh").value == 75.0
    say(store, "A2", "III.1", "so_luong", override=6.0, override_reason="Đếm lại")
    assert table(store, "A2").cell("III.1", "so_sanh").value == 150.0
    assert table(store, "A2").cell("III.1", "luy_ke").value == 3


def test_other_periods_and_forms_do_not_follow(store: Store) -> None:
    say(store, "B1", "atvsld", "3", override=5.0, override_reason="Ghi thiếu")
    assert table(store, "A2").cell("III.1", "so_luong").value == 3
    assert document(store, "B1", quarter(2026, 2)).tables[0].cell("atvsld", "3").value == 0


def test_a_number_without_a_reason_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="phải nói vì sao"):
        say(store, "B1", "atvsld", "3", override=5.0)


def test_taking_it_back_brings_the_computed_number_back(store: Store) -> None:
    say(store, "B1", "atvsld", "3", override=5.0, override_reason="Ghi thiếu")
    history.undo(store)
    assert table(store, "B1").cell("total", "3").value == 3
    history.redo(store)
    assert table(store, "B1").cell("total", "3").value == 6
    say(store, "B1", "atvsld", "3", override=None, override_reason=None)
    assert table(store, "B1").cell("atvsld", "3").by_hand is None


def test_a_remark_stands_under_the_form_and_in_its_column_for_notes(store: Store, tmp_path: Path) -> None:
    say(store, "A2", "III.1", "so_luong", remark="Tăng do tháng Công nhân")
    say(store, "A2", "III.2", "so_luong", remark="Có thêm công nhân mới")
    made = document(store, "A2")
    expected = (
        "(1) Số buổi tuyên truyền – Số lượng: Tăng do tháng Công nhân",
        "(2) Số lượt người tham dự – Số lượng: Có thêm công nhân mới",
    )
    assert made.remarks == expected
    assert [made.tables[0].cell(row, "ghi_chu").value for row in ("III.1", "III.2", "III.3")] == ["(1)", "(2)", None]
    for ending in (".xlsx", ".pdf", ".json"):
        hand_out(made, tmp_path / f"a{ending}")
    workbook = load_workbook(tmp_path / "a.xlsx")
    texts = {cell.value for row in workbook["A2"].iter_rows() for cell in row}
    assert set(expected) <= texts
    printed = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "a.pdf").pages)
    assert "Tăng do tháng Công nhân" in printed


def test_the_paper_shows_only_the_number_and_json_says_what_was_computed(store: Store, tmp_path: Path) -> None:
    say(store, "B1", "atvsld", "3", override=5.0, override_reason="Ghi thiếu ba buổi", remark="Đã đối chiếu")
    made = document(store, "B1")
    for ending in (".xlsx", ".pdf", ".json"):
        hand_out(made, tmp_path / f"b{ending}")
    said = json.loads((tmp_path / "b.json").read_text(encoding="utf-8"))
    place = {"table": "B1", "row": "atvsld", "column": "3"}
    assert said["overrides"] == [place | {"value": 5, "computed": 2, "reason": "Ghi thiếu ba buổi"}]
    assert said["remarks"] == [place | {"text": "Đã đối chiếu"}]
    rows = {row["code"]: row["cells"]["3"] for row in said["tables"][0]["rows"]}
    assert (rows["atvsld"], rows["total"]) == (5, 6)
    assert "Ghi thiếu" not in "".join(page.extract_text() for page in PdfReader(tmp_path / "b.pdf").pages)
    values = load_workbook(tmp_path / "b.xlsx", data_only=True)["B1"]
    assert "Ghi thiếu" not in str([[cell.value for cell in row] for row in values.iter_rows()])


def test_without_anything_said_nothing_is_added(store: Store, tmp_path: Path) -> None:
    hand_out(document(store, "B1"), tmp_path / "b.json")
    said = json.loads((tmp_path / "b.json").read_text(encoding="utf-8"))
    assert not {"overrides", "remarks"} & set(said)
