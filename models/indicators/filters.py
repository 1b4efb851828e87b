"""By what a figure can be narrowed: the filters that an indicator understands, each with the values it may have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache

import sqlalchemy as sa

from models.code_lists import PAR_CONTENT, TOPIC
from models.code_lists_emulation import MOVEMENT_CODE
from models.code_lists_people import SEX
from models.indicators.catalogue import INDICATORS
from models.indicators.figure import SPANS, Reference
from models.indicators.indicator import ANY, Indicator, Rate
from models.record import Part
from models.records import CATALOGUE
from models.values import TEXT, YES_NO, Code, Kind, Link

_NAMED: Mapping[str, Kind] = {
    "integrated_topic": Code(TOPIC),
    "any_topic": Code(TOPIC),
    "first_content": Code(PAR_CONTENT),
    "any_content": Code(PAR_CONTENT),
    "content": Code(PAR_CONTENT),
    "movement_code": Code(MOVEMENT_CODE),
    "about_par": YES_NO,
    "person_sex": Code(SEX),
    "author_sex": Code(SEX),
}


@cache
def filters_of(indicator: str) -> Mapping[str, Kind]:
    """The filters of an indicator by name, with the kind of their values; of a rate those that both sides know."""
    each = INDICATORS[indicator]
    if isinstance(each, Indicator):
        return _filters_of_rows(each)
    parts = each.of + (each.by if isinstance(each, Rate) else ())
    first, *others = [filters_of(part) for part in parts]
    return {name: kind for name, kind in first.items() if all(other.get(name) == kind for other in others)}


def faults_of_reference(reference: Reference) -> Iterator[str]:
    """What is wrong with a reference to a figure, each in a sentence: the indicator, a filter, its value, the span."""
    if reference.indicator not in INDICATORS:
        yield f"không có chỉ tiêu “{reference.indicator}”{_meant(reference.indicator, INDICATORS)}"
        return
    known = filters_of(reference.indicator)
    for name, value in reference.where:
        if name not in known:
            label = INDICATORS[reference.indicator].label
            yield f"chỉ tiêu “{label}” không lọc được theo “{name}”{_meant(name, known)}"
            continue
        for each in value if isinstance(value, tuple) else (value,):
            yield from _fault_of_value(name, known[name], each)
    if reference.span not in SPANS:
        yield f"không có khoảng “{reference.span}”; các khoảng dùng được: {', '.join(SPANS)}"


def _fault_of_value(name: str, kind: Kind, value: object) -> Iterator[str]:
    if value == ANY:
        return
    try:
        kind.read(value)
    except ValueError as error:
        yield f"bộ lọc “{name}” {error}"


def _filters_of_rows(indicator: Indicator) -> dict[str, Kind]:
    found = {name: _NAMED[name] for name in indicator.source.filters if name in _NAMED}
    for column in indicator.source.rows.c:
        kind = _kind_of(column)
        if kind is not None:
            found.setdefault(column.name, kind)
    return found


def _kind_of(column: sa.ColumnElement[object]) -> Kind | None:
    """The kind of a column that stands for a field of a record: a code, a yes or no, a link; none for any other."""
    if column.name in _NAMED:
        return _NAMED[column.name]
    for base in column.base_columns:
        table = getattr(base, "table", None)
        fields = _fields().get(getattr(table, "name", ""), {})
        name = getattr(base, "name", "")
        if name == "uid":
            return TEXT
        kind = fields.get(name)
        if isinstance(kind, Code | Link) or kind is YES_NO:
            return kind
    return None


@cache
def _fields() -> Mapping[str, Mapping[str, Kind]]:
    parts: list[type[Part]] = [*CATALOGUE, *(each.part for record in CATALOGUE for each in record.lists.values())]
    return {part.table_name: {each.key: each.kind for each in part.fields.values()} for part in parts}


def _meant(name: str, known: Mapping[str, object]) -> str:
    close = get_close_matches(name, known, n=3)
    return f"; có phải là: {', '.join(close)}?" if close else ""
