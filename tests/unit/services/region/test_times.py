"""Times that a region sends back: reckoned from its games, used where a facility has few of its own."""

from dataclasses import replace
from random import Random

import pytest

from kit_app.domain.region import PlayedPuzzle, Reporter
from kit_app.domain.region_times import PuzzleTime, RegionTimes
from kit_app.errors import KitAppError, StorageError
from kit_app.game import commands as c
from kit_app.game.limits import GAMES, Attempt, limits, usual_times
from kit_app.storage.region.attempts import MOST, PuzzleKey, region_attempts
from kit_app.storage.region.times_file import packed
from tests.unit.services.bundled import draft, opened
from tests.unit.services.region.rows import facility_id, reporter, row
from tests.unit.services.test_advising import foreseen
from tests.unit.services.test_history import finished

NOW_MS = 1_700_000_000_000


def region(services, facilities=4, sessions=30, kit="sant-escape"):
    """Every team solves P1 about twice as slowly as the kit thinks, a few with a hint; P2 is seldom met."""
    dice = Random(5)
    for house in range(facilities):
        rows = []
        for number in range(sessions):
            spent = round(600 * 2 ** dice.gauss(0, 0.4))
            played = [PlayedPuzzle("P1", 2, spent, 300, dice.choice([0, 0, 0, 1]), 0)]
            if house == 0 and number < 8:
                played.append(PlayedPuzzle("P2", 2, 100, 300, 0, 0))
            made = row(house, number, dice)
            rows.append(replace(made, kit_id=kit, runs=1, won=1, lost=0, people=5, puzzles=tuple(played)))
        with services.region_file.results() as results:
            results.add(reporter(house), rows)


def test_times_are_reckoned_of_puzzles_that_enough_teams_solved(services, tmp_path):
    region(services)
    assert services.times.write(tmp_path / "t.sante-times") == 1
    found = services.times.read(tmp_path / "t.sante-times")
    (one,) = found.puzzles
    assert (one.kit_id, one.puzzle, one.teams, found.facilities) == ("sant-escape", "P1", 120, 4)
    assert 560 <= one.usual_s <= 780
    assert one.usual_s < one.limit_s < 1200


def test_without_enough_games_there_is_nothing_to_send(services, tmp_path):
    region(services, facilities=2)
    with pytest.raises(KitAppError, match="no times to send back"):
        services.times.write(tmp_path / "t.sante-times")
    assert not list(tmp_path.glob("*.sante-times"))


def test_times_that_came_are_used_until_the_facility_has_games_of_its_own(services, clock, tmp_path):
    plan = services.sessions.save(draft(services)).plan
    before = services.runs.setup(plan.id, 1).limits
    assert before == {}
    kit = foreseen(services)
    region(services)
    services.times.write(tmp_path / "t.sante-times")
    services.times.take_in(services.times.read(tmp_path / "t.sante-times"))
    limit = services.runs.setup(plan.id, 1).limits["P1"]
    assert (limit.is_regional, limit.games) == (True, 120)
    slower = foreseen_with_region(services)
    assert slower.is_regional and slower.games == 0
    assert slower.chance < kit.chance
    for _ in range(GAMES):
        finished(services, clock)
    own = services.runs.setup(plan.id, 1).limits["P1"]
    assert (own.is_regional, own.games) == (False, GAMES)
    services.times.forget()
    assert services.times.kept == RegionTimes()


def foreseen_with_region(services):
    from kit_app.services.advising import foresee

    plan = draft(services)
    kit = services.library.kit_of(plan)
    return foresee(plan, kit, services.history.attempts(plan), services.history.regional(kit.id))


def puzzles(room):
    return {one.id: one for one in room.screens()[0].console.puzzles}


def test_the_journal_tells_whose_limits_a_game_had(services, clock, tmp_path):
    region(services)
    services.times.write(tmp_path / "t.sante-times")
    services.times.take_in(services.times.read(tmp_path / "t.sante-times"))
    plan = services.sessions.save(draft(services)).plan
    room = services.runs.open(plan.id, 1)
    room.handle(c.StartRun())
    rows = puzzles(room)
    assert rows["P1"].is_limit_regional
    assert not rows["P2"].is_limit_regional
    room.close()
    again = services.runs.open(plan.id, 1)
    assert puzzles(again)["P1"].limit_ms == rows["P1"].limit_ms
    again.close()


def test_kept_times_outlive_the_program(services, clock, tmp_path):
    times = RegionTimes(made_ms=NOW_MS, facilities=3, key="ab" * 32, puzzles=(time("P1"),))
    services.times.take_in(times)
    services.close()
    again = opened(services.folder, clock)
    assert again.times.kept == times
    again.close()


def time(puzzle, usual_s=500, limit_s=800):
    return PuzzleTime(kit_id="sant-escape", puzzle=puzzle, usual_s=usual_s, limit_s=limit_s, teams=40)


@pytest.mark.parametrize(
    "bad",
    [
        {"usual_s": 0},
        {"limit_s": 10},
        {"limit_s": 10**9},
        {"teams": 0},
        {"puzzle": ""},
        {"kit_id": "a\u202e"},
    ],
)
def test_times_that_cannot_be_are_refused(services, tmp_path, bad):
    path = tmp_path / "t.sante-times"
    path.write_bytes(packed(tmp_path, RegionTimes(made_ms=NOW_MS, puzzles=(replace(time("P1"), **bad),))))
    with pytest.raises(StorageError, match="damaged"):
        services.times.read(path)


def test_results_are_no_times(services, tmp_path):
    from kit_app.storage.region import bundle

    path = tmp_path / "t.sante-times"
    house = Reporter(id=facility_id(1), name="H", told_ms=NOW_MS)
    path.write_bytes(bundle.packed(tmp_path, bundle.Bundle(reporter=house, rows=())))
    with pytest.raises(StorageError, match="not a file of this kind"):
        services.times.read(path)


def test_own_games_lean_on_the_region_where_it_told():
    own = {"P1": [Attempt(700_000, True, True)] * GAMES}
    kit = usual_times(own, {"P1": 300_000})["P1"].ms
    leaning = usual_times(own, {"P1": 300_000}, {"P1": time("P1", 900, 1500)})["P1"].ms
    assert kit < leaning
    assert limits({}, {"P1": 300_000, "P9": 1}, {"P1": time("P1")}).keys() == {"P1"}


def test_many_attempts_are_thinned_evenly(services):
    region(services, facilities=3, sessions=1000)
    with services.region_file.results() as results:
        found = region_attempts(results.tables)[PuzzleKey("sant-escape", "P1")]
    assert found.teams == 3000
    assert MOST * 0.7 <= len(found.attempts) <= MOST
    spent = [one.ms for one in found.attempts]
    assert spent == sorted(spent)
    assert 0.15 < sum(not one.is_whole for one in found.attempts) / len(spent) < 0.35
