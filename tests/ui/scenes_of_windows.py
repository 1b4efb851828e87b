"""What opens over the lists: identity numbers, evidence, pasting, backups, conditions, messages, menus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from models.errors import UserError
from tests.ui.scenes_of_reports import Scenes, closed, dialog_of, settle
from ui import messages
from ui.finding.conditions import ConditionMenu
from ui.finding.view_menu import ViewMenu
from ui.finding.views import View
from ui.main_window import MainWindow
from ui.pages.record_list import RecordList
from ui.pages.subject_page import SubjectPage
from ui.tables.cursor import put_cursor

BLOCK = (
    ("Buổi nói chuyện về an toàn lao động", "toa dam", "3/3/26", "1", "1.101", "An toàn giao thông", "x"),
    ("Sinh hoạt tổ công đoàn", "Họp mặt", "31/2/2026", "một", "120", "moi truong", "y"),
    ("Tuyên truyền chuyển đổi số", "hoi nghi", "5/3/26", "1", "80", "Chuyển đổi số, dịch vụ công trực tuyến", "z"),
)


def guarded(window: MainWindow) -> Scenes:
    """Identity numbers: not kept, asked for, kept and open, locked, given up."""
    from models.guarded import numbers
    from ui.guarded.keeping import NumbersPanel
    from ui.guarded.unlocking import ask_to_unlock
    from ui.people.permissions import PermissionsDialog

    store = window.store
    assert store is not None
    panel = NumbersPanel(store, window.say)
    asked = panel.switch_on()
    yield "numbers switch on", asked
    asked.carry_out()
    yield "numbers switch on refused", asked
    closed(asked)
    numbers.switch_on(store, "mot-hai-ba-bon", "Lập danh sách cấp thẻ", "dong_y")
    panel.show_state()
    for name, asked in (("change", panel.change()), ("unlock", ask_to_unlock(store, window))):
        yield f"numbers {name}", asked
        closed(asked)
    permissions = PermissionsDialog(store, lambda *_said: None, window)
    permissions.show()
    yield "numbers kept", permissions
    closed(permissions)
    yield "numbers give up", _caught(panel.switch_off)
    panel.deleteLater()


def evidence(window: MainWindow) -> Scenes:
    """A record with pictures and files."""
    from models.ledger import attachments

    shown = _log(window)
    assert window.store is not None
    folder = window.store.path.parent / "ảnh"
    folder.mkdir(exist_ok=True)
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    paths = [folder / "hội nghị.png", folder / "danh sách ký tên.pdf"]
    image.save(str(paths[0]))
    paths[1].write_bytes(b"%PDF-1.4")
    from models.records.activity import Activity

    uid = shown.table.rows.uid(0)
    attachments.keep(window.store, window.store.read(Activity, uid), attachments.read(paths))
    shown.show_uid(uid)
    settle(window)
    yield "evidence", window


def pasting(window: MainWindow) -> Scenes:
    """A block from a workbook, with faults."""
    shown = _log(window)
    put_cursor(shown.table, shown.table.rows.index(shown.table.rows.rowCount() - 1, 0))
    QApplication.clipboard().setText("".join("\t".join(line) + "\r\n" for line in BLOCK))
    shown.table.setFocus()
    QTest.keyClick(shown.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert shown.typing.preview is not None
    yield "paste preview", shown.typing.preview
    closed(shown.typing.preview)
    QTest.keyClick(shown.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.qWait(200)
    yield "paste all selected", window


def backups(window: MainWindow) -> Scenes:
    """The backups, none and two; the record lists behind figures; work that takes a while."""
    from ui.backups.restore import RestoreDialog
    from ui.dialogs.records_behind import RecordsBehind
    from ui.widgets.busy import Busy

    nobody = RestoreDialog([], 1, window)
    nobody.show()
    yield "backups none", nobody
    closed(nobody)
    window.backups.make()
    settle(window)
    _log(window)
    window.backups.open_restore()
    yield "backups one", dialog_of(window)
    closed(dialog_of(window))
    shown = _log(window)
    uids = [shown.table.rows.uid(row) for row in range(4)]
    behind = RecordsBehind(window, "Số buổi tuyên truyền về an toàn lao động", "activity", uids, window)
    behind.show()
    yield "backups records behind a figure", behind
    closed(behind)
    busy = Busy(window, "Đang nạp so-2026.jsonl")
    busy.show()
    busy.show_progress(40, 100)
    yield "backups work with a bar", busy
    busy.done(0)


def said(window: MainWindow) -> Scenes:
    """Messages, questions, a name asked for; what stands in the menus."""
    error = UserError("Dòng 3: ngày 31/2/2026 không có trong lịch; hãy gõ lại ngày.")
    yield (
        "said question",
        _caught(
            lambda: messages.ask(window, "Khôi phục từ bản sao lưu này?", "Sổ trở lại đúng như trước.", "Khôi phục")
        ),
    )
    yield "said refusal", _caught(lambda: messages.refuse(window, error))
    answers = ("Ghi tiếp", "Bỏ đi", "Để sau")
    yield "said choice", _caught(lambda: messages.choose(window, "Còn nội dung đang ghi dở", "Muốn làm gì?", answers))
    yield (
        "said name",
        _caught(lambda: messages.text_for(window, "Giữ cách xem", "Tên của cách xem này", "Quý I", "Giữ")),
    )
    for title in window.menuBar().actions():
        menu = title.menu()
        assert isinstance(menu, QMenu)
        menu.popup(window.mapToGlobal(window.rect().topLeft()))
        yield f"menu {title.text().replace('&', '')}", menu
        menu.close()
    shown = _log(window)
    for menu in (*shown.line.findChildren(ConditionMenu), *shown.line.findChildren(ViewMenu)):
        menu.popup(window.mapToGlobal(window.rect().center()))
        yield f"menu {type(menu).__name__}", menu
        menu.close()


def empty(window: MainWindow) -> Scenes:
    """Every page of a ledger in which nothing stands yet."""
    from models.ledger.file import create
    from models.records.unit import new_own_unit
    from ui.pages.subjects import SUBJECTS

    assert window.store is not None
    path = window.store.path.with_name("mới.socd")
    path.unlink(missing_ok=True)
    create(path, new_own_unit("Công đoàn cơ sở Mẫu B", "Liên đoàn Lao động tỉnh Tây Ninh", "MAU-B")).close()
    window.desk.open(path)
    for subject in SUBJECTS:
        window.show_subject(subject.name)
        page = window.pages.page
        for place, shelf in enumerate(subject.shelves):
            assert isinstance(page, SubjectPage)
            page.show_shelf(place)
            yield f"empty {subject.name} {shelf.kind}", window
        if not subject.shelves:
            settle(window)
            yield f"empty {subject.name}", window


def _log(window: MainWindow) -> RecordList:
    window.show_subject("outreach")
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    page.show_shelf(0)
    page.current.show_view(View("", "", all_periods=True))
    settle(window)
    return page.current


def _caught(ask: Callable[[], object]) -> QWidget:
    """A picture of the window that waits for an answer, and the answer Esc."""
    picture = QLabel()

    def catch() -> None:
        asking = QApplication.activeModalWidget()
        assert asking is not None
        picture.setPixmap(asking.grab())
        asking.close()

    QTimer.singleShot(150, catch)
    ask()
    picture.resize(picture.sizeHint())
    return picture
