"""Dialogues, supervision, consultations, agreements and care: what recurs, and what happened once."""

from __future__ import annotations

# kind, direction, content, about public administration reform
INSPECTIONS = (
    ("kiem_tra", "chu_tri", "Việc chấp hành Điều lệ, thu nộp đoàn phí của tổ công đoàn", False),
    ("giam_sat", "chu_tri", "Thực hiện thỏa ước lao động tập thể về bữa ăn ca", False),
    ("giam_sat", "phoi_hop", "Thực hiện chế độ tiền lương, bảo hiểm của công ty", False),
    ("ttnd", "chu_tri", "Giám sát của Ban Thanh tra nhân dân về quy chế dân chủ", False),
    ("kiem_tra", "phoi_hop", "Kiểm tra an toàn, vệ sinh lao động tại xưởng", False),
    ("giam_sat", "chu_tri", "Thời gian xử lý hồ sơ, giấy tờ cho người lao động", True),
)
RECOMMENDATIONS = (
    "Công khai bảng lương chi tiết cho từng công nhân.",
    "Bổ sung bình chữa cháy và kiểm tra định kỳ hằng tháng.",
    "Ghi đủ biên bản sinh hoạt tổ công đoàn.",
    "Cải thiện thông gió khu ủi và xưởng dệt.",
    "Trả giấy xác nhận cho người lao động trong ngày làm việc.",
    "Lập sổ theo dõi bữa ăn ca, lưu mẫu thức ăn đủ 24 giờ.",
)

# programme, month, day, turns, money and goods for each, source
CARE: tuple[tuple[str, int, int, int, int, int, str], ...] = (
    ("Tết Sum vầy", 1, 23, 270, 500_000, 250_000, "chuyen_mon"),
    ("Vé xe về quê đón Tết", 1, 21, 60, 0, 420_000, "xa_hoi_hoa"),
    ("Quà ngày Quốc tế Phụ nữ 8/3", 3, 6, 200, 100_000, 0, "cong_doan"),
    ("Tháng Công nhân: thăm công nhân khó khăn", 5, 12, 25, 1_000_000, 300_000, "cong_doan"),
    ("Quà Quốc tế Thiếu nhi cho con đoàn viên", 5, 30, 150, 0, 120_000, "cong_doan"),
    ("Học bổng tiếp sức đến trường", 8, 20, 18, 1_500_000, 0, "xa_hoi_hoa"),
    ("Trung thu cho con công nhân", 9, 26, 160, 0, 150_000, "chuyen_mon"),
    ("Quà ngày Phụ nữ Việt Nam 20/10", 10, 17, 205, 100_000, 0, "cong_doan"),
    ("Ủng hộ đồng bào vùng lũ", 11, 5, 240, 80_000, 0, "xa_hoi_hoa"),
)

ODD_CARE = """[
{"uid": "cl-mai-am", "program": "Mái ấm Công đoàn", "on": "2025-12-31", "n_turns": 1, "n_members": 1,
 "amount_vnd": 60000000, "source": "cong_doan", "note": "Bàn giao nhà cho một đoàn viên Chuyền may 2."},
{"uid": "cl-sieu-thi", "program": "Siêu thị 0 đồng", "on": "2026-01-31", "n_turns": 120, "n_members": 96,
 "in_kind_vnd": 36000000, "source": "xa_hoi_hoa"},
{"uid": "cl-khong-tien", "program": "Cắt tóc miễn phí cho công nhân", "on": "2026-02-08", "n_turns": 48,
 "source": "xa_hoi_hoa", "note": "Không quy ra tiền."},
{"uid": "cl-chua-dem", "program": "Nước mát mùa nắng tại xưởng", "on": "2026-03-31", "amount_vnd": 2400000,
 "source": "chuyen_mon"},
{"uid": "cl-khong-ngay", "program": "Hỗ trợ đoàn viên điều trị dài ngày (chưa ghi ngày)", "n_turns": 1, "n_members": 1,
 "amount_vnd": 5000000}
]"""

ODD_DIALOGUES = """[
{"uid": "dt-vu-viec-2024", "kind": "doi_thoai_vu_viec", "on": "2024-09-19", "n_workers": 10, "n_employer": 4,
 "n_raised": 6, "n_answered_on_spot": 6},
{"uid": "dt-yeu-cau-2025", "kind": "doi_thoai_yeu_cau", "on": "2025-04-24", "place": "Xưởng Cắt", "n_workers": 12,
 "n_employer": 3, "n_raised": 4, "n_answered_on_spot": 0},
{"uid": "dt-vien-chuc-2025", "kind": "hoi_nghi_cbvc", "on": "2025-10-10", "place": "Trường mầm non của công ty",
 "n_workers": 22, "n_raised": 7, "n_answered_on_spot": 5},
{"uid": "dt-tiep-xuc-2026", "kind": "tiep_xuc", "on": "2026-02-11", "place": "Khu nhà trọ", "n_workers": 35,
 "n_raised": 9, "n_answered_on_spot": 4},
{"uid": "dt-vu-viec-2026", "kind": "doi_thoai_vu_viec", "on": "2026-03-31", "place": "Phòng họp số 2", "n_workers": 9,
 "n_employer": 4, "n_raised": 5}
]"""

