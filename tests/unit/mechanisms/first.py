"""The first six puzzles of the bundled kit: dealt with the example, and ready to be made another way."""

from functools import cache
from types import ModuleType
from typing import Any

from kit_app.domain.deal import DealChoice, TeamTable
from kit_app.domain.dice import Dice
from kit_app.mechanisms import choices, crossword, mask, matching_slip, register, strips
from kit_app.mechanisms.dealing import deal_team
from kit_app.mechanisms.filling import all_filled
from kit_app.mechanisms.made import Made
from tests.unit.content.bundled import bundled_kit

FIRST = {
    "P1": register,
    "P2": strips,
    "P3": mask,
    "P4": matching_slip,
    "P5": crossword,
    "P6": choices,
}
"""The mechanism of each."""


@cache
def dealt(language: str, seed: str) -> TeamTable:
    """A whole table with nothing fixed."""
    return deal_team(bundled_kit(), DealChoice(language=language, variant="45-full", seed=seed))


@cache
def example(language: str) -> TeamTable:
    """The table that the kit's specification prints."""
    kit = bundled_kit()
    return deal_team(kit, DealChoice(language=language, variant="45-full", seed="example", fixed=kit.example))


def parameters(puzzle: str, language: str = "fr") -> Any:
    """The puzzle's parameters with the example's values in their texts."""
    return all_filled(bundled_kit().puzzle(puzzle).parameters, example(language).values)


def words(puzzle: str, language: str = "fr") -> Any:
    """The words of the puzzle's clues with the example's values in their texts."""
    return all_filled(bundled_kit().puzzle_words[language][puzzle].clues, example(language).values)


def made(puzzle: str, language: str = "fr", own: Any = None, **fixed: Any) -> Made[Any]:
    """What its mechanism makes of the puzzle with the example's draws, `fixed` instead of some of them."""
    mechanism: ModuleType = FIRST[puzzle]
    draws = {**bundled_kit().example, **{f"{puzzle}/{name}": value for name, value in fixed.items()}}
    dice = Dice(seed="any", fixed=draws).child(puzzle)
    return mechanism.make(parameters(puzzle, language) if own is None else own, words(puzzle, language), dice)
