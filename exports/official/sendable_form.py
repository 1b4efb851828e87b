"""An authority's form as it is sent: each cell with its address, value and records, the workbook filled, its map."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from exports.issuer import issuer_on
from exports.official.cell_words import CellWords
from exports.official.filled import FilledCell, FilledForm, filled_form, spot_of
from exports.official.map import Entry
from exports.official.map_writing import map_text
from exports.official.places import letters
from exports.official.sharing import ENDING, SharedForm, shared_bytes, shared_form
from exports.official.shelf import OFFICIAL, kept_in, own_shelf
from exports.official.values import Live
from exports.render.jsonfile import json_value
from exports.sendable import SendableCell
from models.errors import UserError
from models.ledger.store import Store
from models.periods import Period
from models.sealing.read import file_of
from models.sealing.seal import CellPlace, Seal

LETTERS = 16  # of the digest that tells one map and workbook from another


@dataclass(frozen=True, slots=True)
class SendableForm:
    """See `exports.sendable.Sendable`. The files: the workbook, our own account of its cells, the form with its map."""

    filled: FilledForm
    unit: str  # code

    @property
    def form(self) -> str:
        """Under which name it is sealed."""
        return self.filled.form.id

    @property
    def named(self) -> str:
        """What she calls the form."""
        return self.filled.form.title

    @property
    def version(self) -> str:
        """What the form calls its version, and the digest of map and workbook."""
        return version_of(self.filled.form)

    @property
    def period(self) -> Period:
        """The period that it tells of."""
        return self.filled.period

    def cells(self) -> Mapping[CellPlace, SendableCell]:
        """Every cell filled, then those of the sheets put in behind."""
        words = CellWords(self.filled.form.workbook)
        found = {
            CellPlace(self.form, *spot_of(each.target)): _cell(
                words.at(each.target.sheet, each.target.place, headed=each.is_listed), each.live
            )
            for each in self.filled.cells
        }
        return found | {
            CellPlace(self.form, each.sheet, str(each.place.row), letters(each.place.column)): _cell(
                f"Ô {each.place}, trang {each.sheet}: {' '.join(each.head.split())}", each.live
            )
            for each in self.filled.further
        }

    def files(self, mark: str) -> Mapping[str, bytes]:
        """The workbook, and what could not be written into it: its own bytes must stay the authority's."""
        ending = self.filled.form.workbook.ending
        with tempfile.TemporaryDirectory(prefix="so-cong-doan-") as folder:
            target = Path(folder) / f"bieu{ending}"
            self.filled.put_at(target)
            workbook = target.read_bytes()
        account = json.dumps(self._account(mark), ensure_ascii=False, indent=1) + "\n"
        return {ending: workbook, ".json": account.encode(), ENDING: shared_bytes(self.filled.form)}

    def _account(self, mark: str) -> dict[str, Any]:
        return {
            "form": self.form,
            "title": self.named,
            "version": self.version,
            "unit": self.unit,
            "period": self.period.text,
            "mark": mark,
            "cells": [_said_of(each) for each in self.filled.cells],
        }


def sendable_form(store: Store, form: SharedForm, period: Period, day: date) -> SendableForm:
    """An authority's form as it would be sent, signed on a day. BadMap if its map has faults."""
    if not form.chart.entries and not form.chart.lists:
        raise UserError(f"Biểu “{form.title}” chưa ghép ô nào nên chưa gửi được. Hãy ghép ô trước.")
    return SendableForm(filled_form(store, form, period, day), issuer_on(store, day).code)


def kept_form(name: str, period: Period) -> SharedForm:
    """The version of a form on her shelf that is in use in a period. UserError if there is none of this name."""
    folder = own_shelf() / name.removeprefix(OFFICIAL)
    if not folder.is_dir():
        raise UserError(f"Trên máy này không có biểu của cấp trên mang tên “{name}”. Lệnh forms kể các biểu hiện có.")
    return kept_in(folder).version_for(period).form


def sealed_form(store: Store, seal: Seal) -> SharedForm:
    """The form with its map as it was when it was sent. UserError if it was not kept."""
    content = file_of(store, seal, ENDING)
    if content is None:
        raise UserError(f"Báo cáo {seal.title} không còn giữ biểu mẫu kèm theo. Hãy lấy bản sao lưu gần nhất.")
    return replace(shared_form(content, Path(f"{seal.named}{ENDING}")), id=seal.form)


def version_of(form: SharedForm) -> str:
    """What tells one version of a form from another: its workbook and its map, not what she calls it."""
    chart = map_text(replace(form.chart, title=""))
    digest = sha256(form.workbook.package.raw + chart.encode()).hexdigest()[:LETTERS]
    return f"{form.version} {digest}".strip()


def _cell(label: str, live: Live) -> SendableCell:
    figures = (live.figure,) if live.figure is not None else ()
    return SendableCell(label, json_value(live.value), figures, live.records)


def _said_of(each: FilledCell) -> dict[str, Any]:
    """A cell, what it was asked for, and her words, which stand nowhere in the authority's file."""
    live, by_hand = each.live, each.live.by_hand
    said: dict[str, Any] = {"sheet": each.target.sheet.name, "cell": str(each.target.place)}
    said |= _asked(each.target.entry) | {"value": json_value(live.value)}
    if by_hand is not None:
        said |= {"computed": json_value(by_hand.computed), "reason": by_hand.reason}
    return said | ({"remark": live.remark} if live.remark else {})


def _asked(entry: Entry) -> dict[str, Any]:
    if entry.indicator:
        where = {name: list(value) if isinstance(value, tuple) else value for name, value in entry.where}
        return {"indicator": entry.indicator, "where": where, "span": entry.span}
    return {"value_of": entry.value} if entry.value else {"text": entry.text} if entry.text is not None else {}
