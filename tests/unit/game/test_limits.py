"""From when on a puzzle counts as stuck, by the kit's times and by the facility's own games."""

from dataclasses import replace
from math import exp

import pytest

from kit_app.game import commands as c
from kit_app.game.limits import GAMES, Attempt, Limit, attempts_of, learned_ms, limits
from kit_app.game.pace import ENTRY_MS, SPREAD, USUAL, aided_ms, quantile, unaided_ms
from kit_app.game.results import summarise
from tests.builders import MINUTE, Play, make_setup

TARGET_MS = 4 * MINUTE
USUAL_LIMIT_MS = round(USUAL * TARGET_MS * exp(0.84162 * SPREAD)) + ENTRY_MS


def whole(*minutes: float) -> list[Attempt]:
    return [Attempt(round(each * MINUTE), True, True) for each in minutes]


def played(*acts: tuple[float, c.Command], **changes):
    """The result of a run with these commands, each after so many minutes."""
    play = Play(make_setup(**changes))
    for minutes, command in acts:
        play.do(command, after_s=minutes * 60)
    return summarise(play.setup, play.journal, facility="F", date="2026-11-24", kit_id="k", kit_version="1")


def learned(results) -> dict[str, Limit]:
    """The limit of the first puzzle, as these games tell it."""
    said = [attempts_of(result) for result in results]
    return limits({"P1": [one["P1"] for one in said if "P1" in one]}, {"P1": TARGET_MS})


def test_times_as_the_kit_expects_them_give_the_limit_that_it_expects_or_less_while_there_are_few() -> None:
    def expected(games: int) -> list[float]:
        parts = [(n + 0.5) / games for n in range(games)]
        return [exp(SPREAD * quantile(part)) * USUAL * 4 + ENTRY_MS / MINUTE for part in parts]

    few, more, many = (learned_ms(whole(*expected(games)), TARGET_MS) for games in (5, 40, 1000))

    assert 0.75 * USUAL_LIMIT_MS < few < more < many
    assert many == pytest.approx(USUAL_LIMIT_MS, rel=0.03)


def test_slow_games_raise_the_limit_and_more_of_them_raise_it_more() -> None:
    slow, quick = [6, 8, 10, 13, 17], [2, 2.5, 3, 3.5, 4]
    few, many = learned_ms(whole(*slow), TARGET_MS), learned_ms(whole(*slow * 10), TARGET_MS)

    assert learned_ms(whole(*quick), TARGET_MS) < USUAL_LIMIT_MS < few < many < 17 * MINUTE


def test_a_solution_after_a_hint_counts_as_longer_than_until_the_hint() -> None:
    alone = learned_ms(whole(*[5] * 6), TARGET_MS)
    helped = [Attempt(5 * MINUTE, False, True)] * 6

    assert learned_ms(helped, TARGET_MS) > alone


def test_an_attempt_is_read_from_a_result() -> None:
    first, second = c.EnterAnswer(text="417"), c.EnterAnswer(text="K7Q4Z")
    alone = played((5, first), (4, second), (1, c.EndRun(at_once=True)))
    helped = played((2, c.GiveHint(puzzle="P1", level=1)), (3, first), (1, c.EndRun(at_once=True)))
    by_hand = played((5, c.SolvePuzzle(puzzle="P1")), (1, c.EndRun(at_once=True)))

    assert learned([alone] * (GAMES - 1)) == {}
    assert learned([alone] * GAMES) == {"P1": Limit(learned_ms(whole(*[5] * GAMES), TARGET_MS), GAMES)}
    assert learned([helped] * GAMES) == {
        "P1": Limit(learned_ms([Attempt(2 * MINUTE, False, True)] * GAMES, TARGET_MS), GAMES)
    }
    assert learned([by_hand] * GAMES) == {}


def test_a_puzzle_that_was_never_solved_helps_the_limit_but_is_no_game_of_it() -> None:
    unsolved = played((20, c.EndRun(at_once=True)))
    alone = played((5, c.EnterAnswer(text="417")), (1, c.EndRun(at_once=True)))

    assert learned([unsolved] * 9) == {}
    both = learned([unsolved] * 2 + [alone] * GAMES)["P1"]
    assert both.games == GAMES
    assert both.ms > learned([alone] * GAMES)["P1"].ms


def test_pauses_and_time_given_back_are_not_time_on_a_puzzle() -> None:
    solved = c.EnterAnswer(text="417")
    rested = played((1, c.PauseRun()), (30, c.ResumeRun()), (4, solved), (1, c.EndRun(at_once=True)))
    away = played(
        (4, c.NoticeGap(gap_ms=3 * MINUTE, cause="restart")),
        (0, c.SettleGap(counts=False)),
        (4, solved),
        (1, c.EndRun(at_once=True)),
    )

    assert [result.puzzles[0].spent_ms for result in (rested, away)] == [5 * MINUTE, 5 * MINUTE]


def test_a_learned_limit_moves_the_light_and_the_hints_keep_their_times() -> None:
    later = Play(make_setup(limits={"P1": Limit(7 * MINUTE, 8)}))
    later.do(c.NoticeTime(), after_s=6.9 * 60)
    row = later.console().puzzles[0]
    assert (row.state, row.limit_ms, row.limit_games) == ("late", 7 * MINUTE, 8)
    assert (row.hints[0].is_due, row.hints[1].is_due) == (True, True)
    later.do(c.NoticeTime(), after_s=6)
    assert later.console().puzzles[0].state == "stuck"
    later.do(*(c.GiveHint(puzzle="P1", level=level) for level in (1, 2)))
    assert later.console().puzzles[0].state == "late"


def test_a_learned_limit_before_the_first_hint_is_due_brings_that_hint_forward() -> None:
    play = Play(make_setup(limits={"P1": Limit(3 * MINUTE, 5)}))
    play.do(c.NoticeTime(), after_s=180)
    row = play.console().puzzles[0]

    assert (row.state, row.hints[0].due_ms, row.hints[0].is_due) == ("stuck", 3 * MINUTE, True)


def test_on_request_only_the_learned_limit_lights_and_no_hint_is_due() -> None:
    puzzles = tuple(replace(puzzle, due=()) for puzzle in make_setup().puzzles)
    play = Play(make_setup(puzzles=puzzles, limits={"P1": Limit(3 * MINUTE, 5)}))
    play.do(c.NoticeTime(), after_s=180)

    assert play.console().puzzles[0].state == "stuck"
    assert play.console().puzzles[0].hints[0].due_ms is None


def test_the_limits_of_a_run_are_those_that_it_was_begun_with() -> None:
    play = Play(make_setup(limits={"P1": Limit(3 * MINUTE, 5)}))
    play.do(c.NoticeTime(), after_s=180)
    later = replace(play.setup, limits={"P1": Limit(9 * MINUTE, 30)})
    again = Play(later, started=False)
    again.journal, again.now = play.journal, play.now
    again.state = again.replayed()

    assert again.console().puzzles[0] == play.console().puzzles[0]


@pytest.mark.parametrize("needs_s", [50, 120, 250, 400, 2000])
def test_help_is_reckoned_out_and_in_again(needs_s: int) -> None:
    hints = [(100_000.0, 1), (160_000.0, 2), (200_000.0, 3)]
    taken = aided_ms(needs_s * 1000, hints)

    assert taken <= needs_s * 1000
    assert unaided_ms(taken, hints) == pytest.approx(needs_s * 1000)
