"""What was typed and is not in the ledger yet, kept aside in the user's own folder: offered again after a crash."""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path
from typing import Any

from exports.place import NotWritten, put_in_place
from ui import settings

_FOLDER = "dang-ghi"


class Aside:
    """The texts kept aside for one ledger, by name. Keeping never fails: whoever types must not be stopped by it."""

    def __init__(self, ledger: Path) -> None:
        name = hashlib.sha256(str(ledger.resolve()).encode()).hexdigest()[:16]
        self.path = settings.ledger_folder() / _FOLDER / f"{name}.json"

    def found(self, name: str = "") -> dict[str, Any]:
        """What is kept under names that begin so."""
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {key: value for key, value in kept.items() if key.startswith(name)} if isinstance(kept, dict) else {}

    def keep(self, name: str, said: Any) -> None:
        """Keeps this in place of what was kept under the name; nothing, or an empty list, is forgotten."""
        before = self.found()
        after = {key: value for key, value in before.items() if key != name} | ({name: said} if said else {})
        if after == before:
            return
        with contextlib.suppress(OSError, NotWritten):
            if after:
                self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                text = json.dumps(after, ensure_ascii=False)
                put_in_place(self.path, lambda draft: _write(draft, text), lambda draft: draft.stat())
            else:
                self.path.unlink(missing_ok=True)


def _write(draft: Path, text: str) -> None:
    draft.touch(mode=0o600)
    draft.write_text(text, encoding="utf-8")
