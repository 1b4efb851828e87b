"""A cell of a form in her words: "Số buổi tuyên truyền – Số lượng"."""

from __future__ import annotations

from exports.document import Column, Row, Shape


def cell_name(row: Row, column: Column) -> str:
    """Where on the form a cell stands: the row's first text and the column's title."""
    texts = [each.value for each in row.cells if isinstance(each.value, str) and each.shape is Shape.TEXT]
    title = f"{column.group}: {column.title}" if column.group else column.title
    return f"{texts[0].removeprefix('- ') if texts else row.code} – {title}"
