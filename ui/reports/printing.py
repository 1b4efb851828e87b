"""What the page "Báo cáo" gives to be printed: the form on the sheet as it is, others filled for the same period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.jobs import Progress
from ui.printing.printable import Choice, Printable
from ui.reports.form_list import offers
from ui.reports.naming import proposed_name
from ui.reports.notices import counts_every, period_for

if TYPE_CHECKING:
    from exports.document import Report, ReportDocument
    from models.ledger.store import Store
    from models.periods import Period

MOST_NAMED = 4  # forms that the name of a file tells one by one


def printable(
    report: Report | ReportDocument, shown: str, store: Store, period: Period, *, every: bool = False
) -> Printable:
    """The form `shown` with its report; another is filled for the period when it is chosen. `every`: see `build`."""

    def fill(form: str, progress: Progress) -> Report | ReportDocument:
        from exports.bundle import report_of

        if form == shown:
            return report
        return report_of(store, form, period_for(form, period), every=every and counts_every(form), progress=progress)

    def file_name(forms: Sequence[str]) -> str:
        subject = "-".join(forms) if len(forms) <= MOST_NAMED else f"{len(forms)}-bieu"
        return proposed_name(subject, report.period, report.issuer.code, ".pdf")

    choices = [Choice(offer.id, f"{offer.number}  {offer.title}".strip()) for offer in offers()]
    return Printable(shown, choices, fill, file_name)
