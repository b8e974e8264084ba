"""The lines about the computer: each fault has its sentence, its colour and its remedy."""

from pathlib import Path

import pytest

from kit_app.domain.plan import SessionPlan
from kit_app.i18n import Catalogue
from kit_app.services.preflight import computer as lines
from kit_app.services.preflight.later import look
from kit_app.services.services import Services
from kit_app.system.audio import NONE, UNKNOWN, SoundOutput
from kit_app.system.idle import IdlePolicy
from kit_app.system.power import Power
from tests.fakes import WALL_START_MS
from tests.unit.services.bundled import draft
from tests.unit.services.preflight.computers import WELL, computer

EN = Catalogue("en")
FOLDER = Path("data")
DAY_MS = 24 * 60 * 60 * 1000


@pytest.fixture
def plan(services: Services) -> SessionPlan:
    return draft(services)


def test_a_computer_that_is_well_is_green_all_over(plan: SessionPlan) -> None:
    found = [
        lines.sound(WELL, EN, can_listen=True),
        lines.mains(WELL, EN),
        lines.sleep(WELL, EN),
        lines.lock(WELL, plan, EN),
        lines.folder(WELL, FOLDER, 5, EN),
    ]

    assert {one.level for one in found} == {"ok"}
    assert found[0].text == "Loudspeaker, volume 60%."
    assert found[0].action is not None
    assert found[0].action.ident == "listen"
    assert found[4].text == "Folder written to and read back, 41 GB free."


def test_a_computer_without_a_loudspeaker(plan: SessionPlan) -> None:
    found = lines.sound(computer(sound=lambda: NONE), EN, can_listen=True)

    assert (found.level, found.topic) == ("warn", "No loudspeaker was found")
    assert found.action is not None
    assert found.action.ident == "sound"


@pytest.mark.parametrize(
    ("volume", "is_muted", "topic"),
    [(60, True, "The sound is muted"), (4, False, "The sound is hardly to be heard")],
)
def test_a_sound_that_nobody_hears(volume: int, is_muted: bool, topic: str) -> None:
    output = SoundOutput(is_there=True, volume=volume, is_muted=is_muted)

    assert lines.sound(computer(sound=lambda: output), EN, can_listen=True).topic == topic


def test_a_computer_that_tells_nothing_of_its_sound_can_be_listened_to() -> None:
    found = lines.sound(computer(sound=lambda: UNKNOWN), EN, can_listen=True)

    assert found.level == "unknown"
    assert found.action is not None


def test_a_battery_is_yellow() -> None:
    assert lines.mains(computer(power=lambda: Power.BATTERY), EN).level == "warn"
    assert lines.mains(computer(power=lambda: Power.UNKNOWN), EN).level == "unknown"


def test_sleep_that_cannot_be_held_off_is_told_with_its_minutes() -> None:
    sleepy = computer(can_keep_awake=lambda: False, idle=lambda: IdlePolicy(sleep_s=900))

    assert lines.sleep(sleepy, EN).topic == "This computer falls asleep after 15 minutes without a touch"
    assert lines.sleep(sleepy, EN).action is not None
    never = computer(can_keep_awake=lambda: False, idle=lambda: IdlePolicy(sleep_s=0))
    assert lines.sleep(never, EN).level == "ok"
    silent = computer(can_keep_awake=lambda: False, idle=IdlePolicy)
    assert lines.sleep(silent, EN).level == "warn"


def test_a_lock_that_somebody_imposed_is_told_beforehand(plan: SessionPlan) -> None:
    strict = computer(idle=lambda: IdlePolicy(lock_s=600, is_imposed=True))
    found = lines.lock(strict, plan, EN)

    assert (found.level, found.topic) == ("warn", "The screen locks after 10 minutes without a touch")
    assert "IT service" in found.text
    assert found.action is None


def test_a_lock_of_ones_own_can_be_changed(plan: SessionPlan) -> None:
    found = lines.lock(computer(idle=lambda: IdlePolicy(lock_s=600)), plan, EN)

    assert found.action is not None
    assert found.action.ident == "lock"


def test_a_lock_that_comes_after_the_game_is_no_matter(plan: SessionPlan) -> None:
    assert lines.lock(computer(idle=lambda: IdlePolicy(lock_s=7200)), plan, EN).level == "ok"
    assert lines.lock(computer(idle=IdlePolicy), plan, EN).level == "unknown"


def test_a_full_disk_and_a_closed_folder_are_red() -> None:
    full = lines.folder(computer(free_bytes=lambda _folder: 12 * 1024**2), FOLDER, 5, EN)
    closed = lines.folder(computer(is_writable=lambda _folder: False), FOLDER, 5, EN)

    assert (full.level, full.topic) == ("danger", "The disk is nearly full: 12 MB left")
    assert closed.level == "danger"
    assert {one.action.ident for one in (full, closed) if one.action} == {"folder"}


def test_settings_that_cannot_be_opened_are_not_offered() -> None:
    bare = computer(sound=lambda: NONE, has_settings=lambda _setting: False)

    assert lines.sound(bare, EN, can_listen=True).action is None


def test_sounds_that_are_not_installed_are_neither_fine_nor_wrong_and_lead_to_the_help() -> None:
    found = lines.sound(WELL, EN, can_listen=False)

    assert (found.level, found.is_amiss) == ("aside", False)
    assert "main.py" not in found.text
    assert found.action is not None
    assert found.action.ident == "help"


def test_what_is_not_known_raises_no_banner_during_the_game(tmp_path: Path) -> None:
    assert look(computer(power=lambda: Power.UNKNOWN), tmp_path, EN).amiss == {}


class TestClock:
    """With the computer in Paris."""

    @pytest.fixture(autouse=True)
    def paris(self, monkeypatch: pytest.MonkeyPatch) -> None:
        time = pytest.importorskip("time")
        if not hasattr(time, "tzset"):
            pytest.skip("the zone of this system cannot be changed for a test")
        monkeypatch.setenv("TZ", "Europe/Paris")
        time.tzset()
        yield
        monkeypatch.undo()
        time.tzset()

    def test_a_clock_that_can_be_right(self) -> None:
        found = lines.clock(WALL_START_MS, 0, WELL, EN)

        assert found.level == "ok"
        assert "CET" in found.text

    @pytest.mark.parametrize("wall_ms", [0, 4_102_444_800_000])
    def test_a_year_that_cannot_be(self, wall_ms: int) -> None:
        assert "believes" in lines.clock(wall_ms, 0, WELL, EN).topic

    def test_a_moment_before_what_was_played(self) -> None:
        found = lines.clock(WALL_START_MS, WALL_START_MS + DAY_MS, WELL, EN)

        assert found.topic.startswith("The computer’s clock is behind: the last game was on 25/11/2026")
        assert found.action is not None

    def test_a_computer_that_nobody_told_where_it_stands(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TZ", "UTC")
        pytest.importorskip("time").tzset()

        assert "time zone" in lines.clock(WALL_START_MS, 0, WELL, EN).topic
