"""Three forms as other authorities might word them, written without looking at ours, with what belongs in each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

SheetRow = tuple[str, str, str, str]  # number, label, unit, what of ours it is ("" for a heading)

DISTRICT_HEADS = (
    "STT",
    "Chỉ tiêu",
    "ĐVT",
    "Kế hoạch năm",
    "Thực hiện trong quý",
    "Lũy kế từ đầu năm",
    "Thực hiện cùng kỳ năm trước",
    "Ghi chú",
)
DISTRICT_COLUMNS = {"D": "chi_tieu", "E": "so_luong", "F": "luy_ke", "G": "cung_ky"}
DISTRICT: Sequence[SheetRow] = (
    ("A", "XÂY DỰNG TỔ CHỨC", "", ""),
    ("1", "Tổng số CNVCLĐ trong đơn vị", "người", "A2:I.1"),
    ("", "Trong đó: nữ CNVCLĐ", "người", "A2:I.2"),
    ("2", "Tổng số đoàn viên công đoàn", "người", "A2:I.3"),
    ("", "- Nữ", "người", "A2:I.4"),
    ("3", "Số đoàn viên kết nạp mới", "người", "A2:I.6"),
    ("4", "Giới thiệu đoàn viên ưu tú cho Đảng xem xét, bồi dưỡng", "người", "A2:I.9"),
    ("B", "CHĂM LO ĐỜI SỐNG", "", ""),
    ("1", "Số lượt đoàn viên, NLĐ được thăm hỏi, trợ cấp", "lượt", "A2:II.6"),
    ("2", "Tổng số tiền chăm lo, trợ cấp", "đồng", "A2:II.7"),
    ("3", "Số cuộc đối thoại tại nơi làm việc", "cuộc", "A2:II.2"),
    ("C", "CÔNG TÁC TUYÊN TRUYỀN", "", ""),
    ("1", "Số cuộc tuyên truyền, phổ biến pháp luật", "cuộc", "A2:III.1"),
    ("2", "Số lượt CNVCLĐ tham dự tuyên truyền", "lượt", "A2:III.2"),
    ("", "+ Trong đó: đoàn viên", "lượt", "A2:III.3"),
    ("3", "Số cuộc tuyên truyền chuyên đề về CCHC", "cuộc", "A2:III.5"),
    ("4", "Số lượt người được tuyên truyền về CCHC", "lượt", "A2:III.7"),
    ("5", "Tin bài, băng rôn, pano, khẩu hiệu", "cái", "A2:III.9"),
    ("6", "Số lượt phát thanh nội bộ", "lượt", "A2:III.10"),
    ("D", "THI ĐUA, KHEN THƯỞNG", "", ""),
    ("1", "Số phong trào thi đua đã phát động", "phong trào", "A2:IV.1"),
    ("2", "Số sáng kiến được công nhận", "sáng kiến", "A2:IV.5"),
    ("3", "Giá trị làm lợi từ sáng kiến", "đồng", "A2:IV.6"),
    ("4", "Số tập thể được khen thưởng", "tập thể", "A2:IV.9"),
    ("5", "Số cá nhân được khen thưởng", "người", "A2:IV.10"),
)
BOARD_HEADS = ("TT", "Nội dung báo cáo", "Đơn vị tính", "Kết quả thực hiện")
BOARD_COLUMNS = {"D": "so_luong"}
BOARD: Sequence[SheetRow] = (
    ("I", "Ý kiến, kiến nghị của người lao động", "", ""),
    ("1", "Số kiến nghị kỳ trước chuyển sang", "kiến nghị", "A2:VII.1"),
    ("2", "Số kiến nghị nhận được trong kỳ", "kiến nghị", "A2:VII.2"),
    ("3", "Số kiến nghị đã giải quyết, trả lời", "kiến nghị", "A2:VII.3"),
    ("4", "Số kiến nghị chuyển cơ quan có thẩm quyền", "kiến nghị", "A2:VII.4"),
    ("5", "Số kiến nghị đang xem xét, giải quyết", "kiến nghị", "A2:VII.5"),
    ("", "- Trong đó quá hạn", "kiến nghị", "A2:VII.6"),
    ("6", "Tỷ lệ kiến nghị được giải quyết", "%", "A2:VII.7"),
    ("II", "Hoạt động giám sát, nữ công", "", ""),
    ("7", "Số cuộc kiểm tra, giám sát công đoàn chủ trì", "cuộc", "A2:VI.1"),
    ("8", "Số cuộc kiểm tra, giám sát công đoàn tham gia phối hợp", "cuộc", "A2:VI.1b"),
    ("9", "Số cuộc giám sát của Ban TTND", "cuộc", "A2:VI.2"),
    ("10", "Số hoạt động nữ công đã tổ chức", "hoạt động", "A2:V.1"),
    ("11", "Số văn bản đã ban hành", "văn bản", "A2:VIII.1"),
    ("III", "Dân chủ cơ sở", "", ""),
    ("12", "Tổ chức hội nghị người lao động", "cuộc", "A2:II.1"),
    ("13", "Thỏa ước lao động tập thể còn hiệu lực", "bản", "A2:II.5"),
    ("14", "Nội quy, quy chế công đoàn tham gia góp ý", "văn bản", "A2:II.8"),
    ("IV", "Giáo dục", "", ""),
    ("15", "Tổ chức học tập nghị quyết của Đảng", "cuộc", "A2:III.8"),
    ("16", "Tờ rơi, tài liệu đã phát", "tờ", "A2:III.11"),
    ("17", "Số hội thi, cuộc thi đã tổ chức", "cuộc", "A2:III.13"),
    ("18", "Hoạt động văn nghệ, thể thao", "cuộc", "A2:III.14"),
)
TOPIC_COLUMNS = {"C": "3", "D": "4", "E": "5", "F": "6", "G": "7"}
TOPICS: Sequence[tuple[str, str]] = (
    ("Cải cách hành chính", "cchc"),
    ("Nghị quyết, chủ trương của Đảng", "nghi_quyet_dang"),
    ("Pháp luật lao động, bảo hiểm xã hội", "lao_dong_bhxh"),
    ("An toàn vệ sinh lao động", "atvsld"),
    ("Bình đẳng giới, vì sự tiến bộ của phụ nữ", "binh_dang_gioi"),
    ("Truyền thống giai cấp công nhân và tổ chức công đoàn", "truyen_thong"),
    ("Tổng cộng", "total"),
)


def listed(path: Path, heads: Sequence[str], rows: Sequence[SheetRow], columns: Mapping[str, str]) -> dict[str, str]:
    """A form with one row of heads at row 7; gives what belongs in each cell for figures."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "BC"
    sheet["A1"], sheet["A2"] = "Công đoàn cấp trên:", "Đơn vị báo cáo: ……………………"
    sheet["A4"] = "BÁO CÁO SỐ LIỆU HOẠT ĐỘNG CÔNG ĐOÀN"
    for at, head in enumerate(heads, 1):
        sheet.cell(7, at, head)
        sheet.cell(8, at, f"({at})")
    truth: dict[str, str] = {}
    for at, (number, label, unit, ours) in enumerate(rows, 9):
        sheet.cell(at, 1, number or None)
        sheet.cell(at, 2, label)
        sheet.cell(at, 3, unit or None)
        if ours:
            truth |= {f"{letter}{at}": f"{ours}:{key}" for letter, key in columns.items()}
    book.save(path)
    return truth


