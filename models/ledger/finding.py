"""One search over everything: what each kind of record has with these words, newest first, and the words themselves."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from models.ledger import rows
from models.ledger.connection import Connection
from models.ledger.kept_back import names_of, texts_of
from models.ledger.listing import Choice, where
from models.ledger.plain import asked, first
from models.ledger.question import Question
from models.ledger.search import places, sought, tables_with
from models.ledger.store import Store
from models.record import Record
from models.records import CATALOGUE, record_type

MOST = 6  # of each kind
MOST_EXCERPTS = 2
_BEFORE, _ROOM = 30, 90  # letters shown before the first word found, and in all


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found; `excerpt` says where the words stand that are not in its title."""

    kind: str
    uid: str
    title: str
    day: str  # 2026-03-12, "" if it has none
    excerpt: str  # "Địa điểm: Hội trường  ·  Tóm tắt: …", "" if all are in the title


@dataclass(frozen=True, slots=True)
class Found:
    """What one kind of record has: how many, and the newest of them."""

    kind: str
    count: int
    hits: tuple[Hit, ...]


def everywhere(store: Store, text: str, question: Question | None = None) -> list[Found]:
    """What every kind of record has with all these words. Raises Dropped if the question is dropped."""
    with store.reading() as connection, (question or Question()).asked(connection):
        kinds = tables_with(connection, text, [record.table_name for record in CATALOGUE])
        found = [_of_kind(connection, record_type(kind), text) for kind in kinds]
    return [each for each in found if each.count]


def _of_kind(connection: Connection, record: type[Record], text: str) -> Found:
    condition, values = where(Choice(record, text))
    table = f'"{record.table_name}" AS listed WHERE {condition}'
    count = int(first(connection, f"SELECT count(*) FROM {table}", values))
    day = f'substr("{record.dated_by}", 1, 10)' if record.dated_by else "NULL"
    newest = asked(connection, f"SELECT uid, {day} FROM {table} ORDER BY 2 DESC, id DESC LIMIT {MOST}", values)
    records = {each.uid: each for each in rows.load(connection, record, [uid for uid, _day in newest])}
    names, words = names_of(connection, records.values()), sought(text)
    hits = tuple(_hit(records[uid], day or "", words, names.get(uid, ())) for uid, day in newest)
    return Found(record.table_name, count, hits)


def _hit(record: Record, day: str, words: Sequence[str], names: Collection[str]) -> Hit:
    title = record.title_text
    missing = _lacking(title, words)
    texts = [(label, text) for label, text in texts_of(record, names) if text != title] if missing else []
    excerpts: list[str] = []
    while missing and len(excerpts) < MOST_EXCERPTS:
        label, text = min(texts, key=lambda each: len(_lacking(each[1], missing)), default=("", ""))
        still = _lacking(text, missing)
        if still == missing:
            break
        excerpts.append(f"{label}: {_excerpt(text, missing)}")
        missing = still
    return Hit(record.table_name, record.uid, title, day, "  ·  ".join(excerpts))


def _lacking(text: str, words: Sequence[str]) -> list[str]:
    return [word for word in words if not any(places(text, [word]))]


def _excerpt(text: str, words: Sequence[str]) -> str:
    """A line of the text around the first word found."""
    start = next((place for place, _length in places(text, words)), 0)
    begin = text.rfind(" ", 0, max(start - _BEFORE, 0)) + 1 if start > _BEFORE else 0
    end = len(text) if len(text) - begin <= _ROOM else text.rfind(" ", begin, begin + _ROOM)
    shown = " ".join(text[begin : end if end > start else begin + _ROOM].split())
    return f"{'… ' if begin else ''}{shown}{' …' if end < len(text) else ''}"
