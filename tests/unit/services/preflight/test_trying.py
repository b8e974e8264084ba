"""All checks at once: quick ones first, slow ones cut off, all in under ten seconds."""

import time
from collections.abc import Callable
from threading import Event

import pytest

from kit_app.i18n import Catalogue
from kit_app.services.preflight.asking import Computer
from kit_app.services.preflight.checks import Asked, checks
from kit_app.services.preflight.displays import Displays
from kit_app.services.preflight.finding import Finding, fine, in_order
from kit_app.services.preflight.trying import Check, try_all
from kit_app.services.preflight_lines import TOPICS
from kit_app.services.services import Services
from kit_app.system.audio import UNKNOWN
from kit_app.system.idle import IdlePolicy
from kit_app.system.power import Power
from tests.unit.services.bundled import draft
from tests.unit.services.preflight.computers import BESIDE, LAPTOP, WELL, computer

EN = Catalogue("en")


@pytest.fixture
def release() -> Event:
    """Set when the test is over, so that what hangs comes to an end."""
    event = Event()
    yield event
    event.set()


def tried(services: Services, machine: Computer) -> dict[str, Finding]:
    plan = services.sessions.save(draft(services)).plan
    asked = Asked(
        plan=plan, teams=(1,), displays=Displays(every=(LAPTOP, BESIDE)), can_listen=True, computer=machine
    )
    found: dict[str, Finding] = {}
    try_all(checks(services, asked, EN), lambda one: found.setdefault(one.ident, one), EN)
    return found


def test_there_are_fourteen_checks_and_each_is_told_once(services: Services) -> None:
    found = tried(services, WELL)

    assert sorted(found) == sorted(TOPICS)
    assert len(found) == 14
    wanted = {"printed", "cards"} | ({"clock"} if found["clock"].level != "ok" else set())
    assert {one.ident for one in found.values() if one.level != "ok"} == wanted


def test_questions_that_hang_are_cut_off_and_all_end_in_time(services: Services, release: Event) -> None:
    def hangs(value: object) -> Callable[..., object]:
        return lambda *_arguments: value if release.wait(60) else None

    start = time.monotonic()
    found = tried(
        services,
        computer(
            power=hangs(Power.MAINS),
            sound=hangs(UNKNOWN),
            idle=hangs(IdlePolicy()),
            can_keep_awake=hangs(True),
            free_bytes=hangs(0),
            is_writable=hangs(True),
        ),
    )
    took = time.monotonic() - start

    assert took < 10
    late = {one.ident for one in found.values() if "could not be tried" in one.topic}
    assert late == {"power", "sound", "lock", "sleep", "folder"}
    assert {found[ident].level for ident in late} == {"warn"}


def test_what_is_quick_does_not_wait_for_what_is_slow(release: Event) -> None:
    def slow() -> Finding:
        release.wait(60)
        return fine("sound", "late", EN)

    told: list[str] = []

    def tell(finding: Finding) -> None:
        told.append(finding.ident)
        release.set()

    try_all(
        [Check(ident="sound", work=slow), Check(ident="power", work=lambda: fine("power", "", EN))], tell, EN
    )
    assert told == ["power", "sound"]


def test_a_fault_in_one_check_is_not_waited_for_and_harms_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    is_logged = Event()
    monkeypatch.setattr("threading.excepthook", lambda _fault: is_logged.set())

    def broken() -> Finding:
        raise RuntimeError("a bug")

    works: dict[str, Callable[[], Finding]] = {"power": broken, "sound": lambda: fine("sound", "", EN)}
    found: dict[str, Finding] = {}
    start = time.monotonic()
    try_all(
        [Check(ident=ident, work=work) for ident, work in works.items()],
        lambda one: found.setdefault(one.ident, one),
        EN,
    )

    assert time.monotonic() - start < 2
    assert found["power"].topic == "Mains: this could not be tried"
    assert found["sound"].level == "ok"
    assert is_logged.wait(10)


def test_what_keeps_players_from_playing_stands_first() -> None:
    red = Finding(ident="kit", topic="", level="danger", text="")
    yellow = Finding(ident="screen", topic="", level="warn", text="")
    green = Finding(ident="mirror", topic="", level="ok", text="")

    assert in_order((green, yellow, red)) == (red, yellow, green)
