"""Sounds are one at a time, never stop a game, and come back with the loudspeaker."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit_app.domain.kit import Kit
from kit_app.services.sounds import cue_sounds
from kit_app.ui.room_sound import RoomSound
from kit_app.ui.sound import SoundPlayer
from tests.fakes import FakeSpeakers
from tests.ui.console.evening import Evening, evening
from tests.unit.content.test_sounds import made


@pytest.fixture
def speakers() -> FakeSpeakers:
    return FakeSpeakers("Room", "Headphones")


@pytest.fixture
def player(qtbot, speakers: FakeSpeakers) -> SoundPlayer:
    one = SoundPlayer(speakers=speakers)
    one.take_cues({"hint": made(300), "solved": made(400), "end": made(500), "late": b"no wave"})
    return one


def test_a_cue_sounds_as_loud_and_where_it_was_chosen(player: SoundPlayer, speakers: FakeSpeakers) -> None:
    player.volume, player.device = 50, "Headphones"

    assert player.play("hint")
    assert speakers.played == [(300, "Headphones", 0.5)]


def test_what_matters_less_waits_for_nothing_and_is_left_out(
    player: SoundPlayer, speakers: FakeSpeakers
) -> None:
    assert player.play("solved")
    assert not player.play("hint")
    assert player.play("end")
    assert [ms for ms, _name, _volume in speakers.played] == [400, 500]


def test_when_a_sound_is_over_anything_may_sound(qtbot, player: SoundPlayer) -> None:
    player.play("solved")
    qtbot.waitUntil(lambda: player.play("hint"))


def test_a_recording_sounds_before_all_else(player: SoundPlayer) -> None:
    assert player.play_wave(made(200))
    assert not player.play("end")
    assert not player.play_wave(b"no wave")


def test_muted_is_silent_at_once(player: SoundPlayer, speakers: FakeSpeakers) -> None:
    player.play("end")
    player.mute(True)

    assert speakers.stops == 1
    assert not player.play("end")
    assert player.state == "muted"


def test_what_cannot_be_played_is_only_not_heard(player: SoundPlayer) -> None:
    assert not player.play("late")
    assert not player.play("no such cue")
    assert player.state == "on"


def test_a_loudspeaker_that_refuses_is_told_once_and_tried_again(
    qtbot, player: SoundPlayer, speakers: FakeSpeakers
) -> None:
    speakers.refuses = True
    with qtbot.waitSignal(player.lost):
        assert not player.play("hint")
    assert player.state == "no-speaker"
    with qtbot.assertNotEmitted(player.lost):
        assert not player.play("hint")
    speakers.refuses = False

    assert player.play("hint")
    assert player.state == "on"


def test_a_loudspeaker_that_goes_is_told_once_and_its_return_is_enough(
    qtbot, player: SoundPlayer, speakers: FakeSpeakers
) -> None:
    with qtbot.waitSignal(player.lost):
        speakers.plug()
    assert player.state == "no-speaker"
    assert not player.play("hint")
    with qtbot.assertNotEmitted(player.lost):
        speakers.plug()
        speakers.plug("Room")

    assert player.state == "on"
    assert player.play("hint")


@pytest.mark.parametrize("there", ["missing", "other-version", "broken"])
def test_without_the_optional_part_all_is_silent(qtbot, there: str) -> None:
    player = SoundPlayer(speakers=FakeSpeakers("Room", there=there))
    player.take_cues({"hint": made()})

    assert not player.play("hint")
    assert player.state in ("missing", "broken")


# In the console


@pytest.fixture
def night(qtbot, tmp_path):
    with evening(tmp_path / "data") as one:
        yield one


def the_kit(one: Evening) -> Kit:
    return one.services.library.kit_of(one.plan)


def with_speakers(one: Evening, speakers: FakeSpeakers) -> RoomSound:
    """The console of an evening, with other loudspeakers than this computer's."""
    one.live.media.sound.deleteLater()
    for button in (one.console.header.sound, one.console.header.sound_menu):
        button.clicked.disconnect()
    sound = RoomSound(one.services.preferences, one.t, one.console, one.live, speakers)
    sound.begin(the_kit(one))
    sound.kept.connect(one.live.changed)
    sound.hear(one.live.room.conductors, one.live.room.screens())
    one.live.media.sound = sound
    return sound


