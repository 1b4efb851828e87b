"""Ctrl+P in the real window: what is seen, what is printed, what is kept as a file are the same pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exports.pdf_pages import PdfPages, words_of_pdf
from models.ledger.store import Store
from tests.ui.printing.paper_files import FIRST, SECOND, FilePrinters, sizes
from tests.ui.reports_desk import PERIOD, ledger, settle, shown
from ui import messages
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.pages.reports import ReportsPage
from ui.printing.dialog import PrintDialog
from ui.printing.panel import SEVERAL
from ui.printing.printable import Printable
from ui.printing.printers import NONE
from ui.reports.printing import printable


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A ledger with three events of one quarter."""
    with ledger(tmp_path) as made:
        yield made


@pytest.fixture
def printers(tmp_path: Path) -> FilePrinters:
    return FilePrinters(tmp_path)


def ready(qtbot: QtBot, dialog: PrintDialog) -> None:
    qtbot.waitUntil(lambda: dialog.view.pages is not None, timeout=20_000)


def opened(
    qtbot: QtBot, store: Store, printers: FilePrinters, form: str = "B1"
) -> tuple[PrintDialog, ReportsPage, Jobs]:
    page, window = shown(qtbot, store, form)
    dialog = PrintDialog(page, window.jobs, offered(page), printers)
    dialog.open()
    ready(qtbot, dialog)
    return dialog, page, window.jobs


def offered(page: ReportsPage) -> Printable:
    assert page.report is not None and page.store is not None
    return printable(page.report, page.form, page.store, PERIOD)


def tick(dialog: PrintDialog, *forms: str) -> None:
    """Exactly these."""
    for place in range(dialog.panel.list.count()):
        item = dialog.panel.list.item(place)
        wanted = item.data(Qt.ItemDataRole.UserRole) in forms
        item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)


def test_the_key_opens_the_pages_of_the_form_shown(qtbot: QtBot, window: MainWindow) -> None:
    window.choose_period(PERIOD)
    window.show_subject("reports")
    page = window.pages.page
    assert isinstance(page, ReportsPage)
    page.forms.choose("B1")
    qtbot.waitUntil(lambda: page.report is not None, timeout=20_000)
    assert window.menu["print"].shortcut().toString() == "Ctrl+P"
    window.menu["print"].trigger()
    (dialog,) = page.findChildren(PrintDialog)
    ready(qtbot, dialog)
    view = dialog.view
    assert view.pages is not None
    assert view.said.text() == f"Trang 1/{len(view.pages)}" and not view.before.isEnabled()
    view.turn(9)
    assert view.said.text() == f"Trang {len(view.pages)}/{len(view.pages)}" and not view.after.isEnabled()
    dialog.reject()
    window.show_subject("home")
    assert not window.menu["print"].isEnabled()


def test_only_a_number_of_copies_can_be_typed(qtbot: QtBot, store: Store, printers: FilePrinters) -> None:
    dialog, _page, _jobs = opened(qtbot, store, printers)
    dialog.panel.copies.clear()
    for letters, copies in (("+", 1), ("0", 1), ("1", 1), (".", 1), ("2", 12), ("3", 12)):
        QTest.keyClicks(dialog.panel.copies, letters)
        assert dialog.panel.number_of_copies == copies, dialog.panel.copies.text()
    dialog.reject()


def test_what_is_printed_is_what_is_handed_out(
    qtbot: QtBot, store: Store, printers: FilePrinters, tmp_path: Path
) -> None:
    dialog, _page, jobs = opened(qtbot, store, printers)
    dialog.panel.printer.setCurrentText(SECOND)
    with messages.answered(tmp_path / "b1.pdf"):
        dialog.panel.file_button.click()
    assert dialog.panel.note.text() == "Đã lưu: b1.pdf"
    with qtbot.waitSignal(dialog.said, timeout=20_000) as said:
        dialog.panel.print_button.click()
    handed_out = (tmp_path / "b1.pdf").read_bytes()
    assert sizes(printers.file(SECOND).read_bytes()) == sizes(handed_out)
    assert said.args == [f"Đã gửi {len(sizes(handed_out))} trang đến máy in “{SECOND}”"]
    assert not printers.file(FIRST).exists()
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=20_000)
    assert "AN TOÀN" in words_of_pdf(tmp_path / "b1.pdf").upper()


