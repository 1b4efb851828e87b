"""The subjects of the secretary's work, as the bar on the left names them, and which records belong to each."""

from __future__ import annotations

from typing import NamedTuple


class Shelf(NamedTuple):
    """One kind of record within a subject. `noun` completes "Thêm …" and "Chưa có … nào"."""

    kind: str  # its table_name
    title: str
    noun: str


class Subject(NamedTuple):
    """An entry of the bar on the left; `menu` is its title with the letter for Alt marked."""

    name: str
    menu: str
    icon: str
    shelves: tuple[Shelf, ...] = ()
    help: str = "records"  # the topic of `resources/help` that F1 opens there

    @property
    def title(self) -> str:
        """What it is called."""
        return self.menu.replace("&&", "\0").replace("&", "").replace("\0", "&")


SUBJECTS = (
    Subject("home", "Tran&g chủ", "home"),
    Subject(
        "outreach",
        "&Tuyên truyền",
        "megaphone",
        (
            Shelf("activity", "Hoạt động", "hoạt động"),
            Shelf("media_product", "Sản phẩm truyền thông", "sản phẩm"),
            Shelf("contest", "Hội thi, cuộc thi", "cuộc thi"),
        ),
    ),
    Subject(
        "emulation",
        "Thi đ&ua",
        "trophy",
        (
            Shelf("movement", "Phong trào", "phong trào"),
            Shelf("initiative", "Sáng kiến", "sáng kiến"),
            Shelf("award", "Khen thưởng", "khen thưởng"),
            Shelf("idea", "Ý tưởng", "ý tưởng"),
            Shelf("good_practice", "Mô hình hay", "mô hình hay"),
            Shelf("role_model", "Gương điển hình", "gương điển hình"),
        ),
    ),
    Subject(
        "feedback",
        "Ý &kiến đoàn viên",
        "speech",
        (
            Shelf("feedback", "Ý kiến, kiến nghị", "ý kiến"),
            Shelf("dialogue", "Hội nghị, đối thoại", "hội nghị, đối thoại"),
            Shelf("survey", "Khảo sát", "cuộc khảo sát"),
            Shelf("opinion_issue", "Dư luận", "vấn đề dư luận"),
        ),
        "cases",
    ),
    Subject(
        "care",
        "&Chăm lo && giám sát",
        "heart",
        (
            Shelf("welfare_action", "Chăm lo", "lần chăm lo"),
            Shelf("welfare_agreement", "Phúc lợi", "thỏa thuận"),
            Shelf("incident", "Vụ việc", "vụ việc"),
            Shelf("supervision", "Kiểm tra, giám sát", "cuộc kiểm tra"),
            Shelf("consultation", "Góp ý văn bản", "lần góp ý"),
            Shelf("labour_agreement", "Thỏa ước", "thỏa ước"),
        ),
    ),
    Subject(
        "work",
        "Công &việc && kế hoạch",
        "briefcase",
        (
            Shelf("task", "Nhiệm vụ", "nhiệm vụ"),
            Shelf("reminder", "Đôn đốc", "lần đôn đốc"),
            Shelf("programme", "Chương trình", "chương trình, kế hoạch"),
            Shelf("target", "Chỉ tiêu", "chỉ tiêu"),
            Shelf("calendar_event", "Ngày kỷ niệm", "ngày kỷ niệm"),
            Shelf("unit_rating", "Chấm điểm", "phiếu chấm điểm"),
            Shelf("rating_scheme", "Thang điểm", "thang điểm"),
        ),
    ),
    Subject(
        "papers",
        "Văn bả&n && số liệu",
        "folder",
        (
            Shelf("document", "Văn bản", "văn bản"),
            Shelf("attachment", "Ảnh, tệp", "ảnh, tệp"),
            Shelf("external_indicator", "Chỉ số", "chỉ số"),
            Shelf("report_period", "Kỳ báo cáo", "kỳ báo cáo"),
            Shelf("submission", "Cấp dưới gửi", "báo cáo của cấp dưới"),
            Shelf("report_due", "Lịch nộp", "lịch nộp báo cáo"),
            Shelf("report_cell", "Ghi chú biểu", "ghi chú trên biểu"),
            Shelf("report_text", "Lời văn", "đoạn văn"),
        ),
    ),
    Subject(
        "people",
        "Đ&oàn viên && đơn vị",
        "people",
        (
            Shelf("member", "Đoàn viên", "đoàn viên"),
            Shelf("org_unit", "Tổ chức", "tổ chức"),
            Shelf("workforce_snapshot", "Lao động", "số liệu lao động"),
            Shelf("term", "Nhiệm kỳ", "nhiệm kỳ"),
            Shelf("person_post", "Khách mời", "khách mời"),
            Shelf("privacy_record", "Dữ liệu cá nhân", "mục"),
        ),
        "people",
    ),
    Subject("reports", "&Báo cáo", "report"),
    Subject("official", "Biểu cấ&p trên", "form"),
)


HOME, REPORTS, OFFICIAL = "home", "reports", "official"
FIRST = "outreach"  # what the program opens with: the first records are there as soon as the window


def subject_named(name: str) -> Subject:
    """The subject of that name."""
    return next(subject for subject in SUBJECTS if subject.name == name)


def subject_of(kind: str) -> Subject:
    """The subject under which records of this kind are kept."""
    return next(subject for subject in SUBJECTS if any(shelf.kind == kind for shelf in subject.shelves))


def shelf_of(kind: str) -> Shelf:
    """The shelf of this kind of record."""
    return next(shelf for subject in SUBJECTS for shelf in subject.shelves if shelf.kind == kind)
