"""A section of a report in words: read, with figures that open their records; and written anew in its place."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QVBoxLayout

from exports.prose import Passage, Piece, Text, said
from ui.reports.paper import LETTERS, Face, paper_font
from ui.theme import LIGHT, STEP
from ui.widgets.small import button, column, label, row

INDENT, EDITOR_LINES = 28, 7
NOT_PRINTED = "Chưa có nội dung nên mục này không in."
CHANGED = "Số liệu đã thay đổi sau khi bạn viết đoạn này. Câu mẫu theo số liệu hiện nay:"


class PassageView(QFrame):
    """Emits `followed` with the piece clicked, `edit_wished`, `written` with a text, `pattern_wished`, `closed`."""

    followed = Signal(object)
    edit_wished = Signal(object)
    written = Signal(object, str)
    pattern_wished = Signal(object)
    closed = Signal()

    def __init__(self, passage: Passage) -> None:
        super().__init__()
        self.passage = passage
        self._pieces: list[Piece] = []
        self.editor: PassageEditor | None = None
        self.body = self._words()
        self.edit_button = button("Sửa" if passage.text else "Viết", self.open_editor, look="flat", sign="pencil")
        self.edit_button.setAccessibleName(f"Sửa mục {passage.title}")
        is_group = passage.level > 0 and not passage.pattern and not passage.hint and not passage.text
        if is_group:
            self.edit_button.hide()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        head = row(self._heading(), self.edit_button)
        head.setStretch(0, 1)
        head.setAlignment(self.edit_button, Qt.AlignmentFlag.AlignTop)
        self._lines.addLayout(head)
        self._lines.addWidget(self.body)
        self._add_notes()

    def open_editor(self, text: str | None = None) -> None:
        """Opens the editor in the place of the text; `text` was being written before the report was filled anew."""
        self.editor = PassageEditor(self.passage, said(self.passage.text) if text is None else text)
        self.editor.saved.connect(lambda written: self.written.emit(self.passage, written))
        self.editor.given_up.connect(self.close_editor)
        self.body.hide()
        self.edit_button.hide()
        self._lines.insertWidget(1, self.editor)
        self.editor.letters.setFocus()
        self.edit_wished.emit(self.passage)

    def close_editor(self) -> None:
        """Shows the text again as it was."""
        if self.editor is not None:
            self.editor.deleteLater()
            self.editor = None
        self.body.show()
        self.edit_button.show()
        self.closed.emit()

    def _heading(self) -> QLabel:
        """As printed; of what has no heading on paper its name, small."""
        if self.passage.heading:
            heading = _on_paper(QLabel(self.passage.heading), bold=True)
            heading.setTextFormat(Qt.TextFormat.PlainText)
            return heading
        name = (
            self.passage.title[:1] + self.passage.title[1:].lower() if self.passage.level == 1 else self.passage.title
        )
        return _on_paper(label(name, small=True, wrap=True), tone=LIGHT.muted)

    def _words(self) -> QLabel:
        words = _on_paper(QLabel())
        words.setTextFormat(Qt.TextFormat.RichText)
        flags = Qt.TextInteractionFlag
        words.setTextInteractionFlags(flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard)
        words.linkActivated.connect(lambda link: self.followed.emit(self._pieces[int(link)]))
        if self.passage.text:
            words.setText(self._rich(self.passage.text))
        elif not self.passage.level or self.passage.pattern or self.passage.hint:
            words.setText(f'<span style="color: {LIGHT.muted}">{escape(f"{NOT_PRINTED} {self.passage.hint}")}</span>')
        else:
            words.hide()
        return words

    def _add_notes(self) -> None:
        if not self.passage.written:
            return
        outdated = self.passage.outdated
        note = label(CHANGED if outdated else "Đoạn này do bạn viết.", small=True, wrap=True)
        _on_paper(note, tone=LIGHT.danger if outdated else LIGHT.muted)
        back = button("Dùng câu mẫu", lambda: self.pattern_wished.emit(self.passage), look="flat", sign="undo")
        self._lines.addLayout(row(note, back, None))
        if outdated:
            self._lines.addWidget(_on_paper(label(said(self.passage.pattern), wrap=True), tone=LIGHT.muted))

    def _rich(self, text: Text) -> str:
        indent = INDENT if self.passage.part == "body" else 0
        lines = []
        for paragraph in text:
            words = "".join(map(self._linked, paragraph.pieces))
            lines.append(f'<p align="justify" style="text-indent: {indent}px; margin: 3px 0">{words}</p>')
        return "".join(lines)

    def _linked(self, piece: Piece) -> str:
        if piece.figure is None and piece.record is None:
            return escape(piece.text)
        self._pieces.append(piece)
        weight = "600" if piece.figure is not None else "400"
        look = f"color: {LIGHT.accent}; text-decoration: none; font-weight: {weight}"
        return f'<a href="{len(self._pieces) - 1}" style="{look}">{escape(piece.text)}</a>'


class PassageEditor(QFrame):
    """Emits `saved` with the text, or `given_up`. Ctrl+Enter keeps it, Escape leaves it as it was."""

    saved = Signal(str)
    given_up = Signal()

    def __init__(self, passage: Passage, text: str) -> None:
        super().__init__()
        self._before = said(passage.text)
        self.letters = _Letters(text)
        self.letters.setFont(paper_font(Face(LETTERS)))
        self.letters.setTabChangesFocus(True)
        self.letters.setAccessibleName(passage.title)
        self.letters.setMinimumHeight(EDITOR_LINES * self.letters.fontMetrics().lineSpacing())
        hint = _on_paper(label(passage.hint, small=True, wrap=True), tone=LIGHT.muted)
        if not passage.hint:
            hint.hide()
        keep = button("Lưu", self.save, look="primary")
        keep.setToolTip("Lưu đoạn này (Ctrl+Enter)")
        column(hint, self.letters, into=self, spacing=STEP).addLayout(row(None, button("Bỏ", self.given_up.emit), keep))
        self.letters.kept.connect(self.save)
        self.letters.left.connect(self.given_up)

    @property
    def is_changed(self) -> bool:
        """True if something would be lost."""
        return self.letters.toPlainText().strip() != self._before.strip()

    def save(self) -> None:
        """Hands the text over, or closes if it is as it was."""
        if self.is_changed:
            self.saved.emit(self.letters.toPlainText())
        else:
            self.given_up.emit()


class _Letters(QPlainTextEdit):
    """Emits `kept` for Ctrl+Enter, `left` for Escape."""

    kept = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if with_control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _on_paper(words: QLabel, *, bold: bool = False, tone: str = LIGHT.text) -> QLabel:
    """Letters of the printed paper on white, whatever the look of the window."""
    words.setFont(paper_font(Face(LETTERS, bold)))
    words.setStyleSheet(f"color: {tone}; background: transparent;")
    words.setWordWrap(True)
    return words
