"""What the secretary wrote into her reports herself: told by hand."""

from __future__ import annotations

REPORT_TEXTS = """[
{"uid": "lv-2026-q1-doi-song", "form": "A1", "period": "2026-Q1", "section": "doi_song",
 "text": "Việc làm ổn định, đơn hàng đủ đến hết quý II. Lương trả đúng hạn; bữa ăn ca giữ mức đã thỏa thuận."},
{"uid": "lv-2026-q1-tu-tuong", "form": "A1", "period": "2026-Q1", "section": "tu_tuong",
 "text": "Đoàn viên, người lao động yên tâm làm việc; quan tâm nhiều đến phụ cấp độc hại và chỗ gửi trẻ."},
{"uid": "lv-2026-q1-uu-diem", "form": "A1", "period": "2026-Q1", "section": "uu_diem",
 "text": "Tuyên truyền bám sát xưởng, nhiều buổi ngay đầu ca nên đông người dự."},
{"uid": "lv-2025-q4-ky", "form": "A1", "period": "2025-Q4", "section": "ky",
 "text": "TM. BAN CHẤP HÀNH\\nCHỦ TỊCH", "pattern": "TM. BAN CHẤP HÀNH\\nCHỦ TỊCH"}
]"""
