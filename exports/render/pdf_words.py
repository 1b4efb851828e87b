"""Words of two and more syllables that a heading should not break apart: "Đơn vị / tính", not "Đơn / vị tính"."""

from __future__ import annotations

import re

NO_BREAK_SPACE = "\u00a0"
COMPOUNDS = (
    "liên đoàn lao động",
    "ban chấp hành",
    "bảo hiểm xã hội",
    "người lao động",
    "thành phố",
    "công đoàn",
    "công ty",
    "trách nhiệm hữu hạn",
    "một thành viên",
    "sản xuất",
    "tư nhân",
    "cổ phần",
    "đoàn viên",
    "cán bộ",
    "lao động",
    "hoạt động",
    "phong trào",
    "thi đua",
    "sáng kiến",
    "khen thưởng",
    "danh hiệu",
    "hình thức",
    "nội dung",
    "tuyên truyền",
    "cải cách",
    "hành chính",
    "tổng hợp",
    "kết quả",
    "ý kiến",
    "kiến nghị",
    "phản ánh",
    "giải quyết",
    "tiếp nhận",
    "xử lý",
    "tài liệu",
    "sản phẩm",
    "đơn vị",
    "số buổi",
    "số lượt",
    "số lượng",
    "tổng số",
    "tỷ lệ",
    "lồng ghép",
    "ghi chú",
)
_PATTERN = re.compile(r"\b(?:" + "|".join(COMPOUNDS) + r")\b", re.IGNORECASE)


def joined(text: str) -> str:
    """The text with no-break spaces inside its compound words."""
    return _PATTERN.sub(lambda match: match[0].replace(" ", NO_BREAK_SPACE), text)
