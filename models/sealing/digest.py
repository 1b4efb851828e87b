"""The digest of a sealed report: one changed figure, record or byte of a file, and it is another one."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

HEAD = (
    *("form", "named", "form_version", "period", "days", "unit", "mark", "version", "replaces", "program"),
    *("sealed_at", "actor", "after_write"),
)


def digest_of(
    head: Mapping[str, Any],
    cells: Iterable[Sequence[Any]],
    records: Iterable[Sequence[Any]],
    files: Iterable[tuple[str, str]],
    former: str,
) -> str:
    """SHA-256 over everything that a seal holds and the digest of the seal made before it, so that none can go away.

    `cells` are (form, table, row, column, label, value, numbers of records), `files` (ending, SHA-256 of the content).
    """
    digest = hashlib.sha256()
    for part in ([former], [head[name] for name in HEAD], *cells, *records, *files):
        digest.update(json.dumps(list(part), ensure_ascii=False).encode() + b"\n")
    return digest.hexdigest()


def state_digest(seals: Iterable[Sequence[Any]]) -> str:
    """SHA-256 over all seals in their order: number, digest, when, by whom and why withdrawn."""
    return sha256(json.dumps([list(seal) for seal in seals], ensure_ascii=False).encode())


def sha256(content: bytes) -> str:
    """The digest of a file's content."""
    return hashlib.sha256(content).hexdigest()


def packed(numbers: Sequence[int]) -> bytes | None:
    """Numbers of records as a cell keeps them: the steps between them, packed; None for none."""
    if not numbers:
        return None
    steps = [numbers[0], *(later - earlier for earlier, later in pairwise(numbers))]
    return zlib.compress(json.dumps(steps, separators=(",", ":")).encode(), 9)


def unpacked(content: bytes | None) -> list[int]:
    """The numbers that `packed` packed. ValueError or zlib.error if it is something else."""
    numbers: list[int] = []
    for step in json.loads(zlib.decompress(content)) if content else ():
        numbers.append(step + (numbers[-1] if numbers else 0))
    return numbers
