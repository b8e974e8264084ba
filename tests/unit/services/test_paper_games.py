"""A game typed in from the host grid is a journal like any other: read again, it says what was typed."""

from dataclasses import replace

import pytest

from kit_app.domain.paper_game import PaperGame, PaperPuzzle
from kit_app.errors import KitAppError
from kit_app.game.paper_journal import PaperRefused
from tests.unit.services.bundled import draft, opened, teams

ORDER = ("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10", "P11", "P12")


@pytest.fixture
def services(tmp_path, clock):
    services = opened(tmp_path / "data", clock)
    yield services
    services.close()


@pytest.fixture
def plan(services):
    return services.sessions.save(draft(services, time="14:00", teams=teams("Les Indiscrets"))).plan


def game_of(services, plan, **changes) -> PaperGame:
    """All solved, each three minutes after the one before in the order of the needs."""
    setup = services.runs.setup(plan.id, 1)
    minutes: dict[str, int] = {}
    while len(minutes) < len(setup.puzzles):
        for one in setup.puzzles:
            if one.id not in minutes and all(need in minutes for need in one.needs):
                minutes[one.id] = 3 * (len(minutes) + 1)
    rows = tuple(PaperPuzzle(id=one.id, solved_min=minutes[one.id]) for one in setup.puzzles)
    values = {
        "people": 6,
        "outcome": "won",
        "end_min": max(minutes.values()),
        "puzzles": rows,
        "began": "14:05",
    }
    return PaperGame(**{**values, **changes})


def with_row(game: PaperGame, ident: str, **changes) -> PaperGame:
    rows = tuple(replace(row, **changes) if row.id == ident else row for row in game.puzzles)
    return replace(game, puzzles=rows)


def test_the_journal_read_again_says_what_was_typed(services, plan):
    game = with_row(game_of(services, plan), "P5", hints=(1, 2), by_hand=True)
    services.paper_games.type_in(plan.id, 1, game)
    services.results.rebuild()
    result = services.results.of_run(plan.id, 1)
    assert result.is_paper
    assert (result.team_size, result.outcome, result.played_ms) == (6, "won", game.end_min * 60_000)
    assert {row.id: row.solved_ms for row in result.puzzles} == {
        row.id: row.solved_min * 60_000 for row in game.puzzles
    }
    by_id = {row.id: row for row in result.puzzles}
    assert (by_id["P5"].hints, by_id["P5"].was_forced) == ((1, 2), True)
    assert result.hints == 2
    assert all(row.opened_ms is not None and row.opened_ms <= row.solved_ms for row in result.puzzles)
    assert not result.is_trial and not result.corrections


def test_a_lost_game_ends_with_the_guided_exercise(services, plan):
    game = game_of(services, plan)
    rows = tuple(
        replace(row, solved_min=row.solved_min if row.solved_min <= 21 else None) for row in game.puzzles
    )
    game = replace(game, puzzles=rows, outcome="lost", end_min=45)
    game = with_row(game, "P12", solved_min=52)
    services.paper_games.type_in(plan.id, 1, game)
    result = services.results.of_run(plan.id, 1)
    assert (result.outcome, result.played_ms, result.left_ms) == ("lost", 45 * 60_000, 0)
    by_id = {row.id: row for row in result.puzzles}
    assert by_id["P12"].solved_ms == 52 * 60_000
    assert by_id["P12"].opened_ms == 45 * 60_000
    assert sum(row.solved_ms is not None for row in result.puzzles) == 8


def test_it_counts_in_place_of_a_game_that_broke_off(services, plan):
    room = services.runs.open(plan.id, 1)
    room.close()
    services.paper_games.type_in(plan.id, 1, game_of(services, plan))
    assert services.runs.row(plan.id, 1).stage == "ended"
    assert services.runs.interrupted() == ()
    assert services.sessions.played_teams(plan.id) == (1,)


def test_its_events_bear_the_time_of_the_evening(services, plan):
    services.paper_games.type_in(plan.id, 1, game_of(services, plan))
    first, *_, last = services.runs.journal(plan.id, 1)
    assert last.wall_ms - first.wall_ms == last.at_ms == 36 * 60_000


@pytest.mark.parametrize(
    ("ident", "changes", "sentence"),
    [
        ("P12", {"solved_min": None}, "A team that won solved the last puzzle"),
        ("P1", {"solved_min": None}, "It opens after"),
        ("P1", {"solved_min": 30}, "It opens after"),
        ("P9", {"solved_min": 400}, "A minute lies between"),
        ("P9", {"solved_min": 50}, "The game ended at minute"),
    ],
)
def test_what_cannot_have_been_is_refused_where_it_stands(services, plan, ident, changes, sentence):
    with pytest.raises(PaperRefused) as refused:
        services.paper_games.type_in(plan.id, 1, with_row(game_of(services, plan), ident, **changes))
    assert str(refused.value).startswith(sentence)
    assert refused.value.where in ORDER
    assert services.runs.row(plan.id, 1).stage == "none"


def test_the_size_of_a_team_that_played_is_not_changed_in_silence(services, plan):
    services.paper_games.type_in(plan.id, 1, game_of(services, plan))
    other = replace(plan, teams=(replace(plan.teams[0], size=7),))
    with pytest.raises(KitAppError, match="has played"):
        services.sessions.save(other)
    services.runs.start_over(plan.id, 1)
    services.sessions.save(other)


def test_a_correction_is_appended_and_told(services, plan):
    services.paper_games.type_in(plan.id, 1, game_of(services, plan))
    before = len(services.runs.journal(plan.id, 1))
    services.corrections.correct(plan.id, 1, "team_size", "5", "One was called away.")
    assert len(services.runs.journal(plan.id, 1)) == before + 1
    result = services.results.of_run(plan.id, 1)
    assert result.team_size == 5
    assert [(one.old, one.new, one.reason) for one in result.corrections] == [
        ("6", "5", "One was called away.")
    ]
    services.results.rebuild()
    assert services.results.of_run(plan.id, 1) == result
