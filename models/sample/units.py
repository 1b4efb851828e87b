"""The unit itself, those above and below it, its workforce from quarter to quarter, and its report periods."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from models.records.period import ReportPeriod
from models.records.unit import OrgDeadline, OrgName, OrgPermission, OrgRelation, OrgUnit, WorkforceSnapshot
from models.sample.scene import FORMER_SUPERIOR, OWN, SUPERIOR, Scene
from models.sample.words_people import GROUPS

NAME = "Công đoàn cơ sở Công ty TNHH Dệt may Bình Minh Tây Ninh"
_FORMER_NAME = "Công đoàn cơ sở Công ty TNHH Dệt may Bình Minh"
_FOUNDED, _CHANGED = date(2012, 5, 19), date(2025, 7, 1)
UNION_QUARTERS = ("kcd-2025-q1", "kcd-2026-q1")  # 16/12-15/3


def own() -> OrgUnit:
    """The unit whose ledger this is, as the ledger is first made: it points to nothing yet."""
    return OrgUnit(
        uid=OWN,
        code="CDCS-BINH-MINH",
        kind="grassroots_union",
        name_full=NAME,
        name_head_1="LIÊN ĐOÀN LAO ĐỘNG TỈNH TÂY NINH",
        name_head_2="CĐCS CÔNG TY TNHH DỆT MAY BÌNH MINH TÂY NINH",
        abbr="CĐCS",
        sector="dn_ngoai_nn",
        province="tay_ninh",
        place_name="Tây Ninh",
        address="Lô B2, Khu công nghiệp Mẫu Đông, tỉnh Tây Ninh",
        founded_on=_FOUNDED,
        is_own=True,
    )


def own_with_history() -> OrgUnit:
    """The same with what it was called, and to whom it belonged, in which years."""
    unit = own()
    unit.parent = SUPERIOR
    before = {"valid_from": _FOUNDED, "valid_to": _CHANGED - timedelta(days=1)}
    unit.names = [
        OrgName(
            name_full=_FORMER_NAME,
            name_head_1="CÔNG ĐOÀN CÁC KHU CÔNG NGHIỆP TỈNH TÂY NINH",
            name_head_2="CĐCS CÔNG TY TNHH DỆT MAY BÌNH MINH",
            **before,
        ),
        OrgName(name_full=NAME, name_head_1=unit.name_head_1, name_head_2=unit.name_head_2, valid_from=_CHANGED),
    ]
    unit.relations = [
        OrgRelation(superior=FORMER_SUPERIOR, **before),
        OrgRelation(superior=SUPERIOR, valid_from=_CHANGED),
    ]
    purpose = "Theo dõi đoàn viên ưu tú được kết nạp Đảng"
    unit.permissions = [OrgPermission(item="is_party_member", purpose=purpose, legal_basis="dieu_le")]
    days = {"co_so_cd": 10, "co_so_nsdld": 15, "cd_cap_tren": 45, "ldld_tinh": 45}
    unit.deadlines = [OrgDeadline(competent_level=level, days=each) for level, each in days.items()]
    return unit


def units() -> Iterator[OrgUnit]:
    """Everyone but the unit itself: those above it, its groups and boards."""
    yield OrgUnit(
        uid=SUPERIOR,
        code="LDLD-TAY-NINH",
        kind="provincial_federation",
        name_full="Liên đoàn Lao động tỉnh Tây Ninh",
        name_head_2="LIÊN ĐOÀN LAO ĐỘNG TỈNH TÂY NINH",
        province="tay_ninh",
        place_name="Tây Ninh",
    )
    yield OrgUnit(
        uid=FORMER_SUPERIOR,
        code="CD-KCN-TAY-NINH",
        kind="industrial_zone_union",
        name_full="Công đoàn các Khu công nghiệp tỉnh Tây Ninh",
        parent=SUPERIOR,
        dissolved_on=_CHANGED - timedelta(days=1),
        successor=SUPERIOR,
    )
    for number, (uid, kind, name, founded, dissolved, *_rest) in enumerate(GROUPS, 1):
        yield OrgUnit(
            uid=uid,
            code=f"TO-{number:02}",
            kind=kind,
            name_full=name,
            parent=OWN,
            founded_on=founded,
            dissolved_on=dissolved,
            successor="dv-bp-det" if dissolved else None,
        )
    yield OrgUnit(uid="dv-nu-cong", code="BAN-NC", kind="women_board", name_full="Ban Nữ công", parent=OWN)
    yield OrgUnit(
        uid="dv-ttnd", code="BAN-TTND", kind="peoples_inspectorate", name_full="Ban Thanh tra nhân dân", parent=OWN
    )


def snapshots(scene: Scene) -> Iterator[WorkforceSnapshot]:
    """The workforce at the end of every quarter, and once in between; some figures were not asked for every time."""
    dice = scene.dice("workforce")
    ends = [scene.first - timedelta(days=1), *(period.last for period in scene.quarters), date(2026, 2, 28)]
    wage = 7_900_000
    for number, day in enumerate(sorted(ends), 1):
        members = scene.present(day, day)
        total = len(members) + dice.randint(28, 46)
        female = sum(each.sex == "nu" for each in members) + dice.randint(14, 24)
        wage += dice.randint(20, 110) * 1000
        full = number % 4 != 0
        yield WorkforceSnapshot(
            uid=f"ld-{number:03}",
            unit=OWN if number % 3 else None,
            as_of=day,
            total=total,
            female=female,
            contract_signed=total - dice.randint(0, 6),
            insured=total - dice.randint(4, 12),
            short_of_work=dice.randint(0, 9) if full else None,
            short_of_work_female=0 if full else None,
            avg_wage_vnd=wage if full else None,
            wage_count_n=total - 3 if full else None,
            wage_debt_vnd=0 if full else None,
            housed=dice.randint(20, 30) if number % 2 else None,
            renting=dice.randint(90, 120) if number % 2 else None,
        )


def report_periods(scene: Scene) -> Iterator[ReportPeriod]:
    """Calendar quarters with their due days, years, and what this union cuts otherwise."""
    for period in scene.quarters:
        number = (period.last.month + 2) // 3
        yield _period(f"ky-{period.year}-q{number}", "quy", period.first, period.last, period.label, number, 5)
    for year in scene.calendar_years:
        yield _period(f"ky-{year}", "nam", date(year, 1, 1), date(year, 12, 31), f"Năm {year}", None, 10)
    for uid in UNION_QUARTERS:
        year = int(uid[4:8])
        label = f"Quý I/{year} (16/12-15/3)"
        yield _period(uid, "quy", date(year - 1, 12, 16), date(year, 3, 15), label, 1, 5)
    yield _period("ky-4-thang-2025", "tuy_chon", date(2025, 1, 1), date(2025, 4, 30), "4 tháng đầu năm 2025", None, 5)
    yield _period("ky-6-thang-2026", "6_thang", date(2025, 12, 1), date(2026, 5, 31), "6 tháng đầu năm 2026", 1, 10)


def _period(
    uid: str, kind: str, first: date, last: date, label: str, number: int | None, days_left: int
) -> ReportPeriod:
    return ReportPeriod(
        uid=uid,
        label_text=label,
        kind=kind,
        year=last.year,
        no=number,
        first_on=first,
        last_on=last,
        cutoff=last,
        due_on=last + timedelta(days=days_left),
    )
