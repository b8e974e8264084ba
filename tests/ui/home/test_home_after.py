"""The home page after a game: one that stopped comes before all else, one that is over offers its debrief."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kit_app.assets import resources_dir
from kit_app.domain.plan import SessionPlan
from kit_app.game.commands import EndRun, StartRun
from kit_app.i18n import Catalogue, load
from kit_app.services.services import Services
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.tables import CELL_ROLE
from kit_app.ui.home.home_page import ALL, HomePage
from tests.fakes import FakeClock
from tests.ui.shell import click, press, services_in, session, teams

HOURS = 3_600_000


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock) -> Iterator[Services]:
    with services_in(tmp_path / "data", clock) as one:
        yield one


@pytest.fixture(params=["en", "fr"])
def t(request) -> Catalogue:
    return load(resources_dir() / "i18n", request.param)


@pytest.fixture
def page(qtbot, services: Services, t: Catalogue) -> HomePage:
    made = HomePage(services, t)
    made.resize(1180, 768)
    qtbot.addWidget(made)
    return made


def shown(page: HomePage) -> HomePage:
    page.reload()
    page.show()
    page.activateWindow()
    page.first_focus()
    return page


def stop(services: Services, plan: SessionPlan) -> None:
    room = services.runs.open(plan.id)
    room.handle(StartRun())
    room.close()


def play(services: Services, plan: SessionPlan) -> None:
    room = services.runs.open(plan.id)
    room.handle(StartRun())
    room.handle(EndRun(at_once=True))
    room.close()


def states(page: HomePage) -> dict[str, str]:
    """What the list says of each session."""
    rows = page.table.rows
    return {
        rows.data(rows.index(row, 1), CELL_ROLE).text: rows.data(rows.index(row, 3), CELL_ROLE).text
        for row in range(rows.rowCount())
    }


def primaries(page: HomePage) -> list[str]:
    return [
        button.objectName()
        for button in page.findChildren(KeyButton)
        if button.isVisible() and button.property("kind") == "primary"
    ]


def test_enter_takes_up_the_game_that_stopped_not_the_other_session_of_today(
    qtbot, page: HomePage, services: Services, clock: FakeClock, t: Catalogue
) -> None:
    session(services, "Day shift", time="14:00")
    plan = session(services, "Night shift", teams=teams(5, 6))
    stop(services, plan)
    clock.advance(3 * 60_000)
    shown(page)

    assert page.tonight.name.text() == "Night shift"
    assert page.tonight.start.text() == t.plural("Take it up again", "Take them up again", 2)
    assert primaries(page) == ["home-start"]
    with qtbot.waitSignal(page.console_asked) as asked, qtbot.assertNotEmitted(page.playing_asked):
        press("Return")
    assert asked.args == [plan.id, ALL]


def test_the_list_says_when_a_game_stopped(page: HomePage, services: Services, clock: FakeClock) -> None:
    session(services, "Day shift", time="14:00")
    stop(services, session(services, "Night shift"))
    clock.advance(3 * 60_000)
    shown(page)

    assert page.tonight.tag.text().lower() == states(page)["Night shift"]
    assert states(page)["Night shift"].startswith(("stopped at ", "arrêtée à "))
    assert not states(page)["Day shift"].startswith(("stopped at ", "arrêtée à "))


def test_a_game_left_open_long_ago_does_not_hide_the_session_of_tonight(
    qtbot, page: HomePage, services: Services, clock: FakeClock
) -> None:
    stop(services, session(services, "Left open"))
    clock.advance(20 * HOURS)
    plan = session(services, "Tonight", date="2026-11-25")
    shown(page)

    assert page.tonight.name.text() == "Tonight"
    assert page.banners.banner("stopped") is not None
    with qtbot.waitSignal(page.playing_asked) as asked:
        press("Return")
    assert asked.args == [plan.id]


@pytest.mark.parametrize("date", ["", "2026-11-24"])
def test_a_played_session_leaves_the_list_and_offers_its_debrief_and_results(
    qtbot, page: HomePage, services: Services, date: str
) -> None:
    plan = session(services, date=date)
    play(services, plan)
    shown(page)

    assert not page.tonight.isVisible()
    assert not page.table.isVisible()
    assert page.none.isVisible()
    assert "Night shift" in page.played.name.text()
    assert primaries(page) == ["home-debrief"]
    with qtbot.waitSignal(page.debrief_asked) as asked:
        press("Return")
    assert asked.args == [plan.id]
    with qtbot.waitSignal(page.results_asked) as asked:
        click(page, "home-results")
    assert asked.args == [plan.id]


def test_after_a_game_the_next_session_keeps_enter_and_the_debrief_is_one_click_away(
    qtbot, page: HomePage, services: Services
) -> None:
    plan = session(services, "First", time="14:00")
    play(services, plan)
    second = session(services, "Second")
    shown(page)

    assert list(states(page)) == ["Second"]
    assert primaries(page) == ["home-start"]
    with qtbot.waitSignal(page.playing_asked) as asked:
        press("Return")
    assert asked.args == [second.id]
    with qtbot.waitSignal(page.debrief_asked) as asked:
        qtbot.mouseClick(page.findChild(QPushButton, "home-debrief"), Qt.MouseButton.LeftButton)
    assert asked.args == [plan.id]
