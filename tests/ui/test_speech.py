"""Hints and cards are spoken in the language of the cards; no voice is said in words."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit_app.system import starting
from kit_app.ui.room_speech import RoomSpeech
from tests.fakes import FakeVoice
from tests.ui.console.evening import Evening, evening

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def playing(qtbot, tmp_path):
    with evening(tmp_path / "data") as one:
        one.click("next-step")
        one.solve("P1")
        yield one


def with_voice(one: Evening, voice: FakeVoice) -> RoomSpeech:
    """The console of an evening, with another voice than this computer's."""
    one.console.page.speak_asked.disconnect()
    one.live.media.speech.deleteLater()
    one.live.media.speech = RoomSpeech(one.t, one.console, one.live, voice)
    one.live.media.speech.begin(one.live.conductor.setup.language)
    return one.live.media.speech


def alt_s(one: Evening) -> None:
    QTest.keyClick(one.console.focusWidget(), Qt.Key.Key_S, ALT)


def test_the_chosen_hint_is_spoken_and_stopped_by_the_same_button(playing: Evening) -> None:
    voice = FakeVoice("en")
    with_voice(playing, voice)
    hints = playing.console.say.puzzle.hints
    playing.click("speak-hint")
    assert voice.spoken == [(hints._row.hints[0].text, "en")]
    assert hints.speak.text() == "Stop speaking"
    playing.click("speak-hint")

    assert not voice.speaks
    assert hints.speak.text() == "Speak"


def test_the_card_on_top_is_spoken_by_its_key(playing: Evening) -> None:
    voice = FakeVoice("en", "fr")
    with_voice(playing, voice)
    card = playing.live.conductor.setup.cards[0]
    playing.type_answer(card.code)
    alt_s(playing)

    assert voice.spoken == [(card.reading, "en")]
    assert playing.console.say.reading.speak.text() == "Stop speaking"


def test_no_voice_for_the_language_is_said_in_words(playing: Evening) -> None:
    with_voice(playing, FakeVoice("fr"))
    alt_s(playing)

    assert "This computer has no voice for English" in playing.console.toast.label.text()
    assert playing.button("speak-hint").text() == "No voice"


def test_a_missing_part_is_said_by_the_button_with_the_line_that_adds_it(playing: Evening) -> None:
    with_voice(playing, FakeVoice("en", there="missing"))
    assert playing.button("speak-hint").text() == "No voice"
    playing.click("speak-hint")

    assert "main.py media" in playing.console.toast.label.text()


def test_in_a_folder_that_is_carried_about_nobody_is_told_to_type_anything(
    playing: Evening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "carried_folder", lambda: tmp_path)
    with_voice(playing, FakeVoice("en", there="missing"))
    playing.click("speak-hint")

    assert "unpack its zip once more" in playing.console.toast.label.text()


def test_leaving_the_console_stops_the_voice(playing: Evening) -> None:
    voice = FakeVoice("en")
    with_voice(playing, voice)
    playing.click("speak-hint")
    playing.live.close()

    assert not voice.speaks
