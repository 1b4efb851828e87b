"""The cells of a long list, read a page of 32 rows at a time and only where someone looks."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Container

Row = tuple[str, list[str]]  # uid and texts
PAGE = 32
PAGES_KEPT = 96


class RowPages:
    """Keeps the pages looked at last."""

    def __init__(self, read: Callable[[int, int], list[Row]]) -> None:
        """`read(first, end)` gives the rows of these places, fewer at the end of the list."""
        self._read = read
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()

    def row(self, place: int) -> Row:
        """The row of a place within the list."""
        number = place // PAGE
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._read(number * PAGE, (number + 1) * PAGE)
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page[place % PAGE]

    def forget(self) -> None:
        """Everything is read again."""
        self._pages.clear()

    def forget_page_of(self, place: int) -> None:
        """The list has grown from this place on."""
        self._pages.pop(place // PAGE, None)

    def forget_records(self, uids: Container[str]) -> None:
        """These records have changed; all others stay as they were read."""
        for number in [number for number, page in self._pages.items() if any(uid in uids for uid, _texts in page)]:
            del self._pages[number]
