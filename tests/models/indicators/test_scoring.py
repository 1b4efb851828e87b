"""Points, shares and classes by a small scheme: at the bounds, and with the conditions of the best class."""

from __future__ import annotations

import pytest

from models.indicators.scoring import SELF, UPPER, most, outcome, points, wrong_scores
from models.record import faults_of
from models.records.rating import RatingBound, RatingCriterion, RatingScheme, RatingScore, UnitRating


def scheme(**changes: object) -> RatingScheme:
    """100 points: a group of two criteria, one more criterion, a bonus, a deduction; the old scale of classes."""
    lines = [
        RatingCriterion(code="I", content="Nhóm", kind="nhom", max_score=60.0),
        RatingCriterion(code="1", parent="I", content="Một", max_score=40.0),
        RatingCriterion(code="2", parent="I", content="Hai", max_score=20.0),
        RatingCriterion(code="3", content="Ba", max_score=30.0),
        RatingCriterion(code="T", content="Thưởng", kind="thuong", max_score=10.0),
        RatingCriterion(code="P", content="Trừ", kind="tru", max_score=5.0),
    ]
    bounds = [
        RatingBound(rating_class="yeu", from_score=0.0),
        RatingBound(rating_class="vung_manh", from_score=85.0, least_share=50.0, no_discipline=True),
        RatingBound(rating_class="trung_binh", from_score=50.0),
        RatingBound(rating_class="kha", from_score=70.0),
    ]
    values = {"code": "G9", "title": "Thang thử", "valid_from": 2020, "criteria": lines, "bounds": bounds}
    return RatingScheme("S", **values | changes)


def rating(side: str = SELF, disciplined: str | None = "khong", **given: float) -> UnitRating:
    """Points by criterion (`c1`: criterion 1) from one side."""
    scores = [RatingScore(criterion=name.removeprefix("c"), **{side: value}) for name, value in given.items()]
    return UnitRating("P", scheme="G9", period="2026", disciplined=disciplined, scores=scores)


def test_groups_and_the_total_add_up_what_was_given() -> None:
    given = rating(c1=30.5, c2=12.0, c3=20.0, T=4.0, P=1.5)
    assert points(scheme(), given, SELF) == {"I": 42.5, "1": 30.5, "2": 12, "3": 20, "T": 4, "P": 1.5}
    found = outcome(scheme(), given, SELF)
    assert (found.total, found.share) == (65, 65.0)
    assert outcome(scheme(), given, UPPER).total is None, "nothing was given from above: empty, not 0"


def test_tenths_add_up_to_a_bound_exactly() -> None:
    found = outcome(scheme(), rating(c1=40.0, c2=20.0, c3=24.7, T=0.3), SELF)
    assert (found.total, found.rating_class) == (85, "vung_manh")


@pytest.mark.parametrize(
    ("third", "expected"),
    [(25.0, "vung_manh"), (24.9, "kha"), (10.0, "kha"), (9.9, "trung_binh")],
)
def test_classes_at_85_and_70(third: float, expected: str) -> None:
    low = scheme()
    low.bounds[1].least_share = None
    assert outcome(low, rating(c1=40.0, c2=20.0, c3=third), SELF).rating_class == expected


@pytest.mark.parametrize(("third", "expected"), [(20.0, "trung_binh"), (19.9, "yeu"), (0.0, "yeu")])
def test_classes_at_50(third: float, expected: str) -> None:
    assert outcome(scheme(), rating(c1=20.0, c2=10.0, c3=third), SELF).rating_class == expected


def test_a_criterion_under_half_its_points_costs_the_best_class() -> None:
    weak = rating(c1=40.0, c2=9.9, c3=30.0, T=10.0)
    found = outcome(scheme(), weak, SELF)
    assert (found.total, found.rating_class) == (89.9, "kha")
    assert found.reasons == ("Chưa xếp “Vững mạnh” vì mục “Hai” dưới 50% điểm chuẩn.",)
    half = rating(c1=40.0, c2=10.0, c3=30.0, T=5.0)
    assert outcome(scheme(), half, SELF).rating_class == "vung_manh"


def test_a_bonus_left_empty_is_no_criterion_under_half() -> None:
    assert outcome(scheme(), rating(c1=40.0, c2=20.0, c3=30.0), SELF).rating_class == "vung_manh"


@pytest.mark.parametrize(("disciplined", "expected"), [("khong", "vung_manh"), ("co", "kha"), (None, "kha")])
def test_a_disciplined_person_costs_the_best_class_and_silence_does_too(disciplined: str | None, expected: str) -> None:
    found = outcome(scheme(), rating(disciplined=disciplined, c1=40.0, c2=20.0, c3=30.0), SELF)
    assert found.rating_class == expected
    assert bool(found.reasons) is (expected == "kha")


def test_no_class_is_proposed_while_criteria_wait_for_points() -> None:
    found = outcome(scheme(), rating(c1=40.0, c3=30.0, T=10.0), SELF)
    assert (found.total, found.rating_class) == (80, None)
    assert found.reasons == ("Còn 1 mục chưa chấm: “Hai”.",)


def test_no_class_is_proposed_by_a_scheme_that_is_not_complete() -> None:
    part = scheme(full_score=200.0)
    found = outcome(part, rating(c1=40.0, c2=20.0, c3=30.0, T=10.0), SELF)
    assert most(part) == 100
    assert (found.share, found.rating_class) == (50.0, None)
    assert "mới có 100 trên 200 điểm" in found.reasons[0]


def test_the_union_above_scores_on_its_own() -> None:
    above = rating(UPPER, c1=20.0, c2=10.0, c3=20.0)
    assert outcome(scheme(), above, UPPER).rating_class == "trung_binh"
    assert outcome(scheme(), above, SELF).rating_class is None


def test_points_that_the_scheme_does_not_allow_are_named() -> None:
    wrong = rating(c1=40.5, I=3.0, c8=1.0)
    assert wrong_scores(scheme(), wrong) == [
        "Mục “Một”: điểm tự chấm là 40,5, hơn 40 điểm chuẩn; hãy sửa điểm.",
        "Không có mục “I” để chấm trong thang điểm; hãy bỏ hoặc sửa ký hiệu.",
        "Không có mục “8” để chấm trong thang điểm; hãy bỏ hoặc sửa ký hiệu.",
    ]
    assert outcome(scheme(), rating(c1=41.0, c2=20.0, c3=30.0), SELF).rating_class is None


def test_a_scheme_whose_parts_exceed_their_group_is_refused() -> None:
    wrong = scheme()
    wrong.criteria[0].max_score = 59.0
    assert [fault.field for fault in faults_of(wrong)] == ["criteria"]
    assert not list(faults_of(scheme()))
