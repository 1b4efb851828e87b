"""Her choices are kept, and every look can be read."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.dialogs.settings import SettingsDialog
from ui.settings import LETTERS, LOOK, SETTINGS
from ui.theme import LOOKS, Tones


def _light(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How well one colour is told from another, from 1 to 21 (WCAG 2.2)."""
    dark, bright = sorted((_light(one), _light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("name", "least"), [("light", 4.5), ("dark", 4.5), ("contrast", 7.0)])
def test_every_text_stands_out_from_its_ground(name: str, least: float) -> None:
    tones: Tones = LOOKS[name]
    pairs = [(text, ground) for text in ("text", "muted", "danger") for ground in ("ground", "surface")]
    pairs += [("on_accent", "accent"), ("side_text", "side"), ("notice_text", "notice"), ("text", "accent_soft")]
    found = {pair: contrast(getattr(tones, pair[0]), getattr(tones, pair[1])) for pair in pairs}
    assert {pair: value for pair, value in found.items() if value < least} == {}


@pytest.mark.parametrize("name", LOOKS)
def test_what_is_grey_or_only_suggested_can_be_read(name: str) -> None:
    tones: Tones = LOOKS[name]
    for text in ("placeholder", "disabled", "hint"):
        for ground in ("ground", "surface", "raised"):
            assert contrast(getattr(tones, text), getattr(tones, ground)) >= 4.5, (text, ground)


def test_the_settings_offer_exactly_the_looks_there_are() -> None:
    assert {value for value, _words in LOOK.options} == set(LOOKS)


def test_a_choice_is_kept_and_told_to_come_with_the_next_start(qtbot: QtBot) -> None:
    dialog = SettingsDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert [LETTERS.value, LOOK.value] == ["1", "light"]
    buttons = {each.text(): each for each in dialog.choices["letters"].findChildren(QPushButton)}
    buttons["Rất lớn"].click()
    assert LETTERS.value == "1.3"
    assert dialog.later.isVisible()
    buttons["Vừa"].click()
    assert LETTERS.value == "1"
    assert not dialog.later.isVisible()


def test_a_choice_no_longer_offered_counts_as_the_usual_one() -> None:
    LOOK.choose("sepia")
    assert LOOK.value == "light"
    assert all(each.usual in dict(each.options) for each in SETTINGS)
