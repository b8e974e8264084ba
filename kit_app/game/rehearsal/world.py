"""Everything around the console in a rehearsal: the made-up team, and what goes wrong in its room. Pure.

Faults come in a drawn order, spread over the game by its played time; what they last is run time, which goes
on in a pause, because a cable is mended then too.
"""

from collections.abc import Collection
from typing import NamedTuple

from kit_app.domain.dice import Dice
from kit_app.game.rehearsal.team import Act, Team, Work, step, wrong_guess
from kit_app.game.state import RunState, played_ms
from kit_app.views.rehearsal import FaultKind, MomentKind

FAULTS: tuple[FaultKind, ...] = (
    "projector-out",
    "player-away",
    "broken-prop",
    "wrong-guess",
    "restart",
)
LASTS_MS: dict[FaultKind, int] = {"projector-out": 150_000, "player-away": 360_000}
"""What ends by itself: the cable is found, the player comes back."""

HANDS_MS = 15_000
"""What a trainer needs to see something and to press a button, by the real clock, whatever the pace."""

FIRST, LAST = 0.08, 0.55
"""Parts of the game’s time between which faults come: a fast team is done soon after."""

_ENDS: dict[FaultKind, MomentKind] = {"projector-out": "projector-back", "player-away": "player-back"}


class Fault(NamedTuple):
    """What is to go wrong, from this played time on."""

    kind: FaultKind
    at_ms: int


class Casting(NamedTuple):
    """Who plays in a rehearsal, and what goes wrong, in the order of time."""

    team: Team
    faults: tuple[Fault, ...] = ()


class World(NamedTuple):
    """How far all of it is: the team's work, faults to come, and those that last until a run time.

    `broken` are puzzles whose prop does not hold.
    """

    work: Work = Work()
    to_come: tuple[Fault, ...] = ()
    lasting: tuple[tuple[FaultKind, int], ...] = ()
    broken: frozenset[str] = frozenset()

    @property
    def absent(self) -> int:
        """How many players are out of the room."""
        return sum(kind == "player-away" for kind, _ in self.lasting)

    @property
    def is_projector_out(self) -> bool:
        """Whether the players' picture is gone."""
        return any(kind == "projector-out" for kind, _ in self.lasting)


def planned(kinds: Collection[FaultKind], duration_ms: int, seed: str) -> tuple[Fault, ...]:
    """When each kind of fault comes in a game of this length."""
    dice = Dice(seed=seed, prefix="rehearsal/faults/")
    order = dice.shuffled("order", [kind for kind in FAULTS if kind in kinds])
    width = (LAST - FIRST) / max(1, len(order))
    return tuple(
        Fault(kind, round(duration_ms * (FIRST + width * (place + dice.number(kind, 10, 90) / 100))))
        for place, kind in enumerate(order)
    )


def opened(casting: Casting) -> World:
    """The room before the start."""
    return World(to_come=casting.faults)


def advance(
    casting: Casting, world: World, state: RunState, now: int, pace: int = 1
) -> tuple[World, tuple[Act, ...]]:
    """The room at `now` (run time), and what was done, said or went wrong since.

    At a high `pace` a fault lasts as long as it takes to notice it.
    """
    world, over = _ended(world, state, now)
    world, struck = _struck(world, state, now, pace)
    work, acts = step(
        casting.team, world.work, state, now, absent=world.absent, broken=_still_broken(world, state)
    )
    return world._replace(work=work), (*over, *struck, *acts)


def _still_broken(world: World, state: RunState) -> frozenset[str]:
    return frozenset(one for one in world.broken if state.puzzles[one].solved is None)


def _ended(world: World, state: RunState, now: int) -> tuple[World, list[Act]]:
    """What lasted long enough is over; once the game is closed, everything is."""
    is_closed = state.phase in ("closing", "ended")
    over = [kind for kind, until in world.lasting if is_closed or now >= until]
    left = tuple(one for one in world.lasting if one[0] not in over)
    return world._replace(lasting=left), [Act(_ENDS[kind]) for kind in over]


def _struck(world: World, state: RunState, now: int, pace: int) -> tuple[World, list[Act]]:
    """The next fault, when its time has come and there is a puzzle that it can be about."""
    if state.phase != "playing" or not world.to_come:
        return world, []
    fault = world.to_come[0]
    if played_ms(state, now) < fault.at_ms:
        return world, []
    kind, left = fault.kind, world._replace(to_come=world.to_come[1:])
    if kind in LASTS_MS:
        until = now + max(LASTS_MS[kind], 2 * HANDS_MS * pace)
        return left._replace(lasting=(*world.lasting, (kind, until))), [Act(kind)]
    if kind == "restart":
        return left, [Act(kind)]
    tables = [one for one in world.work.tables if one != state.setup.finale and one not in world.broken]
    if not tables:
        return world, []
    puzzle = tables[0]
    if kind == "broken-prop":
        return left._replace(broken=world.broken | {puzzle}), [Act(kind, puzzle)]
    return left, [Act(kind, puzzle, wrong_guess(state.setup.puzzle(puzzle)))]
