"""Reads the file of a form; one that cannot be used is refused with everything wrong in it, place by place."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from exports.code_lists import code_lists
from exports.document import Shape
from exports.form import Form, FormColumn, FormFigure, FormRow, FormTable
from exports.form_checks import faults_of
from exports.plots import FormPlot, read_plot
from models.errors import Fault, Refused
from models.indicators.catalogue import INDICATORS
from models.indicators.figure import SPANS, Filter
from models.indicators.lists import LISTS
from models.lists.catalogue import RECORD_LISTS

T = TypeVar("T")
Content = dict[str, Any]
_NUMBER = ((int, float), "số")
_KINDS: Mapping[str, tuple[Any, str]] = {
    "float": _NUMBER,
    "int": (int, "số nguyên"),
    "int | float | None": _NUMBER,
    "bool": (bool, "true hoặc false"),
}
_OF_FIGURE = ("indicator", "where")


def read_form(text: str, name: str) -> Form:
    """The form written in a TOML text; `name` says where it comes from. Refused, naming all that is wrong in it."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _refused(name, [Fault(f"tệp viết sai cú pháp ({error})")]) from error
    reading = _Reading()
    form = reading.form(content)
    faults = reading.faults or list(faults_of(form)) if form is not None else reading.faults
    if form is None or faults:
        raise _refused(name, faults)
    return form


def _refused(name: str, faults: list[Fault]) -> Refused:
    return Refused(faults, f"Biểu “{name}” chưa dùng được. Hãy sửa những chỗ sau trong tệp biểu:")


