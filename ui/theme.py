"""How the program looks: one accent colour, light neutral grounds, one scale of letters, a grid of 8 pixels.

Colours have names; nothing else in `ui` writes a colour. A second set of `Tones` gives a dark or a high-contrast look.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

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
    notice: str = "#1d2f31"
    notice_text: str = "#f3f8f8"
    notice_link: str = "#8fd6d2"
    notice_hover: str = "#2c4144"
    disabled: str = "#93a0a1"
    placeholder: str = "#758486"
    thumb: str = "#c3cfd0"


TONES = Tones()


def letters(points: float = BASE_POINTS, *, bold: bool = False) -> QFont:
    """The letters of the program, in the first good family that the machine has."""
    font = QFont()
    font.setFamilies(FAMILIES)  # the first that the machine has; asking which it has takes longer than painting
    font.setPointSizeF(points)
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
