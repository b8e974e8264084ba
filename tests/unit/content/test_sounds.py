"""Sounds that a kit brings: by name, short, and in a form that every computer plays."""

import io
import wave

import pytest

from kit_app.content.check import check_kit
from kit_app.content.kit_reader import read_kit
from kit_app.domain.sounds import CUES, read_wave
from kit_app.services.sounds import cue_sounds
from tests.unit.content.tiny import TINY_MECHANISMS, tiny_kit


def made(ms: int = 500, rate: int = 8_000, channels: int = 1, width: int = 2) -> bytes:
    target = io.BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(b"\1" * (ms * rate // 1000 * channels * width))
    return target.getvalue()


def said(name: str, content: bytes) -> str:
    problems = check_kit({**tiny_kit(), name: content}, mechanisms=TINY_MECHANISMS)
    return " ".join(problem.sentence for problem in problems)


def test_a_kit_may_bring_a_sound_and_keeps_the_others() -> None:
    kit = read_kit({**tiny_kit(), "sounds/cues/hint.wav": made()}, TINY_MECHANISMS)
    usual = cue_sounds(read_kit(tiny_kit(), TINY_MECHANISMS))
    own = cue_sounds(kit)

    assert set(own) == set(usual) == set(CUES)
    assert own["hint"] == made()
    assert own["end"] == usual["end"]


def test_a_good_sound_is_no_problem() -> None:
    assert said("sounds/cues/hint.wav", made()) == ""
    assert said("sounds/cues/end.wav", made(rate=44_100, channels=2)) == ""


@pytest.mark.parametrize(
    "name", ["sounds/cues/gong.wav", "sounds/cues/hint.mp3", "sounds/cues/more/hint.wav"]
)
def test_a_sound_that_nothing_plays_is_told_with_the_names(name: str) -> None:
    assert "The names are start.wav, solved.wav, hint.wav" in said(f"sounds/cues/{name}", made())


@pytest.mark.parametrize("content", [b"", b"RIFF", made(width=1), made(channels=3), made(rate=96_000)])
def test_a_sound_that_cannot_be_played_is_told(content: bytes) -> None:
    assert said("sounds/cues/hint.wav", content).startswith("This sound cannot be played.")


def test_a_long_sound_is_told() -> None:
    assert said("sounds/cues/hint.wav", made(ms=4_000)).startswith("This sound is longer than 3 seconds.")


def test_a_wave_knows_how_long_it_sounds() -> None:
    sound = read_wave(made(ms=500, channels=2))

    assert (sound.ms, sound.rate, sound.channels) == (500, 8_000, 2)