class _Reading:
    """Goes through a file once and notes every fault with the table, row or column where it is."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._where: list[str] = []

    def form(self, content: Content) -> Form | None:
        """The form; None if it lacks something."""
        tables = [
            self._inside(f"Bảng {_said(each, 'id', at)}", self._table, each)
            for at, each in self._each(content, "table")
        ]
        plots = [
            self._inside(f"Biểu đồ {_said(each, 'id', at)}", self._plot, each)
            for at, each in self._each(content, "plot", needed=False)
        ]
        rest = {name: value for name, value in content.items() if name not in ("table", "plot")}
        self._known_keys(tables, "bảng")
        for name in ("stock_days", "periods", "signature", "scored"):
            if isinstance(rest.get(name), list):
                rest[name] = tuple(rest[name])
        made = {"tables": tuple(filter(None, tables)), "plots": tuple(filter(None, plots))}
        return self._made(Form, {**rest, **made})

    def _table(self, content: Content) -> FormTable | None:
        columns = [
            self._inside(f"cột {_said(each, 'key', at)}", self._column, each)
            for at, each in self._each(content, "column")
        ]
        patterns = self._patterns(content.get("pattern", {}))
        rows = [
            self._inside(f"dòng {_said(each, 'code', at)}", lambda row: self._row(row, patterns), each)
            for at, each in self._each(content, "row", needed=False)
        ]
        for name, known in (("each", code_lists()), ("listed", LISTS), ("records", RECORD_LISTS)):
            if content.get(name) and str(content[name]) not in known:
                self._note(f"không có danh sách “{content[name]}”")
        self._known_keys(columns, "cột")
        self._known_keys(rows, "dòng")
        rest = {name: value for name, value in content.items() if name not in ("column", "row", "pattern")}
        made = {"columns": tuple(filter(None, columns)), "rows": tuple(filter(None, rows)), "patterns": patterns}
        return self._made(FormTable, {**rest, **made})

    def _plot(self, content: Content) -> FormPlot | None:
        if content.get("each") and str(content["each"]) not in code_lists():
            self._note(f"không có danh sách “{content['each']}”")
        for each in content.get("series", ()):
            self._known_indicator(each.get("indicator") if isinstance(each, dict) else each)
        try:
            return read_plot(content)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            self._note(f"biểu đồ viết chưa đúng ({error})")
            return None

    def _patterns(self, content: object) -> dict[str, dict[str, FormFigure]]:
        patterns: dict[str, dict[str, FormFigure]] = {}
        for name, cells in content.items() if isinstance(content, dict) else ():
            patterns[name] = {}
            for key, figure in cells.items() if isinstance(cells, dict) else ():
                place = f"mẫu dòng “{name}”, cột “{key}”"
                if isinstance(figure, dict):
                    patterns[name][key] = self._inside(place, self._figure, figure)
                else:
                    self._note(f"{place} phải viết dạng {{ indicator = … }}")
        return patterns

    def _column(self, content: Content) -> FormColumn | None:
        rest = {name: value for name, value in content.items() if name not in _OF_FIGURE}
        figure = self._figure(content) if "indicator" in content else None
        if figure:
            rest.pop("span", None)
        if str(rest.get("span", "ky")) not in SPANS:
            self._note(f"không có khoảng “{rest['span']}”")
        if str(rest.get("shape", "text")) not in {each.value for each in Shape}:
            self._note(f"không có kiểu ô “{rest['shape']}”")
            return None
        rest["shape"] = Shape(rest.get("shape", "text"))
        if isinstance(rest.get("percent"), list):
            rest["percent"] = tuple(rest["percent"])
        return self._made(FormColumn, {**rest, "figure": figure})

    def _row(self, content: Content, patterns: Mapping[str, object]) -> FormRow | None:
        rest = {**content, "where": self._filters(content.get("where", {}))}
        for name in ("sum_of", "percent_of"):
            if isinstance(rest.get(name), list):
                rest[name] = tuple(rest[name])
        if content.get("indicator"):
            self._known_indicator(content["indicator"])
        if content.get("pattern") and str(content["pattern"]) not in patterns:
            self._note(f"không có mẫu dòng “{content['pattern']}”")
        return self._made(FormRow, rest)

    def _figure(self, content: Content) -> FormFigure:
        span, indicator = content.get("span", "ky"), content.get("indicator", "")
        if str(span) not in SPANS:
            self._note(f"không có khoảng “{span}”")
        self._known_indicator(indicator)
        return FormFigure(str(indicator), self._filters(content.get("where", {})), str(span))

    def _filters(self, content: object) -> tuple[Filter, ...]:
        if not isinstance(content, dict):
            self._note("điều kiện lọc (where) phải viết dạng { tên = giá trị }")
            return ()
        for name, value in content.items():
            if not all(isinstance(each, str | int) for each in (value if isinstance(value, list) else [value])):
                self._note(f"điều kiện “{name}” phải là một mã hoặc một danh sách mã")
                return ()
        return tuple((name, tuple(value) if isinstance(value, list) else value) for name, value in content.items())

    def _known_indicator(self, indicator: object) -> None:
        if str(indicator) not in INDICATORS:
            self._note(f"không có chỉ tiêu “{indicator}”")

    def _known_keys(self, parts: list[Any], word: str) -> None:
        """A key that two parts share would make cells of one answer for the other."""
        keys = [
            getattr(each, "id", None) or getattr(each, "key", None) or getattr(each, "code", "")
            for each in parts
            if each
        ]
        for key in sorted({str(key) for key in keys if keys.count(key) > 1}):
            self._note(f"có hai {word} cùng mã “{key}”")

    def _each(self, content: Content, name: str, *, needed: bool = True) -> list[tuple[int, Content]]:
        found = content.get(name, [])
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found) or (needed and not found):
            self._note(f"phần “{name}” phải là danh sách có ít nhất một mục")
            return []
        return list(enumerate(found, 1))

    def _inside(self, place: str, read: Callable[[Content], T], content: Content) -> T:
        self._where.append(place)
        try:
            return read(content)
        finally:
            self._where.pop()

    def _made(self, part: type[T], values: Content) -> T | None:
        """The part with these values, if it has all it needs and nothing that is unknown to it."""
        members = {each.name: each for each in dataclasses.fields(part)}  # type: ignore[arg-type]
        before = len(self.faults)
        for name in values.keys() - members.keys():
            self._note(f"không có mục “{name}”")
        for name, member in members.items():
            if name not in values and member.default is member.default_factory is dataclasses.MISSING:
                self._note(f"thiếu mục “{name}”")
            if name in values and not _fits(values[name], str(member.type)):
                self._note(f"mục “{name}” phải là {_kind_of(str(member.type))[1]}")
        return part(**values) if len(self.faults) == before else None

    def _note(self, reason: str) -> None:
        place = ", ".join(self._where)
        self.faults.append(Fault(reason, label=place[:1].upper() + place[1:]))


def _kind_of(annotation: str) -> tuple[Any, str]:
    """What a member may be, in Python and in words."""
    if annotation.startswith("tuple[str"):
        return tuple, 'danh sách các mã, ví dụ ["a", "b"]'
    return _KINDS.get(annotation, (str, "chữ") if annotation.startswith("str") else (object, ""))


def _fits(value: object, annotation: str) -> bool:
    if value is None:
        return True
    if isinstance(value, bool) and annotation != "bool":
        return False
    if isinstance(value, tuple) and annotation.startswith("tuple[str"):
        two = annotation.startswith("tuple[str, str]")
        return all(isinstance(each, str) for each in value) and (not two or len(value) == 2)
    return isinstance(value, _kind_of(annotation)[0])


def _said(content: Content, key: str, place: int) -> str:
    """How a part is called in a message: by its key, or by its place if it has none."""
    return f"“{content[key]}”" if content.get(key) else f"thứ {place}"
