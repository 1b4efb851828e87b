"""Why a file given as the authority's workbook cannot be filled: one polite sentence each, with the way out."""

from __future__ import annotations

from pathlib import Path

from models.errors import UserError


class BadWorkbook(UserError):
    """A file that cannot be read as a workbook; it stays untouched."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"Tệp “{path.name}” {reason}")


MISSING = "không tìm thấy hoặc không mở được. Hãy chọn lại tệp biểu mẫu."
EMPTY = "không có nội dung gì. Hãy xin cấp trên gửi lại tệp hoặc chọn tệp khác."
OLD = (
    "là tệp Excel đời cũ (97–2003, đuôi .xls). Hãy mở bằng Excel hoặc LibreOffice, lưu lại thành “Sổ làm việc Excel "
    "(.xlsx)” rồi chọn tệp vừa lưu."
)
ENCRYPTED = (
    "được khóa bằng mật khẩu mở tệp. Hãy mở bằng Excel, bỏ mật khẩu mở tệp (Tệp › Thông tin › Bảo vệ sổ làm việc), lưu "
    "lại rồi chọn lại."
)
BINARY = "là sổ Excel dạng nhị phân (.xlsb). Hãy mở bằng Excel, lưu lại thành .xlsx rồi chọn tệp vừa lưu."
OPEN_DOCUMENT = (
    "là bảng tính OpenDocument (.ods). Hãy mở bằng LibreOffice hoặc Excel, lưu lại thành .xlsx rồi chọn tệp vừa lưu."
)
OTHER = "không phải là bảng tính Excel (.xlsx, .xlsm). Hãy chọn đúng tệp biểu mẫu của cấp trên."
AGAIN = "Hãy tải lại hoặc xin cấp trên gửi lại; nếu Excel vẫn mở được thì mở rồi lưu lại thành tệp mới và chọn tệp đó."
DAMAGED = f"bị hỏng hoặc bị cắt mất một phần. {AGAIN}"
TOO_LARGE = "quá lớn so với một biểu báo cáo. Hãy bỏ bớt trang, hình ảnh không cần rồi lưu lại và chọn tệp vừa lưu."
UNUSUAL = "có cấu tạo khác thường nên chưa điền được. Hãy mở bằng Excel, lưu lại thành .xlsx rồi chọn tệp vừa lưu."


def damaged_sheet(name: str, place: str) -> str:
    """The reason for a sheet that cannot be followed; `place` is the cell or row where that shows, if it is known."""
    return f"bị hỏng ở trang “{name}”{f', {place}' if place else ''}. {AGAIN}"
