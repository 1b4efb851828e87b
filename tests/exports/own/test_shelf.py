"""Her own forms as files: kept, found at once, put away and fetched back, passed on and taken in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exports.form import Form
from exports.form_shelf import FOLDER, form_named, forms, shelf
from exports.form_writing import form_text
from exports.own.copying import copy_of, free_id
from exports.own.shelf import (
    bring_back,
    keep,
    path_of,
    put_away,
    read_given,
    taken_ids,
    those_away,
    with_free_id,
    write,
)
from models.errors import Refused, UserError
from models.own_folder import own_folder


@pytest.fixture(autouse=True)
def folders() -> Iterator[None]:
    """Her folders, empty before and after."""
    yield
    for name in (FOLDER, f"{FOLDER}-da-bo"):
        shutil.rmtree(own_folder(name), ignore_errors=True)


@pytest.fixture
def form() -> Form:
    return replace(copy_of(forms()["B1"], taken_ids()), title="Biểu của tôi")


def test_a_kept_form_is_on_the_shelf_at_once(form: Form) -> None:
    path = keep(form)
    assert path == own_folder(FOLDER) / "B1-RIENG.toml"
    assert form_named("b1-rieng") == form
    assert path_of("B1-RIENG") == path


def test_a_second_copy_gets_a_code_of_its_own(form: Form) -> None:
    keep(form)
    assert copy_of(forms()["B1"], taken_ids()).id == "B1-RIENG-2"
    assert copy_of(form, taken_ids()).id == "B1-RIENG-2"
    assert free_id("A" * 20, ["a" * 20]) == "A" * 14 + "-RIENG"


def test_a_code_that_is_taken_is_refused_and_nothing_written(form: Form) -> None:
    for taken in ("a2", "Q"):
        with pytest.raises(Refused, match="đã có biểu khác dùng"):
            keep(replace(form, id=taken))
    assert not any(own_folder(FOLDER).glob("*"))


@pytest.mark.parametrize(("title", "id"), [("  ", "B1"), ("A", "BIỂU 1"), ("A", "../B1"), ("A", "x" * 21)])
def test_what_the_reader_would_refuse_is_never_kept(form: Form, title: str, id: str) -> None:
    path = keep(form)
    before = path.read_bytes()
    with pytest.raises(Refused):
        keep(replace(form, title=title, id=id if id != "B1" else form.id), former=form.id)
    assert [each.name for each in own_folder(FOLDER).iterdir()] == [path.name]
    assert path.read_bytes() == before


def test_another_code_moves_the_file_along(form: Form) -> None:
    former = keep(form)
    path = keep(replace(form, id="TT-01"), former=form.id)
    assert not former.exists()
    assert path.name == "TT-01.toml"
    assert list(shelf().own) == ["TT-01"]


def test_a_form_keeps_the_file_it_came_in(form: Form) -> None:
    own_folder(FOLDER).mkdir(parents=True)
    path = own_folder(FOLDER) / "tay viết.toml"
    path.write_text(form_text(form), encoding="utf-8")
    assert keep(replace(form, title="Khác"), former=form.id) == path
    assert form_named(form.id).title == "Khác"


def test_a_form_put_away_comes_back_as_it_was(form: Form) -> None:
    keep(form)
    put_away(form.id)
    with pytest.raises(UserError):
        form_named(form.id)
    ((path, found),) = those_away()
    assert found == form
    assert bring_back(path) == form
    assert form_named(form.id) == form
    assert not those_away()


def test_a_form_comes_back_under_a_free_code_if_its_own_is_taken(form: Form) -> None:
    keep(form)
    away = put_away(form.id)
    keep(form)
    assert bring_back(away).id == "B1-RIENG-2"
    assert set(shelf().own) == {"B1-RIENG", "B1-RIENG-2"}


def test_what_is_passed_on_is_taken_in_as_the_same_form(form: Form, tmp_path: Path) -> None:
    target = tmp_path / "gui.toml"
    write(form, target)
    assert read_given(target) == form
    keep(form)
    assert with_free_id(read_given(target)).id == "B1-RIENG-2"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("x.bieumau", b"PK", "Biểu của cấp trên"),
        ("x.toml", b"\xff\xfe", "không đọc được"),
        ("x.toml", b"id = 1\n", "thiếu mục “title”"),
        ("x.toml", b"#" * (1 << 21), "quá lớn"),
    ],
)
def test_a_file_that_is_no_form_says_why(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UserError, match=told):
        read_given(path)
