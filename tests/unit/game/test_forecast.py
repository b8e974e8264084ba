"""When a team will likely be done."""

from kit_app.game.commands import EnterAnswer, PauseRun, SolvePuzzle
from kit_app.game.forecast import USUAL_PACE, outlook, pace
from tests.builders import MINUTE, Play


def test_at_the_start_the_end_lies_ahead_between_its_bounds() -> None:
    guess = Play().console().outlook

    assert 0 < guess.low_ms < guess.expected_ms < guess.high_ms


def test_before_the_start_and_at_the_end_nothing_is_guessed() -> None:
    play = Play(started=False)
    assert play.console().outlook is None
    play = Play()
    play.do(*(SolvePuzzle(puzzle=puzzle) for puzzle in ("P1", "P2", "P3", "P4")))
    assert play.console().outlook is None


def test_a_slow_team_is_expected_later_than_a_quick_one() -> None:
    quick, slow = Play(), Play()
    quick.do(EnterAnswer(text="417"), after_s=60)
    slow.do(EnterAnswer(text="417"), after_s=600)
    quick.now = slow.now

    assert slow.console().outlook.expected_ms > quick.console().outlook.expected_ms
    assert pace(slow.console().puzzles) > USUAL_PACE > pace(quick.console().puzzles)


def test_a_puzzle_accepted_by_hand_says_nothing_about_the_pace() -> None:
    play = Play()
    play.do(SolvePuzzle(puzzle="P1"), after_s=5)

    assert pace(play.console().puzzles) == USUAL_PACE


def test_an_overdue_puzzle_still_takes_time() -> None:
    play = Play()
    play.now = 40 * MINUTE

    assert play.console().outlook.low_ms > 40 * MINUTE


def test_in_a_pause_the_guess_rests() -> None:
    play = Play()
    play.do(PauseRun(), after_s=60)
    before = play.console().outlook
    play.now += 5 * MINUTE

    assert play.console().outlook == before


def test_puzzles_that_wait_for_one_another_in_a_circle_give_no_guess() -> None:
    rows = Play().console().puzzles[1:]

    assert outlook(rows, 0) is None
