"""What comes by itself takes no other thing's place: banners, messages that go, the small picture."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kit_app.ui.console.pause import PAUSE
from tests.ui.console import gallery
from tests.ui.console.evening import Evening, evening
from tests.ui.fitting import settled

ALT = Qt.KeyboardModifier.AltModifier
USUAL, LOW = (1366, 768), (1280, 680)


@pytest.fixture(params=["fr", pytest.param("en", marks=pytest.mark.long)])
def night(request, qtbot, tmp_path):
    with evening(tmp_path / "data", language=request.param) as one:
        one.console.showNormal()
        one.console.resize(*USUAL)
        gallery.playing(one)
        settled(one.console)
        yield one


def place(one: Evening, part: QWidget) -> QRect:
    return QRect(part.mapTo(one.console, QPoint(0, 0)), part.size())


def places(one: Evening) -> list[QRect]:
    now, desk = one.console.now, one.console.puzzles.desk
    parts = (now.pause, now.message, now.black, now.alarm, now.miniature, now.clock, desk.edit, desk.check)
    nodes = [one.console.puzzles.graph.node(row.id) for row in one.view.puzzles]
    return [place(one, part) for part in (*parts, *nodes, one.console.say.next_step)]


@pytest.mark.parametrize("size", [USUAL, LOW])
def test_a_pause_and_its_question_move_nothing(night: Evening, size: tuple[int, int]) -> None:
    night.console.resize(*size)
    settled(night.console)
    before, had_outlook = places(night), night.console.now.outlook.isVisible()
    night.click("pause")
    settled(night.console)
    assert night.console.banners.banner(PAUSE).isVisible()
    assert places(night) == before
    assert night.console.now.outlook.isVisible() == had_outlook
    night.click("pause")
    settled(night.console)
    assert places(night) == before


def test_an_emergency_moves_nothing(night: Evening) -> None:
    before = places(night)
    night.click("emergency")
    settled(night.console)
    assert night.console.banners.isVisible()
    assert places(night) == before


def test_in_a_usual_window_the_question_covers_no_puzzle(night: Evening) -> None:
    night.click("pause")
    settled(night.console)
    banner = place(night, night.console.banners)
    for row in night.view.puzzles:
        assert not place(night, night.console.puzzles.graph.node(row.id)).intersects(banner), row.id


def test_a_question_comes_before_a_warning_that_stays(night: Evening) -> None:
    night.console.banners.show_banner("watch-sound", "warn", "The loudspeaker is gone.")
    night.click("pause")
    settled(night.console)
    assert night.console.banners.banner(PAUSE).isVisible()
    assert not night.console.banners.banner("watch-sound").isVisible()


def test_a_message_that_goes_lies_over_neither_the_answer_field_nor_a_question(night: Evening) -> None:
    toast = night.console.toast
    toast.show_toast("No sounds on this computer yet: F8 says why.")
    settled(night.console)
    assert not place(night, toast).intersects(place(night, night.console.puzzles.desk))
    night.click("pause")
    settled(night.console)
    assert not place(night, toast).intersects(place(night, night.console.banners))


def test_the_small_picture_is_as_large_after_the_window_was_low(night: Evening) -> None:
    before = night.console.now.miniature.size()
    night.console.resize(1366, 640)
    settled(night.console)
    night.console.resize(*USUAL)
    settled(night.console)
    assert night.console.now.miniature.size() == before


def test_a_note_by_a_mistaken_key_is_seen_and_taken_back(night: Evening) -> None:
    toast = night.console.toast
    QTest.keyClick(night.console.puzzles.desk.edit, Qt.Key.Key_1, ALT)
    assert toast.isVisible() and night.console.say.notes["note-1"].text() in toast.label.text()
    QTest.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert night.view.log[-1].kind == "NoteRemoved"
    assert not toast.isVisible()


def test_undo_of_a_note_goes_when_something_else_was_done(night: Evening) -> None:
    QTest.keyClick(night.console.puzzles.desk.edit, Qt.Key.Key_1, ALT)
    night.click("black")
    assert not night.console.toast.isVisible()


@pytest.mark.parametrize(
    ("action", "words"), [("give", "{length} given back."), ("count", "{length} counted as played.")]
)
def test_time_away_is_answered_by_what_was_done(night: Evening, action: str, words: str) -> None:
    night.clock.advance(24_000)
    night.live.tick()
    banner = night.console.banners.banner("gap")
    assert ("The clock runs again." if night.t.language == "en" else "tourne de nouveau") in banner.text
    QTest.mouseClick(banner.buttons[action], Qt.MouseButton.LeftButton)
    assert night.echo.endswith(night.t(words, length=night.t("{seconds} s", seconds=24)))
