"""A rehearsal without windows: the made-up team, and a trainer who does as told, in steps of seconds."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from kit_app.errors import CommandRefused
from kit_app.game import commands as c
from kit_app.game.decide import decide
from kit_app.game.evolve import evolve
from kit_app.game.rehearsal.behaviours import BEHAVIOURS, BehaviourName
from kit_app.game.rehearsal.team import Team
from kit_app.game.rehearsal.world import Casting, FaultKind, advance, opened, planned
from kit_app.game.setup import RunSetup
from kit_app.game.state import RunState, initial, open_puzzles
from kit_app.views.rehearsal import Moment

Trainer = Callable[["Led"], None]
LONGEST_MS = 3 * 60 * 60_000


class Led:
    """One rehearsal: `state`, `events` (run time, event) and `moments` as far as it was played."""

    def __init__(
        self,
        setup: RunSetup,
        behaviour: BehaviourName = "average",
        seed: str = "a",
        faults: tuple[FaultKind, ...] = (),
        step_ms: int = 2_000,
        pace: int = 1,
    ) -> None:
        self.casting = Casting(
            Team(behaviour=BEHAVIOURS[behaviour], seed=seed), planned(faults, setup.duration_ms, seed)
        )
        self.world = opened(self.casting)
        self.state: RunState = initial(setup)
        self.now = 0
        self.step_ms = step_ms
        self.pace = pace
        self.events: list[tuple[int, object]] = []
        self.moments: list[Moment] = []
        self.do(c.StartRun())

    def do(self, command: c.Command) -> None:
        with suppress(CommandRefused):
            for event in decide(self.state, command, self.now):
                self.state = evolve(self.state, event, self.now)
                self.events.append((self.now, event))

    def go_on(self) -> None:
        """A step of time passes."""
        self.now += self.step_ms
        self.do(c.NoticeTime())
        self.world, acts = advance(self.casting, self.world, self.state, self.now, self.pace)
        for act in acts:
            self.moments.append(Moment(at_ms=self.now, kind=act.kind, puzzle=act.puzzle, text=act.text))
            for command in act.commands:
                self.do(command)

    def play(self, trainer: Trainer, until: Callable[[Led], bool] = lambda _led: False) -> Led:
        """Play to the end, or until something is true."""
        while self.state.phase != "ended" and self.now < LONGEST_MS and not until(self):
            self.go_on()
            trainer(self)
        return self

    def first(self, kind: str) -> Moment:
        return next(one for one in self.moments if one.kind == kind)


def nobody(led: Led) -> None:
    """A trainer who only closes the game."""
    if led.state.phase == "closing":
        led.do(c.EndRun())


def gives_hints(led: Led) -> None:
    """A trainer who shows every hint when it is due to those who sit at the puzzle, and closes the game.

    Like the figures of the game, it counts from when a table takes the puzzle up; the console counts from
    when it was opened, which is earlier where tables are fewer than open puzzles.
    """
    nobody(led)
    for puzzle in open_puzzles(led.state):
        given = led.state.puzzles[puzzle.id].given_levels
        for level, due in enumerate(puzzle.due, start=1):
            if level not in given and led.world.work.sat.get(puzzle.id, 0) >= due:
                led.do(c.GiveHint(puzzle=puzzle.id, level=level))
