"""Contrast of colours (#RRGGBB) as WCAG 2 counts it, and the colour nearest to a wish that can be read."""

from collections.abc import Callable

CREAM, INK = "#FFF6E3", "#16202C"
LEAST_WORDS = 7.0
"""Words on a screen that is read from the last row."""
LEAST_FACE = 3.0
"""A coloured face beside the ground that it lies on."""


def contrast(one: str, other: str) -> float:
    """From 1 (none) to 21 (black and white)."""
    lights = sorted((_light(one), _light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def words_on(ground: str) -> str:
    """The better of our two inks on this ground."""
    return max((CREAM, INK), key=lambda ink: contrast(ink, ground))


def holds_words(ground: str) -> bool:
    """Whether words can be read on this ground from the last row."""
    return contrast(words_on(ground), ground) >= LEAST_WORDS


def holds_as_marker(marker: str, ground: str) -> bool:
    """Whether words can be read on a marker that stands out from its ground."""
    return holds_words(marker) and contrast(marker, ground) >= LEAST_FACE


def nearest(colour: str, holds: Callable[[str], bool]) -> str:
    """The least darker or lighter colour that holds; the colour itself if it does, our ink if none does."""
    for step in range(101):
        for end in ("#000000", "#FFFFFF"):
            tried = mixed(colour, end, step / 100)
            if holds(tried):
                return tried
    return INK


def mixed(one: str, other: str, share: float) -> str:
    """`one` with so much of `other`, 0 to 1."""
    parts = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(mine + (theirs - mine) * share):02X}" for mine, theirs in parts)


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _light(colour: str) -> float:
    parts = (part / 255 for part in _parts(colour))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
