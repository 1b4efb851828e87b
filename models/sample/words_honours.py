"""Which awards come every year, on which day, and odd ones told by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Honour:
    """An award given every year. `month` before April: of the year after. `movement`: the short name of one."""

    form: str
    level: str
    basis: str
    month: int
    day_of_month: int
    most: int
    money: int
    by: str
    movement: str = ""
    theme: str = ""
    for_groups: bool = False
    wait: int = 30  # days from proposal to decision

    def day(self, year: int) -> date:
        """When it is decided."""
        return date(year + (self.month < 4), self.month, self.day_of_month)


_BOARD, _PROVINCE, _BOSS = "Ban Chấp hành CĐCS", "Liên đoàn Lao động tỉnh Tây Ninh", "Tổng Giám đốc Công ty"
HONOURS = (
    Honour("giay_khen", "cdcs", "chuyen_de", 5, 5, 6, 300_000, _BOARD, "atvsld", "An toàn, vệ sinh lao động"),
    Honour("giay_khen", "cdcs", "dot_xuat", 6, 20, 2, 300_000, _BOARD, "", "Cứu người bị nạn, xử lý sự cố"),
    Honour("giay_khen", "cap_tren", "toan_dien", 1, 9, 3, 500_000, "Công đoàn các Khu công nghiệp tỉnh Tây Ninh"),
    Honour("giay_khen", "cdcs", "doi_ngoai_khac", 8, 28, 2, 200_000, _BOARD, "", "Phối hợp tốt với công đoàn"),
    Honour("giay_khen", "don_vi", "toan_dien", 12, 26, 6, 1_000_000, _BOSS, "ldg"),
    Honour("bieu_duong", "don_vi", "chuyen_de", 5, 5, 5, 500_000, _BOSS, "ldg", "Công nhân giỏi"),
    Honour("bang_khen", "tinh_nganh", "toan_dien", 1, 9, 2, 1_400_000, _PROVINCE),
    Honour(
        "bang_khen", "tinh_nganh", "chuyen_de", 3, 8, 2, 1_400_000, _PROVINCE, "gvn", "Giỏi việc nước, đảm việc nhà"
    ),
    Honour("ky_niem_chuong", "tld", "doi_ngoai_khac", 7, 28, 1, 800_000, "Tổng Liên đoàn Lao động Việt Nam"),
    Honour("bang_ldst", "tld", "chuyen_de", 9, 12, 1, 2_800_000, "Tổng Liên đoàn Lao động Việt Nam", "ldg"),
    Honour("giai_thuong_tinh", "tinh_nganh", "chuyen_de", 5, 19, 1, 3_000_000, _PROVINCE, "", "Giải thưởng công nhân"),
    Honour("ldtt", "don_vi", "toan_dien", 12, 26, 9, 500_000, _BOSS, "ldg"),
    Honour("cstdcs", "don_vi", "toan_dien", 12, 26, 4, 1_000_000, _BOSS, "ldg"),
    Honour("dv_xuat_sac", "cdcs", "toan_dien", 12, 19, 10, 200_000, _BOARD),
    Honour("giay_khen", "cdcs", "chuyen_de", 3, 8, 8, 300_000, _BOARD, "gvn", "Nữ công nhân hai giỏi"),
    Honour("giay_khen", "cdcs", "chuyen_de", 10, 18, 4, 300_000, _BOARD, "cchc", "Cải cách hành chính"),
    Honour("to_cd_vm", "cdcs", "toan_dien", 12, 19, 6, 500_000, _BOARD, for_groups=True),
    Honour("tt_ldtt", "don_vi", "toan_dien", 12, 26, 3, 2_000_000, _BOSS, "ldg", for_groups=True),
    Honour("tt_ldxs", "ubnd", "toan_dien", 2, 6, 1, 3_000_000, "UBND tỉnh Tây Ninh", for_groups=True, wait=60),
    Honour("co_thi_dua", "tinh_nganh", "toan_dien", 1, 9, 1, 4_000_000, _PROVINCE, for_groups=True, wait=45),
    Honour("giay_khen", "cdcs", "chuyen_de", 5, 5, 2, 800_000, _BOARD, "atvsld", "Chuyền sạch", for_groups=True),
    Honour("bang_khen", "tld", "chuyen_de", 11, 14, 1, 3_000_000, "Tổng Liên đoàn", "atvsld", for_groups=True, wait=90),
)

ODD_AWARDS = """[
{"subject_kind": "tap_the", "subject_name": "CĐCS Công ty TNHH Dệt may Bình Minh", "form": "cdcs_hoan_thanh_xs",
 "level": "tinh_nganh", "basis": "toan_dien", "year": 2025, "proposed_on": "2025-11-28", "decision_no": "214/QĐ-LĐLĐ",
 "decision_on": "2026-01-09", "decided_by": "Liên đoàn Lao động tỉnh Tây Ninh", "state": "da_quyet_dinh"},
{"subject_kind": "tap_the", "subject_name": "CĐCS Công ty TNHH Dệt may Bình Minh", "form": "co_thi_dua", "level": "tld",
 "basis": "toan_dien", "year": 2025, "proposed_on": "2026-02-10", "state": "de_nghi"},
{"subject_kind": "ca_nhan", "subject_name": "-", "form": "bang_khen", "level": "tld", "basis": "toan_dien",
 "year": 2025, "proposed_on": "2025-11-28", "decision_no": "15/TB-TLĐ", "decision_on": "2026-02-27",
 "state": "khong_duyet"},
{"subject_kind": "ca_nhan", "subject_name": "-", "form": "giai_nguyen_duc_canh", "level": "tld", "basis": "dot_xuat",
 "year": 2026, "proposed_on": "2026-03-30", "state": "de_nghi"},
{"subject_kind": "ca_nhan", "subject_name": "Kỹ sư Đinh Thị Mơ", "sex": "nu", "form": "giay_khen", "level": "cdcs",
 "basis": "doi_ngoai_khac", "theme": "Hướng dẫn kỹ thuật cho đoàn viên", "year": 2026, "proposed_on": "2026-02-20",
 "decision_no": "09/QĐ-CĐCS", "decision_on": "2026-03-31", "money_vnd": 500000, "state": "da_quyet_dinh"},
{"subject_kind": "ca_nhan", "subject_name": "-", "form": "giay_khen", "level": "cdcs", "basis": "chuyen_de",
 "theme": "Cải cách hành chính", "movement": "pt-2026-cchc", "year": 2026, "proposed_on": "2026-01-20",
 "decision_on": "2026-02-12", "money_vnd": 300000, "state": "da_quyet_dinh", "is_par": true},
{"subject_kind": "ca_nhan", "subject_name": "-", "form": "khac", "level": "don_vi", "year": 2026,
 "basis": "doi_ngoai_khac", "proposed_on": "2026-02-02", "decision_on": "2026-02-12",
 "theme": "Lì xì công nhân làm việc xuyên Tết"},
{"subject_kind": "tap_the", "subject_name": "Xưởng Dệt", "form": "huan_chuong", "level": "nha_nuoc",
 "basis": "toan_dien", "year": 2025, "proposed_on": "2025-03-14",
 "decision_no": "802/QĐ-CTN", "decision_on": "2025-09-01",
 "state": "da_quyet_dinh"},
{"subject_kind": "tap_the", "subject_name": "Chuyền may 2", "form": "co_bo_tinh", "level": "ubnd",
 "basis": "toan_dien", "year": 2024, "proposed_on": "2024-12-02", "decision_on": "2025-02-28",
 "money_vnd": 5000000, "state": "da_quyet_dinh"},
{"subject_kind": "ca_nhan", "subject_name": "-", "form": "cstd_tinh", "level": "ubnd", "basis": "toan_dien",
 "year": 2024, "proposed_on": "2024-12-02", "decision_on": "2025-03-31", "state": "da_quyet_dinh"}
]"""
