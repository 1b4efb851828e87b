"""What she writes into a report is kept for its period; who signs holds until it is written anew."""

from __future__ import annotations

from collections.abc import Callable

from models.ledger import history
from models.ledger.report_texts import restore_pattern, write_text, written_texts
from models.ledger.store import Store
from models.periods import period_from

QUARTER, NEXT = period_from("2026-Q1"), period_from("2026-Q2")


def texts(store: Store, period: str, *lasting: str) -> dict[str, str | None]:
    found = written_texts(store, "A1", period_from(period), lasting)
    return {section: each.text for section, each in found.items()}


def test_a_text_belongs_to_its_report_and_period(store: Store) -> None:
    write_text(store, "A1", QUARTER, "uu_diem", "Hoạt động đều.", "")
    write_text(store, "A1", QUARTER, "uu_diem", "Hoạt động đều, sát cơ sở.", "")
    assert texts(store, "2026-Q1") == {"uu_diem": "Hoạt động đều, sát cơ sở."}
    assert texts(store, "2026-Q2") == {}
    assert written_texts(store, "S1", QUARTER) == {}


def test_who_signs_holds_until_it_is_written_anew_and_never_backwards(store: Store) -> None:
    write_text(store, "A1", QUARTER, "ky", "CHỦ TỊCH", "")
    assert texts(store, "2026-Q3", "ky") == {"ky": "CHỦ TỊCH"}
    write_text(store, "A1", NEXT, "ky", "PHÓ CHỦ TỊCH", "")
    assert texts(store, "2026-Q3", "ky") == {"ky": "PHÓ CHỦ TỊCH"}
    assert texts(store, "2026-Q1", "ky") == {"ky": "CHỦ TỊCH"}
    assert texts(store, "2025-Q4", "ky") == {}


def test_restoring_the_pattern_can_be_undone_and_is_dumped(store: Store, dumped: Callable[[Store], str]) -> None:
    write_text(store, "A1", QUARTER, "uu_diem", "Hoạt động đều.", "Câu mẫu.")
    assert '"section": "uu_diem", "text": "Hoạt động đều.", "pattern": "Câu mẫu."' in dumped(store)
    restore_pattern(store, "A1", NEXT, "uu_diem")
    restore_pattern(store, "A1", QUARTER, "uu_diem")
    assert texts(store, "2026-Q1") == {}
    history.undo(store)
    assert texts(store, "2026-Q1") == {"uu_diem": "Hoạt động đều."}


def test_a_section_emptied_by_hand_stays_empty(store: Store) -> None:
    write_text(store, "A1", QUARTER, "uu_diem", "  \n", "Câu mẫu.")
    assert texts(store, "2026-Q1") == {"uu_diem": None}
