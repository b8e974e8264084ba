"""The one style sheet, filled with the colours of a theme. What it cannot say is painted by the widgets."""

from collections.abc import Mapping
from string import Template

_SHEET = Template("""
QMainWindow, QDialog, QWidget[ground="paper"] { background: $paper; }
QFrame[ground="surface"] { background: $surface; border: 0; }
QFrame[rule="line"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[banner="warn"] { background: $warn_bg; border: 1px solid $warn; border-radius: 8px; }
QFrame[banner="danger"] { background: $danger_bg; border: $danger_px solid $danger; border-radius: 8px; }
QFrame[banner="ok"] { background: $ok_bg; border: 1px solid $ok; border-radius: 8px; }
QFrame[banner="info"] { background: $info_bg; border: 1px solid $edge; border-radius: 8px; }
QFrame[toast="true"] { background: $ink; border: 0; border-radius: 8px; }
QFrame[toast="true"] QLabel { color: $paper; }
QFrame[foot="true"] { background: $surface; border: 0; border-top: 1px solid $line; }

QLabel { color: $ink; background: transparent; }
QLabel:disabled { color: $quiet_ink; }
QLabel[role="display"] { font-size: 78px; font-weight: bold; }
QLabel[role="clock"] { font-size: 54px; font-weight: bold; }
QLabel[role="figure"] { font-size: 30px; font-weight: bold; }
QLabel[role="h1"] { font-size: 28px; font-weight: bold; }
QLabel[role="h2"] { font-size: 20px; font-weight: bold; }
QLabel[role="h3"] { font-size: 16px; font-weight: bold; }
QLabel[role="say"] { font-size: 21px; }
QLabel[role="say-bold"] { font-size: 21px; font-weight: bold; }
QLabel[role="bold"] { font-weight: bold; }
QLabel[role="label"] { font-size: 14px; font-weight: bold; }
QLabel[role="quiet"] { color: $ink2; }
QLabel[role="small"] { font-size: 13px; color: $ink2; }
QLabel[role="help"] { font-size: 13px; color: $ink3; }
QLabel[role="error"] { font-size: 13px; color: $danger; }
QLabel[role="zone"] { font-size: 14px; font-weight: bold; color: $ink2; }
QLabel[role="rail-title"] { color: $rail_ink; font-size: 17px; font-weight: bold; }
QLabel[role="rail"] { color: $rail_ink; font-size: 14px; }
QLabel[role="rail-quiet"] { color: $rail_text; font-size: 14px; }
QLabel[role="mono"] { font-family: "IBM Plex Mono"; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    background: $surface; color: $ink; border: 1px solid $edge; border-radius: 6px; padding: 0 10px;
    selection-background-color: $marker; selection-color: $on_marker; }
QLineEdit, QComboBox { min-height: 34px; }
QAbstractSpinBox { min-height: 31px; }
QPlainTextEdit, QTextEdit { padding: 6px 8px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid $chosen; padding: 0 9px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 5px 7px; }
QLineEdit:focus, QComboBox:focus { min-height: 32px; }
QAbstractSpinBox:focus, QAbstractSpinBox[state="error"] { min-height: 29px; }
QLineEdit[state="error"], QComboBox[state="error"], QAbstractSpinBox[state="error"],
QPlainTextEdit[state="error"] {
    border: 2px solid $danger; padding: 0 9px; }
QLineEdit[state="error"], QComboBox[state="error"] { min-height: 32px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled {
    background: $sunken; color: $quiet_ink; border-color: $line; border-style: $disabled_line; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus { border: 0; background: transparent; padding: 0; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit {
    border: 0; padding: 0; min-height: 0; background: transparent; }
QLineEdit[use="answer"], QLineEdit[use="answer"]:focus { min-height: 40px;
    font-family: "IBM Plex Mono"; font-size: 20px; border: 2px solid $edge; }
QLineEdit[use="answer"]:focus { border-color: $chosen; }
QLineEdit[mono="true"] { font-family: "IBM Plex Mono"; font-size: 17px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; height: 0; border: 0; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 32px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: none; width: 0; }
QComboBox QAbstractItemView { background: $surface; color: $ink; border: 1px solid $edge; outline: 0;
    selection-background-color: $picked; selection-color: $on_picked; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: 32px; }

QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[ground="clear"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; border-radius: 4px; min-height: 32px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $edge; border-radius: 4px; min-width: 32px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTableView, QListView, QTreeView { background: $surface; color: $ink; border: 0; outline: 0;
    selection-background-color: $picked; selection-color: $on_picked; alternate-background-color: $surface; }
QListView#proposals { border: 1px solid $edge; }
QListView#proposals::item { min-height: 32px; padding: 0 8px; }
QHeaderView { background: $surface; }
QHeaderView::section { background: $surface; color: $ink2; border: 0; border-bottom: 1px solid $line;
    padding: 6px 14px; font-size: 13px; font-weight: bold; }
QTableCornerButton::section { background: $surface; border: 0; }
QMenu { background: $surface; color: $ink; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 8px 16px; border-radius: 4px; }
QMenu::item:selected { background: $picked; color: $on_picked; }
QMenu::item:disabled { color: $quiet_ink; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolTip { background: $surface; color: $ink; border: 1px solid $edge; padding: 4px 6px; font-size: 13px; }
QProgressBar { background: $sunken; border: 1px solid $line; border-radius: 4px; max-height: 8px;
    min-height: 8px; }
QProgressBar::chunk { background: $primary; border-radius: 3px; }
QSplitter::handle { background: transparent; }
QCalendarWidget QWidget { background: $surface; color: $ink; alternate-background-color: $sunken; }
QCalendarWidget QAbstractItemView { selection-background-color: $marker; selection-color: $on_marker; }
QCalendarWidget QToolButton { min-height: 32px; min-width: 32px; color: $ink; }
QCalendarWidget QSpinBox { min-height: 28px; }
""")


def stylesheet(colours: Mapping[str, str]) -> str:
    """The sheet with each `$token` replaced; a missing colour is a KeyError, never a silent default."""
    return _SHEET.substitute(colours)
