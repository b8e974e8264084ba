"""A made-up team that plays a whole game through a room, on a clock that is told to move."""

from __future__ import annotations

from collections.abc import Iterator

from kit_app.clock.virtual import VirtualClock
from kit_app.domain.dice import Dice
from kit_app.errors import CommandRefused
from kit_app.game import commands as c
from kit_app.game.rehearsal.team import answers
from kit_app.game.setup import PuzzleSetup, RunSetup
from kit_app.services.conductor import Screens
from kit_app.services.results import Results
from kit_app.services.room import Room
from kit_app.services.runs import Runs
from kit_app.views.console import ConsoleView, PuzzleRow
from kit_app.views.results import RunResult

STEP_MS = 1_000
COARSE_STEP_MS = 5_000
"""How often a team that nobody watches acts; a game takes a fifth of the time to play."""
LONGEST_MS = 4 * 60 * 60 * 1000
"""A simulated evening ends after this time, whatever happens."""


class Team:
    """What the team knows of itself: how fast it is at each puzzle, when it errs and when it takes hints."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice

    def needs_ms(self, puzzle: PuzzleSetup, hints: int) -> int:
        """The time it takes for a puzzle; each hint shortens the way."""
        pace = self._dice.number(f"{puzzle.id}/pace", 70, 190)
        return round(puzzle.target_ms * pace / 100 * 0.85**hints)

    def errs(self, puzzle: PuzzleSetup) -> bool:
        return self._dice.number(f"{puzzle.id}/errs", 1, 3) == 1

    def takes_hint(self, puzzle: PuzzleSetup, level: int) -> bool:
        return self._dice.number(f"{puzzle.id}/hint/{level}", 1, 4) > 1


def play_through(room: Room, clock: VirtualClock, dice: Dice, step_ms: int = STEP_MS) -> Iterator[Screens]:
    """Play the one team of a room to the end; yields the screens after every step, for who may watch."""
    team = Team(dice)
    (conductor,) = room.conductors
    (shown,) = room.screens()
    for command in _opening(conductor.setup):
        (shown,) = room.handle(command)
        yield shown
        clock.advance(step_ms)
    passed = 0
    while not room.is_over and passed < LONGEST_MS:
        clock.advance(step_ms)
        passed += step_ms
        (shown,) = room.tick() or room.screens()
        for command in _acts(conductor.setup, team, shown.console, step_ms):
            shown = _attempt(room, command) or shown
        yield shown


def _opening(setup: RunSetup) -> Iterator[c.Command]:
    pitch = next((scene.id for scene in setup.scenes if scene.moment == "before-start"), None)
    if pitch is not None:
        yield c.ShowScene(scene=pitch)
    yield c.StartRun()


def _attempt(room: Room, command: c.Command) -> Screens | None:
    """A team may try what the rules refuse (a locked puzzle): nothing is shown then, it tries again later."""
    try:
        (shown,) = room.handle(command)
    except CommandRefused:
        return None
    return shown


def _acts(setup: RunSetup, team: Team, view: ConsoleView, step_ms: int) -> Iterator[c.Command]:
    """What team and facilitator do in this step."""
    if view.phase == "closing":
        yield c.EndRun()
    if view.phase not in ("playing", "guided"):
        return
    for row in view.puzzles:
        if row.state in ("open", "late", "stuck"):
            yield from _puzzle_acts(setup, team, row, step_ms)


def _puzzle_acts(setup: RunSetup, team: Team, row: PuzzleRow, step_ms: int) -> Iterator[c.Command]:
    puzzle = setup.puzzle(row.id)
    if row.elapsed_ms <= step_ms:
        yield from (c.ScanCard(code=card.code) for card in setup.cards if card.puzzle == puzzle.id)
    given = sum(hint.is_given for hint in row.hints)
    needs_ms = team.needs_ms(puzzle, given)
    if row.elapsed_ms >= needs_ms:
        yield from answers(puzzle)
    elif row.elapsed_ms >= needs_ms * 0.8 and not row.wrong_tries and team.errs(puzzle):
        yield c.EnterAnswer(text="XXXX", puzzle=puzzle.id, field=_first_field(puzzle))
    for hint in row.hints:
        if hint.is_due and hint.can_give and not hint.is_given and team.takes_hint(puzzle, hint.level):
            yield c.GiveHint(puzzle=puzzle.id, level=hint.level)
            return


def _first_field(puzzle: PuzzleSetup) -> str | None:
    return puzzle.fields[0].key if puzzle.fields else None


def virtual_clock(wall_ms: int) -> VirtualClock:
    """A clock for `play_through`, for those who may not make one themselves."""
    return VirtualClock(wall_ms)


def simulate_run(
    runs: Runs, results: Results, session_id: str, team: int, seed: str, wall_ms: int
) -> RunResult:
    """Play the run of a team to its end in no time, and return its result."""
    clock = VirtualClock(wall_ms)
    room = runs.open(session_id, team, clock=clock)
    for _ in play_through(room, clock, Dice(seed=seed, prefix="simulation/"), COARSE_STEP_MS):
        pass
    room.close()
    return results.of_run(session_id, team)
