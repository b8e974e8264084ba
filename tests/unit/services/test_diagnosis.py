"""A folder full of names is told about without one of them."""

import logging
from dataclasses import replace

import pytest

from kit_app.assets import resources_dir
from kit_app.domain.facility import Contact, Facility
from kit_app.errors import StorageError
from kit_app.game.commands import AddNote, ShowMessage, StartRun
from kit_app.i18n import load
from kit_app.services import diagnosis as module
from kit_app.services.checkup import CheckLine
from kit_app.services.diagnosis import diagnosis, shortened
from tests.unit.services.bundled import draft, opened, teams

FACILITY, CONTACT, NUMBER = "Brumelande", "Zephyrine", "424299"
SESSION, ROOM, TEAM = "Oursinade", "Camelinette", "Palourdine"
NOTE, MESSAGE = "Girolline", "Mirabellum"
FOLDER, NOTICE, LOGGED = "Reinettine", "Nefliere", "Sorbiere"
STORED = (FACILITY, CONTACT, NUMBER, SESSION, ROOM, TEAM, NOTE, MESSAGE, LOGGED)


@pytest.fixture
def full(tmp_path, clock):
    """Services of a folder in which each sentinel stands somewhere."""
    services = opened(tmp_path / FOLDER, clock)
    contacts = {"helpdesk": Contact(name=CONTACT, number=NUMBER)}
    services.profile.save(Facility(name=FACILITY, contacts=contacts))
    plan = draft(services, name=SESSION, room=ROOM, facility=FACILITY, teams=teams(TEAM))
    plan = services.sessions.save(plan).plan
    room = services.runs.open(plan.id)
    room.handle(StartRun())
    room.handle(AddNote(text=NOTE))
    room.handle(ShowMessage(text=MESSAGE))
    room.close()
    log = logging.getLogger("kit_app.services.backups")
    log.warning("a copy stays as it is: %s", LOGGED)
    try:
        raise ValueError(LOGGED)
    except ValueError:
        log.exception("a bug")
    notices = (StorageError("“{name}” was damaged; {count} lines are lost.", name=NOTICE, count=3),)
    yield replace(services, notices=notices)
    services.close()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_name_is_in_the_diagnosis(full, language) -> None:
    stored = b"".join(path.read_bytes() for path in full.folder.rglob("*") if path.is_file()).decode(
        "utf-8", "replace"
    )
    assert [name for name in STORED if name not in stored] == []

    told = diagnosis(full, list, load(resources_dir() / "i18n", language))

    assert [name for name in (*STORED, FOLDER, NOTICE) if name.casefold() in told.casefold()] == []
    assert "sant-escape " in told
    assert "sessions 1 (" in told
    assert "“…”" in told and "3" in told
    assert "ValueError: …" in told and "a copy stays as it is: …" in told


def test_what_cannot_be_told_is_named_by_its_fault(full) -> None:
    def windows() -> list[CheckLine]:
        raise RuntimeError(FACILITY)

    told = diagnosis(full, windows, load(resources_dir() / "i18n", "en"))
    assert "windows: RuntimeError" in told
    assert FACILITY not in told.split("The end of the log")[0]


def test_a_path_does_not_name_whose_home_it_is_in(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(module.Path, "home", lambda: tmp_path)
    assert shortened(tmp_path / "data" / "x") in ("~/data/x", r"~\data\x")
    assert shortened(tmp_path.parent) == str(tmp_path.parent)
