"""Which pieces of text a PDF of ours shows, read from its pages without any PDF library.

Only what our own renderer writes is understood: compressed pages, texts in brackets, letters of ASCII as themselves.
That is enough for figures; Vietnamese words are read by the tests, with a real reader.
"""

from __future__ import annotations

import base64
import os
import re
import zlib
from collections import Counter
from collections.abc import Container, Iterator
from functools import lru_cache
from pathlib import Path
from typing import IO

from models.errors import UserError

PIECE = 1 << 18  # bytes read at a time: a file of any length takes little memory
END = 1024  # bytes in which a whole file says that it ends
_STREAM = re.compile(rb"<<(.{0,2000}?)>>\s*stream\r?\n", re.DOTALL)
_SHOWN = re.compile(rb"\(([^()\\]*(?:\\.[^()\\]*)*)\)\s*Tj", re.DOTALL)
_ESCAPED = re.compile(rb"\\(\d{1,3}|.)", re.DOTALL)


def shown_texts(path: Path, wanted: Container[str]) -> Counter[str]:
    """How often each of the texts wanted is shown, page by page. UserError if the file is no whole PDF."""
    texts: Counter[str] = Counter()
    with path.open("rb") as file:
        if not _is_whole(file):
            raise UserError(f"Tệp “{path.name}” không phải là tệp PDF trọn vẹn. Hãy xuất lại.")
        for page in _pages(file):
            for shown, count in Counter(_SHOWN.findall(page)).items():
                if (text := _text(shown)) in wanted:
                    texts[text] += count
    return texts


def _is_whole(file: IO[bytes]) -> bool:
    start = file.read(5)
    file.seek(-min(END, file.seek(0, os.SEEK_END)), os.SEEK_END)
    end = file.read()
    file.seek(0)
    return start == b"%PDF-" and b"%%EOF" in end


def _pages(file: IO[bytes]) -> Iterator[bytes]:
    """What stands on each page; fonts are passed over."""
    left = b""
    while piece := file.read(PIECE):
        *streams, left = (left + piece).split(b"endstream")
        for stream in streams:
            match = _STREAM.search(stream)
            if match and b"/FlateDecode" in match[1] and b"/Length1" not in match[1]:
                yield _unpacked(stream[match.end() :], match[1])


def _unpacked(stream: bytes, dictionary: bytes) -> bytes:
    try:
        if b"/ASCII85Decode" in dictionary:
            stream = base64.a85decode(b"<~" + stream.strip(), adobe=True)
        return zlib.decompressobj().decompress(stream)
    except (ValueError, zlib.error):
        return b""


@lru_cache(maxsize=4_000)
def _text(shown: bytes) -> str:
    return _ESCAPED.sub(_plain, shown).decode("latin-1").strip()


def _plain(match: re.Match[bytes]) -> bytes:
    sign = match[1]
    return bytes([int(sign, 8) & 255]) if sign.isdigit() else sign
