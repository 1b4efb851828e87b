"""The cipher alone: what one password locks, no other one opens, and nothing opens for somebody else."""

from __future__ import annotations

import unicodedata

import pytest

from models.guarded.cipher import Key, key_from, lock_of, locked, new_key, number_of
from models.values import Locked

NUMBER, PASSWORD = "079000111222", "bốn từ dễ nhớ"
FULL_OF_NOTHING = "A" * 60


@pytest.fixture(scope="module")
def key() -> Key:
    return new_key()


@pytest.fixture(scope="module")
def lock(key: Key) -> str:
    return lock_of(key, PASSWORD)


def test_a_number_opens_for_its_own_member_alone(key: Key) -> None:
    text = locked(key, "M1", NUMBER)
    assert number_of(key, "M1", text) == NUMBER
    assert number_of(key, "M2", text) is None
    assert number_of(new_key(), "M1", text) is None


def test_a_text_that_was_changed_by_one_letter_does_not_open(key: Key) -> None:
    text = locked(key, "M1", NUMBER)
    for place in range(len(text) - 8, len(text) - 1):
        spoiled = text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :]
        assert number_of(key, "M1", spoiled) is None
    for nothing in ("A", "AA", FULL_OF_NOTHING, "_"):
        assert number_of(key, "M1", f"socd1.{key.name}.{nothing}") is None


def test_no_two_locked_texts_are_alike_and_old_numbers_look_as_long_as_new_ones(key: Key) -> None:
    texts = [locked(key, "M1", NUMBER) for _ in range(20)] + [locked(key, "M1", "012345678")]
    assert len(set(texts)) == 21
    assert len({len(text) for text in texts}) == 1
    assert number_of(key, "M1", texts[-1]) == "012345678"


def test_the_lock_opens_with_its_password_however_its_accents_are_composed(key: Key, lock: str) -> None:
    assert key_from(lock, unicodedata.normalize("NFD", PASSWORD)) == key
    assert key_from(lock, PASSWORD + " ") is None
    assert key_from(lock.replace(key.name, "00000000"), PASSWORD) is None


def test_a_spoiled_lock_opens_with_nothing(key: Key) -> None:
    assert key_from(f"socd1.{key.name}.A.{FULL_OF_NOTHING}", PASSWORD) is None


def test_what_is_written_reads_as_its_kind_and_a_plain_number_does_not(key: Key, lock: str) -> None:
    text = locked(key, "M1", NUMBER)
    assert Locked().read(text) == text
    assert Locked(pieces=2).read(lock) == lock
    for wrong in (NUMBER, int(NUMBER), "", None, lock, text + "\n", text + ".x", text.replace("socd1", "socd2")):
        with pytest.raises(ValueError, match="chỉ nhận ở dạng đã khóa") as refused:
            Locked().read(wrong)
        assert NUMBER not in str(refused.value)


def test_the_key_tells_nothing_of_itself(key: Key) -> None:
    assert repr(key) == f"Key(name='{key.name}')"
