"""Where a text stands in its cell: words on the left, numbers on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt

ALIGN_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ALIGN_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
