"""What the union speaks of, in which form and before whom: the ordinary activities of a year."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pattern:
    """An activity that comes again and again. `par`: contents of public administration reform, if it touches them."""

    form: str
    topic: str
    title: str
    audience: str = "doan_vien"
    largest: int = 70
    par: tuple[int, ...] = ()
    integrated: str = ""  # a second topic


PATTERNS = (
    Pattern("hoi_nghi", "nghi_quyet_dang", "Hội nghị quán triệt nghị quyết, chủ trương của Đảng quý {quarter}/{year}"),
    Pattern(
        "hoi_nghi", "cchc", "Hội nghị tuyên truyền cải cách hành chính quý {quarter}/{year}", largest=150, par=(2, 6)
    ),
    Pattern("hoi_nghi", "phap_luat", "Hội nghị phổ biến chính sách, pháp luật mới tháng {month}/{year}", largest=140),
    Pattern("hoi_nghi", "lao_dong_bhxh", "Phổ biến điểm mới của Luật Bảo hiểm xã hội cho {group}", largest=120),
    Pattern("hoi_thao", "nang_suat", "Hội thảo giảm hàng lỗi, tăng năng suất tại {group}", largest=45),
    Pattern(
        "hoi_thao", "cchc", "Hội thảo vai trò của công đoàn trong cải cách hành chính", "can_bo_cong_doan", 40, (7,)
    ),
    Pattern("toa_dam", "binh_dang_gioi", "Tọa đàm “Phụ nữ tự tin, gia đình hạnh phúc” tại {group}", "nu", 60),
    Pattern("toa_dam", "dan_chu_co_so", "Tọa đàm thực hiện dân chủ ở cơ sở tại {group}", largest=50),
    Pattern(
        "noi_chuyen", "truyen_thong", "Nói chuyện truyền thống giai cấp công nhân và Công đoàn Việt Nam", largest=90
    ),
    Pattern(
        "noi_chuyen", "hoc_tap_bac", "Nói chuyện chuyên đề học tập và làm theo Bác quý {quarter}/{year}", largest=90
    ),
    Pattern("noi_chuyen", "suc_khoe", "Nói chuyện chuyên đề chăm sóc sức khỏe cho công nhân {group}", "nu", 80),
    Pattern("noi_chuyen", "bien_dao", "Nói chuyện chuyên đề về biển, đảo quê hương", largest=100),
    Pattern("sinh_hoat_to", "lao_dong_bhxh", "Sinh hoạt tổ: quyền lợi bảo hiểm thất nghiệp - {group}", largest=35),
    Pattern("sinh_hoat_to", "cong_doan", "Sinh hoạt tổ: điểm mới của Luật Công đoàn - {group}", largest=35),
    Pattern("sinh_hoat_to", "thi_dua", "Sinh hoạt tổ: bình xét thi đua tháng {month}/{year} - {group}", largest=35),
    Pattern(
        "sinh_hoat_to", "tin_dung_den", "Sinh hoạt tổ: nhận diện tín dụng đen, lừa đảo qua mạng - {group}", largest=35
    ),
    Pattern("sinh_hoat_to", "atgt", "Sinh hoạt tổ: an toàn giao thông giờ tan ca - {group}", largest=35),
    Pattern(
        "sinh_hoat_to", "chuyen_doi_so", "Sinh hoạt tổ: nộp hồ sơ trực tuyến - {group}", "doan_vien", 30, (6,), "cchc"
    ),
    Pattern("sinh_hoat_to", "moi_truong", "Sinh hoạt tổ: phân loại rác tại xưởng - {group}", largest=30),
    Pattern("long_ghep_hop", "atvsld", "Giao ban đầu tuần {group}, lồng ghép nhắc an toàn lao động", largest=30),
    Pattern(
        "long_ghep_hop", "phong_chong_tham_nhung", "Giao ban {group}, lồng ghép thực hành tiết kiệm", "lanh_dao", 25
    ),
    Pattern(
        "long_ghep_hop", "lao_dong_bhxh", "Họp {group}, lồng ghép thủ tục thai sản trực tuyến", "doan_vien", 30, (2,)
    ),
    Pattern("tap_huan", "atvsld", "Tập huấn an toàn, vệ sinh lao động cho {group}", largest=60),
    Pattern("tap_huan", "chuyen_doi_so", "Tập huấn sử dụng VNeID, VssID và Cổng Dịch vụ công", "doan_vien", 60, (6, 2)),
    Pattern(
        "tap_huan", "cong_doan", "Tập huấn nghiệp vụ cho cán bộ công đoàn quý {quarter}/{year}", "can_bo_cong_doan", 26
    ),
    Pattern("doi_thoai", "dan_chu_co_so", "Hội nghị đối thoại với công nhân {group}", largest=60),
    Pattern("dien_dan", "thi_dua", "Diễn đàn “Công nhân trẻ hiến kế” năm {year}", largest=80),
    Pattern("tu_van_phap_luat", "lao_dong_bhxh", "Tư vấn pháp luật lưu động tại khu nhà trọ", "cong_nhan_kcn", 70),
    Pattern(
        "tu_van_phap_luat",
        "phap_luat",
        "Tư vấn thủ tục hộ tịch, cư trú cho công nhân",
        "nguoi_lao_dong",
        45,
        (2,),
        "cchc",
    ),
    Pattern(
        "giao_luu_truc_tuyen", "cchc", "Giao lưu trực tuyến “Hỏi đáp thủ tục hành chính”", "doan_vien", 210, (2, 6)
    ),
    Pattern(
        "giao_luu_truc_tuyen", "lao_dong_bhxh", "Giao lưu trực tuyến về tiền lương và bảo hiểm xã hội", largest=220
    ),
    Pattern("hoi_thi", "atvsld", "Hội thi an toàn, vệ sinh viên giỏi năm {year}", largest=120),
    Pattern(
        "thi_truc_tuyen", "cong_doan", "Cuộc thi trực tuyến tìm hiểu Luật Công đoàn đợt tháng {month}", largest=180
    ),
    Pattern("van_the", "khac", "Giải bóng chuyền công nhân quý {quarter}/{year}", largest=130),
    Pattern("van_the", "binh_dang_gioi", "Hội thi nấu ăn “Bữa cơm gia đình”", "nu", 90),
    Pattern("loa", "atvsld", "Phát thanh đầu giờ: an toàn khi vận hành máy", largest=280),
    Pattern("loa", "cchc", "Phát thanh giữa ca: kết quả cải cách hành chính của tỉnh", "doan_vien", 280, (7, 1)),
    Pattern("mang_xa_hoi", "chuyen_doi_so", "Loạt bài trên trang Công đoàn: một tuần một thủ tục trực tuyến", par=(6,)),
    Pattern("trang_tin", "phap_luat", "Hỏi đáp pháp luật trên bản tin điện tử nội bộ tháng {month}/{year}"),
    Pattern("truc_quan", "moi_truong", "Treo băng rôn “Nhà máy xanh, nơi làm việc sạch”"),
    Pattern("truc_quan", "bau_cu_dai_hoi", "Trang trí pano chào mừng đại hội công đoàn các cấp"),
    Pattern("to_roi", "tin_dung_den", "Phát tờ rơi cảnh báo vay tiền qua mạng tại cổng nhà máy", "nguoi_lao_dong", 240),
    Pattern("bang_tin", "thi_dua", "Cập nhật bảng tin gương người tốt, việc tốt tháng {month}/{year}"),
    Pattern("ban_tin", "cong_doan", "Ra bản tin sinh hoạt tổ công đoàn số tháng {month}/{year}"),
    Pattern("tham_quan", "truyen_thong", "Về nguồn tại khu di tích lịch sử cách mạng", largest=45),
    Pattern("khao_sat", "khac", "Lấy phiếu khảo sát mức hài lòng về bữa ăn ca", largest=200),
    Pattern("khac", "moi_truong", "Ngày Chủ nhật xanh tại khu nhà trọ công nhân", largest=60),
    Pattern("hoi_nghi", "bau_cu_dai_hoi", "Hội nghị lấy ý kiến về công tác bầu cử, đại hội công đoàn", largest=90),
    Pattern(
        "hoi_nghi", "phong_chong_tham_nhung", "Hội nghị phổ biến quy định về phòng, chống tham nhũng", "lanh_dao", 35
    ),
)
PLACES = ("Hội trường công ty", "Nhà ăn ca", "Phòng họp số 2", "Phòng truyền thống", "Nhà văn hóa lao động")
LODGINGS = "Khu nhà trọ công nhân"
SUMMARIES = (
    "Phổ biến nội dung trọng tâm, liên hệ việc thật tại xưởng và trả lời câu hỏi của công nhân.",
    "Trình bày theo tài liệu của công đoàn cấp trên, dành nửa thời gian cho hỏi đáp.",
    "Nêu câu chuyện có thật để công nhân dễ hiểu, dễ nhớ, rồi cùng rút ra việc cần làm.",
    "Chiếu phóng sự ngắn, sau đó thảo luận theo nhóm và ghi lại ý kiến đề xuất.",
)
RESULTS = (
    "Người dự nắm được nội dung chính; nhiều câu hỏi được giải đáp ngay tại chỗ.",
    "Đạt yêu cầu đề ra; các tổ công đoàn đăng ký việc làm cụ thể trong tháng.",
    "Tổ công đoàn ghi nhận năm ý kiến, chuyển Ban Chấp hành tổng hợp.",
    "Không khí sôi nổi, công nhân đề nghị tổ chức thường xuyên hơn.",
)
DIFFICULTIES = (
    "Thời gian giữa ca ngắn nên chưa trả lời hết câu hỏi.",
    "Công nhân tăng ca nên số người dự ít hơn dự kiến.",
    "Mạng tại xưởng yếu, việc thực hành trên điện thoại bị gián đoạn.",
)
LESSONS = (
    "Nên tổ chức ngay đầu ca và gửi tài liệu trước cho tổ trưởng.",
    "Chia nhóm nhỏ theo chuyền thì công nhân mạnh dạn hỏi hơn.",
    "Cần có người hướng dẫn riêng cho công nhân lớn tuổi.",
)
