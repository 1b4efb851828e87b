"""The records behind every figure of a report, asked for together: a sent report keeps them all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from models.indicators.figure import Figure, Origin
from models.indicators.figures import Leaf, Wanted, compiled, contributions, counted_by, given, leaves_of, spanned
from models.indicators.moments import Moments
from models.ledger.connection import Connection
from models.ledger.plain import asked
from models.ledger.store import Store


def origins(store: Store, figures: Iterable[Figure]) -> dict[Figure, frozenset[Origin]]:
    """The records behind each figure, the same as `behind` finds. Figures of the same rows share one question."""
    leaves = {
        figure: leaves_of(
            (figure.reference.indicator, figure.reference.where, spanned(figure.period, figure.reference.span))
        )
        for figure in figures
    }
    with store.reading() as connection:
        known = _counted(connection, {leaf for each in leaves.values() for leaf in each})
    return {figure: frozenset().union(*(known[leaf] for leaf in each)) for figure, each in leaves.items()}


def _counted(connection: Connection, leaves: Iterable[Wanted]) -> dict[Wanted, frozenset[Origin]]:
    together: dict[Any, list[Leaf]] = defaultdict(list)
    known: dict[Wanted, frozenset[Origin]] = {}
    for leaf in sorted(leaves, key=lambda leaf: (leaf[0], str(leaf[1]))):
        indicator = counted_by(leaf[0])
        if indicator.distinct:  # of several records with the same value only one is behind it
            known[leaf] = frozenset((each.kind, each.uid) for each in contributions(connection, leaf))
        else:
            together[indicator.source, indicator.when, leaf[2]].append(leaf[:2])
    for (source, when, period), group in together.items():
        columns = source.rows.c
        counts = [sa.func.max(sa.case((counted_by(key).condition(columns, where), 1))) for key, where in group]
        question = compiled(sa.select(columns.uid, *counts).where(when(columns)).group_by(columns.uid))
        rows = asked(connection, str(question), given(question, Moments(period, connection)))
        for at, (key, where) in enumerate(group, 1):
            known[key, where, period] = frozenset((source.record, row[0]) for row in rows if row[at])
    return known
