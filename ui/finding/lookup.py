"""Asks the ledger beside the window; a newer question stops the one under way, and only the last answer is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from models.ledger.question import Dropped, Question
from ui.jobs import Jobs


class Lookup:
    """One box to type in has one of these."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        self._jobs = jobs
        self._question: Question | None = None
        parent.destroyed.connect(lambda: self.drop())

    @property
    def is_busy(self) -> bool:
        """True while an answer is waited for."""
        return self._question is not None

    def ask(self, answer: Callable[[Question], Any], then: Callable[[Any], None]) -> None:
        """Calls `then` on the window's thread with what `answer` found, unless something newer was asked."""
        self.drop()
        question = self._question = Question()

        def tell(found: Any) -> None:
            if question is self._question:
                self._question = None
                then(found)

        def fail(error: BaseException) -> None:
            if question is self._question:
                self._question = None
            if not isinstance(error, Dropped):
                self._jobs.complain(error)

        self._jobs.look(lambda _progress: answer(question), tell, fail)

    def drop(self) -> None:
        """Nothing is wanted any more."""
        if self._question is not None:
            self._question.drop()
            self._question = None
