"""The next steps of the voice selected, as buttons in its card and entries of the menu; each asks for what it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from models.cases import CaseStep, Letter, carry_out, steps_for
from models.ledger.store import Store
from models.masks import hidden
from models.record import Field
from models.records.feedback import Feedback, FeedbackEvent
from models.records.official_document import OfficialDocument
from models.values import YES_NO
from ui.cases.case_panel import CasePanel
from ui.cases.timeline import timeline_html
from ui.editing.asking import AskDialog, Question
from ui.pages.page import Window
from ui.pages.record_list import RecordList

_ON = replace(Feedback.fields["replied_on"], name="on", key="on", label="Ngày")
_LETTER = Field("Ghi luôn công văn chuyển vào mục Văn bản", YES_NO, name="letter", key="letter")
_NUMBER = replace(OfficialDocument.fields["number"], label="Số công văn")
_HEADINGS = {
    "case-forward": "Chuyển ý kiến số {} đến nơi giải quyết",
    "case-merge": "Gộp ý kiến số {} vào ý kiến khác",
}
_SAID = {
    "case-forward": "Chuyển đến cơ quan, đơn vị có thẩm quyền. Công văn ghi kèm không nêu tên người có ý kiến.",
    "case-tell": "Ghi ngày đã báo kết quả cho người nêu ý kiến.",
    "case-merge": "Ý kiến này sẽ theo kết quả của ý kiến được gộp vào, và không đếm hai lần trong báo cáo.",
    "case-reopen": "Người nêu chưa đồng ý hoặc việc chưa xong: ý kiến lại thành đang xử lý.",
}


class CaseDesk:
    """Serves the list of voices."""

    strip: QWidget | None = None

    def __init__(self, window: Window, shown: RecordList) -> None:
        self._window, self._list = window, shown
        self._voice: Feedback | None = None
        self.panel = CasePanel()
        self.panel.step_wished.connect(self.take)
        self.panel.look_wished.connect(self._show_secret)
        shown.card.add_tools(self.panel, self.panel.all_steps)
        shown.card.above = lambda record: timeline_html(self._store, record) if isinstance(record, Feedback) else ""

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """The steps that may be taken now."""
        return {step.name: partial(self.take, step) for step in self._steps()}

    def follow(self) -> None:
        """Shows the steps of the voice selected; what is kept secret is hidden again."""
        uid, store = self._list.table.chosen, self._window.store
        found = store.read_many(Feedback, [uid]) if store is not None and uid else []
        self._voice = found[0] if found else None
        self.panel.show_steps(self._steps(), has_secret=bool(self._voice and hidden(self._voice)))

    def take(self, step: CaseStep) -> AskDialog | None:
        """Asks for what the step needs and takes it."""
        voice, store = self._voice, self._window.store
        if voice is None or store is None:
            return None

        def act(said: dict[str, Any]) -> None:
            on, letter, number = said.pop(step.day), said.pop("letter", False), said.pop("number", None)
            given = Letter(number, "CV-CĐCS") if letter and not said.get("forward_doc") else None
            written = carry_out(store, voice, step, on, said, given)
            self._window.say(f"Đã ghi: {step.words.lower()}, ý kiến {voice.code or ''}", written)

        heading = _HEADINGS.get(step.name, f"{step.words}: ý kiến số {{}}").format(voice.code or "")
        said = _SAID.get(step.name, "")
        asked = AskDialog(store, Feedback, heading, said, _questions(step, voice), _yes(step), act, self._list.window())
        asked.open()
        return asked

    def _show_secret(self) -> None:
        self._list.card.show_hidden()
        self.panel.show_steps(self._steps(), has_secret=False)

    def _steps(self) -> list[CaseStep]:
        return steps_for(self._voice) if self._voice is not None else []

    @property
    def _store(self) -> Store:
        assert self._window.store is not None
        return self._window.store


def _questions(step: CaseStep, voice: Feedback) -> list[Question]:
    """The day first, then what belongs to the step; a former value is proposed, but no former answer."""
    asked = [Question(Feedback.fields.get(step.day, _ON), date.today(), True)]
    for name in step.asks:
        value = None if step.name == "case-reopen" else getattr(voice, name)
        asked.append(Question(Feedback.fields[name], value, name in step.needs))
    if step.note:
        asked.append(Question(FeedbackEvent.fields["note"], None, "note" in step.needs, step.note))
    if step.name == "case-forward":
        asked += [Question(_LETTER, False), Question(_NUMBER, only_with="letter")]
    return asked


def _yes(step: CaseStep) -> str:
    return {"Chuyển đến": "Chuyển", "Gộp vào": "Gộp", "Báo lại người nêu": "Ghi đã báo lại"}.get(step.words, step.words)