def test_several_forms_go_in_one_run_and_are_proposed_again(
    qtbot: QtBot, store: Store, printers: FilePrinters, tmp_path: Path
) -> None:
    dialog, page, jobs = opened(qtbot, store, printers)
    dialog.panel.show_choice(SEVERAL)
    tick(dialog, "B1", "E1", "S1")
    ready(qtbot, dialog)
    target = tmp_path / "ba.pdf"
    with messages.answered(target) as asked:
        dialog.panel.file_button.click()
    assert asked == ["Lưu PDF"]
    assert len(sizes(target.read_bytes())) == sum(part.length for part in dialog.parts)
    assert [part.length for part in dialog.parts] == [3, 1, 2]
    text = words_of_pdf(target)
    assert text.index("THEO NỘI DUNG") < text.index("MẪU SỐ 1-HĐCĐ") < text.index("TÓM TẮT")
    with qtbot.waitSignal(dialog.said, timeout=20_000):
        dialog.panel.two_sided.setChecked(True)
        assert dialog.panel.note.text() == "6 trang in trên 4 tờ giấy."
        dialog.panel.print_button.click()
    assert len(sizes(printers.file(FIRST).read_bytes())) == 8, "two sides stay empty"
    again = PrintDialog(page, jobs, offered(page), printers)
    again.panel.show_choice(SEVERAL)
    assert again.panel.forms == ["B1", "E1", "S1"] and again.panel.two_sided.isChecked()
    again.reject()


def test_no_form_at_all_is_nothing_to_print(qtbot: QtBot, store: Store, printers: FilePrinters) -> None:
    dialog, _page, _jobs = opened(qtbot, store, printers)
    dialog.panel.show_choice(SEVERAL)
    tick(dialog)
    dialog.prepare()
    assert not dialog.panel.print_button.isEnabled() and not dialog.panel.file_button.isEnabled()
    dialog.reject()


def test_an_empty_form_is_printed_for_handwriting(
    qtbot: QtBot, store: Store, printers: FilePrinters, tmp_path: Path
) -> None:
    dialog, _page, _jobs = opened(qtbot, store, printers, "B4")
    dialog.panel.empty.setChecked(True)
    qtbot.waitUntil(lambda: dialog.view.pages is None)
    ready(qtbot, dialog)
    with messages.answered(tmp_path / "trong.pdf"):
        dialog.keep_file()
    said = words_of_pdf(tmp_path / "trong.pdf")
    assert "NHẬT KÝ HOẠT ĐỘNG" in said and "Nói chuyện về vệ sinh" not in said
    dialog.reject()


def test_only_some_pages_and_a_wrong_page(qtbot: QtBot, store: Store, printers: FilePrinters) -> None:
    dialog, _page, _jobs = opened(qtbot, store, printers)
    dialog.panel.pages.setText("7")
    assert dialog.panel.note.text().startswith("Không có trang “7”")
    with messages.answered(None) as asked:
        dialog.panel.print_button.click()
    assert asked == ["Xin sửa ô Trang"] and not printers.used
    dialog.panel.pages.setText("2")
    with qtbot.waitSignal(dialog.said, timeout=20_000):
        dialog.panel.print_button.click()
    assert len(sizes(printers.file(FIRST).read_bytes())) == 1


def test_without_a_printer_the_way_out_is_said(
    qtbot: QtBot, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog, _page, _jobs = opened(qtbot, store, FilePrinters(tmp_path, ()))
    assert NONE in [each.text() for each in dialog.panel.findChildren(type(dialog.panel.note))]
    assert not dialog.panel.print_button.isEnabled()
    seen: list[Path] = []

    def open_url(url: QUrl) -> bool:
        seen.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    dialog.panel.view_button.click()
    pages = PdfPages(seen[0].read_bytes())
    assert len(pages) == dialog.parts[0].length and seen[0].name == "BaoCao-B1_Quy1-2026_CDCS-MAU-A.pdf"
    pages.close()
    seen[0].unlink()
    seen[0].parent.rmdir()
    dialog.reject()


def test_closing_gives_up_what_is_being_made(qtbot: QtBot, store: Store, printers: FilePrinters) -> None:
    page, window = shown(qtbot, store, "B1")
    dialog = PrintDialog(page, window.jobs, offered(page), printers)
    dialog.open()
    dialog.reject()
    settle(qtbot, window)
    assert not window.crashes
