"""The catalogue of record types, in the order in which a ledger is written out: what others point to comes first."""

from __future__ import annotations

from models.errors import UserError
from models.record import Record
from models.records.activity import Activity
from models.records.agreement import LabourAgreement
from models.records.attachment import Attachment
from models.records.award import Award
from models.records.calendar_event import CalendarEvent
from models.records.consultation import Consultation
from models.records.contest import Contest
from models.records.dialogue import Dialogue
from models.records.external_indicator import ExternalIndicator
from models.records.feedback import Feedback
from models.records.idea import GoodPractice, Idea, RoleModel
from models.records.incident import Incident
from models.records.initiative import Initiative
from models.records.media_product import MediaProduct
from models.records.member import Member
from models.records.movement import Movement
from models.records.official_document import OfficialDocument
from models.records.opinion import OpinionIssue
from models.records.period import ReportPeriod
from models.records.person_post import PersonPost
from models.records.privacy import PrivacyRecord
from models.records.programme import Programme
from models.records.rating import RatingScheme, UnitRating
from models.records.report import ReportCell, ReportDue
from models.records.report_text import ReportText
from models.records.submission import Submission
from models.records.supervision import Supervision
from models.records.survey import Survey
from models.records.target import Target
from models.records.task import Reminder, Task
from models.records.term import Term
from models.records.unit import OrgUnit, WorkforceSnapshot
from models.records.welfare import WelfareAction
from models.records.welfare_agreement import WelfareAgreement

CATALOGUE: tuple[type[Record], ...] = (
    OrgUnit,
    WorkforceSnapshot,
    Member,
    ReportPeriod,
    ReportDue,
    OfficialDocument,
    Programme,
    Target,
    Movement,
    Activity,
    MediaProduct,
    Contest,
    Initiative,
    Award,
    Dialogue,
    Feedback,
    Consultation,
    Supervision,
    WelfareAction,
    LabourAgreement,
    Idea,
    GoodPractice,
    RoleModel,
    ReportText,
    RatingScheme,
    UnitRating,
    Submission,
    ReportCell,
    Term,
    PersonPost,
    PrivacyRecord,
    ExternalIndicator,
    CalendarEvent,
    Task,
    Reminder,
    Survey,
    OpinionIssue,
    Incident,
    WelfareAgreement,
    Attachment,
)
_BY_NAME = {record.table_name: record for record in CATALOGUE}


def record_type(name: str) -> type[Record]:
    """The record type of an interchange name; UserError, naming those known, for any other."""
    if name not in _BY_NAME:
        known = ", ".join(sorted(_BY_NAME))
        raise UserError(f"Không có loại bản ghi “{name}”. Các loại dùng được: {known}.")
    return _BY_NAME[name]
