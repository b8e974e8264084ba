"""The home page says what is next and what is missing, and leads there."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kit_app.assets import resources_dir
from kit_app.domain.plan import SessionPlan
from kit_app.game.commands import EndRun, ShowScene, StartRun
from kit_app.i18n import Catalogue, load
from kit_app.services.services import Services
from kit_app.ui.common.when import local_moment
from kit_app.ui.home.home_page import ALL, HomePage
from tests.fakes import FakeClock
from tests.ui.shell import click, press, services_in, session, teams

EN = Catalogue("en")


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock) -> Iterator[Services]:
    with services_in(tmp_path / "data", clock) as one:
        yield one


@pytest.fixture
def page(qtbot, services: Services) -> HomePage:
    made = HomePage(services, EN)
    made.resize(1180, 768)
    qtbot.addWidget(made)
    return made


def shown(page: HomePage, qtbot) -> HomePage:
    page.reload()
    page.show()
    page.activateWindow()
    page.first_focus()
    return page


def start(services: Services, plan: SessionPlan) -> None:
    room = services.runs.open(plan.id, 1)
    opening = next(scene.id for scene in room.conductors[0].setup.scenes if scene.moment == "before-start")
    room.handle(ShowScene(scene=opening))
    room.handle(StartRun())
    room.close()


def play(services: Services, plan: SessionPlan, *numbers: int) -> None:
    room = services.runs.open(plan.id, *numbers)
    room.handle(StartRun())
    room.handle(EndRun(at_once=True))
    room.close()


def test_an_empty_folder_offers_the_first_session(qtbot, page: HomePage) -> None:
    shown(page, qtbot)
    with qtbot.waitSignal(page.new_asked):
        click(page, "home-first")


@pytest.mark.parametrize("keys", ["Return", "Ctrl+N"])
def test_an_empty_folder_offers_the_first_session_to_the_keys(qtbot, page: HomePage, keys: str) -> None:
    shown(page, qtbot)
    with qtbot.waitSignal(page.new_asked):
        press(keys)


def test_enter_on_another_button_presses_that_one(qtbot, page: HomePage, services: Services) -> None:
    session(services)
    shown(page, qtbot)
    started = []
    page.playing_asked.connect(started.append)
    page.again.setFocus()
    press("Tab")
    with qtbot.waitSignal(page.day_asked):
        press("Return")
    assert started == []


def test_enter_starts_after_the_mouse_was_elsewhere(qtbot, page: HomePage, services: Services) -> None:
    session(services)
    shown(page, qtbot)
    click(page, "home-day")
    page.day.setFocus()
    with qtbot.waitSignal(page.playing_asked):
        press("Return")


def test_the_session_of_tonight_is_named_with_its_hour(qtbot, page: HomePage, services: Services) -> None:
    session(services, "Next week", date="2026-12-03")
    session(services)
    shown(page, qtbot)

    assert page.tonight.name.text() == "Night shift"
    assert page.tonight.tag.text().startswith("Tonight · 6.30")


def test_a_late_session_is_still_offered_after_midnight(
    qtbot, page: HomePage, services: Services, clock: FakeClock
) -> None:
    session(services, "Afternoon", time="14:00")
    session(services, "Night shift", time="23:30")
    session(services, "Next week", date="2026-12-03")
    past_midnight = local_moment(clock.wall_ms()).replace(hour=23, minute=59) + timedelta(minutes=16)
    clock.set_wall(round(past_midnight.timestamp() * 1000))
    shown(page, qtbot)
    model = page.table.model()
    names = [model.index(row, 1).data() for row in range(model.rowCount())]

    assert (page.tonight.name.text(), names) == ("Night shift", ["Night shift", "Next week"])
    clock.advance(3 * 3_600_000)
    page.reload()
    assert page.tonight.name.text() == "Next week"


def test_sessions_without_a_date_do_not_push_away_those_to_come(
    qtbot, page: HomePage, services: Services
) -> None:
    session(services, "Some day", date="")
    session(services)
    session(services, "Next week", date="2026-12-03")
    shown(page, qtbot)
    model = page.table.model()
    names = [model.index(row, 1).data() for row in range(model.rowCount())]

    assert names == ["Night shift", "Next week", "Some day"]


def test_what_is_not_printed_is_missing_and_is_asked_for(qtbot, page: HomePage, services: Services) -> None:
    plan = session(services, teams=teams(5, 6))
    services.sessions.mark_printed(plan.id, 1)
    shown(page, qtbot)

    assert page.tonight.ready.text() == "Ready: 4 of 6"
    with qtbot.waitSignal(page.printing_asked) as asked:
        click(page, "home-print")
    assert asked.args == [plan.id]


def test_enter_leads_to_what_is_checked_before_the_game(qtbot, page: HomePage, services: Services) -> None:
    plan = session(services, teams=teams(5, 6))
    shown(page, qtbot)
    with qtbot.waitSignal(page.playing_asked) as asked, qtbot.assertNotEmitted(page.console_asked):
        press("Return")

    assert asked.args == [plan.id]


def test_a_session_of_which_one_team_has_played_is_still_the_next(
    qtbot, page: HomePage, services: Services
) -> None:
    plan = session(services, teams=teams(5, 6))
    play(services, plan, 1)
    shown(page, qtbot)
    with qtbot.waitSignal(page.playing_asked) as asked:
        press("Return")

    assert asked.args == [plan.id]
    assert not page.played.isVisible()


def test_games_that_stopped_together_are_offered_together(
    qtbot, page: HomePage, services: Services, clock: FakeClock
) -> None:
    plan = session(services, teams=teams(5, 6))
    room = services.runs.open(plan.id)
    room.handle(StartRun())
    room.close()
    clock.advance(3 * 60_000)
    shown(page, qtbot)
    banner = page.banners.banner("stopped")

    assert banner is not None
    assert "Équipe 1 and Équipe 2 (Night shift) stopped" in banner.text
    with qtbot.waitSignal(page.console_asked) as asked:
        qtbot.mouseClick(banner.buttons["resume"], Qt.MouseButton.LeftButton)
    assert asked.args == [plan.id, ALL]


def test_enter_in_the_list_opens_the_row_and_not_the_console(
    qtbot, page: HomePage, services: Services
) -> None:
    session(services)
    other = session(services, "Next week", date="2026-12-03")
    shown(page, qtbot)
    page.table.setFocus()
    page.table.choose(other.id)
    with qtbot.waitSignal(page.opened) as asked, qtbot.assertNotEmitted(page.console_asked):
        press("Return")

    assert asked.args == [other.id]


def test_a_click_on_a_row_opens_it(qtbot, page: HomePage, services: Services) -> None:
    plan = session(services)
    shown(page, qtbot)
    spot = page.table.visualRect(page.table.rows.index(0, 1)).center()
    with qtbot.waitSignal(page.opened) as asked:
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    assert asked.args == [plan.id]


def test_all_three_ways_on_fit_a_small_laptop_in_french(qtbot, services: Services) -> None:
    page = HomePage(services, load(resources_dir() / "i18n", "fr"))
    qtbot.addWidget(page)
    page.resize(1366 - 184, 768)
    session(services, date="")
    shown(page, qtbot)
    for way in (page.tonight.start, page.tonight.print, page.tonight.prepare):
        assert way.isVisible()
    assert page.tonight.minimumSizeHint().width() <= 1366 - 184 - 2 * 24


def test_a_game_that_stopped_is_offered_first(
    qtbot, page: HomePage, services: Services, clock: FakeClock
) -> None:
    plan = session(services)
    start(services, plan)
    clock.advance(3 * 60_000)
    shown(page, qtbot)
    banner = page.banners.banner("stopped")

    assert banner is not None
    assert "Équipe 1 (Night shift) stopped" in banner.text
    assert "3 min ago" in banner.text
    with qtbot.waitSignal(page.console_asked) as asked:
        qtbot.mouseClick(banner.buttons["resume"], Qt.MouseButton.LeftButton)
    assert asked.args == [plan.id, 1]


def test_a_game_of_a_deleted_session_is_not_offered(qtbot, page: HomePage, services: Services) -> None:
    plan = session(services)
    start(services, plan)
    services.sessions.delete(plan.id)
    shown(page, qtbot)

    assert page.banners.banner("stopped") is None


def test_the_same_again_and_a_whole_day_are_asked_for_once_there_is_a_session(
    qtbot, page: HomePage, services: Services
) -> None:
    shown(page, qtbot)
    assert not page.again.isVisible() and not page.day.isVisible()
    session(services)
    page.reload()
    with qtbot.waitSignal(page.again_asked):
        click(page, "home-again")
    with qtbot.waitSignal(page.day_asked):
        click(page, "home-day")


def test_yesterdays_session_is_not_the_next_one(qtbot, page: HomePage, services: Services) -> None:
    session(services, "Yesterday", date="2026-11-23")
    shown(page, qtbot)

    assert not page.tonight.isVisible()
    assert page.new.isVisible()
