"""F1 opens the help of the page that is shown; every topic is there, in Vietnamese, with nothing left unread."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.actions import MENUS
from ui.dialogs.help import KEYS, HelpDialog, topics
from ui.main_window import MainWindow


def _shown() -> HelpDialog:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, HelpDialog))


def test_each_page_opens_its_own_topic(window: MainWindow) -> None:
    for subject, topic in (("outreach", "records"), ("reports", "reports")):
        window.show_subject(subject)
        window.menu["help"].trigger()
        dialog = _shown()
        assert dialog.text.toPlainText().startswith(topics()[topic].split("\n", 1)[0].removeprefix("# "))
        dialog.close()
        dialog.deleteLater()
        QApplication.processEvents()


def test_every_topic_is_shown_as_words(qtbot: QtBot) -> None:
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    for place in range(dialog.list.count()):
        dialog.list.setCurrentRow(place)
        words = dialog.text.toPlainText()
        assert len(words) > 200
        assert not {"**", "# ", "`"} & {sign for sign in ("**", "# ", "`") if sign in words}


def test_the_keys_are_those_of_the_menus(qtbot: QtBot) -> None:
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    words = dialog.text.toPlainText()
    assert words.startswith(KEYS)
    assert [keys for _title, entries in MENUS for entry in entries for keys in entry.keys if keys not in words] == []
