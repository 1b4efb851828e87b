"""The form of a record, made from its fields: what matters first, child lists as tables, faults in their place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from models.errors import Fault
from models.ledger.store import Store
from models.record import Record, faults_of
from models.values import Code, Link
from ui.editing.field_box import FieldBox
from ui.editing.form_logic import connect_fields, left_out
from ui.editing.locked import LockedEditor
from ui.editing.member_ticks import MemberTicks
from ui.editing.part_table import PartTable
from ui.editing.plan import Sheet, plan_of
from ui.editing.ticks import TickList
from ui.theme import STEP
from ui.widgets.small import column, label

ListBox = PartTable | TickList
_IN_LIST = re.compile(r"(\w+)(?:\[(\d+)\]\.(.+))?")


class RecordForm(QWidget):
    """All fields of one record on sheets. Emits `edited` whenever something was typed."""

    edited = Signal()

    def __init__(self, store: Store, record: Record) -> None:
        super().__init__()
        self._store, self._type = store, type(record)
        self.boxes: dict[str, FieldBox] = {}
        self.lists: dict[str, ListBox] = {}
        self._pages: list[QWidget] = []
        self.sheets = QTabWidget()
        self.sheets.setDocumentMode(True)
        self.others = label(wrap=True)
        self.others.setProperty("fault", True)
        self.others.hide()
        self._plan = plan_of(type(record), left_out(store, record))
        for sheet in self._plan:
            self.sheets.addTab(self._page(sheet), sheet.title)
        self.sheets.tabBar().setVisible(len(self._plan) > 1)
        column(self.others, self.sheets, into=self, spacing=STEP)
        self._show(record)
        connect_fields(self.boxes, self.lists)

    def read_into(self, record: Record) -> list[Fault]:
        """Puts everything typed into the record; gives every fault, those between fields too."""
        faults: list[Fault] = []
        for name, box in self.boxes.items():
            try:
                value = box.editor.value()
            except ValueError as error:
                faults.append(Fault(str(error), box.member.key, box.member.label))
                value = None
            setattr(record, name, box.member.default if value is None else value)
        for name, child_list in self.lists.items():
            setattr(record, name, child_list.parts())
            faults += child_list.faults()
        said = {fault.field for fault in faults}
        return faults + [fault for fault in faults_of(record) if fault.field not in said]

    def unread(self) -> dict[str, str]:
        """The texts that cannot be read, by field; in a child list by line and field: "documents[0].document"."""
        found = {}
        for name, box in self.boxes.items():
            try:
                box.editor.value()
            except ValueError:
                if isinstance(box.input, QLineEdit):
                    found[name] = box.input.text()
        for name, child_list in self.lists.items():
            if isinstance(child_list, PartTable):
                found |= {f"{name}{place}": text for place, text in child_list.unread().items()}
        return found

    def show_unread(self, texts: Mapping[str, object]) -> None:
        """Puts such texts in again."""
        for name, text in texts.items():
            if name in self.boxes and isinstance(editor := self.boxes[name].input, QLineEdit):
                editor.setText(str(text))
            elif (cell := _IN_LIST.fullmatch(name)) and cell[2]:
                child_list = self.lists.get(cell[1])
                if isinstance(child_list, PartTable):
                    child_list.show_unread(int(cell[2]), cell[3], str(text))

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Says at each field what is wrong, and goes to the first one; none takes all marks away."""
        by_key = {box.member.key: box for box in self.boxes.values()}
        reasons = {fault.field: fault.reason for fault in reversed(faults)}
        for key, box in by_key.items():
            box.show_fault(reasons.get(key, ""))
        for name, child_list in self.lists.items():
            child_list.show_faults(*_of_list(name, faults))
        known = {*by_key, *self.lists}
        strangers = [str(fault) for fault in faults if _list_name(fault) not in known and fault.field not in known]
        self.others.setText("\n".join(strangers))
        self.others.setVisible(bool(strangers))
        self._mark_sheets(faults)
        if faults:
            self.focus_on(faults[0])

    def focus_on(self, fault: Fault) -> None:
        """Shows the sheet of a fault and puts the cursor into its field."""
        for name, box in self.boxes.items():
            if box.member.key == fault.field:
                self._reveal(name, box.input)
                return
        if (name := _list_name(fault)) in self.lists:
            child_list = self.lists[name]
            self._reveal(name, child_list.table if isinstance(child_list, PartTable) else child_list.list)

    @property
    def wished_height(self) -> int:
        """How high the highest sheet would like to be."""
        return max(page.sizeHint().height() for page in self._pages)

    def focus_first(self) -> None:
        """Puts the cursor into the first field."""
        next(iter(self.boxes.values())).input.setFocus(Qt.FocusReason.TabFocusReason)

    def _page(self, sheet: Sheet) -> QScrollArea:
        page = QWidget()
        page.setObjectName("page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(2, 2 * STEP, 2 * STEP, STEP)
        layout.setSpacing(2 * STEP)
        if sheet.fields:
            layout.addLayout(self._grid(sheet.fields))
        for name in sheet.lists:
            child_list = self._type.lists[name]
            box: ListBox = _list_box(self._type, name)(self._store, child_list)
            box.edited.connect(self.edited)
            self.lists[name] = box
            layout.addWidget(box)
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        self._pages.append(page)
        return area

    def _grid(self, names: Sequence[str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * STEP)
        grid.setVerticalSpacing(STEP + 4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        place = 0
        for name in names:
            box = FieldBox(self._store, self._type, self._type.fields[name])
            box.editor.edited.connect(self.edited)
            self.boxes[name] = box
            if box.is_wide or (name == self._type.title_field and place == 0):
                place += place % 2
                grid.addWidget(box, place // 2, 0, 1, 2)
                place += 2
            else:
                grid.addWidget(box, place // 2, place % 2)
                place += 1
        return grid

    def _show(self, record: Record) -> None:
        for name, box in self.boxes.items():
            if isinstance(box.editor, LockedEditor):
                box.editor.serve(record.uid)
            box.editor.show_value(getattr(record, name))
        for name, child_list in self.lists.items():
            child_list.show_parts(getattr(record, name))
        self._mark_sheets(())

    def _mark_sheets(self, faults: Sequence[Fault]) -> None:
        keys = {fault.field for fault in faults} | {_list_name(fault) for fault in faults}
        for place, sheet in enumerate(self._plan):
            own = {self._type.fields[name].key for name in sheet.fields} | set(sheet.lists)
            lines = sum(len(self.lists[name].parts()) for name in sheet.lists) if not sheet.fields else 0
            text = f"{sheet.title} ({lines})" if lines else sheet.title
            self.sheets.setTabText(place, ("⚠ " if own & keys else "") + text)

    def _reveal(self, name: str, part: QWidget) -> None:
        place = next(place for place, sheet in enumerate(self._plan) if name in (*sheet.fields, *sheet.lists))
        self.sheets.setCurrentIndex(place)
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        area = self.sheets.widget(place)
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(part, 0, 4 * STEP)


def _list_box(record: type[Record], name: str) -> type[TickList] | type[PartTable]:
    """A list of nothing but codes or members is ticked, any other typed into a table."""
    bare = record.lists[name].bare
    kind = record.lists[name].part.fields[bare].kind if bare else None
    if isinstance(kind, Link) and kind.to == ("member",):
        return MemberTicks
    return TickList if isinstance(kind, Code) else PartTable


def _list_name(fault: Fault) -> str:
    match = _IN_LIST.fullmatch(fault.field)
    return match[1] if match else ""


def _of_list(name: str, faults: Sequence[Fault]) -> tuple[dict[tuple[int, str], str], list[str]]:
    cells: dict[tuple[int, str], str] = {}
    reasons: list[str] = []
    for fault in faults:
        match = _IN_LIST.fullmatch(fault.field)
        if match is None or match[1] != name:
            continue
        if match[2] is not None:
            cells[int(match[2]), match[3]] = fault.reason
            where = fault.label[max(fault.label.find("dòng"), 0) :]
            reasons.append(f"{where[:1].upper()}{where[1:]}: {fault.reason}")
        else:
            reasons.append(fault.reason[:1].upper() + fault.reason[1:])
    return cells, reasons
