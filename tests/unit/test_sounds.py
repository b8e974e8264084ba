"""The sounds that are stored: what the script makes, short, soft, without a click at the ends."""

import numpy as np
import pytest

from tests.sounds import FOLDER, RATE, as_16_bit, cues, loudness, read

NAMES = ("end", "five-minutes", "hint", "late", "one-minute", "solved", "start")
LOUDEST_LUFS, PEAK_DB = -14.0, -3.0


@pytest.fixture(scope="module")
def made() -> dict[str, np.ndarray]:
    return cues()


def test_loudness_is_measured_as_the_norm_says() -> None:
    """A full sine of 997 Hz on one channel is the norm's own example."""
    sine = np.sin(2 * np.pi * 997 * np.arange(3 * 48_000) / 48_000)

    assert loudness(sine, 48_000) == pytest.approx(-3.01, abs=0.02)


def test_there_is_one_file_a_sound() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.wav")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_stored_is_what_the_script_makes(name: str, made: dict[str, np.ndarray]) -> None:
    stored, rate = read(FOLDER / f"{name}.wav")
    again = as_16_bit(made[name])

    assert rate == RATE
    assert stored.size == again.size
    assert np.abs(stored.astype(int) - again).max() <= 1, "run python -m tests.sounds"


@pytest.mark.parametrize("name", NAMES)
def test_each_is_short_and_soft_and_begins_and_ends_in_silence(name: str) -> None:
    signs, rate = read(FOLDER / f"{name}.wav")
    sound = signs / 32_768

    assert 0.4 <= sound.size / rate <= 1.5
    assert loudness(sound, rate) < LOUDEST_LUFS
    assert 20 * np.log10(np.abs(sound).max()) < PEAK_DB
    assert np.abs(sound[[0, -1]]).max() < 0.001


@pytest.mark.parametrize("name", NAMES)
def test_no_sound_jumps(name: str) -> None:
    """A click is a step that no tone of these pitches can make: within 2 ms of silence it stays silent."""
    signs, rate = read(FOLDER / f"{name}.wav")
    sound = np.abs(signs / 32_768)
    few = rate // 1000

    assert sound[:few].max() < 0.35 * sound.max()
    assert sound[-few:].max() < 0.001
