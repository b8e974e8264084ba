"""The tones of a page: as drawn, in greys, or black on white; and what each makes of a colour."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from printables.layout.colours import BLACK, WHITE
from printables.units import Mm, mm

DARK = 0.18
"""Luminance at which black and white read equally well: what is darker bears white words, the rest black."""

LIGHTEST_TEXT, LIGHTEST_DARK = "#333333", "#646464"
PALE = 0.95  # a line as light as this lies on a dark ground
THICKER, LEAST_LINE = 1.5, mm(0.3)


class Tone(Enum):
    """`COLOUR`: as drawn. `GREY`: no colour left. `CONTRAST`: black on white, for eyes that see little."""

    COLOUR = "colour"
    GREY = "grey"
    CONTRAST = "contrast"


@lru_cache(maxsize=256)
def luminance(colour: str) -> float:
    """How light « #RRGGBB » is, from 0 to 1, as eyes see it."""
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=256)
def grey_of(colour: str) -> str:
    """The grey that is as light: its contrast to any other colour stays."""
    light = luminance(colour)
    value = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return f"#{round(value * 255):02X}" + f"{round(value * 255):02X}" * 2


@lru_cache(maxsize=256)
def text_colour(tone: Tone, colour: str) -> str:
    """Words: in greys darker than in colour, since a printer draws mid greys as dots."""
    return _in_tone(tone, colour, LIGHTEST_TEXT)


@lru_cache(maxsize=256)
def ground_colour(tone: Tone, colour: str) -> str:
    """Areas, with or without words on them; dark ones in greys dark enough for white words."""
    return _in_tone(tone, colour, LIGHTEST_DARK)


def _in_tone(tone: Tone, colour: str, lightest: str) -> str:
    """What is dark becomes black or a grey no lighter than `lightest`; what is light, white or its grey."""
    if tone is Tone.COLOUR:
        return colour
    is_dark = luminance(colour) <= DARK
    if tone is Tone.CONTRAST:
        return BLACK if is_dark else WHITE
    return min(grey_of(colour), lightest) if is_dark else grey_of(colour)


@lru_cache(maxsize=256)
def line_colour(tone: Tone, colour: str) -> str:
    """Lines: however faint, they become black in high contrast."""
    if tone is Tone.CONTRAST:
        return WHITE if luminance(colour) >= PALE else BLACK
    return colour if tone is Tone.COLOUR else grey_of(colour)


def line_width(tone: Tone, width: Mm) -> Mm:
    """Lines are thicker in high contrast."""
    return max(width * THICKER, LEAST_LINE) if tone is Tone.CONTRAST else width


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
