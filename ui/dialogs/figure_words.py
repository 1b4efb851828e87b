"""The window in which she says something at a figure: a sentence that is printed, or another number with its reason."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from models.amendments import keep_cell
from models.errors import Refused
from models.ledger.store import Store
from models.records.report import ReportCell
from models.values import DECIMAL
from ui.theme import STEP
from ui.widgets.small import button, column, label, row

WIDTH, LINES = 560, 90
OURS = (
    "In dưới biểu, có số thứ tự ở cột Ghi chú.",
    "Trên giấy chỉ in số này; trên màn hình số được đánh dấu.",
)
THEIRS = (
    "Giữ trong sổ và bản đã gửi, không ghi vào tệp của cấp trên.",
    "Ghi vào ô của biểu thay cho số tính được.",
)


class FigureWords(QDialog):
    """Keeps what was said when closed with *Cất*; `number` is then the number of the write."""

    def __init__(
        self,
        store: Store,
        cell: ReportCell,
        named: str,
        shown: str,
        parent: QWidget | None = None,
        *,
        printed: bool = True,
    ) -> None:
        """`named` is the figure in words, `shown` what was computed; `printed`: the form is ours and prints remarks."""
        super().__init__(parent)
        self.setWindowTitle("Ghi chú và số sửa tay")
        self.setMinimumWidth(WIDTH)
        self._store, self._cell, self._named = store, cell, named
        self.number: int | None = None
        self.remark, self.reason = QPlainTextEdit(cell.remark or ""), QPlainTextEdit(cell.override_reason or "")
        for each in (self.remark, self.reason):
            each.setFixedHeight(LINES)
            each.setTabChangesFocus(True)
        self.figure = QLineEdit(DECIMAL.shown(cell.override))
        self.figure.setPlaceholderText(f"để trống: {shown}")
        self.fault = label(wrap=True)
        self.fault.setProperty("fault", True)
        self.fault.hide()
        self._lay_out(shown, OURS if printed else THEIRS)
        self.remark.setFocus()

    def save(self) -> None:
        """Keeps it and closes; or says what is wrong, and stays."""
        try:
            self._cell.override = _number(self.figure.text())
        except ValueError:
            self._complain("Số sửa tay phải là số, ví dụ 1.250 hoặc 12,5.")
            return
        self._cell.remark = self.remark.toPlainText().strip() or None
        self._cell.override_reason = self.reason.toPlainText().strip() or None
        try:
            self.number = keep_cell(self._store, self._cell, self._named)
        except Refused as refused:
            self._complain(str(refused))
            return
        self.accept()

    def _lay_out(self, shown: str, hints: tuple[str, str]) -> None:
        layout = column(label(self._named, name="title", wrap=True), into=self, margin=3 * STEP, spacing=STEP)
        layout.addWidget(label(f"Chương trình tính: {shown}", muted=True))
        layout.addSpacing(STEP)
        for words, hint, part in (
            ("Ghi chú", hints[0], self.remark),
            ("Số sửa tay", hints[1], self.figure),
            ("Lý do sửa số", "Chỉ giữ trong sổ, không in ra.", self.reason),
        ):
            layout.addLayout(row(label(words, name="strong"), label(hint, muted=True, small=True), None, spacing=STEP))
            layout.addWidget(part)
        layout.addWidget(self.fault)
        layout.addSpacing(STEP)
        save = button("Cất", self.save, look="primary", sign="check")
        save.setDefault(True)
        layout.addLayout(row(None, button("Thôi", self.reject), save))

    def _complain(self, reason: str) -> None:
        self.fault.setText(reason)
        self.fault.show()


def _number(text: str) -> float | None:
    """The number typed as she writes it: 1.250,5. ValueError if it is none."""
    plain = text.strip().replace(" ", "").replace(".", "").replace(",", ".")
    return float(DECIMAL.read(float(plain))) if plain else None
