"""When a team will likely be done: its game is played to the end many times by the timing model. Pure.

Each of `GAMES` games goes on from where the team is. How quick the team is, is drawn from what its puzzles so
far say; what an open puzzle still takes, knowing that it was not solved yet; then groups of players take the
puzzles as they open, and hints come when they are due. The draws are spread evenly over each distribution
and are the same for the same run, so that the forecast moves only when the game does. It is reckoned at
events and every `STEP_MS`, not in between, and each team of a room at another moment.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import exp, log
from typing import NamedTuple

from kit_app.domain.dice import Dice
from kit_app.domain.plan import MOST_TEAMS, HintPolicy
from kit_app.game.pace import (
    ENTRY_MS,
    SCATTER,
    SKILL,
    Help,
    aided_ms,
    beyond,
    log_usual,
    quantile,
    unaided_ms,
)
from kit_app.game.setup import PuzzleSetup
from kit_app.game.state import Progress, RunState, played_ms, total_ms
from kit_app.views.console import Outlook

GAMES = 120
STEP_MS = 60_000
LOW, MIDDLE, HIGH = 0.1, 0.5, 0.9
REACTION_MS = 30_000
"""From a hint's being due until it is given."""

GIVEN = 3
"""So many of four hints that are suggested are given; those that come by themselves all do, at once."""

SKILL_STEP = SKILL / 4
SKILLS = tuple(SKILL_STEP * step for step in range(-14, 15))
"""The paces of teams that are weighed against one another, as logarithms."""

LEAST_MS = 1_000.0

TURNS = 6
"""Where more puzzles are open than there are groups, nobody knows who is where: so many ways are weighed."""


class Strand(NamedTuple):
    """A puzzle that is not solved; times in ms since somebody began to work at it.

    `worked` so far (None: nobody began); `done` is what was surely done of it, in time without help; `middle`
    the logarithm of its usual time.
    """

    place: int
    middle: float
    worked: int | None
    done: float
    hints: tuple[Help, ...]
    due: tuple[Help, ...]
    needs: tuple[int, ...]


class Guess(NamedTuple):
    """One way in which the groups may have worked so far.

    `taken` are the logarithms of the solved puzzles' times, as parts of the usual ones.
    """

    taken: tuple[float, ...]
    strands: tuple[Strand, ...]


class Course(NamedTuple):
    """All that a forecast depends on."""

    seed: str
    played_ms: int
    total_ms: int
    cost_ms: int
    groups: int
    finale: int
    guesses: tuple[Guess, ...]
    all_given: bool = False


def outlook(state: RunState, now: int) -> Outlook | None:
    """The likely end in played time.

    None when nothing is left to solve, or puzzles wait for one another in a circle.
    """
    if state.puzzles[state.setup.finale].solved:
        return None
    course = course_of(state, now)
    ends = ends_of(course)
    return None if ends is None else outlook_of(ends, course.total_ms)


def groups_of(players: int) -> int:
    """How many puzzles so many players work at side by side."""
    return 3 if players >= 5 else 2 if players >= 3 else 1


def reaction_ms(policy: HintPolicy) -> int:
    """How long after its being due a hint is given."""
    return 0 if policy == "automatic" else REACTION_MS


def course_of(state: RunState, now: int) -> Course:
    """What a forecast at `now` depends on, as of the last event or the last full step of time."""
    setup, played = state.setup, as_of(state, now)
    groups = groups_of(setup.team_size - state.away)
    begun = {tuple(_begun(state, groups, turn).items()): None for turn in range(TURNS)}
    return Course(
        seed=f"{setup.session_id}/{setup.team_number}",
        played_ms=played,
        total_ms=total_ms(state) - state.cost_ms,
        cost_ms=setup.hint_cost_ms if setup.hint_policy != "by-hand" else 0,
        groups=groups,
        finale=_places(state)[setup.finale],
        guesses=tuple(_guess(state, dict(one), played) for one in begun),
        all_given=setup.hint_policy == "automatic",
    )


def as_of(state: RunState, now: int) -> int:
    """The played time that a forecast at `now` is of: the last event's or the team's last full step."""
    played = played_ms(state, now)
    turn_ms = state.setup.team_number * STEP_MS // MOST_TEAMS
    marks = [mark.ms for one in state.puzzles.values() for mark in (one.opened, one.solved) if mark]
    marks += [hint.at.ms for one in state.puzzles.values() for hint in one.hints]
    return max(played - (played + turn_ms) % STEP_MS, *(mark for mark in (0, 0, *marks) if mark <= played))


