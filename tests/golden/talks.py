"""Scripted teams: what a whole evening leaves in the journal, played in a moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kit_app.clock.virtual import VirtualClock
from kit_app.domain.plan import SessionPlan
from kit_app.game import commands as c
from kit_app.game.setup import PuzzleSetup
from kit_app.services.room import Room
from kit_app.services.services import Services

MINUTE = 60_000
STEP_MS = 9_000
WALL_MS = 1_795_541_400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How a team plays: each puzzle takes `pace` of its target, `late` ones their own share of it.

    Hints of `hints` are given half-way; `wrong` answers are typed before the right one. `broken` and
    `forced` puzzles are accepted by hand, `skipped` ones never solved. The game is stopped after `stop_at`
    solved puzzles (0: never), or stands for `pause_min` minutes after the first one. `notes` are written,
    each with its tag, after the puzzle that it names.
    """

    pace: float = 0.6
    late: Mapping[str, float] = field(default_factory=dict)
    hints: Mapping[str, int] = field(default_factory=dict)
    wrong: Mapping[str, int] = field(default_factory=dict)
    broken: tuple[str, ...] = ()
    forced: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    stop_at: int = 0
    pause_min: int = 0
    notes: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def played(services: Services, plan: SessionPlan, team: int = 1, course: Course | None = None) -> None:
    """Play a team's run to its end, or until it is stopped."""
    clock = VirtualClock(WALL_MS)
    room = services.runs.open(plan.id, team, clock=clock)
    room.handle(c.StartRun())
    _Player(room, clock, course or Course()).play()
    room.close()


class _Player:
    def __init__(self, room: Room, clock: VirtualClock, course: Course) -> None:
        self._room = room
        self._clock = clock
        self._course = course
        (conductor,) = room.conductors
        self._setup = conductor.setup
        self._solved = 0

    def play(self) -> None:
        while not self._room.is_over:
            view = self._console()
            if view.phase == "closing" or self._is_stopped():
                self._room.handle(c.EndRun(at_once=view.phase != "closing"))
                return
            following = self._next()
            if following is None:
                self._run_out()
            else:
                self._solve(following)

    def _console(self):
        (screens,) = self._room.tick() or self._room.screens()
        return screens.console

    def _is_stopped(self) -> bool:
        return bool(self._course.stop_at) and self._solved >= self._course.stop_at

    def _next(self) -> PuzzleSetup | None:
        """The first puzzle in the game's order that is open and shall be solved."""
        view = self._console()
        if view.phase == "guided":
            return self._setup.puzzle(self._setup.finale)
        for row in view.puzzles:
            if row.state in ("open", "late", "stuck") and row.id not in self._course.skipped:
                return self._setup.puzzle(row.id)
        return None

    def _run_out(self) -> None:
        """Nothing is left to solve: the hour passes."""
        self._advance(MINUTE)

    def _solve(self, puzzle: PuzzleSetup) -> None:
        course = self._course
        needs = round(puzzle.target_ms * course.late.get(puzzle.id, course.pace))
        self._advance(needs // 2)
        if self._may_not(puzzle):
            return
        for level in range(1, course.hints.get(puzzle.id, 0) + 1):
            self._room.handle(c.GiveHint(puzzle=puzzle.id, level=level))
        for number in range(course.wrong.get(puzzle.id, 0)):
            key = puzzle.fields[0].key if puzzle.fields else None
            self._room.handle(c.EnterAnswer(text=f"XX{number}", puzzle=puzzle.id, field=key))
        self._advance(needs - needs // 2)
        if self._may_not(puzzle):
            return
        if puzzle.id in course.broken or puzzle.id in course.forced:
            self._room.handle(c.SolvePuzzle(puzzle=puzzle.id, broken=puzzle.id in course.broken))
        else:
            self._answer(puzzle)
        self._solved += 1
        if puzzle.id in course.notes:
            text, tag = course.notes[puzzle.id]
            self._room.handle(c.AddNote(text=text, tag=tag))
        if course.pause_min and self._solved == 1:
            self._room.handle(c.PauseRun(reason="called-away"))
            self._advance(course.pause_min * MINUTE)
            self._room.handle(c.ResumeRun())

    def _may_not(self, puzzle: PuzzleSetup) -> bool:
        """Whether the hour has passed meanwhile: only the last exercise is played then."""
        phase = self._console().phase
        return phase != "playing" and (phase, puzzle.id) != ("guided", self._setup.finale)

    def _advance(self, ms: int) -> None:
        """Let time pass in steps that the room does not take for a laptop asleep."""
        while ms > 0:
            self._clock.advance(min(ms, STEP_MS))
            self._room.tick()
            ms -= STEP_MS

    def _answer(self, puzzle: PuzzleSetup) -> None:
        if not puzzle.fields:
            self._room.handle(c.EnterAnswer(text=puzzle.answer, puzzle=puzzle.id))
        for one in puzzle.fields:
            self._room.handle(c.EnterAnswer(text=one.answer, puzzle=puzzle.id, field=one.key))
