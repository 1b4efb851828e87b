"""The commands on the ledger alone: to make it, fill it, take back, check."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from models.command import LEDGER, Command, opened, progress_of


def _new(chosen: argparse.Namespace) -> int:
    from models.ledger.file import create
    from models.records.unit import new_own_unit

    create(chosen.ledger, new_own_unit(chosen.name, chosen.superior, chosen.code, chosen.place)).close()
    print(f"Đã lập sổ {chosen.ledger}")
    return 0


def _sample(chosen: argparse.Namespace) -> int:
    from models.sample.make import make_sample

    make_sample(
        chosen.ledger,
        activities=chosen.activities,
        years=chosen.years,
        seed=chosen.seed,
        progress=progress_of("Lập sổ mẫu"),
    )
    print(f"Đã lập sổ mẫu {chosen.ledger}")
    return 0


def _load(chosen: argparse.Namespace) -> int:
    from models.ledger.interchange import load
    from models.ledger.personal import notice

    with opened(chosen.ledger) as store:
        count = load(store, chosen.records, progress_of("Nạp"))
        with store.reading() as connection:
            warning = notice(connection)
    print(f"Đã nạp {count} bản ghi vào {chosen.ledger}")
    if warning:
        print(warning, file=sys.stderr)
    return 0


def _undo(chosen: argparse.Namespace) -> int:
    from models.ledger import history

    with opened(chosen.ledger) as store:
        if chosen.list:
            for each in history.writes(store):
                mark = " (đã hoàn tác)" if each.undone else ""
                print(
                    f"{each.number:6}  {each.at.replace('T', ' ')}  {each.actor}  {each.label} [{each.records}]{mark}"
                )
        else:
            print(f"Đã hoàn tác: {history.undo(store, chosen.write).label}")
    return 0


def _check(chosen: argparse.Namespace) -> int:
    from models.ledger.check import check

    with opened(chosen.ledger) as store:
        found = check(store)
    print("\n".join(found) or "Sổ nguyên vẹn.", file=sys.stderr if found else sys.stdout)
    return 1 if found else 0


def _backup(chosen: argparse.Namespace) -> int:
    from models.backups.make import back_up

    with opened(chosen.ledger) as store:
        place = back_up(store, chosen.target)
    print(f"Đã sao lưu và kiểm tra lại: {place}")
    return 0


def _restore(chosen: argparse.Namespace) -> int:
    from models.backups.restore import restore

    done = restore(chosen.backup, chosen.ledger)
    print(f"Đã khôi phục {chosen.ledger} từ {chosen.backup}")
    if done.replaced is not None:
        print(f"Sổ trước khi khôi phục được giữ ở {done.replaced}")
    return 0


COMMANDS = {
    "new": Command(
        _new,
        "lập sổ trống",
        [
            LEDGER,
            ("--name", {"required": True}),
            ("--superior", {"required": True}),
            ("--code", {"default": ""}),
            ("--place", {"default": ""}),
        ],
    ),
    "sample": Command(
        _sample,
        "lập sổ mẫu",
        [
            LEDGER,
            ("--activities", {"type": int}),
            ("--years", {"type": int, "default": 2}),
            ("--seed", {"type": int, "default": 1}),
        ],
    ),
    "load": Command(
        _load, "nạp bản ghi từ tệp .jsonl", [("records", {"type": Path, "metavar": "BẢN_GHI.jsonl"}), LEDGER]
    ),
    "undo": Command(
        _undo,
        "hoàn tác việc cuối hoặc việc được nêu",
        [
            LEDGER,
            ("write", {"nargs": "?", "type": int, "metavar": "VIỆC"}),
            ("--list", {"action": "store_true"}),
        ],
    ),
    "backup": Command(
        _backup,
        "sao lưu sổ, có kiểm tra lại",
        [
            LEDGER,
            ("target", {"nargs": "?", "type": Path, "metavar": "NƠI_LƯU", "help": "tệp mới, hoặc thư mục có sẵn"}),
        ],
    ),
    "restore": Command(
        _restore, "khôi phục sổ từ bản sao lưu", [("backup", {"type": Path, "metavar": "BẢN_SAO.socd"}), LEDGER]
    ),
    "check": Command(_check, "kiểm tra sổ", [LEDGER]),
}
