"""The form of a session: kept as it is typed, wrong fields said in place, followed by the facts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit_app.domain.facility import Facility
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.setup.drafts import Drafts
from kit_app.ui.setup.prepare_page import PreparePage
from tests.ui.shell import click, named, press, services_in, session, teams, typed, write

EN = Catalogue("en")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with services_in(tmp_path / "data") as one:
        yield one


@pytest.fixture
def page(qtbot, services: Services) -> PreparePage:
    made = PreparePage(services, EN, Drafts())
    made.resize(1180, 768)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_a_new_form_does_not_scold_before_anything_was_typed(page: PreparePage) -> None:
    page.show_new()

    assert not page.form.fields["name"].error
    assert page.foot.message.text() == "Name to be given"
    assert not page.foot.message.has_icon


def test_a_field_that_was_left_empty_is_said_in_place(page: PreparePage) -> None:
    page.show_new()
    write(page, "plan-name", "A")
    write(page, "plan-name", "")
    assert not page.form.fields["name"].error
    press("Tab")

    assert "Give the session a name" in page.form.fields["name"].error


def test_what_is_typed_is_stored_without_a_button(qtbot, page: PreparePage, services: Services) -> None:
    page.show_new()
    with qtbot.waitSignal(page.changed):
        write(page, "plan-name", "Night shift")

    assert [row.name for row in services.sessions.list()] == ["Night shift"]
    assert page.foot.saved.label.text() == "Draft kept"


def test_a_date_is_understood_as_people_type_it(page: PreparePage, services: Services) -> None:
    plan = session(services)
    page.show_session(plan.id)
    write(page, "plan-date", "3/12/26")
    press("Tab")
    assert named(page, "plan-date").text() == "03/12/2026"
    write(page, "plan-time", "14h")
    assert page.keep()
    stored = services.sessions.get(plan.id)

    assert (stored.date, stored.time) == ("2026-12-03", "14:00")


def test_a_date_that_is_none_is_not_kept_and_is_still_there_later(
    page: PreparePage, services: Services
) -> None:
    plan = session(services)
    page.show_session(plan.id)
    write(page, "plan-date", "32/12/2026")
    press("Tab")
    assert page.form.fields["date"].error
    assert not page.keep()
    page.show_session(plan.id)

    assert page.form.date.text() == "32/12/2026"
    assert services.sessions.get(plan.id).date == plan.date
    assert page.has_unkept()


def test_two_players_are_too_few_and_it_says_what_to_do(page: PreparePage, services: Services) -> None:
    plan = session(services, teams=teams(3))
    page.show_session(plan.id)
    (row,) = page.form.teams.rows
    row.size.less.click()

    assert "At least 3 players" in row.roles.text()
    assert page.foot.message.text() == "1 field to mend"
    row.size.more.click()
    assert "Editor" in row.roles.text()


def test_teams_are_added_and_taken_away(page: PreparePage, services: Services) -> None:
    plan = session(services)
    page.show_session(plan.id)
    click(page, "team-more")
    assert page.keep()
    assert [team.number for team in services.sessions.get(plan.id).teams] == [1, 2]
    click(page, "team-remove-1")
    assert page.keep()

    assert [team.number for team in services.sessions.get(plan.id).teams] == [2]


def test_the_last_team_cannot_go_and_no_seventh_can_come(page: PreparePage, services: Services) -> None:
    page.show_session(session(services).id)

    assert not page.form.teams.rows[0].remove.isEnabled()
    page.show_session(session(services, teams=teams(5, 5, 5, 5, 5, 5)).id)
    assert not page.form.teams.more.isEnabled()


def test_the_roles_follow_the_headcount(page: PreparePage, services: Services) -> None:
    page.show_session(session(services, teams=teams(4)).id)
    (row,) = page.form.teams.rows

    assert row.roles.text() == "Editor · Paparazzo + Digital intern · Feature writer · Phone voice"


def test_extra_time_is_a_third_more_and_the_facts_say_so(page: PreparePage, services: Services) -> None:
    plan = session(services)
    page.show_session(plan.id)
    click(page, "fine-settings")
    page.form.fine.extra.click()
    assert page.keep()

    assert services.sessions.get(plan.id).extra_time
    assert ("On the clock, with extra time", "60 min") in page._facts._shown


def test_every_choice_reaches_the_stored_session(page: PreparePage, services: Services) -> None:
    plan = session(services)
    page.show_session(plan.id)
    form = page.form
    form.level.button(form._kit.levels[0].id).click()
    form.language.button("en").click()
    form.hints.setCurrentIndex(1)
    form.hints.activated.emit(1)
    form.duration.more.click()
    form.fine.cost.more.click()
    form.fine.style_choice.button("bar").click()
    assert page.keep()
    stored = services.sessions.get(plan.id)

    assert (stored.level, stored.language, stored.hint_policy) == (form._kit.levels[0].id, "en", "by-hand")
    assert (stored.duration_min, stored.hint_cost_min, stored.clock_style) == (50, 1, "bar")


def test_how_hints_come_reaches_the_stored_session_and_is_said_in_one_line(
    page: PreparePage, services: Services
) -> None:
    plan = session(services)
    page.show_session(plan.id)
    form = page.form
    choose(form.hints, "automatic")
    click(page, "fine-settings")
    form.fine.stock.more.click()
    form.fine.stock.more.click()
    form.fine.shown.more.click()
    form.fine.own_clocks.click()
    assert page.keep()
    stored = services.sessions.get(plan.id)

    assert (stored.hint_policy, stored.hint_stock, stored.hint_shown_s) == ("automatic", 2, 15)
    assert stored.own_clocks
    assert "own clocks · hints cost nothing · 2 hints a team · hints stay 15 s" in form.fine.summary.text()


def test_a_time_too_short_to_read_a_hint_is_said_in_place(page: PreparePage, services: Services) -> None:
    page.show_session(session(services).id)
    page.form.fine.shown.edit.setText("3")
    page.form.fine.shown.edit.editingFinished.emit()
    page.keep()

    assert page.form.fine.is_open
    assert (
        page.form.fields["hint_shown_s"].error
        == "A hint stays 15 to 600 seconds, or 0 until it is taken off."
    )


def choose(box: ComboBox, ident: str) -> None:
    """Choose in a drop-down as a person does."""
    box.setCurrentIndex(box.findData(ident))
    box.activated.emit(box.currentIndex())


def test_each_length_of_the_game_can_be_chosen_and_brings_its_minutes(
    page: PreparePage, services: Services
) -> None:
    plan = session(services)
    page.show_session(plan.id)
    lengths = {}
    for variant in page.form._kit.variants:
        page.form.variant.card(variant.id).click()
        assert page.keep()
        stored = services.sessions.get(plan.id)
        lengths[stored.variant] = (stored.duration_min, len(stored.deals[0].puzzles))

    assert lengths == {"45-full": (45, 12), "45-light": (45, 10), "30": (30, 6), "60": (60, 14)}


def test_a_sector_is_chosen_and_kept(page: PreparePage, services: Services) -> None:
    plan = session(services)
    page.show_session(plan.id)
    assert page.form.sector.currentText() == "Hospital"
    choose(page.form.sector, "telework")
    assert page.keep()

    assert services.sessions.get(plan.id).sector == "telework"
    page.show_session(plan.id)
    assert page.form.sector.value() == "telework"


def test_who_plays_is_said_without_names(page: PreparePage, services: Services) -> None:
    plan = session(services)
    page.show_session(plan.id)
    assert page.form.audience.currentText() == "not said"
    choose(page.form.audience, "office")
    write(page, "plan-service", " Emergency ward ")
    assert page.keep()
    page.show_session(plan.id)

    stored = services.sessions.get(plan.id)
    assert (stored.audience, stored.service) == ("office", "Emergency ward")
    assert (page.form.audience.value(), page.form.service.text()) == ("office", "Emergency ward")
    assert stored.deals == plan.deals


def test_a_mixed_team_gets_the_other_language_too(page: PreparePage, services: Services) -> None:
    plan = session(services)
    page.show_session(plan.id)
    assert [page.form.second.itemText(row) for row in range(page.form.second.count())] == [
        "nothing else",
        "English",
    ]
    choose(page.form.second, "en")
    assert page.keep()

    assert services.sessions.get(plan.id).languages == ("fr", "en")


def test_the_two_languages_of_a_mixed_team_change_places(page: PreparePage, services: Services) -> None:
    plan = session(services, second_language="en")
    page.show_session(plan.id)
    page.form.language.button("en").click()
    assert page.keep()

    assert services.sessions.get(plan.id).languages == ("en", "fr")


def test_a_duration_out_of_range_is_said(page: PreparePage, services: Services) -> None:
    page.show_session(session(services).id)
    page.form.duration.edit.setFocus()
    page.form.duration.edit.selectAll()
    typed("200")
    press("Tab")

    assert "10 to 120" in page.form.fields["duration_min"].error


def test_control_enter_goes_on_to_printing_once_all_is_well(
    qtbot, page: PreparePage, services: Services
) -> None:
    page.show_new()
    press("Ctrl+Return")
    assert page.form.fields["name"].error
    write(page, "plan-name", "Night shift")
    with qtbot.waitSignal(page.printing_asked) as asked:
        press("Ctrl+Return")

    assert services.sessions.get(asked.args[0]).name == "Night shift"


def test_cancel_brings_back_what_was_there(qtbot, page: PreparePage, services: Services) -> None:
    plan = session(services)
    page.show_session(plan.id)
    write(page, "plan-room", "Elsewhere")
    page.keep()
    with qtbot.waitSignal(page.cancelled):
        click(page, "prepare-cancel")

    assert services.sessions.get(plan.id) == plan


def test_cancel_of_a_new_session_leaves_none(page: PreparePage, services: Services) -> None:
    page.show_new()
    write(page, "plan-name", "Night shift")
    page.keep()
    click(page, "prepare-cancel")

    assert services.sessions.list() == ()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # what a popup asks of a display
def test_the_calendar_puts_a_day_into_the_field(page: PreparePage, services: Services) -> None:
    page.show_session(session(services).id)
    page.form.date.setFocus()
    press("Down")
    press("Right")
    press("Return")

    assert page.form.date.value() == "2026-11-25"


def test_a_room_used_before_is_proposed(page: PreparePage, services: Services) -> None:
    session(services, room="Amphithéâtre")
    page.show_new()

    assert page.form.rooms.stringList() == ["Amphithéâtre"]


def test_the_form_is_filled_with_the_keyboard_alone(page: PreparePage, services: Services) -> None:
    page.show_new()
    for text in ("Night shift", "24/11/2026", "18h30", "Room 2"):
        typed(text)
        press("Tab")
    page.keep()
    (row,) = services.sessions.list()

    assert (row.name, row.date, row.time, row.room) == ("Night shift", "2026-11-24", "18:30", "Room 2")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_profiles_names_are_proposed_and_lead_to_their_profile(
    qtbot, page: PreparePage, services: Services
) -> None:
    services.profile.save(Facility(name="Clinique du Parc", rooms=("Salle du Parc",)))
    park = services.profile.chosen
    services.profile.add(Facility(name="Les Tilleuls", rooms=("Verrière",)))
    page.show_new()
    line, field = page.form.facility, page.form.fields["facility"]
    assert (line.name, line.profile_id) == ("Les Tilleuls", services.profile.chosen)
    assert field.message.text() == "Papers and screens take the profile of “Les Tilleuls”."
    assert page.form.rooms.stringList() == ["Verrière"]

    write(page, "plan-name", "Night shift")
    page.keep()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down)
    popup = line.completer().popup()
    assert popup.isVisible() and popup.model().rowCount() == 2
    popup.setCurrentIndex(popup.model().index(0, 0))
    with qtbot.waitSignal(page.changed):
        QTest.keyClick(popup, Qt.Key.Key_Return)
    (row,) = services.sessions.list()
    stored = services.sessions.get(row.id)
    assert (stored.facility, stored.facility_id) == ("Clinique du Parc", park)
    assert page.form.rooms.stringList() == ["Salle du Parc"]

    write(page, "plan-facility", "Elsewhere")
    assert "papers stay without logo" in field.message.text() and line.profile_id == ""


def test_a_session_that_is_only_looked_at_stays_as_it_was(page: PreparePage, services: Services) -> None:
    plan = session(services, facility="Les Tilleuls")
    services.profile.save(Facility(name="Clinique du Parc"))
    services.profile.add(Facility(name="Les Tilleuls"))
    page.show_session(plan.id)
    assert page.form.fields["facility"].message.text().endswith("profile of “Les Tilleuls”.")
    assert page.keep() and services.sessions.get(plan.id) == plan


def test_a_room_that_is_taken_on_that_day_is_told_while_the_session_is_typed(
    page: PreparePage, services: Services
) -> None:
    session(services, "Pharmacy", date="2026-12-03", time="10:00")
    page.show_session(session(services, "Night shift", date="2026-12-03", time="14:00").id)
    told = page._facts.conflicts
    assert not told.isVisible()
    write(page, "plan-time", "10:30")
    assert told.isVisible()
    assert told.sentences[0].startswith("“Pharmacy” is not over in Salle Camélia when “Night shift” begins")
    write(page, "plan-time", "soon")
    assert not told.isVisible()
    write(page, "plan-time", "11:40")
    assert not told.isVisible()


def test_a_day_that_is_over_is_told_while_the_session_is_typed(page: PreparePage, services: Services) -> None:
    page.show_session(session(services, date="2025-11-24", time="").id)
    told = page._facts.conflicts

    assert told.isVisible()
    assert told.sentences[0].endswith("2025 is over already. Choose a day that is still to come.")
    write(page, "plan-date", "24/11/2026")
    assert not told.isVisible()
