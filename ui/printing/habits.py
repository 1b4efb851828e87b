"""How she prints: kept from one day to the next."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings

from ui.settings import FOLDER

YES, NO = "true", "false"


@dataclass(frozen=True, slots=True)
class Habits:
    """The printer used last, whether on both sides and in black and white, and the forms printed together."""

    printer: str = ""
    two_sided: bool = False
    grey: bool = True
    forms: tuple[str, ...] = ()


def habits() -> Habits:
    """As kept."""
    kept = _kept()
    return Habits(
        str(kept.value("printing/printer") or ""),
        str(kept.value("printing/two-sided", NO)) == YES,
        str(kept.value("printing/grey", YES)) == YES,
        tuple(filter(None, str(kept.value("printing/forms") or "").split(" "))),
    )


def remember(how: Habits) -> None:
    """Proposes the same next time."""
    kept = _kept()
    kept.setValue("printing/printer", how.printer)
    kept.setValue("printing/two-sided", YES if how.two_sided else NO)
    kept.setValue("printing/grey", YES if how.grey else NO)
    kept.setValue("printing/forms", " ".join(how.forms))


def _kept() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, FOLDER, FOLDER)
