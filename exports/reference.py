"""What leads from a file, however old, back to the ledger and the records behind it: it travels inside the file.

In a workbook it is a property of the document, in a PDF a keyword and a small line at the foot of each page, in JSON
the value `reference`. It is plain ASCII, the same words everywhere, so that one reader finds it in any of them.
"""

from __future__ import annotations

import html
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlencode

from exports.document import Report, ReportDocument
from models.errors import UserError

_SCHEME = "so-cong-doan:1"
_FOUND = re.compile(rb"so-cong-doan:1\?([A-Za-z0-9_.~%=&;+\-]*)")
_LARGEST_PART = 1 << 20  # bytes of a part of a workbook that holds properties
_LARGEST = 1 << 28


@dataclass(frozen=True, slots=True)
class FileReference:
    """Whose report a file holds: form and its version, period, unit; `mark` only if it was sent."""

    form: str
    version: str
    period: str  # as the command line writes it
    unit: str  # code
    mark: str = ""

    def __str__(self) -> str:
        """As it stands in the file."""
        words = {"form": self.form, "version": self.version, "period": self.period, "unit": self.unit}
        return f"{_SCHEME}?{urlencode(words | ({'mark': self.mark} if self.mark else {}))}"

    @property
    def line(self) -> str:
        """As it stands, small, at the foot of a page."""
        sent = f" · {self.mark}" if self.mark else ""
        return f"{self.form} ({self.version}) · {self.period} · {self.unit}{sent}"


def reference_of(report: Report | ReportDocument) -> FileReference:
    """The reference of a report; that of a bundle has the version of its first form."""
    first = report.documents[0] if isinstance(report, Report) else report
    return FileReference(report.form, first.version, report.period.text, report.issuer.code, report.mark)


def read_reference(path: Path) -> FileReference:
    """The reference that a file of ours carries, of whatever kind. UserError if there is none, or it cannot be read."""
    try:
        for part in _parts(path):
            if found := _FOUND.search(part):
                words = parse_qs(html.unescape(found[1].decode()))
                return FileReference(**{name: words.get(name, [""])[0] for name in FileReference.__slots__})
    except (OSError, zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError) as error:
        raise UserError(f"Không đọc được tệp “{path.name}” ({error}). Hãy chọn tệp khác.") from None
    raise UserError(f"Tệp “{path.name}” không phải do Sổ Công đoàn xuất ra, nên không tìm lại được bản ghi.")


def _parts(path: Path) -> Iterator[bytes]:
    """The parts of a file in which a reference may stand."""
    if not zipfile.is_zipfile(path):
        if path.stat().st_size <= _LARGEST:
            yield path.read_bytes()
        return
    with zipfile.ZipFile(path) as package:
        for part in package.infolist():
            if part.filename.startswith("docProps/") and part.file_size <= _LARGEST_PART:
                yield package.read(part)
