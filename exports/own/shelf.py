"""Where her own forms are kept, a file each: saved, put away and fetched back, passed on, taken in."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from exports.form import Form
from exports.form_file import read_form
from exports.form_shelf import FOLDER, RESERVED, form_in, shelf
from exports.form_writing import form_text
from exports.official.sharing import ENDING as OFFICIAL_ENDING
from exports.own.copying import free_id
from exports.place import put_in_place
from models.errors import Fault, Refused, UserError
from models.own_folder import own_folder

ENDING = ".toml"  # what is shared is the very file that is kept


def taken_ids(but: str = "") -> set[str]:
    """Codes that no other form may have, but for the one she is changing."""
    return {*shelf().forms, *RESERVED} - {but}


def path_of(form: str) -> Path | None:
    """Where a form of hers is kept; None for one that is not hers."""
    return shelf().own.get(form)


def keep(form: Form, former: str = "") -> Path:
    """Keeps a form, in the place of the one that had the code `former`. Refused, with the former as it was, if it must.

    What is written is read again by the reader of forms and has to be the very same form.
    """
    if form.id.casefold() in {each.casefold() for each in taken_ids(former)}:
        raise Refused([Fault(f"mã “{form.id}” đã có biểu khác dùng; hãy đặt mã khác", "id")], "Chưa lưu được biểu.")
    folder = own_folder(FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    before = path_of(former) if former else None
    path = before if before is not None and form.id == former else _free(folder / f"{form.id}{ENDING}")
    write(form, path)
    if before is not None and before != path:
        before.unlink(missing_ok=True)
    return path


def write(form: Form, target: Path) -> None:
    """Writes a form as one file, for her own shelf or for another unit. UserError if it cannot be read again."""
    text = form_text(form)

    def prove(draft: Path) -> None:
        if read_form(draft.read_text(encoding="utf-8"), target.name) != form:
            raise UserError(f"Biểu “{form.id}” ghi ra không đọc lại đúng, nên chưa được lưu. Hãy thử lại.")

    put_in_place(target, lambda draft: _write(draft, text), prove)


def read_given(path: Path) -> Form:
    """The form in a file that she was given. UserError, naming all that is wrong with it."""
    if path.suffix.lower() == OFFICIAL_ENDING:
        raise UserError(
            f"Tệp “{path.name}” là gói biểu Excel của cấp trên. Hãy nhận ở mục Biểu của cấp trên, nút Khác."
        )
    form = form_in(path)
    if form.made:
        raise UserError(f"Biểu “{form.title}” do chương trình lập theo cách riêng, nên không nhận từ tệp được.")
    return form


def with_free_id(form: Form) -> Form:
    """The form under its own code, or a free one near it."""
    return replace(form, id=free_id(form.id, taken_ids()))


def put_away(form: str) -> Path:
    """Takes a form of hers off the shelf, into the folder of those put away."""
    path = path_of(form)
    if path is None:
        raise UserError(f"Biểu “{form}” không còn trong các biểu của bạn. Hãy mở lại mục Báo cáo.")
    away = _away()
    away.mkdir(parents=True, exist_ok=True)
    target = _free(away / path.name)
    shutil.move(path, target)
    return target


def those_away() -> Sequence[tuple[Path, Form]]:
    """The forms put away that can be fetched back, those put away last first."""
    found = []
    for path in sorted(_away().glob(f"*{ENDING}"), key=lambda each: -each.stat().st_mtime_ns):
        try:
            found.append((path, form_in(path)))
        except UserError:
            continue  # nothing to fetch back
    return found


def bring_back(path: Path) -> Form:
    """Puts a form back on the shelf, under a free code if its own is taken by now."""
    form = with_free_id(form_in(path))
    keep(form)
    path.unlink()
    return form


def _away() -> Path:
    return own_folder(f"{FOLDER}-da-bo")


def _write(draft: Path, text: str) -> None:
    draft.write_text(text, encoding="utf-8", newline="\n")


def _free(path: Path) -> Path:
    """The path, or one beside it that is not taken: names of files may be told apart by capitals or not."""
    known = {each.name.casefold() for each in path.parent.iterdir()}
    names = (path, *(path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(2, 1000)))
    return next(each for each in names if each.name.casefold() not in known)
