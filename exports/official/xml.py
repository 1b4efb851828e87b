"""A part of a workbook as text that can be edited in place, and as a tree that is only read."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from html import unescape
from typing import Final
from xml.parsers import expat

from lxml import etree

BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ENCODINGS: Final = {"utf-8", "us-ascii", "ascii", "iso-8859-1", "windows-1252"}
# WORKAROUND: Python before 3.11.5, as Debian 12 has it, misreads possessive groups (python/cpython#106052); so a group
# is repeated greedily, over parts that cannot be cut in two ways. May go when 3.11.5 is the oldest that is supported.
ATTRIBUTES: Final = r"""(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*"""
_DECLARED = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_ATTRIBUTE = re.compile(r"""([^\s=/<>"']+)\s*=\s*("[^"]*"|'[^']*')""")
_HIDDEN = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
_DECLARATION = re.compile(r"\A\ufeff?<\?.*?\?>", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)
_MARK = re.compile(rf"<{ATTRIBUTES}>")
_CELL_NAME = re.compile(rb"""<(?:\w+:)?c\s(?:[^<>]*?\s)?r=["']([A-Z]{1,3}[0-9]{1,7})["']""")
FAR: Final = 100_000  # bytes before a fault in which its cell is looked for
_ROOT = re.compile(r"<([A-Za-z_][\w.-]*:)?[A-Za-z_]")


class Unreadable(ValueError):
    """A part that is no well-formed XML of the kind a workbook holds; `place` is where on the sheet, if it is known."""

    def __init__(self, reason: str, place: str = "") -> None:
        super().__init__(reason)
        self.place = place


class PartText:
    """The letters of a part, the way back to its bytes, and a shadow in which only marks of elements are left."""

    def __init__(self, raw: bytes) -> None:
        self._encoding = _encoding_of(raw)
        try:
            self.text = raw.decode(self._encoding)
            if self.text.encode(self._encoding) != raw:
                raise Unreadable("not the same bytes again")
        except (UnicodeDecodeError, UnicodeEncodeError, LookupError) as error:
            raise Unreadable(str(error)) from error
        declared = _DECLARATION.match(self.text)
        self.hides = "<!" in self.text or self.text.find("<?", declared.end() if declared else 0) >= 0
        hidden = _HIDDEN if self.hides else _DECLARATION
        self.shadow = hidden.sub(lambda found: " " * len(found[0]), self.text)
        root = _ROOT.search(self.shadow)
        if root is None:
            raise Unreadable("no root")
        self.prefix = root[1] or ""

    def edited(self, edits: list[tuple[int, int, str]]) -> bytes:
        """The part with the letters from..to of each edit replaced; edits must not overlap."""
        return with_edits(self.text, edits).encode(self._encoding, "xmlcharrefreplace")

    def tag(self, name: str, first: int = 0) -> re.Match[str] | None:
        """The first opening mark of an element with this name, after `first`; group 1: attributes, 2: "/" if empty."""
        return tag_pattern(self.prefix + name).search(self.shadow, first)


def with_edits(whole: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """A text with the letters from..to of each edit replaced. Unreadable if edits overlap."""
    pieces, at = [], 0
    for first, last, text in sorted(edits):
        if first > at:
            pieces.append(whole[at:first])
        elif first < at:
            raise Unreadable("edits overlap")
        pieces.append(text)
        at = last
    pieces.append(whole[at:])
    return "".join(pieces)


def tag_pattern(name: str) -> re.Pattern[str]:
    """Finds the opening marks of elements with this name."""
    return re.compile(rf"<{re.escape(name)}(?=[\s/>])((?:[^<>\"'/]++|\"[^\"<]*+\"|'[^'<]*+')*)(/?)>")


def attributes_of(text: str) -> dict[str, str]:
    """The attributes written in an opening mark."""
    return {name: unescape(value[1:-1]) for name, value in _ATTRIBUTE.findall(text)}


def text_in(markup: str) -> str:
    """The letters within a piece of XML without its marks."""
    if "<" not in markup:
        return unescape(markup) if "&" in markup else markup
    parts = _CDATA.split(markup)  # what stands between CDATA marks comes at the odd places
    return "".join(part if at % 2 else unescape(_MARK.sub("", part)) for at, part in enumerate(parts))


def whole_number(text: str | None) -> int | None:
    """The number that an attribute holds; None if it holds none that a workbook can mean."""
    return int(text) if text is not None and _WHOLE.fullmatch(text) else None


def expect_well_formed(raw: bytes) -> None:
    """Unreadable if the part is not well-formed: told in a third of the time that a tree takes."""
    _expect_no_document_type(raw)
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Unreadable(str(error), _cell_before(raw, parser.ErrorByteIndex)) from error


def _cell_before(raw: bytes, at: int) -> str:
    """The last cell that says its name before a place in a sheet; "" if none does."""
    named = _CELL_NAME.findall(raw[max(at - FAR, 0) : max(at, 0)])
    return f"ô {named[-1].decode()}" if named else ""


def tree_of(raw: bytes) -> etree._Element:
    """The part as a tree, without reaching for anything outside it. Unreadable if it is not well-formed."""
    _expect_no_document_type(raw)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        return etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(str(error)) from error


def _expect_no_document_type(raw: bytes) -> None:
    if b"<!DOCTYPE" in raw or "<!DOCTYPE".encode("utf-16-le") in raw or "<!DOCTYPE".encode("utf-16-be") in raw:
        raise Unreadable("document type")


def local(element: etree._Element) -> str:
    """The name of an element without its namespace: strict and transitional files differ in nothing else here."""
    return str(element.tag).rpartition("}")[2]


def children(element: etree._Element, *names: str) -> list[etree._Element]:
    """The children with one of these names."""
    return [each for each in element if isinstance(each.tag, str) and local(each) in names]


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child of that name."""
    return next(iter(children(element, name)), None)


def _encoding_of(raw: bytes) -> str:
    for mark, encoding in BOMS:
        if raw.startswith(mark):
            return encoding
    if raw[:4] in (b"<\x00?\x00", b"\x00<\x00?"):
        return "utf-16-le" if raw[0] else "utf-16-be"
    declared = _DECLARED.match(raw)
    name = declared[1].decode().lower() if declared else "utf-8"
    if name not in ENCODINGS:
        raise Unreadable(f"encoding {name}")
    return name


def rich_text_in(markup: str, prefix: str) -> str:
    """The letters of all text elements in a piece of XML, without reading aids."""
    aids = re.compile(rf"<{prefix}rPh\b.*?</{prefix}rPh\s*>", re.DOTALL)
    texts = re.compile(rf"<{prefix}t(?:\s[^<>]*)?(?<!/)>(.*?)</{prefix}t\s*>", re.DOTALL)
    return "".join(text_in(found) for found in texts.findall(aids.sub("", markup)))
