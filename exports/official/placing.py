"""A map laid on a workbook: each entry's cell found, and every reason why the map cannot be used, at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exports.official.labels import NotFound, SheetLabels
from exports.official.list_placing import ListTarget, cells_of, placed_list
from exports.official.map import Entry, MapFault, MapOfWorkbook, fault_at, is_fault_of, list_fault
from exports.official.map_list import ListEntry
from exports.official.places import Box, Place, place_from
from exports.official.sources import faults_of
from exports.official.styles import Look
from exports.official.workbook import Sheet, Workbook


@dataclass(frozen=True, slots=True)
class Target:
    """Where an entry's value goes."""

    entry: Entry
    sheet: Sheet
    place: Place
    look: Look

    def __str__(self) -> str:
        return f"trang “{self.sheet.name}”, ô {self.place}"


class Placing:
    """Lays a map on a workbook. `targets` and `lists` are what has no fault, `faults` what is wrong with the rest."""

    def __init__(self, workbook: Workbook, chart: MapOfWorkbook, faults: Sequence[MapFault] = ()) -> None:
        self._workbook = workbook
        self._labels: dict[int, SheetLabels] = {}
        self._barred = {sheet.number: list(_barred(workbook, sheet)) for sheet in workbook.worksheets}
        self.targets: list[Target] = []
        self.faults: list[MapFault] = list(faults)
        taken: dict[tuple[int, Place], int] = {}
        for number, entry in enumerate(chart.entries):
            found = self._found(number, entry)
            self.faults += [fault_at(number, entry, reason) for reason in faults_of(entry)]
            if found is None:
                continue
            sheet, place = found
            barred = self._reason_against(sheet, place)
            reasons = [barred] if barred is not None else []
            key = (sheet.number, place)
            if key in taken:
                first = chart.entries[taken[key]]
                said = f"dòng {first.line}" if first.line else f"mục {taken[key] + 1}"
                reasons.append(f"ô này đã được ghép ở {said}")
            taken.setdefault(key, number)
            self.faults += [fault_at(number, entry, reason, f"ô {place}") for reason in reasons]
            if barred is None:
                look = workbook.look(workbook.text_of(sheet).style(place))
                self.targets.append(Target(entry, sheet, place, look))
        cells = {key: chart.entries[number].line for key, number in taken.items()}
        readable = [each for each in chart.lists if not any(is_fault_of(each, fault) for fault in faults)]
        self.lists = [placed for entry in readable if (placed := self._placed_list(entry, cells)) is not None]
        self.faults.sort(key=lambda fault: -1 if fault.entry is None else fault.entry)

    def _placed_list(self, entry: ListEntry, taken: dict[tuple[int, Place], int | None]) -> ListTarget | None:
        sheet = self._workbook.sheet_named(entry.sheet) if entry.sheet else None
        if sheet is None or sheet.kind != "worksheet":
            if entry.sheet:
                self.faults.append(list_fault(entry, self._no_sheet(sheet)))
            return None

        def against(sheet: Sheet, place: Place) -> str | None:
            if (sheet.number, place) in taken:
                line = taken[sheet.number, place]
                return f"đã được ghép ở dòng {line}" if line else "đã được ghép"
            return self._reason_against(sheet, place)

        placed, reasons = placed_list(self._workbook, sheet, entry, against)
        self.faults += [list_fault(entry, reason) for reason in reasons]
        if placed is not None:
            taken.update({(sheet.number, place): entry.line for place in cells_of(placed)})
        return placed

    def _found(self, number: int, entry: Entry) -> tuple[Sheet, Place] | None:
        """The cell of an entry, whether it may be written or not; None, with the fault noted, if there is none."""
        sheet = self._workbook.sheet_named(entry.sheet) if entry.sheet else None
        has_cells = sheet is not None and sheet.kind == "worksheet"
        if entry.sheet and not has_cells:
            self.faults.append(fault_at(number, entry, self._no_sheet(sheet)))
        if entry.at and place_from(entry.at) is None:
            self.faults.append(fault_at(number, entry, "không phải tên ô; hãy ghi như D12"))
            return None
        if sheet is None or not has_cells:
            return None
        try:
            place = self._place(entry, sheet)
        except NotFound as error:
            self.faults.append(fault_at(number, entry, str(error)))
            return None
        return (sheet, place) if place is not None else None

    def _place(self, entry: Entry, sheet: Sheet) -> Place | None:
        if entry.at:
            return place_from(entry.at)
        if sheet.number not in self._labels:
            self._labels[sheet.number] = SheetLabels(self._workbook, sheet)
        return self._labels[sheet.number].place_of(entry) if entry.row or entry.label else None

    def _reason_against(self, sheet: Sheet, place: Place) -> str | None:
        text = self._workbook.text_of(sheet)
        merge = text.merge_over(place)
        if merge is not None and merge.first != place:
            return f"nằm trong vùng gộp {merge.first}:{Place(merge.bottom, merge.right)}; hãy dùng ô đầu {merge.first}"
        if place in text.formulas:
            return "đang có công thức của biểu; hãy bỏ ô này khỏi tệp ghép ô, Excel sẽ tự tính"
        return next((reason for box, reason in self._barred[sheet.number] if box.holds(*place)), None)

    def _no_sheet(self, sheet: Sheet | None) -> str:
        if sheet is not None:
            return "trang này không có ô (trang biểu đồ)" if sheet.part else "trang này không có trong tệp"
        names = [each.name for each in self._workbook.worksheets]
        return f"tệp không có trang này; các trang: {', '.join(f'“{name}”' for name in names)}"


def _barred(workbook: Workbook, sheet: Sheet) -> Iterator[tuple[Box, str]]:
    """Cells that hold no formula of their own and must not be written all the same."""
    for spot, formula in workbook.text_of(sheet).formulas.items():
        if formula.kind in ("array", "dataTable") and formula.box is not None:
            yield formula.box, f"thuộc vùng tính của công thức ở ô {Place(*spot)}; hãy bỏ ô này khỏi tệp ghép ô"
    for table in workbook.tables:
        top, left, bottom, right = table.box
        if table.sheet == sheet.number and table.heads:
            yield Box(top, left, top + table.heads - 1, right), "là tiêu đề cột của bảng trong Excel; không ghi đè được"
        if table.sheet == sheet.number and table.totals:
            yield Box(bottom - table.totals + 1, left, bottom, right), "là dòng tổng của bảng trong Excel"
