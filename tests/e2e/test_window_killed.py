"""Kill the window's process in a game: the next start offers all of it, and asks about the gap."""

from pathlib import Path

import pytest

from kit_app.clock.clock import SystemClock
from tests.e2e.led import led
from tests.e2e.person import Mouse, at_work
from tests.fakes import FakeClock

AWAY_MS = 180_000
AS_SEEN_MS = 6_000
"""The program notes every five seconds that it lives."""


def killed_in_the_middle(data: Path) -> dict:
    """What was on the screens when the process was killed."""
    with led(data, "en") as program:
        program.begin()
        program.answer(text="nothing")
        program.solve(puzzle="P1")
        program.click(name="give-hint")
        program.message(text="Look at the back.")
        return program.state()


def test_a_killed_window_takes_its_game_up_again(qtbot, tmp_path: Path) -> None:
    shown = killed_in_the_middle(tmp_path / "data")
    clock = FakeClock(wall_ms=SystemClock().wall_ms() + AWAY_MS)
    with at_work(Mouse, qtbot, tmp_path / "data", "en", clock) as person:
        banner = person.main.page("home").banners.banner("stopped")
        assert banner is not None
        person.use(banner.buttons["resume"])
        live = person.live
        kinds = [type(one.event).__name__ for one in live.conductor.history]
        assert kinds[: len(shown["kinds"])] == shown["kinds"]
        assert kinds[-1] == "GapNoticed"
        assert person.player.view.envelope == shown["envelope"]
        assert person.player.view.panel.text == shown["message"]
        assert person.puzzle("P1").state == "solved"
        question = person.console.banners.banner("gap")
        assert question is not None
        person.use(question.buttons["give"])
        assert person.console.banners.banner("gap") is None
        assert abs(person.view.remaining_ms - shown["remaining_ms"]) < AS_SEEN_MS


@pytest.mark.long
def test_three_teams_are_led_again_where_they_were(tmp_path: Path) -> None:
    with led(tmp_path / "data") as program:
        program.plan(language="fr", labels=["Les Indiscrets", "Les Fouineurs", "Les Rotatives"])
        program.click(name="home-start")
        program.click(name="play-console")
        program.click(name="start-all")
        before = program.state()
        assert before["phase"] == "playing"
    with led(tmp_path / "data") as program:
        assert "stopped" in program.home()["banners"]
        program.banner(ident="stopped", action="resume")
        seen = program.state()
        assert seen["kinds"][: len(before["kinds"])] == before["kinds"]
        assert "gap" in seen["banners"]
