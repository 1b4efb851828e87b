"""A new version of a form: what it adds, drops and moves, told before it takes over from this period on."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from exports.official.carry import Carried
from exports.official.list_proposing import known_lists
from exports.official.map import Entry
from exports.official.map_list import ListEntry
from models.periods import Period
from ui.official.choices import chosen_by
from ui.theme import STEP, wide
from ui.widgets.room import fit
from ui.widgets.small import button, column, label, row


class CarriedDialog(QDialog):
    """Accepted by *Thay biểu*."""

    def __init__(self, carried: Carried, period: Period, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Thay bằng tệp mới")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, wide(720), wide(520))
        kept, moved, lost = len(carried.kept), len(carried.moved), len(carried.lost)
        lists = f" và {len(carried.lost_lists)} danh sách" if carried.lost_lists else ""
        said = f"Giữ nguyên {kept} ô, chuyển theo dòng {moved} ô, không còn chỗ {lost} ô{lists}."
        self.text = QTextBrowser()
        self.text.setHtml("".join(_sections(carried)) or "<p>Không có dòng nào thêm, bớt hay đổi chỗ.</p>")
        self.renew_button = button("Thay biểu", self.accept, look="primary")
        layout = column(
            label(said, name="title", wrap=True),
            label(f"Bản mới dùng từ {period.label}. Các kỳ trước vẫn dùng bản cũ.", muted=True, wrap=True),
            self.text,
            into=self,
            margin=3 * STEP,
            spacing=2 * STEP,
        )
        layout.addLayout(row(None, button("Thôi", self.reject), self.renew_button))


def _sections(carried: Carried) -> Sequence[str]:
    moved = [
        f"{_said(each.before)}: {each.before.place} → {each.after.place}{_reworded(each.reworded)}"
        for each in carried.moved
    ]
    return [
        _section("Dòng mới có thêm, chưa ghép", [label for _sheet, label in carried.added]),
        _section("Dòng không còn", [label for _sheet, label in carried.removed]),
        _section("Ô không còn chỗ ghép", [f"{_said(each)} ({each.place})" for each in carried.lost]),
        _section("Danh sách không còn chỗ điền", [_said_of_list(each) for each in carried.lost_lists]),
        _section("Ô chuyển chỗ theo dòng", moved),
    ]


def _section(title: str, lines: Sequence[str]) -> str:
    if not lines:
        return ""
    items = "".join(f"<li>{escape(' '.join(line.split()))}</li>" for line in lines)
    return f"<p><b>{title}: {len(lines)}</b></p><ul>{items}</ul>"


def _said(entry: Entry) -> str:
    return chosen_by(entry).heading


def _said_of_list(entry: ListEntry) -> str:
    name = entry.columns[0][1].partition(":")[0] if entry.columns else ""
    title = next((each.title for each in known_lists() if each.table.id == name), "Danh sách")
    return f"{title} (từ ô {entry.first}, trang {entry.sheet})"


def _reworded(reworded: bool) -> str:
    return " (lời khác đi, nên xem lại)" if reworded else ""
