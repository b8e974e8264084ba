"""What counts of questionnaires must be that came in a file, beyond their shape."""

from __future__ import annotations

from kit_app.domain.questionnaire import GRADES, MOMENTS
from kit_app.game.learning import Counts
from kit_app.storage.shape import ShapeError


def check_counts(counts: Counts) -> None:
    """Raises ShapeError unless such counts can be added to others."""
    if any(len(given) != GRADES or min(given) < 0 for given in counts.opinions.values()):
        raise ShapeError("grades go from 1 to 5")
    if set(counts.moments) - set(MOMENTS) or any(number < 0 for number in counts.moments.values()):
        raise ShapeError("sheets are of three moments")
    if any(set(own.items) - set(counts.themes) for own in counts.pairs.values()):
        raise ShapeError("an item has no theme")
