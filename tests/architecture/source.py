"""The source as the rules of the house see it: modules, what they import, and the functions and classes in them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("models", "imports", "exports", "ui", "resources")
SCRIPTS = ("main", "run", "check")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file of Python: its path from the root, and its text."""

    path: str  # "models/ledger/store.py"
    text: str

    @property
    def name(self) -> str:
        """As it is imported: "models.ledger.store"; a package by its folder."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def package(self) -> str:
        """The room it stands in: "models", or "main" for main.py."""
        return self.name.partition(".")[0]

    @property
    def is_init(self) -> bool:
        return self.path.endswith("__init__.py")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))

    @property
    def functions(self) -> Iterator[Function]:
        return (node for node in self.nodes if isinstance(node, Function))

    @property
    def classes(self) -> Iterator[ast.ClassDef]:
        return (node for node in self.nodes if isinstance(node, ast.ClassDef))

    @cached_property
    def imports(self) -> list[tuple[str, int]]:
        """Every name imported and its line, late imports too; `from a import b` gives "a.b"."""
        return [
            (name, node.lineno)
            for node in self.nodes
            for name in self.names_imported(node)
            if isinstance(node, ast.stmt)
        ]

    @cached_property
    def imports_at_start(self) -> list[tuple[str, int]]:
        """Those that run as soon as the module is imported."""
        return [(name, node.lineno) for node in at_start(self.tree) for name in self.names_imported(node)]

    def names_imported(self, node: ast.AST) -> list[str]:
        if isinstance(node, ast.Import):
            return [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            origin = ".".join(part for part in (self.above(node.level), node.module) if part)
            return [f"{origin}.{alias.name}" for alias in node.names]
        return []

    def above(self, level: int) -> str:
        """The package that the dots of a relative import mean."""
        if level == 0:
            return ""
        parts = self.name.split(".")
        return ".".join(parts[: len(parts) - level + self.is_init])


def at_start(node: ast.AST) -> Iterator[ast.stmt]:
    """The statements that run on import: not the bodies of functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt) and not isinstance(child, Function):
            yield child
            yield from at_start(child)


def modules_under(root: Path, folders: tuple[str, ...] = PACKAGES, scripts: tuple[str, ...] = SCRIPTS) -> list[Module]:
    """The program's own modules, in order of their paths; what is not there yet is left out."""
    files = [root / f"{script}.py" for script in scripts]
    for folder in folders:
        files += sorted((root / folder).rglob("*.py"))
    return [
        Module(file.relative_to(root).as_posix(), file.read_text(encoding="utf-8"))
        for file in files
        if file.is_file() and "__pycache__" not in file.parts
    ]
