"""Danh mục of official papers: kinds (Decree 30/2020, and laws as legal basis), direction, handling, urgency."""

from __future__ import annotations

from models.codes import CodeList

DOC_TYPE = CodeList(
    "doc_type",
    "Loại văn bản",
    {
        "NQ": "Nghị quyết",
        "QĐ": "Quyết định",
        "CT": "Chỉ thị",
        "QC": "Quy chế",
        "QyĐ": "Quy định",
        "TC": "Thông cáo",
        "TB": "Thông báo",
        "HD": "Hướng dẫn",
        "CTr": "Chương trình",
        "KH": "Kế hoạch",
        "PA": "Phương án",
        "ĐA": "Đề án",
        "DA": "Dự án",
        "BC": "Báo cáo",
        "BB": "Biên bản",
        "TTr": "Tờ trình",
        "HĐ": "Hợp đồng",
        "CĐ": "Công điện",
        "BGN": "Bản ghi nhớ",
        "BTT": "Bản thỏa thuận",
        "GUQ": "Giấy ủy quyền",
        "GM": "Giấy mời",
        "GGT": "Giấy giới thiệu",
        "GNP": "Giấy nghỉ phép",
        "PG": "Phiếu gửi",
        "PC": "Phiếu chuyển",
        "PB": "Phiếu báo",
        "CV": "Công văn",
        "TCg": "Thư công",
        # Not in the list of Decree 30, but what the union's papers rest on (direction `can_cu`).
        "L": "Luật, bộ luật",
        "NĐ": "Nghị định",
        "TT": "Thông tư",
        "KL": "Kết luận",
        "khac": "Văn bản khác",
    },
)

DOC_DIRECTION = CodeList(
    "doc_direction", "Văn bản đến, đi", {"den": "Văn bản đến", "di": "Văn bản đi", "can_cu": "Văn bản căn cứ"}
)

HANDLING_STATUS = CodeList(
    "handling_status",
    "Tình trạng xử lý văn bản",
    {"moi": "Mới", "dang_xu_ly": "Đang xử lý", "da_xu_ly": "Đã xử lý", "luu": "Lưu"},
)

SECURITY = CodeList(
    "security", "Độ mật", {"thuong": "Thường", "mat": "Mật", "toi_mat": "Tối mật", "tuyet_mat": "Tuyệt mật"}
)

URGENCY = CodeList(
    "urgency", "Độ khẩn", {"thuong": "Thường", "khan": "Khẩn", "thuong_khan": "Thượng khẩn", "hoa_toc": "Hỏa tốc"}
)
