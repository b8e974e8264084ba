"""The player screen shows each state whole and large at four sizes, and only what the view holds."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QLabel

from kit_app.ui.common.fit_label import FitLabel
from kit_app.ui.player.bars import shown_bars
from kit_app.ui.player.panel import LEAST_TEXT
from kit_app.ui.player.sheet import LEAST, LEAST_CLOCK
from kit_app.ui.player.window import PlayerWindow, page_of
from kit_app.views.player import NIGHT, PlayerView
from tests.ui.player.views import (
    BAR,
    BARS,
    BLACK,
    DEBRIEF_PATH,
    EMERGENCY,
    FIVE,
    FRONT,
    FULL,
    HINT,
    IDLE,
    LONG_HINT,
    MESSAGE,
    NONE,
    PAUSE,
    PITCH,
    PLAY,
    PORTAL,
    PORTAL_HINT,
    PORTAL_LOCKED,
    RED,
    RED_HINT,
    SIZES,
    STATES,
    TIME_OVER,
)

TIMED = [
    name
    for name, view in STATES.items()
    if view.has_clock and view.clock_style == "clock" and name != "black"
]


@pytest.fixture
def window(qtbot) -> PlayerWindow:
    widget = PlayerWindow()
    qtbot.addWidget(widget)
    widget.resize(1920, 1080)
    widget.show()
    return widget


def shown(window: PlayerWindow, view: PlayerView, size: tuple[int, int] = (1920, 1080)) -> PlayerWindow:
    window.resize(*size)
    window.show_view(view)
    return window


def labels(window: PlayerWindow) -> Iterator[FitLabel]:
    return (label for label in window.findChildren(FitLabel) if label.isVisible() and label.text())


def words(window: PlayerWindow) -> str:
    return "\n".join(label.text() for label in labels(window))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_text_of_every_state_fits_and_is_large_enough(window: PlayerWindow, size) -> None:
    poor = []
    for name, view in STATES.items():
        shown(window, view, size)
        for label in labels(window):
            if not label.fits() or label.text_size() < int(LEAST * size[1]):
                poor.append((name, label.text(), label.text_size()))
    assert not poor


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_projectors_may_cut_the_edges_of_every_state(window: PlayerWindow, size) -> None:
    cut = []
    for name, view in STATES.items():
        shown(window, view, size)
        for label in labels(window):
            box = label.rect().translated(label.mapTo(window, label.rect().topLeft()))
            across = box.left() >= 0.04 * size[0] - 1 and box.right() <= 0.96 * size[0] + 1
            down = box.top() >= 0.04 * size[1] - 1 and box.bottom() <= 0.96 * size[1] + 1
            if not across or not down:
                cut.append((name, label.text()))
    assert not cut


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_clock_takes_a_quarter_of_the_height_in_every_timed_state(window: PlayerWindow, size) -> None:
    for name in TIMED:
        clock = shown(window, STATES[name], size).sheet.clock
        assert clock.isVisible(), name
        assert clock.text_size() >= LEAST_CLOCK * size[1], name
        assert all(clock.rect().contains(cell) for cell in clock._cells), name


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_hint_is_never_below_five_and_a_half_per_cent(window: PlayerWindow, size) -> None:
    for view in (HINT, LONG_HINT, MESSAGE, PORTAL_HINT, RED_HINT):
        shown(window, view, size)
        assert window.card.isVisible()
        assert window.card.text.text_size() >= LEAST_TEXT * size[1] - 1
        assert window.card.text.fits()


@pytest.mark.parametrize("size", SIZES[1:], ids=str)
def test_a_short_hint_takes_eight_per_cent(window: PlayerWindow, size) -> None:
    assert shown(window, HINT, size).card.text.text_size() >= round(0.08 * size[1])


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_card_covers_neither_clock_nor_band(window: PlayerWindow, size) -> None:
    for view in (HINT, LONG_HINT, MESSAGE, PORTAL_HINT, RED_HINT):
        sheet = shown(window, view, size).sheet
        card = window.card.geometry()
        assert not card.intersects(sheet.clock.geometry())
        band = getattr(sheet, "band", None)
        assert band is None or not card.intersects(band.geometry())


@pytest.mark.parametrize(
    ("view", "page"),
    [
        (IDLE, "idle"),
        (PITCH, "idle"),
        (PLAY, "play"),
        (PAUSE, "play"),
        (PORTAL, "portal"),
        (RED, "alert"),
        (TIME_OVER, "time-over"),
        (EMERGENCY, "emergency"),
        (FRONT, "front-page"),
        (DEBRIEF_PATH, "debrief"),
        (BLACK, "black"),
        (replace(RED, is_blacked_out=True), "black"),
        (replace(PLAY, phase="guided"), "play"),
    ],
)
def test_each_state_has_its_page(view: PlayerView, page: str) -> None:
    assert page_of(view) == page


def test_the_words_of_a_view_are_all_there(window: PlayerWindow) -> None:
    shown(window, PAUSE)
    for text in (PAUSE.notice, PAUSE.envelope, PAUSE.clock_label):
        assert text in words(window)
    shown(window, PORTAL_LOCKED)
    scene = PORTAL_LOCKED.scene
    for text in (
        scene.band,
        scene.title,
        scene.notice,
        *scene.lines,
        *(field.label for field in scene.fields),
    ):
        assert text in words(window)
    assert "ZEPHINORD" in words(window)
    shown(window, RED)
    for text in (RED.scene.title, RED.scene.turn, RED.scene.band, *RED.scene.lines, RED.envelope):
        assert text in words(window)
    shown(window, FRONT)
    for text in (FRONT.scene.title, FRONT.scene.turn, FRONT.team):
        assert text in words(window)


def test_reflexes_are_large_and_have_one_size(window: PlayerWindow) -> None:
    for size in SIZES:
        sheet = shown(window, DEBRIEF_PATH, size).sheet
        points = sheet.shown_points()
        assert tuple(label.text() for label in points) == DEBRIEF_PATH.scene.points
        assert len({label.text_size() for label in points}) == 1
        assert points[0].text_size() >= 0.044 * size[1]


def test_what_a_view_no_longer_holds_is_gone(window: PlayerWindow) -> None:
    shown(window, HINT)
    shown(window, replace(PLAY, envelope=""))
    assert window.card.isHidden()
    assert "Enveloppe" not in words(window)
    assert HINT.panel.text not in words(window)


def test_black_shows_nothing_at_all(window: PlayerWindow) -> None:
    shown(window, HINT)
    shown(window, BLACK)
    image = window.grab().toImage()
    assert not list(labels(window))
    assert {image.pixelColor(x, y).name() for x in range(0, 1920, 97) for y in range(0, 1080, 89)} == {
        "#000000"
    }


def test_the_window_is_black_before_its_first_view(window: PlayerWindow) -> None:
    assert window.page == "black" and window.sheet is None
    assert window.grab().toImage().pixelColor(900, 500) == QColor("black")


def test_a_hint_survives_a_black_out(window: PlayerWindow) -> None:
    shown(window, replace(HINT, is_blacked_out=True))
    shown(window, HINT)
    assert window.card.isVisible() and window.card.text.text() == HINT.panel.text


def test_the_red_frame_and_the_night_are_the_colours_of_the_guide(window: PlayerWindow) -> None:
    image = shown(window, RED).grab().toImage()
    assert image.pixelColor(10, 540) == QColor(NIGHT.alert_frame)
    assert shown(window, PLAY).grab().toImage().pixelColor(10, 540) == QColor(NIGHT.ground)


def test_the_clock_never_turns_red(window: PlayerWindow) -> None:
    shown(window, replace(PLAY, remaining_ms=3_000))
    image = window.grab().toImage()
    clock = window.sheet.clock
    colours = {
        image.pixelColor(x, y).name()
        for x in range(clock.x(), clock.x() + clock.width(), 3)
        for y in range(clock.y(), clock.y() + clock.height(), 7)
    }
    assert QColor(NIGHT.text).name() in colours
    assert not any(QColor(name).red() > 120 > QColor(name).green() + 40 for name in colours)


def test_a_bar_or_nothing_stands_for_the_clock_when_set(window: PlayerWindow) -> None:
    sheet = shown(window, BAR).sheet
    assert sheet.bar.isVisible() and not sheet.clock.isVisible()
    assert sheet.bar.share == pytest.approx(BAR.remaining_ms / BAR.total_ms, abs=0.01)
    sheet = shown(window, NONE).sheet
    assert not sheet.bar.isVisible() and not sheet.clock.isVisible()
    assert NONE.clock_label not in words(window)


def test_only_the_clock_is_touched_when_only_the_time_changed(window: PlayerWindow) -> None:
    sheet = shown(window, PLAY).sheet
    sheet.envelope.move(7, 7)
    window.show_view(replace(PLAY, remaining_ms=PLAY.remaining_ms - 1000))
    assert sheet.envelope.pos().x() == 7
    assert sheet.clock.text == "33:39"


def test_the_last_path_takes_the_row_when_the_others_are_full() -> None:
    others, last = shown_bars(BARS)
    assert [bar.letter for bar in others] == ["A", "B", "C"] and last is None
    others, last = shown_bars(FULL)
    assert last is not None and last.letter == "D"


def test_the_paths_say_their_state_to_a_screen_reader(window: PlayerWindow) -> None:
    assert "A Lieux 1/3" in shown(window, FIVE).sheet.bars.accessibleName() or FULL[0].solved == 3


def test_there_is_nothing_to_click_and_no_pointer(window: PlayerWindow) -> None:
    shown(window, PLAY)
    assert window.cursor().shape() == Qt.CursorShape.BlankCursor
    assert not window.findChildren(QAbstractButton)
    assert not [label for label in window.findChildren(QLabel) if label.openExternalLinks()]


def test_pages_change_at_once_when_motion_is_reduced(window: PlayerWindow) -> None:
    shown(window, PLAY)
    window.show_view(RED)
    assert not window._fade.isVisible()


def test_pages_fade_when_motion_is_allowed(qtbot) -> None:
    window = PlayerWindow(reduce_motion=False)
    qtbot.addWidget(window)
    window.resize(640, 360)
    window.show()
    window.show_view(PLAY)
    window.show_view(RED)
    assert window._fade.isVisible()
    qtbot.waitUntil(lambda: not window._fade.isVisible())
    assert window.page == "alert"


def test_a_fade_is_never_begun_by_time_alone(qtbot) -> None:
    window = PlayerWindow(reduce_motion=False)
    qtbot.addWidget(window)
    window.show()
    window.show_view(PLAY)
    window.show_view(replace(PLAY, remaining_ms=1000, notice="Il reste cinq minutes."))
    assert not window._fade.isVisible()


def test_the_caller_can_close_the_window(window: PlayerWindow) -> None:
    window.close_for_good()
    assert not window.isVisible()
