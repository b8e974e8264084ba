"""Six questions lead to a length, a level and teams, with reasons and a chance; one click takes them over."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.setup.advice_dialog import AdviceDialog
from kit_app.ui.setup.drafts import Drafts
from kit_app.ui.setup.prepare_page import PreparePage
from tests.ui.setup.test_prepare_page import choose
from tests.ui.shell import click, press, services_in, session, teams


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with services_in(tmp_path / "data") as one:
        yield one


@pytest.fixture
def page(qtbot, services: Services) -> PreparePage:
    made = PreparePage(services, Catalogue("en"), Drafts())
    made.resize(1180, 768)
    qtbot.addWidget(made)
    made.show()
    return made


def asked(page: PreparePage) -> AdviceDialog:
    click(page, "plan-help")
    dialog = page.findChild(AdviceDialog)
    assert QTest.qWaitForWindowActive(dialog)
    return dialog


def test_it_begins_with_what_the_form_says(qtbot, page: PreparePage, services: Services) -> None:
    page.show_session(session(services, teams=teams(5, 5), audience="office").id)
    dialog = asked(page)

    assert (dialog.audience.value(), dialog.people.value(), dialog.minutes.value()) == ("office", 10, "90")
    assert dialog.answer.text() == "45 light · level gentle · 2 teams of 5 and 5"
    qtbot.waitUntil(lambda: "finish in time; likely end at" in dialog.chance.text())
    assert all(label.text() for label in dialog.reasons)
    dialog.reject()


def test_each_answer_changes_the_advice_at_once(qtbot, page: PreparePage, services: Services) -> None:
    page.show_session(session(services).id)
    dialog = asked(page)
    dialog.minutes.button("110").click()
    dialog.experience.button("often").click()
    dialog.wish.button("stretch").click()
    assert dialog.answer.text() == "60 long · level tough · one team of 5"
    dialog.minutes.button("60").click()

    assert dialog.answer.text().startswith("30 express")
    dialog.reject()


def test_the_figure_of_the_answers_before_is_never_beside_the_new_ones(
    qtbot, page: PreparePage, services: Services
) -> None:
    page.show_session(session(services).id)
    dialog = asked(page)
    qtbot.waitUntil(lambda: "of teams finish in time" in dialog.chance.text())
    dialog.wish.button("stretch").click()
    assert dialog.chance.text() == "Reckoning the chance to finish…"
    qtbot.waitUntil(lambda: "of teams finish in time" in dialog.chance.text())
    dialog.reject()


def test_it_says_that_one_or_two_are_too_few(qtbot, page: PreparePage, services: Services) -> None:
    page.show_session(session(services).id)
    dialog = asked(page)
    few = "A game needs 3 people or more. This is for 3."
    dialog.people.edit.setFocus()
    dialog.people.edit.selectAll()
    QTest.keyClicks(dialog.people.edit, "2")
    assert dialog.people_field.error == few
    QTest.keyClick(dialog.people.edit, Qt.Key.Key_Tab)
    assert (dialog.people.value(), dialog.people_field.error) == (3, few)
    dialog.people.more.click()
    assert (dialog.people.value(), dialog.people_field.error) == (4, "")
    dialog.reject()


def test_one_click_takes_it_over_and_names_of_teams_stay(
    qtbot, page: PreparePage, services: Services
) -> None:
    plan = session(services)
    page.show_session(plan.id)
    dialog = asked(page)
    choose(dialog.audience, "care")
    dialog.people.set_value(9)
    dialog.people.changed.emit(9)
    click(dialog, "advice-take")
    assert page.keep()
    stored = services.sessions.get(plan.id)

    assert (stored.variant, stored.level, stored.audience) == ("45-light", "doux", "care")
    assert [team.size for team in stored.teams] == [5, 4]
    assert stored.teams[0].label == plan.teams[0].label
    assert stored.name == plan.name


def test_escape_leaves_everything_as_it_was(qtbot, page: PreparePage, services: Services) -> None:
    plan = session(services)
    page.show_session(plan.id)
    asked(page).minutes.button("60").click()
    press("Esc")
    assert page.keep()

    assert services.sessions.get(plan.id) == plan
