"""Every check in one command: `python check.py` (layout, ruff, mypy, tests); `python check.py --fix` lays out first."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV_PYTHON = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

FIXES = (["ruff", "check", "--fix", "--quiet"], ["ruff", "format", "--quiet"])
TESTS = ["pytest", "-q", "-n", "auto", "--dist", "loadfile"]
CHECKS = (["ruff", "format", "--check"], ["ruff", "check"], ["mypy"], TESTS)


def main(arguments: list[str]) -> int:
    """Runs all checks, whatever fails, and lists at the end which did; 0 if none."""
    if arguments not in ([], ["--fix"]):
        print("Cách dùng: python check.py [--fix]", file=sys.stderr)
        return 2
    for fix in FIXES if arguments else ():
        run(fix)
    results = [(" ".join(check), *timed(check)) for check in CHECKS]
    print()
    for name, code, seconds in results:
        print(f"{name:22} {'đạt' if code == 0 else 'CHƯA ĐẠT':9} {seconds:6.1f} s")
    return int(any(code for _, code, _ in results))


def timed(check: list[str]) -> tuple[int, float]:
    """Exit code, and how many seconds it took."""
    begun = time.monotonic()
    print(f"── {' '.join(check)}", flush=True)
    return run(check), time.monotonic() - begun


def run(tool: list[str]) -> int:
    """One tool, with the Python of `.venv` if there is one."""
    python = VENV_PYTHON if VENV_PYTHON.exists() else Path(sys.executable)
    return subprocess.run([str(python), "-m", *tool], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