def _places(state: RunState) -> dict[str, int]:
    return {puzzle.id: place for place, puzzle in enumerate(state.setup.puzzles)}


def _begun(state: RunState, groups: int, turn: int) -> dict[str, int]:
    """Since when each puzzle may have been worked at: free groups take those that are open in some order.

    A solution shows at which puzzle a group really was.
    """
    moments = [
        (mark.ms, not is_solved, place, puzzle)
        for place, (puzzle, one) in enumerate(state.puzzles.items())
        for is_solved, mark in ((False, one.opened), (True, one.solved))
        if mark is not None
    ]
    begun: dict[str, int] = {}
    working: list[str] = []
    waiting: list[str] = []
    ordered = sorted(moments)
    for number, (at, is_opened, _, puzzle) in enumerate(ordered):
        if is_opened:
            waiting.append(puzzle)
        elif puzzle in working:
            working.remove(puzzle)
        elif puzzle in waiting and working:
            other = working.pop()
            waiting[waiting.index(puzzle)] = other
            begun[puzzle] = begun.pop(other)
        if number + 1 == len(ordered) or ordered[number + 1][0] > at:
            while waiting and len(working) < groups:
                working.append(waiting.pop((turn + number) % len(waiting)))
                begun[working[-1]] = at
    return begun


def _guess(state: RunState, begun: dict[str, int], played: int) -> Guess:
    places = _places(state)
    return Guess(
        taken=_taken(state, begun),
        strands=tuple(
            _strand(state, puzzle, begun.get(puzzle.id), places, played)
            for puzzle in state.setup.puzzles
            if state.puzzles[puzzle.id].solved is None
        ),
    )


def _taken(state: RunState, begun: dict[str, int]) -> tuple[float, ...]:
    found = []
    for puzzle in state.setup.puzzles:
        progress = state.puzzles[puzzle.id]
        if progress.solved is not None and not progress.was_forced and puzzle.id in begun:
            start = begun[puzzle.id]
            taken = max(LEAST_MS, progress.solved.ms - start - ENTRY_MS)
            found.append(log(unaided_ms(taken, _helped(progress, start))) - log_usual(puzzle.target_ms))
    return tuple(found)


def _helped(progress: Progress, start: int) -> tuple[Help, ...]:
    return tuple((float(max(0, hint.at.ms - start)), hint.level) for hint in progress.hints)


def _strand(
    state: RunState, puzzle: PuzzleSetup, begun: int | None, places: dict[str, int], played: int
) -> Strand:
    progress = state.puzzles[puzzle.id]
    helped = _helped(progress, begun or 0)
    waited = 0 if begun is None or progress.opened is None else begun - progress.opened.ms
    worked = None if begun is None else played - begun
    return Strand(
        place=places[puzzle.id],
        middle=log_usual(puzzle.target_ms),
        worked=worked,
        done=unaided_ms(max(0.0, (worked or 0) - ENTRY_MS), helped),
        hints=helped,
        due=tuple(
            (float(max(due - waited + reaction_ms(state.setup.hint_policy), worked or 0)), level)
            for level, due in enumerate(puzzle.due if state.setup.hint_policy != "by-hand" else (), start=1)
            if level not in progress.given_levels
        ),
        needs=tuple(places[need] for need in puzzle.needs if state.puzzles[need].solved is None),
    )


class End(NamedTuple):
    """How one played game ends: the played time until the finale is solved, what its hints cost, in ms."""

    at: float
    costs: int


def ends_of(course: Course) -> list[End] | None:
    """The end of each of `GAMES` games; None when puzzles wait for one another in a circle."""
    ends: list[End] = []
    for end in games_of(course):
        if end is None:
            return None
        ends.append(end)
    return ends


def games_of(course: Course) -> Iterator[End | None]:
    """The `GAMES` games one after the other, as `ends_of` plays them all."""
    weighed = [[exp(_evidence(guess, skill)) for skill in SKILLS] for guess in course.guesses]
    for game, (number, skill) in enumerate(_paces(course.seed, weighed)):
        lasts, costs = _lasting(course, course.guesses[number].strands, game, skill)
        end = _end(course, course.guesses[number].strands, lasts, game)
        yield None if end is None else End(course.played_ms + end, costs)


