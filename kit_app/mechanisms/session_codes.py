"""Draw the codes that players read from one card and use with another. Pure."""

from kit_app.domain.dice import Dice
from kit_app.mechanisms.made import Redraw

LENGTH = 4
MOST_TRIES = 100


def drawn_code(dice: Dice, name: str) -> str:
    """A code with letters and figures both, so that no word of a text is taken for it. May raise Redraw."""
    for attempt in range(MOST_TRIES):
        code = dice.code(f"{name}/{attempt}" if attempt else name, LENGTH)
        if any(sign.isdigit() for sign in code) and any(sign.isalpha() for sign in code):
            return code
    raise Redraw
