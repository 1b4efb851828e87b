"""Who may be named: people who asked to stay unknown appear as "Đoàn viên A, Tổ 3", anonymous ones as "Ẩn danh"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from models.ledger.connection import Connection
from models.masks import hidden, without
from models.records.feedback import Feedback
from models.tables import table_of

ANONYMOUS = "Ẩn danh"
_WORDS = {
    "tap_the": "Tập thể",
    "to_cong_doan": "Tổ",
    "doanh_nghiep": "Doanh nghiệp",
    "to_chuc_xa_hoi": "Tổ chức",
}
_LETTERS = "ABCDEGHIKLMNOPQRSTUVXY"


class Discretion:
    """Who is called what. In a year everyone who stays unknown has a letter of their own, whatever the period."""

    def __init__(
        self,
        connection: Connection,
        years: Sequence[int],
        names: Mapping[str | None, str],
        groups: Mapping[str | None, str],
    ) -> None:
        self._names = names  # of members
        self._groups = groups
        self._letters: dict[str, str] = {}
        for year in years:
            self._give_letters(connection, year)

    def name(self, voice: Feedback) -> str | None:
        """What a book may call the one who spoke."""
        if voice.source_kind == "an_danh":
            return ANONYMOUS
        if not voice.confidential:
            return voice.source_name or self._names.get(voice.member)
        called = f"{_WORDS.get(voice.source_kind, 'Đoàn viên')} {self._letters.get(voice.uid, '')}".strip()
        group = self._groups.get(voice.union_group)
        return f"{called}, {group}" if group else called

    def told(self, voice: Feedback, text: str | None, *, always: bool = False) -> str | None:
        """A text about a voice without the name of the one who stays unknown; `always`: of anyone."""
        if text is None or not (always or "source_name" in hidden(voice)):
            return text
        return without(text, (voice.source_name, self._names.get(voice.member)))

    def _give_letters(self, connection: Connection, year: int) -> None:
        columns = table_of(Feedback).c
        asked = sa.select(columns.uid, columns.member, columns.source_name).where(
            columns.confidential == 1, columns.received_on.between(f"{year}-01-01", f"{year}-12-31")
        )
        people: dict[str, str] = {}
        for uid, member, name in connection.execute(asked.order_by(columns.received_on, columns.id)):
            person = member or (name or "").casefold() or uid
            self._letters[uid] = people.setdefault(person, _letter(len(people)))


def _letter(place: int) -> str:
    """A, B, … Y, then A2, B2 …"""
    rounds, at = divmod(place, len(_LETTERS))
    return _LETTERS[at] + (str(rounds + 1) if rounds else "")
