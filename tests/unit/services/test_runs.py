"""Runs of a session: taken up again, begun anew, carried to another folder."""

import pytest

from kit_app.errors import StorageError
from kit_app.game import commands as c
from tests.unit.services.bundled import draft, opened, teams


@pytest.fixture
def plan(services):
    return services.sessions.save(draft(services, teams=teams("Les Indiscrets", "Les Fouineurs"))).plan


def test_a_run_that_was_stopped_is_found_and_taken_up_again(services, plan, tmp_path, clock):
    room = services.runs.open(plan.id, 2)
    room.handle(c.StartRun())
    seen_ms = clock.wall_ms()
    services.close()
    clock.advance(60_000)
    again = opened(tmp_path / "data", clock)
    (row,) = again.runs.interrupted()
    assert (row.session_id, row.team, row.stage, row.last_seen_ms) == (plan.id, 2, "under-way", seen_ms)
    resumed = again.runs.open(plan.id, 2)
    assert resumed.screens()[0].console.gap_ms == 60_000
    resumed.handle(c.EndRun(at_once=True))
    assert again.runs.interrupted() == ()
    assert [row.stage for row in again.runs.rows(plan.id)] == ["none", "ended"]
    assert again.sessions.played_teams(plan.id) == (2,)
    resumed.close()
    again.close()


def test_each_team_plays_its_own_set(services, plan):
    first, second = services.runs.setup(plan.id, 1), services.runs.setup(plan.id, 2)
    assert first.set_id != second.set_id
    assert {card.code for card in second.cards} <= set(first.foreign)
    assert not {card.code for card in first.cards} & set(first.foreign)


def test_hints_are_due_later_in_a_longer_game(services):
    plain = services.sessions.save(draft(services)).plan
    long = services.sessions.save(draft(services, id="long", duration_min=90, hint_cost_min=2)).plan
    usual, slow = services.runs.setup(plain.id, 1), services.runs.setup(long.id, 1)
    assert slow.puzzles[0].target_ms == 2 * usual.puzzles[0].target_ms
    assert slow.puzzles[0].due == tuple(2 * due for due in usual.puzzles[0].due)
    assert (slow.duration_ms, slow.hint_cost_ms) == (90 * 60_000, 120_000)


def test_hints_come_on_request_only_at_the_hardest_level(services):
    plan = services.sessions.save(draft(services, level="corse")).plan
    assert {puzzle.due for puzzle in services.runs.setup(plan.id, 1).puzzles} == {()}


def test_a_run_begun_anew_leaves_the_older_one_stored(services, plan):
    room = services.runs.open(plan.id, 1)
    room.handle(c.StartRun())
    room.close()
    services.runs.start_over(plan.id, 1)
    assert services.runs.row(plan.id, 1).stage == "idle"
    assert services.runs.journal(plan.id, 1) == []


def test_a_run_goes_on_in_another_folder_that_is_whole(services, plan, tmp_path, clock):
    room = services.runs.open(plan.id, 1)
    room.handle(c.StartRun())
    room.relocate(tmp_path / "stick")
    room.handle(c.AddNote(text="on the stick"))
    with pytest.raises(StorageError, match="already open"):
        opened(tmp_path / "stick", clock)
    room.close()
    stick = opened(tmp_path / "stick", clock)
    assert list(stick.runs.journal(plan.id, 1)) == list(room.conductors[0].history)
    assert stick.runs.open(plan.id, 1).screens()[0].console.phase == "playing"
    stick.travel.export_session(plan.id, tmp_path / "home.sante")
    stick.close()
    services.travel.import_session(tmp_path / "home.sante")
    assert [type(one.event).__name__ for one in services.runs.journal(plan.id, 1)][:2] == [
        "RunStarted",
        "NoteAdded",
    ]


@pytest.mark.parametrize("name", ["a\0b", "a\ud800"])
def test_a_folder_that_cannot_be_named_is_told(services, plan, name):
    room = services.runs.open(plan.id, 1)
    with pytest.raises(StorageError, match="cannot be written to"):
        room.relocate(services.folder / name)
    room.handle(c.StartRun())
    room.close()


def test_the_folder_that_refuses_is_no_other_folder(services, plan):
    room = services.runs.open(plan.id, 1)
    with pytest.raises(StorageError, match="folder that refuses"):
        room.relocate(services.folder)
    room.close()


def test_unknown_sessions_and_teams_are_told(services, plan):
    with pytest.raises(StorageError, match="no team 3"):
        services.runs.open(plan.id, 3)
    with pytest.raises(StorageError, match="no session"):
        services.runs.open("nowhere", 1)
