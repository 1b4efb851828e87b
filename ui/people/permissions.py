"""Which guarded personal data this ledger keeps of members, what for and on which ground; nothing else is asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QGridLayout, QLineEdit, QScrollArea, QWidget

from models.code_lists_people import LEGAL_BASIS, SENSITIVE
from models.errors import UserError
from models.guarded import numbers
from models.ledger.personal import unexplained
from models.ledger.store import Store
from models.records.unit import OrgPermission
from ui.editing.choices import ChoiceEditor, offer_of
from ui.guarded.keeping import NumbersPanel
from ui.theme import STEP, wide
from ui.widgets.room import fit
from ui.widgets.small import button, column, label, row, rule

_SAID = (
    "Luật Bảo vệ dữ liệu cá nhân yêu cầu chỉ ghi những gì thật cần, có mục đích và căn cứ. "
    "Đánh dấu thông tin nào thì phiếu đoàn viên mới hỏi thông tin ấy."
)
_NEEDS = "{}: hãy ghi cả mục đích và căn cứ."
_NAMED = 3


class PermissionsDialog(QDialog):
    """Calls `say` with what was written and the number of the write."""

    def __init__(self, store: Store, say: Callable[[str, int | None], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Thông tin cá nhân được ghi")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._say = store, say
        self.lines: dict[str, tuple[QCheckBox, QLineEdit, ChoiceEditor]] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * STEP)
        self._grid.setVerticalSpacing(STEP)
        self._grid.setColumnStretch(1, 1)
        for column_, text in enumerate(("Thông tin", "Ghi để làm gì", "Căn cứ")):
            self._grid.addWidget(label(text, muted=True, small=True), 0, column_)
        kept = {each.item: each for each in store.own_unit().permissions}
        for place, item in enumerate((each for each in SENSITIVE if each != numbers.ITEM), 1):
            self._add_line(place, str(item), kept.get(str(item)))
        self.numbers = NumbersPanel(store, lambda said: say(said, None))
        self.faults = label(_left_without_reason(store), wrap=True)
        self.faults.setProperty("fault", True)
        self.faults.setVisible(bool(self.faults.text()))
        heading = label("Thông tin cá nhân được ghi", name="title")
        layout = column(heading, label(_SAID, muted=True, wrap=True), into=self, margin=3 * STEP, spacing=STEP + 4)
        layout.addWidget(self._middle(), 1)
        layout.addWidget(self.faults)
        self.agree = button("Cất", self.save, look="primary", sign="check")
        self.agree.setToolTip("Ctrl+S")
        layout.addLayout(row(None, button("Thôi", self.reject), self.agree))
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save)
        fit(self, wide(780), layout.totalHeightForWidth(wide(780)))

    def save(self) -> None:
        """Writes what is ticked; or says what is missing, or at whom something still stands, and stays."""
        self.setFocus()
        faults, permissions = [], []
        for item, (box, purpose, basis) in self.lines.items():
            if not box.isChecked():
                continue
            ground = _value(basis)
            if not purpose.text().strip() or ground is None:
                faults.append(_NEEDS.format(SENSITIVE.label(item)))
            permissions.append(OrgPermission(item=item, purpose=purpose.text().strip(), legal_basis=ground))
        if not faults:
            faults = self._write(permissions)
        self.faults.setText("\n".join(faults))
        self.faults.setVisible(bool(faults))
        if not faults:
            self.accept()

    def _middle(self) -> QScrollArea:
        """What is asked; where the screen is low, it is moved up and down."""
        inside = QWidget()
        inside.setObjectName("page")
        layout = column(into=inside, spacing=STEP + 4)
        layout.addLayout(self._grid)
        layout.addWidget(rule())
        layout.addWidget(self.numbers)
        layout.addStretch(1)
        area = _TallArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def _write(self, permissions: list[OrgPermission]) -> list[str]:
        own = self._store.own_unit()
        own.permissions = permissions + [each for each in own.permissions if each.item == numbers.ITEM]
        try:
            with self._store.write("Sửa thông tin cá nhân được ghi") as write:
                write.save(own)
        except UserError as error:
            return str(error).splitlines()
        left = _left_without_reason(self._store)
        self._say(f"Đã cất. {left}" if left else "Đã cất: thông tin cá nhân được ghi", write.number)
        return []

    def _add_line(self, place: int, item: str, kept: OrgPermission | None) -> None:
        box = QCheckBox(SENSITIVE.label(item))
        box.setChecked(kept is not None)
        purpose = QLineEdit((kept.purpose or "") if kept else "")
        purpose.setPlaceholderText("ví dụ: Liên hệ khi có việc gấp")
        purpose.setAccessibleName(f"Ghi {SENSITIVE.label(item)} để làm gì")
        basis = ChoiceEditor(offer_of(LEGAL_BASIS), LEGAL_BASIS.label)
        basis.setMinimumWidth(wide(230))
        basis.show_value(kept.legal_basis if kept else None)
        self.lines[item] = (box, purpose, basis)
        for column_, each in enumerate((box, purpose, basis)):
            self._grid.addWidget(each, place, column_)
        for each in (purpose, basis):
            each.setEnabled(box.isChecked())
            box.toggled.connect(each.setEnabled)


def _left_without_reason(store: Store) -> str:
    """Of whom something is kept without reasons; "" for nobody."""
    with store.reading() as connection:
        found = unexplained(connection)
    named = "; ".join(
        f"{title} ({', '.join(each.label.lower() for each in fields)})" for _uid, title, fields in found[:_NAMED]
    )
    more = f" và {len(found) - _NAMED} người khác" if len(found) > _NAMED else ""
    return f"Còn ghi mà chưa nêu mục đích và căn cứ: {named}{more}." if found else ""


def _value(basis: ChoiceEditor) -> str | None:
    try:
        found: str | None = basis.value()
    except ValueError:
        return None
    return found


class _TallArea(QScrollArea):
    """Would like to show all that is in it."""

    def sizeHint(self) -> QSize:
        inside = self.widget()
        return inside.sizeHint() if inside is not None else super().sizeHint()
