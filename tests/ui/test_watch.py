"""What goes wrong after the start is said in two seconds, taken away when it is over, and in the journal."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kit_app.game.commands import StartRun
from kit_app.game.events import TroubleNoticed
from kit_app.i18n import Catalogue
from kit_app.services.preflight import computer as lines
from kit_app.services.preflight.displays import Displays, copied
from kit_app.services.services import Services
from kit_app.system.idle import IdlePolicy
from kit_app.system.power import Power
from kit_app.system.sleep import KeepAwake
from kit_app.ui.common.banner import BannerStack
from kit_app.ui.watch import LOOK_MS, Around, Watch
from tests.fakes import FakeClock
from tests.ui.console.evening import Evening, evening
from tests.ui.shell import services_in, session
from tests.unit.services.preflight.computers import LAPTOP, WELL, computer

EN = Catalogue("en")
PATIENCE_MS = 20_000


class Awake(KeepAwake):
    """Sleep is held off until the system lets go, and after asking so many times again."""

    def __init__(self) -> None:
        super().__init__([])
        self.lost_for = 0

    @property
    def is_lost(self) -> bool:
        return self.lost_for > 0

    def start(self) -> None:
        self.lost_for -= 1


class Console:
    """A watch with banners, and what the journals would be told."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        self.banners = BannerStack(parent)
        self.watch = Watch(services, self.banners, EN, parent)
        self.watch.computer = WELL
        self.watch._timer.setInterval(3_600_000)
        self.told: list[tuple[str, bool]] = []
        self.watch.noticed.connect(lambda one: self.told.append((one.what, one.is_over)))
        self.place = "projected"
        self.awake = Awake()
        self.has_sound = True
        self.is_game_on = True
        self.plan = session(services)

    def begin(self) -> None:
        self.watch.begin(
            self.plan, Around(lambda: self.place, lambda: self.has_sound, self.awake, lambda: self.is_game_on)
        )

    def said(self, what: str) -> str:
        banner = self.banners.banner(f"watch-{what}")
        return banner.text if banner is not None else ""


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def console(qtbot, tmp_path: Path, clock: FakeClock) -> Iterator[Console]:
    with services_in(tmp_path / "data", clock) as services:
        parent = QWidget()
        qtbot.addWidget(parent)
        one = Console(services, parent)
        yield one
        if isValid(one.watch):  # the widget that owns it may be closed before
            one.watch.stop()


@pytest.fixture
def seconds(qtbot, console: Console) -> Callable[[int], None]:
    def pass_by(count: int) -> None:
        for _second in range(count):
            console.watch.look()
            qtbot.waitUntil(lambda: console.watch._task is None, timeout=PATIENCE_MS)

    return pass_by


def test_a_computer_that_is_well_says_nothing(console: Console, seconds) -> None:
    console.begin()
    seconds(3)

    assert console.banners.isHidden()
    assert console.told == []


def test_a_plug_pulled_is_said_as_before_the_start_and_taken_away_again(console: Console, seconds) -> None:
    console.begin()
    seconds(1)
    console.watch.computer = computer(power=lambda: Power.BATTERY)
    seconds(1)
    assert console.said("battery") == lines.mains(console.watch.computer, EN).sentence
    console.watch.computer = WELL
    seconds(1)

    assert console.said("battery") == ""
    assert console.told == [("battery", False), ("battery", True)]


def test_a_full_disk_is_red(console: Console, seconds) -> None:
    console.begin()
    console.watch.computer = computer(free_bytes=lambda _folder: 3 * 1024**2)
    seconds(2)

    assert "nearly full: 3 MB left" in console.said("disk-full")
    assert console.banners.banner("watch-disk-full").property("banner") == "danger"


def test_a_loudspeaker_that_went_is_missed(console: Console, seconds) -> None:
    console.begin()
    console.has_sound = False
    console.watch.look()
    assert console.said("sound-gone") == lines.no_loudspeaker(WELL, EN).sentence
    console.has_sound = True
    console.watch.look()

    assert console.said("sound-gone") == ""
    assert console.told == []


def test_a_loudspeaker_that_never_was_is_not_missed(console: Console, seconds) -> None:
    console.has_sound = False
    console.begin()
    seconds(3)

    assert console.said("sound-gone") == ""


def test_a_lock_that_came_by_a_new_rule_is_said(console: Console, seconds) -> None:
    console.begin()
    seconds(1)
    console.watch.computer = computer(idle=lambda: IdlePolicy(lock_s=300, is_imposed=True))
    seconds(31)

    assert console.said("lock").startswith("The screen locks after 5 minutes")


def test_a_lock_that_was_known_before_is_not_said_again(console: Console, seconds) -> None:
    console.watch.computer = computer(idle=lambda: IdlePolicy(lock_s=300, is_imposed=True))
    console.begin()
    seconds(32)

    assert console.said("lock") == ""


def test_sleep_that_is_no_longer_held_off_is_said_until_it_is_again(console: Console, seconds) -> None:
    console.begin()
    seconds(2)
    console.awake.lost_for = 2
    console.watch.look()
    assert "no longer kept awake" in console.said("awake-lost")
    seconds(2)

    assert console.said("awake-lost") == ""
    assert ("awake-lost", True) in console.told


