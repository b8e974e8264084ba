"""Which themes a session missed most, from its questionnaires or from its results. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kit_app.domain.questionnaire import Theme
from kit_app.game.learning import Counts, Pair, theme_change
from kit_app.views.results import PuzzleResult, RunResult

_HINT_LEVELS = 3
_LATEST: tuple[Pair, ...] = ("before-month", "before-after")
"""The answers of the latest moment tell what is missed now."""


class Missed(NamedTuple):
    """A theme, and how much of it was missed: from 0 (all solved without help) to 1 (nothing solved)."""

    theme: Theme
    part: float


def missed_themes(
    results: Iterable[RunResult], themes: Mapping[str, Theme], order: Sequence[Theme]
) -> tuple[Missed, ...]:
    """The themes that were met, the most missed first; equals stay in their `order`.

    `themes` tells the theme of a puzzle. Each puzzle that a team met counts once: as wholly missed when it
    was not solved or accepted by hand, else as a third for each hint. One with a broken prop says nothing.
    """
    parts: dict[Theme, list[float]] = {}
    for result in results:
        for puzzle in result.puzzles:
            theme = themes.get(puzzle.id)
            if theme is not None and puzzle.opened_ms is not None and not puzzle.was_broken:
                parts.setdefault(theme, []).append(_part(puzzle))
    found = [Missed(theme, sum(parts[theme]) / len(parts[theme])) for theme in order if theme in parts]
    return tuple(sorted(found, key=lambda one: -one.part))


def missed_by_answers(counts: Counts) -> tuple[Missed, ...]:
    """The same from answers: the part of the latest ones that were not right; empty while too few were given.

    The moments are those that are compared; what may not be shown of them says nothing here either.
    """
    for pair in _LATEST:
        compared = counts.pairs.get(pair)
        if compared is None:
            continue
        known = counts.theme_ids()
        shares = {theme: theme_change(compared, theme, counts.items_of(theme)).second for theme in known}
        found = [Missed(theme, 1.0 - share) for theme, share in shares.items() if share is not None]
        if found:
            return tuple(sorted(found, key=lambda one: -one.part))
    return ()


def first_themes(missed: Sequence[Missed], order: Sequence[Theme], most: int) -> tuple[Theme, ...]:
    """So many themes to come back to: the most missed, then those that were not met."""
    known = [one.theme for one in missed]
    return (*known, *(theme for theme in order if theme not in known))[:most]


def _part(puzzle: PuzzleResult) -> float:
    if puzzle.solved_ms is None or puzzle.was_forced:
        return 1.0
    return min(1.0, len(puzzle.hints) / _HINT_LEVELS)
