"""The forms of authorities that she keeps: a folder each, in it one file a version, the same file that is shared."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from exports.official.labels import SheetLabels
from exports.official.sharing import ENDING, SharedForm, read_shared, share, version_for
from exports.official.workbook import Workbook
from models.errors import UserError
from models.own_folder import own_folder
from models.periods import Period
from models.vietnamese import folded

FOLDER = "bieu-cap-tren"
OFFICIAL = "cap-tren:"  # begins the names under which authorities' forms are sent
LONGEST_NAME, LONGEST_TITLE, SHORTEST_TITLE = 60, 120, 12
HEAD_ROWS = 12  # in which the title of a form stands


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a form, and the file that holds it."""

    path: Path
    form: SharedForm


@dataclass(frozen=True, slots=True)
class KeptForm:
    """A form with its versions, the newest first."""

    folder: Path
    versions: tuple[Version, ...]

    def version_for(self, period: Period) -> Version:
        """The version in use in a period; before the first one was in use, the oldest."""
        used = version_for((each.form for each in self.versions), period)
        return next((each for each in self.versions if each.form is used), self.versions[-1])


def own_shelf() -> Path:
    """Where she keeps authorities' forms on this machine."""
    return own_folder(FOLDER)


def is_official(name: str) -> bool:
    """True if a report is sent under this name as an authority's form."""
    return name.startswith(OFFICIAL)


def forms_in(shelf: Path) -> tuple[list[KeptForm], list[UserError]]:
    """The forms kept in a folder in the order of their titles, and what is wrong with files that cannot be read."""
    kept, faults = [], []
    for folder in (each for each in shelf.iterdir() if each.is_dir()) if shelf.is_dir() else ():
        versions, wrong = _versions_in(folder)
        kept += [KeptForm(folder, versions)] if versions else []
        faults += wrong
    return sorted(kept, key=lambda each: folded(each.versions[0].form.title)), faults


def kept_in(folder: Path) -> KeptForm:
    """The form kept in a folder of its own. UserError if none of its files can be read."""
    versions, faults = _versions_in(folder)
    if not versions:
        raise faults[0] if faults else UserError(f"Biểu ở thư mục “{folder}” không còn nữa. Hãy thêm lại biểu.")
    return KeptForm(folder, versions)


def keep(shelf: Path, form: SharedForm) -> KeptForm:
    """Keeps a form that was not kept before. UserError if it cannot be written."""
    folder = _free(shelf / _plain(form.title))
    folder.mkdir(parents=True)
    return KeptForm(folder, (_put(folder, 1, form),))


def renew(kept: KeptForm, form: SharedForm) -> KeptForm:
    """Keeps a new version; the former ones stay for their periods. UserError if it cannot be written."""
    number = 1 + max(int(each.path.stem) for each in kept.versions if each.path.stem.isdecimal())
    return KeptForm(kept.folder, (_put(kept.folder, number, form), *kept.versions))


def rewrite(version: Version, form: SharedForm) -> None:
    """Puts a changed form or map in the place of the former. UserError, with the former as it was, if that fails."""
    share(form, version.path)


def put_away(kept: KeptForm) -> Path:
    """Takes a form off the shelf into the folder of those put away, from where `bring_back` fetches it."""
    away = _free(_away(kept.folder.parent) / kept.folder.name)
    away.parent.mkdir(exist_ok=True)
    shutil.move(kept.folder, away)
    return away


def bring_back(away: Path, shelf: Path) -> None:
    """Puts a form back on the shelf."""
    shutil.move(away, _free(shelf / away.name))


def title_of(workbook: Workbook, path: Path) -> str:
    """What a form not named yet is called: what is written largest at its head, else after its file."""
    for sheet in workbook.worksheets[:1]:
        text = workbook.text_of(sheet)
        heads = [
            (text_look.size, text_look.bold, -place.row, words)
            for place, words in SheetLabels(workbook, sheet).texts.items()
            if place.row <= HEAD_ROWS and len(words) > SHORTEST_TITLE
            for text_look in [workbook.look(text.style(place))]
        ]
        if heads:
            return " ".join(max(heads)[3].split())[:LONGEST_TITLE]
    return " ".join(path.stem.replace("_", " ").split())


def _versions_in(folder: Path) -> tuple[tuple[Version, ...], list[UserError]]:
    versions, faults = [], []
    for path in sorted(folder.glob(f"*{ENDING}"), reverse=True):
        try:
            versions.append(_read(path))
        except UserError as error:
            faults.append(error)
    return tuple(versions), faults


def _put(folder: Path, number: int, form: SharedForm) -> Version:
    path = folder / f"{number:03}{ENDING}"
    share(form, path)
    return _read(path)


def _read(path: Path) -> Version:
    """A version with the name under which its form is sent, whatever its title becomes: that of its folder."""
    return Version(path, replace(read_shared(path), id=f"{OFFICIAL}{path.parent.name}"))


def _away(shelf: Path) -> Path:
    return shelf.with_name(f"{shelf.name}-da-bo")


def _plain(title: str) -> str:
    letters = (letter if letter.isascii() and letter.isalnum() else " " for letter in folded(title))
    return "-".join("".join(letters).split())[:LONGEST_NAME].strip("-") or "bieu"


def _free(folder: Path) -> Path:
    return next(each for each in _names(folder) if not each.exists())


def _names(folder: Path) -> Iterator[Path]:
    yield folder
    number = 2
    while True:
        yield folder.with_name(f"{folder.name}-{number}")
        number += 1
