"""Before the game: the team, the players' display, and what was really tried."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kit_app.domain.screens import Display
from kit_app.domain.settings import ScreenIdentity
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.services.simulate import simulate_run
from kit_app.ui.setup.findings import findings
from kit_app.ui.setup.play_page import PlayPage
from tests.ui.shell import click, press, services_in, session, teams

EN = Catalogue("en")
LAPTOP = Display(identity=ScreenIdentity(name="laptop"), left=0, top=0, width=1366, height=768)
BESIDE = Display(identity=ScreenIdentity(name="beamer"), left=1366, top=0, width=1920, height=1080)
SAME = Display(identity=ScreenIdentity(name="beamer"), left=0, top=0, width=1366, height=768)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with services_in(tmp_path / "data") as one:
        yield one


@pytest.fixture
def page(qtbot, services: Services) -> PlayPage:
    made = PlayPage(services, EN)
    made.resize(1180, 768)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


@pytest.mark.parametrize(
    ("displays", "level"), [([LAPTOP, BESIDE], "ok"), ([LAPTOP], "warn"), ([LAPTOP, SAME], "danger")]
)
def test_the_players_display_is_judged(services: Services, displays: list[Display], level: str) -> None:
    plan = session(services)
    found = {one.ident: one for one in findings(services, plan, 1, displays, EN)}

    assert found["screen"].level == level


def test_what_is_worst_comes_first(services: Services) -> None:
    plan = session(services)
    levels = [one.level for one in findings(services, plan, 1, [LAPTOP, SAME], EN)]

    assert levels == sorted(levels, key=["danger", "warn", "ok"].index)


def test_a_printed_deck_is_fine(services: Services) -> None:
    plan = session(services)
    services.sessions.mark_printed(plan.id, 1)
    found = {one.ident: one for one in findings(services, services.sessions.get(plan.id), 1, [LAPTOP], EN)}

    assert found["deck"].level == "ok"
    assert found["kit"].level == "ok"
    assert found["folder"].level == "ok"


def test_missing_cards_lead_to_the_print_desk(qtbot, page: PlayPage, services: Services) -> None:
    plan = session(services)
    page.show_session(plan.id)
    with qtbot.waitSignal(page.printing_asked) as asked:
        click(page, "finding-deck")

    assert asked.args == [plan.id]


def test_the_chosen_team_gets_its_console(qtbot, page: PlayPage, services: Services) -> None:
    plan = session(services, teams=teams(5, 4))
    page.show_session(plan.id)
    click(page, "play-team-2")
    with qtbot.waitSignal(page.console_asked) as asked:
        press("Ctrl+Return")

    assert asked.args == [plan.id, 2]


def test_the_first_team_that_has_not_played_is_proposed(page: PlayPage, services: Services) -> None:
    plan = session(services, teams=teams(5, 4))
    simulate_run(services.runs, services.results, plan.id, 1, "45", services.clock.wall_ms())
    page.show_session(plan.id)

    assert page.teams.value() == 2


def test_checking_again_sees_what_was_printed_since(page: PlayPage, services: Services) -> None:
    plan = session(services)
    page.show_session(plan.id)
    assert "deck" in page.list.buttons
    services.sessions.mark_printed(plan.id, 1)
    press("F5")

    assert "deck" not in page.list.buttons
