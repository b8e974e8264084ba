"""In the guided end the finale alone is played, and the console speaks of nothing else; so it is after it."""

import pytest

from kit_app.game import commands as c
from kit_app.game.need import room_view
from kit_app.game.results import summarise
from tests.builders import MINUTE, Play, make_setup

SCRIPT = {
    "guided": "All together.",
    "closing": "You knew what to do.",
    "closing_unsolved": "Let us talk.",
    "outside": "Not outside.",
    "lost": "It begins now.",
}
ONLY = "The last exercise is on: only “Title P4” is played now."


@pytest.fixture
def play() -> Play:
    """Five minutes at the first puzzle, which is stuck; then the guided end."""
    play = Play(make_setup(script=SCRIPT))
    play.do(c.NoticeTime(), after_s=330)
    assert play.console().puzzles[0].state == "stuck"
    play.do(c.EndRun())
    return play


def states(play: Play) -> list[str]:
    return [row.state for row in play.console().puzzles]


def test_the_old_puzzle_is_not_played_any_more(play: Play):
    assert states(play) == ["unsolved", "unsolved", "unsolved", "open"]
    rows = play.console().puzzles
    assert not any(hint.can_give or hint.is_due for row in rows[:3] for hint in row.hints)
    assert not any(search.can_give for search in rows[1].searches)
    assert all(hint.can_give for hint in rows[3].hints)
    assert play.console().suggestion is None


@pytest.mark.parametrize(
    "command",
    [
        c.EnterAnswer(text="417"),
        c.EnterAnswer(text="417", puzzle="P1"),
        c.GiveHint(puzzle="P1", level=1),
        c.OfferHint(puzzle="P1"),
    ],
)
def test_what_is_asked_of_the_old_puzzle_is_refused_in_words(play: Play, command):
    assert play.refusal(command) == ONLY


def test_the_card_of_the_team_speaks_of_the_finale(play: Play):
    play.do(c.NoticeTime(), after_s=30)
    card = room_view([play.console()]).cards[0]
    assert (card.status, card.puzzle.id, card.puzzle.elapsed_ms) == ("guided", "P4", 30_000)


def test_in_a_pause_it_speaks_of_the_finale_too(play: Play):
    play.do(c.PauseRun(emergency=True))
    assert states(play) == ["unsolved", "unsolved", "unsolved", "open"]
    assert play.console().outlook is None


def test_a_hint_of_the_finale_comes_when_it_is_due(play: Play):
    play.do(c.NoticeTime(), after_s=6 * 60)
    assert (play.console().suggestion.puzzle, play.console().say) == ("P4", "All together.")


def test_a_stop_taken_back_makes_the_puzzles_what_they_were(play: Play):
    play.do(c.TakeBack())
    assert states(play) == ["stuck", "locked", "locked", "locked"]


@pytest.mark.parametrize(("solves", "said"), [(False, "Let us talk."), (True, "You knew what to do.")])
def test_only_a_team_that_solved_the_finale_is_told_that_it_knew(play: Play, solves, said):
    play.do(c.EnterAnswer(text="SIGNAL") if solves else c.EndRun())
    assert play.console().say == said


def test_a_kit_with_one_text_for_all_says_that():
    play = Play(make_setup(script={"closing": "Well."}))
    play.do(c.EndRun(), c.EndRun())
    assert play.console().say == "Well."


def test_puzzles_of_a_closed_game_stay_as_they_ended(play: Play):
    play.do(c.EndRun())
    assert states(play) == ["unsolved"] * 4
    play.do(c.EndRun())
    assert states(play) == ["unsolved"] * 4


def test_what_was_played_is_one_number_everywhere(play: Play):
    stopped = play.console()
    play.do(c.NoticeTime(), after_s=28)
    play.do(c.EndRun(), c.EndRun())
    view = play.console()
    result = summarise(
        play.state.setup, play.journal, facility="F", date="2026-03-12", kit_id="k", kit_version="1"
    )
    assert view.played_ms == stopped.played_ms == result.played_ms == 330_000
    assert view.remaining_ms == result.left_ms == 45 * MINUTE - 330_000
