"""Media products as they come again and again, and the contests of two years."""

from __future__ import annotations

_PAGE = "Trang Công đoàn công ty"

# kind, unit, least, most, title, channel, topic, content of public administration reform
MEDIA: tuple[tuple[str, str | None, int, int, str, str | None, str | None, int | None], ...] = (
    (
        "tin_bai",
        "tin_bai",
        1,
        4,
        "Tin hoạt động công đoàn tháng {month}/{year}",
        "Trang tin LĐLĐ tỉnh",
        "cong_doan",
        None,
    ),
    ("tin_bai", "tin_bai", 1, 3, "Bài về nộp hồ sơ trực tuyến tại nơi làm việc", _PAGE, "cchc", 2),
    ("pano", "cai", 1, 3, "Pano “An toàn là trên hết”", None, "atvsld", None),
    ("bang_ron", "cai", 2, 6, "Băng rôn tuyên truyền quý {quarter}/{year}", None, "truyen_thong", None),
    ("bang_ron", "cai", 1, 3, "Khẩu hiệu “Công nhân với chính quyền số”", None, "cchc", 6),
    ("loa", "luot", 4, 20, "Phát thanh nội bộ giờ nghỉ trưa tháng {month}/{year}", "Loa xưởng", "atvsld", None),
    ("loa", "luot", 2, 10, "Phát thanh về cải cách hành chính", "Loa xưởng", "cchc", 7),
    ("to_roi", "to", 100, 400, "Tờ rơi quyền lợi bảo hiểm xã hội", None, "lao_dong_bhxh", None),
    ("to_roi", "to", 60, 250, "Tờ gấp “Năm bước làm hồ sơ trên Cổng Dịch vụ công”", None, "chuyen_doi_so", 6),
    ("tai_lieu", "cuon", 20, 120, "Sổ tay người lao động", None, "phap_luat", None),
    ("tai_lieu", "cuon", 10, 60, "Hỏi đáp về cải cách thể chế", None, "cchc", 1),
    ("bai_dang", "bai_dang", 2, 9, "Bài đăng về hoạt động tháng {month}/{year}", _PAGE, "thi_dua", None),
    ("bai_dang", "bai_dang", 1, 6, "Bài đăng “Một tuần một thủ tục”", "Nhóm Zalo các tổ", "cchc", None),
    ("bai_dang", "bai_dang", 1, 5, "Chuyện vui buồn xóm trọ", _PAGE, None, None),
    ("ban_tin", "so", 1, 1, "Bản tin sinh hoạt tổ công đoàn tháng {month}/{year}", None, "cong_doan", None),
    ("bang_tin", None, 1, 2, "Bảng tin trước nhà ăn", None, None, None),
    ("video", "video", 1, 2, "Phóng sự gương công nhân giỏi", _PAGE, "thi_dua", None),
    ("video", "video", 1, 1, "Hướng dẫn cài đặt VNeID", _PAGE, "chuyen_doi_so", 6),
)

CONTESTS = """[
{"uid": "ct-01", "title": "Hội thi thợ giỏi ngành may năm 2024", "kind": "tho_gioi", "from": "2024-05-10",
 "to": "2024-05-18", "topic": "nang_suat", "n_participants": 64, "rounds": "Vòng chuyền, vòng công ty",
 "prizes": "1 giải Nhất, 2 giải Nhì, 3 giải Ba"},
{"uid": "ct-02", "title": "Cuộc thi ảnh “Nụ cười công nhân”", "kind": "khac", "from": "2024-09-01", "to": "2024-10-15",
 "topic": "truyen_thong", "n_entries": 73},
{"uid": "ct-03", "title": "Tìm hiểu Luật Công đoàn năm 2024", "kind": "tim_hieu", "from": "2024-12-16",
 "to": "2025-01-10", "topic": "cong_doan", "n_participants": 188, "n_entries": 240},
{"uid": "ct-04", "title": "Thi ý tưởng tiết kiệm nguyên phụ liệu", "kind": "y_tuong", "from": "2025-02-10",
 "to": "2025-03-20", "topic": "nang_suat", "n_entries": 21, "entries": [
 {"author": "Tổ may mẫu", "unit": "Chuyền may 2", "title": "Xếp rập hai lớp", "score": 92.5, "prize": "Giải Nhất"},
 {"author": "Nhóm trải vải", "unit": "Xưởng Cắt", "title": "Tận dụng đầu cây vải", "score": 88, "prize": "Giải Nhì"},
 {"author": "Nhóm thợ máy", "unit": "Xưởng Dệt", "title": "Tái dùng dầu máy"}]},
{"uid": "ct-05", "title": "Hội thi thợ giỏi năm 2025", "kind": "tho_gioi", "from": "2025-05-12", "to": "2025-05-20",
 "topic": "nang_suat", "n_participants": 71, "prizes": "6 giải"},
{"uid": "ct-06", "title": "Tìm hiểu cải cách hành chính và dịch vụ công", "kind": "tim_hieu", "from": "2025-08-01",
 "to": "2025-09-05", "topic": "cchc", "is_par": true, "par_content": 2, "n_participants": 132, "n_entries": 150},
{"uid": "ct-07", "title": "Ý tưởng giảm giấy tờ nội bộ", "kind": "y_tuong", "from": "2025-11-03", "topic": "cchc",
 "is_par": true, "n_entries": 17},
{"uid": "ct-08", "title": "Văn nghệ “Tiếng hát công nhân”", "kind": "khac", "from": "2026-01-24", "to": "2026-01-25",
 "n_participants": 46},
{"uid": "ct-09", "title": "Tìm hiểu pháp luật lao động quý I/2026", "kind": "tim_hieu", "from": "2026-02-09",
 "to": "2026-03-15", "topic": "lao_dong_bhxh", "n_participants": 97, "n_entries": 104},
{"uid": "ct-10", "title": "Thi “Bàn tay vàng” chuyền may", "kind": "tho_gioi", "from": "2026-03-04"},
{"uid": "ct-11", "title": "Ý tưởng nơi làm việc số", "kind": "y_tuong", "from": "2026-03-16", "to": "2026-04-20",
 "topic": "chuyen_doi_so", "is_par": true, "par_content": 6, "n_entries": 12}
]"""
