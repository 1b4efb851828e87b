"""The commands around sending: what is missing, what was sent, what has changed since."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from models.command import AS_JSON, LEDGER, PERIOD, Command, Option, opened, progress_of

if TYPE_CHECKING:
    from models.ledger.store import Store

UNIT: Option = (
    "--unit",
    {"metavar": "MÃ", "help": "phiếu chấm điểm của đơn vị có mã này; không nêu: của chính đơn vị"},
)
COUNT: Option = (
    "--count",
    {
        "choices": ("primary", "every"),
        "default": "primary",
        "help": "primary: mỗi buổi tính một lần, theo nội dung chính; every: tính ở mọi nội dung của buổi",
    },
)


def named(chosen: argparse.Namespace) -> str:
    """The name under which the report chosen is sent. UserError for an unknown form."""
    from exports.official.shelf import is_official
    from exports.report_name import ReportName, report_name

    if is_official(chosen.form):
        return str(chosen.form)
    return str(ReportName(report_name(chosen.form).form, chosen.unit or "", chosen.count == "every"))


def _gaps(chosen: argparse.Namespace) -> int:
    from exports.form_gaps import all_gaps
    from models.gaps.gap import SEVERITIES
    from models.ledger.named_period import named_period

    with opened(chosen.ledger) as store:
        found = all_gaps(store, named_period(store, chosen.period))
    if chosen.json:
        print(json.dumps([asdict(gap) for gap in found], ensure_ascii=False, indent=1))
        return 0
    for gap in found:
        print(f"{SEVERITIES[gap.severity]}: {gap.title}: {gap.reason}. {gap.remedy}")
    print(f"{len(found)} điều cần xem." if found else "Không còn thiếu gì.")
    return 0


def _seal(chosen: argparse.Namespace) -> int:
    from exports.form_gaps import all_gaps
    from exports.sealing import NothingNew, seal
    from models.gaps.gap import ERROR
    from models.ledger.named_period import named_period

    name = named(chosen)
    with opened(chosen.ledger) as store:
        period = named_period(store, chosen.period)
        if chosen.withdraw is not None:
            return _withdraw(store, name, chosen)
        wrong = sum(gap.severity == ERROR for gap in all_gaps(store, period))
        try:
            sent = seal(store, name, period, progress_of("Khóa"))
        except NothingNew as unchanged:
            print(unchanged)
            return 0
    print(f"Đã gửi và khóa {sent.title}, mã {sent.mark}")
    if wrong:
        print(f"Còn {wrong} điều phải sửa; hãy xem lệnh gaps.", file=sys.stderr)
    return 0


def _withdraw(store: Store, name: str, chosen: argparse.Namespace) -> int:
    from exports.sent import sent_report
    from models.errors import UserError
    from models.ledger.named_period import named_period
    from models.sealing.keep import withdraw

    sent = sent_report(store, name, named_period(store, chosen.period))
    if sent is None:
        raise UserError(f"Chưa gửi báo cáo {chosen.form} của kỳ {chosen.period} nên không có gì để thu hồi.")
    withdraw(store, sent, chosen.withdraw)
    print(f"Đã thu hồi {sent.title}; bản đã gửi vẫn được giữ.")
    return 0


def _sealed(chosen: argparse.Namespace) -> int:
    from exports.differences import differences
    from exports.sent import difference_line, seals_as_json
    from models.sealing.read import seals, standing_seals

    with opened(chosen.ledger) as store:
        if chosen.json:
            print(json.dumps(seals_as_json(store), ensure_ascii=False, indent=1))
            return 0
        count = {seal.number for seal in standing_seals(store)}
        for seal in seals(store):
            state = "thu hồi" if seal.withdrawn_at else "đã gửi" if seal.number in count else "đã thay"
            print(f"{seal.title}  mã {seal.mark}  {seal.sealed_at.replace('T', ' ')}  {state}")
            for each in differences(store, seal) if seal.number in count else ():
                print(f"    {difference_line(each)}")
    return 0


COMMANDS = {
    "gaps": Command(_gaps, "còn thiếu gì trước khi gửi báo cáo", [LEDGER, PERIOD, AS_JSON]),
    "seal": Command(
        _seal,
        "gửi và khóa một báo cáo",
        [
            ("form", {"metavar": "BIỂU"}),
            LEDGER,
            PERIOD,
            COUNT,
            UNIT,
            ("--withdraw", {"metavar": "LÝ_DO", "help": "thu hồi báo cáo đã gửi; bản đã gửi vẫn được giữ"}),
        ],
    ),
    "sealed": Command(_sealed, "các báo cáo đã gửi và những gì đã đổi từ đó", [LEDGER, AS_JSON]),
}
