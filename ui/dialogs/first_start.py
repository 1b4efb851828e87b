"""The first start: the own unit and where its ledger lies, or one click to look at invented records."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QStackedWidget, QWidget

from models.errors import Refused, UserError
from models.ledger.file import create, open_ledger
from models.ledger.file_system import ENDING
from models.vietnamese import folded
from ui import messages, settings
from ui.dialogs.own_unit import OwnUnit
from ui.icons import emblem, picture
from ui.jobs import Jobs
from ui.theme import STEP, TONES, wide
from ui.widgets.busy import work_with_bar
from ui.widgets.room import fit
from ui.widgets.small import button, column, label, row

SAMPLE = "so-mau" + ENDING


class FirstStart(QDialog):
    """Emits `made` with an open ledger, or `open_wished` if she has one already."""

    made = Signal(object)
    open_wished = Signal()

    def __init__(self, parent: QWidget, jobs: Jobs) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sổ Công đoàn")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, wide(760), wide(560))
        self._jobs = jobs
        self._chosen_place: Path | None = None
        self.unit = OwnUnit()
        self.unit.edited.connect(self._propose_place)
        self._place = label(wrap=True)
        self.fault = label(wrap=True)
        self.fault.setProperty("fault", True)
        self.fault.hide()
        self._steps = QStackedWidget()
        self._steps.addWidget(self._welcome())
        self._steps.addWidget(self._own_unit())
        column(self._steps, into=self, margin=4 * STEP)
        self._propose_place()

    @property
    def place(self) -> Path:
        """Where the ledger will lie."""
        slug = "-".join(folded(self.unit.code.text() or "so-cong-doan").split()).replace("/", "-")
        return self._chosen_place or settings.ledger_folder() / f"{slug}{ENDING}"

    def show_own_unit(self) -> None:
        """Goes to the page on which the unit is named."""
        self._steps.setCurrentIndex(1)
        self.unit.name.setFocus()

    def make(self) -> None:
        """Makes the ledger and closes; or says what is missing."""
        try:
            unit, superior = self.unit.units()
            self.place.parent.mkdir(parents=True, exist_ok=True)
            store = create(self.place, unit)
            if superior is not None:
                with store.write(f"Khai công đoàn cấp trên “{superior.name_full}”") as write:
                    unit.parent = superior.uid
                    write.save(superior)
                    write.save(unit)
        except Refused as refused:
            self._complain("\n".join(str(fault) for fault in refused.faults))
        except UserError as error:
            self._complain(str(error))
        except OSError:
            self._complain(f"Không tạo được thư mục “{self.place.parent}”. Hãy chọn nơi khác.")
        else:
            self.made.emit(store)
            self.accept()

    def show_sample(self) -> None:
        """Makes a ledger of invented records beside the window, or opens the one made before."""
        path = settings.ledger_folder() / SAMPLE
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            self._open(path)
            return
        from models.sample.make import make_sample

        work_with_bar(
            self,
            self._jobs,
            "Đang chuẩn bị dữ liệu mẫu",
            lambda progress: make_sample(path, progress=progress),
            lambda _made: self._open(path),
        )

    def choose_place(self) -> None:
        """Lets her put the ledger elsewhere."""
        chosen = messages.file_to_save(self, "Nơi lưu sổ", messages.LEDGERS, self.place)
        if chosen is not None:
            self._chosen_place = chosen
            self._propose_place()

    def _open(self, path: Path) -> None:
        try:
            store = open_ledger(path)
        except UserError as error:
            messages.refuse(self, error, "Chưa mở được sổ mẫu")
            return
        self.made.emit(store)
        self.accept()

    def _propose_place(self) -> None:
        self._place.setText(str(self.place))

    def _complain(self, reason: str) -> None:
        self.fault.setText(reason)
        self.fault.show()

    def _welcome(self) -> QWidget:
        sign = QLabel()
        sign.setPixmap(emblem(48))
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = label("Chào mừng đến với Sổ Công đoàn", name="heading")
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = label(
            "Ghi hoạt động một lần, cuối quý có ngay báo cáo. Mọi dữ liệu nằm trên máy này.", muted=True, wrap=True
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        own = _way(
            "building",
            "Lập sổ của đơn vị tôi",
            "Khai tên đơn vị, chọn nơi lưu rồi bắt đầu ghi. Mất khoảng một phút.",
            button("Bắt đầu", self.show_own_unit, look="primary"),
        )
        sample = _way(
            "star",
            "Xem dữ liệu mẫu",
            "Mở một sổ đã ghi sẵn hai năm của một công đoàn cơ sở tưởng tượng để làm thử.",
            button("Xem thử", self.show_sample),
        )
        ways = row(own, sample, spacing=2 * STEP)
        page = QWidget()
        layout = column(None, sign, heading, words, into=page, spacing=STEP + 4)
        layout.addSpacing(STEP)
        layout.addLayout(ways)
        layout.addLayout(row(None, button("Tôi đã có sổ, mở tệp…", self._open_other, look="flat"), None))
        layout.addStretch(1)
        return page

    def _own_unit(self) -> QWidget:
        page = QWidget()
        layout = column(label("Đơn vị của bạn", name="heading"), self.unit, into=page, spacing=2 * STEP)
        place = row(spacing=2 * STEP)
        place.addLayout(column(label("Sổ sẽ lưu ở", small=True), self._place, spacing=4), 1)
        place.addWidget(button("Chọn nơi khác…", self.choose_place))
        layout.addLayout(place)
        layout.addWidget(self.fault)
        layout.addStretch(1)
        back: Callable[[], None] = lambda: self._steps.setCurrentIndex(0)  # noqa: E731
        layout.addLayout(row(button("Quay lại", back), None, button("Lập sổ", self.make, look="primary", sign="check")))
        return page

    def _open_other(self) -> None:
        self.reject()
        self.open_wished.emit()


def _way(sign: str, heading: str, words: str, action: QWidget) -> QFrame:
    drawing = QLabel()
    drawing.setPixmap(picture(sign, TONES.accent, 32))
    frame = QFrame()
    frame.setObjectName("card")
    title = label(heading, name="title")
    layout = column(drawing, title, label(words, muted=True, wrap=True), into=frame, margin=3 * STEP)
    layout.addSpacing(STEP)
    layout.addStretch(1)
    layout.addWidget(action)
    return frame
