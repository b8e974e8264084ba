"""What a frame of the player screen's page change costs at 4K, against copying a picture of that size."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from PySide6.QtCore import QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.rows import Row, median
from kit_app.assets import resources_dir
from kit_app.ui.common.fonts import load_fonts
from kit_app.ui.common.theme import apply_theme
from kit_app.ui.player.window import PlayerWindow
from kit_app.views.player import PathBar, PlayerView

SIZE = (3840, 2160)
FRAMES, SHORT_FRAMES = 120, 30
FRAME_MS = 1000 / 30
"""A change of 200 ms looks smooth with so much for a frame."""


class Copied(QWidget):
    """A window that copies a picture and does nothing else."""

    def __init__(self, picture: QPixmap) -> None:
        super().__init__()
        self._picture = picture

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, self._picture)


def rows(*, is_short: bool) -> list[Row]:
    """A frame in the middle of a change of pages, and the copying of one picture."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("there is an application without windows")
    load_fonts(resources_dir() / "fonts")
    apply_theme(app, "light")
    frames = SHORT_FRAMES if is_short else FRAMES
    window = PlayerWindow(reduce_motion=False)
    window.resize(*SIZE)
    window.show()
    window.show_view(_view("idle"))
    app.processEvents()
    copied = Copied(window.grab())
    copied.resize(*SIZE)
    copied.show()
    app.processEvents()
    plain = _frame_ms(copied.repaint, frames)
    window.show_view(_view("playing"))
    fade = window.fade
    fade.pause()
    ours = _frame_ms(lambda: _step(fade, window), frames)
    window.close_for_good()
    return [
        Row(metric="page change, a frame at 4K", unit="ms", ours=ours, baseline=plain,
            goal=f"<= {FRAME_MS:.0f}", judges="ours"),
    ]  # fmt: skip


def _step(fade: QVariantAnimation, window: PlayerWindow) -> None:
    """The next moment of the change, painted at once."""
    fade.setCurrentTime((fade.currentTime() + 7) % fade.duration())
    window.repaint()


def _frame_ms(paint: Callable[[], object], frames: int) -> float:
    times = []
    for _ in range(frames):
        start = time.perf_counter()
        paint()
        times.append((time.perf_counter() - start) * 1000)
    return median(times)


def _view(phase: str) -> PlayerView:
    bars = tuple(PathBar(letter=letter, name=letter, solved=1, total=3) for letter in "ABC")
    return PlayerView(
        phase="idle" if phase == "idle" else "playing",
        game_title="Deadline 45",
        masthead="Le Cancan Illustré",
        team="The Nosy Ones",
        idle_title="Ready?",
        idle_lines=("Made up.",),
        clock_style="clock",
        clock_label="Deadline in",
        has_clock=phase != "idle",
        remaining_ms=2_000_000,
        total_ms=2_700_000,
        bars=bars,
        envelope="Envelope A2: you may open it.",
        envelope_path="A",
        notice="",
        panel=None,
        scene=None,
        is_blacked_out=False,
    )
