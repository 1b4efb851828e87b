"""Ideas, models worth copying and people held up as examples."""

from __future__ import annotations

IDEAS = """[
{"uid": "yt-01", "title": "Hộp thư ý tưởng dán mã QR tại mỗi chuyền", "subject": "Chuyền may 2", "on": "2024-06-12",
 "period": "2024-Q2", "text": "Công nhân quét mã, gửi ý tưởng ngay giờ nghỉ.", "replicated": true},
{"uid": "yt-02", "title": "Ký nhận phiếu lương trên điện thoại", "subject": "Khối văn phòng", "on": "2024-11-05",
 "text": "Bỏ phiếu lương giấy, tra cứu được sáu tháng.", "is_par": true, "par_content": 6, "replicated": true},
{"uid": "yt-03", "title": "Một cửa nội bộ cho giấy xác nhận", "subject": "Phòng Nhân sự", "on": "2025-02-18",
 "period": "2025-Q1", "text": "Gom bốn loại giấy xác nhận về một bàn, trả trong ngày.", "is_par": true,
 "par_content": 2},
{"uid": "yt-04", "title": "Đổi ca có trách nhiệm", "subject": "Xưởng Dệt", "on": "2025-08-07",
 "text": "Nhóm đổi ca tự sắp xếp, tổ trưởng chỉ xác nhận."},
{"uid": "yt-05", "title": "Góp ý thủ tục tại ki-ốt nhà ăn", "subject": "Hoàn thiện", "on": "2026-01-22",
 "period": "2026-Q1", "text": "Đặt máy tính bảng để gửi góp ý về thủ tục hành chính.", "is_par": true},
{"uid": "yt-06", "title": "Lịch trực hướng dẫn hồ sơ điện tử", "subject": "Kho - Vận chuyển", "on": "2026-03-31",
 "text": "Mỗi tuần một buổi, hai đoàn viên trẻ hướng dẫn công nhân lớn tuổi.", "is_par": true, "par_content": 6},
{"uid": "yt-07", "title": "Ý tưởng chưa ghi ngày", "text": "Ghế tựa cao cho công nhân mang thai."}
]"""

GOOD_PRACTICES = """[
{"uid": "mh-01", "title": "Bữa cơm Công đoàn mỗi quý một lần", "subject": "Ban Chấp hành CĐCS", "on": "2024-05-28",
 "period": "2024-Q2", "text": "Bữa ăn ca tăng thêm món, lãnh đạo ăn cùng và nghe ý kiến.", "replicated": true},
{"uid": "mh-02", "title": "Tổ tư vấn pháp luật lưu động", "subject": "Ủy ban Kiểm tra", "on": "2024-12-10",
 "text": "Ba cán bộ đến khu nhà trọ tối thứ Sáu hằng tuần.", "replicated": true},
{"uid": "mh-03", "title": "Điểm hỗ trợ dịch vụ công tại nhà máy", "subject": "Khối văn phòng", "on": "2025-06-20",
 "period": "2025", "text": "Có máy quét, mạng và người hướng dẫn nộp hồ sơ.", "is_par": true, "par_content": 6,
 "replicated": true},
{"uid": "mh-04", "title": "Năm phút an toàn đầu ca", "subject": "Xưởng Cắt", "on": "2025-10-14",
 "text": "Mỗi ngày một tình huống, công nhân tự nêu cách xử lý."},
{"uid": "mh-05", "title": "Trả kết quả giấy xác nhận qua Zalo", "subject": "Phòng Nhân sự", "on": "2026-02-12",
 "period": "2026-Q1", "text": "Thời gian chờ giảm từ hai ngày còn hai giờ.", "is_par": true, "par_content": 2},
{"uid": "mh-06", "title": "Đối thoại nhỏ theo chuyền", "subject": "Chuyền may 1", "on": "2026-03-18",
 "text": "Mỗi tháng chuyền trưởng và tổ trưởng công đoàn gặp công nhân 20 phút.", "is_par": true}
]"""

ROLE_MODELS = """[
{"uid": "gd-01", "title": "Mười hai năm không một ngày nghỉ không phép", "unit": "Chuyền may 1", "on": "2024-05-01",
 "text": "Luôn vượt định mức, kèm cặp chín công nhân mới."},
{"uid": "gd-02", "title": "Nhặt được của rơi trả lại người mất", "unit": "Kho - Vận chuyển", "on": "2024-10-30",
 "text": "Trả lại ví và giấy tờ cho đồng nghiệp."},
{"uid": "gd-03", "title": "Tập thể giữ kỷ lục an toàn 1.000 ngày", "subject": "Xưởng Dệt", "on": "2025-05-01",
 "text": "Không để xảy ra tai nạn lao động trong gần ba năm.", "replicated": true},
{"uid": "gd-04", "title": "Người hướng dẫn hồ sơ điện tử của cả xóm trọ", "unit": "Hoàn thiện", "on": "2025-11-20",
 "text": "Giúp hơn 60 công nhân làm thủ tục trực tuyến.", "is_par": true, "par_content": 6},
{"uid": "gd-05", "title": "Nữ công nhân hiến máu hai mươi lần", "unit": "Kiểm hàng", "on": "2026-03-08",
 "text": "Vận động thêm 15 đoàn viên tham gia hiến máu.", "period": "2026-Q1"}
]"""
