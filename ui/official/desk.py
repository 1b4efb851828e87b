"""One form on the desk: its sheet to point at, the panel of the cell, and the steps of mapping."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from exports.official.map import Entry
from exports.official.places import Place
from exports.official.sharing import SharedForm
from exports.official.totals import FormTotal
from models.ledger.store import Store
from models.periods import Period
from ui.figures.choice import Pick
from ui.jobs import Jobs
from ui.official.choices import chosen_by, entry_of
from ui.official.desk_ground import DeskGround
from ui.official.live import LiveValues
from ui.official.mapping import Cell
from ui.official.marks import Mark
from ui.official.opened import Opened
from ui.official.scene import OPEN, Scene, offered
from ui.official.speaking import Spoken


class MappingDesk(DeskGround):
    """Holds the form that is shown, and does the steps."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.live = LiveValues(jobs, self)
        self.scene: Scene | None = None
        self.spoken: Spoken | None = None
        self.periods: tuple[str, ...] = ()
        _connect(self)

    @property
    def form(self) -> SharedForm:
        """The form with its title and map as they are now."""
        assert self.scene is not None
        former, chart = self.scene.opened.version.form, self.scene.opened.mapping.chart
        title = self.title.text().strip() or former.title
        return replace(former, title=title, chart=replace(chart, title=title), faults=(), periods=self.periods)

    def show_form(self, opened: Opened, store: Store | None, period: Period) -> None:
        """Puts a form on the desk."""
        self.scene = Scene(opened, self.live)
        self.title.setText(opened.version.form.title)
        self.periods = opened.version.form.periods
        while self.tabs.count():
            self.tabs.removeTab(0)
        for face in opened.sheets:
            self.tabs.addTab(face.name)
        self.tabs.setVisible(len(opened.sheets) > 1)
        self.foot.show_counts()
        self.live.show_period(store, period, opened.version.form.id)
        self.show_sheet(0)
        self.view.setFocus()

    def show_period(self, store: Store | None, period: Period) -> None:
        """Shows the values of another period, or of the ledger as it is now."""
        self.foot.show_counts()
        if self.scene is not None:
            self.live.show_period(store, period, self.scene.opened.version.form.id)
            self.scene.totals = {}
            self.refresh()

    def show_sheet(self, number: int) -> None:
        """Shows another sheet, at its first open cell."""
        if self.scene is not None and 0 <= number < len(self.scene.opened.sheets):
            self.scene.number = number
            self.tabs.setCurrentIndex(number)
            self.view.show_sheet(self.scene.face.geometry, self.scene.first_open())
            self.shown.emit()
            self.refresh()

    def go_to(self, sheet: str, place: Place) -> None:
        """Goes to a cell, on whatever sheet it is."""
        names = [face.name for face in self.scene.opened.sheets] if self.scene is not None else []
        if sheet in names:
            self.show_sheet(names.index(sheet))
            self.view.choose(place)
            self.view.setFocus()

    def refresh(self) -> None:
        """Shows the map as it is now; asks for the values that are not known."""
        assert self.scene is not None
        self.scene.ask_for_values()
        faults = self.scene.opened.mapping.faults
        self.notice.setText("\n".join([f"{len(faults)} chỗ ghép cần sửa:", *map(str, faults[:4])]) if faults else "")
        for part in (self.notice, self.notice_button):
            part.setVisible(bool(faults))
        self.show_marks()
        self.show_cell()

    def show_marks(self) -> None:
        """Draws how the cells stand and their values."""
        assert self.scene is not None
        mapping, marks = self.scene.opened.mapping, self.scene.marks()
        self.view.show_marks(marks)
        self.foot.show_marks(marks.settled, mapping.can_undo, bool(mapping.chart.entries or mapping.chart.lists))

    def show_cell(self) -> None:
        """Speaks of the cell she is at."""
        assert self.scene is not None
        place = self.view.marks.current
        said = self.spoken = self.scene.spoken(place)
        self.panel.show_cell(said, *self.scene.value(said.entry, place))
        self.panel.picker.ask(offered(said), self.scene.last, self.scene.usual(place))

    def take(self, entry: Entry) -> None:
        """Maps the cell she is at, and goes to the next that waits."""
        if self.scene is None or self.spoken is None or not self.spoken.is_open:
            return
        place = self.view.marks.current
        drawn = self.scene.face.grid.cells.get(place)
        self.scene.last = chosen_by(entry).choice
        self.put([(self.scene.cell(place), _with_label(entry, drawn.text if drawn else ""))])

    def put(self, entries: Iterable[tuple[Cell, Entry]]) -> None:
        """One step of mapping; then the next open cell."""
        if self.scene is not None:
            self.scene.opened.mapping.put(entries)
            self.tell()
            self.view.setFocus()
            self.go_on(1)

    def tell(self) -> None:
        """The map has changed."""
        self.foot.show_counts()
        self.refresh()
        self.changed.emit(self.form)

    def go_on(self, by: int, wanted: Mark | None = None) -> None:
        """Goes to the next cell that is still open, or that stands as wanted, from the top again after the last."""
        marks, here = self.view.marks.marks, self.view.marks.current
        fitting = (wanted,) if wanted is not None else OPEN
        found = sorted((place for place, mark in marks.items() if mark in fitting), reverse=by < 0)
        ahead = [each for each in found if (each > here if by > 0 else each < here)]
        for place in (*ahead, *found)[:1]:
            self.view.choose(place)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z and Ctrl+Y are the map's own here, not the ledger's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _step_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _step_of(event)
        if step and self.scene is not None:
            _step(self, step)
        else:
            super().keyPressEvent(event)


