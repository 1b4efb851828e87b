"""Tổ chức công đoàn: the own unit, those above and below it, its groups; and its workforce on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.code_lists_feedback import COMPETENT_LEVEL
from models.code_lists_people import LEGAL_BASIS, PROVINCE, SENSITIVE, UNIT_KIND, UNIT_SECTOR
from models.errors import Fault
from models.record import Part, Record, children, field
from models.records.rules import in_order, no_repeats, not_itself, within
from models.values import DAY, MONEY, TEXT, WHOLE, YES_NO, Code, Link, Locked, Whole
from models.vietnamese import folded

_UNIT = Link(("org_unit",))
_NUMBERS_APART = (
    "số căn cước chỉ lưu khi có mật khẩu; hãy bật hoặc tắt ở mục Đoàn viên, “Thông tin cá nhân được ghi”, "
    "đừng sửa ở đây"
)
OWN_LISTS = ("permissions", "deadlines")  # what only the ledger's own unit decides


class OrgName(Part):
    """Tên của tổ chức in a span of time, as printed on the papers of that time."""

    table_name = "org_name"
    label = "Tên qua các thời kỳ"

    name_full: str | None = field("Tên đầy đủ", TEXT)
    name_head_1: str | None = field("Dòng cơ quan cấp trên", TEXT, hint="LIÊN ĐOÀN LAO ĐỘNG TỈNH TÂY NINH")
    name_head_2: str | None = field("Dòng tên đơn vị", TEXT, hint="CĐCS CÔNG TY TNHH MẪU A")
    valid_from: date | None = field("Có hiệu lực từ ngày", DAY)
    valid_to: date | None = field("Đến hết ngày", DAY)

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "valid_from", "valid_to")


class OrgRelation(Part):
    """Công đoàn cấp trên of a unit in a span of time."""

    table_name = "org_relation"
    label = "Trực thuộc qua các thời kỳ"

    superior: str | None = field("Công đoàn cấp trên", _UNIT)
    valid_from: date | None = field("Trực thuộc từ ngày", DAY)
    valid_to: date | None = field("Đến hết ngày", DAY)

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "valid_from", "valid_to")


class OrgPermission(Part):
    """Thông tin cá nhân that the ledger may keep of members, for what purpose and on which basis."""

    table_name = "org_permission"
    label = "Thông tin cá nhân được ghi"

    item: str = field("Thông tin", Code(SENSITIVE), required=True, key="field")
    purpose: str | None = field("Mục đích", TEXT, required=True, hint="Liên hệ khi có việc gấp")
    legal_basis: str | None = field("Căn cứ", Code(LEGAL_BASIS), required=True)


class OrgDeadline(Part):
    """Hạn xử lý of voices by who has to answer, in days; no law sets one, so each unit sets its own."""

    table_name = "org_deadline"
    label = "Hạn xử lý ý kiến"

    competent_level: str = field("Cấp có thẩm quyền", Code(COMPETENT_LEVEL), required=True)
    days: int = field("Số ngày", Whole(least=1, most=365), required=True)


class OrgUnit(Record):
    """Một tổ chức công đoàn: the ledger's own, a superior, a unit below or a tổ công đoàn."""

    table_name = "org_unit"
    label = "Tổ chức công đoàn"
    title_field = "name_full"
    unseen = ("is_own", "id_lock")

    code: str = field("Mã đơn vị", TEXT, required=True, column=True, quick=True, hint="CDCS-MAU-A")
    kind: str = field("Loại tổ chức", Code(UNIT_KIND), required=True, column=True, quick=True)
    name_full: str = field(
        "Tên đầy đủ", TEXT, required=True, column=True, quick=True, hint="Công đoàn cơ sở Công ty TNHH Mẫu A"
    )
    name_head_1: str | None = field("Dòng cơ quan cấp trên", TEXT, hint="LIÊN ĐOÀN LAO ĐỘNG TỈNH TÂY NINH")
    name_head_2: str | None = field("Dòng tên đơn vị", TEXT, hint="CĐCS CÔNG TY TNHH MẪU A")
    abbr: str | None = field("Tên viết tắt", TEXT, hint="CĐCS")
    parent: str | None = field("Trực thuộc", _UNIT, column=True, quick=True)
    sector: str | None = field("Khu vực", Code(UNIT_SECTOR), column=True)
    province: str | None = field("Tỉnh, thành phố", Code(PROVINCE))
    place_name: str | None = field("Địa danh trên văn bản", TEXT, hint="Tây Ninh")
    address: str | None = field("Địa chỉ", TEXT)
    founded_on: date | None = field("Ngày thành lập", DAY, column=True)
    dissolved_on: date | None = field("Ngày giải thể", DAY, column=True)
    successor: str | None = field("Tổ chức kế tiếp", _UNIT)
    is_own: bool = field("Là đơn vị của sổ này", YES_NO, default=False)
    id_lock: str | None = field("Mật khẩu số căn cước", Locked(pieces=2))
    names: list[OrgName] = children("Tên qua các thời kỳ", OrgName)
    relations: list[OrgRelation] = children("Trực thuộc qua các thời kỳ", OrgRelation)
    permissions: list[OrgPermission] = children("Thông tin cá nhân được ghi", OrgPermission)
    deadlines: list[OrgDeadline] = children("Hạn xử lý ý kiến", OrgDeadline)

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "founded_on", "dissolved_on")
        yield from not_itself(self, "parent", "successor")
        yield from no_repeats(self, "permissions", "item")
        yield from no_repeats(self, "deadlines", "competent_level")
        keeps_numbers = any(each.item == "id_no" for each in self.permissions)
        if keeps_numbers != (self.id_lock is not None):
            yield self.fault("permissions", _NUMBERS_APART)
        for name in OWN_LISTS:
            if getattr(self, name) and self.is_own is False:
                yield self.fault(name, "chỉ đơn vị của sổ mới quyết định được; hãy ghi ở đơn vị của sổ")


