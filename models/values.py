"""Kinds of value: how each is checked, stored, written to an interchange file and shown.

In memory a value is what Python calls it (str, int, float, bool, date, datetime). A stored value is what stands in the
ledger and in a JSON line: dates as 2026-01-12, moments as 2026-01-12T08:00, money as whole đồng.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from models.codes import CodeList
from models.vietnamese import nfc, one_line

_KEYS = (str, int)
LOCKED = "socd1"  # begins every value that is kept encrypted, and says how it was done
_LOCKED = LOCKED + r"\.[0-9a-f]{8}"
LARGEST = 10**15  # beyond all sense for a count or for đồng


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value. `affinity` is the SQLite storage: TEXT, INTEGER or REAL."""

    affinity: ClassVar[str] = "TEXT"

    def read(self, stored: Any) -> Any:
        """The value in memory of a stored one; ValueError with a Vietnamese reason if it is none of this kind."""
        return stored

    def stored(self, value: Any) -> Any:
        """The value as it stands in the ledger and in a JSON line."""
        return value

    def shown(self, value: Any) -> str:
        """The value as a Vietnamese reader writes it; empty for None."""
        return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Text(Kind):
    """A line of text, or several lines where `lines` says so."""

    lines: bool = False

    def read(self, stored: Any) -> str | None:
        if not isinstance(stored, str):
            raise ValueError(f"phải là chữ, đang là {_said(stored)}")
        clean = nfc(stored).strip() if self.lines else one_line(stored)
        return clean or None


@dataclass(frozen=True, slots=True)
class FormKey(Text):
    """A key of the forms, which the window shows by its name: of a `form`, a `row` of A2, a `column`, a `passage`."""

    of: str = "form"


@dataclass(frozen=True, slots=True)
class Whole(Kind):
    """A whole number, not negative; `money` counts đồng."""

    affinity: ClassVar[str] = "INTEGER"
    money: bool = False
    least: int = 0
    most: int = LARGEST
    plain: bool = False  # a year: 2026, not 2.026

    def read(self, stored: Any) -> int:
        if isinstance(stored, float) and stored.is_integer():
            stored = int(stored)
        if isinstance(stored, bool) or not isinstance(stored, int):
            raise ValueError(f"phải là số nguyên, đang là {_said(stored)}")
        if not self.least <= stored <= self.most:
            raise ValueError(f"phải từ {grouped(self.least)} đến {grouped(self.most)}, đang là {grouped(stored)}")
        return stored

    def shown(self, value: Any) -> str:
        if value is None:
            return ""
        return str(value) if self.plain else grouped(value)


@dataclass(frozen=True, slots=True)
class Decimal(Kind):
    """A number that may have decimals, not negative."""

    affinity: ClassVar[str] = "REAL"
    most: float = float(LARGEST)

    def read(self, stored: Any) -> float:
        if isinstance(stored, bool) or not isinstance(stored, int | float) or stored != stored:
            raise ValueError(f"phải là số, đang là {_said(stored)}")
        if not 0 <= stored <= self.most:
            raise ValueError(f"phải từ 0 đến {self.shown(self.most)}")
        return float(stored)

    def stored(self, value: Any) -> Any:
        return int(value) if value is not None and float(value).is_integer() else value

    def shown(self, value: Any) -> str:
        if value is None:
            return ""
        whole, _, rest = f"{value:.6f}".rstrip("0").partition(".")
        return grouped(int(whole)) + (f",{rest}" if rest else "")


