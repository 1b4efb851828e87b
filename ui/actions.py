"""Every entry of the menus with its keys, said once: the menu bar, the help page and the tests read it here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ui.pages.subjects import SUBJECTS


class Entry(NamedTuple):
    """One entry: what it is called (with the letter for Alt), its keys, its icon, what its tip says beside."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    sign: str = ""
    tip: str = ""


LINE = Entry("", "")
PEOPLE_WORK: tuple[Entry, ...] = (  # what is done with members and units, beside writing their records
    Entry("join", "&Kết nạp…", ("Ctrl+Shift+K",), "plus"),
    Entry("move", "&Chuyển tổ…", ("Ctrl+Shift+C",), "people"),
    Entry("leave", "&Thôi, chuyển đi…", ("Ctrl+Shift+T",), "export"),
    LINE,
    Entry("twins", "Tìm n&gười trùng…", ("Ctrl+Shift+R",), "copy"),
    Entry("leavers", "Người đã &rời…", (), "clock"),
    Entry("permissions", "T&hông tin cá nhân được ghi…", (), "settings"),
    Entry("unlock", "&Mở khóa số căn cước…", (), "unlock"),
    Entry("lock", "Khóa &lại số căn cước", ("Ctrl+Alt+L",), "lock"),
    LINE,
    Entry("unit-rename", "Đổ&i tên đơn vị từ một ngày…", (), "pencil"),
    Entry("unit-superior", "Đổi cấ&p trên từ một ngày…", (), "building"),
    Entry("unit-join", "&Nhập vào đơn vị khác…", (), "import"),
    Entry("unit-tree", "&Sơ đồ tổ chức…", (), "people"),
)
CASE_WORK: tuple[Entry, ...] = (  # the steps of `models.cases`
    Entry("case-begin", "Bắt đầu &xử lý…", ("Ctrl+Shift+X",), "chevron-right"),
    Entry("case-forward", "&Chuyển đến…", ("Ctrl+Shift+G",), "export"),
    Entry("case-answer", "&Trả lời…", ("Ctrl+Shift+L",), "speech"),
    Entry("case-tell", "&Báo lại người nêu…", ("Ctrl+Shift+B",), "people"),
    Entry("case-close", "Đó&ng ý kiến…", ("Ctrl+Shift+O",), "check"),
    LINE,
    Entry("case-return", "Trả lại, &hướng dẫn…", (), "undo"),
    Entry("case-refuse", "&Không thụ lý…", (), "minus"),
    Entry("case-merge", "&Gộp vào ý kiến khác…", (), "copy"),
    Entry("case-reopen", "&Mở lại…", ("Ctrl+Shift+M",), "redo"),
)
DEEDS = {entry.name: entry for entry in (*PEOPLE_WORK, *CASE_WORK) if entry is not LINE}
NEED_LEDGER = (
    "load",
    "dump",
    "back-up",
    "restore",
    "from-file",
    "folder",
    "steps",
    "deleted",
    "everywhere",
)  # grey until there is one
MENUS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        "&Sổ",
        (
            Entry("new", "&Lập sổ mới…", ("Ctrl+Shift+N",), "book"),
            Entry("open", "&Mở sổ…", ("Ctrl+O",), "folder"),
            Entry("recent", "&Gần đây"),
            LINE,
            Entry("load", "&Nạp bản ghi từ tệp…", (), "import"),
            Entry("dump", "&Xuất mọi bản ghi ra tệp…", (), "export"),
            LINE,
            Entry("print", "&In…", ("Ctrl+P",), "printer", "In các biểu ở trang Báo cáo"),
            LINE,
            Entry("back-up", "&Sao lưu ngay", (), "shield"),
            Entry("restore", "&Khôi phục từ bản sao lưu…", (), "undo"),
            Entry("from-file", "Tìm lại từ tệ&p đã xuất…", (), "search"),
            LINE,
            Entry("folder", "Mở thư mụ&c chứa sổ"),
            LINE,
            Entry("settings", "Tùy c&họn…", ("Ctrl+,",), "settings"),
            LINE,
            Entry("quit", "&Thoát", ("Ctrl+Q",)),
        ),
    ),
    (
        "Sử&a",
        (
            Entry("undo", "&Hoàn tác", ("Ctrl+Z",), "undo"),
            Entry("redo", "&Làm lại", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo"),
            LINE,
            Entry("steps", "Các &việc đã làm…", ("Ctrl+Shift+H",), "clock"),
            Entry("deleted", "Đã &xóa…", ("Ctrl+Shift+Delete",), "trash"),
            LINE,
            Entry("everywhere", "&Tìm trong cả sổ…", ("Ctrl+Shift+F",), "search"),
        ),
    ),
    (
        "&Bản ghi",
        (
            Entry("add", "&Thêm", ("Ctrl+N", "Insert"), "plus"),
            Entry("edit", "&Sửa", ("Ctrl+E",), "pencil"),
            Entry("duplicate", "&Nhân bản", ("Ctrl+Shift+D",), "copy"),
            Entry("remove", "&Xóa", ("Ctrl+Delete",), "trash"),
            Entry("life", "&Lịch sử bản ghi", ("Ctrl+H",), "clock"),
            LINE,
            Entry("find", "Tì&m trong danh sách", ("Ctrl+F",), "search"),
        ),
    ),
    ("Đoàn &viên", PEOPLE_WORK),
    ("Ý k&iến", CASE_WORK),
    (
        "&Xem",
        (
            *(
                Entry(f"page-{subject.name}", subject.menu, (f"Ctrl+{place % 10}",))
                for place, subject in enumerate(SUBJECTS, 1)
            ),
            LINE,
            Entry("period", "C&họn kỳ khác…", ("Alt+K",)),
            Entry("period-before", "Kỳ t&rước", ("Alt+Left",)),
            Entry("period-after", "Kỳ &sau", ("Alt+Right",)),
        ),
    ),
    (
        "&Trợ giúp",
        (
            Entry("help", "&Hướng dẫn", ("F1",), "help"),
            Entry("about", "&Giới thiệu và giấy phép", (), "info"),
        ),
    ),
)


class Actions:
    """The actions of the menu bar, by name."""

    def __init__(self, window: QMainWindow) -> None:
        self._all: dict[str, QAction] = {}
        self.recent = QMenu(window)
        for title, entries in MENUS:
            menu = window.menuBar().addMenu(title)
            for entry in entries:
                self._add(menu, entry, window)

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def connect(self, doers: Mapping[str, Callable[[], object]]) -> None:
        """Says what the entries do."""
        for name, act in doers.items():
            self._all[name].triggered.connect(lambda _checked=False, act=act: act())

    def allow(self, allowed: Mapping[str, bool]) -> None:
        """Switches entries on and off."""
        for name, is_allowed in allowed.items():
            self._all[name].setEnabled(is_allowed)

    def draw_icons(self) -> None:
        """Gives the entries their icons: not needed for the first painting."""
        from ui.icons import icon

        for _title, entries in MENUS:
            for entry in entries:
                if entry.sign:
                    self._all[entry.name].setIcon(icon(entry.sign, size=18))

    def _add(self, menu: QMenu, entry: Entry, window: QMainWindow) -> None:
        if entry is LINE:
            menu.addSeparator()
            return
        if entry.name == "recent":
            self.recent.setTitle(entry.text)
            self._all[entry.name] = menu.addMenu(self.recent)
            return
        action = QAction(entry.text, window)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        if entry.tip:
            action.setToolTip(entry.tip)
            menu.setToolTipsVisible(True)
        menu.addAction(action)
        self._all[entry.name] = action
