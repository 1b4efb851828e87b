"""Văn bản: official papers that come in, go out, or are the basis of something."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from models.code_lists_documents import DOC_DIRECTION, DOC_TYPE, HANDLING_STATUS, SECURITY, URGENCY
from models.errors import Fault
from models.record import Record, field
from models.records.rules import not_itself
from models.values import DAY, LINES, TEXT, WHOLE, YEAR, YES_NO, Code, Link


class OfficialDocument(Record):
    """Một văn bản with its number, symbol, day and abstract (trích yếu)."""

    table_name = "document"
    label = "Văn bản"
    title_field = "abstract"
    # An incoming paper belongs to the day it came, any other to the day it was issued (`forms.md` 13, VIII.1).
    computed: ClassVar = {
        "dated_on": "CASE direction WHEN 'den' THEN coalesce(received_on, issued_on) ELSE issued_on END"
    }
    dated_by = "dated_on"

    direction: str | None = field("Văn bản đến, đi", Code(DOC_DIRECTION), column=True, quick=True)
    doc_type: str = field("Loại văn bản", Code(DOC_TYPE), required=True, column=True, quick=True)
    number: int | None = field("Số", WHOLE, column=True, quick=True)
    year: int | None = field("Năm", YEAR)
    symbol: str | None = field("Ký hiệu", TEXT, column=True, quick=True, hint="KH-CĐCS")
    issued_on: date | None = field("Ngày ban hành", DAY, column=True, quick=True)
    issuer: str | None = field("Cơ quan ban hành", TEXT, column=True, hint="LĐLĐ tỉnh Tây Ninh")
    abstract: str = field("Trích yếu", LINES, required=True, column=True, quick=True)
    basis: bool = field("Là căn cứ pháp lý", YES_NO, default=False)
    is_par: bool = field("Về cải cách hành chính", YES_NO, default=False)
    implements: str | None = field("Triển khai văn bản", Link(("document",)))
    received_on: date | None = field("Ngày đến", DAY)
    due_on: date | None = field("Hạn xử lý", DAY)
    handler: str | None = field("Người xử lý", TEXT)
    handling_status: str | None = field("Tình trạng xử lý", Code(HANDLING_STATUS), column=True)
    security: str | None = field("Độ mật", Code(SECURITY))
    urgency: str | None = field("Độ khẩn", Code(URGENCY))
    file: str | None = field("Tệp", Link(("attachment",)))

    def faults(self) -> Iterator[Fault]:
        yield from not_itself(self, "implements")
