"""Starts Sổ Công đoàn: the window on a ledger, or a command without one (`python main.py --help`)."""

from __future__ import annotations

import argparse
import gc
import json
import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from models.errors import UserError

if TYPE_CHECKING:
    from models.ledger.store import Store

_NO_SCREEN = (
    "Máy này không có màn hình để mở cửa sổ. Hãy chạy “python3 run.py demo THƯ_MỤC” để làm việc chính không cần "
    "cửa sổ: một sổ mẫu cùng báo cáo quý bằng Excel và PDF."
)
DEMO_PERIOD = "2026-Q1"
Command = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    """Says in Vietnamese how a command is written."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False)
        self._positionals.title, self._optionals.title = "Cần nêu", "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="xem trợ giúp này")

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "Cách dùng: ", 1)

    def error(self, _message: str) -> NoReturn:
        self.exit(2, f"Dòng lệnh chưa đúng.\nCách dùng: {self.format_usage().removeprefix('usage: ')}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs what the command line asks for. Exit code 0: done; 1: something given is wrong; 2: the command line is."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if not given or (given[0] not in COMMANDS and not given[0].startswith("-")):
        return _window(Path(given[0]) if given else None) if len(given) < 2 else _run(given)
    return _run(given)


def _run(given: Sequence[str]) -> int:
    chosen = _parser().parse_args(given)
    try:
        command: Command = chosen.run
        return command(chosen)
    except UserError as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu; không có gì bị ghi dở.", file=sys.stderr)
    except Exception:  # the last door: whatever we did not foresee becomes one sentence and a line in the log
        print(
            f"Chương trình gặp lỗi ngoài dự kiến. Chi tiết ở tệp “{_note_failure()}”; sổ không bị thay đổi dở dang.",
            file=sys.stderr,
        )
    return 1


def _note_failure() -> Path:
    from platformdirs import user_log_path

    folder = user_log_path("SoCongDoan", appauthor=False, ensure_exists=True)
    logging.basicConfig(filename=folder / "so-cong-doan.log", encoding="utf-8", format="%(asctime)s %(message)s")
    logging.getLogger("so-cong-doan").exception("command failed")
    return folder / "so-cong-doan.log"


def has_screen() -> bool:
    """True if a window can be shown: always but on Linux without a display."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _window(ledger: Path | None) -> int:
    if not has_screen():
        print(_NO_SCREEN, file=sys.stderr)
        return 1
    gc.disable()  # until the ledger's libraries are there (`ui.quick_imports`): a start makes much and drops nothing
    try:
        from ui.app import start
    except ImportError as error:
        print(f"Chưa mở được cửa sổ vì thiếu thư viện ({error}). Hãy chạy “python3 run.py” để cài đủ.", file=sys.stderr)
        return 1
    return start(ledger)


@contextmanager
def _opened(ledger: Path) -> Iterator[Store]:
    from models.ledger.file import open_ledger

    store = open_ledger(ledger)
    try:
        yield store
    finally:
        store.close()


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
        progress=_progress("Lập sổ mẫu"),
    )
    print(f"Đã lập sổ mẫu {chosen.ledger}")
    return 0


def _demo(chosen: argparse.Namespace) -> int:
    from exports.run import export
    from models.periods import period_from
    from models.sample.make import make_sample

    chosen.folder.mkdir(parents=True, exist_ok=True)
    ledger = chosen.folder / "so-mau.socd"
    if not ledger.exists():
        make_sample(ledger)
    print(ledger)
    with _opened(ledger) as store:
        for ending in ("xlsx", "pdf"):
            target = chosen.folder / f"bao-cao-quy-{DEMO_PERIOD}.{ending}"
            done = export(store, "Q", period_from(DEMO_PERIOD), target, _progress(target.name))
            print(f"{done.path} ({done.proof})")
    return _window(ledger) if has_screen() else 0


def _load(chosen: argparse.Namespace) -> int:
    from models.ledger.interchange import load

    with _opened(chosen.ledger) as store:
        count = load(store, chosen.records, _progress("Nạp"))
    print(f"Đã nạp {count} bản ghi vào {chosen.ledger}")
    return 0