def test_sleep_that_never_could_be_held_off_was_said_before(console: Console, seconds) -> None:
    console.awake.lost_for = 100
    console.begin()
    seconds(3)

    assert console.said("awake-lost") == ""


def test_a_clock_that_was_set_is_said_for_a_minute(console: Console, seconds, clock: FakeClock) -> None:
    console.begin()
    clock.set_wall(clock.wall_ms() + 3_600_000)
    console.watch.look()
    assert "was set by 1:00:00" in console.said("clock-jumped")
    clock.advance(61_000)
    console.watch.look()

    assert console.said("clock-jumped") == ""
    assert console.told == [("clock-jumped", False), ("clock-jumped", True)]


def test_time_that_passes_asleep_is_no_jump_of_the_clock(console: Console, clock: FakeClock) -> None:
    console.begin()
    clock.advance(3_600_000)
    console.watch.look()

    assert console.said("clock-jumped") == ""


def test_a_picture_shown_twice_settles_the_displays_anew(qtbot, console: Console, seconds) -> None:
    console.begin()
    seconds(2)
    console.watch.computer = computer(is_mirroring=lambda: True)
    with qtbot.waitSignal(console.watch.displays_changed):
        console.watch.look()


def test_the_place_of_the_player_screen_goes_to_the_journals(console: Console, seconds) -> None:
    console.begin()
    console.place = "gone"
    seconds(1)
    console.place = "mirrored"
    seconds(1)

    assert console.told == [("projector-gone", False), ("mirrored", False), ("projector-gone", True)]


@pytest.mark.parametrize(("place", "what"), [("swapped", "projector-swapped"), ("taken", "projector-taken")])
def test_a_console_on_the_players_screen_goes_to_the_journals(console: Console, seconds, place, what) -> None:
    console.begin()
    console.place = place
    seconds(2)
    console.place = "projected"
    seconds(1)

    assert console.told == [(what, False), (what, True)]


@pytest.mark.parametrize("place", ["projected", "window", "hidden", "alone"])
def test_a_place_that_was_wished_or_cannot_be_helped_is_no_trouble(console: Console, seconds, place) -> None:
    console.begin()
    console.place = place
    seconds(2)

    assert console.told == []


def test_before_the_start_journals_hear_nothing_and_then_what_still_is(console: Console, seconds) -> None:
    console.is_game_on = False
    console.watch.computer = computer(power=lambda: Power.BATTERY)
    console.begin()
    seconds(2)
    assert console.said("battery")
    assert console.told == []
    console.is_game_on = True
    seconds(1)

    assert console.told == [("battery", False)]


def test_a_second_costs_the_interface_less_than_a_millisecond(console: Console, seconds) -> None:
    console.begin()
    seconds(1)
    console.watch._task = object()  # what is read elsewhere is not counted
    spent = []
    for _second in range(200):
        start = time.perf_counter()
        console.watch.look()
        spent.append(time.perf_counter() - start)
    console.watch._task = None

    assert sorted(spent)[100] < 0.001


def test_a_look_follows_the_other_in_less_than_two_seconds() -> None:
    assert LOOK_MS <= 1_000


def test_the_banner_of_a_copied_picture_says_what_the_preflight_said(qtbot, tmp_path: Path) -> None:
    with evening(tmp_path / "data") as night:
        night.live.seen.projector.is_mirroring = lambda: True
        night.live.seen.projector._all = lambda: (night.live.seen.projector._console_display(),)
        night.live.seen.projector.settle()
        shown = night.console.banners.banner("screen").text
        before = copied(Displays(every=(LAPTOP,)), computer(is_mirroring=lambda: True), EN)

        assert shown == before.sentence


def test_a_game_in_trouble_has_it_in_its_journal(qtbot, tmp_path: Path) -> None:
    with evening(tmp_path / "data") as night:
        night.live.ask(StartRun())
        night.live.guard.watch.computer = computer(power=lambda: Power.BATTERY)
        for _twice in range(2):
            qtbot.waitUntil(lambda: night.live.guard.watch._task is None, timeout=PATIENCE_MS)
            night.live.guard.watch.look()
        qtbot.waitUntil(lambda: night.kinds()[-1] == "TroubleNoticed")
        assert night.live.conductor.history[-1].event == TroubleNoticed(what="battery")
        assert night.console.banners.banner("watch-battery") is not None
        qtbot.waitUntil(lambda: night.live.guard.watch._task is None, timeout=PATIENCE_MS)


def test_no_game_is_touched_before_it_starts(qtbot, tmp_path: Path) -> None:
    with evening(tmp_path / "data") as night:
        before: Evening = night
        before.live.guard.watch.computer = computer(power=lambda: Power.BATTERY)
        qtbot.waitUntil(lambda: before.live.guard.watch._task is None, timeout=PATIENCE_MS)
        before.live.guard.watch.look()
        qtbot.waitUntil(lambda: before.console.banners.banner("watch-battery") is not None)

        assert before.kinds() == []
        qtbot.waitUntil(lambda: before.live.guard.watch._task is None, timeout=PATIENCE_MS)
