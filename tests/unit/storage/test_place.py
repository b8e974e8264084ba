"""The data file is moved, deleted or replaced while it is open: it is noticed, and mended without a loss."""

import sys
from pathlib import Path

import pytest

from kit_app.errors import StorageError
from kit_app.game.events import NoteAdded
from kit_app.storage.codec import StoredEvent
from kit_app.storage.database import FILE_NAME
from kit_app.storage.journal import RunRecord
from kit_app.storage.kits import KitSnapshot
from kit_app.storage.store import Store, open_store
from kit_app.storage.trial import _PLAN

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no file that is open")


@pytest.fixture
def store(tmp_path: Path):
    """A store with a run of one event."""
    one = open_store(tmp_path / "data", 0)
    one.kits.add(KitSnapshot(digest="trial", kit_id="trial", version="1", files=b""))
    one.sessions.save(_PLAN, 0)
    one.journal.add_run(RunRecord(id="run", session_id="trial", team=1, created_ms=0))
    one.journal.append("run", [note(1)])
    yield one
    one.close()


def note(number: int) -> StoredEvent:
    return StoredEvent(number, number, number, NoteAdded(text=f"note {number}"))


def file_of(store: Store) -> Path:
    return store.database.path


def delete(path: Path) -> None:
    path.unlink()


def delete_folder(path: Path) -> None:
    for one in path.parent.iterdir():
        one.unlink()
    path.parent.rmdir()


def move_away(path: Path) -> None:
    path.rename(path.with_name("elsewhere.sqlite3"))


def replace(path: Path) -> None:
    copy = path.with_name("copy")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)


def delete_companion(path: Path) -> None:
    path.with_name(path.name + "-wal").unlink()


FAULTS = [delete, delete_folder, move_away, replace, delete_companion]


@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_is_taken_as_kept_that_the_next_start_would_not_find(store: Store, fault) -> None:
    store.journal.check_place()
    fault(file_of(store))

    with pytest.raises(StorageError, match="moved, deleted or replaced"):
        store.journal.append("run", [note(2)])
    with pytest.raises(StorageError):
        store.journal.check_place()
    assert store.journal.events("run") == [note(1)]


@pytest.mark.parametrize("fault", FAULTS)
def test_everything_is_written_into_a_new_file(store: Store, fault) -> None:
    path = file_of(store)
    fault(path)
    store.journal.mend()
    store.journal.append("run", [note(2)])

    assert store.journal.events("run") == [note(1), note(2)]
    again = open_store(path.parent, 0, exclusive=False)
    assert again.journal.events("run") == [note(1), note(2)]
    assert again.sessions.get("trial") == _PLAN
    again.close()


def test_what_stands_there_instead_is_set_aside(store: Store) -> None:
    path = file_of(store)
    path.unlink()
    path.write_bytes(b"somebody else's")
    store.journal.mend()

    aside = [one for one in path.parent.iterdir() if "replaced" in one.name]
    assert [one.read_bytes() for one in aside] == [b"somebody else's"]


def test_a_file_that_is_where_it_was_is_left_alone(store: Store) -> None:
    before = file_of(store).stat().st_ino
    store.journal.mend()
    assert file_of(store).stat().st_ino == before


def test_a_file_that_comes_back_is_written_to_again(store: Store) -> None:
    path = file_of(store)
    away = path.with_name("away")
    path.rename(away)
    away.rename(path)
    store.journal.append("run", [note(2)])
    assert store.journal.events("run") == [note(1), note(2)]


def test_a_place_that_cannot_be_written_to_leaves_the_open_file_as_it_is(store: Store, tmp_path) -> None:
    path = file_of(store)
    delete_folder(path)
    path.parent.write_text("in the way", encoding="utf-8")
    with pytest.raises(StorageError):
        store.journal.mend()

    assert store.journal.events("run") == [note(1)]
    path.parent.unlink()
    store.journal.mend()
    assert (tmp_path / "data" / FILE_NAME).is_file()
