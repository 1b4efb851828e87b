"""Danh mục of scoring and of reports from below: classes, kinds of criterion, what proves a criterion, states."""

from __future__ import annotations

from models.codes import CodeList

RATING_CLASS = CodeList(
    "rating_class",
    "Xếp loại",
    {
        "xuat_sac": "Hoàn thành xuất sắc nhiệm vụ",
        "tot": "Hoàn thành tốt nhiệm vụ",
        "hoan_thanh": "Hoàn thành nhiệm vụ",
        "khong": "Không hoàn thành nhiệm vụ",
        "vung_manh": "Vững mạnh",
        "kha": "Khá",
        "trung_binh": "Trung bình",
        "yeu": "Yếu",
    },
)

CRITERION_KIND = CodeList(
    "criterion_kind",
    "Loại mục chấm điểm",
    {
        "nhom": "Nhóm (cộng các mục bên trong)",
        "tieu_chi": "Tiêu chí",
        "thuong": "Điểm thưởng",
        "tru": "Điểm trừ",
    },
)

DISCIPLINE = CodeList(
    "rating_discipline",
    "Kỷ luật từ cảnh cáo trở lên",
    {"khong": "Không có người bị kỷ luật", "co": "Có người bị kỷ luật"},
)

SUBMISSION_STATE = CodeList(
    "submission_state",
    "Tình trạng báo cáo của cấp dưới",
    {"chua_nop": "Chưa nộp", "da_nop": "Đã nộp", "tra_lai": "Trả lại để sửa", "hop_le": "Đã nộp, hợp lệ"},
)

# What of the log may prove a criterion; which figure each one is, says `models.indicators.evidence`.
RATING_EVIDENCE = CodeList(
    "rating_evidence",
    "Minh chứng từ sổ",
    {
        "tuyen_truyen": "Số buổi tuyên truyền",
        "luot_tuyen_truyen": "Số lượt người được tuyên truyền",
        "pho_bien": "Số buổi phổ biến nghị quyết, chính sách, pháp luật",
        "cchc": "Số buổi tuyên truyền cải cách hành chính",
        "atvsld": "Số buổi tuyên truyền an toàn, vệ sinh lao động",
        "cong_doan": "Số buổi tuyên truyền về tổ chức công đoàn",
        "sinh_hoat_to": "Số buổi sinh hoạt tổ công đoàn",
        "san_pham": "Số tin, bài, sản phẩm truyền thông",
        "hoi_nghi": "Số hội nghị người lao động, cán bộ, viên chức",
        "doi_thoai": "Số cuộc đối thoại",
        "thoa_uoc": "Số thỏa ước lao động tập thể đang có hiệu lực",
        "gop_y": "Số văn bản, nội quy, quy chế đã góp ý",
        "giam_sat": "Số cuộc kiểm tra, giám sát",
        "cham_lo": "Số lượt người được thăm hỏi, hỗ trợ",
        "phong_trao": "Số phong trào, đợt thi đua được phát động",
        "dang_ky": "Số đăng ký thi đua",
        "tham_gia": "Số lượt người tham gia phong trào thi đua",
        "cong_trinh": "Số công trình, sản phẩm thi đua hoàn thành",
        "sang_kien": "Số sáng kiến được công nhận",
        "khen_thuong": "Số lượt được khen thưởng",
        "van_the": "Số cuộc văn nghệ, thể thao",
        "nu_cong": "Số hoạt động nữ công",
        "gvn_dvn": "Số lượt khen “Giỏi việc nước, đảm việc nhà”",
        "y_kien": "Số ý kiến, kiến nghị đã tiếp nhận",
        "tra_loi": "Số ý kiến, kiến nghị đã trả lời, giải quyết",
        "ket_nap": "Số đoàn viên kết nạp mới",
        "gioi_thieu_dang": "Số đoàn viên ưu tú giới thiệu cho Đảng",
        "ke_hoach": "Số kế hoạch đã ban hành",
        "bao_cao": "Số báo cáo đã ban hành",
        "ky_luat": "Số người bị kỷ luật (không có là tốt)",
    },
)
