"""Pointing at a list: from the first free row on, seen on the form as it will be, then taken as one step of the map."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from exports.official.list_proposing import (
    FreeTable,
    KnownList,
    entry_for,
    free_table,
    known_lists,
    likeliest,
    proposed_list,
)
from exports.official.map import is_fault_of
from exports.official.map_list import ListEntry
from exports.official.places import Place, column_number, place_from
from exports.official.placing import Placing
from ui.official.desk import MappingDesk
from ui.official.list_panel import ListPanel
from ui.official.scene import Scene

NOT_HERE = "Hãy chọn ô trống ở dòng đầu tiên dưới tiêu đề của bảng, rồi bấm lại."


class ListPointing(QObject):
    """Belongs to the desk; emits `refused` with a sentence where no list can begin."""

    refused = Signal(str)

    def __init__(self, desk: MappingDesk) -> None:
        super().__init__(desk)
        self.panel = ListPanel()
        self._desk = desk
        self._free: FreeTable | None = None
        self._known: KnownList = known_lists()[0]
        self._former: ListEntry | None = None
        desk.stand_beside(self.panel)
        desk.list_wished.connect(self.begin)
        desk.shown.connect(self.end)
        desk.view.clicked.connect(self._offer_column)
        desk.live.arrived.connect(self._tell_how_it_fits)
        self.panel.list_chosen.connect(self._propose)
        self.panel.changed.connect(self._try)
        self.panel.accepted.connect(self._take)
        self.panel.left.connect(self.end)

    def begin(self) -> None:
        """Points at the rows from the cell she is at; where a list is already, at that one."""
        scene, place = self._desk.scene, self._desk.view.marks.current
        if scene is None:
            return
        listed = scene.opened.mapping.listed.get(scene.cell(place))
        self._former = listed.entry if listed is not None else None
        book, sheet = scene.opened.book, scene.opened.book.sheet_named(scene.face.name)
        first = place_from(self._former.first) if self._former is not None else place
        self._free = free_table(book, sheet, first) if sheet is not None and first is not None else None
        if self._free is None:
            self.refused.emit(NOT_HERE)
            return
        self._desk.panel.hide()
        self.panel.show()
        if listed is not None and self._former is not None:
            self._free = replace(self._free, rows=self._former.rows)
            known = next(each for each in known_lists() if each.table is listed.table)
            self._show(known, self._former)
        else:
            known = likeliest(self._free)
            self._show(known, proposed_list(self._free, known)[0])

    def end(self) -> None:
        """Shows the form without what was not taken."""
        if self.panel.isHidden():
            return
        self._free = None
        self.panel.hide()
        self._desk.panel.show()
        self._show_draft(None)
        self._desk.view.setFocus()

    def _propose(self, known: KnownList) -> None:
        if self._free is not None:
            self._free = replace(self._free, rows=self.panel.rows.number)
            self._show(known, proposed_list(self._free, known)[0])

    def _show(self, known: KnownList, entry: ListEntry) -> None:
        assert self._free is not None
        self._known = known
        by_source = {known.source(each): each for each in known.table.columns}
        columns = {column_number(name): by_source[said] for name, said in entry.columns if said in by_source}
        self.panel.show_list(self._free, known, columns)
        self._try()

    def _entry(self) -> ListEntry | None:
        if self._free is None or not self.panel.columns:
            return None
        return entry_for(replace(self._free, rows=self.panel.rows.number), self._known, self.panel.columns)

    def _try(self) -> None:
        """Shows the list on the form as it would be."""
        entry, scene = self._entry(), self._desk.scene
        if scene is None or self._free is None:
            return
        if entry is None:
            self._show_draft(None)
            self.panel.show_said("Chưa chọn nội dung cho cột nào.", faulty=True)
            return
        chart = scene.opened.mapping.chart
        others = tuple(each for each in chart.lists if each != self._former)
        placing = Placing(scene.opened.book, replace(chart, entries=(), lists=(*others, entry)))
        faults = [each.reason for each in placing.faults if is_fault_of(entry, each)]
        self._show_draft(None if faults else placing, entry)
        if faults:
            self.panel.show_said("\n".join(each[:1].upper() + each[1:] + "." for each in faults), faulty=True)
        else:
            self._tell_how_it_fits()

    def _show_draft(self, placing: Placing | None, entry: ListEntry | None = None) -> None:
        scene = self._desk.scene
        if scene is not None:
            drafts = [each for each in placing.lists if each.entry == entry] if placing is not None else []
            scene.lists.draft = drafts[0] if drafts else None
            scene.lists.changes = self._former
            scene.lists.ask(scene.face.name)
            self._desk.show_marks()

    def _tell_how_it_fits(self) -> None:
        scene, entry = self._desk.scene, self._entry()
        if scene is not None and entry is not None and scene.lists.draft is not None:
            self.panel.show_said(_fit_said(scene, entry), faulty=False)

    def _offer_column(self, place: Place) -> None:
        if not self.panel.isHidden():
            view = self._desk.view
            self.panel.offer(place.column, view.viewport().mapToGlobal(view.point_of(place)))

    def _take(self) -> None:
        entry, scene = self._entry(), self._desk.scene
        if entry is not None and scene is not None and scene.lists.draft is not None:
            former = self._former
            self.end()
            scene.opened.mapping.put_list(entry, former)
            self._desk.tell()


def _fit_said(scene: Scene, entry: ListEntry) -> str:
    fits = scene.lists.fits(entry)
    if fits is None:
        return "Đang xem danh sách của kỳ này…"
    if not fits.rows:
        return "Kỳ này danh sách chưa có dòng nào; các dòng trống sẽ để trống."
    if not fits.behind:
        return f"Kỳ này danh sách có {fits.rows} dòng, đủ chỗ trong {entry.rows} dòng trống."
    return (
        f"Kỳ này danh sách có {fits.rows} dòng, nhiều hơn {entry.rows} dòng trống: dòng trống cuối ghi “xem tiếp”, "
        f"{fits.behind} dòng sang một trang phụ lục thêm vào cuối tệp."
    )
