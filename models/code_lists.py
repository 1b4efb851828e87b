"""Danh mục of the work itself: propaganda, media, contests, programmes, official papers and report periods.

Keys stand in every ledger and interchange file and never change (`domain.md` sections 6 and 13); labels may.
"""

from __future__ import annotations

from models.codes import CodeList

ACTIVITY_FORM = CodeList(
    "activity_form",
    "Hình thức tuyên truyền",
    {
        "hoi_nghi": "Hội nghị tuyên truyền, quán triệt",
        "hoi_thao": "Hội thảo",
        "toa_dam": "Tọa đàm",
        "noi_chuyen": "Nói chuyện chuyên đề/truyền thống",
        "sinh_hoat_to": "Sinh hoạt tổ công đoàn/đầu giờ",
        "long_ghep_hop": "Lồng ghép giao ban, họp định kỳ",
        "tap_huan": "Tập huấn, bồi dưỡng",
        "doi_thoai": "Hội nghị đối thoại",
        "dien_dan": "Diễn đàn",
        "giao_luu_truc_tuyen": "Giao lưu/hội nghị trực tuyến",
        "hoi_thi": "Hội thi, cuộc thi tìm hiểu (sân khấu)",
        "thi_truc_tuyen": "Cuộc thi trực tuyến",
        "van_the": "Văn nghệ, thể thao",
        "tu_van_phap_luat": "Tư vấn pháp luật lưu động",
        "loa": "Loa truyền thanh/phát thanh nội bộ",
        "mang_xa_hoi": "Mạng xã hội (Facebook, Zalo, fanpage)",
        "trang_tin": "Trang/cổng thông tin, email nội bộ",
        "truc_quan": "Pano, băng rôn, khẩu hiệu, áp phích",
        "to_roi": "Tờ rơi, tờ gấp, sổ tay",
        "bang_tin": "Bảng tin, tủ sách",
        "ban_tin": "Bản tin, báo in",
        "tham_quan": "Tham quan, về nguồn",
        "khao_sat": "Lấy phiếu khảo sát",
        "khac": "Hình thức khác",
    },
)

# `forms.md` 13.1: what counts as a propaganda event, face to face and altogether.
DIRECT_FORMS = (
    "hoi_nghi",
    "hoi_thao",
    "toa_dam",
    "noi_chuyen",
    "sinh_hoat_to",
    "long_ghep_hop",
    "tap_huan",
    "doi_thoai",
    "dien_dan",
    "tu_van_phap_luat",
)
EVENT_FORMS = (*DIRECT_FORMS, "giao_luu_truc_tuyen")

TOPIC = CodeList(
    "topic",
    "Nội dung tuyên truyền",
    {
        "nghi_quyet_dang": "Nghị quyết, chủ trương của Đảng",
        "phap_luat": "Chính sách, pháp luật của Nhà nước",
        "lao_dong_bhxh": "Pháp luật lao động, BHXH, tiền lương",
        "cong_doan": "Luật Công đoàn, Điều lệ, nghị quyết công đoàn",
        "cchc": "Cải cách hành chính",
        "chuyen_doi_so": "Chuyển đổi số, dịch vụ công trực tuyến",
        "dan_chu_co_so": "Dân chủ ở cơ sở",
        "thi_dua": "Phong trào thi đua, gương điển hình",
        "hoc_tap_bac": "Học tập và làm theo Bác",
        "truyen_thong": "Truyền thống, ngày lễ, kỷ niệm",
        "atvsld": "An toàn, vệ sinh lao động",
        "binh_dang_gioi": "Bình đẳng giới, nữ công, gia đình",
        "suc_khoe": "Sức khỏe, phòng chống dịch, ma túy, HIV",
        "phong_chong_tham_nhung": "Phòng chống tham nhũng, tiết kiệm",
        "tin_dung_den": "Phòng chống tín dụng đen, lừa đảo",
        "atgt": "An toàn giao thông",
        "moi_truong": "Môi trường",
        "bien_dao": "Biển đảo, quốc phòng",
        "nang_suat": "Năng suất, chất lượng",
        "bau_cu_dai_hoi": "Bầu cử, đại hội",
        "khac": "Khác",
    },
)

