"""Whom to call: what is too long for papers is said at its field, and nothing is cut."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.settings.settings_page import SettingsPage
from tests.ui.shell import services_in, write


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with services_in(tmp_path / "data") as one:
        yield one


@pytest.fixture
def page(qtbot, services: Services) -> SettingsPage:
    made = SettingsPage(services, Catalogue("en"))
    made.resize(1180, 768)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


def test_a_number_too_long_is_said_and_stays_as_it_was_pasted(page: SettingsPage, services: Services) -> None:
    page.show_section("contacts")
    row = page.contacts.rows[0]
    long = "Poste 4512, sinon le standard au 01 99 00 12 34"
    row.number.clear()
    row.number.insert(long)
    row.number.textEdited.emit(long)
    assert row.number.text() == long
    assert row.error.text() == "7 characters too many: at most 40 fit on cards and posters."
    page.show_section("profile")
    page.keep()
    assert services.profile.facility.contacts == {}
    assert row.error.isVisible() and row.number.hasFocus()

    write(page, row.number.objectName(), long[:40])
    assert not row.error.isVisible()
    page.keep()
    assert services.profile.facility.contact(row.spec.id).number == long[:40].strip()
