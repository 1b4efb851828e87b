"""A form and its map in one file, to be passed on: whoever gets it fills the same form without mapping it again."""

from __future__ import annotations

import json
import tomllib
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import resources
from exports.official.map import MapFault, MapOfWorkbook, map_from
from exports.official.map_writing import map_text
from exports.official.package import Package
from exports.official.refusals import BadWorkbook
from exports.official.workbook import Workbook
from exports.place import put_in_place
from models.errors import UserError
from models.periods import Period

ENDING = ".bieumau"
ABOUT, MAP, FORM = "gioi-thieu.toml", "ghep-o.toml", "bieu"
_TIME = (2020, 1, 1, 0, 0, 0)  # of every part, so that the time tells nothing


@dataclass(frozen=True, slots=True)
class SharedForm:
    """A form as it is shared: title, version, from which day and for which kinds of period, its workbook and map."""

    title: str
    version: str
    first_day: date | None
    workbook: Workbook
    chart: MapOfWorkbook
    faults: tuple[MapFault, ...] = ()
    note: str = ""
    periods: tuple[str, ...] = ()  # keys of the list period_kind; none: any
    id: str = ""  # under which it is sent; "" for one that nobody keeps


def share(form: SharedForm, target: Path) -> None:
    """Writes a form and its map as one file. UserError if it cannot be written."""
    if target.suffix.lower() != ENDING:
        raise UserError(f"Tệp biểu mẫu dùng chung phải có đuôi {ENDING}. Hãy đặt lại tên “{target.name}”.")

    def write(draft: Path) -> None:
        draft.write_bytes(shared_bytes(form))

    put_in_place(target, write, lambda draft: shared_form(draft.read_bytes(), target))


def shared_bytes(form: SharedForm) -> bytes:
    """A form and its map as one file; the same form makes the same bytes."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in _parts(form):
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content)
    return file.getvalue()


def read_shared(path: Path) -> SharedForm:
    """The form in a shared file. UserError, saying why, if it is none."""
    try:
        return shared_form(path.read_bytes(), path)
    except OSError as error:
        raise UserError(f"Không mở được tệp “{path.name}”. Hãy chọn lại tệp.") from error


def shared_form(raw: bytes, path: Path) -> SharedForm:
    """The form in the bytes of a shared file; `path` names it in messages."""
    package = Package(path, raw)
    about, chart, form = (_part(package, name) for name in (ABOUT, MAP, FORM))
    try:
        if about is None or chart is None or form is None:
            raise ValueError
        said = tomllib.loads(about[1].decode())
        first_day = said.get("from")
        if first_day is not None and type(first_day) is not date:
            raise ValueError
        periods = tuple(map(str, said.get("periods", ())))
        texts = [str(said.get(name, "")) for name in ("title", "version", "note")]
    except (ValueError, TypeError, RecursionError) as error:
        raise BadWorkbook(path, "không phải là tệp biểu mẫu dùng chung, hoặc đã hỏng. Hãy xin lại tệp.") from error
    content, faults = map_from(chart[1], chart[0], just_begun=True)
    workbook = Workbook(Package(path.with_name(form[0]), form[1]))
    return SharedForm(texts[0], texts[1], first_day, workbook, content, tuple(faults), texts[2], periods)


def shipped_forms() -> list[SharedForm]:
    """The forms that the program brings along."""
    files = [each for each in resources.file("official").iterdir() if each.name.endswith(ENDING)]
    return [shared_form(each.read_bytes(), Path(each.name)) for each in sorted(files, key=lambda each: each.name)]


def version_for(versions: Iterable[SharedForm], period: Period) -> SharedForm | None:
    """Of the versions of a form the one in use on the period's first day: old periods keep the old form."""
    used = [each for each in versions if each.first_day is None or each.first_day <= period.first]
    return max(used, key=lambda each: each.first_day or date.min, default=None)


def _parts(form: SharedForm) -> Sequence[tuple[str, bytes]]:
    lines = [f"{name} = {json.dumps(text, ensure_ascii=False)}" for name, text in _texts(form) if text]
    lines += [f"from = {form.first_day}"] if form.first_day else []
    lines += [f"periods = {json.dumps(form.periods)}"] if form.periods else []
    package = form.workbook.package
    return [
        (ABOUT, ("\n".join(lines) + "\n").encode()),
        (MAP, map_text(form.chart).encode()),
        (FORM + form.workbook.ending, package.raw),
    ]


def _texts(form: SharedForm) -> Sequence[tuple[str, str]]:
    return ("title", form.title), ("version", form.version), ("note", form.note)


def _part(package: Package, name: str) -> tuple[str, bytes] | None:
    found = next((each for each in package.names if each == name or each.startswith(f"{name}.")), None)
    raw = package.part(found) if found else None
    return (found, raw) if found is not None and raw is not None else None
