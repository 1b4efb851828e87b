"""Handing out a form: built, written, read again and compared, and only then put in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from exports.bundle import report_of
from exports.code_lists import code_lists
from exports.document import Report, ReportDocument
from exports.place import put_in_place
from exports.proof import Proof, compare
from models.errors import UserError
from models.indicators.ratings import unit_with_code
from models.ledger.store import Store
from models.periods import Period

Progress = Callable[[int, int], None]
ENDINGS = (".xlsx", ".pdf", ".docx", ".json")  # the kinds of file that a report is handed out as
_LISTED = (
    "activity_form",
    "topic",
    "par_content",
    "award_level",
    "initiative_kind",
    "feedback_field",
    "competent_level",
)


@dataclass(frozen=True, slots=True)
class Exported:
    """A file handed out, and what comparing it with the report found."""

    path: Path
    proof: Proof


def export(
    store: Store,
    form: str,
    period: Period,
    target: Path,
    progress: Progress | None = None,
    *,
    every: bool = False,
    unit: str | None = None,
) -> Exported:
    """Writes a form (or the bundle `Q`) of a period to `target`, whose ending chooses xlsx, docx, pdf or json.

    `every`: an activity counts in each of its rows, not only in its first. `unit`: the code of the unit scored, where
    that is not the own one.

    Raises UserError, leaving whatever was at `target`, if it cannot be written or does not match.
    """
    writer_for(target)
    scored = unit_with_code(store, unit) if unit else None
    return hand_out(report_of(store, form, period, every=every, unit=scored), target, progress)


def hand_out(report: Report | ReportDocument, target: Path, progress: Progress | None = None) -> Exported:
    """Writes a report already built; see `export`."""
    write = writer_for(target)
    proof = put_in_place(target, lambda draft: write(report, draft, progress), lambda draft: compare(draft, report))
    return Exported(target, proof)


def writer_for(target: Path) -> Callable[[Report | ReportDocument, Path, Progress | None], None]:
    """What writes files with this ending. UserError, naming the endings known, for another."""
    writers = {".xlsx": _xlsx, ".pdf": _pdf, ".docx": _docx, ".json": _json}
    if target.suffix.lower() not in writers:
        raise UserError(
            f"Chưa biết xuất ra tệp “{target.name}”. Hãy dùng đuôi .xlsx (Excel), .docx (Word), .pdf hoặc .json."
        )
    return writers[target.suffix.lower()]


def _xlsx(report: Report | ReportDocument, target: Path, progress: Progress | None) -> None:
    from exports.render.xlsx import write_xlsx

    lists = [code_lists()[name] for name in _LISTED]
    write_xlsx(
        report, target, progress, lists=[(each.title, [(str(k), v) for k, v in each.labels.items()]) for each in lists]
    )


def _pdf(report: Report | ReportDocument, target: Path, progress: Progress | None) -> None:
    from exports.render.pdf import write_pdf

    write_pdf(report, target, progress)


def _docx(report: Report | ReportDocument, target: Path, progress: Progress | None) -> None:
    from exports.render.docx import write_docx

    write_docx(report, target, progress)


def _json(report: Report | ReportDocument, target: Path, _progress: Progress | None) -> None:
    from exports.render.jsonfile import write_json

    write_json(report, target)
