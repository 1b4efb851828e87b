"""Next year's form under this year's map; forms handed on with their maps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from exports.official.carry import carry
from exports.official.map import Entry, MapOfWorkbook
from exports.official.placing import Placing
from exports.official.sharing import SharedForm, read_shared, share, shipped_forms, version_for
from exports.official.workbook import Workbook, read_workbook
from models.errors import UserError
from models.periods import period_from
from tests.exports.official.strange_forms import district


@pytest.fixture
def old(tmp_path: Path) -> tuple[Workbook, MapOfWorkbook]:
    truth = district(tmp_path / "2026.xlsx")
    entries = [Entry("BC", at, value=value) for at, value in truth.items()]
    entries += [Entry("BC", "A2", text="Đơn vị báo cáo: {don_vi}"), Entry("BC", "B1", text="{cap_tren}")]
    return read_workbook(tmp_path / "2026.xlsx"), MapOfWorkbook(tuple(entries), "Báo cáo quý", "2026")


def changed(tmp_path: Path, change: Callable[..., None]) -> Workbook:
    """The form of 2026 after somebody worked on it in a spreadsheet program."""
    book = load_workbook(tmp_path / "2026.xlsx")
    change(book["BC"])
    book.save(tmp_path / "2027.xlsx")
    return read_workbook(tmp_path / "2027.xlsx")


def by_value(chart: MapOfWorkbook) -> dict[str, str]:
    return {entry.value or entry.text or "": entry.at for entry in chart.entries}


def test_the_same_form_keeps_every_line(old: tuple[Workbook, MapOfWorkbook], tmp_path: Path) -> None:
    found = carry(*old, changed(tmp_path, lambda sheet: None), "2027")
    assert (len(found.kept), found.moved, found.lost, found.added, found.removed) == (86, (), (), (), ())
    assert found.chart.version == "2027"


def test_lines_and_columns_that_moved_are_found_by_their_labels(
    old: tuple[Workbook, MapOfWorkbook], tmp_path: Path
) -> None:
    def change(sheet: object) -> None:
        sheet.insert_rows(3, 2)  # type: ignore[attr-defined]
        sheet.insert_cols(4)  # type: ignore[attr-defined]
        sheet["D9"] = "Mã số"  # type: ignore[index]
        for row in range(11, 36):
            if sheet.cell(row, 2).value == "Số sáng kiến được công nhận":  # type: ignore[attr-defined]
                sheet.cell(row, 2).value = "Tổng số sáng kiến được công nhận"  # type: ignore[attr-defined]
            if sheet.cell(row, 2).value == "Số lượt phát thanh nội bộ":  # type: ignore[attr-defined]
                sheet.cell(row, 2).value = "Số mái ấm công đoàn được hỗ trợ xây mới"  # type: ignore[attr-defined]

    found = carry(*old, changed(tmp_path, change))
    before, after = by_value(old[1]), by_value(found.chart)
    assert (before["A2:III.1:so_luong"], after["A2:III.1:so_luong"]) == ("E21", "F23")
    assert (before["A2:I.4:cung_ky"], after["A2:I.4:cung_ky"]) == ("G13", "H15")
    assert {each.value.split(":")[1] for each in found.lost} == {"III.10"}
    assert {each.before.value.split(":")[1] for each in found.moved if each.reworded} <= {"IV.5"}
    assert (before["A2:IV.5:so_luong"], after["A2:IV.5:so_luong"]) == ("E30", "F32")
    assert found.added == (("BC", "Số mái ấm công đoàn được hỗ trợ xây mới"),)
    assert found.removed == (("BC", "Số lượt phát thanh nội bộ"),)
    assert (after["Đơn vị báo cáo: {don_vi}"], after["{cap_tren}"]) == ("A2", "B1")
    assert Placing(read_workbook(tmp_path / "2027.xlsx"), found.chart).faults == []


def test_a_sheet_with_another_name_is_known_by_its_labels(old: tuple[Workbook, MapOfWorkbook], tmp_path: Path) -> None:
    def rename(sheet: object) -> None:
        sheet.title = "Biểu 2027"  # type: ignore[attr-defined]

    found = carry(*old, changed(tmp_path, rename))
    assert {entry.sheet for entry in found.chart.entries} == {"Biểu 2027"}
    assert not found.lost


def test_a_form_is_shared_with_its_map_in_one_file(old: tuple[Workbook, MapOfWorkbook], tmp_path: Path) -> None:
    form = SharedForm("Báo cáo quý - LĐLĐ tỉnh", "2026", date(2026, 1, 1), *old, note="Gửi trước ngày 5")
    share(form, tmp_path / "a.bieumau")
    share(form, tmp_path / "b.bieumau")
    assert (tmp_path / "a.bieumau").read_bytes() == (tmp_path / "b.bieumau").read_bytes()
    again = read_shared(tmp_path / "a.bieumau")
    assert (again.title, again.version, again.first_day, again.note) == (
        *("Báo cáo quý - LĐLĐ tỉnh", "2026", date(2026, 1, 1)),
        "Gửi trước ngày 5",
    )
    assert again.chart == old[1]
    assert again.workbook.package.raw == old[0].package.raw


def test_a_file_that_is_no_shared_form_is_refused(old: tuple[Workbook, MapOfWorkbook], tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"đuôi \.bieumau"):
        share(SharedForm("a", "1", None, *old), tmp_path / "a.zip")
    with pytest.raises(UserError, match="không phải là tệp biểu mẫu dùng chung"):
        read_shared(old[0].path)
    with pytest.raises(UserError, match="Không mở được"):
        read_shared(tmp_path / "khong.bieumau")


def test_old_periods_keep_the_old_form(old: tuple[Workbook, MapOfWorkbook]) -> None:
    first = SharedForm("Báo cáo", "2026", None, *old)
    second = replace(first, version="2027", first_day=date(2027, 1, 1))
    for text, version in (("2026-Q4", "2026"), ("2027-Q1", "2027"), ("2028-H1", "2027")):
        found = version_for([second, first], period_from(text))
        assert found is not None
        assert found.version == version
    assert version_for([second], period_from("2026-Q4")) is None


def test_every_shipped_form_can_be_filled_at_once() -> None:
    shipped = shipped_forms()
    assert [form.title for form in shipped] == ["Mẫu số 1-HĐCĐ: Báo cáo hoạt động công đoàn cơ sở"]
    for form in shipped:
        assert list(form.faults) == []
        assert Placing(form.workbook, form.chart).faults == []
        assert form.note
