"""A scanner is a very fast keyboard of any layout: cards land wherever the focus is, and leave no trace."""

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from kit_app.domain.codes import ALPHABET
from kit_app.ui.console.bursts import BURST_MS
from tests.ui.console.evening import Evening, evening

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
PLACES = {
    sign: first + n
    for first, row in ((16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
    for n, sign in enumerate(row)
}
MAC = "ASDFHGZXCV BQWERYT123465 97 80 OU IP LJ K    NM"
LAYOUTS = {
    "QWERTY": ALPHABET.lower(),
    "AZERTY": ALPHABET.lower(),
    "QWERTZ": "bcdefghjknprstvxz",
    "BÉPO": "kxipe,ctsnjouè.y\0",
    "Dvorak": "xje.uidhtblpoykqf",
    "Cyrillic": "исвуапролтзкыемчн",
    "Greek": "βψδεφγηξκνπρστωχυ",
    "CapsLock": ALPHABET,
}


@pytest.fixture
def playing(qtbot, tmp_path):
    with evening(tmp_path / "data") as one:
        QTest.keyClick(one.console.focusWidget(), Qt.Key.Key_Return, CTRL)
        one.solve("P1")
        yield one


def press(one: Evening, key: int, text: str, place: int = 0, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """A key event as it comes from the system, with the place of the key."""
    window = one.console.windowHandle()
    scan_code, virtual = place, 0
    if sys.platform == "linux":
        scan_code = place + 8 if place else 0
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, modifiers, scan_code, virtual, 0, text)
        QCoreApplication.sendEvent(window, event)


def send(one: Evening, code: str, layout: str = "QWERTY", ending: str = "\r", prefix: str = "") -> None:
    """What a scanner sends on a computer with this keyboard layout: the keys are always the same."""
    for sign in prefix:
        press(one, ord(sign.upper()), sign)
    for letter in code:
        text = LAYOUTS[layout][ALPHABET.index(letter)].strip("\0")
        press(one, ord(text.upper()) if text.isascii() and text else 0, text, PLACES[letter])
    for sign in ending:
        key = {"\r": Qt.Key.Key_Return, "\n": Qt.Key.Key_Enter, "\t": Qt.Key.Key_Tab}[sign]
        press(one, key, sign)


def card(one: Evening) -> str:
    return one.live.conductor.setup.cards[0].code


def was_read(one: Evening, times: int = 1) -> bool:
    return one.kinds().count("CardScanned") == times and one.kinds()[-1] == "CardScanned"


needs_places = pytest.mark.skipif(sys.platform == "darwin", reason="macOS names keys by another number")


@needs_places
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layout_of_the_computer_does_not_matter(playing: Evening, layout: str) -> None:
    send(playing, card(playing), layout)

    assert was_read(playing)
    assert playing.console.puzzles.desk.edit.text() == ""


@pytest.mark.parametrize("ending", ["\r", "\n", "\t", "\r\n"])
def test_any_ending_will_do_and_does_nothing_else(playing: Evening, ending: str) -> None:
    focus = playing.console.focusWidget()
    send(playing, card(playing), ending=ending)

    assert was_read(playing)
    assert playing.console.focusWidget() is focus
    assert "AnswerRejected" not in playing.kinds()


def test_a_scanner_may_send_no_ending(playing: Evening, qtbot) -> None:
    with qtbot.waitSignal(playing.console.bursts.scanned):
        send(playing, card(playing), ending="")

    assert was_read(playing)
    assert playing.console.puzzles.desk.edit.text() == ""


@pytest.mark.parametrize("prefix", ["~", "]Q1"])
def test_a_scanner_may_send_a_prefix(playing: Evening, prefix: str) -> None:
    send(playing, card(playing), prefix=prefix)

    assert was_read(playing)


def test_a_slow_scanner_is_still_a_scanner(playing: Evening, qtbot) -> None:
    """35 ms a key, as slow ones leave; the window sees the keys when they come."""
    for letter in card(playing):
        send(playing, letter, ending="")
        QTest.qWait(35)
    send(playing, "", ending="\r")

    assert was_read(playing)
    assert BURST_MS >= 45


def test_two_scans_one_after_the_other_are_two(playing: Evening) -> None:
    first, second = playing.live.conductor.setup.cards[:2]
    send(playing, first.code)
    send(playing, second.code)

    assert was_read(playing, times=2)


def test_a_half_written_message_stays_as_it_was(playing: Evening, qtbot) -> None:
    QTest.keyClick(playing.console.focusWidget(), Qt.Key.Key_M, ALT)
    edit = playing.console.say.composer.edit
    QTest.keyClicks(edit, "Read this")
    edit.setSelection(5, 4)
    send(playing, card(playing))

    assert was_read(playing)
    assert (edit.text(), edit.selectedText()) == ("Read this", "this")
    assert playing.console.focusWidget() is edit
    assert playing.view.message == ""


def test_a_half_typed_answer_stays_as_it_was(playing: Evening) -> None:
    edit = playing.console.puzzles.desk.edit
    QTest.keyClicks(edit, "K7")
    edit.setCursorPosition(1)
    send(playing, card(playing))

    assert was_read(playing)
    assert (edit.text(), edit.cursorPosition()) == ("K7", 1)


@pytest.mark.parametrize("name", ["pause", "check", "stop", "give-hint"])
def test_a_button_with_the_focus_is_not_pressed(playing: Evening, name: str) -> None:
    button = playing.button(name)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    send(playing, card(playing))

    assert was_read(playing)
    assert playing.view.phase == "playing"
    assert playing.live.question is None


def test_no_letter_of_a_scan_is_a_key_of_the_console(playing: Evening, qtbot) -> None:
    QTest.keyClick(playing.console.focusWidget(), Qt.Key.Key_Escape)
    count = len(playing.kinds())
    with qtbot.assertNotEmitted(playing.console.bursts.pressed, wait=2 * BURST_MS):
        send(playing, card(playing))

    assert playing.kinds()[count:] == ["CardScanned"]


def test_a_question_on_top_is_not_answered_by_a_scan(playing: Evening) -> None:
    playing.click("stop")
    question = playing.live.question
    playing.console.bursts.watch(question.windowHandle())
    for letter in card(playing):
        event = QKeyEvent(QEvent.Type.KeyPress, ord(letter), NONE, letter)
        QCoreApplication.sendEvent(question.windowHandle(), event)
    QCoreApplication.sendEvent(
        question.windowHandle(), QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE, "\r")
    )

    assert was_read(playing)
    assert question.isVisible()


def test_a_card_that_was_typed_wrong_says_how_it_was_read(playing: Evening) -> None:
    code = next(one.code for one in playing.live.conductor.setup.cards if "B" in one.code)
    playing.type_answer(code.replace("B", "8"))

    assert was_read(playing)
    assert f"Read as {code[:3]}·{code[3:]}" in playing.echo
    assert playing.console.puzzles.desk.edit.text() == ""