def cue_ms(one: Evening, *cues: str) -> list[int]:
    player = SoundPlayer(speakers=FakeSpeakers())
    player.take_cues(cue_sounds(the_kit(one)))
    return [player._cues[cue].ms for cue in cues]


def heard(speakers: FakeSpeakers) -> list[int]:
    return [ms for ms, _name, _volume in speakers.played]


def test_a_game_sounds_at_its_start_and_when_a_puzzle_is_solved(
    qtbot, night: Evening, speakers: FakeSpeakers
) -> None:
    sound = with_speakers(night, speakers)
    night.click("next-step")
    qtbot.waitUntil(lambda: sound.player._rank < 0)
    night.solve("P1")

    assert heard(speakers) == cue_ms(night, "start", "solved")


def test_a_game_that_is_taken_up_again_is_silent(qtbot, night: Evening, speakers: FakeSpeakers) -> None:
    night.click("next-step")
    night.solve("P1")
    night.reopen(after_s=5)
    with_speakers(night, speakers)
    night.wait(5)

    assert heard(speakers) == []


def test_f8_mutes_and_is_kept(night: Evening, speakers: FakeSpeakers) -> None:
    with_speakers(night, speakers)
    QTest.keyClick(night.console.focusWidget(), Qt.Key.Key_F8)
    night.click("next-step")

    assert heard(speakers) == []
    assert night.console.header.sound.text() == "Muted"
    assert night.services.preferences.settings.is_muted
    QTest.keyClick(night.console.focusWidget(), Qt.Key.Key_F8)
    assert night.console.header.sound.text() == "Sounds"


def test_the_tick_is_off_until_it_is_wanted(qtbot, night: Evening, speakers: FakeSpeakers) -> None:
    sound = with_speakers(night, speakers)
    night.click("next-step")
    qtbot.waitUntil(lambda: sound.player._rank < 0)
    del speakers.played[:]
    night.wait(600)
    assert heard(speakers) == []
    menu = sound.menu()
    next(action for action in menu.actions() if "tick" in action.text()).trigger()
    assert night.services.preferences.settings.has_late_tick
    night.wait(1)
    night.solve("P1")
    qtbot.waitUntil(lambda: sound.player._rank < 0)
    del speakers.played[:]
    night.wait(900)

    assert heard(speakers)[:1] == cue_ms(night, "late")


def test_the_menu_offers_loudspeakers_volumes_and_a_trial(night: Evening, speakers: FakeSpeakers) -> None:
    sound = with_speakers(night, speakers)
    actions = {action.text(): action for action in sound.menu().actions()}
    actions["Headphones"].trigger()
    actions["Volume 25 %"].trigger()
    actions["Try the sound"].trigger()

    assert speakers.played == [(*cue_ms(night, "solved"), "Headphones", 0.25)]
    assert night.services.preferences.settings.loudspeaker == "Headphones"


def test_a_lost_loudspeaker_is_told_in_words_and_the_game_goes_on(
    qtbot, night: Evening, speakers: FakeSpeakers
) -> None:
    sound = with_speakers(night, speakers)
    sound.noticed.connect(night.live.ask_of)
    night.click("next-step")
    with qtbot.waitSignal(sound.noticed):
        speakers.plug()
    assert night.kinds()[-1] == "TroubleNoticed"
    assert "The loudspeaker is gone" in night.console.toast.label.text()
    assert night.console.header.sound.text() == "No sound"
    night.solve("P1")
    assert night.state("P1") == "solved"
    speakers.plug("Room")
    assert night.kinds()[-1] == "TroubleNoticed"
    assert night.console.header.sound.text() == "Sounds"


def test_a_missing_part_is_told_once_with_the_line_that_adds_it(night: Evening) -> None:
    sound = with_speakers(night, FakeSpeakers(there="missing"))
    assert "main.py media" in sound.menu().actions()[1].text()
    assert night.services.preferences.settings.knows_media_lacks
    night.console.toast.hide()
    with_speakers(night, FakeSpeakers(there="missing"))

    assert not night.console.toast.isVisible()
