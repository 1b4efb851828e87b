"""The sample ledger: the same seed tells the same life, it holds every type and every odd case."""

from __future__ import annotations

import io
import json
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.code_lists import AUDIENCE_GROUP, EVENT_FORMS, PAR_CONTENT
from models.errors import UserError
from models.ledger import file, interchange
from models.records import CATALOGUE, record_type
from models.records.unit import OrgUnit
from models.sample.make import make_sample
from models.values import Code

Line = dict[str, Any]
Test = Callable[[Line], object]  # true or not


def dumped(path: Path) -> str:
    store = file.open_ledger(path)
    text = io.StringIO()
    interchange.dump(store, text)
    store.close()
    return text.getvalue()


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Line]]:
    path = tmp_path_factory.mktemp("sample") / "mau.socd"
    make_sample(path)
    found: dict[str, list[Line]] = defaultdict(list)
    for text in dumped(path).splitlines():
        line = json.loads(text)
        found[line["type"]].append(line)
    return found


def test_the_same_seed_tells_the_same_life(tmp_path: Path) -> None:
    for name, seed in (("a", 5), ("b", 5), ("c", 6)):
        make_sample(tmp_path / f"{name}.socd", activities=90, seed=seed)
    one, again, other = (dumped(tmp_path / f"{name}.socd") for name in "abc")
    assert one == again
    assert one != other


def test_more_activities_leave_the_rest_as_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    make_sample(tmp_path / "a.socd", activities=2000, progress=lambda done, of: told.append((done, of)))
    make_sample(tmp_path / "b.socd")
    many, few = ([json.loads(text) for text in dumped(tmp_path / f"{name}.socd").splitlines()] for name in "ab")
    growing = ("activity", "media_product")
    assert sum(line["type"] == "activity" for line in many) == 2000
    assert [line for line in many if line["type"] not in growing] == [
        line for line in few if line["type"] not in growing
    ]
    assert told[-1] == (len(many) - 1, len(many) - 1)  # the own unit is made before
    assert told == sorted(told)


@pytest.mark.parametrize(("count", "years"), [(0, 1), (1, 1), (30, 6)])
def test_small_and_long_ledgers_hold(tmp_path: Path, count: int, years: int) -> None:
    path = tmp_path / "mau.socd"
    make_sample(path, activities=count, years=years)
    assert dumped(path).count('{"type": "activity"') == count


@pytest.mark.parametrize("wrong", [{"years": 0}, {"years": 11}, {"activities": -1}, {"activities": 1_000_001}])
def test_senseless_wishes_are_refused_before_anything_is_made(tmp_path: Path, wrong: dict[str, int]) -> None:
    with pytest.raises(UserError, match="sổ mẫu phải từ"):
        make_sample(tmp_path / "mau.socd", activities=wrong.get("activities"), years=wrong.get("years", 2))
    assert not list(tmp_path.iterdir())


def test_nothing_is_left_of_a_ledger_that_was_broken_off(tmp_path: Path) -> None:
    def stop(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_sample(tmp_path / "mau.socd", progress=stop)
    assert not list(tmp_path.iterdir())


def test_a_dump_loads_into_an_empty_ledger(tmp_path: Path) -> None:
    make_sample(tmp_path / "a.socd", activities=60)
    text = dumped(tmp_path / "a.socd")
    (tmp_path / "a.jsonl").write_text(text, encoding="utf-8")
    empty = file.create(tmp_path / "b.socd", OrgUnit(code="B", kind="grassroots_union", name_full="CĐCS Mẫu B"))
    interchange.load(empty, tmp_path / "a.jsonl")
    empty.close()
    assert dumped(tmp_path / "b.socd") == text


def test_every_type_of_record_occurs(lines: dict[str, list[Line]]) -> None:
    not_of_a_grassroots_union = {"rating_scheme", "submission"}  # the shipped schemes do; nobody reports to it
    assert set(lines) == {record.table_name for record in CATALOGUE} - not_of_a_grassroots_union
    assert 280 <= sum("left_on" not in each for each in lines["member"]) <= 330


COVERED = {
    "activity": "form primary_topic status",
    "media_product": "kind",
    "movement": "code",
    "initiative": "state recognised_level kind",
    "award": "basis level subject_kind state",
    "feedback": "kind field state outcome channel source_kind competent_level",
    "dialogue": "kind",
    "supervision": "kind direction",
    "member": "left_reason sex",
    "contest": "kind",
    "task": "source state",
}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in COVERED.items() for name in names.split()])
def test_every_code_of_a_list_occurs(lines: dict[str, list[Line]], kind: str, name: str) -> None:
    part = record_type(kind)
    code = part.fields[part.attribute_of[name]].kind
    assert isinstance(code, Code)
    assert set(code.list) <= {each.get(name) for each in lines[kind]}


