"""The code lists: keys as settled in `domain.md`, labels in Vietnamese."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pytest

from models import (
    code_lists,
    code_lists_documents,
    code_lists_emulation,
    code_lists_feedback,
    code_lists_people,
    code_lists_rating,
)
from models.code_lists import ACTIVITY_FORM, DIRECT_FORMS, EVENT_FORMS, PAR_CONTENT, TOPIC
from models.code_lists_emulation import AWARD_FORM, AWARD_FORM_OR_TITLE, TITLE_CODE
from models.code_lists_people import LEFT_REASON, MEMBER_EVENT, PROVINCE
from models.codes import CodeList

SETTLED = {
    "sex": "nam nu",
    "media_kind": "tin_bai pano bang_ron loa to_roi tai_lieu bai_dang ban_tin bang_tin video",
    "media_unit": "tin_bai luot cai to cuon so bai_dang video",
    "contest_kind": "tho_gioi tim_hieu y_tuong khac",
    "programme_kind": "phoi_hop chuong_trinh_nha_nuoc chuong_trinh_cong_tac ke_hoach khac",
    "supervision_item_state": "chua_thuc_hien dang_thuc_hien da_thuc_hien",
    "handling_status": "moi dang_xu_ly da_xu_ly luu",
    "work_state": "dang_ky dang_lam hoan_thanh gan_bien",
    "period_kind": "thang quy 6_thang 9_thang nam hoc_ky nam_hoc giai_doan tuy_chon",
    "activity_status": "ke_hoach da_thuc_hien hoan huy",
    "member_status": "dang_sinh_hoat tam_dung da_chuyen thoi_doan_vien",
    "dialogue_kind": "hoi_nghi_nld hoi_nghi_cbvc doi_thoai_dinh_ky doi_thoai_vu_viec doi_thoai_yeu_cau tiep_xuc",
    "supervision_kind": "kiem_tra giam_sat phan_bien ttnd",
    "supervision_direction": "chu_tri phoi_hop duoc_kiem_tra",
    "award_basis": "toan_dien chuyen_de dot_xuat doi_ngoai_khac",
    "award_state": "de_nghi da_quyet_dinh khong_duyet",
    "award_level": "cdcs cap_tren tinh_nganh tld don_vi ubnd nha_nuoc",
    "movement_mode": "thuong_xuyen chuyen_de theo_dot",
    "initiative_level": "co_so tinh_bo_nganh toan_quoc",
    "initiative_state": "de_xuat dang_xet cong_nhan khong_cong_nhan khen_thuong",
    "source_kind": "ca_nhan tap_the to_cong_doan doanh_nghiep to_chuc_xa_hoi an_danh",
    "handling_way": "thu_ly huong_dan chuyen",
    "feedback_outcome": "giai_quyet_xong dang_giai_quyet giai_trinh khong_co_so chua_tra_loi",
    "feedback_state": "tiep_nhan dang_xu_ly chuyen_cap_tren da_tra_loi dong tra_lai khong_thu_ly gop mo_lai",
    "union_post": "chu_tich pho_chu_tich uv_btv uv_bch cn_ubkt uv_ubkt truong_ban_nu_cong to_truong to_pho doan_vien",
    "welfare_source": "cong_doan chuyen_mon xa_hoi_hoa",
    "doc_direction": "den di can_cu",
    "person_role": "chu_tri bao_cao_vien thu_ky dai_bieu",
    "partner_role": "phoi_hop don_vi_chuyen_mon tai_tro",
    "rating_class": "xuat_sac tot hoan_thanh khong vung_manh kha trung_binh yeu",
    "submission_state": "chua_nop da_nop tra_lai hop_le",
    "registration_result": "dat khong_dat chua_xet",
}
# Lists of section 6 too long to repeat: how many keys.
COUNTED = [
    *(("activity_form", 24), ("topic", 21), ("audience_group", 11), ("movement_code", 12), ("title_code", 11)),
    *(("award_form", 10), ("feedback_kind", 7), ("feedback_channel", 13), ("feedback_field", 16)),
    *(("competent_level", 8), ("member_event", 12), ("initiative_kind", 5), ("unit_sector", 7), ("province", 34)),
]


def lists() -> Iterator[CodeList]:
    """Every code list there is."""
    modules = (code_lists_documents, code_lists_emulation, code_lists_feedback, code_lists_people, code_lists_rating)
    for module in (code_lists, *modules):
        yield from (each for each in vars(module).values() if isinstance(each, CodeList))


@pytest.mark.parametrize("codes", list(lists()), ids=lambda codes: codes.name)
def test_every_key_has_a_label_of_its_own(codes: CodeList) -> None:
    labels = list(codes.labels.values())
    assert codes.title
    assert all(label == unicodedata.normalize("NFC", label).strip() and label for label in labels)
    assert len(labels) == len(set(labels))
    assert not any(re.search("[a-z]_[a-z]", label) for label in labels), "a key stands where a label should"


def test_keys_are_plain_letters() -> None:
    for codes in lists():
        if codes.name != "doc_type" and not codes.numbered:
            assert all(re.fullmatch("[a-z0-9_]+", str(key)) for key in codes), codes.name


def test_lists_have_names_of_their_own() -> None:
    names = [codes.name for codes in lists()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", sorted(SETTLED))
def test_the_keys_are_those_settled(name: str) -> None:
    (codes,) = (each for each in lists() if each.name == name)
    assert list(codes) == SETTLED[name].split()


@pytest.mark.parametrize(("name", "count"), COUNTED)
def test_long_lists_are_complete(name: str, count: int) -> None:
    (codes,) = (each for each in lists() if each.name == name)
    assert len(list(codes)) == count


def test_contents_of_reform_are_the_numbers_one_to_seven() -> None:
    assert list(PAR_CONTENT) == [1, 2, 3, 4, 5, 6, 7]
    assert PAR_CONTENT.numbered
    assert not TOPIC.numbered


def test_event_forms_are_the_ten_direct_ones_and_the_online_event() -> None:
    assert len(DIRECT_FORMS) == 10
    assert set(EVENT_FORMS) == {*DIRECT_FORMS, "giao_luu_truc_tuyen"}
    assert all(form in ACTIVITY_FORM for form in EVENT_FORMS)


def test_an_award_is_a_form_or_a_title() -> None:
    assert set(AWARD_FORM_OR_TITLE) == {*AWARD_FORM, *TITLE_CODE}
    assert not set(AWARD_FORM) & set(TITLE_CODE)


def test_reasons_for_leaving_are_events_of_members() -> None:
    assert set(LEFT_REASON) < set(MEMBER_EVENT)


def test_provinces_are_the_six_cities_and_twenty_eight_provinces() -> None:
    assert sum(label.startswith("Thành phố ") for label in PROVINCE.labels.values()) == 6


def test_a_key_that_is_not_known_is_its_own_label() -> None:
    assert TOPIC.label("cchc") == "Cải cách hành chính"
    assert TOPIC.label("nghi_phep") == "nghi_phep"
