"""A report as an Excel workbook: cover, one sheet for each form, code lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from openpyxl import Workbook

from exports.document import Report, ReportDocument
from exports.render.xlsx_cover import plan_cover, plan_lists, type_of_lists
from exports.render.xlsx_form import plan_form
from exports.render.xlsx_package import Body, write_package
from exports.render.xlsx_plan import SheetPlan
from exports.render.xlsx_properties import describe
from exports.render.xlsx_rows import RowWriter
from exports.render.xlsx_sheet import draw
from exports.render.xlsx_styles import add_styles
from models.errors import UserError

MOST_ROWS = 1_048_576
ROWS_A_STEP = 256

type_of_progress = Callable[[int, int], None]


def write_xlsx(
    report: Report | ReportDocument,
    target: Path,
    progress: type_of_progress | None = None,
    lists: type_of_lists = (),
) -> None:
    """Write the workbook; `lists` are the code lists for the sheet DM, `progress` hears of (rows done, of all)."""
    documents = documents_of(report)
    cover, *forms = plans_of(report)
    plans = [cover, *forms, *([plan_lists(lists)] if lists else [])]
    workbook = Workbook()
    styles = add_styles(workbook)
    _draw_all(workbook, plans)
    _open_at(workbook, 0 if isinstance(report, Report) else 1)
    # Every formula has its result stored, so nothing needs to be calculated when the file is opened.
    workbook.calculation.fullCalcOnLoad = False
    describe(workbook, report, documents)
    counted = _Progress(progress, sum(len(place.table.rows) for plan in forms for place in plan.places))
    bodies = {
        plan.name: Body(
            [(place.after, counted.through(RowWriter(place, plan.widths, styles).rows())) for place in plan.places],
            [each for place in plan.places for each in place.merged()],
        )
        for plan in forms
    }
    write_package(workbook, bodies, target, documents[0].signed_on)


def documents_of(report: Report | ReportDocument) -> Sequence[ReportDocument]:
    """The forms of a report; a form by itself is its only one."""
    return report.documents if isinstance(report, Report) else (report,)


def plans_of(report: Report | ReportDocument) -> list[SheetPlan]:
    """The cover, then the sheets of the forms."""
    forms = plan_forms(report)
    sheets = [(plan.name, document) for plan, document in zip(forms, documents_of(report), strict=True)]
    return [plan_cover(report, sheets), *forms]


def plan_forms(report: Report | ReportDocument) -> list[SheetPlan]:
    """The sheets of the forms, in their order. UserError if a form has more rows than a sheet can hold."""
    names: list[str] = ["BC", "DM"]
    plans = []
    for document in documents_of(report):
        name = _free_name(re.sub(r"[\[\]:*?/\\']", "-", document.form)[:28], names)
        names.append(name)
        plan = plan_form(document, name)
        if plan.last_row > MOST_ROWS:
            raise UserError(
                f"Biểu {document.form} có {plan.last_row} dòng, nhiều hơn một trang tính chứa được. "
                "Hãy chọn kỳ ngắn hơn rồi xuất lại."
            )
        plans.append(plan)
    return plans


def _free_name(name: str, taken: Sequence[str]) -> str:
    number = 2
    free = name
    while free in taken:
        free, number = f"{name} {number}", number + 1
    return free


def _draw_all(workbook: Workbook, plans: Sequence[SheetPlan]) -> None:
    for at, plan in enumerate(plans):
        sheet = workbook.worksheets[0] if at == 0 else workbook.create_sheet()
        sheet.title = plan.name
        draw(sheet, plan)


def _open_at(workbook: Workbook, number: int) -> None:
    """Several selected sheets would be edited together."""
    workbook.active = number
    for at, sheet in enumerate(workbook.worksheets):
        sheet.sheet_view.tabSelected = at == number


class _Progress:
    """Tells how many rows have been written."""

    def __init__(self, tell: type_of_progress | None, of: int) -> None:
        self._tell = tell
        self._of = of
        self._done = 0

    def through(self, rows: Iterable[str]) -> Iterator[str]:
        """The same rows, counted as they pass."""
        for row in rows:
            yield row
            self._done += 1
            if self._tell and (self._done % ROWS_A_STEP == 0 or self._done == self._of):
                self._tell(self._done, self._of)
