"""The commands that hand something out: records, reports, lists of forms."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from exports import sent_commands
from exports.sent_commands import COUNT, UNIT
from exports.sent_commands import named as _named
from models.command import AS_JSON, LEDGER, OUTPUT, PERIOD, Command, Option, opened, progress_of

if TYPE_CHECKING:
    from models.ledger.store import Store
    from models.periods import Period
    from models.sealing.seal import Seal

AS_OF_NOW: Option = ("--now", {"action": "store_true", "help": "số liệu hôm nay, dù báo cáo đã gửi"})


def _dump(chosen: argparse.Namespace) -> int:
    from exports.place import put_in_place
    from models.ledger.interchange import dump

    def write(draft: Path) -> None:
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            dump(store, file)

    with opened(chosen.ledger) as store:
        put_in_place(chosen.output, write, lambda draft: draft)
    print(f"Đã xuất {chosen.output}")
    return 0


def _forms(chosen: argparse.Namespace) -> int:
    from exports.bundle import titles
    from exports.form import EVERY_PERIOD
    from exports.form_shelf import shelf
    from exports.official.shelf import forms_in, own_shelf

    found, (kept, faults) = shelf(), forms_in(own_shelf())
    official = [each.versions[0].form for each in kept]
    periods = {form.id: form.periods for form in found.forms.values()}
    periods |= {form.id: form.periods or EVERY_PERIOD for form in official}
    titled = titles() | {form.id: form.title for form in official}
    known = [
        {"id": name, "title": title, "periods": list(periods.get(name, EVERY_PERIOD))} for name, title in titled.items()
    ]
    if chosen.json:
        print(json.dumps(known, ensure_ascii=False, indent=1))
    else:
        for each in known:
            print(f"{each['id']:6} {each['title']}")
    for error in (*found.refused, *faults):
        print(error, file=sys.stderr)
    return 0


def _export(chosen: argparse.Namespace) -> int:
    from exports.official.shelf import is_official
    from exports.run import export, writer_for
    from exports.sent import hand_out_again, sent_report
    from models.ledger.named_period import named_period

    name = _named(chosen)
    if not is_official(name):
        writer_for(chosen.output)
    with opened(chosen.ledger) as store:
        period = named_period(store, chosen.period)
        sent = sent_report(store, name, period) if not chosen.now else None
        if sent is not None and hand_out_again(store, sent, chosen.output):
            print(f"Đã xuất {chosen.output}: bản đã gửi lúc {sent.sealed_at.replace('T', ' ')}, mã {sent.mark}")
            _tell_of_changes(store, sent)
            return 0
        if is_official(name):
            return _fill_kept(store, name, period, chosen.output)
        done = export(
            store,
            chosen.form,
            period,
            chosen.output,
            progress_of("Xuất"),
            every=chosen.count == "every",
            unit=chosen.unit,
        )
    print(f"Đã xuất {done.path} ({done.proof})")
    return 0


def _fill_kept(store: Store, name: str, period: Period, target: Path) -> int:
    from exports.official.filled import filled_form
    from exports.official.sendable_form import kept_form

    done = filled_form(store, kept_form(name, period), period).put_at(target)
    print(f"Đã điền {done.path} ({done.proof})")
    return 0


def _tell_of_changes(store: Store, sent: Seal) -> None:
    from exports.differences import differences

    if changed := len(differences(store, sent)):
        print(
            f"Từ khi gửi, {changed} ô đã khác. Thêm --now để xuất số liệu hôm nay; lệnh seal gửi báo cáo bổ sung.",
            file=sys.stderr,
        )


def _fill(chosen: argparse.Namespace) -> int:
    from exports.official.fill import fill
    from models.ledger.named_period import named_period

    with opened(chosen.ledger) as store:
        done = fill(store, chosen.workbook, chosen.map, named_period(store, chosen.period), chosen.output)
    print(f"Đã điền {done.path} ({done.proof})")
    return 0


COMMANDS = {
    "dump": Command(_dump, "xuất mọi bản ghi ra tệp .jsonl", [LEDGER, OUTPUT]),
    "forms": Command(_forms, "các biểu hiện có", [AS_JSON]),
    "export": Command(
        _export,
        "xuất một báo cáo, biểu ra xlsx, docx, pdf, json",
        [("form", {"metavar": "BIỂU"}), LEDGER, PERIOD, OUTPUT, COUNT, UNIT, AS_OF_NOW],
    ),
    "fill": Command(
        _fill,
        "điền biểu mẫu Excel của cấp trên, giữ nguyên mọi thứ khác",
        [
            ("workbook", {"type": Path, "metavar": "BIỂU_MẪU.xlsx"}),
            ("map", {"type": Path, "metavar": "GHÉP_Ô.toml"}),
            LEDGER,
            PERIOD,
            OUTPUT,
        ],
    ),
    **sent_commands.COMMANDS,
}
