"""The index of words: any title is found however it is typed, and the index is true after whatever was written."""

from __future__ import annotations

import threading
import unicodedata
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as driver

from models.ledger import file, history, listing, search, search_index
from models.ledger.check import check
from models.ledger.inspection import StrangeLedger
from models.ledger.listing import Choice
from models.ledger.plain import asked
from models.ledger.question import Dropped, Question
from models.ledger.store import Store
from models.records import CATALOGUE
from models.records.idea import Idea
from models.records.member import Member
from models.vietnamese import folded
from tests.models.random_writes import random_write

TITLES = (
    "Đường lối của Đảng về hòa giải ở cơ sở",
    "Hoà Bình: thuỷ thủ và thuý kiều",
    "Văn bản số 12/KH-CĐCS (sửa đổi)",
    "ĐẶNG ĐÌNH ĐOÀN – tập huấn “An toàn”",
    "Ưu tiên nữ công nhân mang thai, 50% suất quà",
)


def is_true(store: Store) -> bool:
    """The index is what a new one would be."""
    with store.reading() as connection:
        return search_index.is_true(connection)


def found(store: Store, text: str) -> int:
    """How many ideas a text finds."""
    return len(listing.ids(store, Choice(Idea, text)))


@pytest.fixture
def titled(store: Store) -> Store:
    """A ledger with an idea of each title, and as many of another kind."""
    with store.write("Ghi") as write:
        for number, title in enumerate(TITLES):
            write.save(Idea(f"I{number}", title=title))
            write.save(Member(f"M{number}", full_name=title))
    return store


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_found_however_it_is_typed(titled: Store, title: str) -> None:
    bare = folded(title)
    for typed in (
        title,
        unicodedata.normalize("NFD", title),
        unicodedata.normalize("NFC", title).upper(),
        bare,
        " ".join(reversed(title.split())),
        " ".join(word[:3] for word in title.split() if word.isalpha()),
    ):
        assert found(titled, typed) == 1, typed


@pytest.mark.parametrize(
    ("typed", "count"),
    [("hòa", 2), ("hoà", 2), ("thủy", 1), ("thúy kiều", 1), ("12/kh", 1), ("12 kh", 1), ("12-kh", 0), ("oan", 0)],
)
def test_the_place_of_a_tone_does_not_matter_and_signs_do(titled: Store, typed: str, count: int) -> None:
    assert found(titled, typed) == count


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_question_that_can_be_asked(typed: str) -> None:
    words = search.sought(typed)
    connection = driver.connect(":memory:")
    connection.execute(search.index_statement())
    connection.execute("INSERT INTO search (rowid, words) VALUES (1, ?)", (" ".join(words),))
    for word in words:
        rows = connection.execute("SELECT rowid FROM search WHERE search MATCH ?", (f'"{word}"*',)).fetchall()
        assert rows == [(1,)]
    connection.close()


def test_no_two_kinds_share_numbers_in_the_index() -> None:
    assert len({search.first_number(record.table_name) for record in CATALOGUE}) == len(CATALOGUE)


def test_the_words_found_are_shown_in_the_readers_own_letters() -> None:
    text = "Hội nghị hoà giải"
    assert [text[first : first + length] for first, length in search.places(text, search.sought("giai hòa ho"))] == [
        "Hộ",
        "hoà",
        "giải",
    ]


def test_random_writes_their_undo_and_redo_leave_the_index_true(store: Store, tmp_path: Path) -> None:
    random = Random(11)
    for _ in range(150):
        random_write(store, random, tmp_path)
        if random.random() < 0.2 and history.next_undo(store):
            history.undo(store)
        elif random.random() < 0.1 and history.next_redo(store):
            history.redo(store)
    assert is_true(store)
    while history.next_undo(store):
        history.undo(store)
    assert is_true(store)


def test_an_index_that_is_wrong_is_named_and_made_anew(titled: Store, ledger: Path) -> None:
    titled.close()
    opened = driver.connect(str(ledger))
    opened.execute("INSERT INTO search (search) VALUES ('delete-all')")
    opened.commit()
    opened.close()
    store = file.open_ledger(ledger)
    assert found(store, "hoa") == 0
    assert [each for each in check(store) if "tìm kiếm" in each]
    assert check(store) == []
    assert found(store, "hoa") == 2
    store.close()


def test_one_posting_too_many_is_noticed(titled: Store) -> None:
    with titled.upkeep() as connection:
        search_index.enter(connection, Member, [(99, "thua ra")])
    assert not is_true(titled)


def test_another_virtual_table_is_not_opened(ledger: Path) -> None:
    opened = driver.connect(str(ledger))
    opened.execute("DROP TABLE search")
    opened.execute("CREATE VIRTUAL TABLE search USING fts5(words)")
    opened.commit()
    opened.close()
    with pytest.raises(StrangeLedger):
        file.open_ledger(ledger)


def test_a_question_dropped_in_the_midst_of_its_answer_ends(store: Store) -> None:
    question = Question()
    threading.Timer(0.05, question.drop).start()
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(Dropped), store.reading() as connection, question.asked(connection):
        asked(connection, endless)
    with pytest.raises(Dropped):
        listing.ids(store, Choice(Idea), question)
    assert len(listing.ids(store, Choice(Idea), Question())) == 0
