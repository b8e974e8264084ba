"""Several teams in one room: one clock reading, one transaction, one question, one trouble."""

from collections.abc import Iterator

import pytest

from kit_app.errors import CommandRefused, StorageError
from kit_app.game import commands as c, events as e
from kit_app.services.room import Room
from kit_app.storage import database
from kit_app.storage.codec import StoredEvent
from tests.unit.services.made_room import CODES, SeveralTeams

MINUTE = 60_000
LONG = "x" * 280
TEAMS = (1, 2, 3)


@pytest.fixture
def several(tmp_path, clock, monkeypatch) -> Iterator[SeveralTeams]:
    monkeypatch.setattr(database, "_WAIT_S", 0.01)
    made = SeveralTeams(tmp_path / "data", clock)
    yield made
    made.close()


@pytest.fixture
def playing(several: SeveralTeams) -> SeveralTeams:
    several.handle(c.StartRun())
    return several


def fill_up(several: SeveralTeams, *teams: int) -> None:
    several.fill_disk()
    with pytest.raises(StorageError):
        for _ in range(500):
            several.handle(c.AddNote(text=LONG), *teams)


def test_all_clocks_start_on_the_same_millisecond(playing, clock):
    clock.advance(12_345)
    assert {view.remaining_ms for view in playing.views()} == {45 * MINUTE - 12_345}
    starts = [playing.room.conductor(team).history[0] for team in TEAMS]
    assert {(one.at_ms, one.wall_ms) for one in starts} == {(0, starts[0].wall_ms)}


def test_likely_ends_follow_an_act_for_all_within_a_few_ticks(playing, clock):
    before = [view.outlook for view in playing.views()]
    clock.advance(MINUTE)
    playing.handle(c.SolvePuzzle(puzzle="P1"))
    assert [view.outlook for view in playing.views()] == before
    playing.tick_for(2)
    assert not any(view.outlook in before for view in playing.views())


def test_a_late_team_starts_alone(several, clock):
    several.handle(c.StartRun(), 1, 2)
    clock.advance(5_000)
    several.handle(c.StartRun(), 3)
    assert [view.played_ms for view in several.views()] == [6_000, 6_000, 0]
    with pytest.raises(CommandRefused, match="already started"):
        several.handle(c.StartRun())


def test_a_start_for_all_leaves_out_who_has_started(several):
    several.handle(c.StartRun(), 2)
    several.handle(c.StartRun())
    assert several.room.left_out == (2,)
    assert [view.phase for view in several.views()] == ["playing"] * 3


def test_a_command_for_one_leaves_the_others_alone(playing):
    playing.handle(c.PauseRun(), 2)
    assert [view.phase for view in playing.views()] == ["playing", "paused", "playing"]
    assert playing.kinds(1) == ["RunStarted"]


def test_a_hint_goes_to_all_that_have_the_puzzle_open(playing):
    playing.handle(c.EnterAnswer(text="417"), 2)
    playing.handle(c.GiveHint(puzzle="P2", level=1), 2)
    playing.handle(c.GiveHint(puzzle="P1", level=1))
    assert [view.shown_hint for view in playing.views()] == [("P1", 1), ("P2", 1), ("P1", 1)]
    assert playing.room.left_out == (2,)


def test_what_none_can_take_is_refused(playing):
    with pytest.raises(CommandRefused, match="not stopped"):
        playing.handle(c.ResumeRun())
    assert playing.kinds(1) == ["RunStarted"]


def test_a_store_that_fails_in_the_middle_leaves_no_team_changed(playing):
    taken = StoredEvent(2, 0, 0, e.NoteAdded(text="from elsewhere"))
    playing.store.journal.append("run-3", [taken])
    before = playing.views()
    with pytest.raises(StorageError, match="Another copy"):
        playing.room.handle(c.ShowMessage(text="For all of you"))
    assert playing.views() == before
    for team in (1, 2):
        assert playing.stored_kinds(team) == playing.kinds(team) == ["RunStarted"]
    assert playing.room.trouble is not None


def test_on_a_full_disk_all_teams_are_refused_and_retry_does_it_for_all(playing):
    fill_up(playing)
    with pytest.raises(StorageError):
        playing.handle(c.ShowMessage(text=LONG))
    assert [view.message for view in playing.views()] == ["", "", ""]
    playing.free_disk()
    assert [one.console.message for one in playing.room.retry()] == [LONG] * 3
    assert playing.room.trouble is None
    for team in TEAMS:
        assert playing.stored_kinds(team) == playing.kinds(team)


def test_a_retry_reaches_only_those_who_were_meant(playing):
    fill_up(playing, 2)
    with pytest.raises(StorageError):
        playing.handle(c.ShowMessage(text=LONG), 2)
    playing.free_disk()
    playing.room.retry()
    assert [view.message for view in playing.views()] == ["", LONG, ""]


def test_what_a_person_asked_is_done_on_retry_whatever_was_noticed_meanwhile(playing):
    fill_up(playing)
    with pytest.raises(StorageError):
        playing.handle(c.ShowMessage(text=LONG))
    with pytest.raises(StorageError):
        playing.handle(c.NoticeTrouble(what=LONG))
    playing.free_disk()
    playing.room.retry()
    assert [view.message for view in playing.views()] == [LONG] * 3


