"""The window in which a scoring sheet is filled: points by keyboard, what they come to below, *Cất* (Ctrl+S)."""

from __future__ import annotations

import copy
import json
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QWidget

from exports.render.wording import decimal
from exports.render.wording import points as points_text
from exports.scoring.proofs import Proof
from exports.scoring.sheet import Sheet
from models.code_lists_rating import RATING_CLASS
from models.errors import UserError
from models.indicators.figures import behind
from models.indicators.scoring import SELF, UPPER, outcome, wrong_scores
from models.ledger.store import Store
from models.periods import Period
from models.record import line_of
from models.records.rating import UnitRating
from ui import messages
from ui.editing.editors import editor_for
from ui.pages.page import Window
from ui.scoring.score_rows import ScoreRows
from ui.scoring.score_table import ScoreTable
from ui.theme import STEP
from ui.widgets.room import fit
from ui.widgets.small import button, column, label, row

_SIDES = ((SELF, "Tự chấm"), (UPPER, "Cấp trên chấm"))
_FIELDS = ("disciplined", "rating_class")
WIDTH, HEIGHT = 1240, 720


class ScoringDialog(QDialog):
    """Emits `saved` with the number of the write and its name in the history."""

    saved = Signal(int, str)

    def __init__(
        self, window: Window, store: Store, sheet: Sheet, period: Period, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._store, self._period = window, store, period
        self.sheet = sheet
        self._untouched = _said(sheet.rating)
        self.setWindowTitle("Chấm điểm")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.rows = ScoreRows(sheet)
        self.table = ScoreTable(self.rows)
        self.totals = label(name="strong", wrap=True)
        self.reasons = label(muted=True, wrap=True)
        self.wrong = label(wrap=True)
        self.wrong.setProperty("fault", True)
        self._editors = {name: editor_for(store, UnitRating.fields[name]) for name in _FIELDS}
        self._lay_out()
        self.rows.edited.connect(self._show_result)
        self.table.evidence_wished.connect(self._offer_evidence)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save)
        fit(self, WIDTH, HEIGHT)
        self._show_result()
        self.table.begin()

    def save(self) -> bool:
        """Keeps the sheet and closes; or says what is wrong, and stays."""
        self.setFocus()  # an open cell is taken over first
        rating, faults = self.sheet.rating, self._wrong()
        if not faults and _said(rating) != self._untouched:
            name = f"Chấm điểm {self.sheet.unit.name_full} ({self._period.label})"
            try:
                with self._store.write(name) as write:
                    write.save(rating)
            except UserError as error:
                messages.refuse(self, error)
                return False
            self.saved.emit(write.number, name)
        if not faults:
            self.done(QDialog.DialogCode.Accepted)
        return not faults

    def reject(self) -> None:
        """Closes without keeping; asks first if something typed would be lost."""
        self.setFocus()
        same = _said(self.sheet.rating) == self._untouched and not self.rows.lines.faults()
        if same or messages.ask(
            self, "Bỏ những điểm vừa gõ?", "Điểm vừa gõ chưa được cất.", "Bỏ, không cất", "Gõ tiếp"
        ):
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible():
            event.ignore()
            self.reject()

    def _lay_out(self) -> None:
        heading = label(f"{self.sheet.scheme.title}: {self.sheet.unit.name_full}", name="title", wrap=True)
        hint = label(
            f"{self._period.label}. Gõ số vào cột điểm, Enter xuống mục dưới, Tab sang phải; "
            "bấm đúp vào minh chứng để xem các bản ghi; Ctrl+S: cất.",
            muted=True,
            wrap=True,
        )
        layout = column(heading, hint, self.table, into=self, spacing=STEP)
        layout.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        layout.setStretch(2, 1)
        layout.addLayout(self._whole_sheet())
        for part in (self.reasons, self.wrong):
            layout.addWidget(part)
        self.save_button = button("Cất", self.save, look="primary", sign="check")
        self.save_button.setToolTip("Ctrl+S hoặc Ctrl+Enter")
        foot = row(self.totals, button("Thôi", self.reject), self.save_button, spacing=STEP)
        foot.setStretch(0, 1)
        layout.addLayout(foot)

    def _whole_sheet(self) -> QHBoxLayout:
        """What is said of the unit as a whole."""
        line = row(spacing=STEP)
        for name, (editor, widget) in self._editors.items():
            editor.show_value(getattr(self.sheet.rating, name))
            editor.edited.connect(partial(self._take, name))
            widget.setMinimumWidth(230)
            line.addWidget(label(UnitRating.fields[name].label, muted=True))
            line.addWidget(widget)
            line.addSpacing(2 * STEP)
        line.addStretch(1)
        return line

    def _take(self, name: str) -> None:
        try:
            setattr(self.sheet.rating, name, self._editors[name][0].value())
        except ValueError:
            return  # still being typed
        self._show_result()

    def _wrong(self) -> list[str]:
        faults = [*self.rows.lines.faults(), *wrong_scores(self.sheet.scheme, self.sheet.rating)]
        for name, (editor, _widget) in self._editors.items():
            try:
                setattr(self.sheet.rating, name, editor.value())
            except ValueError as error:
                faults.append(f"{UnitRating.fields[name].label}: {error}")
        self.wrong.setText("\n".join(faults))
        self.wrong.setVisible(bool(faults))
        return faults

    def _show_result(self) -> None:
        """Says what the points come to, why no better class is proposed, and what may be lost."""
        scheme, rating = self.sheet.scheme, self.sheet.rating
        said: list[str] = []
        reasons: list[str] = []
        wrong = self._wrong()
        for side, name in _SIDES:
            found = outcome(scheme, rating, side)
            if side == SELF or found.total is not None:
                said.append(f"{name}: {_total(found.total)} / {points_text(scheme.full_score)} điểm")
                if found.share is not None:
                    said[-1] += f" ({decimal(found.share)}%)"
                if found.rating_class:
                    said[-1] += f" – đề nghị: {RATING_CLASS.label(found.rating_class)}"
                reasons += [each for each in found.reasons if each not in (*reasons, *wrong)]
        risks = [each for place in range(self.rows.rowCount()) if (each := self.rows.lines.at_risk(place)) is not None]
        if risks:
            said.append(f"Điểm có thể mất vì chưa có minh chứng: {points_text(sum(risks))}")
        self.totals.setText("      ".join(said))
        self.reasons.setText("\n".join(reasons))
        self.reasons.setVisible(bool(reasons))

    def _offer_evidence(self, place: int) -> None:
        """Opens the records of the only figure beside a line, or asks of which."""
        proofs = [each for each in self.rows.lines.proofs(place) if each.value]
        if len(proofs) == 1:
            self._show_records(proofs[0])
        elif proofs:
            menu = QMenu(self)
            for each in proofs:
                menu.addAction(f"{each.label}: {points_text(each.value or 0)}", partial(self._show_records, each))
            menu.popup(QCursor.pos())

    def _show_records(self, proof: Proof) -> None:
        if proof.figure is not None and (found := behind(self._store, proof.figure)):
            kind = found[0].kind
            self._window.show_records(proof.label, kind, [each.uid for each in found if each.kind == kind])


def _total(total: float | None) -> str:
    return points_text(total) if total is not None else "chưa chấm"


def _said(rating: UnitRating) -> str:
    """Everything on the sheet, scores in whatever order they were typed."""
    line = line_of(copy.deepcopy(rating))
    line["scores"] = sorted(line.get("scores", ()), key=lambda each: str(each["criterion"]))
    return json.dumps(line, ensure_ascii=False)
