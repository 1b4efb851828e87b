"""What is kept back of a voice is found, listed, proposed and told nowhere, unless somebody deliberately looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from models.forgetting import anonymise
from models.gaps.find import gaps
from models.ledger import history
from models.ledger.check import check
from models.ledger.finding import everywhere
from models.ledger.life import life_of
from models.ledger.listing import Choice, Condition, cells, columns_of, ids, title_of, titles
from models.ledger.remembered import values_before
from models.ledger.store import Store
from models.ledger.trash import deleted
from models.masks import MASK, hidden, rule, without
from models.membership import leave
from models.periods import period_from
from models.records import CATALOGUE
from models.records.feedback import Feedback, FeedbackEvent
from models.records.member import Member
from models.vietnamese import folded

SECRET = {"K1": "Quách Thị Lục Bình", "K2": "Kiều Văn Thạch Sanh", "K3": "Tạ Thị Mộc Miên"}
COMPLAINT = "Tố cáo việc chia quà không đều ở phân xưởng"
EVERYTHING = tuple(Feedback.fields)


def voice(uid: str, **said: Any) -> Feedback:
    values = {
        "received_on": date(2026, 1, 20),
        "channel": "hop_to",
        "source_kind": "ca_nhan",
        "kind": "kien_nghi",
        "subject_area": "bua_an_ca",
        "competent_level": "co_so_cd",
        "due_on": date(2026, 2, 1),
    }
    return Feedback(uid, **(values | said))


def naming(uid: str) -> dict[str, Any]:
    """Texts that all name who spoke."""
    name = SECRET[uid]
    return {
        "content": f"Tôi là {name}, bữa ăn ca còn nguội",
        "reply_text": f"Đã trả lời chị {name.upper()}",
        "assigned_to": f"Tổ trưởng của {name}",
        "events": [FeedbackEvent(to_state="tiep_nhan", note=f"{name} gặp tại tổ")],
    }


@pytest.fixture
def told(store: Store) -> Store:
    """Someone who asked to be kept secret, one without a name, a secret member, an open voice, a denunciation."""
    with store.write("Nhập") as write:
        write.save(Member("M1", full_name=SECRET["K3"], joined_on=date(2020, 1, 1)))
        write.save(voice("K1", source_name="Ai đó", confidential=True, **naming("K1")))
        write.save(voice("K2", source_name="Ai đó", source_kind="an_danh", **naming("K2")))
        write.save(voice("K3", member="M1", confidential=True, **naming("K3")))
        write.save(voice("open", source_name="Lý Thị Sen", content="Bữa ăn ca còn nguội"))
        write.save(voice("T1", source_name="Lý Thị Sen", kind="to_cao", content=COMPLAINT))
    for uid in SECRET:
        each = store.read(Feedback, uid)
        each.outcome = "giai_trinh"
        each.source_name = SECRET[uid]
        with store.write(f"Sửa ý kiến “{each.title_text}”") as write:
            write.save(each)
    return store


def offences(said: object) -> list[str]:
    """Which of the names a text says, however they are written; the complaint too."""
    text = "".join(folded(str(said)).split())
    return [each for each in (*SECRET.values(), COMPLAINT) if "".join(folded(each).split()) in text]


def lists(store: Store) -> Iterator[object]:
    """What lists, their filters and the completions of a form show."""
    columns = columns_of(Feedback, EVERYTHING)
    for order in ("", "content", "source_name"):
        yield cells(store, Feedback, columns, ids(store, Choice(Feedback, order=order)))
    yield [titles(store, ["feedback"]), *(title_of(store, ["feedback"], uid) for uid in SECRET)]
    yield [values_before(store, Feedback, key) for key in ("source_name", "content", "assigned_to")]


def stories(store: Store) -> Iterator[object]:
    """What the history, what is deleted and what is lacking tell."""
    yield [life_of(store, Feedback, uid) for uid in (*SECRET, "T1")]
    yield history.writes(store)
    yield gaps(store, period_from("2026-Q1"))
    for uid in (*SECRET, "T1"):
        with store.write(f"Xóa ý kiến “{store.read(Feedback, uid).title_text}”") as write:
            write.remove(Feedback, uid)
    yield [(each.record.title_text, each.label) for each in deleted(store)]
    yield [life_of(store, Feedback, uid) for uid in (*SECRET, "T1")]


@pytest.mark.parametrize("place", [lists, stories])
def test_nothing_shown_says_what_is_kept_back(told: Store, place: Callable[[Store], Iterator[object]]) -> None:
    for said in place(told):
        assert said
        assert offences(said) == []


@pytest.mark.parametrize("uid", SECRET)
def test_searching_for_a_name_finds_no_voice_and_searching_for_its_words_names_nobody(told: Store, uid: str) -> None:
    for text in (SECRET[uid], SECRET[uid].split()[-1], folded(SECRET[uid])):
        found = {each.kind for each in everywhere(told, text)}
        assert found <= {"member"}
        assert list(ids(told, Choice(Feedback, text))) == []
    for text in ("nguội", "giải trình", "tổ trưởng"):
        (found_voices,) = everywhere(told, text)
        assert found_voices.count >= 3
        assert offences(found_voices) == []


def test_a_denunciation_is_found_by_what_it_is_and_not_by_what_it_says(told: Store) -> None:
    assert everywhere(told, "chia quà") == []
    (found,) = everywhere(told, "tố cáo")
    assert [each.uid for each in found.hits] == ["T1"]
    assert found.hits[0].title == "Tố cáo 2026/0005, Bữa ăn ca (giữ kín)"


def test_who_spoke_openly_is_found_and_named(told: Store) -> None:
    (found,) = everywhere(told, "ly thi sen")
    assert {each.uid for each in found.hits} == {"open", "T1"}
    assert values_before(told, Feedback, "source_name") == ["Lý Thị Sen"]


def test_a_list_narrowed_to_a_member_passes_over_what_she_said_in_confidence(told: Store) -> None:
    with told.write("Nhập") as write:
        write.save(voice("K4", member="M1", content="Công khai"))
    number = ids(told, Choice(Feedback, conditions=(Condition("member", "M1"),)))
    assert [uid for uid, _texts in cells(told, Feedback, [], number)] == ["K4"]


def test_whoever_looks_deliberately_sees_everything(told: Store) -> None:
    for uid in SECRET:
        assert SECRET[uid] in str(life_of(told, Feedback, uid, looked=True))
    assert COMPLAINT in str(life_of(told, Feedback, "T1", looked=True))


def test_what_was_once_secret_stays_so_in_the_history(told: Store) -> None:
    each = told.read(Feedback, "K1")
    each.confidential = False
    with told.write("Sửa") as write:
        write.save(each)
    assert offences(life_of(told, Feedback, "K1")) == []
    (found,) = everywhere(told, SECRET["K1"])
    assert [hit.uid for hit in found.hits] == ["K1"], "she may be named now"


def test_the_search_stays_true_with_what_is_kept_back(told: Store) -> None:
    assert check(told) == []
    for uid in SECRET:
        with told.write("Xóa") as write:
            write.remove(Feedback, uid)
    assert check(told) == []


def test_forgetting_someone_still_finds_her_name_in_texts_that_searching_does_not_know(told: Store) -> None:
    with told.write("Nhập") as write:
        write.save(Member("M2", full_name=SECRET["K1"], joined_on=date(2020, 1, 1)))
    member = told.read(Member, "M2")
    leave(member, date(2026, 1, 5), "nghi_huu")
    with told.write("Nghỉ hưu") as write:
        write.save(member)
    _number, mentions = anonymise(told, "M2")
    assert [(each.kind, each.uid) for each in mentions] == [("feedback", "K1")]


def test_the_rule_says_the_same_in_python_and_in_sql(told: Store) -> None:
    with told.reading() as connection:
        for name in Feedback.masked:
            hides = rule(Feedback, name)
            sql = f"SELECT uid FROM feedback WHERE {hides} ORDER BY uid"
            in_sql = [row[0] for row in connection.plain.execute(sql)]
            assert in_sql == sorted(each.uid for each in told.read_all(Feedback) if name in hidden(each))
            assert in_sql


def test_what_a_type_keeps_back_are_fields_of_it() -> None:
    for record in CATALOGUE:
        conditions = {field for each in record.masked.values() for field, _values in each}
        assert {*record.masked, *record.persons, *conditions} <= set(record.fields)
        assert set(record.persons) <= set(record.masked)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Chị Lê Thị Ơn nói", "Chị người nêu ý kiến nói"),
        ("chị LÊ THỊ ƠN.", "chị người nêu ý kiến."),
        ("Lê Thị Ơnx", "Lê Thị Ơnx"),
        ("Ơn trên", "Ơn trên"),
    ],
)
def test_a_name_is_taken_out_as_a_whole(text: str, left: str) -> None:
    assert without(text, ["Lê Thị Ơn", None, "Ơn"]) == left
    assert MASK not in left
