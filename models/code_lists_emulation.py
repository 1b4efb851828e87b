"""Danh mục of thi đua: movements, titles, awards, initiatives."""

from __future__ import annotations

from models.codes import CodeList

MOVEMENT_CODE = CodeList(
    "movement_code",
    "Phong trào thi đua",
    {
        "ldg_ldst": "Lao động giỏi, lao động sáng tạo",
        "xsd_atvsld": "Xanh - Sạch - Đẹp, Bảo đảm an toàn vệ sinh lao động",
        "gvn_dvn": "Giỏi việc nước, đảm việc nhà",
        "van_hoa_the_thao": "Văn hóa, thể thao",
        "mot_trieu_sang_kien": "Chương trình 1 triệu sáng kiến",
        "75_nghin_sang_kien": "75 nghìn sáng kiến, vượt khó, phát triển",
        "tham_muu_phuc_vu": "Tham mưu giỏi, phục vụ tốt",
        "van_hoa_cong_so": "Thi đua thực hiện văn hóa công sở",
        "cchc": "Thi đua cải cách hành chính",
        "day_tot_hoc_tot": "Dạy tốt - Học tốt",
        "theo_dot": "Đợt thi đua chào mừng",
        "khac": "Phong trào khác",
    },
)

MOVEMENT_MODE = CodeList(
    "movement_mode",
    "Cách tổ chức phong trào",
    {"thuong_xuyen": "Thường xuyên", "chuyen_de": "Chuyên đề", "theo_dot": "Theo đợt"},
)

SUBJECT_KIND = CodeList("subject_kind", "Tập thể hay cá nhân", {"tap_the": "Tập thể", "ca_nhan": "Cá nhân"})

REGISTRATION_RESULT = CodeList(
    "registration_result", "Kết quả đăng ký thi đua", {"dat": "Đạt", "khong_dat": "Không đạt", "chua_xet": "Chưa xét"}
)

WORK_STATE = CodeList(
    "work_state",
    "Tình trạng công trình, sản phẩm",
    {"dang_ky": "Đăng ký", "dang_lam": "Đang thực hiện", "hoan_thanh": "Hoàn thành", "gan_bien": "Đã gắn biển"},
)

TITLE_CODE = CodeList(
    "title_code",
    "Danh hiệu thi đua",
    {
        "ldtt": "Lao động tiên tiến",
        "cstdcs": "Chiến sĩ thi đua cơ sở",
        "cstd_tinh": "Chiến sĩ thi đua cấp bộ, ngành, tỉnh",
        "cstd_tq": "Chiến sĩ thi đua toàn quốc",
        "dv_xuat_sac": "Đoàn viên công đoàn xuất sắc",
        "tt_ldtt": "Tập thể lao động tiên tiến",
        "tt_ldxs": "Tập thể lao động xuất sắc",
        "co_bo_tinh": "Cờ thi đua cấp bộ, ngành, tỉnh",
        "co_cp": "Cờ thi đua của Chính phủ",
        "cdcs_hoan_thanh_xs": "CĐCS hoàn thành xuất sắc nhiệm vụ",
        "to_cd_vm": "Tổ công đoàn vững mạnh",
    },
)

AWARD_FORM = CodeList(
    "award_form",
    "Hình thức khen thưởng",
    {
        "co_thi_dua": "Cờ thi đua",
        "bang_khen": "Bằng khen",
        "giay_khen": "Giấy khen",
        "bang_ldst": "Bằng Lao động sáng tạo",
        "ky_niem_chuong": "Kỷ niệm chương “Vì sự nghiệp xây dựng tổ chức Công đoàn”",
        "giai_nguyen_duc_canh": "Giải thưởng Nguyễn Đức Cảnh",
        "giai_thuong_tinh": "Giải thưởng của LĐLĐ tỉnh",
        "bieu_duong": "Biểu dương",
        "huan_chuong": "Huân, huy chương (Nhà nước)",
        "khac": "Hình thức khác",
    },
)

# A danh hiệu is recorded as an award (`domain.md` section 13).
AWARD_FORM_OR_TITLE = CodeList(
    "award_form_or_title", "Hình thức khen thưởng, danh hiệu", {**AWARD_FORM.labels, **TITLE_CODE.labels}
)

AWARD_LEVEL = CodeList(
    "award_level",
    "Cấp khen, cấp phát động",
    {
        "cdcs": "BCH CĐCS",
        "cap_tren": "Công đoàn cấp trên (xã, phường, KCN, ngành địa phương)",
        "tinh_nganh": "LĐLĐ tỉnh/thành phố, công đoàn ngành TW",
        "tld": "Tổng Liên đoàn",
        "don_vi": "Thủ trưởng đơn vị/doanh nghiệp",
        "ubnd": "UBND/bộ/ngành",
        "nha_nuoc": "Chính phủ, Chủ tịch nước",
    },
)

AWARD_BASIS = CodeList(
    "award_basis",
    "Diện khen thưởng",
    {
        "toan_dien": "Toàn diện",
        "chuyen_de": "Chuyên đề",
        "dot_xuat": "Đột xuất",
        "doi_ngoai_khac": "Đối ngoại, khác",
    },
)

AWARD_STATE = CodeList(
    "award_state",
    "Tình trạng khen thưởng",
    {"de_nghi": "Đề nghị", "da_quyet_dinh": "Đã có quyết định", "khong_duyet": "Không được duyệt"},
)

INITIATIVE_KIND = CodeList(
    "initiative_kind",
    "Loại sáng kiến",
    {
        "ky_thuat": "Giải pháp kỹ thuật",
        "quan_ly": "Giải pháp quản lý",
        "tac_nghiep": "Giải pháp tác nghiệp",
        "ung_dung": "Ứng dụng tiến bộ kỹ thuật",
        "de_tai": "Đề tài nghiên cứu khoa học",
    },
)

INITIATIVE_LEVEL = CodeList(
    "initiative_level",
    "Cấp công nhận sáng kiến",
    {"co_so": "Cấp cơ sở", "tinh_bo_nganh": "Cấp tỉnh, bộ, ngành", "toan_quoc": "Toàn quốc"},
)

INITIATIVE_STATE = CodeList(
    "initiative_state",
    "Tình trạng sáng kiến",
    {
        "de_xuat": "Đề xuất",
        "dang_xet": "Đang xét",
        "cong_nhan": "Được công nhận",
        "khong_cong_nhan": "Không được công nhận",
        "khen_thuong": "Được khen thưởng",
    },
)
