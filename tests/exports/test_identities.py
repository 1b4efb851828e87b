"""What must agree between the forms, on sample ledgers of several seeds and in several periods (`forms.md` 10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from exports.build import build
from exports.document import ReportDocument
from exports.form_shelf import form_named, forms
from models.indicators.catalogue import INDICATORS
from models.indicators.figures import behind
from models.indicators.indicator import Rate
from models.indicators.origins import origins
from models.ledger.file import open_ledger
from models.ledger.store import Store
from models.periods import Period, before, period_from
from models.records.activity import Activity
from models.records.feedback import Feedback
from models.records.member import Member
from models.sample.make import make_sample

PERIODS = [period_from(text) for text in ("2025-Q4", "2026-Q1", "2025")]


@pytest.fixture(scope="module", params=[1, 2, 3])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("so") / "mau.socd"
    make_sample(path, seed=request.param)
    store = open_ledger(path)
    yield store
    store.close()


@pytest.fixture(scope="module", params=PERIODS, ids=lambda period: period.text)
def documents(store: Store, request: pytest.FixtureRequest) -> dict[str, ReportDocument]:
    return {name: build(store, form, request.param) for name, form in forms().items()}


def number(document: ReportDocument, code: str, key: str, table: int = 0) -> Any:
    return document.tables[table].cell(code, key).value


def test_the_forms_agree(documents: dict[str, ReportDocument]) -> None:
    a2 = {row.code: number(documents["A2"], row.code, "so_luong") for row in documents["A2"].tables[0].rows}
    b1, b2, b3, c2, c3 = (documents[name] for name in ("B1", "B2", "B3", "C2", "C3"))
    assert a2["III.1"] == number(b1, "total", "3") == number(b3, "I", "4") + number(b3, "giao_luu_truc_tuyen", "4")
    assert a2["III.2"] == number(b1, "total", "5")
    assert a2["III.5"] + a2["III.6"] == number(b2, "total", "3") + number(b2, "total", "4")
    assert a2["III.7"] == number(b2, "total", "5")
    assert (a2["IV.5"], a2["IV.6"]) == (number(c2, "total", "4"), number(c2, "total", "10"))
    assert (a2["IV.9"], a2["IV.10"]) == (number(c3, "total", "5"), number(c3, "total", "7"))
    log = documents["B4"].tables[0]
    assert a2["III.2"] == log.cell("total", "8").value
    assert log.cell("total", "1").value == len(log.rows) - 1
    assert a2["IV.6"] == documents["C2"].tables[1].cell("total", "13").value
    assert a2["IV.9"] + a2["IV.10"] == len(documents["C3"].tables[1].rows)
    basis = sum(number(c3, "total", key) for key in ("9", "10", "11"))
    assert basis == number(c3, "total", "5") + number(c3, "total", "7")


def test_every_voice_is_in_one_place(documents: dict[str, ReportDocument]) -> None:
    a2, d3 = documents["A2"], documents["D3"]
    said = {code: number(a2, f"VII.{code}", "so_luong") for code in (1, 2, 3, 5, 6)}
    for table in range(3):
        total = {key: number(d3, "total", key, table) for key in ("3", "4", "5", "6", "7", "8", "10", "11")}
        assert (said[1], said[2], said[5], said[6]) == (total["3"], total["4"], total["10"], total["11"])
        assert said[3] == total["6"] + total["7"]
        assert total["3"] + total["4"] == total["5"] == total["6"] + total["7"] + total["8"] + total["10"]


def test_the_book_the_summary_and_the_figures_of_voices_agree(
    store: Store, documents: dict[str, ReportDocument]
) -> None:
    d1, d2, d3 = (documents[name].tables[0] for name in ("D1", "D2", "D3"))
    entered = store.read_many(Feedback, [row.record[1] for row in d1.rows if row.record])
    assert d3.cell("total", "4").value == sum(each.state != "gop" and not each.merged_into for each in entered)
    assert len(documents["D1-NN"].tables[0].rows) == len(d1.rows) == len(entered)
    states = Counter(row.cells[10].value for row in d2.rows if row.level)
    said = {key: d3.cell("total", key).value for key in ("5", "6", "7", "8", "10", "11")}
    assert sum(states.values()) == said["5"]
    assert (states["Đã giải quyết"], states["Quá hạn"]) == (said["6"], said["11"])
    assert states["Giải trình"] == number(documents["D3"], "total", "7") + number(documents["D3"], "total", "8")
    assert states["Đang giải quyết"] + states["Đã chuyển"] + states["Quá hạn"] == said["10"]


def test_the_log_weighed_by_sessions_is_the_number_of_sessions(
    store: Store, documents: dict[str, ReportDocument]
) -> None:
    logged = [row.record[1] for row in documents["B4"].tables[0].rows if row.record]
    sessions = sum(each.n_sessions for each in store.read_many(Activity, logged))
    assert sessions == number(documents["A2"], "III.1", "so_luong")


def test_totals_are_the_sums_of_their_rows(documents: dict[str, ReportDocument]) -> None:
    """Every total is a formula but for distinct people, for woven-in topics, and for rates."""
    distinct = {("B1", "4"), ("C2", "8"), ("C2", "9"), ("D3-field", "12"), ("D3-field", "13"), ("D3-field", "14")}
    distinct |= {("B4", "1")}  # running numbers above, the number of activities below
    distinct |= {(f"D3-{table}", key) for table in ("level", "channel") for key in ("12", "13", "14")}
    plain = {
        (table.id, column.key)
        for document in documents.values()
        for table, row, column, cell in document.figures()
        if row.total and cell.formula is None and cell.value is not None
    }
    assert plain <= distinct


@pytest.mark.parametrize("store", [1], indirect=True)
def test_the_records_behind_a_figure_add_up_to_it(store: Store) -> None:
    for form in forms().values():
        shown = list(build(store, form, period_from("2026-Q1")).figures())
        together = origins(store, [cell.figure for *_place, cell in shown if cell.figure is not None])
        for table, row, column, cell in shown:
            figure = cell.figure
            assert figure is not None
            found = behind(store, figure)
            assert together[figure] == {(each.kind, each.uid) for each in found}, (table.id, row.code, column.key)
            if isinstance(INDICATORS[figure.reference.indicator], Rate) or not figure.value:
                continue
            shares = [each.share for each in found if each.share is not None]
            assert sum(shares) == figure.value, (table.id, row.code, column.key)


def test_members_come_and_go(store: Store) -> None:
    members = list(store.read_all(Member))
    for period in (period_from(f"2025-Q{quarter}") for quarter in (2, 4)):
        arrived = [event for member in members for event in member.events if event.kind == "chuyen_den"]
        moved_in = sum(event.on is not None and period.first <= event.on <= period.last for event in arrived)
        now, earlier = (build(store, form_named("A2"), each) for each in (period, before(period)))
        joined, left = (number(now, code, "so_luong") for code in ("I.6", "I.7"))
        assert number(now, "I.3", "so_luong") == number(earlier, "I.3", "so_luong") + joined + moved_in - left


def test_propaganda_as_counted_by_hand(store: Store) -> None:
    for period in PERIODS:
        held = [each for each in store.read_all(Activity) if _is_event(each, period)]
        a2 = build(store, form_named("A2"), period)
        assert number(a2, "III.1", "so_luong") == sum(each.n_sessions for each in held)
        about = [each for each in held if each.is_par]
        assert number(a2, "III.7", "so_luong") == _turns(about)
        woven_in = sum(each.n_sessions for each in about if each.primary_topic != "cchc")
        assert number(a2, "III.6", "so_luong") == woven_in


def test_feedback_as_counted_by_hand(store: Store) -> None:
    items = [
        each
        for each in store.read_all(Feedback)
        if each.kind not in ("khieu_nai", "to_cao") and each.state != "gop" and not each.merged_into
    ]
    for period in PERIODS:
        ends = {each.uid: _ended(each, period.cutoff) for each in items}
        known = [each for each in items if each.received_on <= period.last and not _over(ends[each.uid], period.first)]
        a2 = build(store, form_named("A2"), period)
        assert number(a2, "VII.1", "so_luong") == sum(each.received_on < period.first for each in known)
        assert number(a2, "VII.2", "so_luong") == sum(each.received_on >= period.first for each in known)
        assert number(a2, "VII.5", "so_luong") == sum(ends[each.uid] is None for each in known)
        overdue = [each for each in known if ends[each.uid] is None and each.due_on and each.due_on < period.cutoff]
        assert number(a2, "VII.6", "so_luong") == len(overdue)


def _is_event(activity: Activity, period: Period) -> bool:
    forms = (
        "hoi_nghi hoi_thao toa_dam noi_chuyen sinh_hoat_to long_ghep_hop tap_huan doi_thoai dien_dan tu_van_phap_luat"
    )
    day = activity.report_on or (activity.end_at or activity.start_at).date()
    counted = activity.form in (*forms.split(), "giao_luu_truc_tuyen") and activity.status == "da_thuc_hien"
    return counted and period.first <= day <= period.last


def _turns(activities: list[Activity]) -> int | None:
    turns = [audience.n_turns for each in activities for audience in each.audiences]
    return sum(turns) if turns or not activities else None


def _ended(item: Feedback, cutoff: date) -> date | None:
    """The day on which an item ended, as the cut-off sees it."""
    moments = [(event.at.date(), event.to_state) for event in item.events if event.at]
    reopened = max((day for day, state in moments if state == "mo_lai" and day <= cutoff), default=date.min)
    if item.state in ("tra_lai", "khong_thu_ly"):
        by_event = min((day for day, state in moments if state in ("tra_lai", "khong_thu_ly")), default=None)
        noted = [day for day in (item.replied_on, item.closed_on, by_event) if day is not None]
        day = min(noted, default=item.returned_to_source_on or item.received_on)
        return day if day <= cutoff else None
    if item.state == "mo_lai" and not any(state == "mo_lai" for _day, state in moments):
        return None
    days = [item.replied_on, item.closed_on]
    if any(state == "mo_lai" and day > cutoff for day, state in moments):
        days += [day for day, state in moments if state in ("da_tra_loi", "dong")]
    return min((day for day in days if day is not None and reopened < day <= cutoff), default=None)


def _over(end: date | None, first: date) -> bool:
    return end is not None and end < first
