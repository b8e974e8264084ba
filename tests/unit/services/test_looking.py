"""A second program on a folder: it sees everything, writes nothing, and says why."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kit_app.bootstrap import open_services
from kit_app.domain.facility import Facility
from kit_app.domain.plan import SessionPlan
from kit_app.domain.settings import Settings
from kit_app.errors import StorageError
from kit_app.services.services import Services
from kit_app.storage.looking import is_looking
from kit_app.system.lock import FolderLock
from tests.fakes import FakeClock
from tests.unit.services.bundled import draft, opened, teams


@pytest.fixture
def folder(tmp_path: Path, clock: FakeClock) -> Iterator[Path]:
    """A folder with a session and a game that was begun, held by another program."""
    place = tmp_path / "data"
    services = opened(place, clock)
    plan = services.sessions.save(draft(services, teams=teams("A", "B"))).plan
    services.runs.open(plan.id, 1).close()
    services.close()
    with FolderLock(place):
        yield place


@pytest.fixture
def looker(folder: Path, clock: FakeClock) -> Iterator[Services]:
    services = open_services(folder, only_looks=True, clock=clock)
    yield services
    services.close()


def content(folder: Path) -> dict[str, bytes]:
    files = (
        path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(("-shm", "-wal"))
    )
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def plan_of(services: Services) -> SessionPlan:
    return services.sessions.get(services.sessions.list()[0].id)


def test_it_sees_what_is_there(looker: Services) -> None:
    plan = plan_of(looker)
    assert [team.label for team in plan.teams] == ["A", "B"]
    assert looker.runs.row(plan.id, 1).stage == "idle"
    assert looker.results.of_session(plan.id) == ()
    assert looker.statistics is not None
    assert looker.only_looks


ACTS = {
    "session": lambda one: one.sessions.save(draft(one, name="New")),
    "settings": lambda one: one.preferences.save(Settings(language="fr")),
    "profile": lambda one: one.profile.save(Facility(name="Le Parc")),
    "printed": lambda one: one.prints.note("s", {"line": "digest"}),
    "game": lambda one: one.runs.open(plan_of(one).id, 1),
    "game anew": lambda one: one.runs.start_over(plan_of(one).id, 1),
    "copy": lambda one: one.backups.make("hand"),
    "rebuild": lambda one: one.results.rebuild(),
    "counter": lambda one: one.sessions.delete(plan_of(one).id),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_every_act_is_refused_with_the_reason_and_leaves_all_as_it_was(looker: Services, act) -> None:
    before = content(looker.folder)
    with pytest.raises(StorageError, match="you can only look"):
        act(looker)
    assert content(looker.folder) == before


def test_a_damaged_small_file_is_left_to_the_other_program(folder: Path, clock: FakeClock) -> None:
    (folder / "settings.json").write_text("{", encoding="utf-8")
    services = open_services(folder, only_looks=True, clock=clock)
    assert "could not be read; the usual ones" in str(services.notices[0])
    services.close()
    assert (folder / "settings.json").read_text(encoding="utf-8") == "{"


def test_a_closed_folder_may_be_written_to_again(folder: Path, clock: FakeClock) -> None:
    services = open_services(folder, only_looks=True, clock=clock)
    assert is_looking(folder / "settings.json")
    services.close()
    assert not is_looking(folder / "settings.json")
