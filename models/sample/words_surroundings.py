"""Terms, days to remember, outside figures, files: told by hand. No figure here is an official one."""

from __future__ import annotations

TERMS = """[
{"uid": "nk-2018", "unit": "dv-cdcs", "no": "II", "from_year": 2018, "to_year": 2023, "congress_on": "2018-04-14"},
{"uid": "nk-2023", "unit": "dv-cdcs", "no": "III", "from_year": 2023, "to_year": 2028, "congress_on": "2023-05-20",
 "motto": "Đổi mới - Dân chủ - Đoàn kết - Phát triển"},
{"uid": "nk-tinh", "unit": "dv-ldld-tinh", "from_year": 2025, "to_year": 2030}
]"""

# month, day, since, title, topic
DAYS: tuple[tuple[int, int, int | None, str, str], ...] = (
    (3, 8, None, "Ngày Quốc tế Phụ nữ", "binh_dang_gioi"),
    (5, 1, None, "Ngày Quốc tế Lao động", "truyen_thong"),
    (5, 19, 2012, "Ngày thành lập CĐCS", "truyen_thong"),
    (7, 28, 1929, "Ngày thành lập Công đoàn Việt Nam", "truyen_thong"),
    (10, 20, None, "Ngày Phụ nữ Việt Nam", "binh_dang_gioi"),
)

OUTSIDE = """[
{"uid": "cs-par-2024", "code": "PARINDEX", "name": "Chỉ số cải cách hành chính của tỉnh (số ví dụ)", "value": 86.5,
 "unit": "%", "as_of": "2024-12-31", "source": "Số liệu ví dụ của sổ mẫu, không phải số công bố"},
{"uid": "cs-par-2025", "code": "PARINDEX", "name": "Chỉ số cải cách hành chính của tỉnh (số ví dụ)", "value": 88.25,
 "unit": "%", "as_of": "2025-12-31", "source": "Số liệu ví dụ của sổ mẫu, không phải số công bố"},
{"uid": "cs-sipas-2025", "code": "SIPAS", "name": "Chỉ số hài lòng về phục vụ hành chính (số ví dụ)", "value": 84,
 "unit": "%", "as_of": "2025-12-31", "source": "Số liệu ví dụ của sổ mẫu, không phải số công bố"},
{"uid": "cs-vay-2025", "code": "VAY-VON", "name": "Đoàn viên được vay quỹ trợ vốn", "value": 17, "unit": "người",
 "as_of": "2025-12-31", "source": "Thông báo của quỹ trợ vốn"},
{"uid": "cs-tthc-2026", "code": "TTHC", "name": "Thủ tục nội bộ đã đơn giản hóa", "value": 3, "unit": "thủ tục",
 "as_of": "2026-03-31", "source": "Phòng Nhân sự"}
]"""

# uid, number of the activity, file, caption
PICTURES = (
    ("tep-01", 1, "tong-ket-2025-toan-canh.jpg", "Toàn cảnh hội nghị tổng kết năm 2025"),
    ("tep-02", 1, "tong-ket-2025-khen-thuong.jpg", "Trao thưởng cho các tập thể xuất sắc"),
    ("tep-03", 2, "hop-mat-8-3-2026.jpg", "Nữ công nhân hai giỏi nhận hoa"),
    ("tep-04", 4, "hoi-thao-cchc-tham-luan-1.pdf", "Tham luận: Số hóa hồ sơ lao động"),
)
