"""The forms there are: those that the program ships, and those that she keeps in her own folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import resources
from exports.form import Form
from exports.form_file import read_form
from models.errors import UserError
from models.own_folder import own_folder

FOLDER = "bieu"
LARGEST = 1 << 20
RESERVED = ("Q", "A1")  # the bundle and the report in words


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every form that can be used, and what is wrong with her files that cannot."""

    forms: Mapping[str, Form]
    refused: Sequence[UserError]
    own: Mapping[str, Path]  # where hers are kept, by their ids


@cache
def forms() -> Mapping[str, Form]:
    """Every built-in form by its id, in the order of the ids."""
    files = [each for each in resources.file("forms").iterdir() if each.name.endswith(".toml")]
    found = [read_form(each.read_text(encoding="utf-8"), each.name) for each in files]
    return {form.id: form for form in sorted(found, key=lambda form: form.id)}


def shelf() -> Shelf:
    """The built-in forms, then hers by the names of their files. None hides another: a second id is refused."""
    known = dict(forms())
    refused: list[UserError] = []
    own: dict[str, Path] = {}
    for path in sorted(own_folder(FOLDER).glob("*.toml")):
        try:
            form = _own(path, known)
            known[form.id], own[form.id] = form, path
        except UserError as error:
            refused.append(error)
    return Shelf(known, refused, own)


def form_named(name: str) -> Form:
    """The form with this id, capitals or not. UserError, listing the known ones and what is wrong, if there is none."""
    for form in forms().values():
        if form.id.casefold() == name.casefold():
            return form
    found = shelf()
    for form in found.forms.values():
        if form.id.casefold() == name.casefold():
            return form
    wrong = "".join(f"\n{error}" for error in found.refused)
    raise UserError(f"Không có biểu “{name}”. Các biểu hiện có: {', '.join(sorted([*found.forms, *RESERVED]))}.{wrong}")


def form_in(path: Path) -> Form:
    """The form in a file. UserError, naming all that is wrong in it, if there is none."""
    try:
        if path.stat().st_size > LARGEST:
            raise UserError(f"Tệp “{path.name}” quá lớn so với một biểu. Hãy chọn đúng tệp biểu.")
        return read_form(path.read_text(encoding="utf-8-sig"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            f"Biểu “{path.name}” không đọc được ({error}). Hãy chép lại tệp biểu vào {path.parent}."
        ) from error


def _own(path: Path, known: Mapping[str, Form]) -> Form:
    form = form_in(path)
    taken = {each.casefold() for each in (*known, *RESERVED)}
    if form.id.casefold() in taken:
        raise UserError(
            f"Biểu “{path.name}” mang mã “{form.id}” đã có biểu khác dùng. "
            f"Hãy đổi dòng id trong tệp (ví dụ “{form.id}-RIENG”) rồi mở lại."
        )
    return form
