"""The sections of a report in words: what the program says, what she wrote instead, and the numbers of the headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from exports.document import ReportDocument
from exports.narration import narrator, words_of
from exports.narrative import Narrative, SectionPlan
from exports.prose import Paragraph, Passage, Piece, Text, linked, said
from exports.render.wording import roman
from models.indicators.figure import Number, Reference
from models.ledger.report_texts import written_texts
from models.ledger.store import Store
from models.periods import Period
from models.records.report_text import ReportText

MARKS = ("-", "+")


def passages_of(
    store: Store, narrative: Narrative, period: Period, appendices: Sequence[ReportDocument]
) -> tuple[Passage, ...]:
    """Every section in its order, those left out too: they hold no text and no heading."""
    issuer = appendices[0].issuer
    lasting = [each.key for each in narrative.sections if each.lasting]
    written = written_texts(store, narrative.id, period, lasting)
    tells = narrator(store, narrative, period, issuer, _by_hand(appendices))
    words = words_of(period, issuer)
    filled = []
    for plan in narrative.sections:
        pattern = [each for sentence in plan.sentences for each in tells.paragraphs(sentence)]
        filled.append(_passage(plan, words, _marked(pattern, plan), written.get(plan.key)))
    return tuple(numbered(filled))


def _by_hand(appendices: Sequence[ReportDocument]) -> Mapping[Reference, Number | None]:
    """The figures for which she put another number into an appendix."""
    return {
        cell.figure.reference: cell.value
        for document in appendices
        for *_place, cell in document.figures()
        if cell.by_hand is not None and cell.figure is not None and isinstance(cell.value, int | float)
    }


def _passage(plan: SectionPlan, words: Mapping[str, str], pattern: Text, own: ReportText | None) -> Passage:
    return Passage(
        key=plan.key,
        title=plan.heading.format(**words),
        part=plan.part,
        level=plan.level,
        text=pattern if own is None else linked(own.text or "", pattern),
        pattern=pattern,
        written=own is not None,
        outdated=own is not None and not plan.lasting and (own.pattern or "") != said(pattern),
        hint=plan.hint,
    )


def _marked(paragraphs: Sequence[Paragraph], plan: SectionPlan) -> Text:
    """Several sentences under a heading are set off by dashes."""
    if plan.level == 0 or len(paragraphs) < 2:
        return tuple(paragraphs)
    return tuple(
        each if each.text.startswith(MARKS) else replace(each, pieces=(Piece("- "), *each.pieces))
        for each in paragraphs
    )


def numbered(passages: Sequence[Passage]) -> Iterator[Passage]:
    """With headings "I. …", "1. …"; a section without text has one only if a section inside it has text."""
    numbers = [0, 0, 0]
    for at, each in enumerate(passages):
        if each.level == 0 or not (each.text or _holds_text(passages[at + 1 :], each.level)):
            yield each
            continue
        numbers[each.level] += 1
        numbers[each.level + 1 :] = [0] * (len(numbers) - each.level - 1)
        number = numbers[each.level]
        yield replace(each, heading=f"{roman(number) if each.level == 1 else number}. {each.title}")


def _holds_text(following: Sequence[Passage], level: int) -> bool:
    for each in following:
        if each.level <= level:
            return False
        if each.text:
            return True
    return False
