"""When a team will likely be done."""

from dataclasses import replace
from itertools import pairwise

from kit_app.domain.plan import MOST_TEAMS
from kit_app.game.commands import AddNote, AdjustTime, EnterAnswer, GiveHint, PauseRun, SolvePuzzle
from kit_app.game.forecast import STEP_MS, course_of, groups_of, outlook
from kit_app.game.state import initial
from tests.builders import MINUTE, Play, make_setup

FIRST, SECOND = EnterAnswer(text="417"), EnterAnswer(text="K7Q4Z")


def test_at_the_start_the_end_lies_ahead_between_its_bounds() -> None:
    guess = Play().console().outlook

    assert 0 < guess.low_ms < guess.expected_ms < guess.high_ms
    assert 0.5 < guess.chance <= 1


def test_before_the_start_and_at_the_end_nothing_is_guessed() -> None:
    play = Play(started=False)
    assert play.console().outlook is None
    play = Play()
    play.do(*(SolvePuzzle(puzzle=puzzle) for puzzle in ("P1", "P2", "P3", "P4")))
    assert play.console().outlook is None


def test_a_slow_team_is_expected_later_than_a_quick_one_and_has_less_chance() -> None:
    quick, slow = (Play(make_setup(duration_ms=30 * MINUTE)) for _ in range(2))
    quick.do(FIRST, after_s=60)
    slow.do(FIRST, after_s=1200)
    quick.do(AddNote(text="later"), after_s=1140)

    assert slow.console().outlook.expected_ms > quick.console().outlook.expected_ms
    assert slow.console().outlook.chance < quick.console().outlook.chance


def test_a_puzzle_accepted_by_hand_says_nothing_about_the_pace() -> None:
    play = Play()
    play.do(SolvePuzzle(puzzle="P1"), after_s=5)

    assert course_of(play.state, play.now).guesses[0].taken == ()
    play.do(SECOND, after_s=100)
    assert len(course_of(play.state, play.now).guesses[0].taken) == 1


def test_an_overdue_puzzle_still_takes_time() -> None:
    play = Play()
    play.now = 40 * MINUTE

    assert play.console().outlook.low_ms > 40 * MINUTE


def test_a_pause_and_the_seconds_between_two_steps_leave_the_guess_as_it_is() -> None:
    play = Play()
    play.do(AddNote(text="x"), after_s=50)
    play.now = MINUTE - play.state.setup.team_number * STEP_MS // MOST_TEAMS  # this team's turn
    before = play.console().outlook
    play.now += STEP_MS - 1
    assert play.console().outlook == before
    play.do(PauseRun())
    play.now += 5 * MINUTE
    assert play.console().outlook == before


def test_the_teams_of_a_room_are_guessed_at_different_moments() -> None:
    def turns(team: int) -> list[int]:
        play = Play(replace(make_setup(), team_number=team))
        play.now = MINUTE
        looks = []
        for _second in range(2 * STEP_MS // 1000):
            play.now += 1000
            looks.append(course_of(play.state, play.now).played_ms)
        return [place for place, (one, other) in enumerate(pairwise(looks)) if one != other]

    first = {team: turns(team)[0] for team in range(1, MOST_TEAMS + 1)}
    assert len(set(first.values())) == MOST_TEAMS


def test_an_event_moves_the_guess_at_once() -> None:
    play = Play()
    play.do(AddNote(text="x"), after_s=61)
    before = play.console().outlook
    play.do(FIRST, after_s=1)

    assert play.console().outlook != before


def test_the_same_run_is_guessed_the_same_whenever_it_is_asked() -> None:
    play, again = Play(), Play()
    for each in (play, again):
        each.do(FIRST, after_s=100)
        each.do(GiveHint(puzzle="P2", level=1), after_s=400)

    assert play.console().outlook == outlook(again.replayed(), again.now)


def test_added_minutes_raise_the_chance_and_not_the_end() -> None:
    play = Play(make_setup(duration_ms=15 * MINUTE))
    before = play.console().outlook
    play.do(AdjustTime(minutes=10))
    after = play.console().outlook

    assert (after.low_ms, after.expected_ms) == (before.low_ms, before.expected_ms)
    assert after.chance > before.chance


def test_fewer_hands_take_longer() -> None:
    many = Play(make_setup(team_size=5)).console().outlook
    alone = Play(make_setup(team_size=2)).console().outlook

    assert [groups_of(players) for players in range(1, 9)] == [1, 1, 2, 2, 3, 3, 3, 3]
    assert alone.expected_ms > many.expected_ms


def test_players_who_are_away_take_no_puzzle() -> None:
    play = Play(make_setup(team_size=5))

    assert course_of(play.state, 0).groups == 3
    assert course_of(play.state._replace(away=3), 0).groups == 1


def test_without_suggested_hints_a_late_team_is_expected_later() -> None:
    helped, alone = Play(), Play(make_setup(hint_policy="by-hand"))

    assert alone.console().outlook.high_ms > helped.console().outlook.high_ms


def test_hints_that_cost_minutes_lower_the_chance() -> None:
    free = Play(make_setup(duration_ms=18 * MINUTE))
    dear = Play(make_setup(duration_ms=18 * MINUTE, hint_cost_ms=2 * MINUTE))

    assert dear.console().outlook.chance < free.console().outlook.chance


def test_puzzles_that_wait_for_one_another_in_a_circle_give_no_guess() -> None:
    first, second, third, finale = make_setup().puzzles
    round_about = (first, replace(second, needs=("P3",)), replace(third, needs=("P2",)), finale)

    assert outlook(initial(make_setup(puzzles=round_about)), 0) is None
