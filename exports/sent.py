"""What was sent, handed out again: the very bytes, whatever has changed in the ledger since."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from exports.differences import Difference, causes_of, differences, shown
from exports.place import put_in_place
from exports.sealing import known_name
from models.errors import UserError
from models.ledger.store import Store
from models.periods import Period
from models.sealing.digest import sha256
from models.sealing.read import endings_of, file_of, seals, standing, standing_seals
from models.sealing.seal import Seal
from models.sealing.since import Changed, late_records


def sent_report(store: Store, name: str, period: Period) -> Seal | None:
    """The report sent last for a form (or the bundle) and a period. UserError for an unknown form."""
    return standing(store, known_name(name), period.text)


def hand_out_again(store: Store, seal: Seal, target: Path) -> bool:
    """Puts the file that was sent at `target`, by its ending; False if none of that kind was kept.

    UserError if it cannot be written, or is no longer what it was.
    """
    content = file_of(store, seal, target.suffix)
    if content is None:
        return False
    put_in_place(target, lambda draft: _write(draft, content), _proof(sha256(content)))
    return True


def seals_as_json(store: Store) -> list[dict[str, Any]]:
    """Every report sent, with what has changed since; of one that was replaced or withdrawn nothing is compared."""
    count = {seal.number for seal in standing_seals(store)}
    all_ = seals(store)
    versions = {seal.number: seal.version for seal in all_}
    return [_seal_as_json(store, seal, seal.number in count, versions) for seal in all_]


def difference_line(each: Difference) -> str:
    """A difference as she reads it: where, what was sent, what it is now, and why."""
    why = causes_of(each)
    return f"{each.label}: đã gửi {shown(each.sent)}, nay là {shown(each.now)}" + (f" ({why})" if why else "")


def _write(draft: Path, content: bytes) -> None:
    draft.write_bytes(content)


def _proof(digest: str) -> Callable[[Path], None]:
    def prove(draft: Path) -> None:
        if sha256(draft.read_bytes()) != digest:
            raise UserError("Tệp vừa ghi không giống tệp đã gửi. Hãy kiểm tra ổ đĩa rồi làm lại.")

    return prove


def _seal_as_json(store: Store, seal: Seal, counts: bool, versions: Mapping[int, int]) -> dict[str, Any]:
    return {
        "form": seal.form,
        "title": seal.named,
        "period": seal.period.text,
        "label": seal.period.label,
        "version": seal.version,
        "sealed_at": seal.sealed_at,
        "sealed_by": seal.actor,
        "mark": seal.mark,
        "unit": seal.unit,
        "form_version": seal.form_version,
        "program": seal.program,
        "state": "withdrawn" if seal.withdrawn_at else "sent" if counts else "replaced",
        "replaces": versions[seal.replaces] if seal.replaces is not None else None,
        "withdrawn_at": seal.withdrawn_at,
        "withdrawn_reason": seal.withdrawn_reason,
        "files": [{"ending": ending, "sha256": _digest(store, seal, ending)} for ending in endings_of(store, seal)],
        "differences": [_as_json(each) for each in differences(store, seal)] if counts else [],
        "late": [_record(each) for each in late_records(store, seal)] if counts else [],
    }


def _digest(store: Store, seal: Seal, ending: str) -> str:
    return sha256(file_of(store, seal, ending) or b"")


def _as_json(each: Difference) -> dict[str, Any]:
    place = {"form": each.place.form, "table": each.place.table, "row": each.place.row, "column": each.place.column}
    records = [_record(record) for record in each.records]
    return {**place, "label": each.label, "sent": each.sent, "now": each.now, "records": records}


def _record(each: Changed) -> dict[str, str]:
    return {"type": each.type, "uid": each.uid, "change": each.what, "title": each.title}
