"""Tasks, reminders, surveys, what people talk about, incidents: told by hand."""

from __future__ import annotations

TASKS = """[
{"uid": "nv-01", "source": "ket_luan", "origin": "review", "text": "Lập tổ tư vấn thủ tục trực tuyến cho công nhân",
 "owner": "Ban Nữ công", "assigned_on": "2026-01-09", "due_on": "2026-02-28", "state": "da_thuc_hien",
 "done_on": "2026-02-24", "expected": "Mỗi tuần một buổi tại nhà ăn ca", "result": "Đã mở từ ngày 24/02/2026."},
{"uid": "nv-02", "source": "ket_luan", "origin": "review", "owner": "Ủy ban Kiểm tra", "assigned_on": "2026-01-09",
 "text": "Kiểm tra việc thu nộp đoàn phí ở ba tổ công đoàn", "due_on": "2026-05-31", "state": "dang_thuc_hien"},
{"uid": "nv-03", "source": "phuong_huong", "text": "Chuẩn bị Tháng Công nhân năm 2026", "owner": "Ban Chấp hành",
 "assigned_on": "2026-03-20", "due_on": "2026-05-05", "expected": "Kế hoạch, dự toán và danh sách thăm hỏi"},
{"uid": "nv-04", "source": "van_ban", "origin": "vb-2026-kh-cchc", "owner": "Chủ tịch CĐCS",
 "text": "Đăng bốn bài về dịch vụ công trực tuyến trên bảng tin", "due_on": "2026-06-30",
 "assigned_on": "2026-01-15", "state": "dang_thuc_hien", "result": "Đã đăng hai bài."},
{"uid": "nv-05", "source": "chuong_trinh_cong_tac", "origin": "ct-2025", "assigned_on": "2025-02-03",
 "text": "Tổ chức hội thi thợ giỏi cấp công ty", "owner": "Phó Chủ tịch CĐCS", "due_on": "2025-10-31",
 "state": "da_thuc_hien", "done_on": "2025-11-12", "result": "Chậm 12 ngày vì trùng đơn hàng gấp."},
{"uid": "nv-06", "source": "giam_sat", "text": "Theo dõi việc khắc phục thông gió khu ủi", "owner": "Ban TTND",
 "assigned_on": "2025-12-02", "due_on": "2026-01-31", "state": "chua_thuc_hien"},
{"uid": "nv-07", "source": "doi_thoai", "origin": "dt-2025-q4", "text": "Thông báo kết quả đối thoại đến từng tổ",
 "owner": "Các tổ trưởng", "assigned_on": "2025-12-24", "due_on": "2025-12-31", "state": "da_thuc_hien",
 "done_on": "2025-12-30"},
{"uid": "nv-08", "source": "y_kien", "text": "Đề nghị công ty lắp thêm quạt ở xưởng dệt", "owner": "Chủ tịch CĐCS",
 "assigned_on": "2025-06-10", "due_on": "2025-07-15", "state": "da_thuc_hien", "done_on": "2025-07-10"},
{"uid": "nv-09", "source": "ke_hoach", "text": "Tham quan về nguồn cho đoàn viên xuất sắc", "owner": "Ban Chấp hành",
 "assigned_on": "2025-03-03", "due_on": "2025-09-30", "state": "huy", "result": "Hoãn sang năm sau vì kinh phí."},
{"uid": "nv-10", "source": "khac", "text": "Sắp xếp lại tủ hồ sơ công đoàn"}
]"""

REMINDERS = """[
{"uid": "dd-01", "on": "2025-06-20", "addressee": "Công đoàn bộ phận Xưởng Dệt", "text": "Nộp số liệu sáu tháng",
 "answered_on": "2025-06-23", "result": "Đã nộp."},
{"uid": "dd-02", "on": "2026-02-06", "addressee": "Ban Giám đốc Công ty", "about": "nv-06",
 "text": "Đề nghị cho biết tiến độ khắc phục thông gió khu ủi"},
{"uid": "dd-03", "on": "2026-02-20", "addressee": "Các tổ công đoàn", "about": "nv-02",
 "text": "Chốt sổ thu đoàn phí trước ngày 15/3", "answered_on": "2026-03-12", "result": "Bảy trong tám tổ đã chốt."}
]"""

