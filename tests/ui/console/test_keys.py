"""The same evening by keyboard only, and a scanner that is a very fast keyboard."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from tests.ui.console.evening import Evening, evening

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def night(qtbot, tmp_path):
    with evening(tmp_path / "data") as one:
        yield one


def focus(one: Evening) -> QWidget:
    return one.console.focusWidget()


def key(one: Evening, code: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(focus(one), code, modifier)


def letter(one: Evening, qtbot, sign: str) -> None:
    """A single key without a field: it acts once no burst can follow."""
    with qtbot.waitSignal(one.console.bursts.pressed):
        QTest.keyClicks(focus(one), sign)


def answer(one: Evening, text: str) -> None:
    QTest.keyClicks(focus(one), text)
    key(one, Qt.Key.Key_Return)


@pytest.fixture
def playing(night: Evening) -> Evening:
    key(night, Qt.Key.Key_Return, CTRL)
    answer(night, night.answer("P1"))
    return night


def test_the_focus_begins_and_stays_where_answers_are_typed(playing: Evening) -> None:
    desk = playing.console.puzzles.desk
    assert focus(playing) is desk.edit
    playing.click("pause")
    playing.click("pause")
    assert focus(playing) is desk.edit


def test_a_game_from_start_to_end_by_keys_only(playing: Evening, qtbot) -> None:
    assert playing.state("P1") == "solved"
    key(playing, Qt.Key.Key_Escape)
    letter(playing, qtbot, "p")
    assert playing.view.phase == "paused"
    letter(playing, qtbot, "p")
    letter(playing, qtbot, "+")
    assert playing.view.total_ms == 46 * 60_000
    letter(playing, qtbot, "-")
    key(playing, Qt.Key.Key_E, CTRL)
    for puzzle in ("P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10", "P11", "P12"):
        answer(playing, playing.answer(puzzle))
    assert playing.view.phase == "closing"
    key(playing, Qt.Key.Key_Return, CTRL)
    assert playing.view.outcome == "won"


def test_letters_are_text_in_the_field_and_act_with_alt(playing: Evening) -> None:
    QTest.keyClicks(focus(playing), "pn")
    assert playing.console.puzzles.desk.edit.text() == "pn"
    assert playing.view.phase == "playing"
    key(playing, Qt.Key.Key_P, ALT)
    assert playing.view.phase == "paused"
    key(playing, Qt.Key.Key_N, ALT)
    assert playing.view.is_blacked_out


def test_five_minutes_are_ctrl_and_the_sign(playing: Evening) -> None:
    key(playing, Qt.Key.Key_Plus, CTRL)
    assert playing.view.total_ms == 50 * 60_000
    key(playing, Qt.Key.Key_Minus, CTRL)
    assert playing.view.total_ms == 45 * 60_000


def test_the_suggested_hint_is_i_and_its_return_shift_i(playing: Evening, qtbot) -> None:
    playing.wait(600)
    key(playing, Qt.Key.Key_Escape)
    letter(playing, qtbot, "i")
    shown = playing.view.shown_hint
    assert shown is not None
    with qtbot.waitSignal(playing.console.bursts.pressed):
        QTest.keyClick(focus(playing), Qt.Key.Key_I, SHIFT)
    assert playing.view.shown_hint is None


def test_i_does_nothing_without_a_suggestion(playing: Evening, qtbot) -> None:
    key(playing, Qt.Key.Key_Escape)
    letter(playing, qtbot, "i")
    assert playing.view.shown_hint is None


@pytest.mark.parametrize(("sign", "tag"), [("1", "mutual-aid"), ("&", "mutual-aid"), ("é", "one-group")])
def test_quick_notes_by_digits_on_both_keyboards(playing: Evening, qtbot, sign: str, tag: str) -> None:
    key(playing, Qt.Key.Key_Escape)
    with qtbot.waitSignal(playing.console.bursts.pressed):
        pressed = QKeyEvent(QEvent.Type.KeyPress, ord(sign.upper()), NONE, sign)
        QCoreApplication.sendEvent(focus(playing), pressed)
    assert playing.view.log[-1].tag == tag


def test_a_message_by_keys(playing: Evening, qtbot) -> None:
    key(playing, Qt.Key.Key_Escape)
    letter(playing, qtbot, "m")
    answer(playing, "Hello all")
    assert playing.view.message == "Hello all"
    assert focus(playing) is playing.console.puzzles.desk.edit


def test_a_note_by_keys_and_escape_forgets_one(playing: Evening) -> None:
    key(playing, Qt.Key.Key_N, CTRL)
    answer(playing, "They swap")
    assert playing.view.log[-1].text == "They swap"
    key(playing, Qt.Key.Key_N, CTRL)
    QTest.keyClicks(focus(playing), "no")
    key(playing, Qt.Key.Key_Escape)
    assert not playing.console.say.composer.isVisible()
    assert playing.view.log[-1].text == "They swap"


def test_ctrl_z_undoes_the_game_while_nothing_is_typed(playing: Evening) -> None:
    key(playing, Qt.Key.Key_Z, CTRL)
    assert playing.state("P1") == "open"


def test_ctrl_z_undoes_the_typing_first(playing: Evening) -> None:
    QTest.keyClicks(focus(playing), "41")
    key(playing, Qt.Key.Key_Z, CTRL)
    assert playing.state("P1") == "solved"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_arrows_move_among_puzzles_and_enter_opens_the_menu(playing: Evening) -> None:
    key(playing, Qt.Key.Key_Escape)
    assert playing.console.puzzles.graph.selected == "P2"
    key(playing, Qt.Key.Key_Right)
    assert playing.console.puzzles.graph.selected == "P3"
    key(playing, Qt.Key.Key_Left)
    key(playing, Qt.Key.Key_Return)
    menu = playing.console.findChild(QMenu, "node-menu")
    assert menu.isVisible()
    menu.actions()[0].trigger()
    menu.close()
    assert playing.state("P2") == "solved"


def test_the_key_sheet_opens_by_f1_and_closes_by_escape(playing: Evening) -> None:
    key(playing, Qt.Key.Key_F1)
    assert playing.console.key_sheet.isVisible()
    key(playing, Qt.Key.Key_Escape)
    assert not playing.console.key_sheet.isVisible()
    assert focus(playing) is playing.console.puzzles.desk.edit


def test_shift_escape_asks_before_it_ends(playing: Evening) -> None:
    key(playing, Qt.Key.Key_Escape, SHIFT)
    question = playing.live.question
    QTest.keyClick(question.focusWidget(), Qt.Key.Key_Space)
    assert playing.view.phase == "playing"


def test_a_hint_is_chosen_by_arrows(playing: Evening) -> None:
    hints = playing.console.say.puzzle.hints
    hints.lines[0].setFocus()
    key(playing, Qt.Key.Key_Down)
    assert hints.level == 2
    assert hints.give.text() == "Show hint 2"


def test_a_scan_lands_from_a_puzzle_and_acts_on_no_key(playing: Evening) -> None:
    card = playing.live.conductor.setup.cards[0]
    key(playing, Qt.Key.Key_Escape)
    QTest.keyClicks(focus(playing), card.code)
    key(playing, Qt.Key.Key_Return)
    assert playing.view.log[-1].kind == "CardScanned"
    assert playing.console.say.reading.isVisible()
    assert playing.view.phase == "playing"
    assert not playing.view.is_blacked_out


def test_letters_do_nothing_to_a_game_that_is_over(playing: Evening, qtbot) -> None:
    playing.click("stop")
    QTest.mouseClick(playing.live.question.buttons["at-once"], Qt.MouseButton.LeftButton)
    count = len(playing.live.conductor.history)
    key(playing, Qt.Key.Key_Escape)
    for sign in "pn+u":
        letter(playing, qtbot, sign)
    assert len(playing.live.conductor.history) == count
