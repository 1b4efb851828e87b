"""Pictures of every page and form, for the eye of whoever works on the looks.

PYTHONPATH=. python tests/ui/pictures.py LEDGER.socd FOLDER [--scale 1.5] [--size 1366x768] [--scenes forms --only idea]
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.cut_off import cut_off, too_large
from tests.ui.scenes_of_form_editing import form_editing
from tests.ui.scenes_of_reports import official, reports
from tests.ui.scenes_of_windows import backups, empty, evidence, guarded, pasting, said
from ui.actions import DEEDS
from ui.app import made_window, prepared
from ui.dialogs.about import AboutDialog
from ui.dialogs.crash import CrashDialog
from ui.dialogs.help import HelpDialog
from ui.dialogs.settings import SettingsDialog
from ui.main_window import MainWindow
from ui.pages.subject_page import SubjectPage
from ui.pages.subjects import SUBJECTS
from ui.widgets.period_popup import PeriodPopup

if TYPE_CHECKING:
    from ui.editing.dialog import RecordDialog

SIZES = ("1366x768", "1920x1080")


def main() -> None:
    """Grabs what is asked for; without a size or scale all of them, each in a program of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("ledger", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default=SIZES[0])
    parser.add_argument("--scale", default="1")
    parser.add_argument("--only", default="", help="part of the names of the pictures")
    parser.add_argument("--scenes", nargs="*", choices=[scene.__name__ for scene in SCENES], help="as in SCENES")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    _use_screen(chosen.folder / "screen.json", *map(int, chosen.size.split("x")))
    os.environ["QT_SCALE_FACTOR"] = chosen.scale
    width, height = (round(int(part) / float(chosen.scale)) for part in chosen.size.split("x"))
    grab_all(chosen.ledger, chosen.folder, (width, height), f"{chosen.size}@{chosen.scale}", chosen)


