"""What a projected countdown costs the processor, against a plain label repainted ten times a second."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from benchmarks.processes import OFFSCREEN, answer_of
from benchmarks.rows import Row, median
from benchmarks.stage import stage

REPETITIONS = 5
SLICE_S, SHORT_SLICE_S = 15.0, 3.0
WARM_UP_S = 2.0
DIGITS_PX = 420
TICK_MS = 100


@contextmanager
def both_windows() -> Iterator[None]:
    """The program as it runs in the room: console, its small picture, and the projected screen."""
    with stage():
        yield


@contextmanager
def projected() -> Iterator[None]:
    """The same with the console out of sight."""
    with stage() as on:
        on.live.console.hide()
        yield


@contextmanager
def label() -> Iterator[None]:
    """A full-screen label that shows tenths."""
    os.environ.setdefault("QT_QPA_PLATFORM", OFFSCREEN)
    app = QApplication(["label"])
    shown = QLabel("00:00,0")
    face = QFont()
    face.setPixelSize(DIGITS_PX)
    shown.setFont(face)
    shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
    shown.setGeometry(QGuiApplication.screens()[-1].geometry())
    shown.showFullScreen()
    deadline = time.monotonic() + 45 * 60
    timer = QTimer()
    timer.setInterval(TICK_MS)
    timer.timeout.connect(lambda: shown.setText(tenths(deadline - time.monotonic())))
    timer.start()
    app.processEvents()
    yield
    timer.stop()


def tenths(left_s: float) -> str:
    """`44:59,9`"""
    minutes, seconds = divmod(left_s, 60)
    return f"{int(minutes):02d}:{seconds:04.1f}".replace(".", ",")


WAYS = {"both": both_windows, "projected": projected, "label": label}


def wait(seconds: float) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def percent_of_a_core() -> float:
    """Of this process, all its threads, over the time given on the command line."""
    wait(WARM_UP_S)
    used, passed = time.process_time(), time.monotonic()
    wait(float(sys.argv[2]))
    return 100 * (time.process_time() - used) / (time.monotonic() - passed)


def rows(*, is_short: bool = False) -> list[Row]:
    """A process for each slice, the ways in turn."""
    length = SHORT_SLICE_S if is_short else SLICE_S
    found: dict[str, list[float]] = {way: [] for way in WAYS}
    for _ in range(REPETITIONS):
        for way, values in found.items():
            values.append(float(answer_of("benchmarks.countdown_cpu", way, str(length))))
    part = {way: median(values) for way, values in found.items()}
    return [
        Row(metric="processor, projected countdown", unit="%", ours=part["projected"],
            baseline=part["label"], goal="<= 0.4", judges="ours"),
        Row(metric="the same to a label at 10 Hz", unit="%", ours=part["projected"],
            baseline=part["label"], goal="<= 0.25"),
        Row(metric="processor, with the console in sight", unit="%", ours=part["both"],
            baseline=part["label"]),
    ]  # fmt: skip


def main() -> None:
    with WAYS[sys.argv[1]]():
        sys.stdout.write(json.dumps(percent_of_a_core()) + "\n")


if __name__ == "__main__":
    main()
