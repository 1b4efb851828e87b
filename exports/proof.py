"""Reads a written file again and compares it with the report, figure by figure, before anyone sends it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exports.by_value import ByValue
from exports.document import Report, ReportDocument, Row
from exports.long_rows import LongRows, is_ordinary
from exports.mismatch import Mismatch
from exports.pdf_pages import words_of_pdf
from exports.proof_docx import compare_docx
from exports.proof_pdf import shown_texts
from exports.proof_words import expect_sentences
from exports.proof_xlsx import compare_xlsx
from exports.render.jsonfile import json_value, plots_as_json, text_as_json
from exports.render.wording import text_of
from exports.render.xlsx import documents_of
from exports.render.xlsx_text import is_figure
from models.errors import UserError

type_of_read = Any  # what a workbook or a JSON file holds
type_of_steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """What a comparison found: `cells` figures of the `of` figures in the report stand in the file as they should."""

    cells: int
    of: int

    def __str__(self) -> str:
        return f"đã đối chiếu {self.cells}/{self.of} ô"


def compare(path: Path, report: Report | ReportDocument) -> Proof:
    """Compare a file with the report it was written from, by the end of its name: .xlsx, .docx, .json or .pdf.

    Every value of an xlsx, a docx and a json is compared where it stands; of a pdf, that each figure's text is on paper
    as often as in the report. Sentences have to be there in their order. Raises Mismatch at the first difference.
    """
    ways = {".xlsx": compare_xlsx, ".docx": compare_docx, ".json": _compare_json, ".pdf": _compare_pdf}
    if path.suffix.lower() not in ways:
        raise UserError(f"Chưa đối chiếu được tệp loại “{path.suffix}”. Hãy xuất thành xlsx, docx, pdf hoặc json.")
    documents = documents_of(report)
    figures = sum(_count(table.rows) for document in documents for table in document.tables)
    return Proof(ways[path.suffix.lower()](path, report), figures)


def _count(rows: Sequence[Row]) -> int:
    """How many figures, numbers and days stand in these rows."""
    if isinstance(rows, LongRows):
        return sum(map(rows.figures_in, rows.plain())) + _count(rows.tail)
    return sum(is_figure(cell) for row in rows for cell in row.cells)


def _figures(documents: Sequence[ReportDocument]) -> Counter[str]:
    """How often the text of each figure stands in the report."""
    counted: Counter[str] = Counter()
    for document in documents:
        for table in document.tables:
            counted.update(text for text in _texts(table.rows) if text)
    return counted


def _texts(rows: Sequence[Row]) -> Iterator[str]:
    """The texts of the figures; of other cells an empty one."""
    if isinstance(rows, LongRows):
        by_value = ByValue(rows, lambda _at, cell: text_of(cell) if is_figure(cell) else "")
        for plain in rows.plain():
            yield from by_value.of(plain) if is_ordinary(plain) else _texts([rows.packing.row(plain)])
        rows = rows.tail
    for row in rows:
        yield from (text_of(cell) for cell in row.cells if is_figure(cell))


def _compare_json(path: Path, report: Report | ReportDocument) -> int:
    content = json.loads(path.read_text(encoding="utf-8"))
    compared = 0
    for number, document in enumerate(documents_of(report)):
        start: type_of_steps = ("documents", number) if isinstance(report, Report) else ()
        for steps, value in _json_content(document):
            found = _at(content, (*start, *steps))
            if found != value:
                raise Mismatch(f"biểu {document.form}, mục {' / '.join(map(str, steps))}", found, value)
        compared += sum(_count(table.rows) for table in document.tables)
    if isinstance(report, Report) and content.get("text") != text_as_json(report):
        raise Mismatch("lời văn", content.get("text"), "lời văn của báo cáo")
    return compared


def _json_content(document: ReportDocument) -> Iterator[tuple[type_of_steps, object]]:
    """What has to stand where, by the names of forms.md section 12."""
    yield ("form",), document.form
    yield ("version",), document.version
    yield ("unit",), document.issuer.code
    yield ("period", "cutoff"), document.period.cutoff.isoformat()
    if document.plots:
        yield ("plots",), plots_as_json(document)
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
    wanted = _figures(documents_of(report))
    texts = shown_texts(path, {*wanted, *(half for text in wanted for half in _halves(text))})
    halves: Counter[str] = Counter()
    for text, count in wanted.items():
        broken = count - texts[text]
        if broken > 0 and "/" not in text:
            raise Mismatch(f"số “{text}”", f"{texts[text]} lần", f"{count} lần")
        if broken > 0:  # a day whose year stands under day and month
            for half in _halves(text):
                halves[half] += broken
    for half, count in halves.items():
        if texts[half] < count:
            raise Mismatch(f"ngày “{half}”", f"{texts[half]} lần", f"{count} lần")
    if isinstance(report, Report):
        from exports.render.pdf_type import Typesetter  # draws the letters: loaded where a PDF is made

        expect_sentences(report, words_of_pdf(path), Typesetter().clean)
    return sum(wanted.values())


def _halves(text: str) -> tuple[str, str]:
    """A day as it is broken in a narrow column: "05/02/" and "2026"."""
    cut = text.rfind("/") + 1
    return text[:cut], text[cut:]
