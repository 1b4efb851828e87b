"""Each rule of the house reports a small tree that breaks it, and is silent on one that does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.architecture import rules_of_imports as imports
from tests.architecture import rules_of_style as style
from tests.architecture.source import Module, modules_under

Rule = Callable[[Iterable[Module]], list[str]]
SOUND = {
    "main.py": '"""Starts."""\n\n\ndef main():\n    from ui import app\n    return app\n',
    "models/__init__.py": '"""Remembers."""\n',
    "models/records/__init__.py": '"""Catalogue."""\nfrom models.records.unit import Unit\nRECORDS = (Unit,)\n',
    "models/records/unit.py": '"""Unit."""\nimport sqlalchemy\n\n\nclass Unit:\n    columns = sqlalchemy\n',
    "ui/app.py": '"""Shows."""\nfrom models.records import RECORDS\nimport PySide6\nLABEL = "Đơn vị"\n',
}
LATE = '"""Late."""\n\n\ndef rows():\n    from {} import {}\n'
LONG_FUNCTION = '"""Long."""\n\n\ndef rows():\n' + "    rows()\n" * 40
BRANCHES = '"""Branchy."""\n\n\ndef rows(x):\n' + "    if x:\n        x = 1\n" * 9
METHODS = '"""Big."""\n\n\nclass Rows:\n' + "".join(f"    def row{number}(self): ...\n" for number in range(16))
SWALLOW = '"""Swallows."""\ntry:\n    rows = 1\nexcept {}:\n    rows = 2\n'

BROKEN: list[tuple[Rule, str, str]] = [
    (imports.wrong_direction, "models/a.py", LATE.format("exports", "document")),
    (imports.wrong_direction, "models/a.py", '"""A."""\nimport ui.app\n'),
    (imports.wrong_direction, "exports/a.py", '"""A."""\nfrom ..imports import plan\n'),
    (imports.wrong_direction, "imports/a.py", LATE.format("exports.render", "pdf")),
    (imports.wrong_direction, "resources/a.py", '"""A."""\nimport models\n'),
    (imports.wrong_direction, "ui/a.py", '"""A."""\nimport main\n'),
    (imports.wrong_direction, "run.py", '"""A."""\nimport models\n'),
    (imports.foreign_where_not_allowed, "ui/a.py", LATE.format("sqlalchemy", "select")),
    (imports.foreign_where_not_allowed, "models/a.py", '"""A."""\nfrom PySide6.QtCore import Signal\n'),
    (imports.foreign_where_not_allowed, "models/a.py", '"""A."""\nimport numpy\n'),
    (imports.foreign_where_not_allowed, "exports/a.py", '"""A."""\nimport sqlalchemy\n'),
    (imports.foreign_where_not_allowed, "run.py", '"""A."""\nimport platformdirs\n'),
    (imports.window_needed_for_commands, "main.py", '"""A."""\nfrom ui.app import start\n'),
    (imports.window_needed_for_commands, "main.py", '"""A."""\nif True:\n    import PySide6.QtCore\n'),
    (imports.cycles, "models/records/unit.py", '"""A."""\nimport models.records\n'),
    (imports.cycles, "models/records/unit.py", LATE.format("models.records", "RECORDS")),
    (imports.re_exports, "ui/__init__.py", '"""A."""\nfrom ui.app import start\n'),
    (imports.re_exports, "ui/__init__.py", '"""A."""\n__all__ = []\n'),
    (imports.re_exports, "ui/__init__.py", '"""A."""\n\n\nclass Page:\n    pass\n'),
    (style.long_files, "ui/a.py", '"""A."""\n' * 301),
    (style.long_functions, "ui/a.py", LONG_FUNCTION),
    (style.big_classes, "ui/a.py", METHODS),
    (style.branchy_functions, "ui/a.py", BRANCHES),
    (style.vague_names, "ui/export_utils.py", '"""A."""\n'),
    (style.vague_names, "ui/a.py", '"""A."""\n\n\nclass RecordManager:\n    pass\n'),
    (style.vague_names, "ui/a.py", '"""A."""\n\n\ndef get_rows(): ...\n'),
    (style.vague_names, "ui/a.py", '"""A."""\n\n\ndef process_rows(): ...\n'),
    (style.without_docstring, "ui/a.py", "rows = 1\n"),
    (style.unfinished, "ui/a.py", '"""A."""\n# TO' + "DO: later\n"),
    (style.broad_excepts, "ui/a.py", SWALLOW.format("Exception")),
    (style.broad_excepts, "ui/a.py", SWALLOW.format("(ValueError, BaseException)")),
    (style.broad_excepts, "main.py", SWALLOW.format("Exception") + SWALLOW.format("Exception")),
    (style.broad_excepts, "ui/a.py", '"""A."""\nwith contextlib.suppress(Exception):\n    rows = 1\n'),
    (style.workshop_words, "ui/a.py", '"""A."""\nTEXT = "Lỗi: exception khi ghi"\n'),
    (style.workshop_words, "ui/a.py", '"""A."""\nTEXT = f"Giá trị null ở {1}"\n'),
]


def tree(root: Path, files: dict[str, str]) -> list[Module]:
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return modules_under(root)


@pytest.mark.parametrize(("rule", "path", "text"), BROKEN, ids=[f"{rule.__name__}-{path}" for rule, path, _ in BROKEN])
def test_a_broken_rule_is_reported(rule: Rule, path: str, text: str, tmp_path: Path) -> None:
    assert rule(tree(tmp_path, SOUND)) == []
    offences = rule(tree(tmp_path, {**SOUND, path: text}))
    assert offences
    assert path in "\n".join(offences).replace("models.records", "models/records/unit.py")


def test_nine_in_ten_files_must_be_short(tmp_path: Path) -> None:
    files = {f"ui/page{number}.py": '"""A."""\n' * (250 if number < 3 else 10) for number in range(20)}
    assert len(style.long_files(tree(tmp_path, files))) == 4
    assert style.long_files(tree(tmp_path, {**files, "ui/page0.py": '"""A."""\n'})) == []


def test_what_is_raised_again_is_not_swallowed(tmp_path: Path) -> None:
    raised = SWALLOW.format("BaseException") + "    raise\n"
    assert style.broad_excepts(tree(tmp_path, {"models/a.py": raised})) == []


@pytest.mark.parametrize(
    "name", ["undo", "redo", "setData", "information", "database", "download", "budget_of", "processed"]
)
def test_names_that_only_look_vague_are_allowed(name: str) -> None:
    assert not style.is_vague(name)


def test_paths_of_a_machine_are_reported_and_the_users_are_not() -> None:
    bad = "see /ho" + "me/lan/ledger.socd"
    good = "see ~/.local/share, C:\\CongDoan and https://example.org/home/page"
    assert style.machine_paths([("README.md", bad), ("README.md", good)]) == [f"README.md:1 {bad}"]