ODD_SUPERVISIONS = """[
{"uid": "gs-duoc-kiem-tra", "kind": "kiem_tra", "direction": "duoc_kiem_tra", "subject": "CĐCS Công ty",
 "content": "Ủy ban Kiểm tra LĐLĐ tỉnh kiểm tra tài chính và công tác cải cách hành chính", "on": "2025-11-27",
 "n_members": 5, "is_par": true, "items": [{"recommendation": "Cập nhật quy chế chi tiêu nội bộ.",
 "addressee": "Ban Chấp hành CĐCS", "due_on": "2026-01-31", "state": "da_thuc_hien"},
 {"recommendation": "Bổ sung kế hoạch cải cách hành chính.", "addressee": "Ban Chấp hành CĐCS",
 "due_on": "2026-03-31", "state": "dang_thuc_hien"}]},
{"uid": "gs-phan-bien", "kind": "phan_bien", "direction": "phoi_hop", "subject": "UBND xã Mẫu Đông",
 "content": "Góp ý phản biện dự thảo đề án bãi giữ xe và chợ công nhân", "on": "2026-02-04", "n_members": 2},
{"uid": "gs-ttnd-2026", "kind": "ttnd", "direction": "chu_tri", "subject": "Nhà ăn ca",
 "content": "Ban Thanh tra nhân dân giám sát chất lượng bữa ăn ca", "on": "2026-03-31", "items": [
 {"recommendation": "Lưu mẫu thức ăn đủ 24 giờ.", "addressee": "Nhà thầu suất ăn", "due_on": "2026-04-15",
 "state": "chua_thuc_hien"}]},
{"uid": "gs-ke-hoach", "kind": "giam_sat", "direction": "chu_tri", "subject": "Xưởng Dệt",
 "content": "Giám sát cấp phát bảo hộ lao động (dự kiến)"}
]"""

CONSULTATIONS = """[
{"uid": "gy-01", "draft_title": "Dự thảo Luật Công đoàn (sửa đổi)", "asked_by": "LĐLĐ tỉnh", "from": "2024-05-06",
 "to": "2024-05-20", "n_opinions": 14, "n_accepted": 5},
{"uid": "gy-02", "draft_title": "Dự thảo nội quy lao động năm 2025", "asked_by": "Ban Giám đốc", "from": "2024-12-20",
 "to": "2025-01-08", "n_opinions": 21, "n_accepted": 16},
{"uid": "gy-03", "draft_title": "Quy chế trả lương, trả thưởng", "asked_by": "Ban Giám đốc", "from": "2025-03-03",
 "to": "2025-03-18", "n_opinions": 33, "n_accepted": 20, "doc": "vb-2025-kh-tuyen-truyen"},
{"uid": "gy-04", "draft_title": "Dự thảo Điều lệ Công đoàn", "asked_by": "LĐLĐ tỉnh", "from": "2025-09-15"},
{"uid": "gy-05", "draft_title": "Quy chế dân chủ ở cơ sở tại nơi làm việc", "asked_by": "Ban Giám đốc",
 "to": "2026-01-16", "n_opinions": 12, "n_accepted": 12},
{"uid": "gy-06", "draft_title": "Thang lương, bảng lương năm 2026", "asked_by": "Ban Giám đốc", "from": "2026-03-20",
 "to": "2026-04-06", "n_opinions": 18},
{"uid": "gy-07", "draft_title": "Quy chế thưởng sáng kiến", "asked_by": "Hội đồng sáng kiến", "from": "2026-02-09",
 "to": "2026-02-27", "n_opinions": 9, "n_accepted": 0}
]"""

AGREEMENTS = """[
{"uid": "tu-2019", "title": "Thỏa ước lao động tập thể 2019-2022", "signed_on": "2019-06-20", "valid_to": "2022-06-19",
 "registered": true},
{"uid": "tu-2022", "title": "Thỏa ước lao động tập thể 2022-2025", "signed_on": "2022-06-20", "valid_to": "2025-06-30",
 "registered": true, "n_benefits": "Bữa ăn ca 22.000 đồng; thưởng Tết ít nhất một tháng lương."},
{"uid": "tu-2025", "title": "Thỏa ước lao động tập thể 2025-2028", "signed_on": "2025-07-01", "valid_to": "2028-06-30",
 "registered": true, "n_benefits": "Bữa ăn ca 27.000 đồng; nghỉ thêm một ngày phép; hỗ trợ tiền gửi trẻ."},
{"uid": "tu-nhom", "title": "Thỏa ước nhóm doanh nghiệp may về bữa ăn ca", "signed_on": "2024-04-01",
 "valid_to": "2026-03-31"},
{"uid": "tu-phu-luc", "title": "Phụ lục thỏa ước về lao động nữ", "signed_on": "2026-03-31"},
{"uid": "tu-nhap", "title": "Phụ lục về làm thêm giờ (chờ ký)", "signed_on": "2026-05-15", "valid_to": "2027-05-14"}
]"""
