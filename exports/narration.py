"""From sentence patterns and a period to sentences: every number is a figure that knows its records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from exports.code_lists import code_lists
from exports.document import Cell, Issuer, Shape
from exports.narrative import Narrative, Sentence
from exports.patterns import filled, names_in
from exports.prose import Paragraph, Piece
from exports.render.wording import percent, plain_date, text_of
from models.indicators.catalogue import INDICATORS
from models.indicators.figure import SPANS, Figure, Number, Reference
from models.indicators.figures import behind, figures, ratio
from models.indicators.indicator import Rate
from models.indicators.lists import LISTS
from models.ledger.store import Store
from models.periods import Period, after


@dataclass(frozen=True, slots=True)
class _Item:
    """One thing of a list in a sentence: its texts by name, the key that narrows figures, the record it is."""

    texts: Mapping[str, object]
    key: str | int | tuple[str, ...] | None = None
    record: tuple[str, str] | None = None


@dataclass(slots=True)
class Narrator:
    """Says the sentences of a report for one period; everything is asked of the ledger at once, when it is made."""

    narrative: Narrative
    words: Mapping[str, str]
    _values: dict[Reference, Figure] = field(default_factory=dict)
    _items: dict[Sentence, list[_Item]] = field(default_factory=dict)

    def paragraphs(self, sentence: Sentence) -> list[Paragraph]:
        """The sentence, and a paragraph for each item of its list if it is told in lines; none if it does not hold."""
        if any(self._amount(name) for name in sentence.unless):
            return []
        if sentence.when and not any(self._amount(name) for name in sentence.when):
            return self._one(sentence.otherwise)
        if not sentence.item:
            return self._one(sentence.text)
        said = [pieces for item in self._items[sentence] if (pieces := self._item(sentence, item))]
        if not said:
            return self._one(sentence.otherwise)
        if sentence.lines:
            return [*self._one(sentence.text), *_lines(said, "+ " if sentence.text else "- ")]
        return [Paragraph(_listed(sentence, said))]

    def _one(self, pattern: str) -> list[Paragraph]:
        pieces = filled(pattern, self._said, _is_nothing)
        return [Paragraph(pieces)] if any(piece.text.strip() for piece in pieces) else []

    def _said(self, name: str) -> Piece | None:
        if name in self.words:
            return Piece(self.words[name])
        plain, _, span = name.partition(":")
        reference = self.narrative.reference(plain)
        if reference is None:
            return None
        now = self._values[reference]
        return _compared(now, self._values[_spanned(reference, span)]) if span else _number(now)

    def _item(self, sentence: Sentence, item: _Item) -> tuple[Piece, ...]:
        """An item in words; () if a figure that it names is 0."""

        def said(name: str) -> Piece | None:
            if name in item.texts:
                return _text(item, item.texts[name], name, sentence.lower)
            reference = self.narrative.reference(name)
            if reference is None:
                return None
            piece = _number(self._values[_narrowed(reference, sentence.by, item)])
            return None if piece is None or _is_nothing(piece) else piece

        return filled(sentence.item, said, _is_nothing)

    def _amount(self, name: str) -> Number:
        reference = self.narrative.reference(name)
        return (self._values[reference].value or 0) if reference is not None else 0


def narrator(
    store: Store, narrative: Narrative, period: Period, issuer: Issuer, by_hand: Mapping[Reference, Number | None]
) -> Narrator:
    """A narrator who knows every figure and every list that the report may name.

    `by_hand`: numbers that she put into the appendix herself; the text says the same.
    """
    made = Narrator(narrative, words_of(period, issuer))
    sentences = [sentence for section in narrative.sections for sentence in section.sentences]
    made._items = {each: _items(store, narrative, each, period) for each in sentences if each.item}
    wanted = sorted({each for sentence in sentences for each in _wanted(made, sentence)}, key=str)
    found = zip(wanted, figures(store, period, wanted), strict=True)
    made._values = {each: replace(figure, value=by_hand[each]) if each in by_hand else figure for each, figure in found}
    return made


def words_of(period: Period, issuer: Issuer) -> Mapping[str, str]:
    """The words that patterns may name beside figures."""
    following = after(period).title
    return {
        "ky": period.title,
        "KY": period.title.upper(),
        "ky_sau": following,
        "KY_SAU": following.upper(),
        "chot": plain_date(period.cutoff),
        "don_vi": issuer.name,
        "cap_tren": issuer.superior or "Công đoàn cấp trên",
    }


def _wanted(narrator: Narrator, sentence: Sentence) -> Iterator[Reference]:
    narrative = narrator.narrative
    for name in (*names_in(sentence.text), *names_in(sentence.otherwise), *sentence.when, *sentence.unless):
        plain, _, span = name.partition(":")
        reference = narrative.reference(plain)
        if reference is not None:
            yield reference
            if span:
                yield _spanned(reference, span)
    for item in narrator._items.get(sentence, ()):
        for name in names_in(sentence.item):
            reference = narrative.reference(name)
            if reference is not None and name not in item.texts:
                yield _narrowed(reference, sentence.by, item)


def _items(store: Store, narrative: Narrative, sentence: Sentence, period: Period) -> list[_Item]:
    if sentence.each:
        return [_Item({"label": label}, key) for key, label in code_lists()[sentence.each].labels.items()]
    if sentence.listed:
        listed = LISTS[sentence.listed](store, period)
        return [_Item(each.texts, each.key, (str(each.texts.get("kind", "")), str(each.key))) for each in listed]
    reference = narrative.reference(sentence.behind)
    assert reference is not None
    found = behind(store, Figure(reference, period, None))
    return [_Item({"label": each.label}, each.uid, (each.kind, each.uid)) for each in found]


def _spanned(reference: Reference, span: str) -> Reference:
    return Reference(reference.indicator, reference.where, span)


def _narrowed(reference: Reference, by: str, item: _Item) -> Reference:
    if not by or item.key is None:
        return reference
    return Reference(reference.indicator, (*reference.where, (by, item.key)), reference.span)


def _number(figure: Figure) -> Piece | None:
    if figure.value is None:
        return None
    indicator = INDICATORS[figure.reference.indicator]
    shape = Shape.DECIMAL if isinstance(indicator, Rate) else Shape.WHOLE
    return Piece(text_of(Cell(figure.value, shape)), figure)


def _compared(now: Figure, then: Figure) -> Piece | None:
    """ "tăng 20,0% so với cùng kỳ năm trước"; None where there is nothing to compare with."""
    share = ratio(100, now.value, then.value)
    if share is None:
        return None
    span = SPANS[then.reference.span].lower()
    if now.value == then.value:
        return Piece(f"bằng {span}", then)
    direction = "tăng" if share >= 100 else "giảm"
    return Piece(f"{direction} {percent(abs(share - 100))} so với {span}", then)


def _text(item: _Item, value: object, name: str, lower: bool) -> Piece | None:
    text = plain_date(value) if isinstance(value, date) else str(value or "").strip().rstrip(".;")
    if not text:
        return None
    if lower and name == "label" and not text[1:2].isupper():
        text = text[:1].lower() + text[1:]
    return Piece(text, record=item.record if name == "label" and item.record and item.record[0] else None)


def _is_nothing(piece: Piece) -> bool:
    return piece.figure is not None and piece.figure.reference.span == "ky" and not piece.figure.value


def _listed(sentence: Sentence, said: Sequence[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    """The items inside their sentence."""
    before, _, behind_items = sentence.text.partition("{items}")
    pieces = [Piece(before)]
    for at, item in enumerate(said):
        pieces += [Piece(sentence.join), *item] if at else item
    return (*pieces, Piece(behind_items))


def _lines(said: Sequence[tuple[Piece, ...]], mark: str) -> list[Paragraph]:
    """Each item on a line of its own: semicolons between them, a full stop after the last."""
    last = len(said) - 1
    return [Paragraph((Piece(mark), *pieces, Piece("." if at == last else ";"))) for at, pieces in enumerate(said)]
