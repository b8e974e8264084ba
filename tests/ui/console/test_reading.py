"""A card that was read has a place of its own: what to do next stays in sight, and it does not come back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.console import gallery
from tests.ui.console.evening import Evening, evening
from tests.ui.fitting import misfits, settled


@pytest.fixture(params=["fr", pytest.param("en", marks=pytest.mark.long)])
def read(request, qtbot, tmp_path):
    """A long card was read while a hint is due."""
    with evening(tmp_path / "data", language=request.param) as one:
        one.console.showNormal()
        one.console.resize(1366, 768)
        gallery.playing(one)
        longest = max(one.live.conductor.setup.cards, key=lambda card: len(card.reading))
        one.type_answer(longest.code)
        settled(one.console)
        yield one


def test_the_next_step_stays_in_sight_below_a_long_card(read: Evening) -> None:
    say = read.console.say
    assert say.reading.isVisible() and not say.reading.is_folded
    button = say.next_step.primary
    foot = button.mapTo(say.area.viewport(), QPoint(0, button.height())).y()
    assert 0 < foot <= say.area.viewport().height()
    assert misfits(read.console) == []


def test_the_title_has_its_line_and_the_buttons_theirs(read: Evening) -> None:
    reading = read.console.say.reading
    assert reading.title.width() > 160
    assert reading.acts.geometry().top() > reading.title.geometry().bottom()


def test_after_the_next_act_one_line_is_left_and_opens_again(read: Evening) -> None:
    reading = read.console.say.reading
    read.solve("P9")
    assert reading.isVisible() and reading.is_folded
    settled(read.console)
    assert reading.height() <= 90
    read.click("fold-reading")
    assert not reading.is_folded
    read.wait(10)
    assert not reading.is_folded
    read.click("fold-reading")
    assert reading.is_folded


def test_a_closed_card_does_not_come_back_after_the_program_was_killed(read: Evening) -> None:
    read.click("close-reading")
    read.reopen(after_s=2)
    assert not read.console.say.reading.isVisible()
    read.wait(5)
    assert not read.console.say.reading.isVisible()


def test_the_next_card_opens_again_and_large_letters_work_when_it_is_closed(read: Evening) -> None:
    read.click("close-reading")
    QTest.keyClick(read.console.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert read.console.say.reading.large.isVisible()
    read.console.say.reading.large.leave()
    read.type_answer(read.live.conductor.setup.cards[4].code)
    assert read.console.say.reading.isVisible()
