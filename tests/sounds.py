"""Makes the sounds of the kit, resources/sounds: python -m tests.sounds [FOLDER]. Always the same ones."""

import sys
import wave
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "sounds"
RATE = 22_050  # signs a second; nothing here sounds above 7 kHz
TARGET_LUFS = -19.0
FADE_S = 0.06

C5, E5, G5, A4, C6, E6 = 523.25, 659.26, 783.99, 440.0, 1046.5, 1318.5

Sound = np.ndarray


def _times(seconds: float) -> Sound:
    return np.arange(round(seconds * RATE)) / RATE


def marimba(pitch: float, seconds: float) -> Sound:
    """A bar of rosewood under a soft mallet: its third partial is four times the first, and short."""
    time = _times(seconds)
    ring = 1.5 / (pitch / 220.0) ** 0.6  # low bars sound longer
    tone = np.sin(2 * np.pi * pitch * time) * np.exp(-time * 6 / ring)
    tone += 0.22 * np.sin(2 * np.pi * 3.93 * pitch * time) * np.exp(-time * 26 / ring)
    tone += 0.06 * np.sin(2 * np.pi * 9.2 * pitch * time) * np.exp(-time * 60) * (9.2 * pitch < 7_000)
    mallet = np.random.default_rng(45).random(time.size) * 2 - 1
    mallet = np.convolve(mallet, np.full(12, 1 / 12), mode="same")
    return _soft_ends(tone + 0.25 * mallet * np.exp(-time * 220), 0.004)


def bell(seconds: float, pitch: float = 2_093.0) -> Sound:
    """The bell of a typewriter at the end of its line: small, high, not in tune with itself."""
    time = _times(seconds)
    partials = ((1.0, 1.0, 5.5), (1.0027, 0.5, 6.0), (2.02, 0.32, 11.0), (3.01, 0.12, 20.0))
    tone = sum(
        weight * np.sin(2 * np.pi * pitch * ratio * time) * np.exp(-time * decay)
        for ratio, weight, decay in partials
    )
    return _soft_ends(np.asarray(tone), 0.004)


def wood(seconds: float) -> Sound:
    """A fingertip on a desk."""
    time = _times(seconds)
    tone = np.sin(2 * np.pi * 392.0 * time) * np.exp(-time * 38)
    return _soft_ends(tone + 0.3 * np.sin(2 * np.pi * 1_040.0 * time) * np.exp(-time * 70), 0.004)


def _soft_ends(tone: Sound, seconds: float) -> Sound:
    """No click: the first milliseconds rise from silence, the last ones fall into it."""
    count = round(seconds * RATE)
    tone[:count] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(count) / count)
    return _soft_end(tone)


def _soft_end(tone: Sound) -> Sound:
    count = round(FADE_S * RATE)
    tone[-count:] *= 0.5 + 0.5 * np.cos(np.pi * np.arange(count) / (count - 1))
    return tone


def together(seconds: float, *parts: tuple[float, float, Sound]) -> Sound:
    """Parts, each with its begin in seconds and its weight, in a sound of so many seconds."""
    sound = np.zeros(round(seconds * RATE))
    for begin, weight, part in parts:
        first = round(begin * RATE)
        part = part[: sound.size - first]
        sound[first : first + part.size] += weight * part
    return _soft_end(sound)


def cues() -> dict[str, Sound]:
    """All sounds by the name of their file, between -1 and 1."""
    return {name: at_loudness(sound, TARGET_LUFS + louder) for name, sound, louder in _drafts()}


