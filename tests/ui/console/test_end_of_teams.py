"""The end of several teams on one page: emergency in the last exercise, cards that say what is next."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.console.evening import take
from tests.ui.console.evening_of_teams import EveningOfTeams, evening_of_teams


@pytest.fixture(params=["fr", pytest.param("en", marks=pytest.mark.long)])
def guided(qtbot, tmp_path, request):
    """Three teams, stuck at the first puzzle, then the last exercise for all."""
    with evening_of_teams(tmp_path / "data", language=request.param) as one:
        one.click("start-all")
        one.wait(330)
        one.press("Shift+Esc")
        QTest.mouseClick(one.live.question.buttons["end"], Qt.MouseButton.LeftButton)
        one.wait(30)
        yield one


def test_an_emergency_of_all_teams_stops_the_last_exercise(guided: EveningOfTeams) -> None:
    left = guided.view_of(2).remaining_ms
    guided.click("emergency-all")
    assert guided.phases() == ["paused"] * 3
    assert {view.scene.look for view in guided.live.player.views} == {"emergency"}
    assert not guided.button("emergency-all").isEnabled()
    guided.wait(300)
    guided.click("pause-all")
    assert guided.phases() == ["guided"] * 3
    assert guided.view_of(2).remaining_ms == left
    guided.click("undo")
    guided.click("undo")
    assert guided.phases() == ["guided"] * 3


def test_the_cards_speak_of_the_last_exercise(guided: EveningOfTeams) -> None:
    for number in (1, 2, 3):
        words = guided.card(number).words
        assert words.headline.startswith("P12 ")
        assert words.status == guided.t("guided end")
    assert not guided.view_of(1).puzzles[0].hints[0].can_give


def test_a_front_page_of_one_team_is_taken_back(guided: EveningOfTeams) -> None:
    guided.click("act-2")
    assert guided.phases() == ["guided", "closing", "guided"]
    assert guided.t("Undo: ending") in guided.button("undo").text()
    guided.click("undo")
    assert guided.phases() == ["guided"] * 3


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_card_that_has_ended_says_how_and_what_is_next(guided: EveningOfTeams) -> None:
    t = guided.t
    guided.click("more-2")
    take(guided, "team-menu", t("End the game of this team…"))
    QTest.mouseClick(guided.live.question.buttons["at-once"], Qt.MouseButton.LeftButton)
    words = guided.card(2).words
    assert words.headline == t("Stopped before the end")
    assert words.facts == t("Played {played} · {left} left at the end", played="5:30", left="39:30")
    assert words.say == t("Nothing more to do for this team. The debrief follows once all teams have ended.")
    assert guided.button("check").isEnabled()


def test_when_all_are_closed_one_way_leads_on(guided: EveningOfTeams) -> None:
    guided.click("stop")
    QTest.mouseClick(guided.live.question.buttons["at-once"], Qt.MouseButton.LeftButton)
    assert guided.phases() == ["ended"] * 3
    assert guided.card(1).words.say == guided.t("All is kept and ready for the debrief.")
    assert guided.button("room-results").text() == guided.t("Go to the debrief")
    for part in ("check", "message-all", "black-all"):
        assert not guided.button(part).isEnabled(), part
    assert not guided.grid.desk.edit.isEnabled()
    assert guided.t("The game is closed.") in guided.news
