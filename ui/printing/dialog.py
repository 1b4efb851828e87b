"""In: the pages as they will come out on the left, the printer and its choices on the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from exports.pdf_pages import PdfPages, merged
from models.errors import UserError
from ui import messages
from ui.jobs import Jobs, Progress
from ui.printing.files import keep_pdf, viewed_pdf
from ui.printing.habits import remember
from ui.printing.page_numbers import page_numbers
from ui.printing.page_view import PageView
from ui.printing.panel import PrintPanel
from ui.printing.paper import Run, put_on_paper, sides_of
from ui.printing.printable import Part, Printable, part_of
from ui.printing.printers import MachinePrinters, Printers
from ui.reports.handing_out import EMPTY
from ui.reports.latest import Latest
from ui.theme import wide
from ui.widgets.busy import work_with_bar
from ui.widgets.room import fit
from ui.widgets.small import row

WIDE, HIGH = wide(1240), wide(860)
PAUSE = 300  # milliseconds without another tick before the pages are made again
PREPARING, NOTHING, FAILED = "Đang chuẩn bị trang in…", "Hãy chọn ít nhất một biểu.", "Chưa lập được trang in."


class PrintDialog(QDialog):
    """Emits `said` with what was sent to a printer."""

    said = Signal(str)

    def __init__(self, parent: QWidget, jobs: Jobs, printable: Printable, printers: Printers | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("In")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._jobs, self._printable, self._printers = jobs, printable, printers or MachinePrinters()
        self._made: dict[tuple[str, bool], Part] = {}
        self.parts: list[Part] = []
        self._content = b""
        self._latest = Latest(jobs, self)
        self._clock = QTimer(self, singleShot=True, interval=PAUSE)
        self._clock.timeout.connect(self.prepare)
        self.panel = PrintPanel(printable, self._printers)
        self.view = PageView()
        row(self.view, self.panel, into=self, spacing=0).setStretch(0, 1)
        fit(self, WIDE, HIGH)
        _connect(self)
        self.prepare()

    def wait(self) -> None:
        """Other pages are wanted: made as soon as nothing more is ticked."""
        self._clear(PREPARING)
        self._clock.start()

    def prepare(self) -> None:
        """Makes the pages of the forms chosen beside the window; those made before are kept."""
        forms, empty = self.panel.forms, self.panel.empty.isChecked()
        if not forms:
            self._clear(NOTHING)
            return
        missing = [form for form in forms if (form, empty) not in self._made]

        def work(progress: Progress) -> dict[tuple[str, bool], Part]:
            return {(form, empty): part_of(self._printable, form, progress, empty=empty) for form in missing}

        def show(made: dict[tuple[str, bool], Part]) -> None:
            self._made.update(made)
            self._show([self._made[form, empty] for form in forms])

        if missing:
            self._clear(PREPARING)
            self._latest.start(work, show, lambda: self._clear(FAILED))
        else:
            show({})

    def print_out(self) -> None:
        """Sends the pages to the printer."""
        try:
            run = self._run()
        except UserError as error:
            messages.refuse(self, error, "Xin sửa ô Trang")
            self.panel.pages.setFocus()
            return
        name, content = self.panel.printer.currentText(), self._content
        printer = self._printers.printer(name)
        printer.setDocName(self._file_name())
        remember(self.panel.habits)

        def work(progress: Progress) -> int:
            pages = PdfPages(content)
            try:
                return put_on_paper(pages, printer, run, progress)
            finally:
                pages.close()

        work_with_bar(self, self._jobs, f"Đang in: {name}", work, lambda count: self._end(count, name))

    def keep_file(self) -> None:
        """Writes the same pages as one PDF where she wants it."""
        target = keep_pdf(self, self._content, self._file_name())
        if target is not None:
            remember(self.panel.habits)
            self.panel.note.setText(f"Đã lưu: {target.name}")
            self.panel.note.setToolTip(str(target))

    def view_file(self) -> None:
        """Opens the same pages in the system's own viewer."""
        path = viewed_pdf(self._content, self._file_name())
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            messages.tell(self, "Chưa mở được", "Máy này chưa có chương trình xem PDF. Xin bấm Lưu PDF.")

    def tell_of_paper(self) -> None:
        """Says how many pages and sheets come out."""
        if not self.parts or not self.panel.has_printer:
            return
        try:
            run = self._run()
        except UserError as error:
            self.panel.note.setText(str(error))
            return
        sides = len(sides_of(run))
        sheets = run.copies * ((sides + 1) // 2 if run.two_sided else sides)
        self.panel.note.setText(f"{len(run.pages) * run.copies} trang in trên {sheets} tờ giấy.")

    def done(self, result: int) -> None:
        self._latest.drop()
        self.view.close_pages()
        super().done(result)

    def _run(self) -> Run:
        pages = page_numbers(self.panel.pages.text(), sum(part.length for part in self.parts))
        panel = self.panel
        return Run(
            pages,
            [part.length for part in self.parts],
            panel.number_of_copies,
            panel.two_sided.isChecked(),
            panel.grey.isChecked(),
        )

    def _show(self, parts: list[Part]) -> None:
        self.parts, self._content = parts, merged([part.content for part in parts])
        self.view.show_pages(PdfPages(self._content), grey=self.panel.grey.isChecked())
        self.panel.allow(True)
        self.tell_of_paper()

    def _clear(self, text: str) -> None:
        self._latest.drop()
        self.view.wait(text)
        self.panel.allow(False)
        self.panel.note.setText("")

    def _end(self, count: int, name: str) -> None:
        self.said.emit(f"Đã gửi {count} trang đến máy in “{name}”")
        self.accept()

    def _file_name(self) -> str:
        name = Path(self._printable.file_name(self.panel.forms))
        return f"{name.stem}{EMPTY}{name.suffix}" if self.panel.empty.isChecked() else name.name


def _connect(dialog: PrintDialog) -> None:
    panel = dialog.panel
    panel.forms_changed.connect(dialog.wait)
    panel.grey_changed.connect(dialog.view.show_grey)
    panel.print_wished.connect(dialog.print_out)
    panel.file_wished.connect(dialog.keep_file)
    panel.view_wished.connect(dialog.view_file)
    panel.closed.connect(dialog.reject)
    for changed in (panel.pages.textChanged, panel.copies.textChanged, panel.two_sided.toggled):
        changed.connect(lambda _value: dialog.tell_of_paper())
