"""What surrounds a log that is typed into: what was begun is kept aside, blocks are looked at first, sums are said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from models.ledger.history import next_undo
from models.ledger.listing import sums
from models.ledger.store import Store
from models.periods import Period
from models.record import Record
from models.values import DECIMAL, Day, Moment
from ui.aside import Aside
from ui.editing.block import Block
from ui.editing.form_logic import new_record
from ui.pages.subjects import Shelf
from ui.tables.grid_columns import all_columns
from ui.tables.grid_writing import records_of
from ui.tables.pasting import Target, rows_of, target_of
from ui.tables.record_grid import RecordGrid
from ui.tables.unsaved import Unsaved, unsaved_from

if TYPE_CHECKING:
    from ui.dialogs.paste_preview import PastePreview

_PAUSE = 150  # milliseconds after which a selection is added up


class GridDesk(QObject):
    """Serves one grid. Emits `added_up` with what is selected in words, `said` with a message and a write to undo."""

    added_up = Signal(str)
    said = Signal(str, object)

    def __init__(self, grid: RecordGrid, shelf: Shelf) -> None:
        super().__init__(grid)
        self._grid, self._shelf = grid, shelf
        self._aside: Aside | None = None
        self.period: Period | None = None
        self.preview: PastePreview | None = None
        self._clock = QTimer(self, singleShot=True, interval=_PAUSE)
        self._clock.timeout.connect(self._add_up)
        grid.rows.begin = self._begin
        grid.rows.unfinished.connect(self._keep)
        grid.marked.connect(self._clock.start)
        grid.keys.pasted.connect(self._paste)

    def open(self, store: Store | None) -> None:
        """Shows rows that were not complete when this ledger was shown last. After the grid shows the ledger."""
        self._aside = None
        rows = self._grid.rows
        if store is not None:
            aside = Aside(store.path)
            kept = aside.found(self._name).get(self._name, [])
            found = [unsaved_from(rows.record, said) for said in kept]
            for row, _before, record in records_of(store, [row for row in found if row is not None]):
                row.check(record)
                rows.add([row])
            self._aside = aside
        rows.repaint()

    @property
    def _name(self) -> str:
        return f"grid/{self._shelf.kind}"

    def _begin(self) -> Record:
        """A new record; it is dated today only if today lies in the period shown."""
        made = new_record(self._grid.rows.record)
        today = date.today()
        if self.period is not None and not self.period.contains(today, today):
            for name, member in made.fields.items():
                if isinstance(member.kind, Day | Moment):
                    setattr(made, name, None)
        return made

    def _keep(self) -> None:
        if self._aside is not None:
            self._aside.keep(self._name, [row.said() for row in self._grid.rows.unsaved.values()])

    def _paste(self, row: int, column: int, block: Block) -> None:
        grid, rows = self._grid, self._grid.rows
        target = target_of(block, rows.columns, all_columns(rows.record), column)
        if rows.store is None or not target.lines:
            return
        uids = [rows.uid(place) for place in range(row, min(row + len(target.lines), rows.count))]
        pasted = rows_of(target, rows.record, uids, self._begin, grid.keys.reader)
        if len(pasted) == 1 and row < rows.count and target.lines is block:
            grid.keys.take_block(row, column, block)  # one row of the ledger: as if it were typed
            return
        self._look_first(rows.store, pasted, target)

    def _look_first(self, store: Store, pasted: Sequence[Unsaved], target: Target) -> None:
        from ui.dialogs.paste_preview import PastePreview

        columns = [column for column in target.columns if column is not None]
        shown = {column.key for column in columns}
        record = self._grid.rows.record
        needed = {member.key for member in record.fields.values() if member.required and member.default is None}
        if any(each.is_new for each in pasted):
            columns += [each for each in all_columns(record) if each.key in needed - shown]
        self.preview = PastePreview(store, pasted, columns, target, self._shelf.noun, self._take, self._grid.window())
        self.preview.open()

    def _take(self, pasted: Sequence[Unsaved]) -> bool:
        grid, rows = self._grid, self._grid.rows
        saved = rows.save(pasted, all_of_them=True)
        if len(saved) < len(pasted):
            return False
        written = next_undo(rows.store) if rows.store is not None else None
        self.said.emit(f"Đã dán {len(saved)} dòng {self._shelf.noun}", written.number if written else None)
        grid.go_to_empty_row()
        return True

    def _add_up(self) -> None:
        """Rows selected, and the sums of the numbers in them: those of the columns selected, else of all."""
        rows, chosen = self._grid.rows, list(self._grid.selectionModel().selection())  # type: ignore[call-overload]
        places = {place for part in chosen for place in range(part.top(), part.bottom() + 1)}
        numbers = rows.numbers(sorted(places))
        if rows.store is None or len(numbers) < 2:
            self.added_up.emit("")
            return
        marked = {place for part in chosen for place in range(part.left(), part.right() + 1)}
        numeric = [column for column in rows.columns if column.numeric]
        wanted = [column for column in numeric if rows.columns.index(column) in marked] or numeric
        totals = sums(rows.store, rows.record, wanted, numbers) if wanted else []
        said = [f"{column.label}: {DECIMAL.shown(total)}" for column, total in zip(wanted, totals, strict=True)]
        self.added_up.emit(" · ".join([f"Đã chọn {DECIMAL.shown(len(numbers))} dòng", *said]))
