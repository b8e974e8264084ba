"""The database file: made, refused, set aside, migrated; a full disk and a second writer."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import pytest

from kit_app.errors import StorageError
from kit_app.game.events import NoteAdded, RunPaused
from kit_app.game.learning import Counts
from kit_app.storage import database, schema
from kit_app.storage.codec import StoredEvent
from kit_app.storage.database import FILE_NAME, Tables, open_database
from kit_app.storage.store import open_store
from kit_app.views.facts import EVERYTHING
from tests.fakes import WALL_START_MS
from tests.unit.storage.made import filled_store, note, notes


def aside(folder):
    return sorted(path.name for path in folder.glob("*.damaged-*") if path.suffix == ".sqlite3")


def test_a_new_store_has_the_version_of_this_release(tmp_path):
    open_store(tmp_path, 0).close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_the_program_waits_for_the_disk_at_each_commit(tmp_path):
    asked = (
        "import sys; from pathlib import Path; from kit_app.storage.database import open_database;"
        "print(open_database(Path(sys.argv[1]), 0).database.rows('PRAGMA synchronous'))"
    )
    told = subprocess.run([sys.executable, "-c", asked, tmp_path], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[(2,)]"


def test_a_newer_database_is_refused_and_left_as_it_is(tmp_path):
    open_store(tmp_path, 0).close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        connection.execute(f"PRAGMA user_version={schema.VERSION + 1}")
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(StorageError, match="newer release"):
        open_store(tmp_path, 0)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_file_that_is_no_database_is_set_aside_with_a_sentence(tmp_path):
    (tmp_path / FILE_NAME).write_bytes(b"not a database at all, but long enough to look like one" * 40)
    store = open_store(tmp_path, WALL_START_MS)
    assert aside(tmp_path) == ["sant-escape.damaged-20261124-173000.sqlite3"]
    assert "sant-escape.damaged-20261124-173000.sqlite3" in str(store.notices[0])
    assert store.sessions.plans() == ()
    store.close()


def test_damage_twice_in_one_second_overwrites_nothing(tmp_path):
    for content in (b"first " * 200, b"second" * 200):
        (tmp_path / FILE_NAME).write_bytes(content)
        open_store(tmp_path, 0).close()
    kept = [(tmp_path / name).read_bytes()[:6] for name in aside(tmp_path)]
    assert sorted(kept) == [b"first ", b"second"]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.99])
def test_a_truncated_database_is_set_aside(tmp_path, share):
    filled_store(tmp_path, notes(400)).close()
    path = tmp_path / FILE_NAME
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    store = open_store(tmp_path, 0)
    assert len(store.notices) == 1
    assert aside(tmp_path)
    store.close()


def test_damage_in_the_words_of_the_tables_is_set_aside(tmp_path):
    filled_store(tmp_path, notes(4)).close()
    path = tmp_path / FILE_NAME
    path.write_bytes(path.read_bytes().replace(b"CREATE", b"\x96REATE"))
    store = open_store(tmp_path, 0)
    assert len(store.notices) == 1
    assert aside(tmp_path)
    store.close()


def test_whoever_only_reads_moves_nothing(tmp_path):
    (tmp_path / FILE_NAME).write_bytes(b"no database" * 100)
    with pytest.raises(StorageError, match="damaged"):
        open_store(tmp_path, 0, exclusive=False)
    assert aside(tmp_path) == []


def test_a_bit_that_flips_is_never_read_as_something_else(tmp_path):
    """Either the file is set aside, or the journal is refused, or it reads as it was written."""
    wanted = notes(60)
    filled_store(tmp_path, wanted).close()
    path = tmp_path / FILE_NAME
    content = path.read_bytes()
    outcomes = set()
    for place in range(40, len(content), 997):
        for left in tmp_path.glob("sant-escape*"):
            left.unlink()
        flipped = bytearray(content)
        flipped[place] ^= 0b100
        path.write_bytes(bytes(flipped))
        outcomes.add(_read_back(tmp_path, wanted))
    assert outcomes >= {"set aside or refused", "as written"}


def _read_back(folder, wanted):
    try:
        store = open_store(folder, 0)
    except StorageError:
        return "set aside or refused"
    try:
        read = store.journal.events("run")
    except StorageError:
        return "set aside or refused"
    finally:
        store.close()
    if store.notices or not read:
        return "set aside or refused"
    assert read == wanted
    return "as written"


def _with(*migrations: str | None) -> Tables:
    return replace(database.MAIN, migrations=migrations)


def test_a_copy_is_kept_before_a_migration(tmp_path, monkeypatch):
    filled_store(tmp_path, notes(3)).close()
    step = "ALTER TABLE runs ADD COLUMN colour TEXT NOT NULL DEFAULT ''"
    monkeypatch.setattr(database, "MAIN", _with(*schema.MIGRATIONS, step))
    store = open_store(tmp_path, WALL_START_MS)
    assert store.journal.events("run") == notes(3)
    store.close()
    copies = list((tmp_path / "backups").glob("*-upgrade.sqlite3"))
    with closing(sqlite3.connect(copies[0])) as connection:
        assert connection.execute("SELECT count(*) FROM journal").fetchone() == (3,)


def test_a_database_of_the_first_version_gets_the_tables_of_the_questionnaires(tmp_path, monkeypatch):
    with monkeypatch.context() as before:
        before.setattr(database, "MAIN", _with(schema.V1))
        open_database(tmp_path, 0).database.close()
    store = open_store(tmp_path, 0)
    assert store.answers.open_sessions() == ()
    assert store.answers.counts([]).pairs == {}
    store.close()


def test_totals_of_the_fourth_version_are_kept_without_sector_and_kit(tmp_path, monkeypatch):
    with monkeypatch.context() as before:
        before.setattr(database, "MAIN", _with(schema.V1, schema.V2, schema.V3, schema.V4))
        old = open_database(tmp_path, 0).database
        with old.writing() as connection:
            group = "2024, 'CH', 'care', 'Ward', '45', 'fr'"
            connection.execute(f"INSERT INTO totals VALUES ({group}, 3, 4, 17, 2, 1, 1, 9)")
            connection.execute(f"INSERT INTO total_counts VALUES ({group}, '{{}}')")
        old.close()
    store = open_store(tmp_path, 0)
    counted = store.sums.counted(EVERYTHING)
    assert (counted.sessions, counted.runs, counted.people, counted.hints) == (3, 4, 17, 9)
    rows = store.database.rows("SELECT facility, service, sector, kit_id, kit_version FROM totals")
    assert rows == [("CH", "Ward", "", "", "")]
    assert store.total_counts.counts(EVERYTHING) == Counts()
    store.close()


def test_a_migration_that_fails_changes_nothing(tmp_path, monkeypatch):
    filled_store(tmp_path, notes(3)).close()
    step = "CREATE TABLE more (id TEXT); CREATE TABLE runs (id TEXT)"
    monkeypatch.setattr(database, "MAIN", _with(*schema.MIGRATIONS, step))
    with pytest.raises(StorageError):
        open_store(tmp_path, 0)
    monkeypatch.undo()
    store = open_store(tmp_path, 0)
    assert store.journal.events("run") == notes(3)
    store.close()


def test_a_version_that_is_no_longer_supported_is_told(tmp_path, monkeypatch):
    open_store(tmp_path, 0).close()
    monkeypatch.setattr(database, "MAIN", _with(*schema.MIGRATIONS, None, "SELECT 1"))
    with pytest.raises(StorageError, match="too old"):
        open_store(tmp_path, 0)


def test_a_second_writer_meets_the_key(tmp_path):
    first = filled_store(tmp_path, notes(2))
    second = open_store(tmp_path, 0)
    first.journal.append("run", [note(3)])
    with pytest.raises(StorageError, match="Another copy"):
        second.journal.append("run", [StoredEvent(3, 1, 1, RunPaused())])
    assert first.journal.events("run") == notes(3)
    first.close()
    second.close()


def test_a_writer_that_waits_in_vain_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(database, "_WAIT_S", 0.01)
    first = filled_store(tmp_path, notes(1))
    second = open_store(tmp_path, 0)
    with first.database.writing(), pytest.raises(StorageError, match="Another copy"):
        second.journal.append("run", [note(2)])
    second.journal.append("run", [note(2)])
    first.close()
    second.close()


def test_a_full_disk_keeps_all_or_nothing(tmp_path):
    store = filled_store(tmp_path, notes(1))
    store.database.limit_pages(store.database.page_count())
    many = [StoredEvent(seq, seq, seq, NoteAdded(text="x" * 2000)) for seq in range(2, 40)]
    with pytest.raises(StorageError, match="disk is full"):
        store.journal.append("run", many)
    assert store.journal.events("run") == notes(1)
    store.database.limit_pages(10_000)
    store.journal.append("run", many)
    assert len(store.journal.events("run")) == 39
    store.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("here", encoding="utf-8")
    with pytest.raises(StorageError, match="cannot be written to"):
        open_database(tmp_path / "file" / "data", 0)
