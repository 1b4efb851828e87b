"""The text of a report on the screen: its sections one below the other, each to be read, followed or written anew."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from exports.document import Report
from exports.prose import Passage, Piece
from ui.reports.passage import PassageView
from ui.theme import LIGHT, STEP, TONES, wide
from ui.widgets.small import row

PAPER_WIDTH, MARGIN = 780, 4 * STEP


class TextSheet(QScrollArea):
    """Emits `followed` (section, piece) for a figure or record, `written` (report, section, text), `pattern_wished`."""

    followed = Signal(object, object)
    written = Signal(object, object, str)
    pattern_wished = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._report: Report | None = None
        self.views: list[PassageView] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Lời văn báo cáo")
        self.setStyleSheet(f"QScrollArea {{ background: {TONES.line}; }}")

    def show_report(self, report: Report) -> None:
        """Shows the text of a report; what is being written in it stays open, of another one it is kept first."""
        former, draft = self._report, self._draft()
        same = former is not None and (former.form, former.period) == (report.form, report.period)
        if draft is not None and not same:
            self.keep_draft()
        place = self.verticalScrollBar().value() if same else 0
        self._report = report
        self._lay(report)
        if draft is not None and same:
            self._reopen(*draft)
        self.verticalScrollBar().setValue(place)

    def keep_draft(self) -> None:
        """Hands over what is being written, before it would be out of sight."""
        for view in self.views:
            if view.editor is not None and view.editor.is_changed:
                self.written.emit(self._report, view.passage, view.editor.letters.toPlainText())
                view.close_editor()

    def view(self, key: str) -> PassageView:
        """The section with this key."""
        return next(view for view in self.views if view.passage.key == key)

    def _draft(self) -> tuple[str, str] | None:
        for view in self.views:
            if view.editor is not None and view.editor.is_changed:
                return view.passage.key, view.editor.letters.toPlainText()
        return None

    def _reopen(self, key: str, text: str) -> None:
        for view in self.views:
            if view.passage.key == key and text.strip() != "\n".join(each.text for each in view.passage.text):
                view.open_editor(text)

    def _lay(self, report: Report) -> None:
        self.views = [self._view(passage) for passage in report.passages]
        paper = QFrame()
        paper.setObjectName("paper")
        paper.setStyleSheet(f"QFrame#paper {{ background: {LIGHT.surface}; }}")
        paper.setMaximumWidth(wide(PAPER_WIDTH))
        lines = QVBoxLayout(paper)
        lines.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        lines.setSpacing(STEP)
        for view in self.views:
            lines.addWidget(view)
        desk = QWidget()
        desk.setObjectName("desk")
        desk.setStyleSheet(f"QWidget#desk {{ background: {TONES.line}; }}")
        around = row(None, paper, None, into=desk, margin=2 * STEP)
        around.setStretch(1, 1000)
        around.setAlignment(paper, Qt.AlignmentFlag.AlignTop)
        self.setWidget(desk)

    def _view(self, passage: Passage) -> PassageView:
        view = PassageView(passage)
        view.followed.connect(lambda piece: self._follow(passage, piece))
        view.edit_wished.connect(lambda _passage: self._only_one(view))
        view.closed.connect(lambda: self._allow(True))
        view.written.connect(lambda _passage, text: self.written.emit(self._report, passage, text))
        view.pattern_wished.connect(lambda _passage: self.pattern_wished.emit(self._report, passage))
        return view

    def _follow(self, passage: Passage, piece: Piece) -> None:
        self.followed.emit(passage, piece)

    def _only_one(self, opened: PassageView) -> None:
        """One section is written at a time."""
        self._allow(False)
        self.ensureWidgetVisible(opened)

    def _allow(self, allowed: bool) -> None:
        for view in self.views:
            view.edit_button.setEnabled(allowed)
