"""A form read for the window: what each sheet looks like, what is proposed for it, which cells wait. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from exports.official.grid import Grid, grid_of
from exports.official.map import MapOfWorkbook
from exports.official.places import Place
from exports.official.propose import Proposal, proposals
from exports.official.sharing import SharedForm
from exports.official.shelf import KeptForm, Version, keep, kept_in, title_of
from exports.official.waiting import waiting_cells
from exports.official.workbook import Sheet, Workbook, read_workbook
from models.periods import Period
from ui.official.choices import choices
from ui.official.geometry import Geometry
from ui.official.mapping import Mapping

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class SheetFace:
    """A sheet: how it looks, what its labels suggest, and which of its cells wait for something, in reading order."""

    name: str
    geometry: Geometry
    proposed: Map[Place, Proposal]
    waiting: Sequence[Place]

    @cached_property
    def waits(self) -> frozenset[Place]:
        """The cells that wait, to be looked up."""
        return frozenset(self.waiting)

    @property
    def grid(self) -> Grid:
        """How it looks."""
        return self.geometry.grid


@dataclass(frozen=True, slots=True)
class Opened:
    """A version of a form, ready to be mapped."""

    kept: KeptForm
    version: Version
    sheets: Sequence[SheetFace]
    mapping: Mapping

    @property
    def book(self) -> Workbook:
        """The authority's workbook."""
        return self.version.form.workbook


def faces_of(book: Workbook, used: Collection[str], progress: Progress) -> list[SheetFace]:
    """The sheets that are shown, and hidden ones that are `used`. BadWorkbook if one cannot be read."""
    sheets = [each for each in book.worksheets if each.state == "visible" or each.name in used] or book.worksheets
    faces = []
    for number, sheet in enumerate(sheets):
        progress(number, len(sheets))
        faces.append(face_of(book, sheet))
    return faces


def opened(folder: Path, period: Period, progress: Progress) -> Opened:
    """Reads the version of a kept form that is in use in a period; called beside the window. UserError if it cannot."""
    kept = kept_in(folder)
    form = kept.version_for(period).form
    return _laid(kept, period, faces_of(form.workbook, form.chart.sheets, progress))


def added(shelf: Path, form: SharedForm, period: Period, progress: Progress) -> Opened:
    """Puts a form on the shelf, once all of it could be read, and opens it."""
    faces = faces_of(form.workbook, form.chart.sheets, progress)
    return _laid(keep(shelf, form), period, faces)


def _laid(kept: KeptForm, period: Period, faces: Sequence[SheetFace]) -> Opened:
    version = kept.version_for(period)
    mapping = Mapping(version.form.workbook, version.form.chart, version.form.faults)
    choices()
    return Opened(kept, version, [_without_repeats(face, mapping) for face in faces], mapping)


def new_form(path: Path) -> SharedForm:
    """A form from an authority's workbook, with nothing mapped yet. BadWorkbook, saying the way out, if it is none."""
    book = read_workbook(path)
    title = title_of(book, path)
    return SharedForm(title, "", None, book, MapOfWorkbook((), title))


def face_of(book: Workbook, sheet: Sheet) -> SheetFace:
    """A sheet as it is shown."""
    found = proposals(book, sheet)
    waiting = waiting_cells(book, sheet, found)
    return SheetFace(sheet.name, Geometry(grid_of(book, sheet)), {each.place: each for each in found}, waiting)


def _without_repeats(face: SheetFace, mapping: Mapping) -> SheetFace:
    """A text of the head that the row holds already, beside its label or in its place, is not proposed again."""
    held = [(cell[1].row, target.entry.text) for cell, target in mapping.targets.items() if cell[0] == face.name]
    repeats = {
        place
        for place, each in face.proposed.items()
        if (face.name, place) not in mapping.targets and each.entry.text
        for row, text in held
        if row == place.row and text and each.entry.text.rpartition("{")[2] in text
    }
    proposed = {place: each for place, each in face.proposed.items() if place not in repeats}
    return replace(face, proposed=proposed, waiting=[each for each in face.waiting if each not in repeats])
