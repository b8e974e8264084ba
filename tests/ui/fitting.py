"""Finds what does not fit in a window: cut words, elided rows, parts that stick out of what holds them."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QScrollBar,
    QTableView,
    QWidget,
)

from kit_app.ui.common.choices import _Segment
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.fit_label import FitLabel
from kit_app.ui.common.nodes import PuzzleNode
from kit_app.ui.common.tags import Tag, tag_width
from kit_app.ui.console.card_parts import LineLabel, SayBox

SLACK = 1


def settled(window: QWidget) -> None:
    """Let every layout come to rest."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def misfits(window: QWidget) -> list[str]:
    """What does not fit, each with where it is; empty when all is well.

    Work in the background may change a word between the last layout and the look: then it is looked at again.
    """
    settled(window)
    return _found(window) and (settled(window) or _found(window))


def _found(window: QWidget) -> list[str]:
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, QScrollBar):
            continue
        found += [f"{_path(widget, window)}: {problem}" for problem in _problems(widget)]
        if _sticks_out(widget):
            found.append(f"{_path(widget, window)}: sticks out of its place, {widget.geometry()}")
    return found


def _problems(widget: QWidget) -> Iterator[str]:
    for kind, check in _CHECKS:
        if isinstance(widget, kind):
            yield from check(widget)
            return


def _unfitted(label: FitLabel) -> Iterator[str]:
    if label.text() and not label.fits():
        yield f"does not fit: {label.text()!r}"


def _cut_tag(tag: Tag) -> Iterator[str]:
    if tag.width() + SLACK < tag_width(tag.text(), tag._icon):
        yield f"tag is cut: {tag.text()!r}"


def _cut_choice(choice: ComboBox) -> Iterator[str]:
    if choice.shown_text() != choice.currentText():
        yield f"choice is cut: {choice.currentText()!r}"


def _cut_placeholder(line: QLineEdit) -> Iterator[str]:
    words = line.placeholderText()
    if not line.text() and QFontMetricsF(line.font()).horizontalAdvance(words) > line.width() - 16:
        yield f"placeholder is cut: {words!r}"


def _too_wide(area: QScrollArea) -> Iterator[str]:
    inner, room = area.widget(), area.viewport().width()
    if inner is not None and inner.width() > room + SLACK:
        yield f"wider than its place: {inner.width()} of {room}"


def _wide_rows(view: QListView) -> Iterator[str]:
    if view.sizeHintForColumn(0) > view.viewport().width() + SLACK:
        yield f"rows are wider than their place: {view.sizeHintForColumn(0)}"


def _cut_label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text.strip():
        return
    room = label.contentsRect()
    metrics = QFontMetricsF(label.font())
    if not label.wordWrap():
        if label.sizeHint().width() > label.width() + SLACK:
            yield f"words are cut: {text!r}, {label.sizeHint().width()} in {label.width()}"
        elif metrics.height() > room.height() + 2:
            yield f"line is cut: {text!r}, {metrics.height()} in {room.height()}"
        return
    longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)
    if longest > room.width() + SLACK:
        yield f"a word is cut: {text!r}, {longest} in {room.width()}"
    flags = int(Qt.TextFlag.TextWordWrap.value)
    needed = metrics.boundingRect(QRect(0, 0, room.width(), 100_000), flags, text).height()
    if needed > room.height() + 2:
        yield f"lines are cut: {text!r}, {needed} in {room.height()}"


def _cut_button(button: QAbstractButton) -> Iterator[str]:
    least = button.minimumSizeHint()
    if button.hasHeightForWidth():
        least.setHeight(button.heightForWidth(button.width()))
    if isinstance(button, _Segment):
        least = button.sizeHint()
    if least.width() > button.width() + SLACK or least.height() > button.height() + SLACK:
        words = button.text() or button.accessibleName()
        yield f"button is cut: {words!r}, {least.toTuple()} in {button.size().toTuple()}"


def _cut_node(node: PuzzleNode) -> Iterator[str]:
    if node.toolTip():
        yield f"title of a puzzle is cut: {node.toolTip()!r}"


def _cut_cells(table: QTableView) -> Iterator[str]:
    """Cells may be elided, with the whole text as a tooltip, but not below a third of their words."""
    model = table.model()
    for row in range(model.rowCount()):
        for column in [each for each in range(model.columnCount()) if not table.isColumnHidden(each)]:
            index = model.index(row, column)
            words = str(index.data() or "")
            wanted, room = table.sizeHintForIndex(index).width(), table.columnWidth(column)
            if words and room < wanted / 3:
                yield f"cell is cut: {words!r}, {wanted} in {room}"


def _sticks_out(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow():
        return False
    holder = parent.parentWidget()
    if isinstance(parent, QAbstractScrollArea) or (
        isinstance(holder, QAbstractScrollArea) and parent is holder.viewport()
    ):
        return False
    if isinstance(parent, QComboBox | QLineEdit | QAbstractButton):
        return False
    return not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(widget.geometry())


def _path(widget: QWidget, window: QWidget) -> str:
    names = []
    here: QWidget | None = widget
    while here is not None and here is not window:
        names.append(here.objectName() or type(here).__name__)
        here = here.parentWidget()
    return " < ".join(names[:4])


def _cut_line(line: LineLabel) -> Iterator[str]:
    if not line.is_whole:
        yield f"words are cut: {line.text!r}"


def _cut_say(say: SayBox) -> Iterator[str]:
    if not say.is_whole:
        yield f"the sentence to say is cut: {say.text!r}"


_CHECKS = (
    (LineLabel, _cut_line),
    (SayBox, _cut_say),
    (FitLabel, _unfitted),
    (Tag, _cut_tag),
    (QLabel, _cut_label),
    (PuzzleNode, _cut_node),
    (QAbstractButton, _cut_button),
    (ComboBox, _cut_choice),
    (QLineEdit, _cut_placeholder),
    (QScrollArea, _too_wide),
    (QTableView, _cut_cells),
    (QListView, _wide_rows),
)
"""The first kind that a widget is of decides how it is looked at."""
