"""Activities that happened once, told by hand: the great days of the year, and everything that counts in an odd way."""

from __future__ import annotations

from models.records.activity import Activity
from models.sample.great_days import great_days
from models.sample.scene import OWN, Scene, activity_uid
from models.sample.told import since_first, told

# On the first and last day of a quarter, over its end, counted in another period, entered twice.
_ODD_DATES = """[
{"title": "Hội nghị tổng kết phong trào thi đua quý IV/2025", "form": "hoi_nghi", "primary_topic": "thi_dua",
 "start_at": "2025-12-30T08:00", "report_on": "2026-01-05",
 "audiences": [{"group": "doan_vien", "n_turns": 95, "n_members": 95, "n_female": 70, "n_officials": 18}]},
{"title": "Sinh hoạt tổ cuối quý: chế độ ốm đau - Hoàn thiện", "form": "sinh_hoat_to",
 "primary_topic": "lao_dong_bhxh", "start_at": "2026-03-30T07:15", "report_on": "2026-04-02",
 "audiences": [{"group": "doan_vien", "n_turns": 24, "n_members": 24, "n_female": 20, "n_officials": 2}]},
{"title": "Hội nghị phổ biến quy chế trả lương mới", "form": "hoi_nghi", "primary_topic": "lao_dong_bhxh",
 "start_at": "2025-06-30T13:00", "end_at": "2025-07-01T10:00",
 "audiences": [{"group": "doan_vien", "n_turns": 180, "n_members": 172, "n_female": 130, "n_officials": 20}]},
{"title": "Diễn đàn chào năm mới của công nhân trực ca", "form": "dien_dan", "primary_topic": "truyen_thong",
 "start_at": "2026-01-01T08:00",
 "audiences": [{"group": "doan_vien", "n_turns": 40, "n_members": 40, "n_female": 22, "n_officials": 4}]},
{"title": "Hội nghị phổ biến thang, bảng lương quý II/2026", "form": "hoi_nghi", "primary_topic": "lao_dong_bhxh",
 "start_at": "2026-03-31T16:00",
 "audiences": [{"group": "doan_vien", "n_turns": 110, "n_members": 104, "n_female": 80, "n_officials": 12}]},
{"title": "Tọa đàm nâng cao chất lượng bữa ăn ca", "form": "toa_dam", "primary_topic": "suc_khoe",
 "start_at": "2026-02-05T14:00", "place": "Nhà ăn ca",
 "audiences": [{"group": "doan_vien", "n_turns": 32, "n_members": 32, "n_female": 21, "n_officials": 5}]},
{"title": "Tọa đàm về chất lượng bữa ăn ca", "form": "toa_dam", "primary_topic": "suc_khoe",
 "start_at": "2026-02-05T14:30", "place": "Nhà ăn ca",
 "audiences": [{"group": "doan_vien", "n_turns": 32, "n_members": 32, "n_female": 21, "n_officials": 5}]},
{"title": "Hội nghị sơ kết tháng 3/2026", "form": "hoi_nghi", "primary_topic": "thi_dua",
 "start_at": "2026-04-02T08:00", "audiences": [{"group": "can_bo_cong_doan", "n_turns": 26, "n_members": 26,
 "n_female": 16, "n_officials": 26}]}
]"""

