"""Reports by their name: a form alone, a report in words with its appendices, and `Q`, the quarter's whole bundle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from exports.build import build
from exports.document import Report, ReportDocument, Signature
from exports.form_shelf import form_named, shelf
from exports.made import refuse_period
from exports.narration import words_of
from exports.narrative import Narrative, narratives
from exports.passages import passages_of
from exports.prose import Passage, said
from exports.summary import summary_of
from models.ledger.store import Store
from models.periods import Period

BUNDLE = "Q"
BUNDLE_TITLE = "Báo cáo trọn bộ: báo cáo, phụ lục số liệu và các biểu"
NARRATIVE = "A1"  # the report that heads the bundle
CHOSEN = ("A2", "B1", "B2", "B3", "C1", "C2", "C3", "D3")

Progress = Callable[[int, int], None]


def titles() -> dict[str, str]:
    """Everything that can be made, by its name: the bundle, the reports in words, the forms."""
    named = {each.id: each.name for each in narratives().values()} | {
        form.id: form.title for form in shelf().forms.values()
    }
    return {BUNDLE: BUNDLE_TITLE, **dict(sorted(named.items()))}


def documents_in(name: str) -> tuple[str, ...]:
    """The forms that a report of this name consists of, beside its text."""
    if name == BUNDLE:
        return CHOSEN
    return narratives()[name].appendices if name in narratives() else (name,)


def narrative_of(report: Report) -> str:
    """The report in words whose text this one carries: what she writes belongs to that."""
    return NARRATIVE if report.form == BUNDLE else report.form


def report_of(
    store: Store,
    name: str,
    period: Period,
    *,
    chosen: Sequence[str] = (),
    every: bool = False,
    signed_on: date | None = None,
    unit: str | None = None,
    progress: Progress | None = None,
) -> Report | ReportDocument:
    """The report called `name` for a period, with its own forms or those `chosen`; `unit`: of whom a form speaks.

    UserError for an unknown name, or for a period that the form is not made for.
    """
    name = next((known for known in (BUNDLE, *narratives()) if known.casefold() == name.casefold()), name)
    whole = name == BUNDLE
    if not whole and name not in narratives():
        form = form_named(name)
        refuse_period(form, period)
        if form.plots:
            return summary_of(store, form, period, signed_on=signed_on)
        return build(store, form, period, every=every, signed_on=signed_on, unit=unit)
    names = chosen or documents_in(name)
    documents = []
    for done, each in enumerate(names, 1):
        documents.append(build(store, form_named(each), period, every=every, signed_on=signed_on))
        if progress is not None:
            progress(done, len(names) + 1)
    narrative = narratives()[NARRATIVE if whole else name]
    passages = passages_of(store, narrative, period, documents)
    report = _report(narrative, passages, documents)
    return replace(report, form=BUNDLE, continuous=True) if whole else report


def _report(narrative: Narrative, passages: tuple[Passage, ...], documents: Sequence[ReportDocument]) -> Report:
    """The signed report over these documents, all of one unit and period."""
    first = documents[0]
    signature = signature_from(_lines(passages, "signature"))
    return Report(
        form=narrative.id,
        version=narrative.version,
        title=narrative.title,
        abstract=narrative.abstract.format(**words_of(first.period, first.issuer)),
        number="Số: " + " ".join(_lines(passages, "number")).removeprefix("Số:").rstrip(),
        addressee="; ".join(_lines(passages, "addressee")),
        recipients=tuple(_lines(passages, "recipients")),
        passages=passages,
        documents=tuple(replace(each, signature=signature) for each in documents),
    )


def signature_from(lines: Sequence[str]) -> Signature:
    """Who signs: posts are written in capitals, the signer's name is not."""
    posts = tuple(line for line in lines if line.isupper())
    return Signature(posts, next((line for line in lines if not line.isupper()), ""))


def _lines(passages: Sequence[Passage], part: str) -> list[str]:
    text = "\n".join(said(each.text) for each in passages if each.part == part)
    return [line.removeprefix("- ").rstrip(";") for line in text.split("\n") if line.strip()]
