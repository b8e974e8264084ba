"""Guards against a binding that loses references to None and True, which aborts a long countdown."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1000
LOST = 50


class Bell(QObject):
    rung = Signal()
    told = Signal(object)


def counts() -> tuple[int, int]:
    return sys.getrefcount(None), sys.getrefcount(True)


def fell(before: tuple[int, int]) -> int:
    return max(old - new for old, new in zip(before, counts(), strict=True))


def test_a_thousand_texts_lose_no_reference(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = counts()
    for n in range(CALLS):
        label.setText(str(n))

    assert fell(before) < LOST


def test_a_thousand_signals_lose_no_reference(qtbot: QtBot) -> None:
    bell = Bell()
    heard: list[object] = []
    bell.told.connect(heard.append)
    before = counts()
    for _ in range(CALLS):
        bell.rung.emit()
        bell.told.emit(1)

    assert fell(before) < LOST
    assert len(heard) == CALLS
