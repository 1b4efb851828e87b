"""Names, jobs and groups of the invented company. Names are put together by dice; none is taken from a real list."""

from __future__ import annotations

from datetime import date
from random import Random

FAMILY = (
    *("Nguyễn",) * 11,
    *("Trần",) * 5,
    *("Lê",) * 4,
    *("Phạm",) * 3,
    *("Huỳnh",) * 2,
    *("Võ", "Phan", "Trương", "Bùi", "Đặng", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Mai", "Cao", "Châu", "Tô"),
    *("Đoàn", "Lâm", "Hà", "Thái", "Quách", "Tạ", "Lương", "Vương", "Kiều"),
)
MIDDLE_NU = ("Thị", "Thị", "Thị", "Thị Ngọc", "Thị Mỹ", "Thị Bích", "Thị Thu", "Thị Hồng", "Ngọc", "Thanh", "Mỹ")
GIVEN_NU = (
    *("Ánh", "Bích", "Cúc", "Chi", "Diễm", "Dung", "Duyên", "Đào", "Gấm", "Giang", "Hà", "Hạnh", "Hằng", "Hiền"),
    *("Hoa", "Hòa", "Huệ", "Hương", "Hường", "Huyền", "Kiều", "Lan", "Lệ", "Liên", "Liễu", "Linh", "Loan", "Lụa"),
    *("Mai", "Mận", "Mơ", "My", "Nga", "Nguyệt", "Nhàn", "Nhi", "Như", "Nhung", "Oanh", "Phượng", "Quyên", "Quỳnh"),
    *("Sang", "Sương", "Tâm", "Thảo", "Thắm", "Thoa", "Thúy", "Thủy", "Thương", "Tiên", "Trang", "Trâm", "Trinh"),
    *("Tuyền", "Tuyết", "Út", "Uyên", "Vân", "Xuân", "Xuyến", "Ý", "Yến"),
)
MIDDLE_NAM = ("Văn", "Văn", "Văn", "Hữu", "Thanh", "Hoàng", "Ngọc", "Công", "Trung")
GIVEN_NAM = (
    *("An", "Ấn", "Bảo", "Bằng", "Cảnh", "Cường", "Danh", "Duy", "Đạt", "Điền", "Đông", "Giàu", "Hải", "Hậu"),
    *("Hiếu", "Hòa", "Huy", "Hưng", "Khang", "Khoa", "Lành", "Lộc", "Lợi", "Luân", "Mẫn", "Nam", "Nghĩa", "Nhân"),
    *("Nhật", "Ơn", "Phát", "Phong", "Phúc", "Phước", "Quân", "Quý", "Sơn", "Tài", "Tâm", "Tấn", "Thái", "Thành"),
    *("Thắng", "Thiện", "Thịnh", "Tiến", "Tín", "Toàn", "Trí", "Tú", "Tùng", "Vinh", "Vũ", "Vững", "Ý"),
)

# uid, kind, name, founded, dissolved, share of the members, jobs
Group = tuple[str, str, str, date | None, date | None, int, tuple[str, ...]]
_BEGUN = date(2012, 5, 19)
DYEING, FOURTH_LINE = "dv-to-nhuom", "dv-to-chuyen-4"
GROUPS: tuple[Group, ...] = (
    (
        "dv-bp-det",
        "department_union",
        "Công đoàn bộ phận Xưởng Dệt",
        _BEGUN,
        None,
        14,
        ("Công nhân dệt", "Thợ máy dệt"),
    ),
    ("dv-to-cat", "union_group", "Tổ công đoàn Xưởng Cắt", _BEGUN, None, 9, ("Công nhân cắt", "Nhân viên trải vải")),
    (
        "dv-to-chuyen-1",
        "union_group",
        "Tổ công đoàn Chuyền may 1",
        _BEGUN,
        None,
        14,
        ("Công nhân may", "Chuyền trưởng"),
    ),
    (
        "dv-to-chuyen-2",
        "union_group",
        "Tổ công đoàn Chuyền may 2",
        _BEGUN,
        None,
        14,
        ("Công nhân may", "Kỹ thuật chuyền"),
    ),
    ("dv-to-chuyen-3", "union_group", "Tổ công đoàn Chuyền may 3", date(2016, 3, 1), None, 13, ("Công nhân may",)),
    (FOURTH_LINE, "union_group", "Tổ công đoàn Chuyền may 4", date(2025, 7, 15), None, 8, ("Công nhân may",)),
    (DYEING, "union_group", "Tổ công đoàn Phân xưởng Nhuộm", _BEGUN, date(2025, 9, 30), 4, ("Công nhân nhuộm",)),
    (
        "dv-to-hoan-thien",
        "union_group",
        "Tổ công đoàn Hoàn thiện",
        _BEGUN,
        None,
        9,
        ("Công nhân ủi", "Công nhân đóng gói"),
    ),
    ("dv-to-kcs", "union_group", "Tổ công đoàn Kiểm hàng", date(2014, 8, 1), None, 6, ("Nhân viên kiểm hàng",)),
    ("dv-to-kho", "union_group", "Tổ công đoàn Kho - Vận chuyển", None, None, 4, ("Thủ kho", "Tài xế", "Bốc xếp")),
    (
        *("dv-bp-van-phong", "department_union", "Công đoàn bộ phận Khối văn phòng", _BEGUN, None, 8),
        ("Kế toán viên", "Nhân viên nhân sự", "Nhân viên xuất nhập khẩu", "Kỹ sư công nghệ may"),
    ),
)

# post, how many, title as printed
POSTS = (
    ("chu_tich", 1, "Chủ tịch CĐCS"),
    ("pho_chu_tich", 1, "Phó Chủ tịch CĐCS"),
    ("truong_ban_nu_cong", 1, "Ủy viên Ban Chấp hành, Trưởng Ban Nữ công"),
    ("cn_ubkt", 1, "Ủy viên Ban Chấp hành, Chủ nhiệm Ủy ban Kiểm tra"),
    ("uv_btv", 1, "Ủy viên Ban Thường vụ"),
    ("uv_bch", 4, "Ủy viên Ban Chấp hành"),
    ("uv_ubkt", 2, "Ủy viên Ủy ban Kiểm tra"),
    ("to_truong", 9, "Tổ trưởng tổ công đoàn"),
    ("to_pho", 4, "Tổ phó tổ công đoàn"),
)
QUALIFICATIONS = ("Đại học", "Cao đẳng", "Trung cấp nghề", "Trung học phổ thông")


def groups_on(day: date) -> list[Group]:
    """The groups there are on a day."""
    return [group for group in GROUPS if (group[3] or day) <= day and (group[4] is None or day < group[4])]


def full_name(dice: Random, sex: str) -> str:
    """A name as Vietnamese people have them."""
    middles, givens = (MIDDLE_NU, GIVEN_NU) if sex == "nu" else (MIDDLE_NAM, GIVEN_NAM)
    return f"{dice.choice(FAMILY)} {dice.choice(middles)} {dice.choice(givens)}"


def short_name(group: Group) -> str:
    """What people call a group in a sentence: "Chuyền may 1"."""
    return group[2].removeprefix("Tổ công đoàn ").removeprefix("Công đoàn bộ phận ")
