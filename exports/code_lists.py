"""The code lists that a form may speak of, by their names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from models.codes import CodeList
from models.records import CATALOGUE
from models.values import Code


@cache
def code_lists() -> Mapping[str, CodeList]:
    """Every code list that a field of a record uses, by its name."""
    parts = [part for record in CATALOGUE for part in (record, *(each.part for each in record.lists.values()))]
    kinds = [member.kind for part in parts for member in part.fields.values()]
    return {kind.list.name: kind.list for kind in kinds if isinstance(kind, Code)}
