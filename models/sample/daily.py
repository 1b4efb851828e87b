"""Daily work: tasks and reminders, surveys, what people talk about, incidents, benefits agreed with partners."""

from __future__ import annotations

from collections.abc import Iterator

from models.record import Record
from models.records.incident import Incident
from models.records.opinion import OpinionIssue
from models.records.survey import Survey
from models.records.task import Reminder, Task
from models.records.welfare_agreement import WelfareAgreement
from models.sample.great_days import REVIEW
from models.sample.scene import Scene
from models.sample.told import since_first, told
from models.sample.words_daily import BENEFITS, INCIDENTS, OPINIONS, REMINDERS, SURVEYS, TASKS


def daily(scene: Scene) -> Iterator[Record]:
    """All of it."""
    tasks = list(_tasks(scene))
    yield from tasks
    kept = {each.uid for each in tasks}
    for reminder in since_first(scene, told(Reminder, REMINDERS), "on"):
        reminder.about = reminder.about if reminder.about in kept else None
        yield reminder
    yield from since_first(scene, told(Survey, SURVEYS), "first_on")
    yield from since_first(scene, told(OpinionIssue, OPINIONS), "on")
    yield from since_first(scene, told(Incident, INCIDENTS), "on")
    yield from told(WelfareAgreement, BENEFITS)


def _tasks(scene: Scene) -> Iterator[Task]:
    for task in since_first(scene, told(Task, TASKS), "assigned_on"):
        if task.origin == "review":
            task.origin = scene.activity(REVIEW)
        yield task
