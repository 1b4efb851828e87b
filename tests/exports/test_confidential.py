"""Who spoke in confidence, or would not be named, is named in no file of any form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from exports.form_shelf import forms
from exports.made import fitting_period
from exports.run import ENDINGS, export
from models.ledger import file
from models.ledger.store import Store
from models.periods import period_from
from models.records.feedback import Feedback
from models.records.member import Member
from models.records.unit import OrgUnit
from models.vietnamese import folded
from tests.exports.words_of import words_of

SECRET = {"giu_kin": "Quách Thị Lục Bình", "an_danh": "Kiều Văn Thạch Sanh", "doan_vien": "Tạ Thị Mộc Miên"}
PERIOD = period_from("2026-Q1")
VOICE: dict[str, Any] = {
    "received_on": date(2026, 1, 20),
    "channel": "hop_to",
    "kind": "kien_nghi",
    "subject_area": "cchc",
    "is_par": True,
    "competent_level": "ldld_tinh",
    "due_on": date(2026, 2, 20),
}


def said(who: str) -> dict[str, Any]:
    """A voice that names itself."""
    name = SECRET[who]
    told = {"assigned_to": f"Tổ trưởng của {name}", "competent_body": f"Nơi {name.lower()} làm việc"}
    return VOICE | told | {"content": f"Tôi là {name}, đề nghị trả giấy tờ nhanh hơn"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Voices of one who asked to be kept secret, of one without a name, and of a secret member."""
    unit = OrgUnit("own", code="CDCS-MAU-A", kind="grassroots_union", name_full="CĐCS Công ty TNHH Mẫu A")
    opened = file.create(tmp_path_factory.mktemp("so") / "so.socd", unit)
    with opened.write("Nhập") as write:
        write.save(Member("M1", full_name=SECRET["doan_vien"], joined_on=date(2020, 1, 1)))
        write.save(
            Feedback("K1", source_kind="ca_nhan", source_name=SECRET["giu_kin"], confidential=True, **said("giu_kin"))
        )
        write.save(Feedback("K2", source_kind="an_danh", source_name=SECRET["an_danh"], **said("an_danh")))
        write.save(Feedback("K3", source_kind="ca_nhan", member="M1", confidential=True, **said("doan_vien")))
    yield opened
    opened.close()


@pytest.mark.parametrize("ending", [each.removeprefix(".") for each in ENDINGS])
@pytest.mark.parametrize("form", [*forms(), "Q"])
def test_no_file_names_who_is_not_to_be_named(store: Store, tmp_path: Path, form: str, ending: str) -> None:
    target = tmp_path / f"a.{ending}"
    export(store, form, fitting_period(forms()[form], PERIOD) if form in forms() else PERIOD, target)
    said = words_of(target)
    assert any(unit in said for unit in ("congtytnhhmaua", "cdcs-mau-a")), "the file was read"
    assert [who for who, name in SECRET.items() if "".join(folded(name).split()) in said] == []
