"""What members say, about what, whose business it is, and what they are answered."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """One thing said. `content_number`: the content of public administration reform it touches."""

    kind: str
    area: str
    level: str
    content: str
    reply: str
    body: str = ""
    content_number: int | None = None

    @property
    def is_par(self) -> bool:
        """True if it is about public administration reform."""
        return self.area == "cchc" or self.content_number is not None


_BOARD, _BOSS = "co_so_cd", "co_so_nsdld"
_INSURANCE = "Bảo hiểm xã hội tỉnh"
VOICES = (
    Voice("kien_nghi", "tien_luong", _BOSS, "Đề nghị thông báo đơn giá sản phẩm trước khi vào chuyền.",
          "Từ tháng sau bảng đơn giá được dán tại đầu chuyền trước khi sản xuất."),
    Voice("phan_anh", "tien_luong", _BOSS, "Tiền tăng ca tháng trước tính thiếu 6 giờ.",
          "Phòng Nhân sự đã đối chiếu và bù vào kỳ lương gần nhất."),
    Voice("cau_hoi", "tien_luong", _BOSS, "Khi nào công ty điều chỉnh lương theo mức lương tối thiểu vùng mới?",
          "Thang, bảng lương mới áp dụng từ đầu quý, đã niêm yết."),
    Voice("kien_nghi", "bua_an_ca", _BOSS, "Bữa ăn ca chiều nguội, đề nghị hâm nóng thức ăn trước khi phục vụ.",
          "Nhà bếp đã trang bị thêm tủ giữ nóng."),
    Voice("gop_y", "bua_an_ca", _BOARD, "Thực đơn ít rau, đề nghị tăng món chay ngày rằm.",
          "Ban Chấp hành đã thống nhất với nhà thầu suất ăn."),
    Voice("phan_anh", "atvsld", _BOSS, "Khu ủi rất nóng vào đầu giờ chiều, quạt hút hỏng hai tuần nay.",
          "Đã sửa quạt hút và lắp thêm hai quạt công nghiệp."),
    Voice("kien_nghi", "atvsld", _BOSS, "Đề nghị cấp khẩu trang chống bụi loại tốt hơn cho xưởng dệt.",
          "Đã đổi loại khẩu trang, cấp hai cái mỗi tuần."),
    Voice("phan_anh", "atvsld", _BOSS, "Lối thoát hiểm phía kho bị chắn bởi pa-lét hàng.",
          "Đã dọn ngay và kẻ vạch cấm đặt hàng."),
    Voice("de_xuat", "thoi_gio", _BOSS, "Đề xuất nghỉ giữa ca thêm năm phút cho chuyền hàng gấp.",
          "Công ty chưa điều chỉnh được; sẽ xem lại khi hết đơn hàng gấp."),
    Voice("kien_nghi", "thoi_gio", _BOSS, "Báo tăng ca trước ít nhất một ngày để thu xếp đón con.",
          "Lịch tăng ca được báo trước 24 giờ, trừ việc đột xuất có thỏa thuận."),
    Voice("cau_hoi", "bhxh", "chinh_quyen_tinh", "Sổ bảo hiểm ghi thiếu ba tháng năm 2019, phải làm gì?",
          "Cơ quan bảo hiểm đã điều chỉnh quá trình đóng.", _INSURANCE),
    Voice("kien_nghi", "bhxh", "chinh_quyen_tinh", "Đề nghị có quầy nhận hồ sơ bảo hiểm buổi tối cho công nhân.",
          "Cơ quan bảo hiểm bố trí trực chiều thứ Bảy hằng tuần.", _INSURANCE, 2),
    Voice("kien_nghi", "chinh_sach", "trung_uong", "Đề nghị giữ điều kiện hưởng bảo hiểm một lần như hiện nay.",
          "Nội dung đã được tổng hợp gửi Quốc hội; luật mới có điều khoản chuyển tiếp.", "Quốc hội"),
    Voice("de_xuat", "chinh_sach", "tld", "Đề xuất nâng mức hỗ trợ đoàn viên bị bệnh hiểm nghèo.",
          "Tổng Liên đoàn ghi nhận khi sửa quy định chi tài chính.", "Tổng Liên đoàn Lao động Việt Nam"),
    Voice("kien_nghi", "nha_o", "chinh_quyen_tinh", "Đề nghị sớm có nhà ở xã hội gần khu công nghiệp.",
          "Dự án đã được duyệt, dự kiến nhận hồ sơ trong năm.", "Sở Xây dựng"),
    Voice("phan_anh", "nha_o", "chinh_quyen_xa", "Chủ nhà trọ thu tiền điện cao hơn giá quy định.",
          "UBND xã đã kiểm tra, yêu cầu chủ trọ thu đúng giá.", "UBND xã Mẫu Đông"),
    Voice("kien_nghi", "nha_o", "chinh_quyen_tinh", "Đề nghị mở thêm điểm giữ trẻ ngoài giờ cho con công nhân.",
          "Đã đưa vào kế hoạch xây dựng trường mầm non khu công nghiệp.", "Sở Giáo dục và Đào tạo"),
    Voice("kien_nghi", "lao_dong_nu", _BOSS, "Đề nghị bố trí chỗ vắt, trữ sữa cho lao động nữ nuôi con nhỏ.",
          "Phòng vắt, trữ sữa đã hoạt động cạnh phòng y tế."),
    Voice("gop_y", "phuc_loi", _BOARD, "Quà Tết nên chi bằng tiền để công nhân chủ động.",
          "Ban Chấp hành lấy phiếu và chuyển một nửa sang tiền mặt."),
    Voice("cau_hoi", "phuc_loi", _BOARD, "Điều kiện được hỗ trợ vay vốn mua xe là gì?",
          "Đã gửi bản hướng dẫn và mẫu đơn cho tổ công đoàn."),
    Voice("kien_nghi", "viec_lam_hdld", _BOSS, "Ký lại hợp đồng chậm với nhóm công nhân hết hạn tháng trước.",
          "Phòng Nhân sự đã ký xong cho tất cả 23 người."),
    Voice("gop_y", "dao_tao", _BOARD, "Tiêu chí bình xét thi đua nên công khai trước đầu quý.",
          "Tiêu chí được dán tại bảng tin và gửi qua Zalo tổ."),
    Voice("de_xuat", "dan_chu", _BOSS, "Đề xuất công khai quy chế thưởng sáng kiến.",
          "Quy chế đã phổ biến trong hội nghị người lao động."),
    Voice("gop_y", "cong_doan", _BOARD, "Nên báo cáo thu, chi đoàn phí bằng bảng dễ hiểu.",
          "Từ quý này có bảng tóm tắt một trang."),
    Voice("kien_nghi", "cong_doan", "cd_cap_tren", "Đề nghị cấp thẻ đoàn viên đợt mới kịp thời.",
          "Công đoàn cấp trên đã chuyển 46 thẻ.", "Ban Công tác Công đoàn"),
    Voice("kien_nghi", "cong_doan", "ldld_tinh", "Đề nghị mở lớp nghiệp vụ cho tổ trưởng vào cuối tuần.",
          "LĐLĐ tỉnh xếp lịch hai lớp vào thứ Bảy.", "Liên đoàn Lao động tỉnh Tây Ninh"),
    Voice("phan_anh", "cchc", "chinh_quyen_xa", "Làm giấy xác nhận cư trú phải đi lại ba lần.",
          "UBND xã xin lỗi, rút còn một lần và nhận hồ sơ trực tuyến.", "UBND xã Mẫu Đông", 2),
    Voice("gop_y", "cchc", "chinh_quyen_tinh", "Cổng Dịch vụ công hay báo lỗi khi tải ảnh giấy tờ.",
          "Đơn vị vận hành đã tăng dung lượng tệp cho phép.", "Trung tâm phục vụ hành chính công", 6),
    Voice("phan_anh", "cchc", "chinh_quyen_xa", "Cán bộ tiếp dân giải thích chưa rõ, thái độ thiếu kiên nhẫn.",
          "UBND xã đã nhắc nhở, đổi người trực.", "UBND xã Mẫu Đông", 4),
    Voice("de_xuat", "cchc", _BOSS, "Đề xuất bỏ chữ ký thứ ba trên đơn xin nghỉ phép.",
          "Đơn nghỉ phép chỉ còn hai chữ ký, làm trên điện thoại."),
    Voice("phan_anh", "an_ninh", "chinh_quyen_xa", "Đoạn đường trước cổng thiếu đèn, hay có cướp giật.",
          "Đã lắp bảy bóng đèn và tăng tuần tra giờ tan ca.", "Công an xã"),
    Voice("gop_y", "khac", _BOARD, "Tủ thuốc tại chuyền thiếu bông băng.",
          "Đã bổ sung và giao tổ trưởng kiểm tra hằng tuần."),
)  # fmt: skip
