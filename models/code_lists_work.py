"""Danh mục of daily work: where tasks come from and how far they are, incidents."""

from __future__ import annotations

from models.codes import CodeList

TASK_SOURCE = CodeList(
    "task_source",
    "Nguồn của nhiệm vụ",
    {
        "ket_luan": "Kết luận hội nghị, cuộc họp",
        "chuong_trinh_cong_tac": "Chương trình công tác",
        "ke_hoach": "Kế hoạch",
        "phuong_huong": "Phương hướng kỳ tới",
        "van_ban": "Văn bản cấp trên",
        "giam_sat": "Kết luận kiểm tra, giám sát",
        "doi_thoai": "Hội nghị, đối thoại",
        "y_kien": "Ý kiến, kiến nghị",
        "khac": "Nguồn khác",
    },
)

TASK_STATE = CodeList(
    "task_state",
    "Tình trạng nhiệm vụ",
    {
        "chua_thuc_hien": "Chưa thực hiện",
        "dang_thuc_hien": "Đang thực hiện",
        "da_thuc_hien": "Đã hoàn thành",
        "huy": "Không làm nữa",
    },
)

INCIDENT_KIND = CodeList(
    "incident_kind",
    "Loại vụ việc",
    {
        "no_luong": "Nợ, chậm trả lương",
        "no_bhxh": "Nợ, chậm đóng BHXH",
        "tranh_chap": "Tranh chấp lao động",
        "ngung_viec": "Ngừng việc tập thể, đình công",
        "tai_nan": "Tai nạn lao động, bệnh nghề nghiệp",
        "khac": "Vụ việc khác",
    },
)

INCIDENT_STATE = CodeList(
    "incident_state",
    "Tình trạng vụ việc",
    {"moi": "Mới xảy ra", "dang_ho_tro": "Đang hỗ trợ", "da_xong": "Đã giải quyết xong"},
)
