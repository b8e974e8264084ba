"""Where the data lie: beside a carried program, at the user's, or as asked; how fast they are kept there."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kit_app.bootstrap import open_services
from kit_app.services import data_place as places
from kit_app.services.data_place import BESIDE, SLOW_MS, data_place
from kit_app.storage.database import FILE_NAME
from kit_app.system import disk
from kit_app.system.program import carried_folder
from tests.fakes import FakeClock
from tests.unit.services.bundled import draft, opened


class SlowClock(FakeClock):
    """Each look at it comes `step_ms` after the one before."""

    def __init__(self, step_ms: int) -> None:
        super().__init__()
        self.step_ms = step_ms

    def steady_ms(self) -> int:
        self.advance(self.step_ms)
        return super().steady_ms()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this user."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "user"))
    return tmp_path / "user"


def mode(folder: Path) -> str:
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        return connection.execute("PRAGMA journal_mode").fetchone()[0]


def test_a_folder_called_data_beside_the_program_takes_the_data(tmp_path: Path, own: Path) -> None:
    stick = tmp_path / "clé USB"
    (stick / BESIDE).mkdir(parents=True)
    place = data_place(program=stick)
    assert (place.folder, place.travels, place.notices) == (stick / BESIDE, True, ())
    assert place.keeping == "TRUNCATE"


def test_without_that_folder_the_data_are_the_users_and_nothing_is_made_beside(
    tmp_path: Path, own: Path
) -> None:
    place = data_place(program=tmp_path)
    assert place.folder.is_relative_to(own)
    assert not place.travels
    assert not (tmp_path / BESIDE).exists()


def test_a_folder_that_is_asked_for_goes_before(tmp_path: Path, own: Path) -> None:
    (tmp_path / BESIDE).mkdir()
    assert data_place(tmp_path / "mine", tmp_path).folder == tmp_path / "mine"


def test_a_locked_share_leaves_the_data_on_the_laptop_and_says_so(
    tmp_path: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / BESIDE).mkdir()
    monkeypatch.setattr(
        places, "is_writable", lambda folder: folder.name != BESIDE and disk.is_writable(folder)
    )
    monkeypatch.setattr(places, "carried_folder", lambda: tmp_path)
    services = open_services(clock=FakeClock())
    try:
        assert services.folder.is_relative_to(own)
        assert [str(notice)[:25] for notice in services.notices] == ["The folder “data” beside "]
    finally:
        services.close()
    assert list((tmp_path / BESIDE).iterdir()) == []


def test_data_beside_the_program_are_one_file_after_each_act(
    tmp_path: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick that is pulled out loses nothing: there is no log that must still be joined."""
    (tmp_path / BESIDE).mkdir()
    monkeypatch.setattr(places, "carried_folder", lambda: tmp_path)
    services = open_services(clock=FakeClock())
    try:
        plan = services.sessions.save(draft(services)).plan
        names = {path.name for path in (tmp_path / BESIDE).glob(f"{FILE_NAME}*")}
        taken = tmp_path / "taken"
        taken.mkdir()
        (taken / FILE_NAME).write_bytes((tmp_path / BESIDE / FILE_NAME).read_bytes())
    finally:
        services.close()
    assert names <= {FILE_NAME, f"{FILE_NAME}-journal"}
    assert (
        mode(tmp_path / BESIDE) == "delete"
    )  # the way of the file; whoever opens it says how, but never a log
    again = opened(taken, FakeClock())
    assert [one.id for one in again.sessions.list()] == [plan.id]
    again.close()


def test_data_that_move_from_a_laptop_to_a_stick_and_back_are_kept_in_the_way_of_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    seen = []
    for goes_away in (False, True, False):
        monkeypatch.setattr(places, "may_go_away", lambda _folder, answer=goes_away: answer)
        services = opened(folder, FakeClock())
        services.sessions.save(draft(services, id=f"s{len(seen)}"))
        services.close()
        seen.append(mode(folder))
    assert seen == ["wal", "delete", "wal"]


@pytest.mark.parametrize(("step_ms", "count"), [(SLOW_MS, 0), (SLOW_MS + 1, 1)])
def test_a_slow_drive_is_told_at_the_start(tmp_path: Path, step_ms: int, count: int) -> None:
    services = opened(tmp_path / "data", SlowClock(step_ms))
    assert services.commit_ms == step_ms
    assert len([one for one in services.notices if "drive with the data is slow" in str(one)]) == count
    services.close()


def test_this_program_is_not_carried_about_while_python_runs_it() -> None:
    assert carried_folder() is None