@dataclass(frozen=True, slots=True)
class Day(Kind):
    """A calendar day."""

    def read(self, stored: Any) -> date:
        if isinstance(stored, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", stored):
            try:
                day = date.fromisoformat(stored)
            except ValueError:
                raise ValueError(f"không có ngày {_said(stored)} trong lịch") from None
            return _within_reason(day)
        raise ValueError(f"phải là ngày dạng 2026-01-31, đang là {_said(stored)}")

    def stored(self, value: Any) -> Any:
        return value.isoformat() if value is not None else None

    def shown(self, value: Any) -> str:
        return f"{value:%d/%m/%Y}" if value is not None else ""


@dataclass(frozen=True, slots=True)
class Moment(Kind):
    """A day and an hour, to the minute."""

    def read(self, stored: Any) -> datetime:
        if isinstance(stored, str) and re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?", stored):
            try:
                moment = datetime.fromisoformat(stored).replace(second=0)
            except ValueError:
                raise ValueError(f"không có ngày giờ {_said(stored)}") from None
            _within_reason(moment.date())
            return moment
        raise ValueError(f"phải là ngày giờ dạng 2026-01-31T08:00, đang là {_said(stored)}")

    def stored(self, value: Any) -> Any:
        return value.isoformat(timespec="minutes") if value is not None else None

    def shown(self, value: Any) -> str:
        if value is None:
            return ""
        return f"{value:%d/%m/%Y %H:%M}" if value.hour or value.minute else f"{value:%d/%m/%Y}"


@dataclass(frozen=True, slots=True)
class YesNo(Kind):
    """Yes or no."""

    affinity: ClassVar[str] = "INTEGER"

    def read(self, stored: Any) -> bool:
        if stored in (0, 1) and not isinstance(stored, float):
            return bool(stored)
        raise ValueError(f"phải là true hoặc false, đang là {_said(stored)}")

    def shown(self, value: Any) -> str:
        return "Có" if value else ""


@dataclass(frozen=True, slots=True)
class Code(Kind):
    """A key of a code list."""

    list: CodeList

    @property
    def affinity(self) -> str:  # type: ignore[override]
        """INTEGER for a list with numbers as keys."""
        return "INTEGER" if self.list.numbered else "TEXT"

    def read(self, stored: Any) -> str | int:
        if not isinstance(stored, _KEYS) or isinstance(stored, bool) or stored not in self.list.labels:
            raise ValueError(f"mã {_said(stored)} không có trong danh mục “{self.list.title}”")
        key: str | int = stored
        return key

    def shown(self, value: Any) -> str:
        return "" if value is None else self.list.label(value)


@dataclass(frozen=True, slots=True)
class Link(Kind):
    """The uid of another record, of one of the record types named."""

    to: tuple[str, ...]

    def read(self, stored: Any) -> str:
        if not isinstance(stored, str) or not one_line(stored):
            raise ValueError(f"phải là mã định danh (uid) của bản ghi khác, đang là {_said(stored)}")
        return one_line(stored)


@dataclass(frozen=True, slots=True)
class Locked(Kind):
    """A value that is kept only encrypted, everywhere: `models.guarded.cipher` says how it is written.

    `pieces` is how many texts follow the name of the key. Searching, lists and completions pass over it.
    """

    pieces: int = 1

    def read(self, stored: Any) -> str:
        if not isinstance(stored, str) or not re.fullmatch(_LOCKED + r"\.[\w-]+" * self.pieces, stored, re.ASCII):
            # What stands there may be somebody's number: it is not repeated.
            raise ValueError(
                "chỉ nhận ở dạng đã khóa bằng mật khẩu của sổ; hãy bỏ trường này khỏi tệp rồi nạp lại, sau đó gõ số ở "
                "phiếu đoàn viên"
            )
        return stored

    def shown(self, value: Any) -> str:
        return "" if value is None else "(đã khóa)"


@dataclass(frozen=True, slots=True)
class PeriodText(Kind):
    """A report period: the text of the command line (2026-Q1) or the uid of a report_period."""

    to: ClassVar[tuple[str, ...]] = ("report_period",)

    def read(self, stored: Any) -> str:
        if not isinstance(stored, str) or not one_line(stored):
            raise ValueError(f"phải là kỳ báo cáo (ví dụ 2026-Q1), đang là {_said(stored)}")
        return one_line(stored)


TEXT, LINES, FORM = Text(), Text(lines=True), FormKey()
WHOLE, MONEY, YEAR = Whole(), Whole(money=True), Whole(least=1900, most=2200, plain=True)
DECIMAL, PERCENT = Decimal(), Decimal(most=100.0)
DAY, MOMENT, YES_NO, PERIOD = Day(), Moment(), YesNo(), PeriodText()


def grouped(number: int) -> str:
    """A whole number with dots between thousands: 1.737."""
    return f"{number:,}".replace(",", ".")


def _said(value: object) -> str:
    text = str(value)
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"


def _within_reason(day: date) -> date:
    if not 1900 <= day.year <= 2200:
        raise ValueError(f"năm {day.year} nằm ngoài khoảng 1900–2200")
    return day
