"""What a text of somebody else's table means in a field of ours: read by the field's own editor, and never guessed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from models.ledger.store import Store
from models.record import Field
from models.values import Code, Link, Text, YesNo
from models.vietnamese import folded
from ui.editing.choices import ChoiceEditor
from ui.editing.editor import LineEditor
from ui.editing.editors import editor_for

_YES = {"co", "x", "v", "✓", "✔", "1", "dung", "yes", "true"}
_NO = {"", "khong", "0", "-", "no", "sai", "false"}
_NAMED = 3  # choices named when a text fits several


class CellReader:
    """Reads texts into values, one after the other; `parent` is the table in which they shall stand."""

    def __init__(self, parent: QWidget, store: Callable[[], Store | None]) -> None:
        self._parent, self._store = parent, store
        self._editors: dict[tuple[int, str], LineEditor] = {}

    def value(self, member: Field, text: str) -> Any:
        """The value that a text means, None for an empty one. ValueError with a Vietnamese reason."""
        if isinstance(member.kind, YesNo):
            return _yes_or_no(text)
        if isinstance(member.kind, Text):
            return member.kind.read(text)
        if not text.strip():
            return None
        editor = self._editor(member)
        if isinstance(editor, ChoiceEditor) and isinstance(member.kind, Code | Link):
            return _chosen(editor, text)
        editor.setText(text.strip())
        return editor.value()

    def _editor(self, member: Field) -> LineEditor:
        store = self._store()
        assert store is not None
        place = id(store), member.key + member.label
        if place not in self._editors:
            _editor, made = editor_for(store, member, in_table=True)
            assert isinstance(made, LineEditor)
            made.setParent(self._parent)
            made.hide()
            self._editors[place] = made
        return self._editors[place]


def _yes_or_no(text: str) -> bool:
    said = folded(text)
    if said not in _YES | _NO:
        raise ValueError("chỉ nhận “Có” hoặc để trống")
    return said in _YES


def _chosen(editor: ChoiceEditor, text: str) -> Any:
    """The one line of the list that says this, or the only one that has these words."""
    options = editor.options(text)
    same = [option for option in options if folded(option[1]) == folded(text)]
    fitting = same or options
    if len(fitting) == 1:
        return fitting[0][0]
    if not fitting:
        raise ValueError(f"“{text.strip()}” không có trong danh sách; hãy bấm đúp vào ô để chọn")
    if same:
        raise ValueError(f"có {len(same)} dòng cùng tên “{text.strip()}”; hãy bấm đúp vào ô để chọn đúng dòng")
    named = ", ".join(f"“{shown}”" for _value, shown in fitting[:_NAMED])
    more = "…" if len(fitting) > _NAMED else ""
    raise ValueError(f"“{text.strip()}” có thể là {named}{more}; hãy bấm đúp vào ô để chọn một")
