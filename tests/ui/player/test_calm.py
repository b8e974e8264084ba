"""Nothing flashes: no part of the screen changes its brightness more than three times a second."""

from collections.abc import Iterator
from dataclasses import replace

import numpy
import pytest

from kit_app.game import commands as c
from kit_app.ui.player.window import PlayerWindow
from kit_app.views.player import PlayerView
from tests.builders import Play
from tests.ui.player.ink import pixels
from tests.ui.player.pages import bundled_setup
from tests.ui.player.views import BLACK, GUIDED, HINT, PITCH, PLAY, STATES

FRAME_MS, FRAMES_A_SECOND = 100, 10
ROWS, COLUMNS = 9, 16
CHANGE = 0.1
"""Of full brightness: what counts as a change of an area (WCAG 2.3.1)."""
MOST = 3
LIGHT = numpy.array((0.2126, 0.7152, 0.0722))


@pytest.fixture
def window(qtbot) -> PlayerWindow:
    widget = PlayerWindow()
    qtbot.addWidget(widget)
    widget.resize(640, 360)
    widget.show()
    return widget


def areas(window: PlayerWindow) -> numpy.ndarray:
    """The brightness of each area, 0 to 1."""
    light = ((pixels(window) / 255.0) ** 2.2) @ LIGHT
    high, wide = light.shape
    parts = light[: high // ROWS * ROWS, : wide // COLUMNS * COLUMNS]
    return parts.reshape(ROWS, high // ROWS, COLUMNS, wide // COLUMNS).mean(axis=(1, 3))


def flashes(frames: list[numpy.ndarray]) -> int:
    """The most changes of one area within any second."""
    steps = numpy.abs(numpy.diff(numpy.stack(frames), axis=0)) >= CHANGE
    return max(
        int(steps[start : start + FRAMES_A_SECOND].sum(axis=0).max())
        for start in range(max(1, len(steps) - FRAMES_A_SECOND + 1))
    )


def hurried(play: Play) -> Iterator[PlayerView]:
    """A team and its facilitator in a hurry: an act every half second, a picture ten times a second."""
    acts = [
        c.StartRun(),
        c.EnterAnswer(text="nothing"),
        c.EnterAnswer(text="nothing else"),
        c.SolvePuzzle(puzzle="P1"),
        c.EnterAnswer(text="nothing of the kind"),
        c.GiveHint(puzzle="P2", level=1),
        c.ShowMessage(text="Look up."),
        c.ClearMessage(),
        c.WithdrawHint(puzzle="P2", level=1),
        c.PauseRun(),
        c.ResumeRun(),
        c.SolvePuzzle(puzzle="P2"),
        c.BlackOut(on=True),
        c.BlackOut(on=False),
        c.EndRun(),
        c.SolvePuzzle(puzzle="P12"),
        c.EndRun(),
    ]
    for act in acts:
        play.do(act)
        for _ in range(5):
            play.now += FRAME_MS
            play.do(c.NoticeTime())
            yield play.player()


def test_a_hurried_game_does_not_flash(window: PlayerWindow, tmp_path) -> None:
    frames = []
    for view in hurried(Play(bundled_setup("fr", tmp_path), started=False)):
        window.show_view(view)
        frames.append(areas(window))
    assert flashes(frames) <= MOST


def test_the_last_ten_seconds_do_not_flash(window: PlayerWindow, tmp_path) -> None:
    play = Play(bundled_setup("fr", tmp_path))
    play.now = play.setup.duration_ms - 10_000
    frames = []
    for _ in range(15 * FRAMES_A_SECOND):
        play.now += FRAME_MS
        play.do(c.NoticeTime())
        window.show_view(play.player())
        frames.append(areas(window))
    assert flashes(frames) <= 1


def test_a_change_of_pages_goes_from_one_to_the_other_and_no_further(qtbot) -> None:
    window = PlayerWindow(reduce_motion=False)
    qtbot.addWidget(window)
    window.resize(640, 360)
    window.show()
    window.show_view(PLAY)
    window.show_view(PITCH)
    window.fade.pause()
    frames = []
    for moment in range(0, window.fade.duration(), 20):
        window.fade.setCurrentTime(moment)
        frames.append(areas(window))
    run = numpy.stack(frames)
    lowest, highest = numpy.minimum(run[0], run[-1]), numpy.maximum(run[0], run[-1])
    assert (run >= lowest - CHANGE).all() and (run <= highest + CHANGE).all()


@pytest.mark.parametrize("name", [name for name, view in STATES.items() if view.has_clock and view != BLACK])
def test_the_clock_has_one_colour_from_beginning_to_end(window: PlayerWindow, name: str) -> None:
    view = STATES[name]
    window.show_view(view)
    clock = window.sheet.clock
    if not clock.isVisible():
        return
    left, top = clock.x(), clock.y()
    part = pixels(window)[top : top + clock.height(), left : left + clock.width()].reshape(-1, 3)
    brightest = part[part.sum(axis=1).argmax()]
    assert brightest.min() >= 0xE0


def test_hint_and_guided_end_do_not_move_the_clock_each_second(window: PlayerWindow) -> None:
    for view in (HINT, GUIDED):
        window.show_view(view)
        before = window.sheet.clock.geometry()
        window.show_view(replace(view, remaining_ms=view.remaining_ms - 1000))
        assert window.sheet.clock.geometry() == before
