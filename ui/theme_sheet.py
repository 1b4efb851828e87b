"""The style sheet, written with the names of the theme's colours."""

from __future__ import annotations

import re
from string import Template

from PySide6.QtWidgets import QApplication

from resources import file
from ui.theme import LETTERS_SCALE, TONES, Tones, letters, palette

_SHEET = """
* { outline: 0; }
QToolTip { background: $notice; color: $notice_text; border: 0; padding: 6px 8px; }
QMainWindow { background: $ground; }
QDialog { background: $surface; }
QLabel#heading { font-size: 17pt; font-weight: 600; }
QLabel#title { font-size: 13pt; font-weight: 600; }
QLabel#strong { font-weight: 600; }
QLabel[muted="true"] { color: $muted; }
QLabel[small="true"] { font-size: 9.5pt; }
QLabel[fault="true"] { color: $danger; font-size: 9.5pt; }
QLabel#required { color: $danger; }

QMenuBar { background: $surface; border: 0; border-bottom: 1px solid $line; padding: 2px 8px; }
QMenuBar::item { padding: 6px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $accent_soft; color: $accent_pressed; }
QMenu { background: $surface; border: 1px solid $line; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 7px 28px 7px 12px; border-radius: 6px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $accent_soft; color: $accent_pressed; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 6px 8px; }

QStatusBar { background: $surface; border-top: 1px solid $line; color: $muted; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: $muted; padding: 4px 10px; font-size: 9.5pt; }

#sidebar { background: $side; }
#sidebar QLabel { color: $side_bright; }
#sidebar QLabel[muted="true"] { color: $side_text; }
#sidebar QPushButton { color: $side_text; background: transparent; border: 1px solid transparent; border-radius: 8px;
  padding: 0 12px; text-align: left; min-height: 42px; font-size: 11pt; }
#sidebar QPushButton:hover { background: $side_hover; color: $side_bright; }
#sidebar QPushButton:checked { background: $side_chosen; color: $side_bright; }
#sidebar QPushButton:focus { border-color: $notice_link; }

#contextBar { background: $surface; border-bottom: 1px solid $line; }
#contextBar QPushButton, QPushButton[flat="true"] {
  background: transparent; border: 1px solid transparent; font-weight: 600; }
#contextBar QPushButton { padding: 6px 12px; font-size: 11pt; }
#contextBar QPushButton[narrow="true"] { padding: 6px 0; }
#contextBar QPushButton:hover { background: $accent_soft; }

#card { background: $surface; border: 1px solid $line; border-radius: 10px; }
#nextStep { background: $accent_soft; border: 1px solid transparent; border-radius: 10px; }
QLabel[pill] { border-radius: 9px; padding: 3px 10px; }
QLabel[pill="late"] { background: $danger_soft; color: $danger; }
QLabel[pill="soon"] { background: $accent_soft; color: $accent_pressed; }
QLabel[pill="done"] { background: $raised; color: $muted; }
QLabel[pill="quiet"] { background: $raised; color: $text; }
QPushButton[figure="true"] { background: transparent; border: 1px solid transparent; padding: 2px 6px;
  color: $text; text-align: right; }
QPushButton[figure="true"]:disabled { background: transparent; border: 1px solid transparent; color: $muted; }
QPushButton[figure="true"]:hover { background: $accent_soft; color: $accent_pressed; }
QPushButton[figure="true"]:focus { border: 1px solid $accent; }
QPushButton[figure="true"][now="true"] { font-size: 15pt; font-weight: 600; color: $accent; }
#popup { background: $surface; border: 1px solid $edge; border-radius: 10px; }
QFrame#rule { background: $line; border: 0; max-height: 1px; min-height: 1px; }

QPushButton { background: $surface; border: 1px solid $edge; border-radius: 7px; padding: 7px 14px; min-height: 20px; }
QPushButton:hover { background: $accent_faint; border-color: $accent; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 6px 13px; }
QPushButton:disabled { color: $disabled; border-color: $line; background: $ground; }
QPushButton::menu-indicator {
  image: url($arrow); subcontrol-position: right center; right: 10px; width: 11px; height: 8px; }
QPushButton[menu="true"], QPushButton[menu="true"]:focus { padding: 7px 28px 7px 13px; }
QPushButton[menu="true"]:focus { padding: 6px 27px 6px 12px; }
QPushButton[primary="true"] { background: $accent; border-color: $accent; color: $on_accent; font-weight: 600; }
QPushButton[primary="true"]:hover { background: $accent_hover; }
QPushButton[primary="true"]:pressed { background: $accent_pressed; }
QPushButton[primary="true"]:focus { border: 2px solid $accent_pressed; padding: 6px 13px; }
QPushButton[primary="true"]:disabled { background: $raised; border-color: $line; color: $disabled; }
QPushButton[flat="true"] { color: $accent; padding: 6px 10px; }
QPushButton[flat="true"]:hover { background: $accent_soft; }
QPushButton[flat="true"]:focus { border: 1px solid $accent; }
QPushButton[danger="true"]:hover { background: $danger_soft; border-color: $danger; color: $danger; }
QPushButton[chip="true"] { background: $accent_soft; border-color: transparent; border-radius: 13px; padding: 3px 12px;
  color: $accent_pressed; font-size: 9.5pt; }
QPushButton[chip="true"]:hover { border-color: $accent; }
QPushButton[chip="true"][used="true"] { background: $accent; color: $on_accent; }
QPushButton[chosen="true"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }

#segments { background: $raised; border-radius: 9px; }
#segments QPushButton {
  border: 1px solid transparent; background: transparent; color: $muted; padding: 6px 16px; border-radius: 7px; }
#segments QPushButton:hover { color: $text; background: $accent_soft; }
#segments QPushButton:checked { background: $surface; color: $accent_pressed; border-color: $line; }
#segments QPushButton:focus { border-color: $accent; }

QLineEdit, QPlainTextEdit { background: $surface; border: 1px solid $edge; border-radius: 7px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit { padding: 6px 9px; min-height: 21px; }
QPlainTextEdit { padding: 3px 5px; }
QLineEdit:hover, QPlainTextEdit:hover { border-color: $muted; }
QLineEdit#large { font-size: 13pt; padding: 9px 12px; }
QLineEdit#large:focus { padding: 8px 11px; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid $accent; padding: 5px 8px; }
QPlainTextEdit:focus { padding: 2px 4px; }
QLineEdit[faulty="true"], QPlainTextEdit[faulty="true"] {
  border: 2px solid $danger; padding: 5px 8px; background: $danger_soft; }
QPlainTextEdit[faulty="true"] { padding: 2px 4px; }
QLineEdit:disabled { background: $ground; color: $muted; }
QLineEdit QToolButton { border: 0; background: transparent; border-radius: 4px; }
QLineEdit QToolButton:hover { background: $accent_soft; }
#within { background: $surface; }
QTableView QLineEdit { border-radius: 0; min-height: 0; padding: 0 6px; }
QTableView QLineEdit:focus { padding: 0 5px; }
QComboBox { background: $surface; border: 1px solid $edge; border-radius: 7px; padding: 6px 9px; min-height: 21px; }
QComboBox:hover { border-color: $muted; }
QComboBox:focus { border: 2px solid $accent; padding: 5px 8px; }
QComboBox::drop-down { border: 0; width: 26px; }
QComboBox::down-arrow { image: url($arrow); width: 11px; height: 8px; }
QComboBox QListView { padding: 2px; }

QCheckBox { spacing: 9px; padding: 4px 2px; border-radius: 6px; border: 1px solid transparent; }
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator, QListView::indicator, QTableView::indicator {
  width: 17px; height: 17px; border: 1px solid $muted; border-radius: 5px; background: $surface; }
QCheckBox::indicator:hover { border-color: $accent; background: $accent_faint; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked {
  background: $accent; border-color: $accent; image: url($tick); }

QTableView, QListView, QTreeView, QTextBrowser {
  background: $surface; border: 0; selection-background-color: $accent_soft; selection-color: $text; }
QTableView { gridline-color: transparent; alternate-background-color: $surface; outline: 0; }
QTableView::item { padding: 0 10px; border-bottom: 1px solid $raised; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QTableView#parts { border: 1px solid $line; border-radius: 7px; gridline-color: $line; }
QTableView#parts::item { padding: 0 6px; border-bottom: 0; }
QTableView#parts:focus { border-color: $accent; }
QTreeView { background: $surface; border: 0; outline: 0; }
QTreeView::item { padding: 7px 8px; border-bottom: 1px solid $raised; }
QTreeView::item:selected { background: $accent_soft; color: $text; }
QTreeView::branch { background: $surface; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section {
  background: $surface; color: $muted; border: 0; border-bottom: 1px solid $line; padding: 9px 13px;
  font-weight: 600; font-size: 9.5pt; }
QHeaderView::section:hover { color: $accent; background: $accent_faint; }
QTableView#parts QHeaderView::section { padding: 6px 9px; background: $ground; }
QListView { padding: 4px; }
QListView::item { padding: 6px 8px; border-radius: 6px; }
QListView::item:hover { background: $accent_faint; }
QListView::item:selected { background: $accent_soft; color: $text; }
QTreeView::item { padding: 4px 2px; }
QTreeView::item:hover { background: $accent_faint; }
QTreeView::item:selected { background: $accent_soft; color: $text; }
QListView#choices { border: 1px solid $edge; padding: 0; }
QListView#faults { border: 1px solid $line; border-radius: 7px; color: $danger; }
QListView#ticks { border: 1px solid $line; border-radius: 7px; }

QTabWidget::pane { border: 0; border-top: 1px solid $line; top: -1px; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
  background: transparent; color: $muted; padding: 9px 4px 8px 4px; margin: 0 20px 0 0;
  border: 0; border-bottom: 3px solid transparent; }
QTabBar::tab:hover { color: $accent; }
QTabBar::tab:selected { color: $accent_pressed; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }

QScrollArea { border: 0; background: transparent; }
QScrollArea > QWidget > QWidget#page { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $thumb; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QSplitter::handle { background: transparent; }

QProgressBar { background: $raised; border: 0; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QCalendarWidget QToolButton { color: $text; background: transparent; border: 0; border-radius: 6px; padding: 6px; }
QCalendarWidget QToolButton:hover { background: $accent_soft; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }

QMessageBox, QDialogButtonBox { button-layout: 3; } /* the step forward last, as in every dialog */
QMessageBox QLabel#qt_msgbox_label { font-size: 12.5pt; font-weight: 600; }
QMessageBox QLabel { min-width: 340px; }

#toast { background: $notice; border-radius: 9px; }
#toast QLabel { color: $notice_text; }
#toast QPushButton { background: transparent; border: 0; color: $notice_link; font-weight: 600; padding: 6px 10px; }
#toast QPushButton:hover { background: $notice_hover; }
"""


def dress(app: QApplication) -> None:
    """Gives the application its letters, palette and style sheet."""
    app.setFont(letters())
    app.setPalette(palette(TONES))
    app.setStyleSheet(sheet(TONES))


def sheet(tones: Tones) -> str:
    """The style sheet in these colours."""
    drawings = {"tick": tones.tick, "arrow": "arrow-down"}
    paths = {name: str(file(f"icons/{drawing}.svg")).replace("\\", "/") for name, drawing in drawings.items()}
    sized = re.sub(r"([\d.]+)pt", lambda found: f"{float(found[1]) * LETTERS_SCALE:.1f}pt", _SHEET)
    return Template(sized).substitute(tones._asdict() | paths)
