"""How many presses it takes: the same session again, and the next session after one has ended."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit_app.game.commands import EndRun, StartRun
from kit_app.services.changed import Changed
from kit_app.services.services import Services
from kit_app.ui.app import MainWindow
from kit_app.ui.day.again_dialog import AgainDialog
from kit_app.ui.places import HOME, Where, step
from tests.fakes import FakeClock
from tests.ui.shell import click, named, services_in, session, window_of


class Hand:
    """Presses keys and buttons, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def click(self, window, name: str) -> None:
        self.count += 1
        click(window, name)


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock) -> Iterator[Services]:
    with services_in(tmp_path / "data", clock) as one:
        yield one


@pytest.fixture
def window(qtbot, services: Services) -> Iterator[MainWindow]:
    made = window_of(services)
    qtbot.addWidget(made)
    yield made
    made.end()


@pytest.fixture
def after_the_first(qtbot, services: Services, window: MainWindow) -> str:
    """The id of the second session of today, at the moment at which the first one's console has closed."""
    first = session(services, "First", time="17:00")
    second = session(services, "Second", time="20:00")
    window.on_changed(Changed(sessions=True))
    window.open_console(first.id, 1, StartRun())
    window.live.room.handle(EndRun(at_once=True))
    window.live.leave()
    assert window.here == step("debrief", first.id)
    return second.id


def test_the_same_as_last_time_is_two_clicks_from_home(window, services, hand: Hand) -> None:
    plan = session(services, date="2026-11-20", time="09:00")
    window.on_changed(Changed(sessions=True))
    window.go(Where(HOME))
    hand.click(window, "home-again")
    hand.click(window.findChild(AgainDialog), "day-take")

    assert hand.count == 2
    new = next(row for row in services.sessions.list() if row.id != plan.id)
    assert (new.date, new.time, new.room) == ("2026-11-25", "09:00", plan.room)
    assert set(new.set_ids).isdisjoint(deal.set_id for deal in plan.deals)
    assert window.toast.label.text().startswith("“Night shift” is planned")
    window.toast.button.click()
    assert [row.id for row in services.sessions.list()] == [plan.id]


def test_enter_is_enough_to_confirm_the_same_as_last_time(window, services, hand: Hand) -> None:
    session(services, date="2026-11-20", time="09:00")
    window.on_changed(Changed(sessions=True))
    hand.click(window, "home-again")
    dialog = window.findChild(AgainDialog)
    hand.count += 1
    QTest.keyClick(dialog, Qt.Key.Key_Return)

    assert hand.count == 2
    assert len(services.sessions.list()) == 2


def by_home(window: MainWindow, hand: Hand) -> None:
    hand.count += 1
    QTest.mouseClick(window.rail.place(HOME), Qt.MouseButton.LeftButton)
    hand.click(window, "home-start")


def by_the_end_of_the_talk(window: MainWindow, hand: Hand) -> None:
    hand.click(window, "debrief-end")
    hand.count += 1
    QTest.mouseClick(window.toast.button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("way", [by_home, by_the_end_of_the_talk])
def test_the_next_session_starts_three_presses_after_the_end_of_the_one_before(
    qtbot, window, services, hand: Hand, after_the_first: str, way: Callable[[MainWindow, Hand], None]
) -> None:
    way(window, hand)
    assert window.here == step("play", after_the_first)
    start = named(window.page("play"), "play-start")
    qtbot.waitUntil(start.isEnabled, timeout=15_000)
    hand.click(window.page("play"), "play-start")

    assert hand.count == 3
    assert services.runs.row(after_the_first, 1).stage == "under-way"
    window.live.close()
