"""Movements, campaigns, works and initiatives as they are called."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Yearly:
    """A movement launched every year; `short` stands in its uid."""

    short: str
    code: str
    title: str
    level: str
    goals: str
    motto: str | None = None


YEARLY = (
    Yearly(
        *("ldg", "ldg_ldst", "Lao động giỏi, lao động sáng tạo", "cdcs"),
        "95% đoàn viên đăng ký; mỗi tổ công đoàn có ít nhất một sáng kiến.",
        "Năng suất hơn, chất lượng hơn, sáng tạo hơn",
    ),
    Yearly("gvn", "gvn_dvn", "Giỏi việc nước, đảm việc nhà", "tinh_nganh", "80% nữ đoàn viên đạt danh hiệu hai giỏi."),
    Yearly(
        *("atvsld", "xsd_atvsld", "Xanh - Sạch - Đẹp, Bảo đảm an toàn vệ sinh lao động", "cap_tren"),
        "Không để xảy ra tai nạn lao động nặng; trồng mới 100 cây xanh.",
    ),
    Yearly("cchc", "cchc", "Thi đua cải cách hành chính", "don_vi", "Rút ngắn một nửa thời gian xử lý giấy tờ nội bộ."),
)

CAMPAIGNS = (
    ("Cao điểm 30 ngày năng suất, chất lượng", 3, 30),
    ("Cao điểm 60 ngày đêm giao hàng đúng hẹn", 10, 60),
    ("Tháng hành động về an toàn, vệ sinh lao động", 5, 31),
    ("Đợt thi đua chào mừng ngày Quốc khánh", 8, 25),
    ("Tuần lễ xanh hóa nhà xưởng", 6, 7),
    ("Đợt thi đua chào xuân", 1, 20),
)

WORKS = (
    "Cải tạo hệ thống thông gió khu ủi",
    "Bồn rửa tay tiết kiệm nước tại nhà ăn",
    "Vườn rau sạch sau xưởng",
    "Tủ sách công nhân",
    "Phòng vắt, trữ sữa cho lao động nữ",
    "Giàn phơi pin mặt trời nhỏ cho nhà xe",
    "Sơn lại vạch an toàn lối đi nội bộ",
    "Bộ gá lắp nhanh cho máy vắt sổ",
    "Mái che khu vực chờ xe đưa rước",
)

SPECIAL_MOVEMENTS = """[
{"uid": "pt-1-trieu", "code": "mot_trieu_sang_kien", "title": "Chương trình 1 triệu sáng kiến", "mode": "chuyen_de",
 "launched_by_level": "tld", "launched_on": "2025-05-15", "from": "2025-05-15",
 "goals": "Mỗi quý cập nhật ít nhất hai sáng kiến lên chương trình.",
 "results": [{"period": "2025", "n_individuals": 58, "n_members_joined": 55},
 {"period": "2026-01", "n_individuals": 9}, {"period": "2026-02", "n_individuals": 11}]},
{"uid": "pt-75-nghin", "code": "75_nghin_sang_kien", "title": "75 nghìn sáng kiến, vượt khó, phát triển",
 "mode": "chuyen_de", "launched_by_level": "tld", "from": "2021-09-01", "to": "2021-12-31"},
{"uid": "pt-van-the", "code": "van_hoa_the_thao", "title": "Phong trào văn hóa, thể thao công nhân",
 "mode": "thuong_xuyen", "launched_by_level": "tinh_nganh", "launched_on": "2025-04-03", "from": "2025-04-03",
 "results": [{"period": "2025-Q2", "n_collectives": 6, "n_individuals": 140},
 {"period": "2025-Q4", "n_collectives": 9, "n_individuals": 162}]},
{"uid": "pt-dai-hoi", "code": "theo_dot", "title": "Đợt thi đua chào mừng đại hội công đoàn các cấp",
 "mode": "theo_dot", "launched_by_level": "cdcs", "launched_on": "2026-01-15", "from": "2026-01-15", "to": "2026-06-30",
 "motto": "Đoàn kết, sáng tạo, về đích sớm",
 "campaigns": [{"title": "Cao điểm 45 ngày", "from": "2026-03-31", "to": "2026-05-14", "n_days": 45},
 {"title": "Cao điểm tháng 5", "from": "2026-05-15", "to": "2026-06-14", "n_days": 31}],
 "registrations": [{"subject_kind": "tap_the", "subject": "Chuyền may 1", "registered_on": "2026-01-20",
 "result": "chua_xet"}, {"subject_kind": "tap_the", "subject": "Chuyền may 1", "registered_on": "2026-02-20",
 "title": "to_cd_vm", "result": "chua_xet"}, {"subject_kind": "tap_the", "subject": "Xưởng Cắt",
 "registered_on": "2026-04-02", "result": "chua_xet"}],
 "results": [{"period": "kcd-2026-q1", "n_collectives": 8, "n_individuals": 205},
 {"period": "2026-Q1", "n_collectives": 8, "n_individuals": 214},
 {"period": "2026-Q1", "n_collectives": 9, "n_individuals": 221, "text": "Bổ sung Khối văn phòng."}],
 "works": [{"title": "Công trình “Ánh sáng xóm trọ”", "subject": "Ban Chấp hành", "value_vnd": 65000000,
 "started_on": "2026-02-02", "finished_on": "2026-03-31", "is_plaque": true, "plaque_on": "2026-04-05",
 "state": "gan_bien"}, {"title": "Sân tập đa năng", "subject": "Khối văn phòng", "value_vnd": 120000000,
 "started_on": "2026-01-19", "finished_on": "2026-03-10", "is_plaque": true, "plaque_on": "2026-03-27",
 "state": "gan_bien"}, {"title": "Góc đọc sách chuyền 3", "started_on": "2026-03-16", "state": "dang_lam"},
 {"title": "Nhà để xe mái tôn lạnh", "state": "dang_ky"}]},
{"uid": "pt-van-hoa-cong-so", "code": "van_hoa_cong_so", "title": "Thi đua thực hiện văn hóa doanh nghiệp, công sở",
 "mode": "chuyen_de", "launched_by_level": "ubnd", "launched_on": "2025-06-10", "from": "2025-06-10",
 "to": "2025-12-31"},
{"uid": "pt-tham-muu", "code": "tham_muu_phuc_vu", "title": "Tham mưu giỏi, phục vụ tốt (Khối văn phòng)",
 "mode": "thuong_xuyen", "launched_by_level": "don_vi", "launched_on": "2024-07-05", "from": "2024-07-05"},
{"uid": "pt-day-tot", "code": "day_tot_hoc_tot", "title": "Dạy tốt - Học tốt (Trường mầm non của công ty)",
 "mode": "thuong_xuyen", "launched_by_level": "don_vi", "launched_on": "2025-09-05", "from": "2025-09-05",
 "to": "2026-05-31"},
{"uid": "pt-khac", "code": "khac", "title": "Thi đua tiết kiệm điện giờ cao điểm", "mode": "theo_dot",
 "launched_by_level": "nha_nuoc", "launched_on": "2025-12-31", "from": "2026-01-01", "to": "2026-03-31"}
]"""

# title, field of application, kind
INITIATIVES = (
    ("Cữ gá may túi hông giảm một nguyên công", "May công nghiệp", "ky_thuat"),
    ("Bàn trải vải có đèn soi lỗi", "Cắt", "ky_thuat"),
    ("Bộ đếm sản phẩm tự động cuối chuyền", "May công nghiệp", "ung_dung"),
    ("Tái sử dụng hơi nóng khu ủi", "Năng lượng", "ky_thuat"),
    ("Phiếu giao việc điện tử thay sổ giấy", "Quản lý sản xuất", "quan_ly"),
    ("Quy trình xử lý hồ sơ thai sản trong hai ngày", "Nhân sự", "quan_ly"),
    ("Bảng màu báo lỗi tại chỗ cho tổ kiểm hàng", "Kiểm hàng", "tac_nghiep"),
    ("Xếp kho theo mã màu khách hàng", "Kho vận", "tac_nghiep"),
    ("Dùng mã QR tra cứu rập mẫu", "Thiết kế", "ung_dung"),
    ("Nghiên cứu giảm tiếng ồn khu máy dệt", "An toàn lao động", "de_tai"),
    ("Tay gá xỏ chỉ nhanh cho máy vắt sổ", "May công nghiệp", "ky_thuat"),
    ("Lịch bảo trì máy theo giờ chạy thật", "Cơ điện", "quan_ly"),
    ("Nghiên cứu bố trí chuyền chữ U", "Công nghệ may", "de_tai"),
    ("Thùng phân loại vải vụn ba ngăn", "Môi trường", "tac_nghiep"),
)

ODD_INITIATIVES = """[
{"uid": "sk-toan-quoc", "title": "Bộ kéo vải tự cân lực căng", "kind": "ky_thuat", "field": "Dệt",
 "submitted_on": "2025-07-08", "first_applied_on": "2025-02-10", "recognised_level": "toan_quoc",
 "recognised_on": "2026-03-31", "benefit_vnd": 1250000000, "bonus_vnd": 10000000, "programme": "ct-phoi-hop",
 "portal_uploaded_on": "2026-03-31", "portal_code": "SK-2026-0007", "state": "khen_thuong", "authors": [
 {"order": 1, "member": "doan-vien-0008", "share_percent": 50},
 {"order": 2, "name": "Đinh Văn Ơn", "sex": "nam", "birth": "1984-02-29", "workplace": "Công ty cơ khí đối tác",
 "job_title": "Kỹ sư", "share_percent": 50}]},
{"uid": "sk-cap-tinh", "title": "Phần mềm xếp lịch chuyền", "kind": "ung_dung", "submitted_on": "2025-10-14",
 "recognised_level": "tinh_bo_nganh", "recognised_on": "2026-01-01", "benefit_vnd": 310000000, "state": "cong_nhan",
 "authors": [{"order": 1, "name": "Đinh Văn Ơn", "sex": "nam", "birth": "1984-02-29", "share_percent": 33.33},
 {"order": 2, "name": "Quách Thị Mận", "share_percent": 33.33},
 {"order": 3, "member": "doan-vien-0011", "share_percent": 33.34}]},
{"uid": "sk-cchc", "title": "Trả kết quả giấy tờ nhân sự trên điện thoại", "kind": "quan_ly",
 "submitted_on": "2025-12-15", "recognised_level": "co_so", "recognised_on": "2026-02-20", "bonus_vnd": 500000,
 "benefit_text": "Giảm 400 lượt đi lại mỗi tháng.", "state": "cong_nhan", "is_par": true, "par_content": 2,
 "authors": [{"order": 1, "member": "doan-vien-0013"}]},
{"uid": "sk-khong", "title": "Sơn lại máy theo màu từng chuyền", "kind": "tac_nghiep", "submitted_on": "2026-01-13",
 "state": "khong_cong_nhan", "authors": [{"order": 1, "name": "Quách Thị Mận", "sex": "nu"}]},
{"uid": "sk-dang-xet", "title": "Đo tiếng ồn bằng điện thoại", "kind": "de_tai", "submitted_on": "2026-03-31",
 "state": "dang_xet", "authors": [{"order": 1, "member": "doan-vien-0013", "share_percent": 100}]},
{"uid": "sk-de-xuat", "title": "Khay linh kiện in ba chiều (mới đề xuất)", "kind": "ung_dung", "state": "de_xuat"}
]"""
