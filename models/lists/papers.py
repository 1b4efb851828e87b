"""How lists name an official paper: its symbol and its day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from models.ledger import rows
from models.ledger.connection import Connection
from models.records.official_document import OfficialDocument

Papers = Mapping[str | None, OfficialDocument]


def papers(connection: Connection, uids: Sequence[str | None]) -> Papers:
    """The papers with these uids."""
    wanted = sorted({uid for uid in uids if uid})
    return {each.uid: each for each in rows.load(connection, OfficialDocument, wanted)}


def symbol_of(paper: OfficialDocument) -> str:
    """ "12/QĐ-LĐLĐ", or the abstract of a paper without number and symbol."""
    if paper.symbol and "/" in paper.symbol:
        return paper.symbol
    return "/".join(str(part) for part in (paper.number, paper.symbol) if part) or paper.abstract


def number_and_day(number: str | None, day: date | None) -> str:
    """ "12/QĐ-LĐLĐ, 05/02/2026", or what of it is known."""
    return ", ".join(part for part in (number, f"{day:%d/%m/%Y}" if day else "") if part)


def paper_and_day(paper: OfficialDocument | None, day: date | None) -> str:
    """The symbol and the day of a paper; the day given where there is no paper or it has none."""
    return number_and_day(symbol_of(paper) if paper else None, (paper.issued_on if paper else None) or day)
