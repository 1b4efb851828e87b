"""Whether identity numbers are kept: what for, under which password; and that they are kept no more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from models.code_lists_people import LEGAL_BASIS
from models.errors import UserError
from models.guarded import numbers
from models.ledger.store import Store
from models.values import grouped
from ui import messages
from ui.editing.choices import ChoiceEditor, offer_of
from ui.guarded.password_dialog import APART, PasswordDialog, captioned
from ui.guarded.unlocking import RestLock
from ui.theme import STEP
from ui.widgets.small import button, column, label, row

_OFF = (
    "Sổ này không lưu số căn cước. Nếu bật, mỗi số chỉ được cất ở dạng đã khóa bằng mật khẩu của bạn: trong sổ, trong "
    "bản sao lưu và trong tệp xuất ra đều không ai đọc được."
)
_WARNING = (
    "Hãy giữ kỹ mật khẩu. Quên mật khẩu là MẤT các số căn cước đã ghi: không ai, kể cả người làm chương trình, mở lại "
    "được. Mọi dữ liệu khác của sổ không bị ảnh hưởng."
)
_CHANGE = (
    "Các số đã ghi giữ nguyên, chỉ đổi mật khẩu mở chúng. Bản sao lưu và tệp đã xuất trước đây vẫn mở bằng mật khẩu cũ."
)
_DELETE = (
    "Các số sẽ bị xóa khỏi sổ và khỏi lịch sử, KHÔNG lấy lại được, kể cả bằng hoàn tác. Bản sao lưu và tệp đã xuất "
    "trước đây là tệp riêng, vẫn giữ các số ở dạng đã khóa."
)


class NumbersPanel(QFrame):
    """Says how it stands, with the steps that are possible now. Calls `say` with what was done."""

    def __init__(self, store: Store, say: Callable[[str], object]) -> None:
        super().__init__()
        self._store, self._say = store, say
        self.said = label(wrap=True, muted=True)
        self.on_button = button("Lưu số căn cước…", self.switch_on, sign="lock")
        self.change_button = button("Đổi mật khẩu…", self.change, sign="pencil")
        self.off_button = button("Thôi lưu, xóa các số…", self.switch_off, look="danger", sign="trash")
        layout = column(label("Số căn cước", name="strong"), self.said, into=self, spacing=STEP)
        layout.addLayout(row(self.on_button, self.change_button, self.off_button, None))
        self.show_state()

    def show_state(self) -> None:
        """Says how it stands now."""
        kept = numbers.permission(self._store)
        self.on_button.setVisible(kept is None)
        for each in (self.change_button, self.off_button):
            each.setVisible(kept is not None)
        if kept is None:
            self.said.setText(_OFF)
            return
        state = "đang mở" if self._store.safe.is_open else "đang khóa"
        ground = LEGAL_BASIS.label(kept.legal_basis) if kept.legal_basis else ""
        self.said.setText(
            f"Đang lưu của {grouped(numbers.count(self._store))} đoàn viên, {state}. Mục đích: {kept.purpose}. "
            f"Căn cứ: {ground}."
        )

    def switch_on(self) -> PasswordDialog:
        """Asks for purpose, basis and password."""
        purpose = QLineEdit()
        purpose.setPlaceholderText("ví dụ: Cấp thẻ đoàn viên")
        purpose.setAccessibleName("Ghi để làm gì")
        basis = ChoiceEditor(offer_of(LEGAL_BASIS), LEGAL_BASIS.label)
        basis.setAccessibleName("Căn cứ")

        def act(typed: list[str]) -> None:
            _switch_on(self._store, purpose.text().strip(), _chosen(basis), *typed)
            RestLock(self._store.safe)
            self._tell("Đã bật lưu số căn cước, đang mở khóa")

        fields = QWidget()
        row(captioned(purpose), captioned(basis), into=fields, spacing=2 * STEP)
        above = [fields, label(_WARNING, wrap=True)]
        lines = [f"Mật khẩu (ít nhất {numbers.SHORTEST} ký tự)", "Gõ lại mật khẩu"]
        asked = PasswordDialog("Lưu số căn cước", _OFF, lines, "Bắt đầu lưu", act, self.window(), above=above)
        purpose.setFocus()
        asked.open()
        return asked

    def change(self) -> PasswordDialog:
        """Asks for the password in use and the new one."""

        def act(typed: list[str]) -> None:
            old, new, again = typed
            if new != again:
                raise UserError(APART)
            numbers.change_password(self._store, old, new)
            RestLock(self._store.safe)
            self._tell("Đã đổi mật khẩu số căn cước")

        lines = ["Mật khẩu đang dùng", f"Mật khẩu mới (ít nhất {numbers.SHORTEST} ký tự)", "Gõ lại mật khẩu mới"]
        asked = PasswordDialog("Đổi mật khẩu số căn cước", _CHANGE, lines, "Đổi", act, self.window())
        asked.open()
        return asked

    def switch_off(self) -> None:
        """Deletes the numbers, after asking."""
        count = grouped(numbers.count(self._store))
        if not messages.ask(self.window(), f"Xóa số căn cước của {count} đoàn viên?", _DELETE, "Xóa hẳn, thôi lưu"):
            return
        try:
            numbers.switch_off(self._store)
        except UserError as error:
            messages.refuse(self.window(), error)
        else:
            self._tell(f"Đã xóa số căn cước của {count} đoàn viên, từ nay không lưu nữa")

    def _tell(self, said: str) -> None:
        self.show_state()
        self._say(said)


def _switch_on(store: Store, purpose: str, ground: str | None, password: str, again: str) -> None:
    if not purpose or ground is None:
        raise UserError("Hãy ghi số căn cước dùng để làm gì và chọn căn cứ trong danh sách.")
    if password != again:
        raise UserError(APART)
    numbers.switch_on(store, password, purpose, ground)


def _chosen(basis: ChoiceEditor) -> str | None:
    try:
        found: str | None = basis.value()
    except ValueError:
        return None
    return found
