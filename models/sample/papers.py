"""Official papers: the laws it all rests on, what the unit sent and received, and its programmes and targets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from models.records.official_document import OfficialDocument
from models.records.programme import Programme
from models.records.target import Target
from models.sample.scene import LAST, OWN, SUPERIOR, Scene, named, some_day
from models.sample.words_papers import IN, LAWS, OUT, TARGETS

_REFORM = "cải cách hành chính"
UNION_LAW, PAR_PROGRAMME = "vb-luat-cong-doan", "vb-76-nq-cp"


def plan(year: int) -> str:
    """The uid of the plan of propaganda of a year."""
    return f"vb-{year}-kh-tuyen-truyen"


def par_plan(year: int) -> str:
    """The uid of the plan on public administration reform of a year."""
    return f"vb-{year}-kh-cchc"


def year_programme(year: int) -> str:
    """The uid of the working programme of a year."""
    return f"ct-{year}"


def documents(scene: Scene) -> Iterator[OfficialDocument]:
    """Every paper, laws first."""
    for uid, kind, number, symbol, day, issuer, abstract in LAWS:
        yield OfficialDocument(
            uid=uid,
            direction="can_cu",
            doc_type=kind,
            number=number,
            year=day.year,
            symbol=symbol,
            issued_on=day,
            issuer=issuer,
            abstract=abstract,
            basis=True,
        )
    for year in scene.calendar_years:
        yield from _plans(year)
        yield from _sent(scene, year)
        yield from _received(scene, year)
    yield OfficialDocument(
        uid="vb-den-khong-ngay",
        direction="den",
        doc_type="CV",
        symbol="CV-LĐLĐ",
        issued_on=date(2026, 2, 24),
        issuer="Liên đoàn Lao động tỉnh Tây Ninh",
        abstract="V/v rà soát số liệu đoàn viên (chưa ghi ngày đến)",
        handling_status="moi",
    )


def _plans(year: int) -> Iterator[OfficialDocument]:
    titles = ((plan(year), "tuyên truyền, giáo dục", 2), (par_plan(year), "tuyên truyền cải cách hành chính", 3))
    for uid, subject, number in titles:
        yield OfficialDocument(
            uid=uid,
            direction="di",
            doc_type="KH",
            number=number,
            year=year,
            symbol="KH-CĐCS",
            issued_on=date(year, 1, 8 + number),
            issuer="CĐCS Công ty TNHH Dệt may Bình Minh",
            abstract=f"Kế hoạch {subject} năm {year}",
            implements=PAR_PROGRAMME if "cchc" in uid else None,
            is_par="cchc" in uid,
            handling_status="luu",
        )


def _days(scene: Scene, year: int) -> tuple[date, date] | None:
    first, last = max(scene.first, date(year, 1, 1)), min(LAST, date(year, 12, 31))
    return (first, last) if first <= last else None


def _sent(scene: Scene, year: int) -> Iterator[OfficialDocument]:
    dice, span = scene.dice(f"sent {year}"), _days(scene, year)
    if span is None:
        return
    days = sorted(some_day(dice, *span) for _ in range((span[1] - span[0]).days // 15))
    for number, day in enumerate(days, 4):
        kind, abstract = dice.choice(OUT)
        yield OfficialDocument(
            uid=f"vb-{year}-di-{number:03}",
            direction="di",
            doc_type=kind,
            number=number,
            year=year,
            symbol=f"{kind}-CĐCS",
            issued_on=day,
            issuer="CĐCS Công ty TNHH Dệt may Bình Minh",
            abstract=abstract.format(**named(day)),
            is_par=_REFORM in abstract,
            handling_status=dice.choice(("da_xu_ly", "luu")),
            urgency="thuong",
        )


def _received(scene: Scene, year: int) -> Iterator[OfficialDocument]:
    dice, span = scene.dice(f"received {year}"), _days(scene, year)
    if span is None:
        return
    days = sorted(some_day(dice, *span) for _ in range((span[1] - span[0]).days // 12))
    for number, day in enumerate(days, 1):
        kind, abstract = dice.choice(IN)
        yield OfficialDocument(
            uid=f"vb-{year}-den-{number:03}",
            direction="den",
            doc_type=kind,
            number=dice.randint(10, 480),
            year=year,
            symbol=f"{kind}-LĐLĐ",
            issued_on=day - timedelta(days=dice.randint(1, 6)),
            issuer="Liên đoàn Lao động tỉnh Tây Ninh",
            abstract=abstract.format(**named(day)),
            is_par=_REFORM in abstract,
            received_on=day,
            due_on=day + timedelta(days=14) if dice.random() < 0.4 else None,
            handling_status=dice.choice(("da_xu_ly", "da_xu_ly", "dang_xu_ly", "luu")),
            urgency=dice.choice(("thuong", "thuong", "thuong", "khan", "thuong_khan", "hoa_toc")),
        )


def programmes(scene: Scene) -> Iterator[Programme]:
    """The State's programme, the agreement with the management, and the plans of every year under them."""
    yield Programme(
        uid="ct-76",
        kind="chuong_trinh_nha_nuoc",
        title="Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030",
        first_on=date(2021, 7, 15),
        last_on=date(2030, 12, 31),
        basis_doc=PAR_PROGRAMME,
        objective="Xây dựng nền hành chính dân chủ, chuyên nghiệp, hiện đại, lấy người dân làm trung tâm.",
    )
    yield Programme(
        uid="ct-phoi-hop",
        kind="phoi_hop",
        title="Chương trình phối hợp giữa Ban Chấp hành CĐCS và Ban Giám đốc giai đoạn 2023-2028",
        first_on=date(2023, 6, 1),
        last_on=date(2028, 5, 31),
        parties="CĐCS Công ty TNHH Dệt may Bình Minh; Ban Giám đốc Công ty",
        objective="Chăm lo đời sống, bảo đảm việc làm, xây dựng quan hệ lao động hài hòa, ổn định.",
    )
    for year in scene.calendar_years:
        yield Programme(
            uid=year_programme(year),
            kind="chuong_trinh_cong_tac",
            title=f"Chương trình công tác năm {year} của Ban Chấp hành CĐCS",
            first_on=date(year, 1, 1),
            last_on=date(year, 12, 31),
        )
        yield Programme(
            uid=f"ct-{year}-cchc",
            kind="ke_hoach",
            title=f"Kế hoạch tuyên truyền cải cách hành chính năm {year}",
            first_on=date(year, 1, 11),
            last_on=date(year, 12, 31),
            basis_doc=par_plan(year),
            parent="ct-76",
        )
    yield Programme(uid="ct-suc-khoe", kind="khac", title="Bữa cơm Công đoàn và chăm sóc sức khỏe công nhân")


def _planned(planned: float, measure: str, year: int) -> float:
    """A little more every year; rates and the few great events stay."""
    if measure in ("%", "cuộc"):
        return planned
    return round(planned * (1 + 0.05 * (year - 2025)), -6 if measure == "đồng" else None)


def targets(scene: Scene) -> Iterator[Target]:
    """What was planned for a year; one is said with a report period of the ledger, one is only for a quarter."""
    for year in scene.calendar_years:
        for number, (row, planned, measure, from_above) in enumerate(TARGETS, 1):
            yield Target(
                uid=f"ctieu-{year}-{number:02}",
                indicator=row,
                unit=OWN,
                period=f"ky-{year}" if number == 2 else str(year),
                assigned_by=SUPERIOR if from_above else None,
                planned=_planned(planned, measure, year),
                measure=measure,
                basis_doc=plan(year) if row.startswith("III") else None,
            )
    yield Target(
        uid="ctieu-2026-q1", indicator="III.1", period="2026-Q1", planned=18, measure="buổi", note="Chỉ cho quý I."
    )