class WorkforceSnapshot(Record):
    """Lao động của đơn vị on a day: rows 1-10 of Mẫu số 1-HĐCĐ."""

    table_name = "workforce_snapshot"
    label = "Số liệu lao động"
    title_field = "as_of"
    dated_by = "as_of"

    unit: str | None = field("Đơn vị", _UNIT)
    as_of: date = field("Số liệu đến ngày", DAY, required=True, column=True, quick=True)
    total: int | None = field("Tổng số lao động", WHOLE, column=True, quick=True)
    female: int | None = field("Trong đó: nữ", WHOLE, column=True, quick=True)
    contract_signed: int | None = field("Lao động được ký hợp đồng", WHOLE, column=True, quick=True)
    insured: int | None = field("Lao động được đóng BHXH, BHYT, BHTN", WHOLE, column=True, quick=True)
    short_of_work: int | None = field("Lao động thiếu việc làm", WHOLE)
    short_of_work_female: int | None = field("Lao động nữ thiếu việc làm", WHOLE)
    avg_wage_vnd: int | None = field("Tiền lương bình quân tháng (đồng)", MONEY, column=True, quick=True)
    wage_count_n: int | None = field("Số người được tính lương bình quân", WHOLE)
    wage_debt_vnd: int | None = field("Tiền doanh nghiệp còn nợ lương (đồng)", MONEY)
    housed: int | None = field("Người được bố trí nhà ở", WHOLE)
    renting: int | None = field("Người phải tự thuê nhà ở", WHOLE)

    @property
    def title_text(self) -> str:
        """Named by its day."""
        return f"Lao động đến ngày {self.shown('as_of')}"

    def faults(self) -> Iterator[Fault]:
        yield from within(self, "total", "female", "contract_signed", "insured", "short_of_work", "housed", "renting")
        yield from within(self, "short_of_work", "short_of_work_female")
        yield from within(self, "female", "short_of_work_female")


def new_own_unit(name: str, superior: str, code: str = "", place: str = "") -> OrgUnit:
    """The own unit of a new ledger from what its user says: full name, superior union, code and place if given."""
    return OrgUnit(
        code=code or "-".join(folded(name).upper().split()),
        kind="grassroots_union",
        name_full=name,
        name_head_1=superior.upper(),
        name_head_2=name.upper(),
        place_name=place or None,
        is_own=True,
    )
