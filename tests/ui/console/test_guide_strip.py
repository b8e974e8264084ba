"""The guide on the console: up at the first session, one line, out of the way when it is not wanted."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from kit_app.game.commands import EndRun, StartRun
from kit_app.services.guiding import choose_guide, is_guided
from kit_app.ui.console.guide_strip import GuideStrip
from tests.ui.console.evening import Evening, evening
from tests.ui.console.evening_of_teams import EveningOfTeams
from tests.ui.fitting import misfits, settled

WIDE, NARROW, WIDE_LOW, LOW = (1366, 768), (1024, 768), (1280, 680), (683, 384)


@pytest.fixture
def night(qtbot, tmp_path) -> Iterator[Evening]:
    with evening(tmp_path / "data") as one:
        resized(one, WIDE)
        yield one


def resized(one: Evening, size: tuple[int, int]) -> None:
    one.console.showNormal()
    one.console.resize(*size)
    settled(one.console)


def strip_of(one: Evening) -> GuideStrip:
    strip = one.live.guide.strip
    assert strip is not None
    return strip


def said(one: Evening) -> tuple[str, str]:
    strip = strip_of(one)
    return strip.tag.text(), strip.words.text()


def place(one: Evening, part: QWidget) -> QRect:
    return QRect(part.mapTo(one.console, QPoint(0, 0)), part.size())


def hint_due(one: Evening) -> None:
    """The clock runs, and P1 takes too long."""
    one.live.ask(StartRun())
    one.wait(330)


def test_it_leads_from_the_tables_to_the_start_and_leaves_who_knows_alone(night: Evening) -> None:
    assert said(night)[0] == "Now"
    assert said(night)[1].startswith("Walk round once")
    night.click("guide-done")
    assert said(night)[1].startswith("Welcome them")
    night.click("next-step-other")
    assert said(night)[1].startswith("Ask for questions")
    assert not strip_of(night).tick.isVisible()
    night.click("next-step")
    assert said(night)[1].startswith("Let them search")
    night.click("guide-done")
    assert said(night) == ("Next", "In 23 min: half time.")
    assert not strip_of(night).tick.isVisible()


def test_the_hint_that_was_given_needs_no_words_any_more(night: Evening) -> None:
    hint_due(night)
    assert said(night)[1].startswith("A hint is due")
    night.click("next-step")
    assert said(night)[0] == "Next"


def test_the_end_is_led_to_the_talk(night: Evening) -> None:
    night.click("next-step")
    night.live.ask(EndRun())
    assert said(night)[1].startswith("Time is over")
    night.live.ask(EndRun())
    assert said(night)[1].startswith("Read the closing words")
    night.click("next-step")
    assert said(night)[1].startswith("Have everyone sit down")


def test_one_click_turns_it_off_for_good(night: Evening) -> None:
    night.click("guide-off")
    assert night.live.guide.strip is None
    assert "Before you start" in night.console.toast.label.text()
    assert not is_guided(night.services, night.plan.id)
    again = night.opened_live(1)
    again.guide.begin(night.plan.id)
    assert again.guide.strip is None
    again.console.close_for_good()


def test_whoever_chose_none_sees_none(qtbot, tmp_path) -> None:
    class Unguided(Evening):
        def opened_live(self, team: int | None):
            choose_guide(self.services, is_on=False)
            return super().opened_live(team)

    one = Unguided(tmp_path / "data")
    one.start()
    assert one.console.findChildren(GuideStrip) == []
    one.close()


@pytest.mark.parametrize("size", [WIDE, NARROW, WIDE_LOW])
def test_nothing_moves_when_it_says_something_else(night: Evening, size: tuple[int, int]) -> None:
    hint_due(night)
    resized(night, size)
    desk = night.console.puzzles.desk
    parts = (desk.edit, night.console.now.clock, night.console.puzzles.graph.node("P1"))
    before = [place(night, part) for part in parts]
    high = strip_of(night).height()
    strip_of(night).tick.click()
    settled(night.console)
    assert [place(night, part) for part in parts] == before
    assert strip_of(night).height() == high
    assert misfits(night.console) == []


def test_in_a_low_window_it_takes_no_room_of_its_own(night: Evening) -> None:
    resized(night, LOW)
    strip, page = strip_of(night), night.console.page
    assert not strip.isVisible()
    assert page.arrangement.strip.title.text().startswith("Walk round once")
    page.arrangement.bring(night.console.say)
    settled(night.console)
    assert strip.isVisible()
    night.click("guide-done")
    assert page.arrangement.strip.title.text().startswith("Welcome them")
    hint_due(night)
    assert page.arrangement.strip.title.text().startswith("P1")
    assert misfits(night.console) == []
    strip.off.emit()
    night.console.now.pause.click()
    assert "Say why" not in page.arrangement.strip.title.text()


def test_among_several_teams_it_names_the_team(qtbot, tmp_path) -> None:
    one = EveningOfTeams(tmp_path / "data")
    one.start()
    resized(one, WIDE)
    assert said(one)[1].startswith("Walk round once")
    one.click("start-all")
    assert said(one)[1].startswith("Let them search")
    one.click("guide-done")
    assert said(one)[0] == "Next"
    one.wait(330)
    assert said(one)[1].startswith("Les ") and "A hint is due" in said(one)[1]
    assert misfits(one.console) == []
    resized(one, LOW)
    assert not strip_of(one).isVisible()
    one.close()