# Planned and forgotten, put off, called off, planned for the time to come.
_ODD_STATES = """[
{"title": "Hội nghị tuyên truyền phòng, chống tác hại thuốc lá", "form": "hoi_nghi", "primary_topic": "suc_khoe",
 "start_at": "2026-03-28T08:00", "status": "ke_hoach"},
{"title": "Tọa đàm với Ban Giám đốc về thời giờ làm việc", "form": "toa_dam", "primary_topic": "dan_chu_co_so",
 "start_at": "2026-03-12T14:00", "status": "hoan", "difficulties": "Ban Giám đốc bận tiếp khách hàng, hẹn lại."},
{"title": "Tham quan bảo tàng tỉnh", "form": "tham_quan", "primary_topic": "truyen_thong",
 "start_at": "2025-08-23", "status": "huy"},
{"title": "Giao lưu trực tuyến về bình đẳng giới", "form": "giao_luu_truc_tuyen", "is_online": true,
 "primary_topic": "binh_dang_gioi", "start_at": "2025-10-17T19:00", "status": "huy",
 "audiences": [{"group": "nu", "n_turns": 60, "n_members": 60, "n_female": 60, "n_officials": 6}]},
{"title": "Lễ phát động Tháng Công nhân năm 2026", "form": "hoi_nghi", "primary_topic": "thi_dua",
 "start_at": "2026-05-04T07:30", "status": "ke_hoach", "place": "Sân nhà xưởng"},
{"title": "Tập huấn an toàn, vệ sinh lao động đợt 1/2026", "form": "tap_huan", "primary_topic": "atvsld",
 "start_at": "2026-04-21T08:00", "status": "ke_hoach"},
{"title": "Hội nghị tuyên truyền cải cách hành chính quý II/2026", "form": "hoi_nghi", "primary_topic": "cchc",
 "is_par": true, "par_contents": [2, 6], "start_at": "2026-04-24T08:00", "status": "ke_hoach"},
{"title": "Đối thoại định kỳ quý II/2026", "form": "doi_thoai", "primary_topic": "dan_chu_co_so",
 "start_at": "2026-06-12T08:00", "status": "ke_hoach"},
{"title": "Hội thao chào mừng đại hội công đoàn", "form": "van_the", "primary_topic": "bau_cu_dai_hoi",
 "start_at": "2026-05-23T07:00", "status": "ke_hoach"},
{"title": "Tư vấn pháp luật tại khu nhà trọ tháng 6", "form": "tu_van_phap_luat", "primary_topic": "phap_luat",
 "start_at": "2026-06-06T18:00", "status": "ke_hoach"}
]"""

# Nobody counted, nobody came, only the total counted, groups of every kind, several sessions.
_ODD_AUDIENCES = """[
{"title": "Hội nghị phổ biến Luật Công đoàn tại Kho - Vận chuyển", "form": "hoi_nghi", "primary_topic": "cong_doan",
 "start_at": "2026-01-20T16:45", "result": "Chưa lập danh sách người dự; sẽ bổ sung số liệu."},
{"title": "Tư vấn pháp luật lưu động tại cổng nhà máy", "form": "tu_van_phap_luat", "primary_topic": "phap_luat",
 "start_at": "2026-03-06T16:45", "difficulties": "Mưa lớn cả buổi, không có người đến.",
 "audiences": [{"group": "nguoi_lao_dong", "n_turns": 0, "n_members": 0, "n_female": 0, "n_officials": 0}]},
{"title": "Nói chuyện chuyên đề phòng, chống ma túy", "form": "noi_chuyen", "primary_topic": "suc_khoe",
 "start_at": "2026-02-10T15:00", "audiences": [{"group": "doan_vien", "n_turns": 88}]},
{"title": "Diễn đàn “Nói không với tín dụng đen”", "form": "dien_dan", "primary_topic": "tin_dung_den",
 "start_at": "2026-01-15T15:00", "audiences": [{"group": "doan_vien", "n_turns": 75, "n_members": 75, "n_female": 51},
 {"n_turns": 12}, {"group": "khac", "n_turns": 5, "n_members": 0, "n_female": 2, "n_officials": 0}]},
{"title": "Chuỗi sinh hoạt tổ về an toàn máy may - Chuyền may 1", "form": "sinh_hoat_to", "primary_topic": "atvsld",
 "start_at": "2026-02-25T07:15", "n_sessions": 3,
 "audiences": [{"group": "doan_vien", "n_turns": 126, "n_members": 126, "n_female": 108, "n_officials": 9}]},
{"title": "Chuỗi tư vấn tại năm khu nhà trọ", "form": "tu_van_phap_luat", "primary_topic": "lao_dong_bhxh",
 "start_at": "2025-03-15T18:00", "n_sessions": 5, "area": "Các khu nhà trọ quanh khu công nghiệp",
 "audiences": [{"group": "cong_nhan_kcn", "n_turns": 160, "n_members": 45, "n_female": 118, "n_officials": 10},
 {"group": "con_cnvcld", "n_turns": 30, "n_members": 0, "n_female": 14, "n_officials": 0}]},
{"title": "Hội thảo tăng năng suất với chuyên gia dệt may", "form": "hoi_thao", "primary_topic": "nang_suat",
 "start_at": "2025-02-20T08:00", "audiences": [
 {"group": "doan_vien", "n_turns": 40, "n_members": 40, "n_female": 24, "n_officials": 8},
 {"group": "chuyen_gia", "n_turns": 3, "n_members": 0, "n_female": 1, "n_officials": 0},
 {"group": "nsdld", "n_turns": 4, "n_members": 1, "n_female": 1, "n_officials": 0},
 {"group": "lanh_dao", "n_turns": 9, "n_members": 7, "n_female": 3, "n_officials": 2}]},
{"title": "Tháng an toàn: mười hai lượt phát thanh đầu ca", "form": "loa", "primary_topic": "atvsld",
 "start_at": "2025-05-06T07:00", "n_sessions": 12}
]"""