def _dump(chosen: argparse.Namespace) -> int:
    from exports.place import put_in_place
    from models.ledger.interchange import dump

    def write(draft: Path) -> None:
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            dump(store, file)

    with _opened(chosen.ledger) as store:
        put_in_place(chosen.output, write, lambda draft: draft)
    print(f"Đã xuất {chosen.output}")
    return 0


def _forms(chosen: argparse.Namespace) -> int:
    from exports.bundle import BUNDLE, BUNDLE_TITLE
    from exports.form import forms

    known = [{"id": form.id, "title": form.title, "periods": list(form.periods)} for form in forms().values()]
    known.append({"id": BUNDLE, "title": BUNDLE_TITLE, "periods": known[0]["periods"]})
    if chosen.json:
        print(json.dumps(known, ensure_ascii=False, indent=1))
    else:
        for each in known:
            print(f"{each['id']:4} {each['title']}")
    return 0


def _export(chosen: argparse.Namespace) -> int:
    from exports.run import export, writer_for
    from models.ledger.named_period import named_period

    writer_for(chosen.output)
    with _opened(chosen.ledger) as store:
        done = export(store, chosen.form, named_period(store, chosen.period), chosen.output, _progress("Xuất"))
    print(f"Đã xuất {done.path} ({done.proof})")
    return 0


def _undo(chosen: argparse.Namespace) -> int:
    from models.ledger import history

    with _opened(chosen.ledger) as store:
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

    with _opened(chosen.ledger) as store:
        found = check(store)
    print("\n".join(found) or "Sổ nguyên vẹn.", file=sys.stderr if found else sys.stdout)
    return 1 if found else 0


def _progress(label: str) -> Callable[[int, int], None] | None:
    """Shows how far long work has come, on a terminal only."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None

    def show(done: int, of: int) -> None:
        end = "\n" if done >= of else ""
        print(f"\r{label}: {100 * done // max(of, 1)}%", end=end, file=sys.stderr, flush=True)

    return show


LEDGER = ("ledger", {"type": Path, "metavar": "SỔ.socd"})
PERIOD = (
    "--period",
    {
        "required": True,
        "metavar": "KỲ",
        "help": "2026-03, 2026-Q1, 2026-H1, 2026-9M, 2026, 2025-2026, 2026-01-01..2026-04-30",
    },
)
OUTPUT = ("-o", {"required": True, "type": Path, "dest": "output", "metavar": "TỆP"})
COMMANDS: dict[str, tuple[Command, str, list[tuple[str, dict[str, object]]]]] = {
    "new": (
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
    "sample": (
        _sample,
        "lập sổ mẫu",
        [
            LEDGER,
            ("--activities", {"type": int}),
            ("--years", {"type": int, "default": 2}),
            ("--seed", {"type": int, "default": 1}),
        ],
    ),
    "demo": (_demo, "sổ mẫu và báo cáo quý bằng Excel, PDF", [("folder", {"type": Path, "metavar": "THƯ_MỤC"})]),
    "load": (_load, "nạp bản ghi từ tệp .jsonl", [("records", {"type": Path, "metavar": "BẢN_GHI.jsonl"}), LEDGER]),
    "dump": (_dump, "xuất mọi bản ghi ra tệp .jsonl", [LEDGER, OUTPUT]),
    "forms": (_forms, "các biểu hiện có", [("--json", {"action": "store_true"})]),
    "export": (_export, "xuất một biểu ra xlsx, pdf, json", [("form", {"metavar": "BIỂU"}), LEDGER, PERIOD, OUTPUT]),
    "undo": (
        _undo,
        "hoàn tác việc cuối hoặc việc được nêu",
        [
            LEDGER,
            ("write", {"nargs": "?", "type": int, "metavar": "VIỆC"}),
            ("--list", {"action": "store_true"}),
        ],
    ),
    "check": (_check, "kiểm tra sổ", [LEDGER]),
}


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="so-cong-doan", description="Sổ Công đoàn: ghi một lần, đủ mọi biểu.")
    kinds = parser.add_subparsers(required=True, metavar="LỆNH", parser_class=_Parser)
    for name, (run, about, options) in COMMANDS.items():
        command = kinds.add_parser(name, help=about, description=about)
        command.set_defaults(run=run)
        for option, rules in options:
            command.add_argument(option, **rules)  # type: ignore[arg-type]
    return parser


if __name__ == "__main__":
    sys.exit(main())
