"""A list of codes: stable keys with Vietnamese labels. Keys never change; the lists themselves are in `code_lists`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Key = str | int


@dataclass(frozen=True, slots=True, eq=False)
class CodeList:
    """The keys of one kind of thing, in their order, with labels."""

    name: str  # "activity_form"
    title: str  # "Hình thức tuyên truyền"
    labels: Mapping[Key, str]

    def __iter__(self) -> Iterator[Key]:
        return iter(self.labels)

    def __contains__(self, key: object) -> bool:
        return key in self.labels

    def label(self, key: Key) -> str:
        """The label of a key; the key itself if the list does not know it."""
        return self.labels.get(key, str(key))

    @property
    def numbered(self) -> bool:
        """True if the keys are whole numbers."""
        return all(isinstance(key, int) for key in self.labels)
