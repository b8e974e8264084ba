"""Settings are a form with a draft; help and About say what they must."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel

from kit_app.domain.facility import Contact, Facility
from kit_app.errors import StorageError
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.settings.help_page import HelpPage
from kit_app.ui.settings.settings_page import SettingsPage
from tests.ui.shell import click, press, services_in, session, write

EN = Catalogue("en")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with services_in(tmp_path / "data") as one:
        yield one


@pytest.fixture
def page(qtbot, services: Services) -> SettingsPage:
    made = SettingsPage(services, EN)
    made.resize(1180, 768)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_nothing_holds_before_it_is_kept(page: SettingsPage, services: Services) -> None:
    page.theme.button("dark").click()
    assert services.preferences.settings.theme == "system"
    assert page.foot.saved.label.text() == "Not kept yet"
    press("Ctrl+S")

    assert services.preferences.settings.theme == "dark"


@pytest.mark.parametrize("name", ["light", "dark", "contrast", "system"])
def test_each_look_can_be_chosen_and_kept(page: SettingsPage, services: Services, name: str) -> None:
    page.theme.button("dark").click()
    page.theme.button(name).click()
    press("Ctrl+S")

    assert services.preferences.settings.theme == name
    page.reload()
    assert page.theme.value() == name


def test_steps_of_time_and_a_code_for_the_console_are_kept(page: SettingsPage, services: Services) -> None:
    assert page.console.own_minutes() == (2, -10)
    page.show_section("console")
    page.console.steps[0].sign.button("take").click()
    page.console.steps[0].count.more.click()
    write(page, "settings-lock-code", "4521")
    press("Ctrl+S")

    kept = services.preferences.settings
    assert (kept.own_minutes, kept.lock_code) == ((-3, -10), "4521")


def test_cancel_brings_back_what_holds(page: SettingsPage) -> None:
    write(page, "settings-facility", "Clinique du Parc")
    click(page, "settings-cancel")

    assert page.facility.text() == ""


def test_every_choice_is_kept(qtbot, page: SettingsPage, services: Services) -> None:
    write(page, "settings-facility", "Clinique du Parc")
    page.language.button("fr").click()
    page.materials.button("en").click()
    page.motion.click()
    with qtbot.waitSignal(page.changed):
        click(page, "settings-save")
    kept = services.preferences.settings

    assert (kept.language, kept.materials_language) == ("fr", "en")
    assert services.profile.facility.name == "Clinique du Parc"
    assert not kept.reduce_motion


def test_a_logo_is_a_picture(page: SettingsPage, services: Services, tmp_path: Path) -> None:
    picture = tmp_path / "logo.png"
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(0x17324D)
    image.save(str(picture))
    page.profile.ask_open = lambda parent, title, kinds: picture
    click(page, "settings-logo")
    press("Ctrl+S")

    picture.unlink()

    kept = Path(services.profile.facility.logo)
    assert kept.parent == services.folder / "facilities"
    assert QImage(str(kept)).size() == image.size()


def test_a_file_that_is_no_picture_is_refused(page: SettingsPage, tmp_path: Path) -> None:
    letter = tmp_path / "letter.png"
    letter.write_text("Dear all", encoding="utf-8")
    told = []
    page.told.connect(told.append)
    page.profile.ask_open = lambda parent, title, kinds: letter
    click(page, "settings-logo")

    assert "letter.png" in told[0].text
    assert not page.host().logo


def test_a_picture_that_broke_off_is_refused_at_once(page: SettingsPage, tmp_path: Path) -> None:
    picture = tmp_path / "logo.png"
    QImage(40, 20, QImage.Format.Format_RGB32).save(str(picture))
    picture.write_bytes(picture.read_bytes()[:50])
    told = []
    page.told.connect(told.append)
    page.profile.ask_open = lambda parent, title, kinds: picture
    click(page, "settings-logo")

    assert "logo.png" in told[0].text
    assert not page.host().logo


def test_cancel_takes_away_what_was_refused(page: SettingsPage) -> None:
    page.profiles.refused.emit(StorageError("It cannot be read."))
    assert page.banners.banner("save") is not None
    write(page, "settings-facility", "Clinique du Parc")
    click(page, "settings-cancel")

    assert page.banners.banner("save") is None


def test_own_rules_show_no_open_place_of_the_kit(page: SettingsPage) -> None:
    headings = [label.text() for label in page.rules.findChildren(QLabel)]

    assert [text for text in headings if text.startswith("P9 ·")]
    assert not [text for text in headings if "{" in text]


def test_a_number_is_kept_with_the_day_on_which_it_was_tried(page: SettingsPage, services: Services) -> None:
    click(page, "settings-section-contacts")
    write(page, "contact-helpdesk", "01 99 00 12 34")
    write(page, "contact-security_lead-name", "C. Ravel")
    assert page.contacts.rows[0].tag.text() == "never checked"
    click(page, "contact-helpdesk-today")
    press("Ctrl+S")

    kept = services.profile.facility
    assert kept.contact("helpdesk") == Contact(number="01 99 00 12 34", checked_on="2026-11-24")
    assert kept.contact("security_lead") == Contact(name="C. Ravel")
    assert set(kept.contacts) == {"helpdesk", "security_lead"}


def test_a_number_tried_long_ago_is_pointed_out_by_icon_and_word(qtbot, services: Services) -> None:
    old = Contact(number="01 99 00 12 34", checked_on="2026-01-05")
    services.profile.save(Facility(contacts={"helpdesk": old}))
    page = SettingsPage(services, EN)
    qtbot.addWidget(page)
    tag = page.contacts.rows[0].tag

    assert (tag.kind, tag.text()) == ("warn", "checked on 05/01/2026: too long ago")


def test_a_number_that_is_changed_is_no_longer_checked(page: SettingsPage, services: Services) -> None:
    click(page, "settings-section-contacts")
    write(page, "contact-oncall", "01 99 00 56 78")
    click(page, "contact-oncall-today")
    write(page, "contact-oncall", "01 99 00 56 79")

    assert page.host().contact("oncall") == Contact(number="01 99 00 56 79")


def test_the_official_number_stands_where_nothing_was_typed(page: SettingsPage) -> None:
    row = next(row for row in page.contacts.rows if row.spec.id == "cert")
    assert row.number.placeholderText() == row.spec.number != ""


def test_a_ground_that_cannot_be_read_is_refused_and_the_nearest_is_taken(
    page: SettingsPage, services: Services
) -> None:
    panel = page.screen_look
    page.show_section("player")
    assert panel.problem.isHidden() and panel.mend.isHidden()
    panel.ground.ask = lambda start, parent, title: QColor("#005EB8")
    click(page, "settings-screen-ground")
    assert "#005EB8" in panel.problem.text() and "5.9" in panel.problem.text()
    click(page, "settings-save")
    assert services.profile.facility.screen_ground == ""
    click(page, "settings-screen-mend")
    assert panel.problem.isHidden()
    panel.look.set_value("facility")
    click(page, "settings-save")
    kept = services.profile.facility.screen_ground
    assert kept not in ("", "#005EB8") and services.preferences.settings.player_look == "facility"
    click(page, "settings-screen-usual")
    click(page, "settings-save")
    assert services.profile.facility.screen_ground == ""


def test_a_marker_must_stand_out(page: SettingsPage) -> None:
    panel = page.screen_look
    page.show_section("player")
    panel.marker.ask = lambda start, parent, title: QColor("#14202E")
    click(page, "settings-screen-marker")
    assert "does not stand out" in panel.problem.text()


def test_colours_rooms_and_own_lines_are_kept(page: SettingsPage, services: Services) -> None:
    write(page, "settings-short", "CH Parc")
    write(page, "settings-rooms", "Salle 11, Salle 12,")
    write(page, "settings-note", "Copies welcome.")
    click(page, "settings-promise")
    page.profile.accent.ask = lambda start, parent, title: QColor("#00665E")
    click(page, "settings-accent")
    press("Ctrl+S")

    kept = services.profile.facility
    assert (kept.short_name, kept.rooms) == ("CH Parc", ("Salle 11", "Salle 12"))
    assert (kept.licence_note, kept.has_promise, kept.accent) == ("Copies welcome.", True, "#00665E")


def test_the_data_folder_is_shown(page: SettingsPage, services: Services) -> None:
    assert page.folder.path.text() == str(services.folder)


def test_about_says_from_whom_the_idea_comes(qtbot, services: Services) -> None:
    page = HelpPage(services, EN, [("P", "pause")])
    qtbot.addWidget(page)
    words = " ".join(label.text() for label in page.about_box().findChildren(QLabel))

    assert "GCS e-santé Pays de la Loire with Orange Cyberdefense" in words
    assert "not endorsed" in words
    assert "CC BY 4.0" in words
    assert "PySide6" in words


@pytest.fixture
def two(page: SettingsPage, services: Services) -> SettingsPage:
    """Clinique du Parc, for which one plays, and Les Tilleuls."""
    services.profile.save(Facility(name="Les Tilleuls", contacts={"helpdesk": Contact(number="18")}))
    services.profile.add(Facility(name="Clinique du Parc"))
    page.reload()
    return page


def choose_profile(page: SettingsPage, name: str) -> None:
    page.profiles.choice.setCurrentText(name)
    page.profiles.choice.activated.emit(page.profiles.choice.currentIndex())


def test_another_profile_fills_every_section_of_the_facility(
    qtbot, two: SettingsPage, services: Services
) -> None:
    told = []
    two.told.connect(told.append)
    with qtbot.waitSignal(two.changed):
        choose_profile(two, "Les Tilleuls")
    assert two.facility.text() == "Les Tilleuls" and services.profile.facility.name == "Les Tilleuls"
    assert two.contacts.rows[0].number.text() == "18"
    assert told[0].text == "You now play for “Les Tilleuls”."
    two.show_section("contacts")
    assert two.profiles.choice.isVisible() and not two.profiles.new.isVisible()
    two.show_section("console")
    assert not two.profiles.isVisible()


@pytest.mark.parametrize(
    ("answer", "here", "kept"),
    [("keep", "Les Tilleuls", "Parc"), ("drop", "Les Tilleuls", ""), ("stay", "Clinique du Parc", "")],
)
def test_what_is_not_kept_is_asked_about_before_another_profile_comes(
    two: SettingsPage, services: Services, answer: str, here: str, kept: str
) -> None:
    asked = []
    two.ask = lambda name: asked.append(name) or answer
    write(two, "settings-short", "Parc")
    choose_profile(two, "Les Tilleuls")

    assert asked == ["Clinique du Parc"]
    assert (services.profile.facility.name, two.profiles.choice.currentText()) == (here, here)
    park = next(one.facility for one in services.profile.all() if one.facility.name == "Clinique du Parc")
    assert park.short_name == kept


def test_profiles_are_made_doubled_and_removed_with_a_way_back(two: SettingsPage, services: Services) -> None:
    told = []
    two.told.connect(told.append)
    two.profiles.ask_name = lambda title, proposal: proposal or "Hôpital de Brévalon"
    click(two, "profile-new")
    assert services.profile.facility == Facility(name="Hôpital de Brévalon")
    choose_profile(two, "Les Tilleuls")
    click(two, "profile-duplicate")
    assert two.facility.text() == "Les Tilleuls (2)" and two.contacts.rows[0].number.text() == "18"

    click(two, "profile-remove")
    assert "“Les Tilleuls (2)” is removed." in told[-1].text
    assert two.profiles.choice.findText("Les Tilleuls (2)") < 0
    told[-1].then()
    assert two.facility.text() == "Les Tilleuls (2)" and len(services.profile.all()) == 4


def test_removing_a_profile_says_how_many_sessions_lose_it(two: SettingsPage, services: Services) -> None:
    told = []
    two.told.connect(told.append)
    choose_profile(two, "Les Tilleuls")
    for name, changes in (
        ("By id", {"facility_id": services.profile.chosen}),
        ("By name", {"date": ""}),
        ("Past", {"date": "2020-01-01"}),
        ("Elsewhere", {"facility": "Clinique du Parc"}),
        ("Nowhere", {"facility": ""}),
    ):
        session(services, name, **{"facility": "les  tilleuls", **changes})
    click(two, "profile-remove")
    said = "2 planned sessions are for this facility: their papers now have dotted lines for numbers."
    assert told[-1].text.endswith(said)


def test_the_only_profile_cannot_be_removed_and_a_name_is_had_once(
    two: SettingsPage, services: Services
) -> None:
    write(two, "settings-facility", "les tilleuls")
    press("Ctrl+S")
    assert two.profile.facility_field.error == "Another profile has this name. Give each its own."
    assert services.profile.facility.name == "Clinique du Parc"
    click(two, "profile-remove")
    assert not two.profiles.remove.isEnabled()
    assert two.profiles.remove.toolTip() == "The only profile stays."


def test_a_profile_goes_out_as_a_file_and_comes_back_beside_the_other(
    qtbot, two: SettingsPage, services: Services, tmp_path: Path
) -> None:
    told = []
    two.told.connect(told.append)
    file = tmp_path / "parc.sante-profile"
    two.profiles.ask_save = lambda parent, title, name, kinds: tmp_path / "parc"
    click(two, "profile-export")
    assert file.exists() and "parc.sante-profile" in told[-1].text

    asked = []
    two.profiles.ask_open = lambda parent, title, kinds: file
    two.profiles.ask_what = asked.append
    click(two, "profile-import")
    assert asked == ["Clinique du Parc"] and len(services.profile.all()) == 2
    two.profiles.ask_what = lambda name: "both"
    with qtbot.waitSignal(two.changed):
        click(two, "profile-import")
    assert two.facility.text() == "Clinique du Parc (2)"

    letter = tmp_path / "letter.sante-profile"
    letter.write_text("Dear all", encoding="utf-8")
    two.profiles.ask_open = lambda parent, title, kinds: letter
    click(two, "profile-import")
    assert any("not a facility’s profile" in label.text() for label in two.banners.findChildren(QLabel))
