"""The likely end follows the game without any act waiting for it."""

from dataclasses import replace

from kit_app.game.commands import AddNote, EnterAnswer, GiveHint, SolvePuzzle, TakeBack
from kit_app.game.forecast import GAMES, STEP_MS, outlook
from kit_app.game.forecaster import SLICE, Forecaster
from kit_app.game.state import initial
from tests.builders import Play, make_setup

FIRST = EnterAnswer(text="417")
ENOUGH = GAMES // SLICE


def caught_up(forecaster: Forecaster, play: Play) -> list[bool]:
    """What each of so many calls said as all games need."""
    return [forecaster.catch_up(play.state, play.now) for _ in range(ENOUGH)]


def test_the_first_outlook_is_there_at_once() -> None:
    play, forecaster = Play(), Forecaster()
    assert forecaster.latest(play.state, play.now) == outlook(play.state, play.now)
    assert not forecaster.lags(play.state, play.now)


def test_after_an_act_the_outlook_stays_until_all_games_were_played() -> None:
    play, forecaster = Play(), Forecaster()
    before = forecaster.latest(play.state, play.now)
    for seconds, command in ((20, FIRST), (400, GiveHint(puzzle="P2", level=1)), (STEP_MS // 1000, None)):
        play.now += seconds * 1000
        if command is not None:
            play.do(command)
        for _slice in range(ENOUGH):
            assert forecaster.lags(play.state, play.now)
            assert forecaster.latest(play.state, play.now) == before
            forecaster.catch_up(play.state, play.now)
        assert not forecaster.lags(play.state, play.now)
        before = forecaster.latest(play.state, play.now)
        assert before == outlook(play.state, play.now)


def test_only_the_last_part_brings_another_outlook() -> None:
    play, forecaster = Play(), Forecaster()
    forecaster.latest(play.state, play.now)
    play.do(FIRST, after_s=20)
    assert caught_up(forecaster, play) == [False] * (ENOUGH - 1) + [True]


def test_an_act_in_between_begins_anew() -> None:
    play, forecaster = Play(), Forecaster()
    forecaster.latest(play.state, play.now)
    play.do(FIRST, after_s=20)
    forecaster.catch_up(play.state, play.now)
    play.do(SolvePuzzle(puzzle="P2"), after_s=1)
    caught_up(forecaster, play)
    assert forecaster.latest(play.state, play.now) == outlook(play.state, play.now)


def test_a_note_has_no_games_played_again() -> None:
    play, forecaster = Play(), Forecaster()
    play.do(AddNote(text="one"), after_s=20)
    before = forecaster.latest(play.state, play.now)
    play.do(AddNote(text="two"))
    assert forecaster.lags(play.state, play.now)
    assert not forecaster.catch_up(play.state, play.now)
    assert not forecaster.lags(play.state, play.now)
    assert forecaster.latest(play.state, play.now) is before


def test_a_solved_finale_ends_it_at_once_and_taking_that_back_begins_it_again() -> None:
    play, forecaster = Play(), Forecaster()
    play.do(*(SolvePuzzle(puzzle=puzzle) for puzzle in ("P1", "P2", "P3")))
    assert forecaster.latest(play.state, play.now) is not None
    play.do(SolvePuzzle(puzzle="P4"))
    assert forecaster.latest(play.state, play.now) is None
    caught_up(forecaster, play)
    assert not forecaster.lags(play.state, play.now)
    play.do(TakeBack())
    assert forecaster.latest(play.state, play.now) == outlook(play.state, play.now)


def test_puzzles_that_wait_in_a_circle_are_never_guessed() -> None:
    first, second, third, finale = make_setup().puzzles
    round_about = (first, replace(second, needs=("P3",)), replace(third, needs=("P2",)), finale)
    state, forecaster = initial(make_setup(puzzles=round_about)), Forecaster()
    assert forecaster.latest(state, 0) is None
    assert not forecaster.lags(state, 0)
