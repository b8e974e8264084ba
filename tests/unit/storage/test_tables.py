"""Sessions, kits, journals, pulses and results in their tables."""

import sqlite3
from contextlib import closing

import pytest

from kit_app.errors import StorageError
from kit_app.storage.database import FILE_NAME
from kit_app.storage.journal import Pulse, RunRecord
from kit_app.storage.store import open_store
from tests.unit.storage.made import filled_store, note, notes, plan


@pytest.fixture
def store(tmp_path):
    store = filled_store(tmp_path, notes(2))
    yield store
    store.close()


def test_a_session_is_replaced_by_its_newer_plan(store):
    store.sessions.save(plan(name="Other"), 6)
    assert [one.name for one in store.sessions.plans()] == ["Other"]
    assert store.journal.events("run") == notes(2)


def test_a_hidden_session_comes_back_until_it_is_purged(store):
    store.sessions.hide("session", 9)
    assert (store.sessions.plans(), store.sessions.ids(), store.journal.runs()) == ((), (), ())
    store.sessions.hide("session", None)
    assert len(store.sessions.plans()) == 1
    store.sessions.hide("session", 9)
    store.sessions.purge()
    store.kits.forget_unused()
    assert not store.sessions.has("session")
    assert not store.kits.has("digest")
    assert store.journal.events("run") == []


def test_archived_sessions_have_a_list_of_their_own(store):
    store.sessions.save(plan(is_archived=True), 6)
    assert store.sessions.plans() == ()
    assert len(store.sessions.plans(archived=True)) == 1


def test_ids_are_found_by_their_beginning(store):
    store.sessions.save(plan("set%_"), 6)
    assert store.sessions.ids("se") == ("session", "set%_")
    assert store.sessions.ids("set%") == ("set%_",)
    assert store.sessions.ids("s%") == ()


def test_the_later_of_pulse_and_event_says_when_a_run_was_seen(store):
    assert store.journal.last_seen("run") == Pulse(at_ms=2000, wall_ms=2000)
    store.journal.keep({}, {"run": Pulse(at_ms=7000, wall_ms=7000)})
    assert store.journal.last_seen("run") == Pulse(at_ms=7000, wall_ms=7000)
    assert store.journal.last_seen("other") is None


def test_the_runs_of_a_session_stand_in_the_order_they_began(store):
    second = RunRecord(id="a run", session_id="session", team=1, created_ms=5)
    store.journal.add_run(second)
    assert [run.id for run in store.journal.runs("session")] == ["run", "a run"]


def test_a_row_that_is_missing_or_changed_stops_the_reading(store, tmp_path):
    store.journal.append("run", [note(3)])
    store.close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        connection.execute("DELETE FROM journal WHERE seq = 2")
        connection.commit()
    store = open_store(tmp_path, 0)
    with pytest.raises(StorageError, match="damaged"):
        store.journal.events("run")
    store.close()


def test_one_damaged_session_hides_no_other_and_is_told(store, tmp_path):
    store.sessions.save(plan("other"), 6)
    store.close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        connection.execute("UPDATE sessions SET plan = replace(plan, 'Les', 'Lez') WHERE id = 'session'")
        connection.commit()
    store = open_store(tmp_path, 0)
    assert [one.id for one in store.sessions.plans()] == ["other"]
    assert "The session session is damaged" in str(store.notices[0])
    assert store.sessions.has("session")
    store.close()


def test_a_snapshot_that_changed_is_refused(store, tmp_path):
    store.close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        connection.execute("UPDATE kits SET files = x'00'")
        connection.commit()
    store = open_store(tmp_path, 0)
    with pytest.raises(StorageError, match="cannot be read"):
        store.kits.get("digest")
    store.close()


def test_lists_and_card_codes_pass_over_a_plan_that_is_damaged(store):
    store.sessions.save(plan("broken", date="2026-11-25"), 6)
    store.sessions.save(plan("other", date="2026-11-25", time="09:00"), 6)
    store.database.rows("UPDATE sessions SET plan = '{' WHERE id = 'broken'")
    ids = store.sessions.listed("2026-11-24", archived=False)
    assert ids[0] == "session" and set(ids[1:]) == {"broken", "other"}
    assert [one.id for one in store.sessions.plans_of(ids)] == [one for one in ids if one != "broken"]
    assert {one.session_id: one.codes for one in store.sessions.sets(ids)} == {
        "session": ("BCDFGH",),
        "other": ("BCDFGH",),
    }