def test_all_runs_go_on_in_another_folder(playing, tmp_path):
    fill_up(playing)
    playing.room.relocate(tmp_path / "stick")
    playing.handle(c.AddNote(text="on the stick"))
    for team in TEAMS:
        there = playing.others[0].journal.events(f"run-{team}")
        assert there == list(playing.room.conductor(team).history)


def test_going_on_unsaved_is_for_the_room_and_marks_those_who_play(playing):
    playing.handle(c.EndRun(at_once=True), 3)
    fill_up(playing)
    playing.handle(c.GoUnsaved())
    assert [view.is_unsaved for view in playing.views()] == [True, True, False]
    playing.handle(c.EnterAnswer(text="417"), 1)
    assert playing.view(1).puzzles[0].state == "solved"
    playing.free_disk()
    playing.room.retry()
    for team in TEAMS:
        assert playing.stored_kinds(team) == playing.kinds(team)


def test_a_sleep_is_one_question_and_its_answer_keeps_the_clocks_equal(playing, clock):
    playing.tick_for(60)
    clock.advance(20 * MINUTE)
    playing.room.tick()
    assert [view.gap_ms for view in playing.views()] == [20 * MINUTE] * 3
    playing.handle(c.SettleGap(counts=False))
    assert {view.remaining_ms for view in playing.views()} == {44 * MINUTE - 1_000}


def test_after_a_kill_all_teams_are_there_and_were_seen_until_the_same_moment(playing):
    playing.tick_for(62)
    playing.handle(c.EnterAnswer(text="417"), 2)
    playing.kill(after_ms=3 * MINUTE)
    gaps = {view.gap_ms for view in playing.views()}
    assert gaps == {3 * MINUTE}
    playing.room.handle(c.SettleGap(counts=False))
    assert {view.played_ms for view in playing.views()} == {63_000}
    assert playing.view(2).puzzles[0].state == "solved"


def test_teams_that_wait_or_stand_have_no_gap(several):
    several.handle(c.StartRun(), 1, 2)
    several.handle(c.PauseRun(), 2)
    several.kill(after_ms=3 * MINUTE)
    assert [view.gap_ms for view in several.views()] == [3 * MINUTE, None, None]
    several.handle(c.SettleGap(counts=True))
    assert [view.gap_ms for view in several.views()] == [None, None, None]


def test_an_act_for_all_is_undone_for_all_as_one_even_after_a_restart(playing):
    playing.handle(c.AdjustTime(minutes=5))
    playing.kill()
    assert playing.room.last_act(2) == TEAMS
    playing.handle(c.TakeBack(), 2)
    assert [view.total_ms for view in playing.views()] == [45 * MINUTE] * 3
    for team in TEAMS:
        assert playing.stored_kinds(team)[-1] == "TimeAdjusted"


def test_undo_takes_back_the_latest_act_of_the_room(playing):
    playing.handle(c.ShowMessage(text="All of you"))
    playing.handle(c.EnterAnswer(text="417"), 3)
    playing.handle(c.TakeBack())
    assert playing.view(3).puzzles[0].state != "solved"
    assert [view.message for view in playing.views()] == ["All of you"] * 3
    playing.handle(c.TakeBack())
    assert [view.message for view in playing.views()] == [""] * 3


def test_who_did_something_since_keeps_what_was_done_for_all(playing):
    playing.handle(c.ShowMessage(text="All of you"))
    playing.handle(c.EnterAnswer(text="417"), 3)
    assert playing.room.last_act(1) == (1, 2)
    playing.handle(c.TakeBack(), 1)
    assert [view.message for view in playing.views()] == ["", "", "All of you"]


def test_an_undo_that_one_team_cannot_do_is_done_for_none(several, clock):
    several.handle(c.StartRun(), 1)
    for _ in range(42 * 6):
        clock.advance(9_900)
        several.room.tick()
    several.handle(c.StartRun(), 2, 3)
    several.handle(c.AdjustTime(minutes=5))
    for _ in range(5 * 6):
        clock.advance(9_900)
        several.room.tick()
    assert several.view(1).remaining_ms < 5 * MINUTE
    with pytest.raises(CommandRefused, match="Less time"):
        several.handle(c.TakeBack(), 2)
    assert [view.total_ms for view in several.views()] == [50 * MINUTE] * 3


def test_two_equal_acts_for_one_team_each_are_two(playing):
    playing.handle(c.AddNote(text="same"), 1)
    playing.handle(c.AddNote(text="same"), 2)
    assert playing.room.last_act(1) == (1,)


def test_a_card_is_of_the_team_whose_set_it_belongs_to(playing):
    assert [playing.room.holder(CODES[team].lower()) for team in TEAMS] == [1, 2, 3]
    assert playing.room.holder("417") is None
    with pytest.raises(CommandRefused) as refused:
        playing.handle(c.EnterAnswer(text=CODES[3]), 1)
    assert refused.value.values == {"number": 3, "team": "Magpies", "other": "SET3"}


def test_each_team_ends_on_its_own(playing):
    playing.handle(c.EndRun(at_once=True), 1)
    assert not playing.room.is_over
    playing.handle(c.EndRun(at_once=True))
    assert playing.room.is_over
    assert playing.room.left_out == (1,)


def test_a_room_holds_one_to_six_teams(several):
    with pytest.raises(ValueError, match="1 to 6"):
        Room([], several.room._journal, several.clock, several._moved)
