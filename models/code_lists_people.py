"""Danh mục of units and members: kinds of union unit, provinces since 1/7/2025, posts, membership."""

from __future__ import annotations

from models.codes import CodeList, Key

UNIT_KIND = CodeList(
    "unit_kind",
    "Loại tổ chức",
    {
        "grassroots_union": "Công đoàn cơ sở",
        "occupational_union": "Nghiệp đoàn cơ sở",
        "member_union": "Công đoàn cơ sở thành viên",
        "department_union": "Công đoàn bộ phận",
        "union_group": "Tổ công đoàn",
        "commune_union": "Công đoàn xã, phường, đặc khu",
        "upper_union": "Công đoàn cấp trên",
        "industrial_zone_union": "Công đoàn các khu công nghiệp, khu kinh tế",
        "local_sector_union": "Công đoàn ngành địa phương",
        "district_federation": "Liên đoàn Lao động cấp huyện (trước 1/7/2025)",
        "provincial_federation": "Liên đoàn Lao động tỉnh, thành phố",
        "central_sector_union": "Công đoàn ngành trung ương",
        "corporation_union": "Công đoàn tập đoàn, tổng công ty",
        "vgcl": "Tổng Liên đoàn Lao động Việt Nam",
        "executive_committee": "Ban Chấp hành",
        "inspection_committee": "Ủy ban Kiểm tra",
        "peoples_inspectorate": "Ban Thanh tra nhân dân",
        "women_board": "Ban Nữ công",
        "khac": "Tổ chức khác",
    },
)

UNIT_SECTOR = CodeList(
    "unit_sector",
    "Khu vực",
    {
        "hcsn": "Đơn vị sự nghiệp công lập",
        "dnnn": "Doanh nghiệp nhà nước",
        "dn_ngoai_nn": "Doanh nghiệp ngoài nhà nước",
        "fdi": "Doanh nghiệp có vốn đầu tư nước ngoài",
        "htx": "Hợp tác xã",
        "nghiep_doan": "Nghiệp đoàn",
        "co_quan": "Cơ quan hành chính (trước 15/6/2025)",
    },
)

PROVINCE = CodeList(
    "province",
    "Tỉnh, thành phố",
    {
        "an_giang": "An Giang",
        "bac_ninh": "Bắc Ninh",
        "ca_mau": "Cà Mau",
        "can_tho": "Thành phố Cần Thơ",
        "cao_bang": "Cao Bằng",
        "da_nang": "Thành phố Đà Nẵng",
        "dak_lak": "Đắk Lắk",
        "dien_bien": "Điện Biên",
        "dong_nai": "Đồng Nai",
        "dong_thap": "Đồng Tháp",
        "gia_lai": "Gia Lai",
        "ha_noi": "Thành phố Hà Nội",
        "ha_tinh": "Hà Tĩnh",
        "hai_phong": "Thành phố Hải Phòng",
        "ho_chi_minh": "Thành phố Hồ Chí Minh",
        "hue": "Thành phố Huế",
        "hung_yen": "Hưng Yên",
        "khanh_hoa": "Khánh Hòa",
        "lai_chau": "Lai Châu",
        "lam_dong": "Lâm Đồng",
        "lang_son": "Lạng Sơn",
        "lao_cai": "Lào Cai",
        "nghe_an": "Nghệ An",
        "ninh_binh": "Ninh Bình",
        "phu_tho": "Phú Thọ",
        "quang_ngai": "Quảng Ngãi",
        "quang_ninh": "Quảng Ninh",
        "quang_tri": "Quảng Trị",
        "son_la": "Sơn La",
        "tay_ninh": "Tây Ninh",
        "thai_nguyen": "Thái Nguyên",
        "thanh_hoa": "Thanh Hóa",
        "tuyen_quang": "Tuyên Quang",
        "vinh_long": "Vĩnh Long",
    },
)

SEX = CodeList("sex", "Giới tính", {"nam": "Nam", "nu": "Nữ"})

