"""Projectors come, go, move and change on a real display server, under the real program."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.desk import LAPTOP, MISSING, PROJECTOR, SECOND, Area, Desk, desk
from tests.e2e.led import Led, led

TOLD_S, BACK_S = 1.0, 2.0
"""Within this time a person is told, and the picture is back."""
LASTS_MS = 250
"""A window that is on the console for shorter than this was caught on its way by a busy computer."""
CYCLES = 100
MOST_GROWTH = 1.05

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}")
Place = tuple[Desk, Led]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Place]:
    """A game on a laptop and a projector."""
    with desk() as screens:
        screens.plug("projector", PROJECTOR)
        with led(tmp_path / "data", "fr", screens.environment) as program:
            program.begin()
            program.until(lambda seen: seen["place"] == ["projected"])
            yield screens, program


def shown_on(area: Area) -> Callable[[dict], bool]:
    width, height, left, top = area
    return lambda seen: seen["player"][0] == [left, top, width, height]


def within(seconds: float, act: Callable[[], None], program: Led, claim: Callable[[dict], bool]) -> dict:
    """Do something to the displays; the program has put its windows in order so many seconds later."""
    begun = time.monotonic()
    act()
    seen = program.until(lambda seen: claim(seen) and seen["moved_at"] >= begun)
    assert seen["moved_at"] - begun < seconds, seen
    return seen


def loses(program: Led, act: Callable[[], None]) -> dict:
    seen = within(TOLD_S, act, program, lambda seen: seen["place"] == ["gone"])
    assert seen["player"] == [None]
    assert "il reviendra tout seul" in seen["banners"]["screen"]
    return seen


def comes_back(program: Led, act: Callable[[], None], area: Area) -> dict:
    seen = within(BACK_S, act, program, shown_on(area))
    assert seen["place"] == ["projected"]
    assert "screen" not in seen["banners"]
    return seen


def is_well(program: Led) -> None:
    """The game went on and the console was never covered."""
    seen = program.state()
    assert seen["covered_ms"] < LASTS_MS
    assert seen["phase"] == "playing"
    assert seen["kinds"][0] == "RunStarted"


def test_an_unplugged_projector_is_told_and_comes_back(room: Place) -> None:
    screens, program = room
    seen = loses(program, lambda: screens.unplug("projector"))
    assert seen["tag"] == "Débranché"
    comes_back(program, lambda: screens.plug("projector", PROJECTOR), PROJECTOR)
    is_well(program)


@pytest.mark.long
def test_another_projector_is_offered_and_the_old_one_is_waited_for(room: Place) -> None:
    screens, program = room
    loses(program, lambda: screens.unplug("projector"))
    screens.plug("other", SECOND)
    seen = program.until(lambda seen: "other" in seen["buttons"].get("screen", ()))
    assert seen["player"] == [None]
    comes_back(program, lambda: screens.plug("projector", PROJECTOR), PROJECTOR)

    loses(program, lambda: screens.unplug("projector"))
    program.banner(ident="screen", action="other")
    assert program.until(shown_on(SECOND))["place"] == ["projected"]
    screens.plug("projector", PROJECTOR)
    assert program.state()["player"] == [[3286, 0, 1920, 1080]]
    is_well(program)


@pytest.mark.long
def test_another_resolution_and_another_place_are_filled(room: Place) -> None:
    screens, program = room
    small, beyond = (1280, 720, 1366, 0), (1024, 768, 3286, 100)
    for area in (small, beyond):
        loses(program, lambda: screens.unplug("projector"))
        comes_back(program, lambda area=area: screens.plug("projector", area), area)
    is_well(program)


@pytest.mark.long
def test_other_primary_and_other_order_change_nothing(room: Place) -> None:
    screens, program = room
    screens.unplug("projector")
    screens.plug("second", SECOND)
    screens.plug("projector", PROJECTOR, is_primary=True)
    seen = program.until(lambda seen: shown_on(PROJECTOR)(seen) and seen["console"][2] == "laptop")
    assert seen["banners"] == {}
    is_well(program)


@pytest.mark.long
def test_a_doubled_picture_hides_the_game_and_is_told(room: Place) -> None:
    screens, program = room

    def is_told(seen: dict) -> bool:
        return seen["place"] == ["mirrored"] and "Windows + P" in seen["banners"]["screen"]

    loses(program, lambda: screens.unplug("projector"))
    within(TOLD_S, lambda: screens.plug("projector", LAPTOP), program, is_told)
    assert program.state()["player"] == [None]
    loses(program, lambda: screens.unplug("projector"))
    comes_back(program, lambda: screens.plug("projector", PROJECTOR), PROJECTOR)
    is_well(program)


@contextmanager
def looking_away(program: Led) -> Iterator[None]:
    """The program sees only how the displays are afterwards, as when all of it happens at once."""
    os.kill(program.process.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(program.process.pid, signal.SIGCONT)


def replug(screens: Desk, program: Led, area: Area) -> None:
    with looking_away(program):
        screens.unplug("projector")
        screens.plug("projector", area)


@pytest.mark.long
def test_a_picture_that_is_doubled_in_one_go_is_told(room: Place) -> None:
    screens, program = room

    def is_told(seen: dict) -> bool:
        return seen["place"] == ["mirrored"] and "Windows + P" in seen["banners"]["screen"]

    for _again in range(3):
        seen = within(BACK_S, lambda: replug(screens, program, LAPTOP), program, is_told)
        assert seen["player"] == [None]
        comes_back(program, lambda: replug(screens, program, PROJECTOR), PROJECTOR)
    is_well(program)


@pytest.mark.long
def test_a_projector_that_changes_in_one_go_is_filled(room: Place) -> None:
    screens, program = room
    for area in ((1280, 720, 1366, 0), (1024, 768, 3286, 100), PROJECTOR):
        comes_back(program, lambda area=area: replug(screens, program, area), area)
    is_well(program)


def test_a_console_dragged_onto_the_projector_is_told_and_swapped(room: Place) -> None:
    screens, program = room
    begun = time.monotonic()
    program.drag(screen="projector")
    seen = program.until(lambda seen: seen["place"] == ["swapped"])
    assert seen["moved_at"] - begun < TOLD_S
    assert seen["player"] == [[0, 0, 1366, 768]]
    assert "ils peuvent lire les réponses" in seen["banners"]["screen"]
    program.banner(ident="screen", action="swap")
    seen = program.until(shown_on(PROJECTOR))
    assert seen["console"][2] == "laptop"
    is_well(program)


@pytest.mark.long
def test_the_laptops_own_screen_goes_and_comes_back(room: Place) -> None:
    screens, program = room
    loses(program, lambda: screens.unplug("projector"))
    screens.plug("projector", PROJECTOR, is_holder=True)  # the laptop's own is gone
    seen = program.until(lambda seen: seen["place"] == ["taken"])
    assert seen["console"] == [1366, 0, "projector"]
    assert seen["player"] == [None]
    assert "L’écran de la console a disparu" in seen["banners"]["screen"]
    seen = comes_back(program, lambda: screens.plug("laptop", LAPTOP), PROJECTOR)
    assert seen["console"][2] == "laptop"
    is_well(program)


@pytest.mark.long
def test_each_team_comes_back_on_its_own_projector(room: Place) -> None:
    screens, program = room
    screens.plug("second", SECOND)
    program.add_team(number=1, label="Les Hiboux")
    both = [[1366, 0, 1920, 1080], [3286, 0, 1920, 1080]]
    program.until(lambda seen: seen["player"] == both)
    screens.unplug("second")
    seen = program.until(lambda seen: seen["place"] == ["projected", "gone"])
    assert "Les Hiboux" in seen["banners"]["screen-1"]
    screens.unplug("projector")
    program.until(lambda seen: seen["place"] == ["gone", "gone"])
    screens.plug("second", SECOND)
    program.until(lambda seen: seen["player"] == [None, both[1]])
    screens.plug("projector", PROJECTOR)
    program.until(lambda seen: seen["player"] == both)
    is_well(program)


@pytest.mark.long
def test_the_screens_of_teams_are_where_they_were_when_the_session_is_opened_again(tmp_path: Path) -> None:
    third = (1280, 720, 0, 768)
    swapped = {"0": "third", "2": "second", "3": "projector"}
    wanted = [[0, 768, 1280, 720], [3286, 0, 1920, 1080], [1366, 0, 1920, 1080]]
    with desk(height=1500) as screens:
        for name, area in (("projector", PROJECTOR), ("second", SECOND), ("third", third)):
            screens.plug(name, area)
        with led(tmp_path / "data", "fr", screens.environment) as program:
            session = program.plan(language="fr", labels=["Les Chouettes", "Les Hiboux", "Les Pies"])
            program.open_all(session=session)
            program.show_each_team(screens=swapped)
            program.until(lambda seen: seen["player"] == wanted, "places")
        with led(tmp_path / "data", "fr", screens.environment) as program:
            program.open_all(session=session)
            seen = program.until(lambda seen: seen["player"] == wanted, "places")
            assert seen["place"] == ["projected"] * 3


def cycle(screens: Desk, program: Led, number: int) -> None:
    """Everything that can happen to a projector in an evening."""
    small = (1280, 720, 1366 + 8 * (number % 5), 0)
    for area in (small, PROJECTOR):
        screens.unplug("projector")
        program.until(lambda seen: seen["place"] == ["gone"], "places")
        screens.plug("projector", area)
        program.until(shown_on(area), "places")
    program.drag(screen="projector")
    program.until(lambda seen: seen["place"] == ["swapped"], "places")
    program.banner(ident="screen", action="swap")
    program.until(shown_on(PROJECTOR), "places")


@pytest.mark.long
def test_a_hundred_rounds_of_everything_lose_nothing(room: Place) -> None:
    screens, program = room
    sizes = []
    for number in range(CYCLES):
        cycle(screens, program, number)
        sizes.append(program.sizes())
    early, late = sizes[20], sizes[-1]
    assert late["resident_kib"] < MOST_GROWTH * early["resident_kib"], (early, late)
    for kind in ("windows", "screens", "widgets", "files"):
        assert late[kind] <= early[kind], (kind, early, late)
    is_well(program)
