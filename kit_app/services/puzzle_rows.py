"""Puzzles over many games as lines of tables."""

from kit_app.services.overview import TOO_LONG
from kit_app.views.facts import PuzzleCount
from kit_app.views.statistics import PuzzleLine


def puzzle_line(one: PuzzleCount) -> PuzzleLine:
    """A puzzle, and whether it takes teams clearly longer than its target."""
    is_long = not one.is_few and one.median_s is not None and 0 < TOO_LONG * one.target_s <= one.median_s
    return PuzzleLine(count=one, is_long=is_long)


def hints_a_team(line: PuzzleLine) -> float:
    """Hints of a puzzle by the teams that met it."""
    return sum(line.count.hints) / line.count.met
