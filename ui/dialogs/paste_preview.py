"""What a block copied from Excel would become: every wrong cell is named and can be put right before it is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListWidget, QListWidgetItem, QTableView, QWidget

from models.ledger.listing import ListColumn
from models.ledger.store import Store
from models.record import Record
from ui.editing.cell_keys import CellKeys
from ui.tables.block_rows import BlockRows
from ui.tables.cursor import put_cursor
from ui.tables.pasting import Target
from ui.tables.unsaved import Unsaved
from ui.theme import STEP
from ui.widgets.room import fit
from ui.widgets.small import button, column, label, row

_WIDTH, _HEIGHT, _ROW, _WIDEST, _MOST_FAULTS = 1080, 640, 34, 300, 4
Take = Callable[[Sequence[Unsaved]], bool]


class PastePreview(QDialog):
    """`take` is called with the rows wanted and says whether the ledger took them all."""

    def __init__(
        self,
        store: Store,
        rows: Sequence[Unsaved],
        columns: Sequence[ListColumn],
        target: Target,
        noun: str,
        take: Take,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Dán từ bảng tính")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._noun, self._take = noun, take
        self.rows = BlockRows(store, rows, columns)
        self.table = self._new_table(store, rows[0].type)
        self.heading = label(f"Dán {len(rows)} dòng vào bảng {noun}", name="heading")
        self.said = label(wrap=True)
        self.faults_heading = label("Cần sửa (bấm vào một dòng để đến ô đó):", name="strong")
        self.faults = QListWidget()
        self.faults.setObjectName("faults")
        self.faults.setWordWrap(True)
        self.faults.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.faults.itemActivated.connect(self._go_to)
        self.faults.itemClicked.connect(self._go_to)
        left_out = ", ".join(f"“{head}”" for head in target.left_out)
        self.left_out = label(f"Cột {left_out} không có trong sổ nên được bỏ qua." if left_out else "", muted=True)
        self.left_out.setVisible(bool(left_out))
        self.good_button = button("", self.take_good)
        self.take_button = button("", self.take_all, look="primary", sign="check")
        self.take_button.setToolTip("Ctrl+Enter")
        self._lay_out()
        self.rows.checked.connect(self._say)
        self._say()

    def take_all(self) -> None:
        """Enters every row in one step; what the ledger refuses is shown, and nothing is entered."""
        self.setFocus()  # a cell being typed into is taken over first
        if self.rows.wrong:
            self._go_to_first()
        else:
            self._enter(self.rows.rows)

    def take_good(self) -> None:
        """Enters the rows without faults, in one step."""
        self.setFocus()
        self._enter([each for each in self.rows.rows if not each.faults])

    def _enter(self, rows: Sequence[Unsaved]) -> None:
        if self._take(rows):
            self.accept()
        else:
            self.rows.tell()
            self._go_to_first()

    def _go_to_first(self) -> None:
        """Puts the cursor into the first cell that is wrong; without one Enter takes the block."""
        found = self.rows.faults()
        put_cursor(self.table, self.rows.index(*(found[0][1] if found else (0, 0))))
        (self.table if found else self.take_button).setFocus()

    def _say(self) -> None:
        wrong, count = len(self.rows.wrong), len(self.rows.rows)
        new = sum(each.is_new for each in self.rows.rows)
        kinds = [f"{new} {self._noun} mới"] * bool(new) + [f"sửa {count - new} dòng đã có"] * (new < count)
        said = f"Sẽ thêm {kinds[0]}" if new else f"Sẽ {kinds[0]}"
        if len(kinds) > 1:
            said += f" và {kinds[1]}"
        if wrong:
            said += f". {wrong} dòng chưa đúng: sửa ngay trong bảng dưới đây (bấm đúp vào ô đỏ), hoặc bỏ các dòng đó."
        else:
            said += ". Mọi ô đều đọc được; dán rồi vẫn hoàn tác được bằng Ctrl+Z."
        self.said.setText(said)
        self._list_faults()
        self.take_button.setText(f"Dán {count} dòng")
        self.take_button.setEnabled(not wrong)
        self.good_button.setText(f"Bỏ dòng chưa đúng, dán {count - wrong} dòng")
        self.good_button.setVisible(0 < wrong < count)

    def _list_faults(self) -> None:
        self.faults.clear()
        for sentence, cell in self.rows.faults():
            item = QListWidgetItem(sentence)
            item.setData(Qt.ItemDataRole.UserRole, cell)
            self.faults.addItem(item)
        needed = self.faults.sizeHintForRow(0) * min(self.faults.count(), _MOST_FAULTS) + 2 * STEP
        self.faults.setFixedHeight(needed)
        for part in (self.faults_heading, self.faults):
            part.setVisible(self.faults.count() > 0)

    def _go_to(self, item: QListWidgetItem) -> None:
        put_cursor(self.table, self.rows.index(*item.data(Qt.ItemDataRole.UserRole)))
        self.table.setFocus()

    def _new_table(self, store: Store, record: type[Record]) -> QTableView:
        table = QTableView()
        table.setObjectName("parts")
        table.setModel(self.rows)
        self.keys = CellKeys(table, self.rows, lambda: store, record)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked)
        table.verticalHeader().setDefaultSectionSize(_ROW)
        table.resizeColumnsToContents()
        for place in range(self.rows.columnCount()):
            table.setColumnWidth(place, max(90, min(table.columnWidth(place) + 24, _WIDEST)))
        table.horizontalHeader().setStretchLastSection(True)
        return table

    def _lay_out(self) -> None:
        layout = column(self.heading, self.said, self.left_out, into=self, margin=3 * STEP, spacing=STEP)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.faults_heading)
        layout.addWidget(self.faults)
        layout.addLayout(row(None, button("Thôi", self.reject), self.good_button, self.take_button))
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self.take_all)
        fit(self, _WIDTH, _HEIGHT)
        self._go_to_first()
