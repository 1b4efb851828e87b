"""A report in words as it is written in its file: sections, sentence patterns, and which figures they name.

Built-in reports lie in `resources/narratives/*.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import resources
from exports.code_lists import code_lists
from exports.form_shelf import form_named
from exports.patterns import names_in
from models.errors import UserError
from models.indicators.catalogue import INDICATORS
from models.indicators.figure import SPANS, Reference
from models.indicators.lists import LISTS

WORDS = ("ky", "ky_sau", "KY", "KY_SAU", "chot", "don_vi", "cap_tren")
PARTS = ("body", "number", "addressee", "recipients", "signature")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a sentence with a list: of the keys of a code list (`each`), of the ledger (`listed`), of the

    records behind a figure (`behind`). `when`, `unless`: figures of which one, or none, has to be more than 0.
    """

    text: str
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    otherwise: str = ""
    each: str = ""
    listed: str = ""
    behind: str = ""
    by: str = ""  # the filter by which an item narrows the figures it names
    item: str = ""
    join: str = ", "
    lines: bool = False  # each item is a paragraph
    lower: bool = False  # items begin with a small letter


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """A section before it is filled. `lasting`: what is written there by hand holds for later periods too."""

    key: str
    heading: str
    part: str = "body"
    level: int = 0
    sentences: tuple[Sentence, ...] = ()
    lasting: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Narrative:
    """A report in words."""

    id: str
    version: str
    name: str
    title: str
    abstract: str
    sections: tuple[SectionPlan, ...]
    figures: Mapping[str, Reference] = field(default_factory=dict)
    appendices: tuple[str, ...] = ()

    def reference(self, name: str) -> Reference | None:
        """The figure that a pattern names; "III.1:cung_ky" is that of the other span. None: the name is a word."""
        plain, _, span = name.partition(":")
        found = self.figures.get(plain)
        return Reference(found.indicator, found.where, span) if found is not None and span else found


@cache
def narratives() -> Mapping[str, Narrative]:
    """Every built-in report by its id."""
    files = [each for each in resources.file("narratives").iterdir() if each.name.endswith(".toml")]
    found = [read_narrative(each.read_text(encoding="utf-8"), each.name) for each in files]
    return {each.id: each for each in sorted(found, key=lambda each: each.id)}


def read_narrative(text: str, name: str) -> Narrative:
    """The report written in a TOML text; `name` says where it comes from. UserError if it cannot be used."""
    try:
        return _narrative(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, KeyError, ValueError, TypeError) as error:
        raise UserError(f"Mẫu báo cáo “{name}” không đọc được: {error}. Hãy kiểm tra lại tệp mẫu.") from error


def _narrative(content: dict[str, Any]) -> Narrative:
    figures = _rows_of(content.pop("source", ""))
    figures |= {name: _reference(each) for name, each in content.pop("figure", {}).items()}
    sections = tuple(_section(each) for each in content.pop("section"))
    appendices = tuple(content.pop("appendices", ()))
    narrative = Narrative(sections=sections, figures=figures, appendices=appendices, **content)
    for section in sections:
        for sentence in section.sentences:
            _check(narrative, section, sentence)
    return narrative


def _rows_of(form: str) -> dict[str, Reference]:
    """The rows of a form, so that a sentence says the very figure of its appendix."""
    if not form:
        return {}
    rows = [row for table in form_named(form).tables for row in table.rows if row.indicator]
    return {row.code: Reference(row.indicator, row.where) for row in rows}


def _reference(content: Mapping[str, Any]) -> Reference:
    if content["indicator"] not in INDICATORS:
        raise ValueError(f"không có chỉ tiêu “{content['indicator']}”")
    where = tuple(
        (name, tuple(value) if isinstance(value, list) else value) for name, value in content.get("where", {}).items()
    )
    return Reference(content["indicator"], where, content.get("span", "ky"))


def _section(content: dict[str, Any]) -> SectionPlan:
    rest = dict(content)
    sentences = tuple(_sentence(each) for each in rest.pop("sentence", ()))
    if rest.get("part", "body") not in PARTS:
        raise ValueError(f"mục “{rest['key']}” không thể là phần “{rest['part']}”")
    return SectionPlan(sentences=sentences, **rest)


def _sentence(content: Mapping[str, Any]) -> Sentence:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in content.items()
    }
    return Sentence(**values)


def _check(narrative: Narrative, section: SectionPlan, sentence: Sentence) -> None:
    """ValueError, naming the section, for a name that means nothing."""
    named = [*names_in(sentence.text), *names_in(sentence.otherwise), *sentence.when, *sentence.unless]
    for name in [*named, *filter(None, [sentence.behind])]:
        span = name.partition(":")[2]
        if name not in (*WORDS, "items") and (narrative.reference(name) is None or (span and span not in SPANS)):
            raise ValueError(f"mục “{section.key}”: không có số “{name}”")
    names_in(sentence.item)
    if sentence.each and sentence.each not in code_lists():
        raise ValueError(f"mục “{section.key}”: không có danh mục “{sentence.each}”")
    if sentence.listed and sentence.listed not in LISTS:
        raise ValueError(f"mục “{section.key}”: không có danh sách “{sentence.listed}”")
