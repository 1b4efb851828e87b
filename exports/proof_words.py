"""Whether a written file says every sentence of a report, in its order."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from exports.document import Report, ReportDocument
from exports.mismatch import Mismatch
from exports.render.xlsx_text import legible


def sentences_of(report: Report | ReportDocument) -> list[str]:
    """What has to be read in a file beside the tables, in its order."""
    if isinstance(report, ReportDocument):
        return [report.title, *report.remarks]
    signature = report.documents[0].signature
    head = [report.title, report.abstract, *([f"Kính gửi: {report.addressee}"] if report.addressee else [])]
    text = [each.text for each in report.paragraphs]
    return [*head, *text, *signature.lines, *filter(None, [signature.name])]


def expect_sentences(report: Report | ReportDocument, read: str, letters: Callable[[str], str] = legible) -> None:
    """Mismatch, naming the sentence, if a text read from a file does not say it; `letters` is how the file spells."""
    missing = missing_in([letters(sentence) for sentence in sentences_of(report)], read)
    if missing is not None:
        raise Mismatch("lời văn", None, missing)


def missing_in(sentences: list[str], read: str) -> str | None:
    """The first sentence that a text, read from top to bottom, does not say; blanks and line breaks do not count."""
    said, place = _bare(read), 0
    for sentence in sentences:
        wanted = _bare(sentence)
        place = said.find(wanted, place)
        if place < 0:
            return sentence
        place += len(wanted)
    return None


def _bare(text: str) -> str:
    # A reader of paper sees the letters of a ligature: "ﬁ" is read as "fi".
    return "".join(unicodedata.normalize("NFKC", text).split())
