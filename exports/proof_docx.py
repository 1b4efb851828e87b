"""Reads a Word file again, without the library that wrote it: tables by their ids, paragraphs in their order."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from exports.document import Report, ReportDocument, Table
from exports.mismatch import Mismatch
from exports.proof_words import expect_sentences
from exports.render.wording import text_of
from exports.render.xlsx import documents_of
from exports.render.xlsx_text import is_figure, legible

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Rows = list[list[str]]


def compare_docx(path: Path, report: Report | ReportDocument) -> int:
    """How many figures were compared. Mismatch at the first cell or sentence that differs."""
    found = tables_in(path)
    compared = 0
    for document in documents_of(report):
        for table in document.tables:
            bodies = found.get(table.id)
            if not bodies and not len(table.rows):
                continue  # a summary leaves out what it has nothing to list of
            if not bodies:
                raise Mismatch(f"bảng “{table.id}”", None, table.id)
            compared += _compare_rows(bodies.pop(0), table)
    expect_sentences(report, "\n".join(paragraphs_in(path)))
    return compared


def _compare_rows(rows: Rows, table: Table) -> int:
    if len(table.rows) and len(rows) != len(table.rows):
        raise Mismatch(f"bảng “{table.id}”", f"{len(rows)} dòng", f"{len(table.rows)} dòng")
    figures = 0
    for row, cells in zip(table.rows, rows, strict=False):
        for column, cell, text in zip(table.columns, row.cells, cells, strict=True):
            if text != (expected := legible(text_of(cell))):
                raise Mismatch(f"bảng “{table.id}”, dòng {row.code}, cột “{column.title}”", text, expected)
            figures += is_figure(cell)
    return figures


def tables_in(path: Path) -> dict[str, list[Rows]]:
    """By id, the bodies of the tables that carry one, cell by cell; those of one id in their order."""
    found: dict[str, list[Rows]] = {}
    for table in _content(path).iter(f"{_W}tbl"):
        caption = table.find(f"{_W}tblPr/{_W}tblCaption")
        if caption is not None:
            rows = [row for row in table.iter(f"{_W}tr") if row.find(f"{_W}trPr/{_W}tblHeader") is None]
            found.setdefault(caption.get(f"{_W}val", ""), []).append([list(_cells(row)) for row in rows])
    return found


def paragraphs_in(path: Path) -> list[str]:
    """Every paragraph with letters, those of cells too, blanks as single ones."""
    texts = (_text(each) for each in _content(path).iter(f"{_W}p"))
    return [" ".join(text.split()) for text in texts if text.strip()]


def _content(path: Path) -> Any:
    with zipfile.ZipFile(path) as file:
        return etree.fromstring(file.read("word/document.xml"), etree.XMLParser(resolve_entities=False, huge_tree=True))


def _cells(row: Any) -> Iterator[str]:
    for cell in row.iter(f"{_W}tc"):
        yield "\n".join(_text(each) for each in cell.iter(f"{_W}p"))


def _text(paragraph: Any) -> str:
    """Its letters; a line break inside is one."""
    parts = (part for part in paragraph.iter() if part.tag in (f"{_W}t", f"{_W}br"))
    return "".join("\n" if part.tag == f"{_W}br" else part.text or "" for part in parts)
