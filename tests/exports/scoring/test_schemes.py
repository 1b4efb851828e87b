"""The shipped schemes say what was found, no more; hers take their place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from exports.form_shelf import form_named
from exports.scoring.schemes import built_in, own_copy, read_scheme, scheme_for
from models.code_lists_rating import RATING_EVIDENCE
from models.errors import UserError
from models.indicators.evidence import EVIDENCE
from models.indicators.scoring import most
from models.ledger.file import create
from models.ledger.store import Store
from models.periods import period_from
from models.records.rating import RatingScheme
from models.records.unit import new_own_unit

YEAR = period_from("2026")
SCALES: dict[str, Any] = {"x": {"bounds": []}}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = create(tmp_path / "so.socd", new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Tây Ninh"))
    yield store
    store.close()


def group(code: str, line: str) -> dict[str, float | None]:
    """The points of the lines of a group."""
    return {each.code: each.max_score for each in built_in()[code].parts_of(line)}


def test_a_union_group_has_90_general_points_of_100() -> None:
    found = group("G2", "I")
    assert list(found.values()) == [20, 15, 10, 15, 10, 10, 10]
    assert sum(filter(None, found.values())) == 90
    assert most(built_in()["G2"]) == 100


def test_a_department_union_has_100_points_in_its_nine_groups() -> None:
    g3 = built_in()["G3"]
    assert [each.max_score for each in g3.parts_of(None)] == [20, 15, 15, 15, 5, 5, 5, 15, 5]
    assert most(g3) == 100
    for each in g3.criteria:
        if parts := group("G3", each.code):
            assert sum(filter(None, parts.values())) == each.max_score, each.code


def test_of_a_grassroots_union_only_the_first_standard_is_known() -> None:
    g1 = built_in()["G1"]
    assert most(g1) == 35 < g1.full_score
    assert sum(filter(None, group("G1", "TC1.CSPL").values())) == 17


@pytest.mark.parametrize("code", ["G1", "G2", "G3"])
def test_every_scheme_has_its_form_and_says_where_it_is_from(code: str) -> None:
    scheme = built_in()[code]
    assert form_named(code).made == "scoring"
    assert scheme.source and scheme.scale_source and scheme.bounds
    assert any(each.from_score == 0 for each in scheme.bounds), "whatever the points, a class can be proposed"


def test_every_kind_of_evidence_names_a_figure() -> None:
    assert list(EVIDENCE) == list(RATING_EVIDENCE)


def test_her_own_scheme_holds_from_its_year_on(store: Store) -> None:
    own = own_copy(built_in()["G2"], 2026)
    own.criteria[-1].content = "Hoạt động xã hội"
    assert own.uid != "G2"
    with store.write("Thêm thang điểm") as write:
        write.save(own)
    assert scheme_for(store, "G2", YEAR).criteria[-1].content == "Hoạt động xã hội"
    assert scheme_for(store, "G2", period_from("2025")).uid == "G2"
    assert store.read(RatingScheme, own.uid) == own


def test_of_several_schemes_the_newest_that_still_holds_is_used(store: Store) -> None:
    schemes = [own_copy(built_in()["G2"], year) for year in (2022, 2024, 2027)]
    schemes[1].valid_to = 2025
    with store.write("Thêm thang điểm") as write:
        write.add_all(schemes)
    assert scheme_for(store, "G2", YEAR).valid_from == 2022
    assert scheme_for(store, "g2".upper(), period_from("2025")).valid_from == 2024


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("code = ", "không đọc được"),
        ('code = "G9"\nscale = "y"', "không đọc được"),
        ('code = "G9"\ntitle = "A"\nscale = "x"', "Dùng từ năm"),
        (
            'code = "G9"\ntitle = "A"\nvalid_from = 2020\nscale = "x"\n'
            'criteria = [{ code = "1", parent = "I", content = "a" }]\n'
            'evidence = [{ criterion = "2", source = "y_kien" }]',
            "không có mục “2”",
        ),
    ],
)
def test_a_faulty_file_is_refused_with_its_name(text: str, said: str) -> None:
    with pytest.raises(UserError, match=r"G9\.toml") as refused:
        read_scheme(text, SCALES, "G9.toml")
    assert said in str(refused.value)
