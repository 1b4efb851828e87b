"""The lines of an interchange file: which record each means, and what is wrong with its writing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from models.errors import Fault, UserError, reason_of
from models.record import Record
from models.records import record_type
from models.vietnamese import one_line

_OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(slots=True)
class Line:
    """A line that names its record."""

    number: int
    record: type[Record]
    uid: str
    values: dict[str, Any]


@dataclass(slots=True)
class Lines:
    """What a file holds, what is wrong with it, and the uids of lines that were refused."""

    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)


class _Unreadable(ValueError):
    """JSON that may be read in two ways, or in none."""


def lines_of(path: Path) -> Lines:
    """The lines of a file. UserError if it cannot be read at all."""
    try:
        with path.open("rb") as file:
            if file.read(2) in _OTHER_ENCODINGS:
                raise UserError(f"“{path.name}” không phải là văn bản UTF-8. Hãy lưu lại tệp dạng UTF-8.")
        with path.open(encoding="utf-8-sig", errors="surrogateescape") as file:
            return _read(file)
    except OSError as error:
        raise UserError(f"Không đọc được “{path}”: {reason_of(error)}. Hãy kiểm tra lại đường dẫn.") from None


def _read(texts: Iterable[str]) -> Lines:
    found = Lines()
    seen: dict[tuple[str, str], int] = {}
    for number, text in enumerate(texts, 1):
        if not text.strip():
            continue
        line = _line(found, number, text)
        if line is None:
            continue
        earlier = seen.setdefault((line.record.table_name, line.uid), number)
        if earlier == number:
            found.lines.append(line)
        else:
            reason = f"“{line.uid}” đã có ở dòng {earlier}; mỗi bản ghi chỉ một dòng"
            found.faults.append(Fault(reason, "uid", "uid", number))
    return found


def _line(found: Lines, number: int, text: str) -> Line | None:
    """The line of a text; None, and its fault noted, if it names no record."""
    try:
        values = _object(text)
    except _Unreadable as error:
        found.faults.append(Fault(str(error), line=number))
        return None
    uid = one_line(values["uid"]) if isinstance(values.get("uid"), str) else ""
    if not uid:
        wrong = "mã định danh phải là chữ" if values.get("uid") else "thiếu mã định danh"
        found.faults.append(Fault(wrong, "uid", "uid", number))
    try:
        record = record_type(_type_name(values))
    except UserError as error:
        found.faults.append(Fault(str(error), "type", "type", number))
        found.refused.add(uid)
        return None
    return Line(number, record, uid, values) if uid else None


def _type_name(values: dict[str, Any]) -> str:
    name = values.get("type")
    if not isinstance(name, str):
        raise UserError("thiếu loại bản ghi")
    return name


def _object(text: str) -> dict[str, Any]:
    _require_utf8(text, "không phải chữ UTF-8; hãy lưu lại tệp dạng UTF-8")
    try:
        values = json.loads(text, object_pairs_hook=_each_once)
    except json.JSONDecodeError as error:
        raise _Unreadable(f"không phải JSON hợp lệ, từ ký tự thứ {error.pos + 1}") from None
    except RecursionError:
        raise _Unreadable("không phải JSON hợp lệ: các dấu ngoặc lồng nhau quá sâu") from None
    except _Unreadable:
        raise
    except ValueError:  # a whole number of thousands of digits
        raise _Unreadable("không phải JSON hợp lệ: có số quá lớn") from None
    if not isinstance(values, dict):
        raise _Unreadable("phải là một đối tượng {...}")
    if "\\u" in text:
        _require_utf8(json.dumps(values, ensure_ascii=False), "có ký tự \\ud800–\\udfff đứng lẻ, không phải là chữ")
    return values


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Unreadable(f"trường “{twice}” được ghi hai lần")
    return values


def _require_utf8(text: str, reason: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise _Unreadable(reason) from None