# Public administration reform: every content, as the subject, woven in, with and without a topic of its own.
_REFORMS = """[
{"title": "Hội nghị giới thiệu dịch vụ công trực tuyến cho công nhân", "form": "hoi_nghi", "primary_topic": "cchc",
 "start_at": "2026-01-12T08:00", "is_par": true, "par_contents": [2, 6], "programme": "ct-2026-cchc",
 "audiences": [{"group": "doan_vien", "n_turns": 120, "n_members": 110, "n_female": 80, "n_officials": 14}]},
{"title": "Nói chuyện chuyên đề về cải cách thể chế", "form": "noi_chuyen", "primary_topic": "cchc",
 "start_at": "2025-01-16T15:00", "is_par": true, "par_contents": [1], "programme": "ct-2025-cchc",
 "audiences": [{"group": "doan_vien", "n_turns": 58, "n_members": 55, "n_female": 36, "n_officials": 7}]},
{"title": "Nói chuyện chuyên đề về sắp xếp tổ chức bộ máy, chính quyền hai cấp", "form": "noi_chuyen",
 "primary_topic": "cchc", "start_at": "2025-07-24T15:00", "is_par": true, "par_contents": [3, 1],
 "audiences": [{"group": "doan_vien", "n_turns": 64, "n_members": 60, "n_female": 41, "n_officials": 8}]},
{"title": "Nói chuyện chuyên đề về thái độ phục vụ của công chức", "form": "noi_chuyen", "primary_topic": "cchc",
 "start_at": "2025-09-11T15:00", "is_par": true, "par_contents": [4],
 "audiences": [{"group": "doan_vien", "n_turns": 52, "n_members": 50, "n_female": 30, "n_officials": 6}]},
{"title": "Nói chuyện chuyên đề về cải cách tài chính công", "form": "noi_chuyen", "primary_topic": "cchc",
 "start_at": "2026-02-26T15:00", "is_par": true, "par_contents": [5], "programme": "ct-2026-cchc",
 "audiences": [{"group": "doan_vien", "n_turns": 47, "n_members": 45, "n_female": 29, "n_officials": 5}]},
{"title": "Sinh hoạt tổ: làm hồ sơ hưởng trợ cấp thất nghiệp trực tuyến", "form": "sinh_hoat_to",
 "primary_topic": "lao_dong_bhxh", "start_at": "2026-02-06T07:15", "n_sessions": 3, "is_par": true,
 "par_contents": [2], "topics": [{"topic": "cchc", "is_integrated": true}],
 "audiences": [{"group": "doan_vien", "n_turns": 45, "n_members": 45, "n_female": 20}]},
{"title": "Tập huấn cán bộ tổ, nhắc kết quả chỉ số cải cách hành chính", "form": "tap_huan",
 "primary_topic": "cong_doan", "start_at": "2026-03-05T08:00", "is_par": true, "par_contents": [7],
 "audiences": [{"group": "can_bo_cong_doan", "n_turns": 24, "n_members": 24, "n_female": 15, "n_officials": 24}]},
{"title": "Hội nghị phổ biến Luật Bảo hiểm xã hội và thủ tục điện tử", "form": "hoi_nghi",
 "primary_topic": "lao_dong_bhxh", "start_at": "2025-06-19T13:30", "is_par": true, "par_contents": [6],
 "topics": [{"topic": "cchc"}, {"topic": "chuyen_doi_so", "is_integrated": true}],
 "audiences": [{"group": "doan_vien", "n_turns": 150, "n_members": 140, "n_female": 102, "n_officials": 15}]}
]"""


def occasions(scene: Scene) -> list[Activity]:
    """All of them, numbered; the great days come first, so that awards and media can name them."""
    odd = [each for text in (_ODD_DATES, _ODD_STATES, _ODD_AUDIENCES, _REFORMS) for each in told(Activity, text)]
    found = [*great_days(scene), *since_first(scene, odd, "start_at")]
    for number, each in enumerate(found, 1):
        each.uid = activity_uid(number)
        each.organizer = each.organizer or OWN
    return found
