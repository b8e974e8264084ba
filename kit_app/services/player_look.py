"""With which colours the player screen is drawn: ours, of high contrast, or the facility's own two."""

from dataclasses import replace

from kit_app.domain.colours import LEAST_WORDS, contrast, holds_as_marker, holds_words, mixed, words_on
from kit_app.domain.facility import Facility
from kit_app.domain.settings import PlayerLook
from kit_app.views.player import HIGH_CONTRAST, NIGHT, PlayerColours

_QUIET, _RAISED = 0.22, 0.1
"""How far quiet words go towards the ground, and the ground of a card towards the words, at most."""


def player_colours(look: PlayerLook, facility: Facility) -> PlayerColours:
    """The colours of a look; the facility's only if both are there and can be read."""
    if look == "high-contrast":
        return HIGH_CONTRAST
    ground, marker = facility.screen_colours
    if look != "facility" or not holds_words(ground) or not holds_as_marker(marker, ground):
        return NIGHT
    text = words_on(ground)
    raised = _furthest(ground, text, _RAISED, against=text)
    return replace(
        NIGHT,
        ground=ground,
        raised=raised,
        text=text,
        quiet=_furthest(text, ground, _QUIET, against=raised),
        marker=marker,
        on_marker=words_on(marker),
    )


def _furthest(one: str, other: str, most: float, *, against: str) -> str:
    """`one` as far towards `other` as keeps it readable against a third colour."""
    tried = (mixed(one, other, most * step / 10) for step in range(10, -1, -1))
    return next((found for found in tried if contrast(found, against) >= LEAST_WORDS), one)
