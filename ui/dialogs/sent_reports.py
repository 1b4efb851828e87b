"""The reports that were sent, the newest first: what differs today, their very files once more, withdrawing one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTreeWidget, QTreeWidgetItem, QWidget

from models.errors import UserError
from models.ledger.store import Store
from models.sealing.keep import withdraw
from models.sealing.read import endings_of, seals, standing_seals
from models.sealing.seal import Seal
from models.sealing.since import REMOVED, Changed
from ui import messages
from ui.reports.naming import last_folder, plain, proposed_name, remember_folder
from ui.theme import STEP
from ui.widgets.room import fit
from ui.widgets.small import button, column, label, row

if TYPE_CHECKING:
    from ui.pages.page import Window

WIDTH, HEIGHT = 980, 540
LONGEST_NAME = 40
COLUMNS = (380, 150, 130)
NOBODY = "Chưa gửi báo cáo nào. Ở trang Báo cáo, bấm “Còn thiếu gì?” rồi “Gửi và khóa…”."
KINDS = {
    ".xlsx": "Tệp Excel (*.xlsx)",
    ".xlsm": "Tệp Excel (*.xlsm)",
    ".pdf": "Tệp PDF (*.pdf)",
    ".json": "Tệp JSON (*.json)",
}


class SentReports(QDialog):
    """Every report sent, with what has changed since."""

    def __init__(self, window: Window, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Các báo cáo đã gửi")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, WIDTH, HEIGHT)
        self._window, self._store = window, store
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels(["Báo cáo", "Gửi lúc", "Mã", "Tình trạng"])
        self.tree.header().setStretchLastSection(True)
        for at, width in enumerate(COLUMNS):
            self.tree.header().resizeSection(at, width)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.tree.currentItemChanged.connect(lambda: self._allow())
        self.tree.itemActivated.connect(lambda item: self._open(item))
        self.again_buttons = {
            ending: button(words, partial(self.hand_out, ending), sign="export")
            for ending, words in ((".pdf", "Lấy lại PDF"), (".xlsx", "Lấy lại Excel"))
        }
        self.cells_button = button("Số liệu đã gửi…", self.show_cells, sign="search")
        self.cells_button.setToolTip("Từng ô đã gửi, và các bản ghi đứng sau lúc gửi")
        self.withdraw_button = button("Thu hồi…", self.withdraw)
        self.empty = label(NOBODY, muted=True, wrap=True)
        layout = column(label("Các báo cáo đã gửi", name="heading"), into=self, margin=3 * STEP, spacing=2 * STEP)
        layout.addWidget(
            label("Bản đã gửi không bao giờ đổi. Mở một dòng để xem chỗ khác so với bản đã gửi.", muted=True)
        )
        layout.addWidget(self.empty)
        layout.addWidget(self.tree, 1)
        layout.addStretch(0)
        foot = row(
            *self.again_buttons.values(),
            self.cells_button,
            self.withdraw_button,
            None,
            button("Đóng", self.accept, look="primary"),
        )
        layout.addLayout(foot)
        self.reload()

    def reload(self) -> None:
        """Reads them again."""
        found = seals(self._store)
        count = {seal.number for seal in standing_seals(self._store)}
        self.tree.clear()
        for seal in reversed(found):
            self._add(seal, counts=seal.number in count)
        self.empty.setVisible(not found)
        self.tree.setVisible(bool(found))
        newest = self.tree.topLevelItem(0)
        if newest is not None:
            self.tree.setCurrentItem(newest)
            newest.setExpanded(True)
        self._allow()

    def hand_out(self, ending: str) -> None:
        """Puts the very file that was sent where she wants it."""
        from exports.official.shelf import is_official
        from exports.sent import hand_out_again

        seal = self._seal()
        if seal is None:
            return
        ending = self._kept(seal, ending)
        name = plain(seal.named)[:LONGEST_NAME].strip("-") if is_official(seal.form) else seal.form
        proposed = last_folder() / proposed_name(name, seal.period, seal.unit, ending)
        target = messages.file_to_save(self, "Lấy lại bản đã gửi", KINDS[ending], proposed)
        if target is None:
            return
        try:
            hand_out_again(self._store, seal, target)
        except UserError as error:
            messages.refuse(self, error)
            return
        remember_folder(Path(target).parent)
        self._window.say(f"Đã ghi bản đã gửi ra tệp {target.name}, giống hệt từng ký tự.")

    def show_cells(self) -> None:
        """Shows every cell as it was sent."""
        from ui.dialogs.sent_cells import SentCells

        seal = self._seal()
        if seal is not None:
            SentCells(self._window, self._store, seal, self).open()

    def withdraw(self) -> None:
        """Says that the report was taken back, with the reason; it stays in the list."""
        seal = self._seal()
        if seal is None:
            return
        question = f"Vì sao thu hồi {titled(seal)}?"
        reason = messages.text_for(self, "Thu hồi báo cáo đã gửi", question, "", "Thu hồi")
        if not reason:
            return
        try:
            withdraw(self._store, seal, reason)
        except UserError as error:
            messages.refuse(self, error)
        self.reload()

    def _add(self, seal: Seal, *, counts: bool) -> None:
        from exports.differences import causes_of, differences, shown
        from exports.sent import difference_line

        found = differences(self._store, seal) if counts else []
        at = f"{seal.sealed_at[8:10]}/{seal.sealed_at[5:7]}/{seal.sealed_at[:4]} {seal.sealed_at[11:16]}"
        item = QTreeWidgetItem(self.tree, [titled(seal), at, seal.mark, _state(seal, counts, len(found))])
        item.setData(0, Qt.ItemDataRole.UserRole, seal)
        for each in found:
            words = [each.label, f"đã gửi {shown(each.sent)}", f"nay là {shown(each.now)}", causes_of(each)]
            line = QTreeWidgetItem(item, [" ".join(text.split()) for text in words])
            line.setData(0, Qt.ItemDataRole.UserRole, each)
            for place in range(len(words)):
                line.setToolTip(place, difference_line(each))

    def _seal(self) -> Seal | None:
        item = self.tree.currentItem()
        while item is not None and item.parent() is not None:
            item = item.parent()
        found = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        return found if isinstance(found, Seal) else None

    def _open(self, item: QTreeWidgetItem) -> None:
        """The record that made a cell differ."""
        records = getattr(item.data(0, Qt.ItemDataRole.UserRole), "records", ())
        present = [each for each in records if each.what != REMOVED and isinstance(each, Changed)]
        if present:
            self._window.open_record(present[0].type, present[0].uid)

    def _kept(self, seal: Seal, ending: str) -> str:
        """The ending under which a kind of file was kept: a workbook with macros has its own."""
        return next((each for each in endings_of(self._store, seal) if each.startswith(ending[:4])), "")

    def _allow(self) -> None:
        seal = self._seal()
        for ending, each in self.again_buttons.items():
            each.setEnabled(seal is not None and bool(self._kept(seal, ending)))
        self.cells_button.setEnabled(seal is not None)
        self.withdraw_button.setEnabled(seal is not None and seal.withdrawn_at is None)


def titled(seal: Seal) -> str:
    """As she calls a report: the bundle and an authority's form by their names, a form of ours by its number."""
    from exports.official.shelf import is_official

    if is_official(seal.form):
        return seal.title
    name = "Báo cáo trọn bộ" if seal.form == "Q" else f"Biểu {seal.named}"
    return seal.title.replace(f"{seal.named}, ", f"{name}, ", 1)


def _state(seal: Seal, counts: bool, differing: int) -> str:
    if seal.withdrawn_at is not None:
        return f"Đã thu hồi: {seal.withdrawn_reason}"
    if not counts:
        return "Đã có báo cáo bổ sung thay thế"
    return f"Khác so với bản đã gửi: {differing} ô" if differing else "Không có gì thay đổi"
