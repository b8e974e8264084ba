"""The conductor: stores before it shows, keeps time, and goes on when the store refuses."""

import pytest

from kit_app.errors import CommandRefused, StorageError
from kit_app.game import commands as c, events as e
from kit_app.storage import database
from kit_app.storage.codec import StoredEvent
from kit_app.storage.store import open_store
from tests.unit.services.made import OneTeam

MINUTE = 60_000
LONG = "x" * 280


@pytest.fixture
def room(tmp_path, clock, monkeypatch):
    monkeypatch.setattr(database, "_WAIT_S", 0.01)
    room = OneTeam(tmp_path / "data", clock)
    yield room
    room.close()


@pytest.fixture
def playing(room):
    room.handle(c.StartRun())
    return room


def fill_up(room):
    """Notes until the store refuses one."""
    room.fill_disk()
    with pytest.raises(StorageError):
        for _ in range(500):
            room.handle(c.AddNote(text=LONG))


def test_what_is_shown_is_already_on_disk(playing):
    shown = playing.handle(c.EnterAnswer(text="417"))
    assert playing.stored_kinds() == ["RunStarted", "PuzzleSolved"]
    assert shown.console.puzzles[0].state == "solved"
    assert shown.player.envelope.startswith("Envelope A1")


def test_a_refused_command_stores_nothing(playing):
    with pytest.raises(CommandRefused):
        playing.handle(c.GiveHint(puzzle="P4", level=1))
    assert playing.stored_kinds() == ["RunStarted"]


def test_time_follows_the_steady_clock_and_a_jump_of_the_wall_clock_moves_nothing(playing, clock):
    playing.tick_for(60)
    clock.set_wall(clock.wall_ms() + 86_400_000)
    playing.tick_for(60)
    clock.set_wall(0)
    playing.tick_for(60)
    assert playing.screens.console.remaining_ms == 42 * MINUTE
    assert playing.kinds() == ["RunStarted"]


def test_before_the_start_no_time_passes(room, clock):
    room.tick_for(30)
    clock.advance(3_600_000)
    assert room.tick() is None
    assert room.room.now(1) == 0
    room.handle(c.StartRun())
    assert room.screens.console.remaining_ms == 45 * MINUTE