def test_every_audience_and_content_occurs(lines: dict[str, list[Line]]) -> None:
    heard = {audience.get("group") for each in lines["activity"] for audience in each.get("audiences", ())}
    assert {*AUDIENCE_GROUP, None} <= heard
    assert set(PAR_CONTENT) <= {content for each in lines["activity"] for content in each.get("par_contents", ())}


def any_audience(test: Test) -> Test:
    return lambda each: any(test(audience) for audience in each.get("audiences", ()))


def repeats(names: list[str]) -> bool:
    return len(set(names)) < len(names)


def held(each: Line) -> bool:
    return each["status"] == "da_thuc_hien" and each["form"] in EVENT_FORMS


CASES: dict[str, tuple[str, Test]] = {
    "nobody counted": ("activity", lambda a: held(a) and "audiences" not in a),
    "nobody came": ("activity", any_audience(lambda each: each["n_turns"] == 0)),
    "officials not counted": ("activity", any_audience(lambda each: "n_officials" not in each and "n_female" in each)),
    "counted in the next quarter": ("activity", lambda a: a["start_at"] < "2026" and a.get("report_on", "") >= "2026"),
    "over the end of a quarter": ("activity", lambda a: a["start_at"] < "2025-07" <= a.get("end_at", "")),
    "planned for later": ("activity", lambda a: a["start_at"] > "2026-04-10" and a["status"] == "ke_hoach"),
    "forgotten plan": ("activity", lambda a: a["start_at"] < "2026-04" and a["status"] == "ke_hoach"),
    "several sessions": ("activity", lambda a: a["n_sessions"] >= 3),
    "woven in, no topic": (
        "activity",
        lambda a: a.get("is_par") and a["primary_topic"] != "cchc" and "topics" not in a,
    ),
    "woven in, a topic": ("activity", lambda a: {"topic": "cchc", "is_integrated": True} in a.get("topics", ())),
    "media without topic": ("media_product", lambda m: "topic" not in m and "par_content" not in m),
    "media with content": ("media_product", lambda m: "par_content" in m and "reach" in m),
    "contest of participants": ("contest", lambda c: "n_participants" in c and "n_entries" not in c),
    "contest of entries": ("contest", lambda c: "n_entries" in c and "n_participants" not in c),
    "contest without end": ("contest", lambda c: "to" not in c),
    "two registrations of one": ("movement", lambda m: repeats([r["subject"] for r in m.get("registrations", ())])),
    "result by report period": ("movement", lambda m: any(r["period"].startswith("k") for r in m.get("results", ()))),
    "result over the quarter": ("movement", lambda m: any(r["period"] == "2025" for r in m.get("results", ()))),
    "work with plaque": ("movement", lambda m: any(each.get("plaque_on") for each in m.get("works", ()))),
    "work unfinished": ("movement", lambda m: any("finished_on" not in each for each in m.get("works", ()))),
    "refused award": ("award", lambda a: a["state"] == "khong_duyet" and "decision_on" in a),
    "award of an outsider": ("award", lambda a: a["subject_kind"] == "ca_nhan" and "member" not in a),
    "initiative without value": ("initiative", lambda i: "recognised_on" in i and "benefit_vnd" not in i),
    "feedback overdue": ("feedback", lambda f: f["state"] == "dang_xu_ly" and f.get("due_on", "9") < "2026-03-31"),
    "due at the cut-off": ("feedback", lambda f: f["state"] == "dang_xu_ly" and f.get("due_on") == "2026-03-31"),
    "closed without answer": ("feedback", lambda f: f["state"] == "dong" and "replied_on" not in f),
    "returned without answer": ("feedback", lambda f: f["state"] == "tra_lai" and "replied_on" not in f),
    "closed a quarter later": ("feedback", lambda f: f.get("replied_on", "9") < "2026-04" <= f.get("closed_on", "")),
    "reopened": ("feedback", lambda f: any(each["to_state"] == "mo_lai" for each in f.get("events", ()))),
    "merged": ("feedback", lambda f: "merged_into" in f),
    "reform without content": ("feedback", lambda f: f.get("is_par") and "par_content" not in f),
    "reform with content": ("feedback", lambda f: f.get("is_par") and "par_content" in f),
    "confidential": ("feedback", lambda f: f.get("confidential") and "source_name" in f),
    "rated": ("feedback", lambda f: "satisfaction" in f),
    "money only": ("welfare_action", lambda w: "amount_vnd" in w and "in_kind_vnd" not in w),
    "goods only": ("welfare_action", lambda w: "amount_vnd" not in w and "in_kind_vnd" in w),
    "neither": ("welfare_action", lambda w: "amount_vnd" not in w and "in_kind_vnd" not in w),
    "expired agreement": ("labour_agreement", lambda a: a.get("valid_to", "9") < "2026"),
    "agreement to the cut-off": ("labour_agreement", lambda a: a.get("valid_to") == "2026-03-31"),
    "consultation without end": ("consultation", lambda c: "from" in c and "to" not in c),
    "consultation without start": ("consultation", lambda c: "to" in c and "from" not in c),
    "group closed at a cut-off": ("org_unit", lambda u: u.get("dissolved_on") == "2025-09-30"),
    "group founded midway": ("org_unit", lambda u: "2025" < u.get("founded_on", "") < "2026"),
    "group without founding": ("org_unit", lambda u: u["kind"] == "union_group" and "founded_on" not in u),
    "two names": ("org_unit", lambda u: u.get("is_own") and len(u["names"]) == 2),
    "nobody knows when she joined": ("member", lambda m: "joined_on" not in m),
    "admitted to the Party": ("member", lambda m: any(each["kind"] == "ket_nap_dang" for each in m["events"])),
    "union quarter": ("report_period", lambda p: (p["from"], p["to"]) == ("2025-12-16", "2026-03-15")),
    "paper without day of receipt": ("document", lambda d: d["direction"] == "den" and "received_on" not in d),
    "task overdue": ("task", lambda t: t["state"] == "chua_thuc_hien" and t.get("due_on", "9") < "2026-03-31"),
    "task without day": ("task", lambda t: "due_on" not in t),
    "consent taken back": ("privacy_record", lambda p: "withdrawn_on" in p),
    "written answer": ("survey", lambda s: any("text" in each for each in s["answers"])),
    "namesakes": ("member", lambda m: m.get("namesakes")),
    "paper with its file": ("activity", lambda a: any("file" in each for each in a.get("papers", ()))),
    "supervision items": ("supervision", lambda s: len(s.get("items", ())) >= 2),
}


@pytest.mark.parametrize("case", CASES)
def test_the_odd_case_occurs(lines: dict[str, list[Line]], case: str) -> None:
    kind, test = CASES[case]
    assert any(test(each) for each in lines[kind])


def test_one_outsider_is_author_twice(lines: dict[str, list[Line]]) -> None:
    assert repeats([a["name"] for each in lines["initiative"] for a in each.get("authors", ()) if "name" in a])
