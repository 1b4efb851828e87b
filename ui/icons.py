"""The program's own line icons, drawn in a colour of the theme."""

from __future__ import annotations

import functools

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QIcon, QImageReader, QPainter, QPixmap

from resources import file
from ui.theme import TONES, scale_of_screen


def icon(name: str, colour: str = TONES.text, size: int = 20) -> QIcon:
    """The icon of that name in `resources/icons`, in one colour."""
    return QIcon(picture(name, colour, size))


@functools.cache
def spaced_icon(name: str, colour: str, size: int, gap: int) -> QIcon:
    """The icon with a gap on its right, for buttons with words beside it."""
    drawn = picture(name, colour, size)
    scale = drawn.devicePixelRatio()
    wider = QPixmap(round((size + gap) * scale), round(size * scale))
    wider.setDevicePixelRatio(scale)
    wider.fill(QColor(0, 0, 0, 0))
    with QPainter(wider) as painter:
        painter.drawPixmap(0, 0, drawn)
    return QIcon(wider)


@functools.cache
def picture(name: str, colour: str = TONES.text, size: int = 20) -> QPixmap:
    """The icon as a picture of `size` pixels."""
    text = file(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    return _drawn(text.encode(), size)


def app_icon() -> QIcon:
    """The program's emblem as an icon."""
    made = QIcon()
    for size in (16, 32, 64, 128):
        made.addPixmap(emblem(size))
    return made


def emblem(size: int) -> QPixmap:
    """The program's emblem as a picture of `size` pixels."""
    return _drawn(file("icons/app.svg").read_bytes(), size)


def _drawn(drawing: bytes, size: int) -> QPixmap:
    scale = scale_of_screen()
    buffer = QBuffer()
    buffer.setData(QByteArray(drawing))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(round(size * scale), round(size * scale)))
    drawn = QPixmap.fromImage(reader.read())
    drawn.setDevicePixelRatio(scale)
    return drawn
