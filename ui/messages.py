"""Every message, question and choice of a file goes through here; tests answer with a list instead of clicking.

with messages.answered(Path("x.jsonl"), True) as asked:   # the next choice of a file, then the next yes-or-no
    ...
assert asked == ["Nạp tệp", "Ghi đè tệp đã có?"]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QMessageBox, QPushButton, QWidget

from models.errors import UserError, trouble_with_file
from ui.theme import STEP
from ui.widgets.small import button, column, label, restyle, row

LEDGERS = "Sổ Công đoàn (*.socd)"
ANY_FILE = "Ảnh và tệp bất kỳ (*)"
LINES = "Bản ghi trao đổi (*.jsonl)"


class _Answers:
    """What a test has prepared, and the headings of what was asked."""

    def __init__(self, answers: Sequence[Any]) -> None:
        self.waiting = list(answers)
        self.asked: list[str] = []

    def next(self, heading: str) -> Any:
        """The next prepared answer; messages need one too (None)."""
        self.asked.append(heading)
        return self.waiting.pop(0) if self.waiting else None


_prepared: list[_Answers] = []


@contextmanager
def answered(*answers: Any) -> Iterator[list[str]]:
    """Answers the next questions with these values, in order; gives the headings asked."""
    _prepared.append(_Answers(answers))
    try:
        yield _prepared[-1].asked
    finally:
        _prepared.pop()


def tell(parent: QWidget | None, heading: str, text: str, details: str = "") -> None:
    """A message with one button, *Đóng*. `details` can be unfolded and copied."""
    if _prepared:
        _prepared[-1].next(heading)
        return
    box = _box(parent, heading, text)
    box.setDetailedText(details)
    _step_forward(box, "Đóng")
    box.exec()


def refuse(parent: QWidget | None, error: UserError, heading: str = "Chưa làm được") -> None:
    """Shows an error meant for the reader; a long one is shortened, the whole of it can be unfolded."""
    lines = str(error).splitlines() or [heading]
    shown = "\n".join(lines[:8]) + (f"\n… và {len(lines) - 8} dòng khác" if len(lines) > 8 else "")
    tell(parent, heading, shown, str(error) if len(lines) > 8 else "")


def can_tell(parent: QWidget | None, error: BaseException) -> bool:
    """Shows what is meant for the reader, or what the system refused, and is True; any other error is our fault."""
    if isinstance(error, UserError):
        refuse(parent, error)
    elif isinstance(error, OSError) and (said := trouble_with_file(error)):
        refuse(parent, UserError(said))
    else:
        return False
    return True


def ask(parent: QWidget | None, heading: str, text: str, yes: str, no: str = "Thôi", *, safe: bool = False) -> bool:
    """A question with two answers, written as what they do; Esc means `no`, and Enter too unless `yes` is safe."""
    if _prepared:
        return bool(_prepared[-1].next(heading))
    box = _box(parent, heading, text)
    agreed = _step_forward(box, yes) if safe else box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    declined = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(agreed if safe else declined)
    box.setEscapeButton(declined)
    box.exec()
    return box.clickedButton() is agreed


def choose(parent: QWidget | None, heading: str, text: str, answers: Sequence[str]) -> int | None:
    """A question with several answers, the first one proposed; None for Esc, the last one, which changes nothing."""
    if _prepared:
        answer: int | None = _prepared[-1].next(heading)
        return answer
    box = _box(parent, heading, text)
    others = [box.addButton(answer, QMessageBox.ButtonRole.ActionRole) for answer in answers[1:-1]]
    buttons = [_step_forward(box, answers[0]), *others, box.addButton(answers[-1], QMessageBox.ButtonRole.RejectRole)]
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(buttons[-1])
    box.exec()
    chosen = buttons.index(box.clickedButton())  # type: ignore[arg-type]
    return None if chosen == len(buttons) - 1 else chosen


def text_for(parent: QWidget | None, heading: str, question: str, proposed: str, yes: str) -> str:
    """A short text typed in; "" if she thought better of it."""
    if _prepared:
        return str(_prepared[-1].next(heading) or "")
    box = QDialog(parent)
    box.setWindowTitle(heading)
    box.resize(460, 10)
    typed = QLineEdit(proposed)
    typed.selectAll()
    agreed, declined = button(yes, box.accept, look="primary"), button("Thôi", box.reject)
    agreed.setDefault(True)
    layout = column(label(question), typed, into=box, margin=3 * STEP, spacing=STEP + 4)
    layout.addLayout(row(None, declined, agreed))
    return typed.text().strip() if box.exec() else ""


def file_to_open(parent: QWidget | None, heading: str, kinds: str, folder: Path | None = None) -> Path | None:
    """A file that exists; `kinds` is written as LEDGERS is. None if she thought better of it."""
    if _prepared:
        return _path(_prepared[-1].next(heading))
    return _path(QFileDialog.getOpenFileName(parent, heading, str(folder or Path.home()), kinds)[0])


def files_to_open(parent: QWidget | None, heading: str, kinds: str, folder: Path | None = None) -> list[Path]:
    """Several files that exist; none if she thought better of it."""
    if _prepared:
        return list(_prepared[-1].next(heading) or [])
    return [Path(text) for text in QFileDialog.getOpenFileNames(parent, heading, str(folder or Path.home()), kinds)[0]]


def file_to_save(parent: QWidget | None, heading: str, kinds: str, proposed: Path) -> Path | None:
    """Where to write; the proposed ending is added if none is typed. Overwriting has been asked for."""
    if _prepared:
        return _path(_prepared[-1].next(heading))
    chosen = _path(QFileDialog.getSaveFileName(parent, heading, str(proposed), kinds)[0])
    return chosen.with_name(chosen.name + proposed.suffix) if chosen is not None and not chosen.suffix else chosen


def folder(parent: QWidget | None, heading: str, proposed: Path) -> Path | None:
    """A folder that exists."""
    if _prepared:
        return _path(_prepared[-1].next(heading))
    return _path(QFileDialog.getExistingDirectory(parent, heading, str(proposed)))


def _path(text: object) -> Path | None:
    return Path(str(text)) if text else None


def _step_forward(box: QMessageBox, words: str) -> QPushButton:
    made = box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
    restyle(made, "primary", True)  # the box has dressed it already
    return made


def _box(parent: QWidget | None, heading: str, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle("Sổ Công đoàn")
    box.setText(heading)
    box.setInformativeText(text)
    return box
