"""Who may import whom, as rules: each takes modules and gives back the offences, one line each."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

from tests.architecture.source import PACKAGES, Module

OURS = {*PACKAGES, "main", "run", "check", "tests"}
MAY_IMPORT = {
    "models": {"models"},
    "resources": {"resources"},
    "imports": {"imports", "models"},
    "exports": {"exports", "models", "resources"},
    "ui": {"ui", "models", "imports", "exports", "resources"},
    "main": {"main", "ui", "models", "imports", "exports", "resources"},
}
FOREIGN = {
    "models": {"sqlalchemy", "alembic", "sqlcipher3", "cryptography", "platformdirs"},
    "imports": {"openpyxl", "lxml", "defusedxml", "python_calamine"},
    "exports": {"openpyxl", "lxml", "defusedxml", "reportlab", "docx", "pypdfium2", "tomlkit"},
    "ui": {"PySide6"},
    "main": {"PySide6", "platformdirs"},
}
ONLY_LATE_IN_MAIN = {"ui", "PySide6"}


def top(name: str) -> str:
    return name.partition(".")[0]


def wrong_direction(modules: Iterable[Module]) -> list[str]:
    """Imports of ours against the arrows; late ones count."""
    return [
        f"{module.path}:{line} imports {name}"
        for module in modules
        for name, line in module.imports
        if top(name) in OURS and top(name) not in MAY_IMPORT.get(module.package, set())
    ]


def foreign_where_not_allowed(modules: Iterable[Module]) -> list[str]:
    """Libraries from outside in a room that has no business with them."""
    known = OURS | set(sys.stdlib_module_names)
    return [
        f"{module.path}:{line} imports {name}"
        for module in modules
        for name, line in module.imports
        if top(name) not in known | FOREIGN.get(module.package, set())
    ]


def window_needed_for_commands(modules: Iterable[Module]) -> list[str]:
    """main.py reaches for Qt before a window is wanted."""
    return [
        f"{module.path}:{line} imports {name} at its start"
        for module in modules
        if module.path == "main.py"
        for name, line in module.imports_at_start
        if top(name) in ONLY_LATE_IN_MAIN
    ]


def cycles(modules: Iterable[Module]) -> list[str]:
    """A ring of modules that import each other, at whatever time."""
    by_name = {module.name: module for module in modules}
    graph = {name: set(modules_meant(module, by_name)) - {name} for name, module in by_name.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [" <- ".join(error.args[1])]
    return []


def modules_meant(module: Module, by_name: dict[str, Module]) -> Iterator[str]:
    """`from a.b import c` means module a.b.c if there is one, else a.b."""
    for name, _ in module.imports:
        for candidate in (name, name.rpartition(".")[0]):
            if candidate in by_name:
                yield candidate
                break


def re_exports(modules: Iterable[Module]) -> list[str]:
    """An `__init__` is one sentence, or a catalogue using what it imports: it hands nothing on and holds no class."""
    offences = []
    for module in modules:
        if module.is_init:
            used = {node.id for node in module.nodes if isinstance(node, ast.Name)}
            offences += [f"{module.path} re-exports {name}" for name in sorted(names_of_ours(module) - used)]
            offences += [f"{module.path} has __all__"] * ("__all__" in used)
            offences += [f"{module.path} holds class {node.name}" for node in module.classes]
    return offences


def names_of_ours(module: Module) -> set[str]:
    """The names under which a module's imports of ours are known in it."""
    return {
        alias.asname or top(alias.name)
        for node in module.nodes
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias, name in zip(node.names, module.names_imported(node), strict=True)
        if top(name) in OURS
    }