def _drafts() -> tuple[tuple[str, Sound, float], ...]:
    return (
        (
            "start",
            together(
                1.4,
                (0.0, 0.8, marimba(C5, 1.0)),
                (0.16, 0.9, marimba(E5, 1.0)),
                (0.32, 1.0, marimba(G5, 1.0)),
                (0.52, 0.35, bell(0.88)),
            ),
            0.0,
        ),
        ("solved", together(0.8, (0.0, 0.8, marimba(G5, 0.6)), (0.13, 1.0, marimba(C6, 0.67))), 0.0),
        ("hint", together(0.9, (0.0, 0.5, bell(0.9)), (0.09, 0.6, marimba(E5, 0.8))), -1.0),
        ("five-minutes", together(1.0, (0.0, 1.0, marimba(A4, 0.7)), (0.3, 0.8, marimba(A4, 0.7))), 0.0),
        (
            "one-minute",
            together(
                1.3,
                (0.0, 1.0, marimba(A4, 0.7)),
                (0.28, 0.9, marimba(A4, 0.7)),
                (0.56, 0.9, marimba(C5, 0.74)),
            ),
            0.0,
        ),
        (
            "end",
            together(
                1.5,
                (0.0, 0.3, bell(0.7)),
                (0.12, 1.0, marimba(G5, 1.0)),
                (0.3, 0.9, marimba(E5, 1.0)),
                (0.48, 1.0, marimba(C5, 1.0)),
                (0.48, 0.3, marimba(E6, 0.8)),
            ),
            0.0,
        ),
        ("late", together(0.4, (0.0, 1.0, wood(0.4))), -9.0),
    )


def at_loudness(sound: Sound, lufs: float) -> Sound:
    """`sound` made louder or softer until it measures `lufs`."""
    return sound * 10 ** ((lufs - loudness(sound)) / 20)


def loudness(sound: Sound, rate: int = RATE) -> float:
    """Integrated loudness in LUFS after ITU-R BS.1770-4 (one channel; blocks of 400 ms, both gates)."""
    heard = _weighted(sound, rate)
    size, step = round(0.4 * rate), round(0.1 * rate)
    starts = range(0, max(1, heard.size - size + 1), step)
    power = np.array([np.mean(heard[first : first + size] ** 2) for first in starts])
    power = power[_lufs(power) > -70]
    if not power.size:
        return -np.inf
    gate = _lufs(np.mean(power)) - 10
    return float(_lufs(np.mean(power[_lufs(power) > gate])))


def _lufs(power: Sound) -> Sound:
    return -0.691 + 10 * np.log10(np.maximum(power, 1e-12))


def _weighted(sound: Sound, rate: int) -> Sound:
    """The K filter, a shelf and a high pass, by their response at each frequency."""
    size = sound.size + rate
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(size))
    shelf = _biquad(*_shelf(rate), z)
    pass_high = _biquad(*_high_pass(rate), z)
    return np.fft.irfft(np.fft.rfft(sound, size) * shelf * pass_high, size)[: sound.size]


def _biquad(b: tuple[float, ...], a: tuple[float, ...], z: Sound) -> Sound:
    return (b[0] + b[1] * z + b[2] * z**2) / (a[0] + a[1] * z + a[2] * z**2)


def _shelf(rate: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    k, vh, q = np.tan(np.pi * 1681.974450955533 / rate), 10 ** (3.999843853973347 / 20), 0.7071752369554196
    vb = vh**0.4996667741545416
    return (
        (vh + vb * k / q + k * k, 2 * (k * k - vh), vh - vb * k / q + k * k),
        (1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k),
    )


def _high_pass(rate: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    k, q = np.tan(np.pi * 38.13547087602444 / rate), 0.5003270373238773
    scale = 1 + k / q + k * k
    return (scale, -2 * scale, scale), (scale, 2 * (k * k - 1), 1 - k / q + k * k)


def as_16_bit(sound: Sound) -> Sound:
    """Whole numbers of 16 bit."""
    return np.round(sound * 32_767).astype("<i2")


def read(path: Path) -> tuple[Sound, int]:
    """What a WAV file of one channel and 16 bit holds, and its rate."""
    with wave.open(str(path), "rb") as file:
        if (file.getnchannels(), file.getsampwidth()) != (1, 2):
            raise ValueError(f"{path.name} is not one channel of 16 bit")
        return np.frombuffer(file.readframes(file.getnframes()), "<i2"), file.getframerate()


def write(folder: Path) -> None:
    """Write one WAV file a sound."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, sound in cues().items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(as_16_bit(sound).tobytes())


def main(arguments: list[str]) -> None:
    """Write them where they belong, or into another folder, and say how loud each is."""
    write(Path(arguments[0]) if arguments else FOLDER)
    for name, sound in cues().items():
        peak = 20 * np.log10(np.abs(sound).max())
        print(f"{name:14} {sound.size / RATE:.2f} s  {loudness(sound):6.1f} LUFS  peak {peak:5.1f} dB")


if __name__ == "__main__":
    main(sys.argv[1:])
