"""Putting the cursor into a cell, alone: Qt would leave the former cells selected while Ctrl is held down."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QAbstractItemView

_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect


def put_cursor(view: QAbstractItemView, index: QModelIndex) -> None:
    """Makes a cell the current one and the only one selected, with its row where rows are selected."""
    by_rows = view.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
    view.selectionModel().setCurrentIndex(index, _ALONE | QItemSelectionModel.SelectionFlag.Rows if by_rows else _ALONE)
    view.scrollTo(index)
