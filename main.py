"""Starts Sổ Công đoàn: the window on a ledger, or a command without one (`python main.py --help`)."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from models.command import Command

_NO_SCREEN = (
    "Máy này không có màn hình để mở cửa sổ. Hãy chạy “python3 run.py demo THƯ_MỤC” để làm việc chính không cần "
    "cửa sổ: một sổ mẫu cùng báo cáo quý bằng Excel và PDF."
)
DEMO_PERIOD = "2026-Q1"


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
    return _window(Path(given[0]) if given else None) if _wants_window(given) else _run(given)


def _wants_window(given: Sequence[str]) -> bool:
    """True for nothing at all and for a ledger alone. The commands are not even read then: the window waits for it."""
    if len(given) == 1 and not given[0].startswith("-"):
        return given[0].endswith(".socd") or given[0] not in _commands()
    return not given


def _run(given: Sequence[str]) -> int:
    from models.errors import UserError, trouble_with_file

    chosen = _parser().parse_args(given)
    try:
        return int(chosen.run(chosen))
    except UserError as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu; không có gì bị ghi dở.", file=sys.stderr)
    except Exception as error:  # the last door: whatever we did not foresee becomes one sentence and a line in the log
        said = trouble_with_file(error)
        print(
            said
            or f"Chương trình gặp lỗi ngoài dự kiến. Chi tiết ở tệp “{_note_failure()}”; sổ không bị thay đổi dở dang.",
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
    gc.disable()  # until the ledger's libraries are there (`ui.ledger_desk`): a start makes much and drops nothing
    try:
        import PySide6.QtWidgets  # noqa: F401 - puts its own import in place, which the next line goes around

        from ui.quick_imports import quick_imports

        with quick_imports():
            from ui.app import start
    except ImportError as error:
        print(f"Chưa mở được cửa sổ vì thiếu thư viện ({error}). Hãy chạy “python3 run.py” để cài đủ.", file=sys.stderr)
        return 1
    return start(ledger)


def _demo(chosen: argparse.Namespace) -> int:
    from exports.run import export
    from models.command import opened, progress_of
    from models.periods import period_from
    from models.sample.make import make_sample

    chosen.folder.mkdir(parents=True, exist_ok=True)
    ledger = chosen.folder / "so-mau.socd"
    if not ledger.exists():
        make_sample(ledger)
    print(ledger)
    with opened(ledger) as store:
        for ending in ("xlsx", "pdf"):
            target = chosen.folder / f"bao-cao-quy-{DEMO_PERIOD}.{ending}"
            done = export(store, "Q", period_from(DEMO_PERIOD), target, progress_of(target.name))
            print(f"{done.path} ({done.proof})")
    return _window(ledger) if has_screen() else 0


def _commands() -> dict[str, Command]:
    import exports.commands
    import models.commands
    from models.command import Command

    options = [("folder", {"type": Path, "metavar": "THƯ_MỤC"})]
    demo = Command(_demo, "sổ mẫu và báo cáo quý bằng Excel, PDF", options)
    return {**models.commands.COMMANDS, **exports.commands.COMMANDS, "demo": demo}


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="so-cong-doan", description="Sổ Công đoàn: ghi một lần, đủ mọi biểu.")
    kinds = parser.add_subparsers(required=True, metavar="LỆNH", parser_class=_Parser)
    for name, command in _commands().items():
        arguments = kinds.add_parser(name, help=command.about, description=command.about)
        arguments.set_defaults(run=command.run)
        for option, rules in command.options:
            arguments.add_argument(option, **rules)  # type: ignore[arg-type]
    return parser


if __name__ == "__main__":
    sys.exit(main())
