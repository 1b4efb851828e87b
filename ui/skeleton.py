"""What stands in the window for the blink of an eye between its first painting and the opening of the ledger."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import STEP
from ui.widgets.small import column, own_words


class Skeleton(QWidget):
    """A heading and an empty card where the list will be."""

    def __init__(self, title: str) -> None:
        super().__init__()
        card = QFrame()
        card.setObjectName("card")
        layout = column(own_words(title, name="heading"), card, into=self, spacing=STEP + 4)
        layout.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        layout.setStretch(1, 1)