def test_ticks_show_something_only_when_a_clock_reads_another_second(playing, clock):
    shown = []
    for _ in range(100):
        clock.advance(100)
        shown.append(playing.tick())
    assert 10 <= sum(screens is not None for screens in shown) <= 21
    read = [screens.console.remaining_ms // 1000 for screens in shown if screens is not None]
    assert set(read) >= set(range(45 * 60 - 9, 45 * 60))


def test_a_virtual_evening_accumulates_no_error(playing, clock):
    for _ in range(1000):
        clock.advance(2_437)
        playing.tick()
    assert playing.room.now(1) == 2_437_000
    assert playing.screens.console.played_ms == 2_437_000


def test_sleep_is_noticed_and_its_time_is_lent_back_until_the_answer(playing, clock):
    playing.tick_for(60)
    clock.advance(20 * MINUTE)
    shown = playing.tick()
    assert shown.console.gap_ms == 20 * MINUTE
    assert shown.console.remaining_ms == 44 * MINUTE
    shown = playing.handle(c.SettleGap(counts=True))
    assert shown.console.remaining_ms == 24 * MINUTE


def test_sleep_is_noticed_even_when_a_command_comes_before_the_tick(playing, clock):
    clock.advance(2 * MINUTE)
    shown = playing.handle(c.AddNote(text="back"))
    assert playing.kinds() == ["RunStarted", "GapNoticed", "NoteAdded"]
    assert shown.console.gap_ms == 2 * MINUTE


def test_a_tick_that_is_a_little_late_is_no_sleep(playing, clock):
    clock.advance(9_900)
    playing.tick()
    assert playing.kinds() == ["RunStarted"]


def test_after_a_kill_everything_is_there_and_the_time_away_is_asked_about(playing, clock):
    playing.handle(c.EnterAnswer(text="417"))
    playing.handle(c.GiveHint(puzzle="P2", level=1))
    playing.tick_for(62)
    clock.advance(3 * MINUTE)
    clock.restart()
    before = playing.conductor.history[:]
    playing.kill()
    assert playing.conductor.history[: len(before)] == before
    shown = playing.screens
    assert 3 * MINUTE <= shown.console.gap_ms <= 3 * MINUTE + 5_000
    assert shown.console.shown_hint == ("P2", 1)
    gap_ms = shown.console.gap_ms
    shown = playing.handle(c.SettleGap(counts=False))
    assert shown.console.played_ms == 62_000 + 3 * MINUTE - gap_ms


def test_the_question_about_the_gap_survives_a_second_kill(playing, clock):
    playing.tick_for(10)
    clock.advance(MINUTE)
    playing.kill()
    first = playing.screens.console.gap_ms
    clock.advance(MINUTE)
    playing.kill()
    assert playing.screens.console.gap_ms >= first + MINUTE


def test_a_wall_clock_that_went_back_gives_no_negative_gap(playing, clock):
    playing.tick_for(30)
    clock.set_wall(clock.wall_ms() - 86_400_000)
    playing.kill()
    assert playing.screens.console.gap_ms is None
    assert 25_000 <= playing.room.now(1) <= 30_000


def test_an_ended_run_opens_as_ended(playing, clock):
    playing.handle(c.EndRun(at_once=True))
    clock.advance(MINUTE)
    playing.kill()
    assert playing.conductor.is_over
    with pytest.raises(CommandRefused):
        playing.handle(c.StartRun())


def test_on_a_full_disk_the_act_is_refused_and_nothing_moves_but_the_clock(playing):
    fill_up(playing)
    before = playing.screens.console
    with pytest.raises(StorageError):
        playing.handle(c.ShowMessage(text=LONG))
    playing.tick_for(5)
    after = playing.screens.console
    assert after.message == ""
    assert after.log == before.log
    assert after.remaining_ms == before.remaining_ms - 5_000
    assert playing.room.trouble is not None


def test_retry_does_what_was_refused(playing):
    fill_up(playing)
    with pytest.raises(StorageError):
        playing.handle(c.ShowMessage(text=LONG))
    with pytest.raises(StorageError):
        playing.room.retry()
    playing.free_disk()
    assert playing.room.retry()[0].console.message == LONG
    assert playing.room.trouble is None
    assert playing.stored_kinds() == playing.kinds()


def test_trouble_that_nobody_met_goes_away_by_itself(playing):
    other = open_store(playing.folder, 0)
    with other.database.writing():
        playing.tick_for(6)
        assert playing.room.trouble is not None
    playing.tick_for(6)
    assert playing.room.trouble is None
    other.close()


def test_going_on_unsaved_marks_the_run_and_keeps_everything_in_memory(playing):
    fill_up(playing)
    with pytest.raises(StorageError):
        playing.handle(c.ShowMessage(text=LONG))
    shown = playing.handle(c.GoUnsaved())
    assert shown.console.is_unsaved
    assert shown.console.message == LONG
    assert not playing.room.is_saving
    assert "WentUnsaved" not in playing.stored_kinds()
    playing.handle(c.EnterAnswer(text="417"))
    assert playing.screens.console.puzzles[0].state == "solved"


def test_what_was_unsaved_is_stored_by_a_later_retry_and_stays_marked(playing):
    fill_up(playing)
    playing.handle(c.GoUnsaved())
    playing.handle(c.EnterAnswer(text="417"))
    playing.free_disk()
    playing.room.retry()
    assert playing.room.is_saving
    assert playing.stored_kinds() == playing.kinds()
    playing.handle(c.AddNote(text="saved again"))
    playing.kill()
    assert playing.kinds()[-1] == "NoteAdded"
    assert playing.screens.console.is_unsaved


def test_the_journal_goes_on_in_another_folder(playing, tmp_path):
    fill_up(playing)
    with pytest.raises(StorageError):
        playing.handle(c.ShowMessage(text=LONG))
    playing.room.relocate(tmp_path / "stick")
    assert playing.room.trouble is None
    playing.handle(c.EnterAnswer(text="417"))
    there = playing.others[0].journal.events("run")
    assert there == list(playing.conductor.history)
    assert isinstance(there[-1].event, e.PuzzleSolved)


def test_a_folder_that_refuses_too_changes_nothing(playing, tmp_path):
    fill_up(playing)
    (tmp_path / "file").touch()
    with pytest.raises(StorageError):
        playing.room.relocate(tmp_path / "file")
    playing.free_disk()
    playing.handle(c.AddNote(text="here again"))
    assert playing.stored_kinds() == playing.kinds()


def test_time_runs_out_as_soon_as_the_store_takes_it(playing, clock):
    for _ in range(44 * 12):
        clock.advance(5_000)
        playing.tick()
    other = open_store(playing.folder, 0)
    with other.database.writing():
        for _ in range(20):
            clock.advance(5_000)
            playing.tick()
        view = playing.screens.console
        assert (view.remaining_ms, view.phase) == (0, "playing")
    other.close()
    clock.advance(5_000)
    assert playing.tick().console.phase == "guided"
    assert playing.stored_kinds() == playing.kinds()


def test_another_writer_is_met_at_the_key_and_nothing_is_lost(playing):
    other = playing.room_on(playing.store)
    other.handle(c.AddNote(text="from elsewhere"))
    with pytest.raises(StorageError, match="Another copy"):
        playing.handle(c.AddNote(text="from here"))
    stored = playing.store.journal.events("run")
    assert stored[-1] == StoredEvent(2, 0, stored[-1].wall_ms, e.NoteAdded(text="from elsewhere"))
