"""Representation, care, supervision, documents and targets: A2 sections II, VI, VIII and the column of targets."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from models.indicators.indicator import Bool, Columns, Indicator, Source
from models.indicators.moments import CUTOFF, of_the_year, within
from models.indicators.people import of_own_unit
from models.records.agreement import LabourAgreement
from models.records.consultation import Consultation
from models.records.dialogue import Dialogue
from models.records.official_document import OfficialDocument
from models.records.supervision import Supervision, SupervisionItem
from models.records.target import Target
from models.records.welfare import WelfareAction
from models.tables import table_of

CONFERENCES = ("hoi_nghi_nld", "hoi_nghi_cbvc")
WORKPLACE_DIALOGUES = ("doi_thoai_dinh_ky", "doi_thoai_vu_viec", "doi_thoai_yeu_cau")
_SUPERVISION, _ITEM = table_of(Supervision), table_of(SupervisionItem)
_ITEMS = (
    sa.select(_SUPERVISION.c.uid, _SUPERVISION.c.on, _SUPERVISION.c.kind, _ITEM.c.state)
    .select_from(_SUPERVISION.join(_ITEM, _ITEM.c.owner == _SUPERVISION.c.id))
    .subquery()
)

DIALOGUES = Source("dialogue", table_of(Dialogue))
AGREEMENTS = Source("labour_agreement", table_of(LabourAgreement))
WELFARE = Source("welfare_action", table_of(WelfareAction))
CONSULTATIONS = Source("consultation", table_of(Consultation))
SUPERVISIONS = Source("supervision", _SUPERVISION)
SUPERVISION_ITEMS = Source("supervision", _ITEMS)
DOCUMENTS = Source("document", table_of(OfficialDocument))
TARGETS = Source("target", table_of(Target))


def _on(columns: Columns) -> Bool:
    return within(columns.on)


def _counted_dialogue(columns: Columns) -> Bool:
    return columns.kind.in_(CONFERENCES + WORKPLACE_DIALOGUES)


def _in_force(columns: Columns) -> Bool:
    signed = sa.or_(columns.signed_on.is_(None), columns.signed_on <= CUTOFF)
    return sa.and_(signed, sa.or_(columns.valid_to.is_(None), columns.valid_to >= CUTOFF))


def _worth(columns: Columns) -> sa.ColumnElement[Any]:
    money, goods = columns.amount_vnd, columns.in_kind_vnd
    both_empty = sa.and_(money.is_(None), goods.is_(None))
    return sa.case((both_empty, None), else_=sa.func.coalesce(money, 0) + sa.func.coalesce(goods, 0))


def _asked_until(columns: Columns) -> Bool:
    return within(sa.func.coalesce(columns.to, columns["from"]))


def _issued(columns: Columns) -> Bool:
    return sa.and_(columns.direction == "di", within(columns.issued_on))


def _came_in(columns: Columns) -> Bool:
    return sa.and_(columns.direction == "den", within(columns.received_on))


def _for_the_year(columns: Columns) -> Bool:
    return sa.and_(of_the_year(columns.period), of_own_unit(columns.unit))


REPRESENTATION = (
    Indicator(
        "conferences",
        "Hội nghị người lao động, cán bộ viên chức",
        "cuộc",
        DIALOGUES,
        _on,
        only=lambda c: c.kind.in_(CONFERENCES),
    ),
    Indicator(
        "dialogues",
        "Đối thoại tại nơi làm việc",
        "cuộc",
        DIALOGUES,
        _on,
        only=lambda c: c.kind.in_(WORKPLACE_DIALOGUES),
    ),
    Indicator(
        "raised",
        "Ý kiến nêu tại hội nghị, đối thoại",
        "ý kiến",
        DIALOGUES,
        _on,
        lambda c: c.n_raised,
        _counted_dialogue,
    ),
    Indicator(
        "answered_on_spot",
        "Ý kiến đã trả lời tại chỗ",
        "ý kiến",
        DIALOGUES,
        _on,
        lambda c: c.n_answered_on_spot,
        _counted_dialogue,
    ),
    Indicator("agreements", "Thỏa ước lao động tập thể đang có hiệu lực", "bản", AGREEMENTS, _in_force),
    Indicator("care_turns", "Lượt người được thăm hỏi, hỗ trợ", "lượt", WELFARE, _on, lambda c: c.n_turns),
    Indicator("care_money", "Số tiền chăm lo, hỗ trợ", "đồng", WELFARE, _on, _worth),
    Indicator("consultations", "Văn bản tham gia góp ý", "văn bản", CONSULTATIONS, _asked_until),
    Indicator("supervisions", "Cuộc kiểm tra, giám sát", "cuộc", SUPERVISIONS, _on),
    Indicator("supervision_items", "Kiến nghị sau giám sát", "kiến nghị", SUPERVISION_ITEMS, _on),
    Indicator("documents_issued", "Văn bản ban hành", "văn bản", DOCUMENTS, _issued),
    Indicator("documents_received", "Văn bản tiếp nhận", "văn bản", DOCUMENTS, _came_in),
    Indicator("target", "Chỉ tiêu năm", "", TARGETS, _for_the_year, lambda c: c.planned, nothing=None),
)
