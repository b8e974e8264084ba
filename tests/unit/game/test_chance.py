"""The chance to finish, before a game begins: against the figures that the kit's makers simulated."""

import pytest

from kit_app.domain.plan import HintPolicy
from kit_app.game.chance import Game, Step, chance
from kit_app.game.pace import USUAL
from tests.unit.content.bundled import bundled_kit

POINTS, MINUTES = 0.06, 3
"""How far the chance and the minutes may lie from 20,000 plainly drawn games."""

MADE = [
    ("45-full", 5, 0.66, 0.89, 36, 45),
    ("45-full", 4, 0.49, 0.69, 41, 51),
    ("45-light", 4, 0.67, 0.87, 37, 46),
    ("45-light", 5, 0.80, 0.98, 32, 40),
    ("30", 5, 0.75, 0.96, 22, 28),
    ("30", 4, 0.65, 0.84, 25, 32),
    ("60", 5, 0.80, 0.98, 43, 54),
    ("60", 4, 0.61, 0.81, 52, 64),
]
"""Variant, players, chance without and with hints, then the median and the ninth of ten ends with hints."""


def game(
    variant: str = "45-full",
    players: int = 5,
    policy: HintPolicy = "suggested",
    minutes: int | None = None,
    cost_ms: int = 0,
) -> Game:
    kit = bundled_kit().in_choice(variant)
    of = kit.variant(variant)
    steps = []
    for puzzle in (kit.puzzle(one) for one in of.puzzles):
        target_ms = puzzle.target_s * 1000
        due = tuple(target_ms * factor for factor in kit.level("standard").due)
        steps.append(Step(puzzle.id, puzzle.needs, USUAL * target_ms, due))
    return Game(tuple(steps), of.finale, (minutes or of.minutes) * 60_000, players, policy, cost_ms)


@pytest.mark.parametrize(("variant", "players", "alone", "helped", "median", "late"), MADE)
def test_it_agrees_with_the_kits_own_simulation(
    variant: str, players: int, alone: float, helped: float, median: int, late: int
) -> None:
    without = chance(game(variant, players, "by-hand"))
    found = chance(game(variant, players, "automatic"))

    assert without.chance == pytest.approx(alone, abs=POINTS)
    assert found.chance == pytest.approx(helped, abs=POINTS)
    assert found.expected_ms / 60_000 == pytest.approx(median, abs=MINUTES)
    assert found.high_ms / 60_000 == pytest.approx(late, abs=MINUTES)


def test_hints_that_a_person_gives_come_later_and_help_less_than_those_that_come_by_themselves() -> None:
    by_hand, suggested, automatic = (
        chance(game(policy=policy)).chance for policy in ("by-hand", "suggested", "automatic")
    )

    assert by_hand < suggested < automatic


def test_more_time_more_people_and_free_hints_never_lessen_the_chance() -> None:
    assert chance(game(minutes=40)).chance < chance(game(minutes=50)).chance
    assert chance(game(players=3)).chance < chance(game(players=5)).chance
    assert chance(game(cost_ms=120_000)).chance < chance(game()).chance


def test_the_same_choices_have_the_same_chance() -> None:
    first = chance(game())
    chance.cache_clear()
    assert chance(game()) == first


def test_what_can_never_end_has_no_chance_to_tell() -> None:
    circle = (Step("A", ("B",), 1000.0), Step("B", ("A",), 1000.0))

    assert chance(Game(circle, "B", 60_000, 5, "suggested")) is None
    assert chance(Game(circle, "Z", 60_000, 5, "suggested")) is None
