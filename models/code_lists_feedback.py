"""Danh mục of the voice of members and of care: opinions and petitions, dialogue, supervision, welfare."""

from __future__ import annotations

from models.codes import CodeList

FEEDBACK_KIND = CodeList(
    "feedback_kind",
    "Loại ý kiến",
    {
        "gop_y": "Ý kiến góp ý",
        "kien_nghi": "Kiến nghị",
        "de_xuat": "Đề xuất",
        "phan_anh": "Phản ánh",
        "cau_hoi": "Câu hỏi, đề nghị giải đáp",
        "khieu_nai": "Khiếu nại",
        "to_cao": "Tố cáo",
    },
)

FEEDBACK_CHANNEL = CodeList(
    "feedback_channel",
    "Kênh tiếp nhận",
    {
        "truc_tiep": "Gặp trực tiếp",
        "hoi_nghi_nld": "Hội nghị người lao động",
        "doi_thoai": "Đối thoại",
        "hop_to": "Sinh hoạt tổ công đoàn",
        "hop_thu": "Hòm thư góp ý",
        "don_thu": "Đơn, thư",
        "dien_thoai": "Điện thoại",
        "zalo_mxh": "Zalo, mạng xã hội",
        "email_web": "Email, trang tin",
        "khao_sat": "Phiếu khảo sát",
        "tiep_doan_vien": "Tiếp đoàn viên",
        "cap_tren_chuyen": "Cấp trên chuyển đến",
        "khac": "Kênh khác",
    },
)

SOURCE_KIND = CodeList(
    "source_kind",
    "Nguồn ý kiến",
    {
        "ca_nhan": "Cá nhân",
        "tap_the": "Tập thể",
        "to_cong_doan": "Tổ công đoàn",
        "doanh_nghiep": "Doanh nghiệp",
        "to_chuc_xa_hoi": "Tổ chức xã hội",
        "an_danh": "Ẩn danh",
    },
)

FEEDBACK_FIELD = CodeList(
    "feedback_field",
    "Lĩnh vực của ý kiến",
    {
        "viec_lam_hdld": "Việc làm, hợp đồng",
        "tien_luong": "Tiền lương, thưởng, nợ lương",
        "bhxh": "BHXH, BHYT, BHTN",
        "thoi_gio": "Thời giờ làm việc, nghỉ ngơi",
        "atvsld": "ATVSLĐ, điều kiện làm việc",
        "bua_an_ca": "Bữa ăn ca",
        "phuc_loi": "Phúc lợi, chăm lo",
        "dao_tao": "Đào tạo, thi đua, khen thưởng",
        "nha_o": "Nhà ở, nhà trẻ",
        "lao_dong_nu": "Lao động nữ, trẻ em",
        "dan_chu": "Dân chủ, đối thoại, quy chế",
        "cong_doan": "Tổ chức và hoạt động công đoàn, đoàn phí",
        "cchc": "Thủ tục hành chính, thái độ phục vụ",
        "an_ninh": "An ninh trật tự, giao thông",
        "chinh_sach": "Chính sách, pháp luật",
        "khac": "Lĩnh vực khác",
    },
)

COMPETENT_LEVEL = CodeList(
    "competent_level",
    "Cấp có thẩm quyền giải quyết",
    {
        "co_so_cd": "BCH CĐCS",
        "co_so_nsdld": "Thủ trưởng/NSDLĐ",
        "cd_cap_tren": "Công đoàn cấp trên",
        "ldld_tinh": "LĐLĐ tỉnh/ngành",
        "tld": "Tổng Liên đoàn",
        "chinh_quyen_xa": "UBND xã/phường",
        "chinh_quyen_tinh": "UBND tỉnh, sở",
        "trung_uong": "Bộ, ngành, Chính phủ, Quốc hội",
    },
)

FEEDBACK_STATE = CodeList(
    "feedback_state",
    "Tình trạng của ý kiến",
    {
        "tiep_nhan": "Mới tiếp nhận",
        "dang_xu_ly": "Đang xử lý",
        "chuyen_cap_tren": "Đã chuyển cấp có thẩm quyền",
        "da_tra_loi": "Đã trả lời",
        "dong": "Đã đóng",
        "tra_lai": "Trả lại, hướng dẫn",
        "khong_thu_ly": "Không thụ lý",
        "gop": "Gộp vào kiến nghị khác",
        "mo_lai": "Mở lại",
    },
)

HANDLING_WAY = CodeList(
    "handling_way",
    "Hướng xử lý",
    {
        "thu_ly": "Thụ lý để giải quyết",
        "huong_dan": "Trả lại đơn và hướng dẫn",
        "chuyen": "Chuyển đến cơ quan có thẩm quyền",
    },
)

FEEDBACK_OUTCOME = CodeList(
    "feedback_outcome",
    "Kết quả giải quyết",
    {
        "giai_quyet_xong": "Giải quyết dứt điểm",
        "dang_giai_quyet": "Đang giải quyết, có lộ trình",
        "giai_trinh": "Giải trình, cung cấp thông tin",
        "khong_co_so": "Không có cơ sở xem xét",
        "chua_tra_loi": "Chưa trả lời",
    },
)

DIALOGUE_KIND = CodeList(
    "dialogue_kind",
    "Loại hội nghị, đối thoại",
    {
        "hoi_nghi_nld": "Hội nghị người lao động",
        "hoi_nghi_cbvc": "Hội nghị cán bộ, viên chức",
        "doi_thoai_dinh_ky": "Đối thoại định kỳ",
        "doi_thoai_vu_viec": "Đối thoại theo vụ việc",
        "doi_thoai_yeu_cau": "Đối thoại khi có yêu cầu",
        "tiep_xuc": "Tiếp xúc, gặp gỡ",
    },
)

SUPERVISION_KIND = CodeList(
    "supervision_kind",
    "Loại kiểm tra, giám sát",
    {
        "kiem_tra": "Kiểm tra",
        "giam_sat": "Giám sát",
        "phan_bien": "Phản biện xã hội",
        "ttnd": "Thanh tra nhân dân",
    },
)

SUPERVISION_DIRECTION = CodeList(
    "supervision_direction",
    "Vai trò trong cuộc kiểm tra, giám sát",
    {"chu_tri": "Chủ trì", "phoi_hop": "Phối hợp", "duoc_kiem_tra": "Được kiểm tra, giám sát"},
)

SUPERVISION_ITEM_STATE = CodeList(
    "supervision_item_state",
    "Tình trạng thực hiện kiến nghị",
    {"chua_thuc_hien": "Chưa thực hiện", "dang_thuc_hien": "Đang thực hiện", "da_thuc_hien": "Đã thực hiện"},
)

WELFARE_SOURCE = CodeList(
    "welfare_source",
    "Nguồn kinh phí",
    {"cong_doan": "Công đoàn", "chuyen_mon": "Chuyên môn, người sử dụng lao động", "xa_hoi_hoa": "Xã hội hóa"},
)
