"""Importing much at once; and what is needed later, while she looks at the first records."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quick_imports() -> Iterator[None]:
    """Inside, modules are imported without PySide6 looking into each of them, which costs a quarter of the time."""
    # WORKAROUND: PySide6 replaces `__import__` and reads the source of every importing module, to see whether it uses
    # snake_case names, which we do not (https://doc.qt.io/qtforpython-6/considerations.html); may go when it stops.
    watched = builtins.__import__
    builtins.__import__ = getattr(builtins, "__orig_import__", watched)
    try:
        yield
    finally:
        builtins.__import__ = watched


def import_ahead() -> None:
    """Imports what figures and the home page need, beside the window, so that neither waits when first asked for."""
    import exports.overview  # noqa: F401
