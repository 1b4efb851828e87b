"""A photo made smaller before it is kept, when she has asked for that: a report needs no twelve million points."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from models.ledger.attachments import Given

LONGEST = 2000  # points of the longer side
_QUALITY = 88
_FORMATS = {b"jpeg": b"JPG", b"jpg": b"JPG", b"png": b"PNG"}


def reduced(given: Given) -> Given:
    """The same photo, upright, its longer side no longer than LONGEST; anything else as it is."""
    buffer = QBuffer()
    buffer.setData(QByteArray(given.content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    form = _FORMATS.get(bytes(reader.format().data()))
    if form is None or max(reader.size().width(), reader.size().height()) <= LONGEST:
        return given
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        return given
    smaller = _written(_fitted(image, QSize(LONGEST, LONGEST)), form)
    return given._replace(content=smaller) if 0 < len(smaller) < len(given.content) else given


def thumbnail(content: bytes, size: QSize) -> QImage:
    """The photo within `size`; a null image if it is none."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    whole = reader.size()
    if whole.isValid():
        reader.setScaledSize(whole.scaled(size * 2, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return image if image.isNull() else _fitted(image, size)


def _fitted(image: QImage, size: QSize) -> QImage:
    return image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _written(image: QImage, form: bytes) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(form))
    writer.setQuality(_QUALITY)
    writer.write(image)
    buffer.close()
    return bytes(held.data())
