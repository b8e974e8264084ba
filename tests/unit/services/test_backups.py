"""Copies of the data: made beside a writer, kept to ten, put back whole or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from zipfile import ZipFile

import pytest

from kit_app.domain.bulletin import Bulletin
from kit_app.domain.facility import Facility
from kit_app.errors import StorageError
from kit_app.services.backups import MOST, Backup, Backups
from kit_app.services.services import Services
from kit_app.storage import schema
from kit_app.storage.database import FILE_NAME
from tests.fakes import FakeClock
from tests.unit.services.bundled import draft, opened

DAY_MS = 24 * 60 * 60 * 1000


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "backups").iterdir())


@contextmanager
def database_of(place: Path, copy: Backup) -> Iterator[sqlite3.Connection]:
    with ZipFile(place / "data" / "backups" / copy.name) as pack:
        found = Path(pack.extract(FILE_NAME, place / "unpacked"))
    with closing(sqlite3.connect(found)) as connection:
        yield connection


def test_the_copy_holds_what_was_kept_a_moment_ago(services: Services, tmp_path: Path) -> None:
    plan = services.sessions.save(draft(services)).plan
    made = services.backups.make("day")

    with database_of(tmp_path, made) as copy:
        assert copy.execute("SELECT id FROM sessions").fetchall() == [(plan.id,)]
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert names(tmp_path / "data") == [made.name]


def test_a_writer_in_the_middle_of_an_act_is_not_held_up(services: Services, tmp_path: Path) -> None:
    services.sessions.save(draft(services))
    with closing(sqlite3.connect(tmp_path / "data" / FILE_NAME, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM sessions")
        made = services.backups.make("game")
        writer.execute("COMMIT")

    with database_of(tmp_path, made) as copy:
        assert copy.execute("SELECT count(*) FROM sessions").fetchone() == (1,)


def test_there_is_one_copy_a_day_and_one_before_each_game(services: Services, clock: FakeClock) -> None:
    first = services.backups.of_today()
    clock.advance(60_000)
    assert services.backups.of_today() == first
    game = services.backups.make("game")
    clock.advance(DAY_MS)
    tomorrow = services.backups.of_today()

    assert services.backups.all() == (tomorrow, game, first)
    assert [one.reason for one in services.backups.all()] == ["day", "game", "day"]


def test_the_last_ten_are_kept(services: Services, clock: FakeClock) -> None:
    made = []
    for _game in range(MOST + 3):
        clock.advance(1_000)
        made.append(services.backups.make("game"))

    assert services.backups.all() == tuple(reversed(made[-MOST:]))


def test_two_copies_of_one_second_overwrite_nothing(services: Services) -> None:
    assert services.backups.make("game").name != services.backups.make("game").name
    assert len(services.backups.all()) == 2


def test_other_files_of_the_folder_are_left_alone(services: Services, tmp_path: Path) -> None:
    services.backups.make("day")
    (tmp_path / "data" / "backups" / "notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "data" / "backups" / "99999999-999999-day.sqlite3").write_bytes(b"")

    assert [one.wall_ms for one in services.backups.all()][-1] == 0
    assert "notes.txt" in names(tmp_path / "data")


def test_a_place_that_cannot_be_written_to_is_told(services: Services, tmp_path: Path) -> None:
    (tmp_path / "data" / "backups").write_text("in the way", encoding="utf-8")

    with pytest.raises(StorageError, match="could not be written"):
        services.backups.make("day")
    assert services.backups.all() == ()


def test_a_copy_put_back_brings_back_what_was_deleted(tmp_path: Path, clock: FakeClock) -> None:
    services = opened(tmp_path / "data", clock)
    plan = services.sessions.save(draft(services)).plan
    copy = services.backups.make("day")
    services.sessions.delete(plan.id)
    services.close()

    before = Backups(tmp_path / "data", clock).restore(copy.name)

    again = opened(tmp_path / "data", clock)
    assert [one.id for one in again.sessions.list()] == [plan.id]
    assert {one.name for one in again.backups.all()} == {copy.name, before}
    again.close()

    Backups(tmp_path / "data", clock).restore(before)
    as_before = opened(tmp_path / "data", clock)
    assert as_before.sessions.list() == ()
    as_before.close()
    assert not list((tmp_path / "data").glob("*replaced*"))


def test_profile_and_settings_come_back_with_the_sessions(tmp_path: Path, clock: FakeClock) -> None:
    services = opened(tmp_path / "data", clock)
    services.profile.save(Facility(name="Les Tilleuls"))
    copy = services.backups.make("hand")
    services.profile.save(Facility(name="Le Parc"))
    services.bulletins.save(Bulletin(id="later", language="fr", title="Plus tard"))
    services.close()

    Backups(tmp_path / "data", clock).restore(copy.name)

    again = opened(tmp_path / "data", clock)
    assert again.profile.facility.name == "Les Tilleuls"
    assert again.bulletins.list() == ()
    again.close()


def test_a_copy_of_a_former_release_is_the_database_alone(tmp_path: Path, clock: FakeClock) -> None:
    services = opened(tmp_path / "data", clock)
    plan = services.sessions.save(draft(services)).plan
    services.profile.save(Facility(name="Les Tilleuls"))
    made = services.backups.make("day")
    with ZipFile(tmp_path / "data" / "backups" / made.name) as pack:
        (tmp_path / "data" / "backups" / "20261101-080000-day.sqlite3").write_bytes(pack.read(FILE_NAME))
    services.sessions.delete(plan.id)
    services.close()

    Backups(tmp_path / "data", clock).restore("20261101-080000-day.sqlite3")

    again = opened(tmp_path / "data", clock)
    assert [one.id for one in again.sessions.list()] == [plan.id]
    assert again.profile.facility.name == "Les Tilleuls"
    again.close()


def test_the_copy_that_is_put_back_is_not_the_eleventh_that_goes(tmp_path: Path, clock: FakeClock) -> None:
    services = opened(tmp_path / "data", clock)
    made = []
    for _game in range(MOST):
        clock.advance(1_000)
        made.append(services.backups.make("game"))
    services.close()
    clock.advance(1_000)

    Backups(tmp_path / "data", clock).restore(made[0].name)

    assert made[0] in Backups(tmp_path / "data", clock).all()


def test_a_copy_replaces_a_damaged_file(tmp_path: Path, clock: FakeClock) -> None:
    services = opened(tmp_path / "data", clock)
    services.sessions.save(draft(services))
    copy = services.backups.make("day")
    services.close()
    (tmp_path / "data" / FILE_NAME).write_bytes(b"gone" * 2000)

    Backups(tmp_path / "data", clock).restore(copy.name)

    again = opened(tmp_path / "data", clock)
    assert len(again.sessions.list()) == 1
    assert again.notices == ()
    again.close()


def test_nothing_is_put_back_under_an_open_window(
    services: Services, tmp_path: Path, clock: FakeClock
) -> None:
    copy = services.backups.make("day")

    with pytest.raises(StorageError, match="already open"):
        Backups(tmp_path / "data", clock).restore(copy.name)


@pytest.mark.parametrize("harm", ["cut", "newer", "no database", "a stranger's", "one byte"])
def test_a_copy_that_is_not_whole_is_refused_and_nothing_changed(
    tmp_path: Path, clock: FakeClock, harm: str
) -> None:
    services = opened(tmp_path / "data", clock)
    services.sessions.save(draft(services))
    copy = tmp_path / "data" / "backups" / services.backups.make("day").name
    services.close()
    before = (tmp_path / "data" / FILE_NAME).read_bytes()
    if harm == "cut":
        copy.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])
    elif harm == "newer":
        with ZipFile(copy) as pack:
            found = Path(pack.extract(FILE_NAME, tmp_path))
        with closing(sqlite3.connect(found)) as one:
            one.execute(f"PRAGMA user_version={schema.VERSION + 1}")
        with ZipFile(copy, "w") as pack:
            pack.write(found, FILE_NAME)
    elif harm == "no database":
        copy.write_bytes(b"x" * 5000)
    elif harm == "one byte":
        content = bytearray(copy.read_bytes())
        content[len(content) // 2] ^= 1
        copy.write_bytes(content)
    else:
        with ZipFile(copy, "w") as pack:
            pack.writestr(f"../{FILE_NAME}", b"x")

    with pytest.raises(StorageError, match="Nothing was changed|nothing was changed"):
        Backups(tmp_path / "data", clock).restore(copy.name)
    assert (tmp_path / "data" / FILE_NAME).read_bytes() == before
    assert names(tmp_path / "data") == [copy.name], "a copy made for nothing would push out the oldest one"


def test_a_copy_that_is_not_there_is_named(tmp_path: Path, clock: FakeClock) -> None:
    with pytest.raises(StorageError, match="no copy"):
        Backups(tmp_path, clock).restore("../settings.json")
