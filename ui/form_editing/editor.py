"""The window in which a form of hers is changed: it is kept when she says so, and asks before something is lost."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from exports.form import Form
from exports.form_checks import faults_of
from exports.own.shelf import keep, taken_ids
from models.errors import UserError
from models.ledger.store import Store
from models.periods import Period
from ui import messages
from ui.form_editing.desk import EditingDesk
from ui.form_editing.steps import connect
from ui.jobs import Jobs
from ui.theme import STEP
from ui.widgets.small import button, column, label, restyle, row

AROUND = 48  # pixels of the screen that stay free
WIDEST = 1720
ASKED = "Những thay đổi từ lần lưu trước sẽ mất nếu không lưu."
ANSWERS = ("Lưu", "Bỏ thay đổi", "Quay lại")


class FormEditor(QDialog):
    """Emits `saved` with the form's code."""

    saved = Signal(str)

    def __init__(
        self, store: Store, form: Form, period: Period, jobs: Jobs, parent: QWidget, *, former: str = ""
    ) -> None:
        """`former` is the code of the form as it is kept, "" for one that is not kept yet."""
        super().__init__(parent)
        self.setWindowTitle("Biểu của tôi")
        self.former, self.taken = former, {each.casefold() for each in taken_ids(former)}
        self.desk = EditingDesk(store, form, period, jobs)
        self.notice = label(wrap=True)
        self.undo_button = button("Hoàn tác", self.desk.undo, look="flat", sign="undo")
        self.redo_button = button("Làm lại", self.desk.redo, look="flat", sign="redo")
        self.save_button = button("Lưu biểu", self.save, look="primary", sign="check")
        self.save_button.setToolTip("Ctrl+S")
        _lay_out(self)
        connect(self.desk)
        self.desk.changed.connect(self.say)
        self.say()
        title = self.desk.head.fields["title"]
        title.selectAll()
        (self.desk.parts.list if former else title).setFocus()

    def save(self) -> bool:
        """Keeps the form and closes; or says why it cannot be kept, and stays."""
        form = self.desk.draft.form
        try:
            keep(form, self.former)
        except UserError as error:
            messages.refuse(self, error, "Chưa lưu được biểu")
            return False
        self.desk.draft.keep()
        self.saved.emit(form.id)
        self.accept()
        return True

    def reject(self) -> None:
        """Closes; asks first if something would be lost."""
        changed = self.desk.draft.is_changed
        answer = messages.choose(self, "Lưu biểu trước khi đóng?", ASKED, ANSWERS) if changed else 1
        if answer == 0:
            self.save()
        elif answer == 1:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible():
            event.ignore()
            self.reject()

    def say(self) -> None:
        """Says what is wrong with the form, and which steps can be taken."""
        form = self.desk.draft.form
        faults = [str(each) for each in faults_of(form)]
        if form.id.casefold() in self.taken:
            faults.insert(0, f"mã “{form.id}” đã có biểu khác dùng")
        self.notice.setText(f"Chưa lưu được: {'; '.join(faults)}." if faults else "")
        restyle(self.notice, "fault", bool(faults))
        self.save_button.setEnabled(not faults)
        for each, able in zip((self.undo_button, self.redo_button), self.desk.draft.steps, strict=True):
            each.setEnabled(able)


def _lay_out(editor: FormEditor) -> None:
    tools = (editor.desk.preview.zoom, editor.undo_button, editor.redo_button)
    foot = row(editor.notice, *tools, button("Đóng", editor.reject), editor.save_button, spacing=STEP)
    foot.setStretch(0, 1)
    layout = column(editor.desk, into=editor, margin=2 * STEP, spacing=STEP + 2)
    layout.setStretch(0, 1)
    layout.addLayout(foot)
    room = editor.screen().availableGeometry()
    editor.resize(min(WIDEST, room.width() - AROUND), room.height() - 2 * AROUND)
    for keys, act in (
        ("Ctrl+S", editor.save_button.click),
        ("Ctrl+Z", editor.desk.undo),
        ("Ctrl+Y", editor.desk.redo),
        ("Ctrl+Shift+Z", editor.desk.redo),
    ):
        QShortcut(QKeySequence(keys), editor, act)
