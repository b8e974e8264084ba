"""The chance to finish within the time, before a game has begun: its forecast with nothing done yet. Pure.

The model is the forecast's (see there). A game that is under way has one seed; one to come is played with
several, since a trainer compares choices by a few points.
"""

from functools import lru_cache
from math import log
from typing import NamedTuple

from kit_app.domain.plan import HintPolicy
from kit_app.game.forecast import (
    Course,
    End,
    Guess,
    Strand,
    ends_of,
    groups_of,
    outlook_of,
    reaction_ms,
)
from kit_app.views.console import Outlook

SEEDS = tuple(f"chance/{number}" for number in range(5))


class Step(NamedTuple):
    """A puzzle to come: its median time without help, and when its hints are due after it opens, in ms.

    `due` is empty where hints are given on request only.
    """

    id: str
    needs: tuple[str, ...]
    usual_ms: float
    due: tuple[float, ...] = ()


class Game(NamedTuple):
    """All that the chance depends on, for one team. `cost_ms` is what a hint costs of `total_ms`."""

    steps: tuple[Step, ...]
    finale: str
    total_ms: int
    players: int
    hint_policy: HintPolicy
    cost_ms: int = 0


@lru_cache(maxsize=64)
def chance(game: Game) -> Outlook | None:
    """When the finale is likely solved, and the part of teams that are in time.

    None when the finale is not among the steps or puzzles wait for one another in a circle.
    """
    places = {step.id: place for place, step in enumerate(game.steps)}
    if game.finale not in places:
        return None
    guess = Guess(taken=(), strands=tuple(_strand(step, places, game.hint_policy) for step in game.steps))
    ends: list[End] = []
    for seed in SEEDS:
        course = Course(
            seed=seed,
            played_ms=0,
            total_ms=game.total_ms,
            cost_ms=game.cost_ms if game.hint_policy != "by-hand" else 0,
            groups=groups_of(game.players),
            finale=places[game.finale],
            guesses=(guess,),
            all_given=game.hint_policy == "automatic",
        )
        found = ends_of(course)
        if found is None:
            return None
        ends += found
    return outlook_of(ends, game.total_ms)


def _strand(step: Step, places: dict[str, int], policy: HintPolicy) -> Strand:
    """A puzzle at which nobody works yet."""
    due = step.due if policy != "by-hand" else ()
    return Strand(
        place=places[step.id],
        middle=log(max(1.0, step.usual_ms)),
        worked=None,
        done=0.0,
        hints=(),
        due=tuple((at + reaction_ms(policy), level) for level, at in enumerate(due, start=1)),
        needs=tuple(places[need] for need in step.needs if need in places),
    )
