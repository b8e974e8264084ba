"""The state of a run between two events, and the time it shows. Never changed in place, knows no clock.

Its parts are named tuples: a changed copy costs a quarter of a dataclass's, and a replay is made of copies.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from kit_app.game import events as e
from kit_app.game.limits import Limit
from kit_app.game.setup import PuzzleSetup, RunSetup
from kit_app.views.player import PlayerPhase

UNDO_DEPTH = 10
NOTES_KEPT = 100
"""As many of the last notes can be taken back one by one."""

Undoable = (
    e.SceneShown
    | e.RunPaused
    | e.RunResumed
    | e.RunStopped
    | e.TimeAdjusted
    | e.PuzzleSolved
    | e.AnswerRejected
    | e.FieldFilled
    | e.HintGiven
    | e.HintWithdrawn
    | e.HintHidden
    | e.HintOffered
    | e.OfferWithdrawn
    | e.HintPutOff
    | e.MessageShown
    | e.MessageCleared
    | e.ScreenBlackedOut
    | e.ScreenRestored
    | e.NoteAdded
    | e.PlayerLeft
    | e.PlayerBack
    | e.LastSceneShown
)
"""Events that *Undo* can take back."""


class Mark(NamedTuple):
    """A point of played time. `lent` of a gap was left out then, and is added if the gap counts."""

    ms: int
    lent: int = 0


class Given(NamedTuple):
    """A hint that was given, what it cost, whether the joker paid, when it was, and whether it counts.

    `search` names the question of level 0.
    """

    level: int
    cost_ms: int
    joker: bool
    at: Mark = Mark(0)
    counts: bool = True
    search: str = ""


class Progress(NamedTuple):
    """How far one puzzle is. `tries` are wrong ones since the last lock, `wrong` all of them.

    `hints` are in the order of their levels; `asked` are the questions of level 0. `is_broken`: a prop was to
    blame, and nothing of the puzzle counts.
    """

    opened: Mark | None = None
    solved: Mark | None = None
    was_forced: bool = False
    fields: tuple[tuple[str, str], ...] = ()
    hints: tuple[Given, ...] = ()
    wrong: int = 0
    tries: int = 0
    locked_until: int = 0
    asked: tuple[Given, ...] = ()
    is_broken: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the puzzle can be solved now."""
        return self.opened is not None and self.solved is None

    @property
    def given_levels(self) -> tuple[int, ...]:
        """The levels of the hints given, the questions of level 0 left out."""
        return tuple(hint.level for hint in self.hints)


class Overlay(NamedTuple):
    """What lies over the players' page: a hint, a message above it, and below both the offer of a hint.

    `heading` stands over the message instead of the usual words.
    `search` names the question of a hint of level 0; `since` is the run time at which the hint went up;
    `is_fresh`: it was given then for the first time.
    """

    hint: tuple[str, int] | None = None
    message: str = ""
    search: str = ""
    since: int = 0
    is_fresh: bool = False
    offer: str | None = None
    heading: str = ""

    def without_hint(self) -> "Overlay":
        """The same without the hint."""
        return self._replace(hint=None, search="", since=0, is_fresh=False)


class Act(NamedTuple):
    """Something that can be undone, with what it changed as that was before.

    `progress` is of the event's puzzle; `given` is the hint that was withdrawn; `put_off` until when the hint
    was not wanted.
    """

    event: Undoable
    overlay: Overlay
    phase: PlayerPhase
    scene: str | None = None
    progress: Progress | None = None
    given: Given | None = None
    put_off: int = 0
    set_aside: Overlay | None = None


class Announced(NamedTuple):
    """A hint that will be given by itself; `at_ms` is the played time at which that was said."""

    puzzle: str
    level: int
    at_ms: int


class Said(NamedTuple):
    """What the last answer brought: the sentence stays on the player screen for a moment after `at`."""

    puzzle: str | None
    is_right: bool
    text: str
    at: int


class RunState(NamedTuple):
    """A run as its events so far have made it. Fields ending in `_at` are run time.

    `stopped_at`: since when the clock stands. `excluded_ms`: pauses and gaps given back. `lent_ms`: a gap not
    settled yet. `play_ended`: when the guided finale began. `envelopes`: those opened together, in order.
    `put_off`: hints and alarms (level 0) not wanted before a played time. `declined`: hints taken back, never
    given by themselves again. `last_hint`: when a hint went up last (run time). `troubles`: what is amiss
    around the game. `limits`: from when on a puzzle counts as stuck, as the run was begun.
    `set_aside`: what lay over the players' page when the ward's emergency began; None: there is none.
    """

    setup: RunSetup
    puzzles: Mapping[str, Progress]
    phase: PlayerPhase = "idle"
    duration_ms: int = 0
    stopped_at: int | None = None
    excluded_ms: int = 0
    lent_ms: int = 0
    adjusted_ms: int = 0
    cost_ms: int = 0
    play_ended: Mark | None = None
    outcome: e.Outcome | None = None
    envelopes: tuple[tuple[str, ...], ...] = ()
    overlay: Overlay = Overlay()
    scene: str | None = None
    is_blacked_out: bool = False
    is_joker_used: bool = False
    said: Said | None = None
    time_over_at: int | None = None
    is_five_said: bool = False
    card: str | None = None
    is_unsaved: bool = False
    undo: tuple[Act, ...] = ()
    limits: Mapping[str, Limit] = MappingProxyType({})
    is_trial: bool = False
    is_minute_said: bool = False
    notes: tuple[e.NoteAdded, ...] = ()
    away: int = 0
    scanned: frozenset[str] = frozenset()
    announced: Announced | None = None
    put_off: tuple[tuple[tuple[str, int], int], ...] = ()
    declined: frozenset[tuple[str, int]] = frozenset()
    last_hint: int | None = None
    troubles: frozenset[str] = frozenset()
    set_aside: Overlay | None = None


