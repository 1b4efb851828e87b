"""What a form is called, and what stands at its head: the fields over the editor."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from exports.form import Form
from exports.form_checks import LONGEST_ID
from ui.form_editing.field import StepField
from ui.theme import STEP, wide
from ui.widgets.small import label

NARROW = wide(170)


class HeadFields(QWidget):
    """Emits `edited` with the form and the name of the field that she typed in, `left` for on to the rows."""

    edited = Signal(object, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._form: Form | None = None
        self.fields = {
            "title": StepField("Tên biểu", tip="Tên trong danh sách biểu"),
            "id": StepField("Mã biểu", tip=f"Chữ không dấu và số, tới {LONGEST_ID} ký tự, không trùng biểu khác"),
            "receiver": StepField("Nơi nhận", tip="In dưới số biểu", hint="Ví dụ: Đơn vị nhận: Ban Tuyên giáo"),
            "heading": StepField("Tiêu đề in", tip="In giữa trang, thường viết hoa"),
            "number": StepField("Số biểu", tip="In góc trên bên phải, ví dụ: Biểu số B1/TT"),
        }
        self.fields["id"].setMaxLength(LONGEST_ID)
        self._lay_out()
        for name, field in self.fields.items():
            field.textEdited.connect(lambda _text, name=name: self._tell(name))
            field.returnPressed.connect(self.left)

    def show_form(self, form: Form) -> None:
        """Shows another form, or the same after a step."""
        self._form = form
        number, _line, receiver = form.form_no.partition("\n")
        self.fields["title"].show_text(form.title)
        self.fields["id"].show_text(form.id)
        self.fields["heading"].show_text(form.heading.replace("\n", " "))
        self.fields["number"].show_text(number)
        self.fields["receiver"].show_text(receiver.replace("\n", " "))

    def _tell(self, name: str) -> None:
        assert self._form is not None
        text = {name: field.text() for name, field in self.fields.items()}
        if name in ("number", "receiver"):
            made = replace(self._form, form_no="\n".join(filter(None, (text["number"], text["receiver"]))))
        elif name == "heading":
            made = replace(self._form, heading=text[name])
        else:
            made = replace(self._form, title=text["title"], id=text["id"].strip())
        self._form = made
        self.edited.emit(made, name)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(STEP)
        grid.setVerticalSpacing(STEP - 2)
        places = {"title": (0, 0), "id": (0, 2), "receiver": (1, 4), "heading": (1, 0), "number": (1, 2)}
        for name, (line, across) in places.items():
            words = label(self.fields[name].accessibleName(), muted=True)
            words.setBuddy(self.fields[name])
            grid.addWidget(words, line, across)
            grid.addWidget(self.fields[name], line, across + 1)
        for name in ("id", "number"):
            self.fields[name].setFixedWidth(NARROW)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(5, 2)