def outlook_of(ends: Sequence[End], total_ms: int) -> Outlook:
    """What `ends` say together of a game of `total_ms`."""
    ordered = sorted(end.at for end in ends)
    low, middle, high = (round(_part(ordered, part)) for part in (LOW, MIDDLE, HIGH))
    in_time = sum(end.at + end.costs <= total_ms for end in ends)
    return Outlook(low_ms=low, expected_ms=middle, high_ms=high, chance=in_time / len(ends))


def _part(ordered: list[float], part: float) -> float:
    """The point below which `part` of the values lie, between two of them."""
    place = part * len(ordered) - 0.5
    below = min(len(ordered) - 2, max(0, int(place)))
    return ordered[below] + (place - below) * (ordered[below + 1] - ordered[below])


def _paces(seed: str, weighed: list[list[float]]) -> list[tuple[int, float]]:
    """Each game's guess and pace of the team, spread evenly over how likely they are."""
    cells = [
        (weight, number, skill)
        for number, weights in enumerate(weighed)
        for weight, skill in zip(weights, SKILLS, strict=True)
    ]
    whole = sum(weight for weight, _, _ in cells)
    found: list[tuple[int, float]] = []
    reached, place = cells[0][0], 0
    for game in range(GAMES):
        wanted = (game + 0.5) / GAMES * whole
        while reached < wanted and place < len(cells) - 1:
            place += 1
            reached += cells[place][0]
        weight, number, skill = cells[place]
        within = (wanted - reached + weight) / weight if weight > 0 else 0.5
        found.append((number, skill + SKILL_STEP * (within - 0.5)))
    order = _order(seed, "pace")
    return [found[one] for one in order]


def _evidence(guess: Guess, skill: float) -> float:
    """How well a pace agrees with what was solved and what was not yet, as a logarithm."""
    total = -0.5 * (skill / SKILL) ** 2
    for taken in guess.taken:
        total -= 0.5 * ((taken - skill) / SCATTER) ** 2
    for strand in guess.strands:
        if strand.done > 0:
            total += log(max(1e-300, beyond((log(strand.done) - strand.middle - skill) / SCATTER)))
    return total


def _lasting(
    course: Course, strands: tuple[Strand, ...], game: int, skill: float
) -> tuple[dict[int, float], int]:
    """What each puzzle still takes in one game, and what its hints cost, in ms."""
    lasts: dict[int, float] = {}
    costs = 0
    for strand in strands:
        drawn = _order(course.seed, str(strand.place))[game]
        middle = strand.middle + skill
        if strand.done > 0:
            left = beyond((log(strand.done) - middle) / SCATTER)
            part = 1 - (1 - (drawn + 0.5) / GAMES) * left
            needs = max(strand.done, exp(middle + SCATTER * quantile(part)))
        else:
            needs = exp(middle + SCATTER * _NORMALS[drawn])
        worked = strand.worked or 0
        coming = [
            one for one in strand.due if course.all_given or (game + strand.place + one[1]) % (GIVEN + 1)
        ]
        whole = aided_ms(needs, (*strand.hints, *coming)) + ENTRY_MS
        lasts[strand.place] = max(0.0, whole - worked)
        if course.cost_ms:
            costs += course.cost_ms * sum(at < whole for at, _ in coming)
    return lasts, costs


def _end(course: Course, strands: tuple[Strand, ...], lasts: dict[int, float], game: int) -> float | None:
    """When the finale is solved, from now on: as many puzzles at a time as there are groups."""
    needed = {strand.place: set(strand.needs) for strand in strands}
    running = {strand.place: lasts[strand.place] for strand in strands if strand.worked is not None}
    waiting = [one.place for one in strands if one.worked is None and not one.needs]
    now = 0.0
    while course.finale in needed:
        while waiting and len(running) < course.groups:
            taken = waiting.pop(game % len(waiting))
            running[taken] = now + lasts[taken]
        if not running:
            return None
        solved = min(running, key=running.__getitem__)
        now = running.pop(solved)
        del needed[solved]
        for place, needs in needed.items():
            if solved in needs:
                needs.remove(solved)
                if not needs:
                    waiting.append(place)
    return now


_NORMALS = tuple(quantile((place + 0.5) / GAMES) for place in range(GAMES))


@lru_cache(maxsize=256)
def _order(seed: str, name: str) -> tuple[int, ...]:
    """The numbers of the games in a drawn order, the same for the same run."""
    return Dice(seed=seed, prefix="forecast/").shuffled(name, range(GAMES))
