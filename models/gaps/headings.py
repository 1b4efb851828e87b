"""What gaps of one rule are called together, short enough for a list."""

from __future__ import annotations

from models.gaps.gap import Gap

HEADINGS = {
    "no_attendance": "Hoạt động chưa ghi người tham dự",
    "no_evidence": "Hoạt động chưa có minh chứng",
    "no_topic": "Hoạt động chỉ ghi nội dung “Khác”",
    "reform_without_content": "Cải cách hành chính chưa chọn nội dung",
    "done_in_future": "Đã thực hiện nhưng ngày chưa đến",
    "planned_but_past": "Kế hoạch đã qua ngày",
    "after_cutoff": "Hoạt động sau ngày chốt số liệu",
    "ends_before_start": "Kết thúc trước khi bắt đầu",
    "audience_part_over_total": "Số người dự không khớp",
    "entered_twice": "Có thể đã ghi hai lần",
    "feedback_overdue": "Ý kiến quá hạn",
    "feedback_without_due_date": "Ý kiến chưa có hạn xử lý",
    "feedback_answered_without_date": "Ý kiến đã trả lời chưa có ngày",
    "feedback_forwarded_without_date": "Ý kiến đã chuyển chưa có ngày",
    "feedback_without_competence": "Ý kiến đã chuyển chưa rõ thẩm quyền",
    "feedback_without_outcome": "Ý kiến chưa ghi kết quả",
    "award_without_number": "Khen thưởng chưa có số quyết định",
    "award_without_date": "Khen thưởng chưa có ngày quyết định",
    "initiative_without_date": "Sáng kiến chưa có ngày công nhận",
    "initiative_without_level": "Sáng kiến chưa có cấp công nhận",
    "author_shares": "Tỷ lệ đóng góp không đủ 100 %",
    "no_authors": "Sáng kiến chưa có tác giả",
    "movement_without_results": "Phong trào chưa có kết quả kỳ này",
    "member_without_joined_on": "Đoàn viên chưa có ngày vào",
    "member_without_left_on": "Đoàn viên đã thôi chưa có ngày",
    "personal_without_reason": "Thông tin cá nhân chưa nêu căn cứ",
    "workforce_missing": "Chưa có số liệu lao động",
    "workforce_old": "Số liệu lao động đã cũ",
    "unit_without_superior": "Chưa có tên công đoàn cấp trên",
    "unit_without_place": "Chưa có địa danh",
    "head_name_differs": "Tên đơn vị không khớp ngày ký",
    "signer_missing": "Chưa rõ ai ký báo cáo",
    "target_missing": "Chưa có chỉ tiêu năm",
    "cutoff_outside_period": "Ngày chốt nằm ngoài kỳ",
    "part_over_total": "Số thành phần lớn hơn tổng",
    "end_before_start": "Ngày cuối trước ngày đầu",
    "number_too_big": "Số lớn khác thường",
    "form_cell_faulty": "Ô ghép có lỗi",
    "form_total_differs": "Công thức của biểu ra số khác",
    "form_cell_unmapped": "Ô của biểu chưa ghép",
    "jump": "Thay đổi lớn chưa giải thích",
    "members_do_not_add_up": "Số đoàn viên không khớp biến động",
}
CONTRADICTION = "Các biểu không khớp nhau"


def heading_of(gap: Gap) -> str:
    """The heading under which a gap stands."""
    return HEADINGS.get(gap.rule, CONTRADICTION)
