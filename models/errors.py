"""Errors meant for the reader: what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class UserError(Exception):
    """Shown to the user as it is: a polite Vietnamese sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a record: the field (by name and label), the reason, the line of the file it came from."""

    reason: str
    field: str = ""
    label: str = ""
    line: int | None = None

    def __str__(self) -> str:
        where = f"Dòng {self.line}: " if self.line is not None else ""
        name = f"{self.label} ({self.field}): " if self.label and self.line is not None else ""
        return f"{where}{name or (self.label + ': ' if self.label else '')}{self.reason}"


class Refused(UserError):
    """A record or a file of records that may not enter; names every fault at once."""

    def __init__(self, faults: Sequence[Fault], heading: str = "") -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join([heading] * bool(heading) + [str(fault) for fault in self.faults]))
