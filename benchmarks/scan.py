"""From a scanner's last key until the card is on the disk and both windows painted, against a bare line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from benchmarks.act import Painted, milliseconds
from benchmarks.rows import Row, median, percentile
from benchmarks.stage import Stage, stage

REPETITIONS = 300
WARM_UP = 5
MOST_MS = 150
NONE = Qt.KeyboardModifier.NoModifier


class Scans:
    """Cards in turn: all signs but the end are sent first, the end is what is measured."""

    def __init__(self, on: Stage) -> None:
        self._live = on.live
        setup = on.live.conductor.setup
        self._codes = [card.code for card in setup.cards]
        self._reading = Painted(on.live.console.say.reading)
        self._player = Painted(on.live.player)
        self._count = 0

    def prepare(self) -> None:
        """The signs of the next card come; the console does not know yet that it is one."""
        code = self._codes[self._count % len(self._codes)]
        self._count += 1
        for sign in code:
            press(self._window(), ord(sign), sign)

    def finish(self) -> None:
        """The scanner's Enter, until the text to read aloud and the players' screen are painted."""
        self._reading.has_been = self._player.has_been = False
        press(self._window(), Qt.Key.Key_Return, "\r")
        self._live.player.update()  # a card changes nothing there: its repainting is counted all the same
        self._reading.wait()
        self._player.wait()

    def rest(self) -> None:
        """Until the console takes the next keys for another burst."""
        bursts = self._live.console.bursts
        while bursts.is_listening:
            QApplication.processEvents()

    def _window(self) -> QWindow:
        window = self._live.console.windowHandle()
        if window is None:
            raise RuntimeError("the console is not shown")
        return window


class Bare:
    """A line to type in and a label, in a window of the console's size."""

    def __init__(self, on: Stage) -> None:
        self._window = QWidget()
        self._line, self._label = QLineEdit(self._window), QLabel(self._window)
        column = QVBoxLayout(self._window)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self._line)
        column.addWidget(self._label)
        self._window.setGeometry(on.live.console.geometry())
        self._line.returnPressed.connect(self._take)
        self._window.show()
        self._line.setFocus()
        on.app.processEvents()
        self._painted = Painted(self._label)
        self._count = 0

    def prepare(self) -> None:
        self._line.clear()
        for sign in "NPBDXF":
            press(self._line, ord(sign), sign)

    def finish(self) -> None:
        self._painted.has_been = False
        press(self._line, Qt.Key.Key_Return, "\r")
        self._painted.wait()

    def _take(self) -> None:
        self._count += 1
        self._label.setText(f"{self._line.text()} {self._count}")


def press(target: QWindow | QWidget, key: int, text: str) -> None:
    """A key goes down, as the system tells it."""
    QCoreApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, NONE, text))


def rows(*, is_short: bool = False) -> list[Row]:
    """Every repetition does each way once."""
    ours: list[float] = []
    bare: list[float] = []
    with stage() as on:
        scans, plain = Scans(on), Bare(on)
        for number in range((50 if is_short else REPETITIONS) + WARM_UP):
            scans.prepare()
            scan = milliseconds(scans.finish)
            scans.rest()
            plain.prepare()
            line = milliseconds(plain.finish)
            if number >= WARM_UP:
                ours.append(scan)
                bare.append(line)
    slowest = percentile(ours, 0.99)
    return [
        Row(metric="scanner's last key → committed → both windows painted, p99", unit="ms",
            ours=slowest, baseline=percentile(bare, 0.99), goal=f"<= {MOST_MS}", judges="ours"),
        Row(metric="the same, median, to a plain line and label", unit="ms", ours=median(ours),
            baseline=median(bare)),
    ]  # fmt: skip