SURVEYS = """[
{"uid": "ks-01", "title": "Mức hài lòng về bữa ăn ca", "question": "Anh chị có hài lòng về bữa ăn ca không?",
 "from": "2025-08-04", "to": "2025-08-08", "n_asked": 300, "n_returned": 262, "anonymous": true,
 "answers": [{"option": "Rất hài lòng", "count": 61}, {"option": "Hài lòng", "count": 133},
 {"option": "Bình thường", "count": 48}, {"option": "Chưa hài lòng", "count": 20},
 {"text": "Canh thường nguội khi đến lượt ca sau."}]},
{"uid": "ks-02", "title": "Thái độ phục vụ khi làm giấy tờ cho người lao động", "is_par": true, "par_content": 4,
 "question": "Bộ phận nhân sự hướng dẫn, trả giấy tờ như thế nào?", "from": "2026-03-02", "to": "2026-03-06",
 "n_asked": 180, "n_returned": 164, "anonymous": true, "answers": [{"option": "Nhanh, tận tình", "count": 97},
 {"option": "Đúng hẹn", "count": 49}, {"option": "Phải đi lại nhiều lần", "count": 18}]},
{"uid": "ks-03", "title": "Nhu cầu gửi trẻ của công nhân", "question": "Gia đình có con dưới 6 tuổi cần gửi trẻ?",
 "from": "2024-10-14", "to": "2024-10-18", "n_returned": 143, "answers": [{"option": "Có", "count": 52},
 {"option": "Không", "count": 91}]}
]"""

OPINIONS = """[
{"uid": "dl-01", "on": "2024-08-15", "period": "2024-Q3", "text": "Giá thuê nhà trọ quanh khu công nghiệp tăng",
 "n_reports": 14, "is_hot": true},
{"uid": "dl-02", "on": "2025-05-20", "period": "2025-Q2", "n_reports": 22,
 "text": "Băn khoăn về nơi làm thủ tục sau khi sắp xếp xã, phường", "handled": true, "handled_on": "2025-08-01",
 "result": "Mời trung tâm phục vụ hành chính công đến hướng dẫn tại nhà máy."},
{"uid": "dl-03", "on": "2025-11-06", "period": "2025-Q4", "text": "Tin đồn cắt giảm lao động sau Tết",
 "n_reports": 31, "is_hot": true, "handled": true, "handled_on": "2025-11-20",
 "result": "Công ty thông báo kế hoạch đơn hàng quý I/2026 tại các chuyền."},
{"uid": "dl-04", "on": "2026-02-27", "period": "2026-Q1", "text": "Lo ngại cuộc gọi lừa đảo giả danh cơ quan bảo hiểm",
 "n_reports": 9, "is_hot": true},
{"uid": "dl-05", "on": "2026-03-16", "period": "2026-Q1", "text": "Mong có tuyến xe đón ca đêm", "n_reports": 6}
]"""

INCIDENTS = """[
{"uid": "vv-01", "title": "Chậm trả tiền làm thêm tháng 10", "kind": "no_luong", "on": "2024-11-12",
 "employer": "Xưởng Cắt", "n_workers": 38, "n_helped": 38, "amount_vnd": 41000000, "state": "da_xong",
 "closed_on": "2024-11-20", "action": "Làm việc với phòng kế toán, đối chiếu bảng chấm công.",
 "result": "Trả đủ trong kỳ lương tháng 11."},
{"uid": "vv-02", "title": "Tranh cãi về xếp ca nghỉ lễ", "kind": "tranh_chap", "on": "2025-04-22",
 "employer": "Chuyền may 3", "n_workers": 24, "n_helped": 24, "state": "da_xong", "closed_on": "2025-04-25",
 "action": "Tổ chức gặp gỡ giữa chuyền trưởng và công nhân."},
{"uid": "vv-03", "title": "Kim máy đâm vào tay", "kind": "tai_nan", "on": "2026-01-14", "employer": "Chuyền may 1",
 "n_workers": 1, "n_helped": 1, "state": "dang_ho_tro", "action": "Thăm hỏi, hướng dẫn hồ sơ hưởng chế độ."},
{"uid": "vv-04", "title": "Nhà thầu phụ nợ lương công nhân bốc xếp", "kind": "no_luong", "on": "2026-03-24",
 "employer": "Nhà thầu bốc xếp", "n_workers": 11, "amount_vnd": 76500000, "state": "moi"}
]"""

BENEFITS = """[
{"uid": "tt-01", "partner": "Nhà thuốc Mẫu An", "title": "Thỏa thuận ưu đãi đoàn viên", "signed_on": "2024-07-01",
 "valid_to": "2026-06-30", "benefit": "Giảm 10% giá thuốc, đo huyết áp miễn phí.", "n_users": 148},
{"uid": "tt-02", "partner": "Siêu thị Mẫu Phú", "signed_on": "2025-05-05", "valid_to": "2026-05-04",
 "benefit": "Giảm 5% hàng thiết yếu vào ngày lĩnh lương.", "n_users": 211},
{"uid": "tt-03", "partner": "Phòng khám Mẫu Tâm", "signed_on": "2023-03-01", "valid_to": "2025-02-28",
 "benefit": "Khám sức khỏe phụ khoa giảm 30%.", "n_users": 64}
]"""
