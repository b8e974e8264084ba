"""Made-up evenings by the timing model, played through the real rules; here what is hidden there is known."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import exp
from pathlib import Path
from random import Random

from kit_app.bootstrap import open_services
from kit_app.domain.plan import TeamPlan
from kit_app.game import commands as c
from kit_app.game.decide import decide
from kit_app.game.evolve import evolve
from kit_app.game.limits import EIGHTY
from kit_app.game.pace import ENTRY_MS, SCATTER, SKILL, aided_ms, log_usual
from kit_app.game.results import summarise
from kit_app.game.rules.hints import LEVELS
from kit_app.game.setup import PuzzleSetup, RunSetup
from kit_app.game.state import RunState, initial, open_puzzles
from kit_app.services.services import Services
from kit_app.storage.codec import StoredEvent
from kit_app.views.results import RunResult

BIAS = 0.3
"""How a facility's own medians scatter about the kit's, as logarithms, each puzzle by itself."""

TAKEN = 0.75
"""The part of the hints that are due that a facilitator gives."""

REACTS_MS = 30_000
"""From a hint's being due until it is given."""

TRIED = 1 / 3
"""The part of the puzzles at which a wrong answer is tried first, when four fifths of the way are gone."""


@dataclass(frozen=True, slots=True)
class House:
    """A facility: how much longer than the kit thinks each puzzle takes there, as logarithms."""

    bias: Mapping[str, float] = field(default_factory=dict)
    scatter: float = SCATTER

    def eighty_ms(self, puzzle: PuzzleSetup) -> float:
        """The time since opening in which 80 % of its teams would solve a puzzle without help."""
        spread = (self.scatter**2 + SKILL**2) ** 0.5
        middle = log_usual(puzzle.target_ms) + self.bias.get(puzzle.id, 0.0)
        return exp(middle + EIGHTY * spread) + ENTRY_MS


def houses(
    setup: RunSetup, count: int, seed: int, bias: float = BIAS, scatter: float = SCATTER
) -> list[House]:
    """`count` facilities, the same for the same seed."""
    draw = Random(f"{seed}/houses")
    return [
        House({puzzle.id: draw.gauss(0.0, bias) for puzzle in setup.puzzles}, scatter) for _ in range(count)
    ]


@dataclass(slots=True)
class Evening:
    """A game that was played: its journal, and what nobody in the room knows: the times without help."""

    setup: RunSetup
    needs_ms: dict[str, float]
    journal: list[StoredEvent]
    state: RunState
    entry_ms: int = ENTRY_MS

    def truth_ms(self, puzzle: str) -> float:
        """How long the team would have needed without help, from the opening to the answer given."""
        return self.needs_ms[puzzle] + self.entry_ms

    def result(self) -> RunResult:
        """What the program makes of it."""
        return summarise(
            self.setup, self.journal, facility="", date="2026-11-24", kit_id="sant-escape", kit_version="1"
        )


def play(setup: RunSetup, house: House, seed: str, *, groups: int, gives_hints: bool) -> Evening:
    """A whole game, from one act to the next: as many puzzles at a time as there are groups."""
    table = _Table(setup, house, Random(seed), groups, gives_hints)
    table.do(c.StartRun(), 0)
    now = 0.0
    while table.state.phase == "playing":
        table.take_up(now)
        now, act = min(table.coming(now), key=lambda each: each[0])
        for command in act:
            table.do(command, round(now))
    table.do(c.EndRun(at_once=True), round(now))
    return Evening(setup, table.needs_ms, table.journal, table.state)


Act = tuple[c.Command, ...]


