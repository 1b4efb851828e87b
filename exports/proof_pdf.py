"""Which pieces of text a PDF of ours shows, read from its pages without any PDF library.

Only what our own renderer writes is understood: compressed pages, texts in brackets, letters of ASCII as themselves.
That is enough for figures; Vietnamese words are read by the tests, with a real reader.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections import Counter
from pathlib import Path

from models.errors import UserError

_STREAM = re.compile(rb"<<(.{0,2000}?)>>\s*stream\r?\n", re.DOTALL)
_SHOWN = re.compile(rb"\(((?:[^()\\]|\\.)*)\)\s*Tj", re.DOTALL)
_ESCAPED = re.compile(rb"\\(\d{1,3}|.)", re.DOTALL)


def shown_texts(path: Path) -> Counter[str]:
    """How often each piece of text is shown. UserError if the file is no whole PDF."""
    content = path.read_bytes()
    if not content.startswith(b"%PDF-") or b"%%EOF" not in content[-1024:]:
        raise UserError(f"Tệp “{path.name}” không phải là tệp PDF trọn vẹn. Hãy xuất lại.")
    texts: Counter[str] = Counter()
    for match in _STREAM.finditer(content):
        if b"/FlateDecode" in match[1] and b"/Length1" not in match[1]:
            page = _unpacked(content[match.end() : content.find(b"endstream", match.end())], match[1])
            texts.update(_text(shown) for shown in _SHOWN.findall(page))
    return texts


def _unpacked(stream: bytes, dictionary: bytes) -> bytes:
    try:
        if b"/ASCII85Decode" in dictionary:
            stream = base64.a85decode(b"<~" + stream.strip(), adobe=True)
        return zlib.decompressobj().decompress(stream)
    except (ValueError, zlib.error):
        return b""


def _text(shown: bytes) -> str:
    return _ESCAPED.sub(_plain, shown).decode("latin-1").strip()


def _plain(match: re.Match[bytes]) -> bytes:
    sign = match[1]
    return bytes([int(sign, 8) & 255]) if sign.isdigit() else sign
