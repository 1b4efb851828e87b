"""What the log can prove of a criterion: each kind of evidence is a figure, so that it opens its records."""

from __future__ import annotations

from dataclasses import dataclass

from models.indicators.figure import Filter, Reference

_ORGANIZER, _GROUP = "organizer", "union_group"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The figure of a kind of evidence. `by` narrows it to a group of the unit; where it is empty, nothing does."""

    indicator: str
    where: tuple[Filter, ...] = ()
    by: str = ""
    none_is_good: bool = False  # what it counts speaks against the unit

    def reference(self, group: str | None) -> Reference | None:
        """The figure over the whole unit, or over one of its groups; None where the log does not tell groups apart."""
        if group is None:
            return Reference(self.indicator, self.where)
        return Reference(self.indicator, (*self.where, (self.by, group))) if self.by else None


def _sessions(*topics: str) -> Evidence:
    return Evidence("sessions", (("primary_topic", topics),) if topics else (), _ORGANIZER)


# By the keys of the code list `rating_evidence`.
EVIDENCE = {
    "tuyen_truyen": _sessions(),
    "luot_tuyen_truyen": Evidence("turns", (), _ORGANIZER),
    "pho_bien": _sessions("nghi_quyet_dang", "phap_luat", "lao_dong_bhxh", "cong_doan"),
    "cchc": Evidence("sessions", (("is_par", True),), _ORGANIZER),
    "atvsld": _sessions("atvsld"),
    "cong_doan": _sessions("cong_doan"),
    "sinh_hoat_to": Evidence("all_sessions", (("form", "sinh_hoat_to"),), _ORGANIZER),
    "san_pham": Evidence("media_quantity"),
    "hoi_nghi": Evidence("conferences"),
    "doi_thoai": Evidence("dialogues"),
    "thoa_uoc": Evidence("agreements"),
    "gop_y": Evidence("consultations"),
    "giam_sat": Evidence("supervisions"),
    "cham_lo": Evidence("care_turns"),
    "phong_trao": Evidence("launches"),
    "dang_ky": Evidence("registrations"),
    "tham_gia": Evidence("participants"),
    "cong_trinh": Evidence("works_finished"),
    "sang_kien": Evidence("initiatives_recognised"),
    "khen_thuong": Evidence("awards"),
    "van_the": Evidence("all_sessions", (("form", "van_the"),), _ORGANIZER),
    "nu_cong": Evidence("women_sessions", (), _ORGANIZER),
    "gvn_dvn": Evidence("awards", (("movement_code", "gvn_dvn"),)),
    "y_kien": Evidence("voices_received", (), _GROUP),
    "tra_loi": Evidence("voices_answered", (), _GROUP),
    "ket_nap": Evidence("member_events", (("kind", "ket_nap"),), _GROUP),
    "gioi_thieu_dang": Evidence("member_events", (("kind", "gioi_thieu_dang"),), _GROUP),
    "ke_hoach": Evidence("documents_issued", (("doc_type", "KH"),)),
    "bao_cao": Evidence("documents_issued", (("doc_type", "BC"),)),
    "ky_luat": Evidence("member_events", (("kind", "ky_luat"),), _GROUP, none_is_good=True),
}
