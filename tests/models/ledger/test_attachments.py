"""Evidence is kept beside the ledger by what it holds; what was changed or lost is named."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path

import pytest

from models.errors import UserError
from models.ledger import attachments, history
from models.ledger.attachments import Given
from models.ledger.check import check
from models.ledger.store import Store
from models.records.activity import Activity
from models.records.attachment import Attachment


def place(store: Store, attachment: Attachment) -> Path:
    """Where a file is kept that is kept."""
    found = attachments.place_of(store, attachment)
    assert found is not None
    return found


@pytest.fixture
def activity(store: Store) -> Activity:
    """An activity of the ledger."""
    made = Activity("S1", title="Hội nghị", form="hoi_nghi", start_at=datetime(2026, 1, 12, 8), primary_topic="atgt")
    with store.write("Thêm") as write:
        write.save(made)
    return made


def test_a_file_is_kept_under_what_it_holds(store: Store, activity: Activity) -> None:
    attachments.keep(store, activity, [Given("../../Ảnh hội nghị.JPG", b"photo")])
    [kept] = attachments.attached_to(store, "S1")
    there = place(store, kept)
    digest = hashlib.sha256(b"photo").hexdigest()
    assert there == store.path.with_name("so.socd-files") / digest[:2] / f"{digest}.jpg"
    assert there.read_bytes() == b"photo"
    assert (kept.file_name, kept.mime) == ("../../Ảnh hội nghị.JPG", "image/jpeg")


@pytest.mark.parametrize("name", ["con", "a:b|c?.png", "x" * 300 + ".pdf", "tệp.<script>", ".", "нет.docx", "a.tar.gz"])
def test_no_name_leads_out_of_the_folder(store: Store, activity: Activity, name: str) -> None:
    before = {each for each in store.path.parent.rglob("*") if each.is_file()}
    attachments.keep(store, activity, [Given(name, name.encode())])
    fresh = {each for each in store.path.parent.rglob("*") if each.is_file()} - before
    folder = attachments.folder_of(store.path)
    assert [each.parent.parent for each in fresh if not each.name.startswith("so.socd")] == [folder]


def test_the_same_file_is_attached_once(store: Store, activity: Activity) -> None:
    assert attachments.keep(store, activity, [Given("a.png", b"1"), Given("b.png", b"1"), Given("c.png", b"2")])
    assert attachments.keep(store, activity, [Given("d.png", b"2")]) == 0
    assert [each.file_name for each in attachments.attached_to(store, "S1")] == ["a.png", "c.png"]


def test_every_unfit_file_is_named_and_none_is_kept(tmp_path: Path) -> None:
    good, empty = tmp_path / "tốt.png", tmp_path / "rỗng.png"
    good.write_bytes(b"1")
    empty.touch()
    with pytest.raises(UserError) as told:
        attachments.read([good, empty, tmp_path, tmp_path / "không có.png"])
    assert [name in str(told.value) for name in ("rỗng.png", tmp_path.name, "không có.png", "tốt.png")] == [
        True,
        True,
        True,
        False,
    ]


def test_a_record_goes_with_its_evidence_and_comes_back_with_it(store: Store, activity: Activity) -> None:
    attachments.keep(store, activity, [Given("a.png", b"1")])
    with store.write("Xóa") as write:
        assert attachments.remove_with(write, ["S1"]) == 1
        write.remove(Activity, "S1")
    assert attachments.attached_to(store, "S1") == []
    history.undo(store)
    [back] = attachments.attached_to(store, "S1")
    assert place(store, back).read_bytes() == b"1"


def test_check_names_what_was_changed_or_lost(store: Store, activity: Activity) -> None:
    attachments.keep(store, activity, [Given("mất.png", b"1"), Given("đổi.png", b"2"), Given("còn.png", b"3")])
    assert check(store) == []
    lost, changed, _whole = (place(store, each) for each in attachments.attached_to(store, "S1"))
    lost.unlink()
    changed.write_bytes(b"other")
    assert sorted(check(store)) == sorted(
        [
            "Tệp minh chứng “mất.png” không còn trong thư mục “so.socd-files”",
            "Tệp minh chứng “đổi.png” trong thư mục “so.socd-files” đã bị thay đổi",
        ]
    )


def test_a_changed_file_is_put_right_when_it_is_added_again(store: Store, activity: Activity) -> None:
    attachments.keep(store, activity, [Given("a.png", b"1")])
    [kept] = attachments.attached_to(store, "S1")
    place(store, kept).write_bytes(b"broken")
    other = Activity("S2", title="Khác", form="hoi_nghi", start_at=datetime(2026, 1, 13, 8), primary_topic="atgt")
    with store.write("Thêm") as write:
        write.save(other)
    attachments.keep(store, other, [Given("a.png", b"1")])
    assert check(store) == []


@pytest.mark.parametrize("digest", ["../../etc/passwd", "abc", "A" * 64, "", None])
def test_a_digest_that_is_none_names_no_file(store: Store, digest: str | None) -> None:
    assert attachments.place_of(store, Attachment(file_name="a.png", sha256=digest)) is None
