"""What goes wrong is told in words wherever it was raised; the one window for crashes is for our own faults alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.errors import UserError
from ui import app, messages
from ui.dialogs.crash import CrashDialog
from ui.jobs import Jobs, Progress
from ui.widgets.busy import Busy, work_with_bar


def crash_windows() -> list[CrashDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, CrashDialog)]


def a_missing_file(folder: Path) -> OSError:
    try:
        (folder / "không còn.toml").unlink()
    except OSError as error:
        return error
    raise AssertionError


def test_what_a_click_was_refused_is_told_in_words(dressed: QApplication, tmp_path: Path) -> None:
    for error in (UserError("Biểu này không còn nữa."), a_missing_file(tmp_path)):
        with messages.answered(None) as asked:
            app.show_uncaught(type(error), error, None)
        assert asked == ["Chưa làm được"]
    assert crash_windows() == []


def test_our_own_fault_opens_the_window_for_crashes(
    dressed: QApplication, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    app.show_uncaught(KeyError, KeyError("document"), None)
    (shown,) = crash_windows()
    assert "KeyError" in capsys.readouterr().err
    shown.close()
    qtbot.waitUntil(lambda: crash_windows() == [])


def test_what_the_system_refused_beside_the_window_is_told_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    jobs, crashes = Jobs(), list[object]()
    jobs.crashed.connect(crashes.append)

    def work(_progress: Progress) -> None:
        raise a_missing_file(tmp_path)

    with messages.answered(None) as asked:
        jobs.start(work, lambda _nothing: None)
        qtbot.waitUntil(lambda: not jobs.is_busy)
    assert asked == ["Chưa làm được"] and crashes == []


def test_work_ends_quietly_when_its_window_has_gone(qtbot: QtBot) -> None:
    jobs, parent, ended = Jobs(), QWidget(), list[object]()
    work_with_bar(parent, jobs, "Đang làm", lambda _progress: 1, ended.append)
    (busy,) = parent.findChildren(Busy)
    with qtbot.waitSignal(busy.destroyed):
        parent.deleteLater()
    qtbot.waitUntil(lambda: ended == [1])