def _copied_fast(kind: type[Any]) -> None:
    """Let `kind` make changed copies in half the library's time: a long journal is made of such copies."""
    places = {name: place for place, name in enumerate(kind._fields)}
    new = tuple.__new__

    def changed(old: tuple[Any, ...], /, **changes: Any) -> tuple[Any, ...]:
        values = [*old]
        for name in changes:
            values[places[name]] = changes[name]
        return new(kind, values)

    kind._replace = changed


for _kind in (Given, Progress, Overlay, Act, RunState):
    _copied_fast(_kind)


def initial(setup: RunSetup) -> RunState:
    """The state before the first event."""
    return RunState(
        setup=setup,
        duration_ms=setup.duration_ms,
        puzzles={puzzle.id: Progress() for puzzle in setup.puzzles},
    )


def played_ms(state: RunState, now: int) -> int:
    """Time played so far: without pauses, gaps given back, and the gap that a question is open about."""
    if state.phase == "idle":
        return 0
    until = now if state.stopped_at is None else state.stopped_at
    return max(0, until - state.excluded_ms - state.lent_ms)


def play_ms(state: RunState, now: int) -> int:
    """The time played of the game itself: it ends where the guided finale began."""
    return played_ms(state, now) if state.play_ended is None else state.play_ended.ms


def mark_at(state: RunState, now: int) -> Mark:
    """`now` as a point of played time."""
    return Mark(played_ms(state, now), state.lent_ms)


def settled(mark: Mark | None, counts: bool) -> Mark | None:
    """A mark once the question about time away is answered."""
    if mark is None or not mark.lent:
        return mark
    return Mark(mark.ms + mark.lent if counts else mark.ms)


def is_finale_on(state: RunState) -> bool:
    """Whether the guided finale is played, its pauses included."""
    return state.phase == "guided" or (state.phase == "paused" and state.play_ended is not None)


def total_ms(state: RunState) -> int:
    """The time that the team was given, with what was added or taken since."""
    return state.duration_ms + state.adjusted_ms


def balance_ms(state: RunState, now: int) -> int:
    """The remaining time as it is counted: below zero when the clock has run out."""
    return total_ms(state) - state.cost_ms - play_ms(state, now)


def remaining_ms(state: RunState, now: int) -> int:
    """The remaining time as it is shown, never negative. It rests once the guided finale began."""
    return max(0, balance_ms(state, now))


def guided_left_ms(state: RunState, now: int) -> int:
    """What is left of the guided finale's own time; it rests at zero."""
    if state.play_ended is None:
        return state.setup.guided_ms
    return max(0, state.setup.guided_ms - (played_ms(state, now) - state.play_ended.ms))


def elapsed_ms(state: RunState, puzzle_id: str, now: int) -> int:
    """Played time from the opening of a puzzle to its solution, or to now.

    In the guided end only the finale is played; the others stay at what they had.
    """
    progress = state.puzzles[puzzle_id]
    if progress.opened is None:
        return 0
    if progress.solved is not None:
        end = progress.solved.ms
    elif state.play_ended is not None and puzzle_id != state.setup.finale:
        end = state.play_ended.ms
    else:
        end = played_ms(state, now)
    return max(0, end - progress.opened.ms)


def is_solved(state: RunState, puzzle_id: str) -> bool:
    """Whether the puzzle is solved."""
    return state.puzzles[puzzle_id].solved is not None


def is_open(state: RunState, puzzle_id: str) -> bool:
    """Whether the puzzle is played now: in the guided end the finale alone is."""
    is_on = puzzle_id == state.setup.finale or not is_finale_on(state)
    return is_on and state.puzzles[puzzle_id].is_open


def open_puzzles(state: RunState) -> tuple[PuzzleSetup, ...]:
    """The puzzles that can be solved now, in the kit's order."""
    return tuple(puzzle for puzzle in state.setup.puzzles if is_open(state, puzzle.id))


def open_envelopes(state: RunState) -> frozenset[str]:
    """The envelopes that may be open."""
    return frozenset(envelope for batch in state.envelopes for envelope in batch)


def stock_used(state: RunState) -> int:
    """The hints given that count; the joker's, and those of a puzzle with a broken prop, do not."""
    return sum(
        hint.counts and not hint.joker
        for progress in state.puzzles.values()
        if not progress.is_broken
        for hint in progress.hints
    )


def hints_left(state: RunState) -> int | None:
    """How many hints may still be given; None without a limit."""
    return max(0, state.setup.hint_stock - stock_used(state)) if state.setup.hint_stock else None


def facts(state: RunState) -> RunState:
    """The state without what only grows: the list for undo, and what fades or is remembered for the tick.

    Two states with equal facts show the same game; an act and its taking back leave the facts as they were. A
    clock that stands is told by what it shows, not by when it stopped.
    """
    plain = state._replace(
        undo=(),
        said=None,
        is_five_said=False,
        is_minute_said=False,
        announced=None,
        declined=frozenset(),
        last_hint=None,
    )
    if state.stopped_at is None:
        return plain
    return plain._replace(stopped_at=0, excluded_ms=state.excluded_ms - state.stopped_at)