def district(path: Path) -> dict[str, str]:
    return listed(path, DISTRICT_HEADS, DISTRICT, DISTRICT_COLUMNS)


def board(path: Path) -> dict[str, str]:
    return listed(path, BOARD_HEADS, BOARD, BOARD_COLUMNS)


def topics(path: Path) -> dict[str, str]:
    """A form with two rows of heads, merged."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "TT"
    sheet["A1"] = "BIỂU THEO DÕI TUYÊN TRUYỀN"
    for letter, head in zip(
        "ABCDEH", ("Số TT", "Nội dung", "Số cuộc", "Số cuộc lồng ghép", "", "Ghi chú"), strict=True
    ):
        sheet[f"{letter}4"] = head or None
        if head:
            sheet.merge_cells(f"{letter}4:{letter}5")
    sheet["E4"] = "Lượt người tham dự"
    sheet.merge_cells("E4:G4")
    sheet["E5"], sheet["F5"], sheet["G5"] = "Tổng số", "Đoàn viên", "Nữ"
    truth: dict[str, str] = {}
    for at, (label, code) in enumerate(TOPICS, 6):
        sheet.cell(at, 1, at - 5)
        sheet.cell(at, 2, label)
        truth |= {f"{letter}{at}": f"B1:{code}:{key}" for letter, key in TOPIC_COLUMNS.items()}
    book.save(path)
    return truth


FORMS = {"district": district, "board": board, "topics": topics}
