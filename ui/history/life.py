"""The life of one record: who changed which value, when, from what to what; all of it, or one value only."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu, QTextBrowser, QWidget

from models.ledger.life import EMPTY, Event, Turn, life_of, title_once
from models.ledger.store import Store
from models.masks import LOOK
from models.record import Record
from ui.theme import STEP, TONES, wide
from ui.widgets.room import fit
from ui.widgets.small import button, card, column, label, row

ALL = "Mọi giá trị"


class LifeDialog(QDialog):
    """Read with the arrow keys; Esc closes it."""

    def __init__(self, store: Store, record: type[Record], uid: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Lịch sử bản ghi")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, wide(720), wide(600))
        self._looked = life_of(store, record, uid, looked=True)
        self._events = life_of(store, record, uid) if record.masked else self._looked
        title = title_once(store, [record.table_name], uid)
        self.which = button(ALL)
        self.which.setProperty("menu", True)
        self.which.setMenu(QMenu(self))
        for each in (ALL, *_labels(self._events)):
            self.which.menu().addAction(each.replace("&", "&&"), partial(self.tell, each))
        self.text = QTextBrowser()
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.tell(ALL)
        layout = column(label(title, name="title", wrap=True), into=self, margin=3 * STEP, spacing=STEP + 4)
        self.look_button = button(LOOK, self._look, look="flat", sign="info")
        self.look_button.setVisible(self._events != self._looked)
        layout.addLayout(row(label("Xem lịch sử của:", muted=True), self.which, None, self.look_button))
        layout.addWidget(card(self.text), 1)
        close = button("Đóng", self.accept, look="primary")
        close.setDefault(True)
        layout.addLayout(row(None, close))
        self.text.setFocus()

    def tell(self, which: str) -> None:
        """Tells of everything, or of one value only."""
        self.which.setText(which.replace("&", "&&"))
        parts = [_event(event, which) for event in self._events]
        self.text.setHtml("".join(parts) or f"<p>{html.escape('Chưa có lịch sử.')}</p>")

    def _look(self) -> None:
        """Tells what is kept back too, as long as this window is open."""
        self._events = self._looked
        self.look_button.hide()
        self.tell(self.which.text().replace("&&", "&"))


def _labels(events: Sequence[Event]) -> list[str]:
    """What values ever changed, in the order in which they are told."""
    return list(dict.fromkeys(_name(turn) for event in events for turn in event.turns))


def _name(turn: Turn) -> str:
    """A line of a child list is told under the name of the list."""
    return turn.label.partition(", dòng ")[0]


def shown_moment(at: str) -> str:
    """12/03/2026 09:15 of 2026-03-12T09:15:00."""
    return f"{datetime.fromisoformat(at):%d/%m/%Y %H:%M}"


def _event(event: Event, which: str) -> str:
    turns = [turn for turn in event.turns if which in (ALL, _name(turn))]
    if not turns and which != ALL:
        return ""
    deed = f"{event.deed[:1].upper()}{event.deed[1:]}"
    who = f", {event.written.actor}" if event.written.actor else ""
    head = (
        f'<p style="margin:12px 0 4px 0"><b>{html.escape(deed)}</b>'
        f' <span style="color:{TONES.muted}">{shown_moment(event.written.at)}{html.escape(who)}</span></p>'
    )
    gone = event.deed == "xóa" and which == ALL
    lines = "" if gone else "".join(_turn(turn) for turn in turns)
    return f"{head}{lines}"


def _turn(turn: Turn) -> str:
    before, after = (html.escape(text).replace("\n", "<br>") for text in (turn.before, turn.after))
    if not before:
        told = f"thêm “{after}”"
    elif not after:
        told = f"bỏ “{before}”"
    elif before == EMPTY:
        told = f"<b>{after}</b>"
    else:
        told = f'<span style="color:{TONES.muted}">{before}</span> → <b>{after}</b>'
    return f'<p style="margin:0 0 3px 14px">{html.escape(turn.label)}: {told}</p>'
