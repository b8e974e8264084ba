"""The lock takes no key but its own, hides what is secret also from screen readers, and stops nothing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.console import gallery
from tests.ui.console.evening import Evening, evening

F9, ENTER = Qt.Key.Key_F9, Qt.Key.Key_Return


@pytest.fixture
def locked(qtbot, tmp_path):
    with evening(tmp_path / "data") as one:
        gallery.playing(one)
        one.click("show-answer")
        QTest.keyClick(one.console.focusWidget(), F9)
        assert one.console.curtain.is_drawn
        yield one


def page(one: Evening):
    return one.console.curtain.page


def spoken(widget: QWidget) -> str:
    """All that a screen reader finds in a window, whether it is seen or not."""
    words, waiting = [], [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        here = waiting.pop()
        words += [here.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description)]
        words.append(here.text(QAccessible.Text.Value))
        waiting += [here.child(place) for place in range(here.childCount())]
    return "\n".join(words)


def test_no_answer_and_no_hint_is_left_in_the_window(locked: Evening) -> None:
    said = spoken(locked.console)
    shown = "\n".join(label.text() for label in locked.console.findChildren(QLabel))
    for puzzle in locked.live.conductor.setup.puzzles:
        assert puzzle.answer not in said + shown
        for hint in puzzle.hints:
            assert hint.text not in said + shown
    assert locked.view.team in said
    assert "P2 is solved." in said


def test_f9_then_enter_unlocks(locked: Evening) -> None:
    QTest.keyClick(page(locked), F9)
    assert "Enter" in page(locked).how.text()
    QTest.keyClick(page(locked), ENTER)
    assert not locked.console.curtain.is_drawn
    assert locked.console.focusWidget() is locked.console.puzzles.desk.edit
    assert locked.console.say.puzzle.isVisible()


def test_f9_held_for_a_second_unlocks(locked: Evening, qtbot) -> None:
    page(locked).hold.setInterval(20)
    with qtbot.waitSignal(locked.console.curtain.opened):
        QTest.keyPress(page(locked), F9)


def test_f9_let_go_too_early_does_not(locked: Evening) -> None:
    QTest.keyClick(page(locked), F9)
    assert not page(locked).hold.isActive()
    assert locked.console.curtain.is_drawn


def test_enter_alone_and_every_other_key_do_nothing(locked: Evening) -> None:
    count = len(locked.live.conductor.history)
    modifiers = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier)
    for key in (*range(Qt.Key.Key_A, Qt.Key.Key_Z + 1), *range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)):
        for modifier in modifiers:
            QTest.keyClick(page(locked), Qt.Key(key), modifier)
    for key in (ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_F1, Qt.Key.Key_F8, Qt.Key.Key_F10):
        QTest.keyClick(page(locked), key)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_N, Qt.Key.Key_E, Qt.Key.Key_Plus):
        QTest.keyClick(page(locked), key, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page(locked), Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier)
    QTest.mouseClick(page(locked), Qt.MouseButton.LeftButton)
    assert len(locked.live.conductor.history) == count
    assert locked.console.curtain.is_drawn


def test_the_window_does_not_close_while_it_is_locked(locked: Evening) -> None:
    locked.console.close()
    assert locked.console.isVisible()


def test_time_and_events_go_on_and_the_players_see_what_they_saw(locked: Evening) -> None:
    before = page(locked).clock.text
    locked.wait(30)
    assert page(locked).clock.text != before
    assert locked.live.player.isVisible()
    assert locked.view.remaining_ms < 45 * 60_000


def test_the_scanner_still_works(locked: Evening, qtbot) -> None:
    card = locked.live.conductor.setup.cards[4]
    locked.console.bursts.scanned.emit(card.code, card.code)
    assert locked.kinds()[-1] == "CardScanned"
    assert locked.console.curtain.is_drawn
    assert "A card was read." in page(locked).news.text()


def test_a_code_of_ones_own_replaces_f9(qtbot, tmp_path) -> None:
    with evening(tmp_path / "data") as one:
        one.console.set_choices((2, -10), "45ab")
        one.click("lock")
        QTest.keyClick(page(one), F9)
        QTest.keyClick(page(one), ENTER)
        assert one.console.curtain.is_drawn
        QTest.keyClicks(page(one), "45")
        QTest.keyClick(page(one), ENTER)
        assert "not the code" in page(one).how.text()
        QTest.keyClicks(page(one), "45AB")
        QTest.keyClick(page(one), ENTER)
        assert not one.console.curtain.is_drawn


def test_the_choices_of_the_settings_reach_the_console(qtbot, tmp_path) -> None:
    with evening(tmp_path / "data") as one:
        settings = replace(one.services.preferences.settings, own_minutes=(7, -3), lock_code="1")
        one.services.preferences.save(settings)
        one.reopen(1)
        assert [button.text() for button in one.console.now.own] == ["+7", "\N{MINUS SIGN}3"]
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_enter_that_comes_too_late_says_to_begin_again(locked: Evening, qtbot) -> None:
    page(locked).armed.setInterval(20)
    with qtbot.waitSignal(page(locked).armed.timeout):
        QTest.keyClick(page(locked), F9)
    QTest.keyClick(page(locked), ENTER)
    assert locked.console.curtain.is_drawn
    assert "F9 again" in page(locked).how.text()
    page(locked).armed.setInterval(10_000)
    QTest.keyClick(page(locked), F9)
    QTest.keyClick(page(locked), ENTER)
    assert not locked.console.curtain.is_drawn


def test_the_mouse_unlocks_by_holding_and_not_by_a_click(locked: Evening, qtbot) -> None:
    button = page(locked).button
    assert "3" in button.text()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert locked.console.curtain.is_drawn
    assert not page(locked).pressed.isActive()
    page(locked).pressed.setInterval(20)
    with qtbot.waitSignal(locked.console.curtain.opened):
        QTest.mousePress(button, Qt.MouseButton.LeftButton)


def test_with_a_code_there_is_no_way_round_it_by_mouse(qtbot, tmp_path) -> None:
    with evening(tmp_path / "data") as one:
        one.console.set_choices((2, -10), "45ab")
        one.click("lock")
        assert not page(one).button.isVisible()
        assert "code" in page(one).how.text()


def test_how_to_unlock_is_large_and_stands_below_the_clock(locked: Evening) -> None:
    here = page(locked)
    assert here.how.font().pixelSize() >= 20
    assert here.clock.geometry().bottom() < here.how.geometry().top() < here.news.geometry().top()
