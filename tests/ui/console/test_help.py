"""Help by clicks and keys: questions, hints that come and go, messages at hand, a card in large letters."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kit_app.game import commands as c
from kit_app.ui.console.large_reading import SMALLEST
from kit_app.views.console import ComingHint, Suggestion
from tests.ui.console.evening import Evening, evening

CTRL = Qt.KeyboardModifier.ControlModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def begun(night: Evening) -> Evening:
    QTest.keyClick(night.console.focusWidget(), Qt.Key.Key_Return, CTRL)
    night.solve("P1")
    return night


@pytest.fixture
def playing(qtbot, tmp_path):
    with evening(tmp_path / "data") as one:
        yield begun(one)


def focus(night: Evening) -> QWidget:
    return night.console.focusWidget()


def open_message(night: Evening) -> None:
    night.click("message")


def code_of(night: Evening, card: str) -> str:
    return next(one.code for one in night.live.conductor.setup.cards if one.id == card)


def test_players_never_see_what_is_half_typed(playing: Evening) -> None:
    open_message(playing)
    for sign in "Look at the ceiling":
        QTest.keyClicks(focus(playing), sign)
        playing.wait(1)
        assert playing.live.player.view.panel is None
    assert playing.live.miniature.view.panel.text == "Look at the ceiling"
    QTest.keyClick(focus(playing), Qt.Key.Key_Escape)
    assert (playing.live.player.view.panel, playing.live.miniature.view.panel) == (None, None)
    assert "MessageShown" not in playing.kinds()


def test_a_ready_message_is_chosen_by_keys_and_seen_only_when_it_is_sent(playing: Evening) -> None:
    open_message(playing)
    messages = playing.console.page.say.composer.messages
    QTest.keyClick(focus(playing), Qt.Key.Key_Down)
    assert focus(playing) is messages
    QTest.keyClick(messages, Qt.Key.Key_Down)
    QTest.keyClick(messages, Qt.Key.Key_Return)
    assert focus(playing) is playing.console.page.say.composer.edit
    assert playing.live.player.view.panel is None
    QTest.keyClick(focus(playing), Qt.Key.Key_Return)
    assert playing.live.player.view.panel.text == "Read aloud what you have."


def listed(night: Evening) -> list[str]:
    model = night.console.page.say.composer.messages.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_messages_sent_before_are_at_hand_the_newest_first_and_each_once(playing: Evening) -> None:
    for text in ("One", "Two", "One"):
        playing.live.ask(c.ShowMessage(text=text))
        playing.live.ask(c.ClearMessage())
    open_message(playing)
    assert listed(playing)[5:] == ["One", "Two"]
    playing.reopen(after_s=60)
    open_message(playing)
    assert listed(playing)[5:] == ["One", "Two"]
    assert len(listed(playing)) == 7


def test_only_the_last_twenty_are_kept_at_hand(playing: Evening) -> None:
    for number in range(25):
        playing.live.ask(c.ShowMessage(text=f"Message {number}"))
    open_message(playing)
    assert listed(playing)[5:] == [f"Message {number}" for number in range(24, 4, -1)]
    assert playing.services.runs.recent_messages() == tuple(listed(playing)[5:])


def test_players_are_asked_where_they_searched_and_scanned_cards_are_ticked(playing: Evening) -> None:
    playing.console.page.choose("P8")
    playing.live.ask(c.ScanCard(code=code_of(playing, "P08-C2")))
    lines = playing.console.page.say.puzzle.hints.searches.lines
    assert lines[1].tag.text() == "1 of 2 scanned"
    assert lines[1].where.text() == "Envelope C1"
    QCoreApplication.processEvents()
    playing.click("search-2")
    assert playing.live.player.view.panel.text == "Have you taken both logs out of the envelope?"
    assert (lines[1].tag.text(), lines[1].ask.isEnabled()) == ("on the screen", False)
    assert playing.view.puzzles[7].id == "P8"


def notice(night: Evening) -> str:
    panel = night.console.page.say.hint_notice
    return panel.title.text() if panel.isVisible() else ""


def test_a_hint_just_given_can_be_taken_back_while_the_seconds_run(playing: Evening) -> None:
    playing.click("give-hint")
    playing.wait(3)
    assert notice(playing).endswith("is on the screen.")
    assert playing.button("hint-notice").text() == "Take back (7 s)"
    QTest.keyClick(focus(playing), Qt.Key.Key_I, ALT_SHIFT)
    assert (playing.live.player.view.panel, notice(playing)) == (None, "")
    assert playing.kinds()[-1] == "HintWithdrawn"


def test_after_ten_seconds_the_notice_is_gone_also_in_a_pause(playing: Evening) -> None:
    playing.click("give-hint")
    playing.click("pause")
    playing.wait(11)
    assert notice(playing) == ""


def test_a_hint_that_does_not_count_is_ticked_so(playing: Evening) -> None:
    playing.console.page.say.puzzle.hints.free.click()
    playing.click("give-hint")
    history = playing.live.conductor.history
    assert not history[-1].event.counts
    assert not playing.console.page.say.puzzle.hints.free.isChecked()


def test_an_offered_hint_waits_for_the_players(playing: Evening) -> None:
    playing.click("offer-hint")
    assert playing.live.player.view.notice == "A hint is waiting."
    assert notice(playing).endswith("is waiting.")
    playing.click("hint-notice")
    assert playing.live.player.view.panel.kind == "hint"
    assert playing.live.player.view.notice == ""


def test_players_may_not_want_it(playing: Evening) -> None:
    playing.click("offer-hint")
    playing.click("hint-notice-other")
    assert (playing.view.offered, playing.live.player.view.notice) == (None, "")


def test_a_hint_on_its_way_can_be_kept_back(qtbot, tmp_path) -> None:
    with evening(tmp_path / "data", hint_policy="automatic") as night:
        begun(night)
        night.wait(3 * 60)
        night.wait_until(lambda: night.view.coming is not None)
        step = night.console.page.say.next_step
        assert "comes by itself" in step.title.text()
        before = night.view.coming.in_ms
        night.wait(5)
        assert f"{(before - 5_000) // 1000} s" in step.text.text()
        night.click("next-step-other")
        assert (night.kinds()[-1], night.view.coming) == ("HintPutOff", None)


def test_a_hint_on_its_way_is_said_also_while_an_alarm_comes_first(qtbot, tmp_path) -> None:
    with evening(tmp_path / "data") as night:
        coming = ComingHint(puzzle="P5", level=1, in_ms=17_000)
        alarm = Suggestion(kind="alarm", alarm="regroup", words="Split up.")
        night.console.page.say.hint_notice.show_view(replace(night.view, coming=coming, suggestion=alarm))
        assert notice(night) == "Hint 1 of P5 in 17 s"
        night.console.page.say.hint_notice.show_view(replace(night.view, coming=coming))
        assert notice(night) == ""


def test_a_stock_is_told_and_when_it_is_empty_a_sentence_says_what_to_do(qtbot, tmp_path) -> None:
    with evening(tmp_path / "data", hint_stock=1) as night:
        begun(night)
        hints = night.console.page.say.puzzle.hints
        assert hints.summary.text() == "none given · 1 in store"
        night.click("give-hint")
        hints.lines[1].click()
        night.click("give-hint")
        assert hints.refusal.text().startswith("The team has used its 1 hints.")


def test_a_card_is_read_in_large_letters_and_by_the_players_page_by_page(playing: Evening) -> None:
    playing.type_answer(code_of(playing, "P01-C1"))
    QTest.keyClick(focus(playing), Qt.Key.Key_L, CTRL)
    large = playing.console.page.say.reading.large
    assert large.isVisible()
    assert large.text.font().pixelSize() >= SMALLEST
    assert large.count.text().startswith("Page 1 of ")
    QTest.keyClick(focus(playing), Qt.Key.Key_PageDown)
    second = large.page
    assert playing.live.player.view.panel is None
    playing.click("show-card")
    panel = playing.live.player.view.panel
    assert (panel.kind, panel.heading, panel.text) == ("message", large.title.text(), second)
    playing.click("show-card")
    assert playing.live.player.view.panel is None
    QTest.keyClick(large.text, Qt.Key.Key_Escape)
    assert not large.isVisible()
    assert playing.services.runs.recent_messages() == ()
