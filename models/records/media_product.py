"""Sản phẩm truyền thông: tin bài, pano, loa, tờ rơi, bài đăng."""

from __future__ import annotations

from datetime import date

from models.code_lists import MEDIA_KIND, MEDIA_UNIT, PAR_CONTENT, TOPIC
from models.record import Record, field
from models.records.rules import joined
from models.values import DAY, TEXT, WHOLE, Code, Link


class MediaProduct(Record):
    """Một sản phẩm truyền thông, or several of one kind on one day."""

    table_name = "media_product"
    label = "Sản phẩm truyền thông"
    dated_by = "on"

    activity: str | None = field("Thuộc hoạt động", Link(("activity",)))
    kind: str = field("Loại sản phẩm", Code(MEDIA_KIND), required=True, column=True, quick=True)
    title: str | None = field("Tên, tiêu đề", TEXT, column=True, quick=True)
    quantity: int = field("Số lượng", WHOLE, required=True, column=True, quick=True)
    unit: str | None = field("Đơn vị tính", Code(MEDIA_UNIT), column=True)
    on: date = field("Ngày", DAY, required=True, column=True, quick=True)
    channel: str | None = field("Kênh, nơi đăng", TEXT, hint="Fanpage Công đoàn công ty")
    url: str | None = field("Đường dẫn", TEXT)
    reach: int | None = field("Lượt tiếp cận", WHOLE, column=True)
    interactions: int | None = field("Lượt tương tác", WHOLE)
    topic: str | None = field("Nội dung", Code(TOPIC), column=True, quick=True)
    par_content: int | None = field("Nội dung CCHC", Code(PAR_CONTENT), quick=True)

    @property
    def title_text(self) -> str:
        """Its own title, else its kind and day."""
        return self.title or joined(self.shown("kind"), self.shown("on"))
