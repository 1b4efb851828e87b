"""What was sent never changes: the same bytes after any later edit, and every difference told, no other."""

from __future__ import annotations

import io
import random
import shutil
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from exports.build import build
from exports.differences import differences
from exports.form_shelf import form_named
from exports.run import ENDINGS
from exports.sealing import NothingNew, seal
from exports.sendable_report import SendableReport
from exports.sent import hand_out_again, seals_as_json, sent_report
from models.errors import UserError
from models.ledger import file, history, interchange
from models.ledger.check import check
from models.ledger.store import Store
from models.periods import period_from, quarter
from models.records.activity import Activity, ActivityAudience
from models.records.award import Award
from models.records.feedback import Feedback
from models.records.member import Member
from models.records.welfare import WelfareAction
from models.sample.make import make_sample
from models.sealing.keep import withdraw
from models.sealing.read import file_of, seal_marked, seals, standing
from models.sealing.since import changed_since, late_records
from models.tables import SEALED_CELLS, SEALED_FILES, SEALED_RECORDS, SEALS

PERIOD = quarter(2026, 1)
DAY = datetime(2026, 2, 3, 8)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small life of a union, made once."""
    path = tmp_path_factory.mktemp("sample") / "mau.socd"
    make_sample(path, activities=60)
    return path


@pytest.fixture
def store(sample: Path, tmp_path: Path) -> Iterator[Store]:
    opened = file.open_ledger(Path(shutil.copyfile(sample, tmp_path / "so.socd")))
    yield opened
    opened.close()


def figures_of(store: Store, form: str) -> dict[tuple[str, str, str], Any]:
    """Every cell of a form as it is now, read without the sealing."""
    document = build(store, form_named(form), PERIOD, signed_on=date(2026, 4, 5))
    return {
        (table.id, row.code, column.key): cell.value
        for table in document.tables
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
    }


def edit(store: Store, dice: random.Random) -> None:
    """One change that a person might make: a record added, changed or removed."""
    kind = dice.choice((Activity, Activity, Feedback, Award, WelfareAction, Member))
    found = [each.uid for each in store.read_all(kind)]
    with store.write("Sửa") as write:
        if dice.random() < 0.2:
            write.save(
                WelfareAction(on=date(2026, 2, dice.randint(1, 28)), n_turns=dice.randint(1, 9), amount_vnd=1000)
            )
            return
        record = store.read(kind, dice.choice(found))
        if isinstance(record, Activity):
            record.n_sessions += 1
            record.audiences.append(ActivityAudience(group="doan_vien", n_turns=dice.randint(1, 50)))
        elif isinstance(record, Feedback):
            record.subject_area = dice.choice(["tien_luong", "khac"])
        elif isinstance(record, Award):
            record.money_vnd = (record.money_vnd or 0) + 100_000
        elif isinstance(record, WelfareAction):
            write.remove(WelfareAction, record.uid)
            return
        elif isinstance(record, Member):
            record.joined_on = date(2026, 1, 15) if record.left_on is None else record.joined_on
        write.save(record)


def test_a_reprint_is_the_same_bytes_and_every_difference_is_told(store: Store, tmp_path: Path) -> None:
    sent_values = {form: figures_of(store, form) for form in ("A2", "B1")}
    sent = {form: seal(store, form, PERIOD) for form in sent_values}
    printed = {}
    for form, each in sent.items():
        for ending in ENDINGS:
            assert hand_out_again(store, each, tmp_path / f"{form}{ending}")
            printed[form, ending] = (tmp_path / f"{form}{ending}").read_bytes()
    dice = random.Random(4)
    for _ in range(50):
        edit(store, dice)
    for form, each in sent.items():
        for ending in ENDINGS:
            hand_out_again(store, each, tmp_path / f"again{ending}")
            assert (tmp_path / f"again{ending}").read_bytes() == printed[form, ending]
        now = figures_of(store, form)
        expected = {
            place: (sent_values[form].get(place), now.get(place))
            for place in {*now, *sent_values[form]}
            if now.get(place) != sent_values[form].get(place)
        }
        told = {each.place[1:]: (each.sent, each.now) for each in differences(store, each)}
        assert told == expected
        assert len(told) > 5
    assert check(store) == []


def test_a_difference_names_the_records_that_caused_it(store: Store) -> None:
    sent = seal(store, "A2", PERIOD)
    done = next(
        each
        for each in store.read_all(Activity)
        if each.start_at.date() >= date(2026, 1, 1) and each.status == "da_thuc_hien" and each.form == "hoi_nghi"
    )
    done.n_sessions += 3
    with store.write("Sửa hoạt động") as write:
        write.save(done)
        write.save(WelfareAction("late", on=date(2026, 2, 2), n_turns=4, amount_vnd=500_000))
    found = {each.place.row: each for each in differences(store, sent) if each.place.column == "so_luong"}
    assert [(each.type, each.uid, each.what) for each in found["III.1"].records] == [("activity", done.uid, "changed")]
    assert [(each.type, each.uid, each.what) for each in found["II.7"].records] == [("welfare_action", "late", "added")]
    assert found["III.1"].now == found["III.1"].sent + 3  # type: ignore[operator]
    assert found["III.1"].label == "Số buổi tuyên truyền – Số lượng"
    assert [each.uid for each in late_records(store, sent)] == ["late"]


def test_what_was_put_back_is_no_difference(store: Store) -> None:
    sent = seal(store, "A2", PERIOD)
    with store.write("Thêm") as write:
        write.save(WelfareAction("late", on=date(2026, 2, 2), n_turns=4))
    assert differences(store, sent)
    history.undo(store)
    assert differences(store, sent) == []
    assert changed_since(store, sent.after_write) == {}


def test_sending_again_without_a_change_makes_no_new_version(store: Store) -> None:
    seal(store, "A2", PERIOD)
    with pytest.raises(NothingNew, match="không có gì thay đổi"):
        seal(store, "a2", PERIOD)
    assert len(seals(store)) == 1


def test_a_corrected_report_replaces_the_former_and_both_are_kept(store: Store) -> None:
    first = seal(store, "A2", PERIOD)
    former = file_of(store, first, ".json")
    with store.write("Thêm") as write:
        write.save(WelfareAction(on=date(2026, 2, 2), n_turns=4))
    second = seal(store, "A2", PERIOD)
    assert (second.version, second.replaces, second.mark != first.mark) == (2, first.number, True)
    assert sent_report(store, "A2", PERIOD) == second
    assert file_of(store, first, ".json") == former != file_of(store, second, ".json")
    assert differences(store, second) == []
    said = seals_as_json(store)
    assert [(each["version"], each["state"], each["differences"]) for each in said] == [
        (1, "replaced", []),
        (2, "sent", []),
    ]


def test_a_withdrawn_report_stays_in_the_ledger(store: Store) -> None:
    sent = seal(store, "A2", PERIOD)
    with pytest.raises(UserError, match="lý do"):
        withdraw(store, sent, " ")
    withdraw(store, sent, "Gửi nhầm kỳ")
    assert standing(store, "A2", PERIOD.text) is None
    assert [each.withdrawn_reason for each in seals(store)] == ["Gửi nhầm kỳ"]
    assert file_of(store, sent, ".pdf")
    assert seal(store, "A2", PERIOD).version == 2
    assert check(store) == []


def test_a_seal_is_not_undone(store: Store) -> None:
    before = history.next_undo(store)
    seal(store, "A2", PERIOD)
    assert history.next_undo(store) == before
    dump = io.StringIO()
    interchange.dump(store, dump)
    with pytest.raises(UserError):
        while True:
            history.undo(store)
    assert len(seals(store)) == 1
    assert check(store) == []


def test_a_write_between_figures_and_sealing_is_noticed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    real = SendableReport.files

    def slow(report: SendableReport, mark: str) -> Mapping[str, bytes]:
        with store.write("Thêm") as write:
            write.save(WelfareAction(on=date(2026, 2, 2), n_turns=4))
        return real(report, mark)

    monkeypatch.setattr(SendableReport, "files", slow)
    with pytest.raises(UserError, match="ghi thêm"):
        seal(store, "A2", PERIOD)
    assert seals(store) == []


@pytest.mark.parametrize("table", [SEALED_CELLS, SEALED_FILES, SEALED_RECORDS, SEALS], ids=lambda table: table.name)
def test_whatever_is_changed_in_a_sealed_report_is_noticed(store: Store, table: Any) -> None:
    seal(store, "B1", PERIOD)
    assert check(store) == []
    column = {"sealed_cell": "value", "sealed_file": "content", "sealed_record": "uid", "seal": "sealed_at"}[table.name]
    forged = b"x" if column == "content" else "9"
    with store.write("Sửa trộm") as write:
        write.connection.execute(table.update().where(table.c.id == 1), {column: forged})
    assert [each for each in check(store) if "không còn như lúc khóa" in each]


WITHDRAWN = {"withdrawn_at": None, "withdrawn_by": None, "withdrawn_reason": None}


@pytest.mark.parametrize(
    "forgery",
    [
        pytest.param([SEALS.update().values(withdrawn_reason="Lý do khác")], id="another reason"),
        pytest.param([SEALS.update().values(WITHDRAWN)], id="never withdrawn"),
        pytest.param([SEALED_FILES.update().values(sha256="0" * 64)], id="another digest of a file"),
        pytest.param([each.delete() for each in (SEALED_CELLS, SEALED_RECORDS, SEALED_FILES, SEALS)], id="gone"),
    ],
)
def test_a_withdrawal_cannot_be_forged_nor_a_report_vanish(store: Store, forgery: list[Any]) -> None:
    withdraw(store, seal(store, "B1", PERIOD), "Gửi nhầm kỳ")
    assert check(store) == []
    with store.write("Sửa trộm") as write:
        for each in forgery:
            write.connection.execute(each)
    assert [each for each in check(store) if "không còn như lúc khóa" in each]


def test_a_report_after_a_withdrawn_correction_replaces_the_one_that_stood(store: Store) -> None:
    seal(store, "B1", PERIOD)
    for number in (1, 2):
        with store.write("Thêm") as write:
            write.save(Activity(title=f"Buổi {number}", form="hoi_nghi", start_at=DAY, primary_topic="atgt"))
        sent = seal(store, "B1", PERIOD)
        if number == 1:
            withdraw(store, sent, "Gửi nhầm")
    assert [(each["version"], each["replaces"]) for each in seals_as_json(store)] == [(1, None), (2, 1), (3, 1)]


def test_the_bundle_is_sealed_as_one(store: Store) -> None:
    sent = seal(store, "q", PERIOD)
    assert sent.form == "Q"
    assert "A2=" in sent.form_version
    assert seal_marked(store, sent.mark.lower()) == sent
    with store.write("Thêm") as write:
        write.save(WelfareAction(on=date(2026, 2, 2), n_turns=4))
    changed = {(each.place.form, each.place.row) for each in differences(store, sent)}
    assert {form for form, _row in changed} == {"A2", "Q"}
    assert {row for form, row in changed if form == "Q"} == {"dai_dien"}, "the text is sealed too"


def test_every_subject_counted_and_a_unit_scored_are_reports_of_their_own(store: Store) -> None:
    usual, every = seal(store, "B1", PERIOD), seal(store, "b1+", PERIOD)
    assert [each.title for each in (usual, every)] == [
        "B1, Quý I/2026",
        "B1 (tính ở mọi nội dung của buổi), Quý I/2026",
    ]
    assert (every.version, sent_report(store, "B1+", PERIOD)) == (1, every)
    own = store.own_unit().code
    scored = seal(store, f"G1@{own}", period_from("2026"))
    assert (scored.form, scored.named) == (f"G1@{own}", f"G1 của đơn vị {own}")
    assert differences(store, scored) == []
    with pytest.raises(UserError):
        seal(store, "G1@KHONG-CO", period_from("2026"))
