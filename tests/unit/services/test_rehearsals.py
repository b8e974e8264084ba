"""A rehearsal in its own folder: nothing of it stays, nothing of it counts, its clock alone is sped up."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from kit_app.assets import resources_dir
from kit_app.clock.virtual import PacedClock
from kit_app.errors import CommandRefused
from kit_app.game import commands as c
from kit_app.i18n import load
from kit_app.services.rehearsals import AWAY_MS, Rehearsal, Wish, begin
from kit_app.services.services import Services
from tests.fakes import FakeClock
from tests.unit.services.bundled import draft, opened, teams

T = load(resources_dir() / "i18n", "en")
SECOND, MINUTE = 1_000, 60_000


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock):
    one = opened(tmp_path / "data", clock)
    yield one
    one.close()


def begun(services: Services, wish: Wish, session: str = "", team: int = 0) -> Rehearsal:
    return begin(services, session, team, replace(wish, seed="seed"), T)


def test_a_paced_clock_keeps_what_passed_when_its_pace_changes() -> None:
    real = FakeClock()
    paced = PacedClock(real)
    began, wall = paced.steady_ms(), paced.wall_ms()
    real.advance(10 * SECOND)
    paced.set_pace(20)
    real.advance(3 * SECOND)
    paced.set_pace(2)
    real.advance(SECOND)
    paced.skip(5 * SECOND)

    assert paced.steady_ms() - began == (10 + 60 + 2 + 5) * SECOND
    assert paced.wall_ms() - wall == 77 * SECOND
    with pytest.raises(ValueError, match="20 times"):
        paced.set_pace(21)


def played(rehearsal: Rehearsal, clock: FakeClock, seconds: int = 3_600) -> None:
    """The room with a trainer who only starts and closes the game; `seconds` of the real clock at most."""
    room = rehearsal.services.runs.open(rehearsal.session_id, rehearsal.team)
    room.handle(c.StartRun())
    for _ in range(seconds * 2):
        clock.advance(SECOND // 2)
        room.tick()
        rehearsal.step(room)
        if room.is_over:
            break
        if room.conductor(rehearsal.team).state.phase == "closing":
            with suppress(CommandRefused):
                room.handle(c.EndRun())
    room.close()


@pytest.mark.long
def test_a_whole_rehearsal_leaves_no_trace_in_the_data_folder(services: Services, clock: FakeClock) -> None:
    plan = services.sessions.save(draft(services, teams=teams("Owls", "Foxes"))).plan
    before = files(services.folder)
    rehearsal = begun(services, Wish(behaviour="fast", pace=20), plan.id, 2)
    place = rehearsal.services.folder
    played(rehearsal, clock)

    result = rehearsal.result()
    assert result is not None
    assert result.is_trial
    assert rehearsal.review().whole_ms > 10 * MINUTE
    assert (place / "sant-escape-kit.log").exists() is False
    rehearsal.end()

    assert not place.exists()
    assert files(services.folder) - before == {"training.json"}  # that one was led, and nothing of it
    assert services.results.of_session(plan.id) == ()
    assert services.runs.rows(plan.id)[1].stage == "none"
    assert services.runs.interrupted() == ()


def files(folder: Path) -> set[str]:
    return {str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file()}


def test_it_is_played_with_the_answers_and_codes_that_were_printed(services: Services) -> None:
    plan = services.sessions.save(draft(services, teams=teams("Owls", "Foxes"))).plan
    real = services.runs.setup(plan.id, 2)
    rehearsal = begun(services, Wish(), plan.id, 2)
    own = rehearsal.services.runs.setup(rehearsal.session_id, rehearsal.team)

    assert own.puzzles == real.puzzles
    assert own.cards == real.cards
    assert rehearsal.services.sessions.get(plan.id).teams == plan.teams[1:]
    rehearsal.end()


def test_it_needs_no_session_and_its_team_acts_by_commands(services: Services, clock: FakeClock) -> None:
    rehearsal = begun(services, Wish(behaviour="chaotic", pace=20))
    played(rehearsal, clock, seconds=30)
    kinds = {type(one.event).__name__ for one in rehearsal.services.runs.journal(rehearsal.session_id, 1)}

    assert {"RunStarted", "PuzzleSolved"} <= kinds
    assert {one.kind for one in rehearsal.moments} >= {"begins", "finds"}
    assert rehearsal.result() is None
    assert rehearsal.review().ending == "open"
    assert services.sessions.count() == 0
    rehearsal.end()


def test_after_a_restart_the_console_asks_about_the_time_away(services: Services, clock: FakeClock) -> None:
    rehearsal = begun(services, Wish(pace=5))
    room = rehearsal.services.runs.open(rehearsal.session_id, 1)
    room.handle(c.StartRun())
    clock.advance(2 * SECOND)
    room.tick()
    room.close()
    rehearsal.restart()
    again = rehearsal.services.runs.open(rehearsal.session_id, 1)

    (screens,) = again.screens()
    assert screens.console.gap_ms == AWAY_MS
    assert again.now(1) == 10 * SECOND + AWAY_MS
    again.close()
    rehearsal.end()


def test_the_room_is_reset_by_the_real_clock(services: Services, clock: FakeClock) -> None:
    rehearsal = begun(services, Wish(pace=20))
    assert rehearsal.review().reset_ms is None
    rehearsal.begin_reset()
    clock.advance(9 * MINUTE)
    rehearsal.end_reset()

    assert rehearsal.review().reset_ms == 9 * MINUTE
    rehearsal.end()
