"""Looks at a file before anything of it is read: what it really is, and that it cannot fill the memory."""

from __future__ import annotations

import zipfile
import zlib

from exports.official import refusals

LARGEST_FILE = 64 << 20
LARGEST_WHOLE = 160 << 20  # all parts together, unpacked
LARGEST_PART = 64 << 20
MOST_PARTS = 5_000
PIECE = 256 << 10
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCAL = b"PK\x03\x04"


def fault_of_bytes(raw: bytes) -> str | None:
    """Why these bytes are no workbook at all, by what they hold and not by any name; None if they may be one."""
    if not raw.strip(b"\x00 \r\n\t"):
        return refusals.EMPTY
    if len(raw) > LARGEST_FILE:
        return refusals.TOO_LARGE
    if raw.startswith(OLE):
        return refusals.ENCRYPTED if "EncryptedPackage".encode("utf-16-le") in raw else refusals.OLD
    if raw.startswith((b"\x09\x08", b"\x09\x04")):  # Excel 2–5 without an OLE coat
        return refusals.OLD
    return None if LOCAL in raw[:4] else refusals.OTHER


def fault_of_parts(parts: list[zipfile.ZipInfo]) -> str | None:
    """Why this list of parts is not to be unpacked; None if it may be."""
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_WHOLE:
        return refusals.TOO_LARGE
    if any(part.file_size > LARGEST_PART for part in parts):
        return refusals.TOO_LARGE
    if any(part.flag_bits & 0x1 for part in parts):
        return refusals.ENCRYPTED
    names = [part.filename.replace("\\", "/").casefold() for part in parts]
    return refusals.DAMAGED if len(set(names)) < len(names) else None


def unpacked(compressed: bytes, method: int, size: int, crc: int) -> bytes:
    """A part's content. ValueError if it is not what its head says: never more than `size` bytes are made."""
    if method == zipfile.ZIP_STORED:
        content = compressed
    elif method == zipfile.ZIP_DEFLATED:
        inflater = zlib.decompressobj(-15)
        content = inflater.decompress(compressed, size + 1)
        if not inflater.eof:
            raise ValueError("cut off or longer than said")
    else:
        raise ValueError("unknown compression")
    if len(content) != size or zlib.crc32(content) != crc:
        raise ValueError("checksum")
    return content
