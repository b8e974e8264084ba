"""The made-up teams: what each does, and that their games end as often as the timing model says."""

from dataclasses import replace

import pytest

from kit_app.game import commands as c, events as e
from kit_app.game.rehearsal.behaviours import BEHAVIOURS
from kit_app.game.rehearsal.team import wrong_guess
from kit_app.game.setup import RunSetup
from tests.builders import MINUTE, make_puzzle, make_setup
from tests.fakes import FakeClock
from tests.unit.game.rehearsal.led import Led, gives_hints, nobody
from tests.unit.services.bundled import draft, opened

RUNS, POINTS = 200, 0.10
PREDICTED = [(5, 0.66, 0.89), (4, 0.49, 0.69)]
"""Players, parts of teams in time without and with hints: the game's own figures for 45 minutes."""


@pytest.fixture(scope="module")
def kit_setup(tmp_path_factory: pytest.TempPathFactory) -> RunSetup:
    """The bundled game of 45 minutes."""
    services = opened(tmp_path_factory.mktemp("data"), FakeClock())
    plan = services.sessions.save(draft(services)).plan
    setup = services.runs.setup(plan.id, 1)
    services.close()
    return setup


@pytest.mark.long
@pytest.mark.parametrize(("players", "alone", "helped"), PREDICTED)
def test_two_hundred_games_end_as_often_as_the_timing_model_says(
    kit_setup: RunSetup, players: int, alone: float, helped: float
) -> None:
    setup = replace(kit_setup, team_size=players, hint_cost_ms=0, hint_policy="suggested")

    def rate(trainer) -> float:
        games = (Led(setup, "average", f"run-{one}", step_ms=5_000).play(trainer) for one in range(RUNS))
        return sum(game.state.outcome == "won" for game in games) / RUNS

    assert rate(nobody) == pytest.approx(alone, abs=POINTS)
    assert rate(gives_hints) == pytest.approx(helped, abs=POINTS)


def test_the_same_seed_plays_the_same_game_and_another_one_does_not() -> None:
    first, again, other = (Led(make_setup(), "chaotic", seed).play(gives_hints) for seed in "aab")

    assert first.events == again.events
    assert first.moments == again.moments
    assert first.events != other.events


def test_a_fast_team_is_done_sooner_and_a_stuck_one_later_than_an_average_one() -> None:
    ends = {one: Led(make_setup(), one, "seed").play(gives_hints).now for one in BEHAVIOURS}

    assert ends["fast"] < ends["average"] < ends["stuck"]


def test_hints_bring_a_team_on() -> None:
    with_hints, alone = (Led(make_setup(), "stuck", "b").play(trainer) for trainer in (gives_hints, nobody))

    assert with_hints.now < alone.now
    assert any(isinstance(event, e.HintGiven) for _, event in with_hints.events)


def test_a_stuck_team_falls_silent_where_others_ask() -> None:
    kinds = {one: {m.kind for m in Led(make_setup(), one, "c").play(nobody).moments} for one in BEHAVIOURS}

    assert "quiet" in kinds["stuck"]
    assert "asks" not in kinds["stuck"]
    assert "asks" in kinds["chaotic"]


def test_a_chaotic_team_gives_wrong_answers_and_shouts_others_that_nobody_types() -> None:
    led = Led(make_setup(), "chaotic", "a").play(gives_hints)
    typed = [event for _, event in led.events if isinstance(event, e.AnswerRejected)]
    tried = [one for one in led.moments if one.kind == "tries"]
    shouted = [one for one in led.moments if one.kind == "wrong-guess"]

    assert tried
    assert shouted
    assert len(typed) == len(tried)


def test_a_pause_stops_the_team() -> None:
    led = Led(make_setup(), "average", "e")
    led.play(nobody, until=lambda one: one.now >= MINUTE)
    done = led.world.work.done
    led.do(c.PauseRun())
    for _ in range(60):
        led.go_on()

    assert led.world.work.done == done


def test_a_smaller_team_sits_at_fewer_tables() -> None:
    sizes = {}
    for players in (2, 5):
        led = Led(make_setup(team_size=players), "average", "f")
        led.play(nobody, until=lambda one: one.state.puzzles["P1"].solved is not None)
        led.go_on()
        sizes[players] = len(led.world.work.tables)

    assert sizes == {2: 1, 5: 2}


@pytest.mark.parametrize("answer", ["417", "11", "ABBA", "7"])
def test_a_wrong_guess_is_never_right(answer: str) -> None:
    puzzle = make_puzzle("P1", answer)

    assert wrong_guess(puzzle) not in (*puzzle.accepted, "")


def test_every_puzzle_of_the_kit_has_a_wrong_guess(kit_setup: RunSetup) -> None:
    for puzzle in kit_setup.puzzles:
        accepted = puzzle.fields[0].accepted if puzzle.fields else puzzle.accepted
        assert wrong_guess(puzzle) not in accepted
