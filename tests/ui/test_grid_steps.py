"""Typed into the list of voices: a step that cannot follow keeps its own row back, and no other."""

from __future__ import annotations

from datetime import date

from models.ledger.store import Store
from models.records.feedback import Feedback
from ui.tables.grid_writing import write_rows
from ui.tables.unsaved import Unsaved


def voice(uid: str, state: str) -> Feedback:
    return Feedback(
        uid,
        received_on=date(2026, 1, 5),
        channel="hop_to",
        source_kind="an_danh",
        kind="gop_y",
        subject_area="cchc",
        content="Nhanh hơn",
        competent_level="co_so_cd",
        state=state,
    )


def test_a_wrong_step_keeps_its_own_row_back(store: Store) -> None:
    with store.write("Nhập") as write:
        write.add_all([voice("K1", "dong"), voice("K2", "tiep_nhan")])
    rows = [Unsaved(Feedback, uid) for uid in ("K1", "K2")]
    for row in rows:
        row.put("state", "dang_xu_ly")
    assert [row.uid for row in write_rows(store, rows)] == ["K2"]
    assert "chỉ có thể là “Mở lại”" in rows[0].faults["state"]
    assert [store.read(Feedback, uid).state for uid in ("K1", "K2")] == ["dong", "dang_xu_ly"]
    assert [each.to_state for each in store.read(Feedback, "K2").events] == ["dang_xu_ly"]
