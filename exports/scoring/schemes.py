"""The schemes by which units are scored: built in as data files, or her own kept in the ledger."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

import resources
from models.errors import UserError
from models.ledger.store import Store
from models.periods import Period
from models.record import faults_of, new_uid, read_line
from models.records.rating import RatingScheme

_SCALES = "scales.toml"


@cache
def built_in() -> Mapping[str, RatingScheme]:
    """Every shipped scheme by the form it belongs to."""
    folder = resources.file("scoring")
    scales = tomllib.loads(folder.joinpath(_SCALES).read_text(encoding="utf-8"))
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".toml") and each.name != _SCALES)
    read = [read_scheme(folder.joinpath(name).read_text(encoding="utf-8"), scales, name) for name in names]
    return {scheme.code: scheme for scheme in read}


def read_scheme(text: str, scales: Mapping[str, Any], name: str) -> RatingScheme:
    """The scheme written in a TOML text; its fields are those of the record. UserError with every fault."""
    try:
        content = tomllib.loads(text)
        content |= scales[content.pop("scale")]
        scheme = RatingScheme(uid=content["code"])
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise UserError(f"Thang điểm “{name}” không đọc được: {error}. Hãy kiểm tra lại tệp này.") from error
    faults = [*read_line(RatingScheme, content, scheme), *faults_of(scheme)]
    if faults:
        raise UserError("\n".join([f"Thang điểm “{name}” có lỗi:", *map(str, faults)]))
    return scheme


def scheme_for(store: Store, code: str, period: Period) -> RatingScheme:
    """Her own scheme of the form if one holds in that year, the newest first; else the built-in one."""
    year = period.first.year
    own = [each for each in store.read_all(RatingScheme) if each.code.casefold() == code.casefold()]
    fitting = [each for each in own if each.valid_from <= year <= (each.valid_to or year)]
    return max(fitting, key=lambda each: (each.valid_from, each.uid), default=built_in()[code])


def own_copy(scheme: RatingScheme, year: int) -> RatingScheme:
    """A built-in scheme as a record of the ledger, hers to change from that year on."""
    made = copy.deepcopy(scheme)
    made.uid, made.valid_from = new_uid(), year
    return made
