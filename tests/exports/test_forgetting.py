"""Someone who left is forgotten: her name is in no record and, in the end, not in the file; every figure stays."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from exports.build import build
from exports.form_shelf import forms
from exports.made import fitting_period
from models.errors import UserError
from models.forgetting import NAMELESS, anonymise, erase_past
from models.ledger import history, interchange
from models.ledger.check import check
from models.ledger.file import open_ledger
from models.ledger.store import Store
from models.periods import period_from
from models.records.award import Award
from models.records.feedback import Feedback
from models.records.initiative import Initiative, InitiativeAuthor
from models.records.member import Member
from models.records.privacy import PrivacyRecord
from models.sample.make import make_sample

PERIODS = [period_from(text) for text in ("2025-Q4", "2026-Q1", "2025")]
NAME = "Quách Thị Lục Bình"  # nobody else is called so
FEEDBACK = {
    "channel": "hop_to",
    "source_kind": "ca_nhan",
    "kind": "gop_y",
    "subject_area": "cchc",
    "content": "Nhanh hơn",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample ledger, where one who left has done everything that one can do."""
    path = tmp_path_factory.mktemp("so") / "mau.socd"
    make_sample(path)
    store = open_ledger(path)
    gone = next(each for each in store.read_all(Member) if each.left_on and str(each.left_on) > "2026" and each.birth)
    gone.full_name, gone.note, gone.card_no = NAME, "Ghi chú riêng", "THE-17"
    day = gone.left_on
    with store.write(f"Sửa đoàn viên “{NAME}”") as write:
        write.save(gone)
        write.save(
            Award("KT", member=gone.uid, subject_kind="ca_nhan", subject_name=NAME, form="bieu_duong", level="cdcs")
        )
        write.save(
            Feedback("YK", member=gone.uid, source_name=NAME, competent_level="co_so_cd", received_on=day, **FEEDBACK)
        )
        author = InitiativeAuthor(member=gone.uid, birth=gone.birth, workplace="Xưởng Cắt", share_percent=100.0)
        write.save(
            Initiative("SK", title="Kệ hàng", kind="ky_thuat", submitted_on=day, recognised_on=day, authors=[author])
        )
    store.close()
    return path


@pytest.fixture
def store(told: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "mau.socd"
    path.write_bytes(told.read_bytes())
    opened = open_ledger(path)
    yield opened
    opened.close()


@pytest.fixture
def gone(store: Store) -> str:
    """The uid of the one who left."""
    return next(each.uid for each in store.read_all(Member) if each.full_name == NAME)


def figures_of_all_forms(store: Store) -> dict[tuple[str, ...], Any]:
    """Every number of every form in every period."""
    found: dict[tuple[str, ...], Any] = {}
    for name, form in forms().items():
        for period in PERIODS:
            for place, table in enumerate(build(store, form, fitting_period(form, period)).tables):
                for number, row in enumerate(table.rows):
                    for column in table.columns:
                        value = table.cell(row.code, column.key).value
                        if isinstance(value, int | float):
                            found[name, period.text, str(place), str(number), column.key] = value
    return found


def dumped(store: Store) -> str:
    text = io.StringIO()
    interchange.dump(store, text)
    return text.getvalue()


def test_the_name_goes_and_every_figure_stays(store: Store, gone: str) -> None:
    before = figures_of_all_forms(store)
    assert len(before) > 1000
    _number, mentions = anonymise(store, gone)
    assert mentions == []
    assert figures_of_all_forms(store) == before
    assert NAME not in dumped(store)
    member = store.read(Member, gone)
    assert (member.full_name, member.birth, member.birth_year, member.job_title) == (NAMELESS, None, None, None)
    assert (member.note, member.card_no, member.member_no) == (None, None, None)
    assert store.read(Award, "KT").subject_name == NAMELESS
    assert store.read(Feedback, "YK").source_name is None
    assert store.read(Initiative, "SK").authors[0].birth is None
    assert any(each.member == gone and each.handled_on for each in store.read_all(PrivacyRecord))
    assert check(store) == []


def test_a_mistake_can_be_taken_back(store: Store, gone: str) -> None:
    before = dumped(store)
    number, _mentions = anonymise(store, gone)
    history.undo(store, number)
    assert dumped(store) == before


def test_where_her_name_stands_in_other_words_is_told(store: Store, gone: str) -> None:
    voice = store.read(Feedback, "YK")
    voice.content = f"Chị {NAME.upper()} đề nghị nhanh hơn"
    with store.write("Sửa") as write:
        write.save(voice)
    _number, mentions = anonymise(store, gone)
    assert [(each.kind, each.uid) for each in mentions] == [("feedback", "YK")]


def test_in_the_end_the_file_does_not_know_her(store: Store, gone: str) -> None:
    anonymise(store, gone)
    assert NAME in str(list(history.changes_of(store, gone))), "the first step can still be taken back"
    erase_past(store, gone)
    assert NAME not in str([list(history.changes_of(store, uid)) for uid in (gone, "KT", "YK", "SK")])
    assert NAME not in str(history.writes(store))
    assert check(store) == []
    path = store.path
    store.close()
    kept = b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*"))
    assert NAME.encode() not in kept
    assert NAMELESS.encode() in kept


def test_only_who_left_is_forgotten_and_in_order(store: Store, gone: str) -> None:
    there = next(each.uid for each in store.read_all(Member) if each.left_on is None)
    with pytest.raises(UserError, match="chưa rời đơn vị"):
        anonymise(store, there)
    with pytest.raises(UserError, match="Hãy ẩn danh đoàn viên này trước"):
        erase_past(store, gone)
