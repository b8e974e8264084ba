"""From when on a puzzle counts as stuck, learned from a facility's own games. Pure.

Times are read on a logarithmic scale. A puzzle that was solved without a hint tells its time; one that got a
hint, or was never solved, tells only that it would have taken longer than until then. From both, the most
likely middle and spread are found (expectation and maximisation, `ROUNDS` times), leaning on the kit's own
figures as `MIDDLE_DOUBT` and `SPREAD_WEIGHT` say: the more games, the less they count. The limit is
the time within which four of five such teams are done on their own, less `CAUTION` of its standard error: to
overlook a team that needs help is worse than to look at one that does not.
"""

from collections.abc import Callable, Mapping, Sequence
from math import exp, log, sqrt
from types import MappingProxyType
from typing import NamedTuple

from kit_app.domain.region_times import PuzzleTime
from kit_app.game.pace import ENTRY_MS, SPREAD, USUAL, beyond, density, log_usual
from kit_app.views.results import PuzzleResult, RunResult

GAMES = 5
"""So many games that solved a puzzle themselves are needed before their times replace the kit's."""

MOST_GAMES = 100
"""So many of the latest games teach: what is older says little more, and staff and habits change."""

EIGHTY = 0.8416212335729143
"""Below this point lie 80 % of a standard normal."""

MIDDLE_DOUBT = 0.4
"""How far a facility's own middle may lie from the kit's, as a standard deviation of logarithms."""

SPREAD_WEIGHT = 8.0
"""The kit's spread counts as much as this many games."""

CAUTION = 0.6
"""Part of the standard error that is taken off; chosen on other made-up games than the benchmark's."""

ROUNDS = 40
LEAST_MS = 1_000.0


class Limit(NamedTuple):
    """A puzzle's learned limit: time since it was opened, and from how many games, perhaps the region's."""

    ms: int
    games: int
    is_regional: bool = False


class Attempt(NamedTuple):
    """What one game says of a puzzle: it took `ms` without help, or (not `is_whole`) longer than that."""

    ms: int
    is_whole: bool
    is_solved: bool


Regional = Mapping[str, PuzzleTime]
"""What the region's games say of puzzles, by id."""

Attempts = Mapping[str, Sequence[Attempt]]
"""What games say of each puzzle, by its id."""


def limits(
    attempts: Attempts, targets: Mapping[str, int], regional: Regional = MappingProxyType({})
) -> dict[str, Limit]:
    """The limit of each puzzle of `targets` (its target in ms) that enough games solved themselves.

    Own games lean on the region's where it told, else on the kit's target; where there are too few of them,
    the region's limit holds.
    """
    known = {puzzle: Limit(one.limit_s * 1000, one.teams, True) for puzzle, one in regional.items()}
    return _learned(attempts, targets, regional, learned_ms, known)


def usual_times(
    attempts: Attempts, targets: Mapping[str, int], regional: Regional = MappingProxyType({})
) -> dict[str, Limit]:
    """Likewise each puzzle's median time without help, less the giving of the answer."""
    known = {puzzle: Limit(one.usual_s * 1000, one.teams, True) for puzzle, one in regional.items()}
    return _learned(attempts, targets, regional, usual_ms, known)


def _learned(
    attempts: Attempts,
    targets: Mapping[str, int],
    regional: Regional,
    read: Callable[[Sequence[Attempt], int], int],
    known: Mapping[str, Limit],
) -> dict[str, Limit]:
    found: dict[str, Limit] = {}
    for puzzle, target_ms in targets.items():
        own = attempts.get(puzzle, ())
        games = sum(one.is_solved for one in own)
        if games >= GAMES:
            told = regional.get(puzzle)
            leans_on = round(told.usual_s * 1000 / USUAL) if told else target_ms
            found[puzzle] = Limit(read(own, leans_on), games)
        elif puzzle in known:
            found[puzzle] = known[puzzle]
    return found


def attempts_of(result: RunResult) -> dict[str, Attempt]:
    """What a game says of each of its puzzles; of some, nothing."""
    found = {row.id: _attempt(result, row) for row in result.puzzles}
    return {puzzle: attempt for puzzle, attempt in found.items() if attempt is not None}


def _attempt(result: RunResult, row: PuzzleResult) -> Attempt | None:
    """None when it says nothing: never opened, accepted by hand, or helped nobody knows when."""
    if row.opened_ms is None or row.was_forced or row.spent_ms <= 0:
        return None
    given = [one for one in result.moments if one.kind == "HintGiven" and one.puzzle == row.id]
    if {str(level) for level in row.hints} - {one.text for one in given}:
        return None  # a correction added a hint
    first = min((one.at_ms - row.opened_ms for one in given if one.at_ms >= row.opened_ms), default=None)
    is_solved = row.solved_ms is not None
    if first is not None and first < row.spent_ms:
        return Attempt(first, False, is_solved)
    return Attempt(row.spent_ms, is_solved, is_solved)


def learned_ms(attempts: Sequence[Attempt], target_ms: int) -> int:
    """The time since opening within which 80 % of teams like these solve a puzzle without help."""
    middle, spread, known = _fitted(attempts, target_ms)
    error = spread * sqrt(1 / (known + _pull(spread)) + EIGHTY**2 / (2 * (known + SPREAD_WEIGHT)))
    return round(exp(middle + EIGHTY * spread - CAUTION * error)) + ENTRY_MS


def usual_ms(attempts: Sequence[Attempt], target_ms: int) -> int:
    """The time without help and without the giving of the answer that half of such teams stay under."""
    return round(exp(_fitted(attempts, target_ms)[0]))


def _fitted(attempts: Sequence[Attempt], target_ms: int) -> tuple[float, float, float]:
    """Middle and spread of the logarithms, and how many whole times they rest on."""
    first = log_usual(target_ms)
    points = [(log(max(LEAST_MS, one.ms - ENTRY_MS)), one.is_whole) for one in attempts]
    middle, spread, known = first, SPREAD, 0.0
    for _ in range(ROUNDS):
        middle, spread, known = _likelier(points, first, middle, spread)
    return middle, spread, known


def _likelier(
    points: Sequence[tuple[float, bool]], first: float, middle: float, spread: float
) -> tuple[float, float, float]:
    """One round: what is hidden behind a hint is filled in as expected, then middle and spread are found.

    Besides, how many whole times the points are worth: a hidden one counts for what it is known to be.
    """
    total = squares = hidden = 0.0
    for point, is_whole in points:
        mean, variance = (point, 0.0) if is_whole else _expected_beyond(point, middle, spread)
        total += mean
        squares += variance + mean * mean
        hidden += min(1.0, variance / spread**2)
    found = (total + _pull(spread) * first) / (len(points) + _pull(spread))
    scatter = squares - 2 * found * total + len(points) * found * found
    scatter += SPREAD_WEIGHT * SPREAD**2
    return found, sqrt(scatter / (len(points) + SPREAD_WEIGHT)), len(points) - hidden


def _pull(spread: float) -> float:
    """As many games as the kit's own middle counts for."""
    return spread**2 / MIDDLE_DOUBT**2


def _expected_beyond(point: float, middle: float, spread: float) -> tuple[float, float]:
    """Mean and variance of a normal of which is known that it lies beyond `point`."""
    z = (point - middle) / spread
    part = beyond(z)
    hazard = density(z) / part if part > 1e-12 else z
    return middle + spread * hazard, spread**2 * max(0.0, 1 + z * hazard - hazard * hazard)
