"""The rules of the house hold for every file: directions, libraries, sizes, names, words."""

from __future__ import annotations

import functools

from tests.architecture import rules_of_imports, rules_of_style
from tests.architecture.source import ROOT, Module, modules_under

TEXT_FILES = ("*.md", "*.cfg", "*.toml", "*.txt", ".ci/*", "docs/*.md", "resources/**/*.toml", "resources/**/*.md")


@functools.cache
def program() -> list[Module]:
    return modules_under(ROOT)


@functools.cache
def program_and_tests() -> list[Module]:
    return program() + modules_under(ROOT, folders=("tests",), scripts=())


def none_of(offences: list[str]) -> None:
    assert not offences, "\n" + "\n".join(offences)


def test_imports_follow_the_arrows() -> None:
    none_of(rules_of_imports.wrong_direction(program()))


def test_libraries_stay_in_their_rooms() -> None:
    none_of(rules_of_imports.foreign_where_not_allowed(program()))


def test_commands_start_without_qt() -> None:
    none_of(rules_of_imports.window_needed_for_commands(program()))


def test_no_modules_import_each_other() -> None:
    none_of(rules_of_imports.cycles(program()))


def test_init_files_hand_nothing_on() -> None:
    none_of(rules_of_imports.re_exports(program()))


def test_no_init_files_under_tests() -> None:
    none_of([module.path for module in program_and_tests() if module.is_init and module.package == "tests"])


def test_files_are_short() -> None:
    none_of(rules_of_style.long_files(program_and_tests()))


def test_functions_are_short() -> None:
    none_of(rules_of_style.long_functions(program_and_tests()))


def test_classes_are_small() -> None:
    none_of(rules_of_style.big_classes(program_and_tests()))


def test_functions_branch_little() -> None:
    none_of(rules_of_style.branchy_functions(program_and_tests()))


def test_names_say_what_a_thing_is() -> None:
    none_of(rules_of_style.vague_names(program()))


def test_every_module_opens_with_a_sentence() -> None:
    none_of(rules_of_style.without_docstring(program_and_tests()))


def test_nothing_is_left_unfinished() -> None:
    none_of(rules_of_style.unfinished(program_and_tests()))


def test_only_two_places_catch_everything() -> None:
    none_of(rules_of_style.broad_excepts(program()))


def test_users_read_no_word_of_the_workshop() -> None:
    none_of(rules_of_style.workshop_words(program()))


def test_no_path_of_somebodys_machine() -> None:
    files = {file for pattern in TEXT_FILES for file in ROOT.glob(pattern) if file.is_file()}
    texts = [(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")) for file in sorted(files)]
    texts += [(module.path, module.text) for module in program()]
    none_of(rules_of_style.machine_paths(texts))
