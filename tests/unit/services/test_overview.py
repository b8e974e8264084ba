"""All results together: counts, what is masked, what took too long, which hints stand."""

from dataclasses import replace

from kit_app.services.overview import is_long, overview_of, standing_hints
from kit_app.views.results import Moment, PuzzleResult, RunResult

MINUTE = 60_000


def puzzle(**changes) -> PuzzleResult:
    usual = PuzzleResult(
        id="P1",
        title="The register",
        path=None,
        opened_ms=0,
        solved_ms=4 * MINUTE,
        spent_ms=4 * MINUTE,
        target_ms=4 * MINUTE,
        hints=(),
        wrong_tries=0,
        was_forced=False,
        lesson="",
        reflex="",
    )
    return replace(usual, **changes)


def run(*puzzles: PuzzleResult, **changes) -> RunResult:
    usual = RunResult(
        session_id="one",
        session_name="Night",
        facility="",
        date="2026-11-24",
        team_number=1,
        team_label="Team 1",
        team_size=5,
        set_id="TXR9",
        kit_id="kit",
        kit_version="1.0.0",
        variant="45-full",
        level="standard",
        language="en",
        outcome="won",
        duration_ms=45 * MINUTE,
        played_ms=40 * MINUTE,
        left_ms=5 * MINUTE,
        hints=2,
        jokers=0,
        wrong_tries=1,
        went_unsaved=False,
        puzzles=puzzles or (puzzle(),),
        notes=(),
        moments=(),
    )
    return replace(usual, **changes)


def test_sessions_teams_and_people_are_counted():
    overview = overview_of(
        (run(), run(team_number=2, team_size=6, outcome="lost", hints=4), run(session_id="two"))
    )
    assert (overview.sessions, overview.teams, overview.people) == (2, 3, 16)
    assert overview.won_teams == 2
    assert overview.won_share == 2 / 3
    assert overview.hints_per_team == 8 / 3


def test_under_five_people_nothing_is_told_but_the_number_of_games():
    overview = overview_of((run(team_size=4),))
    assert (overview.sessions, overview.teams) == (1, 1)
    assert overview.people is overview.won_share is overview.hints_per_team is overview.median_left_ms is None
    assert overview.puzzles[0].is_masked


def test_a_puzzle_that_fewer_than_five_people_met_is_masked_alone():
    rare = puzzle(id="P2", opened_ms=None, solved_ms=None)
    overview = overview_of(
        (run(puzzle(), rare), run(puzzle(), puzzle(id="P2"), session_id="two", team_size=4))
    )
    assert [one.is_masked for one in overview.puzzles] == [False, True]


def test_a_puzzle_that_a_small_team_alone_solved_is_masked():
    unsolved = puzzle(solved_ms=None)
    overview = overview_of((run(unsolved), run(puzzle(), session_id="two", team_size=3)))
    assert overview.puzzles[0].is_masked


def test_a_quarter_over_its_target_is_too_long():
    assert is_long(5 * MINUTE, 4 * MINUTE)
    assert not is_long(5 * MINUTE - 1, 4 * MINUTE)
    assert not is_long(None, 4 * MINUTE)


def test_the_puzzles_with_most_hints_are_the_hardest():
    overview = overview_of((run(puzzle(), puzzle(id="P2", hints=(1,)), puzzle(id="P3", hints=(1, 2))),))
    assert overview.hardest == ("P3", "P2")


def test_no_run_at_all_gives_an_empty_overview():
    overview = overview_of(())
    assert overview.teams == 0
    assert overview.people is None
    assert overview.puzzles == overview.last == ()


def test_hints_taken_back_do_not_stand():
    moments = (
        Moment(at_ms=1000, kind="HintGiven", puzzle="P1", text="1"),
        Moment(at_ms=2000, kind="HintWithdrawn", puzzle="P1", text="1"),
        Moment(at_ms=3000, kind="HintGiven", puzzle="P2", text="1"),
        Moment(at_ms=4000, kind="HintGiven", puzzle="P1", text="2"),
    )
    assert standing_hints(run(moments=moments), "P1") == ((4000, 2),)
