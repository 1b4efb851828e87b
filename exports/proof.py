"""Reads a written file again and compares it with the report, figure by figure, before anyone sends it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape

from exports.document import Cell, Report, ReportDocument
from exports.proof_pdf import shown_texts
from exports.render.jsonfile import json_value
from exports.render.wording import text_of
from exports.render.xlsx import documents_of, plan_forms
from exports.render.xlsx_plan import SheetPlan
from exports.render.xlsx_text import is_figure, written
from models.errors import UserError

type_of_read = Any  # what a workbook or a JSON file holds
type_of_steps = tuple[str | int, ...]
NO_ROW: tuple[int, tuple[Cell, ...]] = (0, ())


class Mismatch(UserError):
    """A written file does not say what the report says: it must not be sent."""

    def __init__(self, place: str, found: object, expected: object) -> None:
        super().__init__(
            f"Tệp vừa ghi không khớp với báo cáo tại {place}: trên tệp là “{_said(found)}”, trong báo cáo là "
            f"“{_said(expected)}”. Tệp chưa được lưu; hãy xuất lại, nếu vẫn lỗi thì báo cho người hỗ trợ."
        )


@dataclass(frozen=True, slots=True)
class Proof:
    """What a comparison found: `cells` figures of the `of` figures in the report stand in the file as they should."""

    cells: int
    of: int

    def __str__(self) -> str:
        return f"đã đối chiếu {self.cells}/{self.of} ô"


def compare(path: Path, report: Report | ReportDocument) -> Proof:
    """Compare a file with the report it was written from, by the end of its name: .xlsx, .json or .pdf.

    Every value of an xlsx and a json is compared where it stands; of a pdf, that each figure's text is on paper as
    often as in the report. Raises Mismatch at the first difference.
    """
    ways = {".xlsx": _compare_xlsx, ".json": _compare_json, ".pdf": _compare_pdf}
    if path.suffix.lower() not in ways:
        raise UserError(f"Chưa đối chiếu được tệp loại “{path.suffix}”. Hãy xuất thành xlsx, pdf hoặc json.")
    documents = documents_of(report)
    figures = sum(1 for _ in _figures(documents))
    return Proof(ways[path.suffix.lower()](path, report), figures)


def _figures(documents: Sequence[ReportDocument]) -> Iterator[Cell]:
    for document in documents:
        for table in document.tables:
            for row in table.rows:
                yield from (cell for cell in row.cells if is_figure(cell))


def _compare_xlsx(path: Path, report: Report | ReportDocument) -> int:
    with path.open("rb") as file:
        workbook = load_workbook(file, read_only=True, data_only=True)
        try:
            cells = 0
            for plan in plan_forms(report):
                if plan.name not in workbook.sheetnames:
                    raise Mismatch(f"trang “{plan.name}”", None, plan.name)
                cells += _compare_sheet(workbook[plan.name].iter_rows(values_only=True), plan)
            return cells
        finally:
            workbook.close()


def _compare_sheet(rows: Iterator[tuple[type_of_read, ...]], plan: SheetPlan) -> int:
    """Reads the sheet once from top to bottom; every row of the plan has to come."""
    texts = _texts(plan)
    bodies = _bodies(plan)
    number_of_body, cells = next(bodies, NO_ROW)
    compared = number = 0
    for number, values in enumerate(rows, start=1):
        _compare_row(plan.name, number, values, texts.pop(number, {}))
        if number == number_of_body:
            _compare_row(plan.name, number, values, dict(enumerate(map(written, cells))))
            compared += sum(map(is_figure, cells))
            number_of_body, cells = next(bodies, NO_ROW)
    if number_of_body or texts:
        raise Mismatch(f"trang “{plan.name}”, dòng {number + 1}", None, "còn nội dung")
    return compared


def _bodies(plan: SheetPlan) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    for place in plan.places:
        for number, row in enumerate(place.table.rows, start=place.first):
            yield number, row.cells


def _texts(plan: SheetPlan) -> dict[int, dict[int, object]]:
    """Titles, heads, remarks and signatures: by row, what stands in which column."""
    rows: dict[int, dict[int, object]] = {}
    for span in plan.spans:
        if span.value:
            rows.setdefault(span.row, {})[span.first - 1] = span.value
    return rows


def _compare_row(sheet: str, number: int, values: tuple[type_of_read, ...], expected: dict[int, Any]) -> None:
    for at, value in expected.items():
        found = _as_read(values[at] if at < len(values) else None)
        if found != value or (isinstance(value, str) is not isinstance(found, str)):
            raise Mismatch(f"trang “{sheet}”, ô {get_column_letter(at + 1)}{number}", found, value)


def _as_read(value: type_of_read) -> type_of_read:
    if isinstance(value, datetime):
        return value.date()
    return unescape(value) if isinstance(value, str) else value


def _compare_json(path: Path, report: Report | ReportDocument) -> int:
    content = json.loads(path.read_text(encoding="utf-8"))
    compared = 0
    for number, document in enumerate(documents_of(report)):
        start: type_of_steps = ("documents", number) if isinstance(report, Report) else ()
        for steps, value in _json_content(document):
            found = _at(content, (*start, *steps))
            if found != value:
                raise Mismatch(f"biểu {document.form}, mục {' / '.join(map(str, steps))}", found, value)
        compared += sum(1 for _ in _figures([document]))
    return compared


def _json_content(document: ReportDocument) -> Iterator[tuple[type_of_steps, object]]:
    """What has to stand where, by the names of forms.md section 12."""
    yield ("form",), document.form
    yield ("version",), document.version
    yield ("unit",), document.issuer.code
    yield ("period", "cutoff"), document.period.cutoff.isoformat()
    for at, table in enumerate(document.tables):
        yield ("tables", at, "id"), table.id
        for number, row in enumerate(table.rows):
            place = ("tables", at, "rows", number)
            yield (*place, "code"), row.code
            for column, cell in zip(table.columns, row.cells, strict=True):
                yield (*place, "cells", column.key), json_value(cell.value)


def _at(content: type_of_read, steps: type_of_steps) -> object:
    for step in steps:
        try:
            content = content[step]
        except (KeyError, IndexError, TypeError):
            return "(không có)"
    return content


def _compare_pdf(path: Path, report: Report | ReportDocument) -> int:
    texts = shown_texts(path)
    wanted = Counter(text_of(cell) for cell in _figures(documents_of(report)))
    halves: Counter[str] = Counter()
    for text, count in wanted.items():
        broken = count - texts[text]
        if broken > 0 and "/" not in text:
            raise Mismatch(f"số “{text}”", f"{texts[text]} lần", f"{count} lần")
        if broken > 0:  # a day whose year stands under day and month
            for half in (text[: text.rfind("/") + 1], text[text.rfind("/") + 1 :]):
                halves[half] += broken
    for half, count in halves.items():
        if texts[half] < count:
            raise Mismatch(f"ngày “{half}”", f"{texts[half]} lần", f"{count} lần")
    return sum(wanted.values())


def _said(value: object) -> str:
    if value is None:
        return "(trống)"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
