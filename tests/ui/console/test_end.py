"""The end of one team's game: the guided exercise, the front page, the emergency, the closed console."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from kit_app.i18n import time_left
from kit_app.ui.player.window import page_of
from tests.ui.console.evening import Evening, evening

LINE = {"en": "We stop. The ward comes first.", "fr": "On s’arrête. Le service passe d’abord."}


@pytest.fixture(params=["fr", pytest.param("en", marks=pytest.mark.long)])
def night(qtbot, tmp_path, request):
    with evening(tmp_path / "data", language=request.param) as one:
        one.language = request.param
        one.click("next-step")
        yield one


@pytest.fixture
def guided(night: Evening) -> Evening:
    """Five minutes at the first puzzle, then Shift+Esc and the last exercise."""
    night.wait(300)
    stop(night, "end")
    night.wait(30)
    return night


def stop(one: Evening, verb: str) -> None:
    QTest.keySequence(one.console.windowHandle(), "Shift+Esc")
    QTest.mouseClick(one.live.question.buttons[verb], Qt.MouseButton.LeftButton)


def go_on(one: Evening) -> None:
    """Ctrl+Enter where one types."""
    edit = one.console.puzzles.desk.edit
    one.console.activateWindow()
    assert QTest.qWaitForWindowActive(one.console)
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def read_large(one: Evening) -> str:
    """The large line of the players' page, with plain apostrophes."""
    player = one.live.player
    return player.sheet.title.text().replace("'", "’")


def test_an_emergency_in_the_last_exercise_stops_its_clock(guided: Evening) -> None:
    left = guided.view.remaining_ms
    guided.click("emergency")
    assert (guided.live.player.page, read_large(guided)) == ("emergency", LINE[guided.language])
    assert guided.console.banners.banner("emergency") is not None
    guided.wait(600)
    assert guided.view.remaining_ms == left
    guided.click("pause")
    assert (guided.view.phase, guided.live.player.page) == ("guided", "alert")
    assert guided.console.banners.banner("emergency") is None


def test_the_emergency_is_taken_back_and_a_pause_looks_different(guided: Evening) -> None:
    guided.click("emergency")
    guided.click("undo")
    assert (guided.view.phase, guided.live.player.page) == ("guided", "alert")
    guided.click("pause")
    assert guided.live.player.page == "alert"
    assert guided.console.banners.banner("pause") is not None
    assert guided.button("emergency").isEnabled()
    guided.click("emergency")
    assert guided.live.player.page == "emergency"
    assert guided.console.banners.banner("pause") is None


def test_a_cheerful_message_is_gone_while_the_ward_needs_people(night: Evening) -> None:
    night.click("message")
    QTest.keyClicks(night.console.say.composer.edit, "Take a breath!")
    night.click("send")
    assert night.live.player.card.isVisible()
    QTest.keyClick(night.console.puzzles.desk.edit, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert not night.live.player.card.isVisible()
    assert read_large(night) == LINE[night.language]
    assert not night.console.now.clear.isVisible()
    night.console.banners.banner("emergency").buttons["resume"].click()
    assert night.live.player.card.isVisible()


def test_the_console_knows_of_the_emergency_after_a_crash(night: Evening) -> None:
    night.click("emergency")
    night.reopen(60)
    assert night.console.banners.banner("emergency") is not None
    assert read_large(night) == LINE[night.language]


def test_the_console_speaks_of_the_last_exercise_only(guided: Evening) -> None:
    panel = guided.console.say.puzzle
    assert panel.isVisible()
    assert panel.heading.text().startswith("P12")
    assert [guided.state(puzzle) for puzzle in ("P1", "P5", "P12")] == ["unsolved", "unsolved", "open"]
    node = guided.console.puzzles.graph.node("P1").facts
    assert node.state_text == guided.t("not solved")
    assert guided.console.puzzles.opened_tag.text().startswith("1 ")
    assert not guided.console.puzzles.coming.isVisible()


def test_a_front_page_shown_too_soon_is_taken_back(guided: Evening) -> None:
    left = guided.view.remaining_ms
    guided.click("next-step-other")
    assert guided.live.player.page == "front-page"
    assert guided.button("undo").text() == guided.t("Undo: ending")
    guided.clock.advance(60_000)
    guided.click("undo")
    assert (guided.view.phase, guided.view.remaining_ms) == ("guided", left)
    assert guided.live.player.page == "alert"


def test_the_closed_console_is_calm(guided: Evening) -> None:
    t, console = guided.t, guided.console
    before = guided.view
    guided.click("next-step-other")
    go_on(guided)
    assert guided.view.phase == "ended"
    step = console.say.next_step
    assert (step.title.text(), step.primary.text()) == (t("Stopped before the end"), t("Go to the debrief"))
    assert step.say.text().startswith(t("Say to the team: “{text}”", text="")[:12])
    for part in ("check", "puzzle-actions", "away", "emergency", "pause", "message", "black"):
        assert not guided.button(part).isEnabled(), part
    assert not console.puzzles.desk.edit.isEnabled()
    assert t("The game is closed.") in guided.echo
    shown = time_left(guided.view.remaining_ms)
    assert shown == "40:00"
    assert console.now.passed.text() == t("left when stopped · played {played}", played="5:00")
    assert guided.view.played_ms == before.played_ms
    graph = console.puzzles.graph
    states = {graph.node(row.id).facts.state_text for row in guided.view.puzzles}
    assert states == {t("not solved")}
    assert not console.puzzles.opened_tag.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_damaged_prop_cannot_be_accepted_any_more(guided: Evening) -> None:
    guided.click("next-step-other")
    assert not guided.button("puzzle-actions").isEnabled()
    guided.console.puzzles.graph.node("P1").opened.emit("P1")
    menu = guided.console.findChild(QMenu, "node-menu")
    assert [action.isEnabled() for action in menu.actions()[:2]] == [False, False]
    menu.close()


def test_a_team_that_stopped_is_not_praised(guided: Evening) -> None:
    script = guided.live.conductor.setup.script
    guided.click("next-step-other")
    assert guided.console.say.next_step.say.text() == script["closing_unsolved"]
    guided.click("undo")
    guided.solve("P12")
    assert guided.console.say.next_step.say.text() == script["closing"]


def test_the_key_that_goes_on_does_not_skip_the_last_exercise(guided: Evening) -> None:
    go_on(guided)
    assert guided.view.phase == "guided"
    guided.solve("P12")
    go_on(guided)
    assert guided.view.phase == "ended"
    assert page_of(guided.view.player) == guided.live.player.page
