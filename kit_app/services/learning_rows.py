"""What was learnt by theme over several sessions, as rows of words and numbers."""

from __future__ import annotations

from collections.abc import Mapping

from kit_app.game.learning import OVERALL, Change, Counts, Pair, theme_change
from kit_app.i18n import N_, Catalogue
from kit_app.services.learning_words import (
    METHOD,
    METHOD_OF_GROUPS,
    change_text,
    people_text,
    share_text,
    theme_name,
)
from kit_app.views.statistics import LearningLine, LearningTable

_PAIRS: tuple[tuple[Pair, str], ...] = (
    ("before-after", N_("What was learnt: after the game")),
    ("before-month", N_("What was learnt: one month later")),
)


def learning_tables(counts: Counts, names: Mapping[str, str], t: Catalogue) -> tuple[LearningTable, ...]:
    """A table for each two moments that were compared; `names` are those that kits give to their themes."""
    found = []
    for pair, title in _PAIRS:
        known = counts.pairs.get(pair)
        if known is None:
            continue
        changes = [
            (theme, theme_change(known, theme, ids))
            for theme in (OVERALL, *counts.theme_ids())
            if (ids := counts.items_of(theme))
        ]
        are_paired = all(change.is_paired for _theme, change in changes if not change.is_masked)
        lines = tuple(_line(theme_name(theme, names, t), change, t) for theme, change in changes)
        method = t(METHOD if are_paired else METHOD_OF_GROUPS)
        found.append(LearningTable(title=t(title), lines=lines, method=method))
    return tuple(found)


def _line(name: str, change: Change, t: Catalogue) -> LearningLine:
    return LearningLine(
        theme=name,
        first=None if change.first is None else 100 * change.first,
        second=None if change.second is None else 100 * change.second,
        before=share_text(change.first, t),
        after=share_text(change.second, t),
        change=change_text(change, t),
        people=people_text(change),
    )