def _step(desk: MappingDesk, by: int) -> None:
    """Takes back the last step of mapping, or does it again."""
    if desk.scene is not None:
        mapping = desk.scene.opened.mapping
        if mapping.undo() if by < 0 else mapping.redo():
            desk.tell()


def _step_of(event: QKeyEvent) -> int:
    if event.matches(QKeySequence.StandardKey.Undo):
        return -1
    return 1 if QKeySequence(event.keyCombination()).toString() in ("Ctrl+Y", "Ctrl+Shift+Z") else 0


def _accept(desk: MappingDesk) -> None:
    if desk.spoken is not None and desk.spoken.entry is not None:
        desk.take(desk.spoken.entry)


def _accept_all(desk: MappingDesk) -> None:
    if desk.scene is not None:
        desk.put(list(desk.scene.sure()))


def _remove(desk: MappingDesk) -> None:
    if desk.scene is not None:
        mapping, cell = desk.scene.opened.mapping, desk.scene.cell(desk.view.marks.current)
        if cell in mapping.listed:
            mapping.take_list(mapping.listed[cell].entry)
        else:
            mapping.take([cell])
        desk.tell()


def _drop_wrong(desk: MappingDesk) -> None:
    if desk.scene is not None:
        desk.scene.opened.mapping.take_wrong()
        desk.tell()


def _with_label(entry: Entry, text: str) -> Entry:
    """A text for a cell that begins with a label keeps the label: "Đơn vị: ……" becomes "Đơn vị: {don_vi}"."""
    head, colon, rest = text.partition(":")
    if entry.text is None or not colon or rest.strip(" .…_") or "{" in head or entry.text.startswith(head):
        return entry
    return replace(entry, text=f"{head}: {entry.text}")


def _show_preview(desk: MappingDesk, pick: Pick | None) -> None:
    """Says what the line chosen on the list would bring."""
    entry = entry_of(pick) if pick is not None else None
    if entry is not None:
        desk.live.want([entry])
    desk.panel.show_preview(desk.scene.value(entry)[0] if desk.scene is not None else "")


def _learn(desk: MappingDesk) -> None:
    """More values are known."""
    if desk.scene is not None and desk.spoken is not None:
        desk.show_marks()
        desk.spoken = desk.scene.spoken(desk.view.marks.current)
        desk.panel.show_cell(desk.spoken, *desk.scene.value(desk.spoken.entry, desk.view.marks.current))
        _show_preview(desk, desk.panel.picker.pick)


def _check(desk: MappingDesk, totals: dict[Cell, FormTotal]) -> None:
    """What the form's own formulas come to is known."""
    if desk.scene is not None and totals != desk.scene.totals:
        desk.scene.totals = totals
        desk.show_marks()
        if desk.scene.cell(desk.view.marks.current) in totals:
            desk.show_cell()


def _open_records(desk: MappingDesk) -> None:
    """The records behind what the cell holds; for a cell without any, the search."""
    place, entry = desk.view.marks.current, desk.spoken.entry if desk.spoken is not None else None
    held = desk.scene.live_at(place) if desk.scene is not None else None
    live = held or (desk.live.value(entry) if entry is not None else None)
    if live is not None and (live.figure is not None or live.records):
        desk.records_wished.emit(live)
    else:
        desk.panel.ask("")


def _connect(desk: MappingDesk) -> None:
    view, panel, foot = desk.view, desk.panel, desk.foot
    view.moved.connect(lambda _place: desk.show_cell())
    view.asked.connect(panel.ask)
    view.removed.connect(lambda: _remove(desk))
    view.opened.connect(lambda: _open_records(desk))
    view.next_wished.connect(desk.go_on)
    panel.picker.taken.connect(lambda pick: desk.take(entry_of(pick)))
    panel.picker.left.connect(view.setFocus)
    panel.picker.highlighted.connect(lambda pick: _show_preview(desk, pick))
    panel.accepted.connect(lambda: _accept(desk))
    panel.removed.connect(lambda: _remove(desk))
    panel.records_wished.connect(lambda: _open_records(desk))
    panel.list_wished.connect(desk.list_wished)
    panel.words_wished.connect(desk.words_wished)
    desk.notice_button.clicked.connect(lambda: _drop_wrong(desk))
    foot.sought.connect(lambda mark: desk.go_on(1, mark))
    foot.undo_wished.connect(lambda: _step(desk, -1))
    foot.all_wished.connect(lambda: _accept_all(desk))
    foot.fill_wished.connect(desk.fill_wished)
    desk.tabs.tabBarClicked.connect(desk.show_sheet)
    desk.live.arrived.connect(lambda: _learn(desk))
    desk.live.heard.connect(desk.refresh)
    desk.live.checked.connect(lambda totals: _check(desk, totals))
    desk.title.editingFinished.connect(lambda: desk.changed.emit(desk.form) if desk.title.isModified() else None)
    for keys, act in (
        ("Ctrl+Return", lambda: _accept_all(desk)),
        ("Ctrl+S", desk.fill_wished.emit),
        ("F4", lambda: _open_records(desk)),
        ("Ctrl+PgDown", lambda: desk.show_sheet(desk.tabs.currentIndex() + 1)),
        ("Ctrl+PgUp", lambda: desk.show_sheet(desk.tabs.currentIndex() - 1)),
    ):
        QShortcut(QKeySequence(keys), desk, act)