PAR_CONTENT = CodeList(
    "par_content",
    "Nội dung cải cách hành chính",
    {
        1: "Cải cách thể chế",
        2: "Cải cách thủ tục hành chính",
        3: "Cải cách tổ chức bộ máy hành chính nhà nước",
        4: "Cải cách chế độ công vụ",
        5: "Cải cách tài chính công",
        6: "Xây dựng và phát triển Chính phủ điện tử, Chính phủ số",
        7: "Nội dung chung về CCHC (kế hoạch, PAR INDEX, SIPAS, kết quả)",
    },
)

AUDIENCE_GROUP = CodeList(
    "audience_group",
    "Đối tượng tham dự",
    {
        "can_bo_cong_doan": "Cán bộ công đoàn",
        "doan_vien": "Đoàn viên",
        "nguoi_lao_dong": "Người lao động chưa là đoàn viên",
        "nu": "Nữ CNVCLĐ",
        "lanh_dao": "Lãnh đạo, quản lý đơn vị",
        "nsdld": "Người sử dụng lao động",
        "cong_nhan_kcn": "Công nhân khu công nghiệp/nhà trọ",
        "con_cnvcld": "Con CNVCLĐ",
        "chuyen_gia": "Chuyên gia, nhà khoa học",
        "khach_moi": "Đại biểu, khách mời",
        "khac": "Đối tượng khác",
    },
)

ACTIVITY_STATUS = CodeList(
    "activity_status",
    "Tình trạng thực hiện",
    {"ke_hoach": "Kế hoạch", "da_thuc_hien": "Đã thực hiện", "hoan": "Hoãn", "huy": "Hủy"},
)

PERSON_ROLE = CodeList(
    "person_role",
    "Vai trò của người tham gia",
    {"chu_tri": "Chủ trì", "bao_cao_vien": "Báo cáo viên", "thu_ky": "Thư ký", "dai_bieu": "Đại biểu"},
)

PARTNER_ROLE = CodeList(
    "partner_role",
    "Vai trò của đơn vị phối hợp",
    {"phoi_hop": "Phối hợp tổ chức", "don_vi_chuyen_mon": "Đơn vị chuyên môn", "tai_tro": "Tài trợ"},
)

MEDIA_KIND = CodeList(
    "media_kind",
    "Loại sản phẩm truyền thông",
    {
        "tin_bai": "Tin, bài",
        "pano": "Pano, áp phích",
        "bang_ron": "Băng rôn, khẩu hiệu",
        "loa": "Phát loa truyền thanh",
        "to_roi": "Tờ rơi, tờ gấp",
        "tai_lieu": "Tài liệu, sổ tay",
        "bai_dang": "Bài đăng mạng xã hội, trang tin",
        "ban_tin": "Bản tin",
        "bang_tin": "Bảng tin, tủ sách",
        "video": "Video, phóng sự",
    },
)

MEDIA_UNIT = CodeList(
    "media_unit",
    "Đơn vị tính của sản phẩm",
    {
        "tin_bai": "tin, bài",
        "luot": "lượt",
        "cai": "cái",
        "to": "tờ",
        "cuon": "cuốn",
        "so": "số",
        "bai_dang": "bài đăng",
        "video": "video",
    },
)

CONTEST_KIND = CodeList(
    "contest_kind",
    "Loại hội thi, cuộc thi",
    {"tho_gioi": "Thi thợ giỏi", "tim_hieu": "Thi tìm hiểu", "y_tuong": "Thi ý tưởng", "khac": "Cuộc thi khác"},
)

PROGRAMME_KIND = CodeList(
    "programme_kind",
    "Loại chương trình, kế hoạch",
    {
        "phoi_hop": "Chương trình phối hợp",
        "chuong_trinh_nha_nuoc": "Chương trình của Nhà nước",
        "chuong_trinh_cong_tac": "Chương trình công tác",
        "ke_hoach": "Kế hoạch",
        "khac": "Khác",
    },
)

PERIOD_KIND = CodeList(
    "period_kind",
    "Loại kỳ báo cáo",
    {
        "thang": "Tháng",
        "quy": "Quý",
        "6_thang": "6 tháng",
        "9_thang": "9 tháng",
        "nam": "Năm",
        "hoc_ky": "Học kỳ",
        "nam_hoc": "Năm học",
        "giai_doan": "Giai đoạn",
        "tuy_chon": "Tùy chọn",
    },
)
