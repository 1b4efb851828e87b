"""A report as JSON: the binding names, and the same values as in the report."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from exports.document import Cell, Column, Issuer, Report, ReportDocument, Row, Shape, Table
from exports.mismatch import Mismatch
from exports.proof import compare
from exports.render.jsonfile import as_json, report_as_json, write_json
from models.indicators.figure import Figure, Reference
from models.periods import quarter

PERIOD = quarter(2026, 1)


def document(value: int | None = 5) -> ReportDocument:
    columns = (
        Column("tt", "TT", Shape.CODE, 10),
        Column("noi_dung", "Nội dung", Shape.TEXT, 100),
        Column("so_luong", "Số lượng", Shape.WHOLE, 30),
        Column("ngay", "Ngày", Shape.DATE, 25),
    )
    figure = Cell(value, Shape.WHOLE, Figure(Reference("x"), PERIOD, value), expected=True)
    rows = (
        Row("I", (Cell("I"), Cell("Tình hình"), Cell(), Cell()), level=0),
        Row("III.1", (Cell("1"), Cell("Số buổi"), figure, Cell(date(2026, 2, 5), Shape.DATE))),
        Row("III.2", (Cell("2"), Cell("Số “lượt”"), Cell(None, Shape.DECIMAL, expected=True), Cell())),
    )
    issuer = Issuer("CS001", "CĐCS A", "LĐLĐ", "CĐCS A", "Liên đoàn", "Tây Ninh")
    title = "SỐ LIỆU"
    return ReportDocument(
        "A2",
        "2026.1",
        "",
        "phu_luc",
        title,
        "",
        "",
        False,
        issuer,
        PERIOD,
        date(2026, 4, 5),
        (Table("A2", columns, rows),),
    )


def bundle() -> Report:
    return Report("Q", "BÁO CÁO", "", "Số: 05/BC-CĐCS", "", (), (), (document(), document(None)))


def test_a_form_has_the_names_that_others_read() -> None:
    assert as_json(document()) == {
        "form": "A2",
        "version": "2026.1",
        "unit": "CS001",
        "period": {
            "kind": "quy",
            "from": "2026-01-01",
            "to": "2026-03-31",
            "cutoff": "2026-03-31",
            "label": "Quý I/2026",
        },
        "reference": "so-cong-doan:1?form=A2&version=2026.1&period=2026-Q1&unit=CS001",
        "tables": [
            {
                "id": "A2",
                "columns": [
                    {"key": "tt", "title": "TT"},
                    {"key": "noi_dung", "title": "Nội dung"},
                    {"key": "so_luong", "title": "Số lượng"},
                    {"key": "ngay", "title": "Ngày"},
                ],
                "rows": [
                    {"code": "I", "cells": {"tt": "I", "noi_dung": "Tình hình", "so_luong": None, "ngay": None}},
                    {"code": "III.1", "cells": {"tt": "1", "noi_dung": "Số buổi", "so_luong": 5, "ngay": "2026-02-05"}},
                    {"code": "III.2", "cells": {"tt": "2", "noi_dung": "Số “lượt”", "so_luong": None, "ngay": None}},
                ],
            }
        ],
    }


def test_the_file_holds_the_same_with_vietnamese_letters_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a2.json"
    write_json(document(), path)
    text = path.read_text(encoding="utf-8")
    assert json.loads(text) == as_json(document())
    assert "Tình hình" in text


def test_a_bundle_lists_its_forms_as_documents(tmp_path: Path) -> None:
    path = tmp_path / "q.json"
    write_json(bundle(), path)
    content = json.loads(path.read_text(encoding="utf-8"))
    assert content == report_as_json(bundle())
    assert (content["form"], content["unit"], len(content["documents"])) == ("Q", "CS001", 2)


def test_the_proof_compares_every_figure(tmp_path: Path) -> None:
    path = tmp_path / "q.json"
    write_json(bundle(), path)
    assert str(compare(path, bundle())) == "đã đối chiếu 6/6 ô"


def test_the_proof_names_the_place_that_differs(tmp_path: Path) -> None:
    path = tmp_path / "a2.json"
    write_json(document(6), path)
    with pytest.raises(Mismatch, match=r"so_luong: trên tệp là “6”, trong báo cáo là “5”"):
        compare(path, document(5))


def test_zero_is_not_the_same_as_not_collected(tmp_path: Path) -> None:
    path = tmp_path / "a2.json"
    write_json(document(0), path)
    with pytest.raises(Mismatch, match="trong báo cáo là “\\(trống\\)”"):
        compare(path, document(None))
