"""From a file handed out earlier back to its report: is it the one that was sent, and what has changed since?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from exports.differences import differences
from exports.official.shelf import is_official
from exports.reference import FileReference, read_reference
from exports.sealing import known_name
from exports.sent import difference_line
from models.errors import UserError
from models.indicators.result_periods import span_of
from models.ledger.store import Store
from models.periods import Period
from models.sealing.digest import sha256
from models.sealing.read import file_of, seal_holding, seal_marked, standing
from models.sealing.seal import Seal

MOST_TOLD = 6


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """The form and period of a file, and sentences about it."""

    form: str
    period: Period
    said: tuple[str, ...]


def found_again(store: Store, path: Path) -> FoundAgain:
    """The report that a file holds. UserError if the file is none of ours, of another unit, or of an unknown period."""
    form_sent = _form_sent(store, path)
    if form_sent is not None:
        return FoundAgain(form_sent.form, form_sent.period, tuple(_of_sent(store, path, form_sent)))
    reference = read_reference(path)
    unit = store.own_unit()
    if reference.unit != unit.code:
        raise UserError(
            f"Tệp “{path.name}” là báo cáo của đơn vị có mã {reference.unit}, không phải của {unit.name_full}. "
            "Hãy mở sổ của đơn vị đó rồi tìm lại."
        )
    form = known_name(reference.form)
    sent = seal_marked(store, reference.mark) if reference.mark else None
    period = sent.period if sent is not None else _period(store, path, reference)
    said = _of_sent(store, path, sent) if sent is not None else _of_draft(store, form, period, reference)
    return FoundAgain(form, period, tuple(said))


def _form_sent(store: Store, path: Path) -> Seal | None:
    """The authority's form that this file is: it carries no mark of ours, so only its very bytes tell."""
    try:
        found = seal_holding(store, sha256(path.read_bytes()))
    except OSError:
        return None  # reading the reference says what is wrong with the file
    return found if found is not None and is_official(found.form) else None


def _period(store: Store, path: Path, reference: FileReference) -> Period:
    with store.reading() as connection:
        period = span_of(connection, reference.period)
    if period is None:
        raise UserError(
            f"Tệp “{path.name}” thuộc một kỳ không còn trong sổ. Hãy khôi phục kỳ đó ở “Đã xóa” rồi tìm lại."
        )
    return period


def _of_sent(store: Store, path: Path, sent: Seal) -> Iterator[str]:
    yield f"Đây là báo cáo đã gửi {_moment(sent)}, mã {sent.mark}."
    if sha256(path.read_bytes()) == sha256(file_of(store, sent, path.suffix.lower()) or b""):
        yield "Tệp giống hệt bản đã gửi, không ai sửa."
    else:
        yield "Tệp không còn giống hệt bản đã gửi: có người đã mở và cất lại, hoặc sửa. Bản đúng lấy ở “Đã gửi”."
    if sent.withdrawn_at is not None:
        yield f"Báo cáo này đã được thu hồi: {sent.withdrawn_reason}"
        return
    later = standing(store, sent.form, sent.period.text)
    if later is not None and later.number != sent.number:
        yield f"Sau đó đã có báo cáo bổ sung, gửi {_moment(later)}, mã {later.mark}."
    else:
        yield from _changes(store, sent)


def _of_draft(store: Store, form: str, period: Period, reference: FileReference) -> Iterator[str]:
    if reference.mark:
        yield f"Tệp mang mã {reference.mark}, nhưng sổ này không có báo cáo nào gửi với mã đó."
    else:
        yield "Đây là bản xem trước, không phải bản đã gửi."
    sent = standing(store, form, period.text)
    if sent is None:
        yield "Báo cáo của kỳ này chưa được gửi từ sổ này."
    else:
        yield f"Bản đã gửi của kỳ này gửi {_moment(sent)}, mã {sent.mark}."


def _changes(store: Store, sent: Seal) -> Iterator[str]:
    found = differences(store, sent)
    if not found:
        yield "Từ khi gửi đến nay, số liệu trong sổ không có gì thay đổi."
        return
    yield f"Nay khác so với bản đã gửi {len(found)} ô:"
    yield from (f"• {difference_line(each)}" for each in found[:MOST_TOLD])
    if len(found) > MOST_TOLD:
        yield f"• … và {len(found) - MOST_TOLD} ô khác, xem ở “Đã gửi”."


def _moment(sent: Seal) -> str:
    at = sent.sealed_at
    return f"lúc {at[11:16]} ngày {at[8:10]}/{at[5:7]}/{at[:4]}"
