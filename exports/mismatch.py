"""What is told when a written file does not say what the report says."""

from __future__ import annotations

from datetime import date

from models.errors import UserError


class Mismatch(UserError):
    """A written file does not say what the report says: it must not be sent."""

    def __init__(self, place: str, found: object, expected: object) -> None:
        super().__init__(
            f"Tệp vừa ghi không khớp với báo cáo tại {place}: trên tệp là “{_said(found)}”, trong báo cáo là "
            f"“{_said(expected)}”. Tệp chưa được lưu; hãy xuất lại, nếu vẫn lỗi thì báo cho người hỗ trợ."
        )


def _said(value: object) -> str:
    if value is None:
        return "(trống)"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
