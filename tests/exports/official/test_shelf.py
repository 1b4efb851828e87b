"""The shelf of authorities' forms: versions side by side, nothing lost when a form is put away, bad files told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from exports.official.map import Entry, MapOfWorkbook
from exports.official.sharing import SharedForm
from exports.official.shelf import KeptForm, bring_back, forms_in, keep, kept_in, put_away, renew, rewrite, title_of
from exports.official.workbook import read_workbook
from models.errors import UserError
from models.periods import quarter
from tests.exports.official.workbooks import plain


@pytest.fixture
def form(tmp_path: Path) -> SharedForm:
    """A form with nothing mapped yet."""
    return SharedForm("Biểu 03", "", None, read_workbook(plain(tmp_path / "bieu.xlsx")), MapOfWorkbook((), "Biểu 03"))


def titles(shelf: Path) -> list[str]:
    """What stands on a shelf."""
    return [each.versions[0].form.title for each in forms_in(shelf)[0]]


def test_a_form_just_begun_is_kept_without_any_cell(form: SharedForm, tmp_path: Path) -> None:
    kept = keep(tmp_path / "bieu", form)
    assert kept.folder.name == "bieu-03"
    assert kept.versions[0].form.chart == form.chart


def test_two_forms_of_the_same_name_do_not_meet(form: SharedForm, tmp_path: Path) -> None:
    folders = {keep(tmp_path / "bieu", form).folder for _each in range(3)}
    assert len(folders) == 3
    assert titles(tmp_path / "bieu") == ["Biểu 03"] * 3


def test_each_period_has_the_version_that_was_in_use_on_its_first_day(form: SharedForm, tmp_path: Path) -> None:
    old = keep(tmp_path / "bieu", form)
    entry = Entry("Biểu 1", "D12", value="A2:III.1:so_luong")
    new = renew(old, replace(form, first_day=date(2026, 4, 1), chart=MapOfWorkbook((entry,), "Biểu 03")))
    cells = [len(new.version_for(quarter(2026, number)).form.chart.entries) for number in (1, 2, 3)]
    assert cells == [0, 1, 1]
    assert len(kept_in(old.folder).versions) == 2


def test_a_version_rewritten_takes_the_place_of_the_former(form: SharedForm, tmp_path: Path) -> None:
    kept = keep(tmp_path / "bieu", form)
    rewrite(kept.versions[0], replace(form, title="Biểu 03 mới", periods=("quy", "nam")))
    (again,) = kept_in(kept.folder).versions
    assert (again.form.title, again.form.periods) == ("Biểu 03 mới", ("quy", "nam"))


def test_a_form_put_away_comes_back_whole(form: SharedForm, tmp_path: Path) -> None:
    kept: KeptForm = keep(tmp_path / "bieu", form)
    away = put_away(kept)
    assert titles(tmp_path / "bieu") == []
    bring_back(away, tmp_path / "bieu")
    assert titles(tmp_path / "bieu") == ["Biểu 03"]


def test_a_file_that_cannot_be_read_hides_no_other_form(form: SharedForm, tmp_path: Path) -> None:
    keep(tmp_path / "bieu", form)
    broken = keep(tmp_path / "bieu", form).versions[0].path
    broken.write_bytes(b"PK\x03\x04 hong")
    kept, faults = forms_in(tmp_path / "bieu")
    assert len(kept) == 1
    assert [broken.name in str(fault) for fault in faults] == [True]
    with pytest.raises(UserError):
        kept_in(broken.parent)


def test_a_form_is_called_what_is_written_largest_at_its_head(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A3"], sheet["A14"] = "LIÊN ĐOÀN LAO ĐỘNG TỈNH", "BÁO CÁO  HOẠT ĐỘNG QUÝ", "CHỮ TO Ở DƯỚI BIỂU"
    sheet["A3"].font, sheet["A14"].font = Font(size=15), Font(size=30)
    book.save(tmp_path / "mau_so_1.xlsx")
    assert title_of(read_workbook(tmp_path / "mau_so_1.xlsx"), tmp_path / "mau_so_1.xlsx") == "BÁO CÁO HOẠT ĐỘNG QUÝ"
    assert title_of(read_workbook(plain(tmp_path / "bieu_so_2.xlsx")), tmp_path / "bieu_so_2.xlsx") == "bieu so 2"
