"""The days that come every year: workers' month, the women's days, the year's review; with guests and partners."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.records.activity import (
    Activity,
    ActivityAudience,
    ActivityBasisDoc,
    ActivityDocument,
    ActivityPaper,
    ActivityParContent,
    ActivityPartner,
    ActivityPerson,
)
from models.sample.papers import PAR_PROGRAMME, UNION_LAW, par_plan, plan, year_programme
from models.sample.scene import SUPERIOR, Scene, at
from models.sample.words_people import full_name

REVIEW, WOMENS_DAY, WORKERS_MONTH, WORKSHOP = 1, 2, 3, 4  # their numbers as activities


def great_days(scene: Scene) -> Iterator[Activity]:
    """The four that others name, then those of all the years."""
    yield _review(scene)
    yield _womens_day(date(2026, 3, 8), 165)
    yield _workers_month(date(2025, 5, 5))
    yield _workshop(scene)
    for year in range(scene.first.year, 2026):
        others = [_womens_day(date(year, 3, 7), 150), _vietnamese_women(year)]
        if year != 2025:
            others.append(_workers_month(date(year, 5, 6)))
        yield from (each for each in others if each.start_at.date() >= scene.first)


def _review(scene: Scene) -> Activity:
    dice = scene.dice("review")
    return Activity(
        uid="-",
        code="HN-01/2026",
        title="Hội nghị tổng kết hoạt động công đoàn năm 2025, triển khai nhiệm vụ năm 2026",
        form="hoi_nghi",
        primary_topic="cong_doan",
        start_at=at(date(2026, 1, 9), 13, 30),
        end_at=at(date(2026, 1, 9), 16, 30),
        place="Hội trường công ty",
        programme=year_programme(2026),
        summary="Báo cáo tổng kết năm 2025, thảo luận, trao khen thưởng và phát động thi đua năm 2026.",
        result="Thông qua chương trình công tác năm 2026 với 14 chỉ tiêu; trao thưởng cho tập thể, cá nhân tiêu biểu.",
        lesson="Gửi báo cáo trước ba ngày giúp phần thảo luận đi vào trọng tâm.",
        cost_vnd=18_500_000,
        audiences=[
            ActivityAudience(
                group="can_bo_cong_doan", n_turns=26, n_members=26, n_female=16, n_officials=26, n_units=10
            ),
            ActivityAudience(group="doan_vien", n_turns=84, n_members=84, n_female=61, n_officials=0, n_units=10),
            ActivityAudience(group="khach_moi", n_turns=7, n_members=0, n_female=2, n_officials=3, n_units=3),
        ],
        people=[
            ActivityPerson(role="chu_tri", name=scene.members[0].full_name, title_text="Chủ tịch CĐCS"),
            ActivityPerson(role="thu_ky", name=scene.members[6].full_name, title_text="Ủy viên Ban Chấp hành"),
            ActivityPerson(
                role="dai_bieu",
                name=full_name(dice, "nam"),
                title_text="Phó Trưởng ban Công tác Công đoàn",
                unit_text="LĐLĐ tỉnh Tây Ninh",
            ),
        ],
        basis_docs=[ActivityBasisDoc(document=plan(2026))],
        documents=[ActivityDocument(document=UNION_LAW)],
    )


def _womens_day(day: date, turns: int) -> Activity:
    return Activity(
        uid="-",
        title=f"Họp mặt kỷ niệm Ngày Quốc tế Phụ nữ 8/3/{day.year}",
        form="toa_dam",
        primary_topic="binh_dang_gioi",
        movement=f"pt-{day.year}-gvn",
        start_at=at(day, 9),
        place="Nhà ăn ca",
        cost_vnd=22_000_000,
        summary="Ôn truyền thống, tuyên dương nữ công nhân hai giỏi, giao lưu văn nghệ.",
        audiences=[ActivityAudience(group="nu", n_turns=turns, n_members=turns - 8, n_female=turns, n_officials=16)],
    )


def _vietnamese_women(year: int) -> Activity:
    return Activity(
        uid="-",
        title=f"Hội thi “Phụ nữ duyên dáng, khéo tay” chào mừng 20/10/{year}",
        form="van_the",
        primary_topic="truyen_thong",  # counted for the women's board by its movement
        movement=f"pt-{year}-gvn",
        start_at=at(date(year, 10, 18), 16),
        audiences=[ActivityAudience(group="nu", n_turns=120, n_members=116, n_female=112)],
    )


def _workers_month(day: date) -> Activity:
    return Activity(
        uid="-",
        title=f"Lễ phát động Tháng Công nhân và Tháng hành động về an toàn, vệ sinh lao động năm {day.year}",
        form="hoi_nghi",
        primary_topic="atvsld",
        movement=f"pt-{day.year}-atvsld",
        programme=year_programme(day.year),
        start_at=at(day, 7, 30),
        place="Sân nhà xưởng",
        audiences=[ActivityAudience(group="doan_vien", n_turns=255, n_members=240, n_female=184, n_officials=24)],
        partners=[ActivityPartner(unit_text="Ban Giám đốc Công ty", role="phoi_hop")],
        basis_docs=[ActivityBasisDoc(document=plan(day.year))],
    )


def _workshop(scene: Scene) -> Activity:
    workshop = Activity(
        uid="-",
        title="Hội thảo “Công đoàn với cải cách hành chính và tăng năng suất lao động”",
        form="hoi_thao",
        primary_topic="cchc",
        is_par=True,
        par_contents=[ActivityParContent(par_content=7), ActivityParContent(par_content=2)],
        start_at=at(date(2025, 9, 25)),
        end_at=at(date(2025, 9, 25), 11, 30),
        place="Hội trường công ty",
        programme="ct-2025-cchc",
        summary="Ba tham luận về thủ tục cho doanh nghiệp, dịch vụ công trực tuyến và vai trò giám sát của đoàn viên.",
        difficulties="Tài liệu của cơ quan chuyên môn gửi chậm.",
        note="Nội dung sát với việc của doanh nghiệp; nên mời thêm tổ trưởng các chuyền.",
        audiences=[
            ActivityAudience(group="can_bo_cong_doan", n_turns=24, n_members=24, n_female=15, n_officials=24),
            ActivityAudience(group="chuyen_gia", n_turns=4, n_members=0, n_female=1),
            ActivityAudience(group="nsdld", n_turns=5, n_members=2, n_female=1, n_officials=0),
        ],
        documents=[ActivityDocument(document=PAR_PROGRAMME)],
        basis_docs=[ActivityBasisDoc(document=par_plan(2025))],
        organizer=SUPERIOR,
    )
    _fill_the_podium(scene, workshop)
    return workshop


def _fill_the_podium(scene: Scene, workshop: Activity) -> None:
    dice = scene.dice("workshop")
    workshop.people = [
        ActivityPerson(role="chu_tri", name=scene.members[0].full_name, title_text="Chủ tịch CĐCS"),
        ActivityPerson(role="bao_cao_vien", name=full_name(dice, "nu"), unit_text="Trung tâm phục vụ hành chính công"),
    ]
    workshop.partners = [
        ActivityPartner(unit_text="Liên đoàn Lao động tỉnh Tây Ninh", role="phoi_hop"),
        ActivityPartner(unit_text="Trung tâm phục vụ hành chính công", role="don_vi_chuyen_mon"),
        ActivityPartner(unit_text="Công ty TNHH Dệt may Bình Minh", role="tai_tro"),
    ]
    workshop.papers = [
        ActivityPaper(
            speaker=full_name(dice, "nam"), unit_text="Phòng Nhân sự", title="Số hóa hồ sơ lao động", file="tep-04"
        ),
        ActivityPaper(speaker=scene.members[2].full_name, unit_text="Ban Nữ công", title="Thủ tục thai sản qua mạng"),
        ActivityPaper(speaker=full_name(dice, "nu"), unit_text="Xưởng Cắt", title="Giảm giấy tờ trong lệnh sản xuất"),
    ]
