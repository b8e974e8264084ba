"""What is told to be held is what is there: counted, and no file of the data folder is left out."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from kit_app.assets import resources_dir
from kit_app.bootstrap import LOG_NAME
from kit_app.domain.facility import Contact, Facility
from kit_app.i18n import Catalogue, load
from kit_app.services.printing.record_paper import held_pdf
from kit_app.storage import (
    bulletins_file,
    database,
    facility_files,
    printers_file,
    prints_file,
    readiness_file,
    settings_file,
    shelf_file,
    training_file,
)
from kit_app.views.results import DebriefNote
from tests.unit.services.bundled import draft
from tests.unit.services.printing.papers import compact, text_of
from tests.unit.services.sheets import fill
from tests.unit.services.test_history import finished

TOLD = {
    database.FILE_NAME: "Planned sessions",
    facility_files.FOLDER: "The facility's profile",
    bulletins_file.FILE_NAME: "Alert bulletins",
    settings_file.FILE_NAME: "Settings, printers, ticked lists",
    printers_file.FILE_NAME: "Settings, printers, ticked lists",
    prints_file.FILE_NAME: "Settings, printers, ticked lists",
    readiness_file.FILE_NAME: "Settings, printers, ticked lists",
    shelf_file.FILE_NAME: "Settings, printers, ticked lists",
    training_file.FILE_NAME: "Settings, printers, ticked lists",
    LOG_NAME: "The log",
    database.COPIES: "Copies of the data",
    ".lock": "",
}
"""Each file and folder that the program makes, and the line that tells of it."""


@pytest.fixture
def used(services, clock):
    """Services after some work."""
    plan = finished(services, clock)
    fill(services, plan.id, 3)
    services.debrief_notes.keep(plan.id, DebriefNote(text="Plus de temps."))
    services.results.of_session(plan.id)
    gone = services.sessions.save(draft(services)).plan
    services.sessions.delete(gone.id)
    contacts = {"dpo": Contact(name="DPO", number="4242"), "helpdesk": Contact()}
    services.profile.save(Facility(name="Hôpital de Brévalon", contacts=contacts))
    services.bulletins.begin("fr")
    services.preferences.save(replace(services.preferences.settings, theme="dark"))
    services.prints.note(plan.id, {"P1": "x"})
    services.training.read("play")
    services.backups.make("hand")
    return services


def test_every_file_of_the_data_folder_is_told_of(used) -> None:
    told = {one.what for one in used.holdings.told(Catalogue("en"))}
    names = {path.name.removesuffix("-wal").removesuffix("-shm") for path in used.folder.iterdir()}
    assert names <= set(TOLD)
    assert {TOLD[name] for name in names} - told == {""}


def test_it_is_counted_what_there_is_now(used) -> None:
    now = used.holdings.now()
    assert (now.sessions, now.hidden, now.games, now.results, now.notes) == (1, 1, 1, 1, 1)
    assert (now.sheets, now.counted, now.totals) == (6, 0, 0)
    assert (now.contacts, now.bulletins, now.copies, now.kits) == (1, 1, 1, 1)
    assert now.log_kb >= 1
    used.questionnaires.close(used.sessions.list()[0].id)
    assert (used.holdings.now().sheets, used.holdings.now().counted) == (0, 1)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_holding_says_what_about_whom_how_long_and_how_much(used, language) -> None:
    t = load(resources_dir() / "i18n", language)
    held = used.holdings.told(t)
    assert len({one.what for one in held}) == len(held) >= 12
    assert all(one.what and one.about and one.stays and one.now for one in held)
    made = held_pdf(held, date(2026, 11, 24), t)
    text = compact(text_of(made.pdf))
    assert all(compact(one.about) in text and compact(one.now) in text for one in held)
    assert compact("Brévalon") not in text and "4242" not in text
    with pypdfium2.PdfDocument(made.pdf) as document:
        assert len(document) == made.pages <= 2
