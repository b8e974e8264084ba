"""The sounds of a game: their names, and what a WAV file holds. Nothing here makes a noise."""

import io
import wave
from dataclasses import dataclass

CUES = ("start", "solved", "hint", "five-minutes", "one-minute", "end", "late")
"""What may sound: each has a file of this name, and a kit may bring its own."""

CUE_FOLDER = "sounds/cues/"
"""Where a kit keeps the sounds that replace the usual ones."""

LONGEST_CUE_MS = 3_000
LONGEST_HINT_MS = 60_000
LARGEST_CUE = 600_000
_RATES = range(8_000, 48_001)


@dataclass(frozen=True, slots=True)
class Wave:
    """Sound as whole numbers of 16 bit, little end first, channel by channel: `rate` signs a second each."""

    rate: int
    channels: int
    signs: bytes

    @property
    def ms(self) -> int:
        """How long it sounds."""
        return len(self.signs) * 1000 // (2 * self.channels * self.rate)


def read_wave(content: bytes) -> Wave:
    """What a WAV file of one or two channels and 16 bit holds. Raises ValueError for anything else."""
    try:
        with wave.open(io.BytesIO(content), "rb") as file:
            channels, width, rate = file.getnchannels(), file.getsampwidth(), file.getframerate()
            signs = file.readframes(file.getnframes())
    except (wave.Error, EOFError) as error:
        raise ValueError(f"no WAV file: {error}") from error
    if channels not in (1, 2) or width != 2 or rate not in _RATES:
        raise ValueError(f"{channels} channels of {8 * width} bit at {rate} Hz")
    return Wave(rate, channels, signs[: len(signs) // (2 * channels) * (2 * channels)])
