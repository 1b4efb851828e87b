"""What was deleted, newest first, to be brought back: with what it pointed to, if that is gone as well."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QStackedWidget, QWidget

from models.errors import UserError
from models.ledger.search import places, sought
from models.ledger.store import Store
from models.ledger.trash import Deleted, bring_back, deleted, needed
from ui import messages
from ui.history.life import LifeDialog, shown_moment
from ui.history.steps import fill_row, table_of
from ui.pages.subjects import shelf_of
from ui.theme import STEP, wide
from ui.widgets.room import fit
from ui.widgets.small import button, column, label, row


class DeletedDialog(QDialog):
    """Calls `say` with what was brought back, and the number of that write."""

    def __init__(self, store: Store, say: Callable[[str, int], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Đã xóa")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, wide(860), wide(600))
        self._store, self._say = store, say
        self._all = deleted(store)
        self._shown: list[Deleted] = []
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Tìm trong những gì đã xóa")
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._fill)
        self.table = table_of(("Loại", "Tên", "Lúc xóa", "Người làm"))
        self.table.currentCellChanged.connect(lambda *_places: self._tell())
        self.why = label(muted=True, wrap=True)
        nothing = label("Không có gì đã xóa. Bản ghi nào bị xóa sẽ nằm ở đây và khôi phục được.", muted=True, wrap=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        frame = QFrame()
        frame.setObjectName("card")
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        self._middle.addWidget(nothing)
        column(self._middle, into=frame, margin=1)
        self.restore = button("Khôi phục", self._bring_back, look="primary", sign="undo")
        self.restore.setDefault(True)
        self.life = button("Lịch sử", self._show_life, sign="clock")
        layout = column(self.filter, into=self, margin=3 * STEP, spacing=STEP + 4)
        layout.addWidget(frame, 1)
        layout.addWidget(self.why)
        layout.addLayout(row(self.life, None, button("Đóng", self.reject), self.restore))
        self._fill()
        self.table.setFocus()

    def _fill(self) -> None:
        words = sought(self.filter.text())
        self._shown = [each for each in self._all if all(any(places(_text(each), [word])) for word in words)]
        self.table.setRowCount(len(self._shown))
        for place, each in enumerate(self._shown):
            texts = (each.record.label, each.record.title_text, shown_moment(each.at), each.actor)
            fill_row(self.table, place, texts)
        self._middle.setCurrentIndex(0 if self._shown else 1)
        self.table.setCurrentCell(0, 0)
        for button_ in (self.restore, self.life):
            button_.setEnabled(bool(self._shown))
        self._tell()

    def _tell(self) -> None:
        chosen = self._chosen()
        self.why.setText(f"Mất đi trong việc: {chosen.label}" if chosen else "")

    def _chosen(self) -> Deleted | None:
        place = self.table.currentRow()
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def _bring_back(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        others = needed(self._store, [chosen])
        named = "\n".join(f"• {shelf_of(each.record.table_name).noun} “{each.record.title_text}”" for each in others)
        question = f"“{chosen.record.title_text}” trỏ đến những mục cũng đã xóa:\n{named}"
        if others and not messages.ask(self, "Khôi phục cả những mục liên quan?", question, "Khôi phục cả", safe=True):
            return
        try:
            number = bring_back(self._store, [chosen, *others])
        except UserError as error:
            messages.refuse(self, error, "Chưa khôi phục được")
            return
        self._say(f"Đã khôi phục “{chosen.record.title_text}”", number)
        self.accept()

    def _show_life(self) -> None:
        if (chosen := self._chosen()) is not None:
            LifeDialog(self._store, type(chosen.record), chosen.record.uid, self).open()


def _text(each: Deleted) -> str:
    return f"{each.record.label} {each.record.title_text} {each.label}"
