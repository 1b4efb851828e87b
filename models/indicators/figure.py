"""A figure that knows where it came from: indicator, filters, span and period."""

from __future__ import annotations

from dataclasses import dataclass

from models.periods import Period

Number = int | float
Origin = tuple[str, str]  # type and uid of a record
Filter = tuple[str, str | int | bool | tuple[str, ...]]

SPANS = {
    "ky": "Trong kỳ",
    "luy_ke": "Lũy kế từ đầu năm",
    "ky_truoc": "Kỳ trước",
    "cung_ky": "Cùng kỳ năm trước",
    "chi_tieu": "Chỉ tiêu năm",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """Names a figure wherever it appears: screen, form, workbook, command line."""

    indicator: str
    where: tuple[Filter, ...] = ()
    span: str = "ky"


@dataclass(frozen=True, slots=True)
class Figure:
    """The value of a reference in a period; None = not collected (printed "-"), 0 = counted and nothing happened."""

    reference: Reference
    period: Period
    value: Number | None


@dataclass(frozen=True, slots=True)
class Contribution:
    """A record behind a figure and its share in it; `label` says it in the user's words."""

    kind: str  # record type
    uid: str
    share: Number | None
    label: str