MEMBER_STATUS = CodeList(
    "member_status",
    "Tình trạng đoàn viên",
    {
        "dang_sinh_hoat": "Đang sinh hoạt",
        "tam_dung": "Tạm dừng sinh hoạt",
        "da_chuyen": "Đã chuyển sinh hoạt",
        "thoi_doan_vien": "Thôi là đoàn viên",
    },
)

_LEAVING: dict[Key, str] = {
    "chuyen_di": "Chuyển đi",
    "nghi_huu": "Nghỉ hưu",
    "cham_dut_hdld": "Chấm dứt hợp đồng lao động",
    "xin_thoi": "Xin thôi",
    "giai_the_cdcs": "Giải thể công đoàn cơ sở",
}

MEMBER_EVENT = CodeList(
    "member_event",
    "Biến động của đoàn viên",
    {
        "ket_nap": "Kết nạp đoàn viên",
        "chuyen_den": "Chuyển đến",
        "chuyen_to": "Chuyển tổ trong đơn vị",
        **_LEAVING,
        "gioi_thieu_dang": "Giới thiệu cho Đảng",
        "ket_nap_dang": "Được kết nạp vào Đảng",
        "khen_thuong": "Khen thưởng",
        "ky_luat": "Kỷ luật",
    },
)

LEFT_REASON = CodeList("left_reason", "Lý do thôi hoặc chuyển", _LEAVING)

UNION_POST = CodeList(
    "union_post",
    "Chức vụ công đoàn",
    {
        "chu_tich": "Chủ tịch",
        "pho_chu_tich": "Phó Chủ tịch",
        "uv_btv": "Ủy viên Ban Thường vụ",
        "uv_bch": "Ủy viên Ban Chấp hành",
        "cn_ubkt": "Chủ nhiệm Ủy ban Kiểm tra",
        "uv_ubkt": "Ủy viên Ủy ban Kiểm tra",
        "truong_ban_nu_cong": "Trưởng Ban Nữ công",
        "to_truong": "Tổ trưởng tổ công đoàn",
        "to_pho": "Tổ phó tổ công đoàn",
        "doan_vien": "Đoàn viên",
    },
)

CONTRACT = CodeList(
    "contract",
    "Loại hợp đồng",
    {
        "khong_xac_dinh": "Hợp đồng lao động không xác định thời hạn",
        "xac_dinh": "Hợp đồng lao động xác định thời hạn",
        "hop_dong_lam_viec": "Hợp đồng làm việc (viên chức)",
        "bien_che": "Biên chế (cán bộ, công chức)",
        "thu_viec": "Thử việc, học nghề",
        "khong_hop_dong": "Không có hợp đồng (lao động tự do)",
        "khac": "Khác",
    },
)

# What the law of 2025 on personal data and good sense guard: kept only where the unit has said why (`domain.md` 10).
SENSITIVE = CodeList(
    "sensitive",
    "Thông tin cá nhân cần bảo vệ",
    {
        "phone": "Điện thoại",
        "ethnicity": "Dân tộc",
        "religion": "Tôn giáo",
        "is_party_member": "Là đảng viên",
        "hometown": "Quê quán",
        "residence": "Nơi ở",
        "id_no": "Số căn cước",
    },
)

LEGAL_BASIS = CodeList(
    "legal_basis",
    "Căn cứ ghi dữ liệu cá nhân",
    {
        "dong_y": "Đoàn viên đồng ý",
        "nghia_vu_phap_luat": "Nghĩa vụ theo pháp luật",
        "dieu_le": "Điều lệ Công đoàn Việt Nam",
    },
)

PRIVACY_REQUEST = CodeList(
    "privacy_request",
    "Yêu cầu về dữ liệu cá nhân",
    {
        "xem": "Xem dữ liệu của mình",
        "cung_cap": "Nhận bản sao dữ liệu",
        "chinh_sua": "Sửa dữ liệu",
        "han_che": "Hạn chế sử dụng",
        "phan_doi": "Phản đối sử dụng",
        "xoa": "Xóa dữ liệu",
    },
)
