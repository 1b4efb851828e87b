"""Who a paper comes from: the own unit and its superior, by the names valid on the signing date."""

from __future__ import annotations

import re
from datetime import date

from exports.document import Issuer
from models.errors import UserError
from models.ledger.store import Store
from models.records.unit import OrgName, OrgUnit
from models.vietnamese import folded

_BEFORE_NAMES = ("tỉnh", "phố", "phường", "xã", "khu", "ty", "ngành")  # what follows these words is a name

_VOWEL = re.compile("[aeiouy]")


def issuer_on(store: Store, day: date) -> Issuer:
    """The own unit as it signs on this day."""
    unit = store.own_unit()
    name, superior = _name_on(unit, day), _superior_on(store, unit, day)
    full = name.name_full or unit.name_full
    above = _superior_name(superior, day) if superior is not None else ""
    head_1 = name.name_head_1 or unit.name_head_1 or above.upper()
    return Issuer(
        code=unit.code,
        name=full,
        head_1=head_1,
        head_2=name.name_head_2 or unit.name_head_2 or full.upper(),
        superior=above or _sentence_case(head_1),
        place=unit.place_name or "",
    )


def _name_on(unit: OrgUnit, day: date) -> OrgName:
    valid = [each for each in unit.names if _holds(each.valid_from, each.valid_to, day)]
    return max(valid, key=lambda each: each.valid_from or date.min, default=OrgName())


def _superior_on(store: Store, unit: OrgUnit, day: date) -> OrgUnit | None:
    valid = [each for each in unit.relations if each.superior and _holds(each.valid_from, each.valid_to, day)]
    newest = max(valid, key=lambda each: each.valid_from or date.min, default=None)
    uid = newest.superior if newest is not None else unit.parent
    try:
        return store.read(OrgUnit, uid) if uid else None
    except UserError:
        return None


def _superior_name(superior: OrgUnit, day: date) -> str:
    return _name_on(superior, day).name_full or superior.name_full


def _holds(first: date | None, last: date | None, day: date) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


def _sentence_case(head: str) -> str:
    """A head line in capitals as it is written inside a sentence, as well as capitals alone can tell.

    A word without a vowel is an abbreviation: LĐLĐ, CĐCS, KCN stay capitals.
    """
    if not head.isupper():
        return head
    words = [word.lower() if _VOWEL.search(folded(word)) else word for word in head.split()]
    names_from = next((place + 1 for place, word in enumerate(words) if word in _BEFORE_NAMES), len(words))
    named = (place == 0 or place >= names_from for place in range(len(words)))
    written = [word[:1].upper() + word[1:] if is_name else word for word, is_name in zip(words, named, strict=True)]
    return " ".join(written).replace("iên đoàn lao động", "iên đoàn Lao động")
