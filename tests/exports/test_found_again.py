"""A file handed out leads back to its report, and says honestly whether it is the one that was sent."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from exports.bundle import report_of
from exports.found_again import found_again
from exports.run import hand_out
from exports.sealing import seal
from exports.sent import hand_out_again
from models.errors import UserError
from models.ledger.file import create
from models.ledger.store import Store
from models.periods import quarter
from models.records.activity import Activity
from models.records.unit import new_own_unit
from models.sealing.keep import withdraw

PERIOD = quarter(2026, 1)


def held(title: str) -> Activity:
    return Activity(title=title, form="hoi_nghi", start_at=datetime(2026, 2, 5, 8), primary_topic="atvsld")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = create(tmp_path / "so.socd", new_own_unit("CĐCS Công ty Mẫu A", "LĐLĐ tỉnh Tây Ninh", "MAU-A"))
    with made.write("Ghi") as write:
        write.save(held("Hội nghị về an toàn lao động"))
    yield made
    made.close()


@pytest.mark.parametrize("ending", [".xlsx", ".pdf", ".json"])
def test_a_draft_is_told_from_what_was_sent(store: Store, tmp_path: Path, ending: str) -> None:
    draft = tmp_path / f"nhap{ending}"
    hand_out(report_of(store, "B1", PERIOD), draft)
    found = found_again(store, draft)
    assert (found.form, found.period) == ("B1", PERIOD)
    assert found.said == (
        "Đây là bản xem trước, không phải bản đã gửi.",
        "Báo cáo của kỳ này chưa được gửi từ sổ này.",
    )
    sent = seal(store, "B1", PERIOD)
    assert f"mã {sent.mark}" in found_again(store, draft).said[1]


def test_what_was_sent_is_known_again_with_all_that_changed_since(store: Store, tmp_path: Path) -> None:
    sent, file = seal(store, "B1", PERIOD), tmp_path / "da-gui.xlsx"
    hand_out_again(store, sent, file)
    said = found_again(store, file).said
    assert sent.mark in said[0]
    assert said[1] == "Tệp giống hệt bản đã gửi, không ai sửa."
    assert said[2] == "Từ khi gửi đến nay, số liệu trong sổ không có gì thay đổi."
    with store.write("Ghi muộn") as write:
        write.save(held("Buổi ghi muộn"))
    told = "\n".join(found_again(store, file).said)
    assert "Nay khác so với bản đã gửi" in told
    assert "đã gửi 1, nay là 2 (mới ghi thêm “Buổi ghi muộn”)" in told


def test_a_file_saved_again_by_somebody_is_told(store: Store, tmp_path: Path) -> None:
    sent, file = seal(store, "B1", PERIOD), tmp_path / "da-gui.xlsx"
    hand_out_again(store, sent, file)
    with zipfile.ZipFile(file, "a") as package:
        package.writestr("xl/them.txt", "x")
    assert "không còn giống hệt bản đã gửi" in found_again(store, file).said[1]


def test_a_corrected_or_withdrawn_report_says_so(store: Store, tmp_path: Path) -> None:
    first, file = seal(store, "B1", PERIOD), tmp_path / "da-gui.pdf"
    hand_out_again(store, first, file)
    with store.write("Ghi muộn") as write:
        write.save(held("Buổi ghi muộn"))
    second = seal(store, "B1", PERIOD)
    assert f"mã {second.mark}" in found_again(store, file).said[2]
    withdraw(store, first, "Gửi nhầm")
    assert found_again(store, file).said[2] == "Báo cáo này đã được thu hồi: Gửi nhầm"


def test_the_file_of_another_unit_is_refused(store: Store, tmp_path: Path) -> None:
    draft = tmp_path / "nhap.pdf"
    hand_out(report_of(store, "B1", PERIOD), draft)
    other = create(tmp_path / "khac.socd", new_own_unit("CĐCS Công ty Mẫu B", "LĐLĐ tỉnh Tây Ninh", "MAU-B"))
    with pytest.raises(UserError, match="đơn vị có mã MAU-A"):
        found_again(other, draft)
    other.close()