def _use_screen(path: Path, width: int, height: int) -> None:
    """A screen of that size in the air: dialogs are cut to the room that it has."""
    screen = {"name": "air", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1.0}
    path.write_text(json.dumps({"screens": [screen | {"logicalDpi": 96, "logicalBaseDpi": 96}]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={path}"


def grab_all(ledger: Path, folder: Path, size: tuple[int, int], mark: str, chosen: argparse.Namespace) -> None:
    """Every page, every form, every other window; names what is cut off."""
    app = prepared()
    window = made_window()
    window.resize(*size)
    window.show()

    def keep(shown: QWidget, name: str) -> None:
        if chosen.only in name:
            for _ in range(4):
                app.processEvents()
            shown.grab().save(str(folder / f"{mark} {name}.png"))
            for fault in (*too_large(shown), *cut_off(shown)):
                print(f"{mark} {name}: {fault}", flush=True)

    keep(window, "0 skeleton")
    window.desk.begin(ledger)
    for scene in SCENES:
        if chosen.scenes and scene.__name__ not in chosen.scenes:
            continue
        for name, shown in scene(window):
            keep(shown, name)
    window.close()


def pages(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Each list of each subject, and the reports."""
    for subject in SUBJECTS:
        window.show_subject(subject.name)
        page = window.pages.page
        for place, shelf in enumerate(subject.shelves):
            assert isinstance(page, SubjectPage)
            page.show_shelf(place)
            yield f"page {subject.name} {shelf.kind}", window
        if not subject.shelves:
            _settle(window)
            yield f"page {subject.name}", window
    window.show_subject("outreach")


def _settle(window: MainWindow) -> None:
    """Until everything begun has been read."""
    while window.jobs.is_busy:
        QTest.qWait(20)


def states(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """A list without a hit, a message with its button."""
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    page.show_shelf(0)
    page.current.filter.setText("không có gì như thế")
    page.current.refresh()
    yield "state nothing found", window
    page.current.filter.setText("")
    page.current.refresh()
    window.say("Đã cất: thêm hoạt động “Hội nghị tuyên truyền cải cách hành chính quý I”", undo=3)
    yield "state toast", window
    window.toast.hide()


def people(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """What is done with members and units."""
    from PySide6.QtWidgets import QDialog

    window.show_subject("people")
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    for kind in ("member", "org_unit"):
        shown = page.show_list(kind)
        shown.table.setCurrentIndex(shown.table.rows.index(8, 0))
        for name, act in page.commands().items():
            if name in DEEDS:
                act()
                dialog = window.findChildren(QDialog)[-1]
                yield f"people {name}", dialog
                dialog.close()
                dialog.deleteLater()
                QTest.qWait(1)


def cases(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The list of open voices, and every step that may come next."""
    from PySide6.QtWidgets import QDialog

    window.show_subject("feedback")
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    page.show_list("feedback")
    for name in ("open", "overdue", "untold"):
        page.current.line.quick.buttons[name].click()
        yield f"cases list {name}", window
        for step, act in page.commands().items():
            if step in DEEDS:
                act()
                dialog = window.findChildren(QDialog)[-1]
                yield f"cases {name} {step}", dialog
                dialog.close()
                dialog.deleteLater()
                QTest.qWait(1)
        page.current.line.quick.buttons[name].click()
    window.show_subject("outreach")


def forms(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The form of each kind of record: each sheet empty, then refused; one of them filled."""
    from models.records import CATALOGUE
    from models.records.activity import Activity
    from ui.editing.dialog import RecordDialog
    from ui.editing.form_logic import new_record

    store, page = window.store, window.pages.page
    assert store is not None and isinstance(page, SubjectPage)
    for record in CATALOGUE:
        form = RecordDialog(store, new_record(record), window)
        form.show()
        yield from _sheets(form, record.table_name)
        form.form.show_faults(form.form.read_into(form.record))
        yield f"form {record.table_name} faults", form
        form.done(0)
    page.current.all_periods.setChecked(True)
    before = store.read(Activity, page.current.table.rows.uid(20))
    form = RecordDialog(store, before, window, before=before)
    form.show()
    yield from _sheets(form, "filled activity")
    form.done(0)


def _sheets(form: RecordDialog, name: str) -> Iterator[tuple[str, QWidget]]:
    for sheet in range(form.form.sheets.count()):
        form.form.sheets.setCurrentIndex(sheet)
        yield f"form {name} {sheet}", form
    form.form.sheets.setCurrentIndex(0)


def found(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The search over everything; a list narrowed by a period in words and a condition."""
    from models.ledger.finding import everywhere
    from models.ledger.listing import Condition
    from models.ledger.search import sought
    from ui.finding.everywhere import Everywhere

    page, store = window.pages.page, window.store
    assert isinstance(page, SubjectPage) and store is not None
    search = Everywhere(window, window)
    search.show()
    yield "found start", search
    search.input.setText("an toàn lao động")
    search._show(everywhere(store, search.input.text()), search.input.text())
    assert sought(search.input.text())
    yield "found everywhere", search
    search.close()
    page.current.filter.setText("năm 2025")
    page.current.line.narrow((Condition("form", "hoi_nghi"), Condition("form", "toa_dam")))
    yield "found in a list", window


def history(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The life of a record, the steps taken, what was deleted."""
    from models.records.activity import Activity
    from ui.history.deleted import DeletedDialog
    from ui.history.life import LifeDialog
    from ui.history.steps import StepsDialog

    window.show_subject("outreach")
    page, store = window.pages.page, window.store
    assert isinstance(page, SubjectPage) and store is not None
    page.show_shelf(0)
    uid = page.current.table.rows.uid(1)
    changed = store.read(Activity, uid)
    changed.place, changed.audiences = "Hội trường tầng 2", changed.audiences[:-1]
    with store.write(f"Sửa hoạt động “{changed.title}”") as write:
        write.save(changed)
    with store.write(f"Xóa hoạt động “{changed.title}”") as write:
        write.remove(Activity, uid)
    for shown in (
        LifeDialog(store, Activity, uid, window),
        StepsDialog(store, window.jobs, window.say, window),
        DeletedDialog(store, window.say, window),
    ):
        shown.show()
        yield f"history {type(shown).__name__}", shown
        shown.close()


def other_windows(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Help, licences, the window for crashes, the choice of periods, the first start."""
    shown: dict[str, QWidget] = {
        "about": AboutDialog(window),
        "settings": SettingsDialog(window),
        "help": HelpDialog("reports", window),
        "crash": CrashDialog("Sổ Công đoàn 0.1.0\nLinux", window),
        "periods": PeriodPopup(window.period, window),
    }
    for name, each in shown.items():
        each.show()
        yield f"window {name}", each
        each.close()
    from ui.dialogs.first_start import FirstStart

    first = FirstStart(window, window.jobs)
    first.show()
    yield "first start 0", first
    first.show_own_unit()
    QTest.keyClicks(first.unit.superior, "Lien doan Lao dong tinh Tay Ninh")
    first.unit.name.setText("Công đoàn cơ sở Công ty TNHH May Sao Mai")
    first.unit.name.textEdited.emit(first.unit.name.text())
    yield "first start 1", first
    first.close()


SCENES = (
    *(pages, states, people, cases, forms, other_windows, said, found, pasting, evidence, backups, guarded),
    *(reports, official, form_editing, history, empty),
)


if __name__ == "__main__":
    main()
