"""What official papers are about: laws, papers sent and received, rows with targets."""

from __future__ import annotations

from datetime import date

# uid, kind, number, symbol, issued on, issuer, abstract
LAWS: tuple[tuple[str, str, int, str, date, str, str], ...] = (
    ("vb-luat-cong-doan", "L", 50, "2024/QH15", date(2024, 11, 27), "Quốc hội", "Luật Công đoàn"),
    ("vb-bo-luat-lao-dong", "L", 45, "2019/QH14", date(2019, 11, 20), "Quốc hội", "Bộ luật Lao động"),
    ("vb-luat-bhxh", "L", 41, "2024/QH15", date(2024, 6, 29), "Quốc hội", "Luật Bảo hiểm xã hội"),
    ("vb-luat-dan-chu", "L", 10, "2022/QH15", date(2022, 11, 10), "Quốc hội", "Luật Thực hiện dân chủ ở cơ sở"),
    ("vb-luat-tdkt", "L", 6, "2022/QH15", date(2022, 6, 15), "Quốc hội", "Luật Thi đua, khen thưởng"),
    ("vb-luat-atvsld", "L", 84, "2015/QH13", date(2015, 6, 25), "Quốc hội", "Luật An toàn, vệ sinh lao động"),
    (
        *("vb-76-nq-cp", "NQ", 76, "NQ-CP", date(2021, 7, 15), "Chính phủ"),
        "Nghị quyết ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030",
    ),
)

OUT = (
    ("BC", "Báo cáo kết quả hoạt động công đoàn quý {quarter}/{year}"),
    ("BC", "Báo cáo tình hình đoàn viên, người lao động tháng {month}/{year}"),
    ("BC", "Báo cáo kết quả tuyên truyền cải cách hành chính quý {quarter}/{year}"),
    ("KH", "Kế hoạch chăm lo đoàn viên, người lao động quý {quarter}/{year}"),
    ("KH", "Kế hoạch kiểm tra, giám sát quý {quarter}/{year}"),
    ("KH", "Kế hoạch phát động thi đua quý {quarter}/{year}"),
    ("QĐ", "Quyết định kết nạp đoàn viên công đoàn đợt tháng {month}/{year}"),
    ("QĐ", "Quyết định khen thưởng đoàn viên tiêu biểu quý {quarter}/{year}"),
    ("TB", "Thông báo kết luận của Ban Chấp hành tại phiên họp tháng {month}/{year}"),
    ("TB", "Thông báo lịch đối thoại tại nơi làm việc quý {quarter}/{year}"),
    ("TTr", "Tờ trình đề nghị khen thưởng tập thể, cá nhân năm {year}"),
    ("CV", "V/v đề nghị Ban Giám đốc cải thiện chất lượng bữa ăn ca"),
    ("CV", "V/v góp ý dự thảo quy chế trả lương, trả thưởng"),
    ("GM", "Giấy mời họp Ban Chấp hành mở rộng tháng {month}/{year}"),
    ("NQ", "Nghị quyết phiên họp Ban Chấp hành quý {quarter}/{year}"),
    ("BB", "Biên bản đối thoại định kỳ tại nơi làm việc quý {quarter}/{year}"),
)

IN = (
    ("HD", "Hướng dẫn tuyên truyền các ngày lễ, sự kiện lớn quý {quarter}/{year}"),
    ("HD", "Hướng dẫn tổ chức hội nghị người lao động năm {year}"),
    ("HD", "Hướng dẫn xét khen thưởng chuyên đề năm {year}"),
    ("KH", "Kế hoạch tổ chức Tháng Công nhân năm {year}"),
    ("KH", "Kế hoạch tuyên truyền cải cách hành chính trong công nhân lao động năm {year}"),
    ("KH", "Kế hoạch thực hiện Tháng hành động về an toàn, vệ sinh lao động năm {year}"),
    ("CV", "V/v báo cáo số liệu hoạt động công đoàn quý {quarter}/{year}"),
    ("CV", "V/v nắm tình hình tiền lương, thưởng Tết và quan hệ lao động"),
    ("CV", "V/v tuyên truyền phòng, chống lừa đảo trên không gian mạng"),
    ("CV", "V/v cập nhật sáng kiến lên chương trình của Tổng Liên đoàn"),
    ("QĐ", "Quyết định khen thưởng chuyên đề năm {year}"),
    ("QĐ", "Quyết định giao chỉ tiêu phát triển đoàn viên năm {year}"),
    ("TB", "Thông báo mở lớp tập huấn nghiệp vụ công tác công đoàn tháng {month}/{year}"),
    ("GM", "Giấy mời dự hội nghị giao ban cụm công đoàn tháng {month}/{year}"),
    ("CT", "Chỉ thị về tăng cường công tác tuyên truyền trong công nhân lao động"),
    ("NQ", "Nghị quyết về nâng cao chất lượng hoạt động công đoàn cơ sở"),
)

# row of A2, planned for 2025, unit, given from above
TARGETS: tuple[tuple[str, float, str, bool], ...] = (
    ("III.1", 60, "buổi", True),
    ("III.2", 3200, "lượt", False),
    ("III.5", 8, "buổi", True),
    ("III.6", 10, "buổi", False),
    ("I.6", 40, "người", True),
    ("I.5", 92.5, "%", False),
    ("I.9", 6, "người", True),
    ("II.1", 1, "cuộc", True),
    ("II.2", 4, "cuộc", True),
    ("II.7", 620_000_000, "đồng", False),
    ("IV.1", 4, "phong trào", False),
    ("IV.5", 12, "sáng kiến", True),
    ("IV.8", 8, "sáng kiến", True),
    ("VI.1", 4, "cuộc", False),
    ("VII.7", 95, "%", False),
)
