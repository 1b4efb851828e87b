"""From spawning the program to its window painted and its first records painted, against a bare PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.pairs import report
from models.sample.make import make_sample

ROUNDS = 9
HOUSE = Path(__file__).parent.parent


def moments(what: str) -> dict[str, float]:
    """Seconds from spawning to each moment that the child tells."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(HOUSE)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a program is installed with its compiled modules
    command = [sys.executable, str(HOUSE / "benchmarks" / "probe_window.py"), str(time.monotonic()), what]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=HOUSE, timeout=60, check=True)
    return {label: float(at) for label, at in (line.split() for line in done.stdout.splitlines())}


def run(ledger: Path) -> None:
    """Prints the ratios of both moments."""
    make_sample(ledger)
    moments("bare"), moments(str(ledger))
    rounds = [(moments("bare")["painted"], moments(str(ledger))) for _round in range(ROUNDS)]
    report("window painted", [(floor, ours["painted"]) for floor, ours in rounds])
    report("first records painted", [(floor, ours["records"]) for floor, ours in rounds])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        run(Path(made) / "so.socd")
