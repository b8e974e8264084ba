"""The facility's own rules: a field a lesson, for each kit that is here."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from kit_app.domain.facility import Facility
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.settings.settings_page import SettingsPage
from tests.ui.shell import press, services_in


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
    made.activateWindow()
    return made


def test_the_facilitys_own_rules_are_kept_and_a_long_one_is_named(
    page: SettingsPage, services: Services
) -> None:
    services.profile.save(Facility(procedures={"other/P4": "Stays."}))
    page.reload()
    page.show_section("rules")
    row = next(row for row in page.rules.rows if row.puzzle == "P4")
    assert "The kit says: " in row.field.message.text()
    row.edit.setFocus()
    QTest.keyClicks(row.edit, "Badge at the copier.")
    assert page.foot.saved.label.text() == "Not kept yet"
    press("Ctrl+S")
    assert services.profile.facility.procedures == {
        "other/P4": "Stays.",
        "sant-escape/P4": "Badge at the copier.",
    }

    row.edit.setPlainText("too long " * 30)
    page.show_section("contacts")
    press("Ctrl+S")
    assert row.edit.isVisible() and row.field.error == "69 characters too many: at most 200 fit on a slide."
    assert services.profile.facility.procedure("sant-escape", "P4") == "Badge at the copier."


def test_each_kit_has_rules_of_its_own(page: SettingsPage, services: Services) -> None:
    page.show_section("rules")
    choice = page.rules.kit
    page.rules.rows[0].edit.setFocus()
    QTest.keyClicks(page.rules.rows[0].edit, "Ask at the desk.")
    choice.setCurrentIndex(choice.findData("bon-bracelet"))
    choice.activated.emit(choice.currentIndex())
    assert [row.puzzle for row in page.rules.rows][:2] == ["E1", "E2"]
    page.rules.rows[0].edit.setFocus()
    QTest.keyClicks(page.rules.rows[0].edit, "Say the name.")
    press("Ctrl+S")
    assert services.profile.facility.procedures == {
        "sant-escape/P1": "Ask at the desk.",
        "bon-bracelet/E1": "Say the name.",
    }
