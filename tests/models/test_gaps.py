""" "Còn thiếu gì?": what is planted in a ledger is named, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from models.gaps.find import RULES, gaps
from models.gaps.gap import ERROR, SEVERITIES, Gap
from models.gaps.headings import HEADINGS, heading_of
from models.gaps.twice import alike
from models.ledger import file
from models.ledger.store import Store
from models.periods import quarter
from models.record import Record
from models.records import record_type
from models.records.activity import ActivityAudience, ActivityParContent
from models.records.member import Member
from models.records.target import Target
from models.records.unit import OrgName, OrgUnit, WorkforceSnapshot
from models.sample.make import make_sample
from tests.models.planted_gaps import PLANTED, WHOLE, event

PERIOD, TODAY = quarter(2026, 1), date(2026, 4, 10)
Named = tuple[str, str, str, str]  # rule, severity, uid, field


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's life of a union, which has gaps of its own."""
    path = tmp_path_factory.mktemp("sample") / "mau.socd"
    make_sample(path)
    return path


@pytest.fixture
def store(sample: Path, tmp_path: Path) -> Iterator[Store]:
    opened = file.open_ledger(Path(shutil.copyfile(sample, tmp_path / "so.socd")))
    yield opened
    opened.close()


def named(found: list[Gap]) -> set[Named]:
    return {(gap.rule, gap.severity, gap.uid, gap.field) for gap in found}


def test_every_planted_gap_is_named_and_none_invented(store: Store) -> None:
    before = named(gaps(store, PERIOD, TODAY))
    with store.write("Gieo") as write:
        write.add_all(WHOLE)
        for record, _found in PLANTED:
            write.restore(record)  # as history or an older version may bring them in
    after = named(gaps(store, PERIOD, TODAY))
    expected = {(rule, record.uid, name) for record, found in PLANTED for rule, name in found}
    assert {(rule, uid, name) for rule, _severity, uid, name in after - before} == expected
    assert before <= after
    assert len({rule for rule, _uid, _name in expected}) >= 20


def test_every_gap_says_what_why_and_how_to_repair_it(store: Store) -> None:
    with store.write("Gieo") as write:
        for record, _found in PLANTED:
            write.restore(record)
    for gap in gaps(store, PERIOD, TODAY):
        kind: type[Record] = record_type(gap.type)
        assert gap.severity in SEVERITIES
        assert heading_of(gap) == HEADINGS[gap.rule]
        assert gap.title
        assert gap.field in {*(member.key for member in kind.fields.values()), *kind.lists, ""}
        assert gap.remedy.endswith(".")
        assert not gap.reason.endswith(".")


def only(store: Store) -> set[tuple[str, str]]:
    return {(gap.rule, gap.uid) for gap in gaps(store, PERIOD, TODAY)}


Change = Callable[[OrgUnit], None]


def test_an_empty_ledger_lacks_what_every_report_needs(tmp_path: Path) -> None:
    unit = OrgUnit("own", code="A", kind="grassroots_union", name_full="CĐCS A")
    store = file.create(tmp_path / "so.socd", unit)
    assert only(store) == {
        ("unit_without_superior", "own"),
        ("unit_without_place", "own"),
        ("signer_missing", ""),
        ("workforce_missing", ""),
        ("target_missing", ""),
    }
    unit.name_head_1, unit.place_name = "LĐLĐ TỈNH TÂY NINH", "Tây Ninh"
    unit.names = [OrgName(name_full="CĐCS Cũ", valid_to=date(2025, 1, 1))]
    with store.write("Điền") as write:
        write.save(unit)
        write.save(Member(full_name="Chủ tịch", joined_on=date(2020, 1, 1), union_post="chu_tich"))
        write.save(WorkforceSnapshot("snapshot", as_of=date(2025, 1, 1), total=9))
        write.save(Target(indicator="III.1", period="2026", planned=10))
    assert only(store) == {("head_name_differs", "own"), ("workforce_old", "snapshot")}
    unit.names = [OrgName(name_full="CĐCS Khác", valid_from=date(2025, 1, 1))]
    with store.write("Sửa") as write:
        write.save(unit)
        write.save(WorkforceSnapshot(as_of=date(2026, 1, 1), total=9))
    assert only(store) == {("head_name_differs", "own")}
    unit.names = []
    with store.write("Sửa") as write:
        write.save(unit)
    assert only(store) == set()
    store.close()


def test_what_must_be_repaired_comes_first(store: Store) -> None:
    with store.write("Gieo") as write:
        write.restore(event("late", "Tương lai", start_at=datetime(2026, 3, 30, 8), par_contents=[]))
        write.save(event("par", "Đủ", is_par=True, par_contents=[ActivityParContent(par_content=1)]))
    found = gaps(store, PERIOD, date(2026, 3, 29))
    assert [gap.severity for gap in found] == sorted((gap.severity for gap in found), key=lambda each: each != ERROR)
    assert ("done_in_future", "late") in {(gap.rule, gap.uid) for gap in found}
    assert not [gap for gap in gaps(store, PERIOD, TODAY) if gap.rule == "done_in_future"]


def test_rules_differ_and_are_many() -> None:
    assert len({rule.__name__ for rule in RULES}) == len(RULES) >= 24


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hội nghị tuyên truyền Luật Công đoàn", "Hội nghị tuyên truyền luật công đoàn", True),
        ("Hội nghị tuyên truyền Luật Công đoàn", "Hội nghị tuyên truyền Bộ luật Lao động cho thợ mới", False),
        ("Tập huấn an toàn đợt 1", "Tập huấn an toàn đợt 2", False),
        ("Lớp III về hòa giải", "Lớp II về hòa giải", False),
    ],
)
def test_titles_that_say_the_same(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same


def test_what_is_reported_before_it_happens_is_named(store: Store) -> None:
    with store.write("Thêm") as write:
        write.save(event("soon", "Chưa diễn ra", start_at=datetime(2026, 5, 4, 8), report_on=date(2026, 3, 30)))
    (gap,) = [gap for gap in gaps(store, PERIOD, date(2026, 4, 1)) if gap.rule == "done_in_future"]
    assert (gap.uid, "04/05/2026" in gap.reason) == ("soon", True)


def test_a_telephone_number_among_the_attendance_is_named(store: Store) -> None:
    many = [ActivityAudience(group="doan_vien", n_turns=10_000_001)]
    with store.write("Thêm") as write:
        write.save(event("many", "Quá đông", audiences=many))
    (gap,) = [gap for gap in gaps(store, PERIOD, TODAY) if gap.rule == "number_too_big"]
    assert (gap.uid, gap.field, "10.000.001" in gap.reason) == ("many", "audiences", True)
