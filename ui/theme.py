"""How the program looks: one accent colour, light neutral grounds, one scale of letters, a grid of 8 pixels.

Colours have names; nothing else in `ui` writes a colour. Look and size of letters are as they were chosen
when the program started.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from ui import settings

STEP = 8  # pixels of the grid
BASE_POINTS = 10.5
FAMILIES = ("Segoe UI", "Inter", "Noto Sans", "Ubuntu", "Cantarell", "Liberation Sans", "DejaVu Sans")


class Tones(NamedTuple):
    """The colours by what they are for. Text tones keep a contrast of 4.5 : 1 or more on `ground` and `surface`."""

    ground: str = "#f5f7f7"
    surface: str = "#ffffff"
    raised: str = "#eef2f2"
    line: str = "#dfe6e6"
    edge: str = "#b9c6c7"
    text: str = "#1a2628"
    muted: str = "#566668"
    accent: str = "#0f6a6e"
    accent_hover: str = "#0c595c"
    accent_pressed: str = "#094749"
    accent_soft: str = "#e0f0ef"
    accent_faint: str = "#f0f7f7"
    on_accent: str = "#ffffff"
    side: str = "#0d4a4e"
    side_hover: str = "#165a5e"
    side_chosen: str = "#1f6b6f"
    side_text: str = "#d3e6e5"
    side_bright: str = "#ffffff"
    danger: str = "#b3261e"
    danger_soft: str = "#fdeeec"
    hint: str = "#8f5f12"  # what the program only suggests
    hint_soft: str = "#fff4d6"
    hint_faint: str = "#fffbee"
    notice: str = "#1d2f31"
    notice_text: str = "#f3f8f8"
    notice_link: str = "#8fd6d2"
    notice_hover: str = "#2c4144"
    disabled: str = "#627173"
    placeholder: str = "#627173"
    thumb: str = "#c3cfd0"
    tick: str = "tick-on-accent"


LIGHT = Tones()  # also the colours of paper, which is white in every look
LOOKS = {
    "light": LIGHT,
    "contrast": LIGHT._replace(
        ground="#ffffff",
        line="#7f8c8d",
        edge="#3f4c4d",
        text="#000000",
        muted="#273334",
        accent="#00484c",
        accent_hover="#003336",
        accent_pressed="#002224",
        accent_soft="#c8e4e2",
        side="#00292c",
        side_hover="#004044",
        side_chosen="#00595e",
        side_text="#ffffff",
        danger="#8a0d06",
        hint="#6b4508",
        disabled="#57666a",
        placeholder="#4b595a",
        thumb="#5f6e6f",
    ),
    "dark": Tones(
        ground="#12191a",
        surface="#1a2324",
        raised="#232e2f",
        line="#2e3b3c",
        edge="#4a5b5c",
        text="#e6eded",
        muted="#a3b3b4",
        accent="#55b8b2",
        accent_hover="#6bc7c1",
        accent_pressed="#93dbd6",
        accent_soft="#1f4141",
        accent_faint="#1d3030",
        on_accent="#06201f",
        side="#0b2b2d",
        side_hover="#123b3d",
        side_chosen="#1b5052",
        side_text="#c6dddc",
        danger="#f28b82",
        danger_soft="#3b2120",
        hint="#d69a3d",
        notice="#e9f1f1",
        notice_text="#142324",
        notice_link="#0f6a6e",
        notice_hover="#d3e0e0",
        disabled="#879a9b",
        placeholder="#879a9b",
        thumb="#415152",
        tick="tick-on-light",
    ),
}
TONES = LOOKS[settings.LOOK.value]
LETTERS_SCALE = float(settings.LETTERS.value)


def wide(pixels: int) -> int:
    """A width that was found right for letters of the usual size, for the size chosen."""
    return round(pixels * LETTERS_SCALE)


def letters(points: float = BASE_POINTS, *, bold: bool = False) -> QFont:
    """The letters of the program, in the first good family that the machine has."""
    font = QFont()
    font.setFamilies(FAMILIES)  # the first that the machine has; asking which it has takes longer than painting
    font.setPointSizeF(points * LETTERS_SCALE)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def palette(tones: Tones) -> QPalette:
    """The palette, for everything that Qt paints itself."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: tones.ground,
        QPalette.ColorRole.WindowText: tones.text,
        QPalette.ColorRole.Base: tones.surface,
        QPalette.ColorRole.AlternateBase: tones.accent_faint,
        QPalette.ColorRole.Text: tones.text,
        QPalette.ColorRole.Button: tones.surface,
        QPalette.ColorRole.ButtonText: tones.text,
        QPalette.ColorRole.Highlight: tones.accent,
        QPalette.ColorRole.HighlightedText: tones.on_accent,
        QPalette.ColorRole.PlaceholderText: tones.placeholder,
        QPalette.ColorRole.ToolTipBase: tones.notice,
        QPalette.ColorRole.ToolTipText: tones.notice_text,
        QPalette.ColorRole.Link: tones.accent,
        QPalette.ColorRole.Mid: tones.edge,
        QPalette.ColorRole.Light: tones.surface,
        QPalette.ColorRole.Dark: tones.edge,
        QPalette.ColorRole.Accent: tones.accent,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tones.disabled))
    return made


def scale_of_screen() -> float:
    """How many device pixels a pixel has, for pictures drawn beforehand."""
    screen = QGuiApplication.primaryScreen()
    return max(screen.devicePixelRatio(), 1.0) if screen else 1.0
