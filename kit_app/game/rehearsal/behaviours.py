"""How made-up teams differ: a table. Pure."""

from dataclasses import dataclass
from typing import Literal

BehaviourName = Literal["fast", "average", "stuck", "chaotic"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """A way to play.

    `pace` is added to the logarithm of each puzzle's time (see game.pace); so many puzzles take `slowness`
    times as long (`slow`). `errs` and `shouts` are the parts in a hundred of the puzzles at which a wrong
    answer is given, and at which one is only shouted. Help is asked for after the part `asks` of the target
    that passed at a table, in a hundred (0: never). For the part `together` of the game's time, in a hundred,
    everybody sits at one table.
    """

    pace: float = 0.0
    slow: int = 0
    slowness: float = 1.0
    errs: int = 25
    shouts: int = 10
    asks: int = 170
    together: int = 0


BEHAVIOURS: dict[BehaviourName, Behaviour] = {
    "fast": Behaviour(pace=-0.4, errs=15, shouts=10, asks=0),
    "average": Behaviour(),
    "stuck": Behaviour(pace=0.1, slow=3, slowness=2.5, errs=20, shouts=5, asks=0),
    "chaotic": Behaviour(pace=0.05, errs=60, shouts=60, asks=90, together=20),
}
"""A stuck team does not ask: it falls silent, and the trainer has to see it."""