class _Table:
    def __init__(self, setup: RunSetup, house: House, draw: Random, groups: int, gives_hints: bool) -> None:
        self.state = initial(setup)
        self.journal: list[StoredEvent] = []
        self._setup = setup
        self._draw = draw
        self._groups = groups
        self._working: dict[str, float] = {}
        skill = draw.gauss(0.0, SKILL)
        self.needs_ms = {
            puzzle.id: exp(
                log_usual(puzzle.target_ms)
                + house.bias.get(puzzle.id, 0.0)
                + skill
                + draw.gauss(0.0, house.scatter)
            )
            for puzzle in setup.puzzles
        }
        self._errs = {puzzle.id: draw.random() < TRIED and not puzzle.fields for puzzle in setup.puzzles}
        self._gives = {
            (puzzle.id, level): gives_hints and draw.random() < TAKEN
            for puzzle in setup.puzzles
            for level in LEVELS
        }

    def do(self, command: c.Command, now: int) -> None:
        for event in decide(self.state, command, now):
            self.state = evolve(self.state, event, now)
            self.journal.append(StoredEvent(len(self.journal) + 1, now, now, event))

    def take_up(self, now: float) -> None:
        """Free groups take puzzles that nobody works at, whichever comes to hand."""
        is_open = [puzzle.id for puzzle in open_puzzles(self.state)]
        self._working = {puzzle: start for puzzle, start in self._working.items() if puzzle in is_open}
        waiting = [puzzle for puzzle in is_open if puzzle not in self._working]
        self._draw.shuffle(waiting)
        for puzzle in waiting[: max(0, self._groups - len(self._working))]:
            self._working[puzzle] = now

    def coming(self, now: float) -> Iterator[tuple[float, Act]]:
        """What comes next if nothing else comes before it."""
        yield float(self._setup.duration_ms), (c.NoticeTime(),)
        for puzzle_id, start in self._working.items():
            puzzle, needs = self._setup.puzzle(puzzle_id), self.needs_ms[puzzle_id]
            helped = [
                (max(0.0, hint.at.ms - start), hint.level) for hint in self.state.puzzles[puzzle_id].hints
            ]
            if self._errs[puzzle_id] and not self.state.puzzles[puzzle_id].wrong:
                wrong = c.EnterAnswer(text="XX", puzzle=puzzle_id)
                yield max(now, start + aided_ms(0.8 * needs, helped)), (wrong,)
            yield max(now, start + aided_ms(needs, helped) + ENTRY_MS), solution(puzzle)
            yield from self._hint(puzzle, now)

    def _hint(self, puzzle: PuzzleSetup, now: float) -> Iterator[tuple[float, Act]]:
        progress = self.state.puzzles[puzzle.id]
        opened_ms = progress.opened.ms if progress.opened else 0
        for level, due in zip(LEVELS, puzzle.due, strict=False):
            if level not in progress.given_levels and self._gives[puzzle.id, level]:
                yield (
                    max(now, float(opened_ms + due + REACTS_MS)),
                    (c.GiveHint(puzzle=puzzle.id, level=level),),
                )
                return


def solution(puzzle: PuzzleSetup) -> Act:
    """What a team types that has solved the puzzle."""
    if not puzzle.fields:
        return (c.EnterAnswer(text=puzzle.answer, puzzle=puzzle.id),)
    return tuple(c.EnterAnswer(text=each.answer, puzzle=puzzle.id, field=each.key) for each in puzzle.fields)


def setups(*choices: tuple[str, int]) -> list[RunSetup]:
    """What a team plays the bundled kit with, for each variant and number of players."""
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as place:
        services = open_services(Path(place))
        try:
            return [_setup(services, variant, size) for variant, size in choices]
        finally:
            services.close()


def _setup(services: Services, variant: str, size: int) -> RunSetup:
    draft = services.sessions.draft(language="fr")
    plan = replace(
        draft,
        name="Mesures",
        variant=variant,
        duration_min=services.sessions.usual_minutes(draft.kit_digest, variant),
        seed="45" * 16,
        teams=(TeamPlan(number=1, label="A", size=size),),
    )
    return services.runs.setup(services.sessions.save(plan).plan.id, 1)
