"""Sizes, names and words, as rules: each takes modules and gives back the offences, one line each."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from math import ceil
from typing import TypeGuard

from tests.architecture.source import Function, Module

FILE_LINES, FILE_LINES_P90 = 300, 200
FUNCTION_LINES, FUNCTION_LINES_P90 = 40, 20
METHODS, BRANCHES = 15, 8
ENOUGH_FOR_P90 = 20  # of fewer files or functions the ninetieth percentile says nothing

VAGUE = {"manager", "helper", "helpers", "handler", "handlers", "util", "utils", "misc", "data", "info", "base2"}
VAGUE |= {"process", "do", "handle"}
NAMED_BY_OTHERS = {  # overrides of Qt, SQLAlchemy and html.parser
    *("data", "setData", "itemData", "setItemData", "headerData", "setHeaderData", "mimeData", "dropMimeData"),
    *("setEditorData", "setModelData"),
    *("process_bind_param", "process_result_value", "process_literal_param", "handle_data"),
}
BROAD = {"Exception", "BaseException"}
MAY_CATCH_ALL = {"main.py": 1, "ui/jobs.py": 1}  # the last resort of the program, and of a job beside it
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")
OF_THE_WORKSHOP = re.compile(
    r"\b(traceback|exception|debug|assert|widget|dialog|session|schema|commit|rollback|backend|null|boolean|string|"
    r"prompt|todo|fixme|lorem)\b",
    re.IGNORECASE,
)
VIETNAMESE = re.compile(r"[À-ỹĐđ]")
MACHINE_PATH = re.compile(r"(?<![\w.~])/(?:tmp|root|work|home/\w+|Users/\w+)/")
BRANCHING = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.match_case)


def is_frozen(module: Module) -> bool:
    """A released migration is never cut up again, however long its table is."""
    return "/migrations/versions/" in module.path


def long_files(modules: Iterable[Module]) -> list[str]:
    lengths = [(len(module.text.splitlines()), module.path) for module in modules if not is_frozen(module)]
    return too_long(lengths, FILE_LINES, FILE_LINES_P90)


def long_functions(modules: Iterable[Module]) -> list[str]:
    lengths = [
        ((node.end_lineno or node.lineno) - node.lineno + 1, f"{module.path}:{node.lineno} {node.name}")
        for module in modules
        if not is_frozen(module)
        for node in module.functions
    ]
    return too_long(lengths, FUNCTION_LINES, FUNCTION_LINES_P90)


def too_long(lengths: list[tuple[int, str]], most: int, most_of_nine_in_ten: int) -> list[str]:
    """Those above the limit; and if one in ten is above the lower limit, all that are."""
    lengths.sort(reverse=True)
    offences = [f"{where}: {length} lines, at most {most}" for length, where in lengths if length > most]
    if len(lengths) < ENOUGH_FOR_P90:
        return offences
    ninetieth = lengths[len(lengths) - ceil(0.9 * len(lengths))][0]
    if ninetieth > most_of_nine_in_ten:
        offences.append(f"nine in ten may have {most_of_nine_in_ten} lines, but these are too many above it:")
        offences += [f"  {where}: {length} lines" for length, where in lengths if length > most_of_nine_in_ten]
    return offences


def big_classes(modules: Iterable[Module]) -> list[str]:
    return [
        f"{module.path}:{node.lineno} {node.name}: {methods} methods, at most {METHODS}"
        for module in modules
        for node in module.classes
        if (methods := sum(isinstance(part, Function) for part in node.body)) > METHODS
    ]


def branchy_functions(modules: Iterable[Module]) -> list[str]:
    return [
        f"{module.path}:{node.lineno} {node.name}: {branches} branches, at most {BRANCHES}"
        for module in modules
        for node in module.functions
        if (branches := sum(isinstance(part, BRANCHING) for part in own_nodes(node))) > BRANCHES
    ]


def own_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """Everything in a function but what is in a function within it."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, Function):
            yield child
            yield from own_nodes(child)


def vague_names(modules: Iterable[Module]) -> list[str]:
    return [f"{where} {name}" for module in modules for where, name in names_in(module) if is_vague(name)]


def names_in(module: Module) -> Iterator[tuple[str, str]]:
    for part in module.path.removesuffix(".py").split("/"):
        yield module.path, part
    for node in chain(module.functions, module.classes):
        yield f"{module.path}:{node.lineno}", node.name


def is_vague(name: str) -> bool:
    """Snake_case and CamelCase alike, taken apart into words; `get_` at the front is vague too."""
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+", name)
    is_get = name.removeprefix("_").startswith("get_")
    return name not in NAMED_BY_OTHERS and (is_get or any(word.lower() in VAGUE for word in words))


def without_docstring(modules: Iterable[Module]) -> list[str]:
    return [module.path for module in modules if not ast.get_docstring(module.tree)]


def unfinished(modules: Iterable[Module]) -> list[str]:
    return [
        f"{module.path}:{number} {line.strip()}"
        for module in modules
        for number, line in enumerate(module.text.splitlines(), 1)
        if UNFINISHED.search(line)
    ]


def broad_excepts(modules: Iterable[Module]) -> list[str]:
    """Whoever catches everything and does not raise it again, beyond the named places."""
    offences = []
    for module in modules:
        lines = [node.lineno for node in module.nodes if swallows_all(node) or suppresses_all(node)]
        if len(lines) > MAY_CATCH_ALL.get(module.path, 0):
            offences += [f"{module.path}:{line} catches everything" for line in lines]
    return offences


def swallows_all(node: ast.AST) -> TypeGuard[ast.ExceptHandler]:
    if not isinstance(node, ast.ExceptHandler):
        return False
    last = node.body[-1]
    raised_again = isinstance(last, ast.Raise) and last.exc is None
    return not raised_again and (node.type is None or names_broad(node.type))


def suppresses_all(node: ast.AST) -> TypeGuard[ast.Call]:
    if not isinstance(node, ast.Call):
        return False
    return ast.unparse(node.func).endswith("suppress") and any(names_broad(argument) for argument in node.args)


def names_broad(node: ast.AST) -> bool:
    return any(isinstance(part, ast.Name) and part.id in BROAD for part in ast.walk(node))


def workshop_words(modules: Iterable[Module]) -> list[str]:
    """Words of those who build the program, in a Vietnamese text that its user reads."""
    return [
        f"{module.path}:{line} {text!r}"
        for module in modules
        for line, text in texts_in(module)
        if VIETNAMESE.search(text) and OF_THE_WORKSHOP.search(text)
    ]


def texts_in(module: Module) -> Iterator[tuple[int, str]]:
    """Line and text of every string written in the module that is not a docstring."""
    documentation = {id(node.value) for node in module.nodes if isinstance(node, ast.Expr)}
    for node in module.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.lineno, node.value


def machine_paths(texts: Iterable[tuple[str, str]]) -> list[str]:
    """Absolute paths of somebody's machine, in (path, text) of any file."""
    return [
        f"{path}:{number} {line.strip()}"
        for path, text in texts
        for number, line in enumerate(text.splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]
