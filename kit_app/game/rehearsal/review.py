"""How a rehearsed game was led: hints too early or late, silence, the end, what was done about faults. Pure.

Where time ran fast, a trainer has at least the time that eyes and hands take by the real clock.

It judges only what the journal and the moments of the rehearsal show, by the bounds below. A hint is measured
by the time on its puzzle against the time at which it was due; one that the players had asked for is never
too early.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kit_app.game import events as e
from kit_app.game.evolve import evolve
from kit_app.game.rehearsal.world import HANDS_MS
from kit_app.game.setup import PuzzleSetup, RunSetup
from kit_app.game.state import RunState, elapsed_ms, initial
from kit_app.views.rehearsal import Ending, Moment, Point, PointKind, PuzzleLine, Review, Verdict

EARLY_MS = 45_000
"""A hint given so long before it is due takes the finding away."""
LATE_MS = 120_000
"""A hint given so long after it was due lets a table wait."""
ASKED_MS = 240_000
"""So long after a table asked for help, a hint is an answer to it."""
SILENCE_MS = 480_000
"""So long without a word, a hint or a message from the trainer, a room feels alone."""

PROMPT_MS: dict[PointKind, int] = {
    "projector-out": 60_000,
    "player-away": 60_000,
    "player-back": 90_000,
    "broken-prop": 180_000,
    "restart": 60_000,
}
"""What is done about a fault within so long (run time) is done well."""

LEFT_ALONE_MS = 60_000
"""A guess that was shouted is left to the players for so long."""

_HEARD = (e.HintGiven, e.HintOffered, e.MessageShown, e.RunPaused, e.RunResumed, e.PuzzleSolved)
_IN_BETWEEN = (e.RunStarted, e.TimeRanOut, e.RunStopped, e.RunEnded)

Timed = tuple[int, e.Event]
"""An event and its run time in ms."""


class _Shown(NamedTuple):
    """A hint that a person gave: its run time, its puzzle and level, the time on the puzzle then."""

    at_ms: int
    puzzle: str
    level: int
    elapsed_ms: int


Paces = Sequence[tuple[int, int]]
"""From which run time on time ran how many times as fast as in the room; before the first, as in the room."""


def review(
    setup: RunSetup,
    events: Sequence[Timed],
    moments: Sequence[Moment],
    *,
    paces: Paces = (),
    reset_ms: int | None = None,
) -> Review:
    """What there is to say of a rehearsal, in the order of time."""
    state, shown = _played(setup, events)
    points = [
        *(_of_hint(setup.puzzle(one.puzzle), one, moments, paces) for one in shown if one.level),
        *_not_given(setup, state, events, paces),
        *_of_guesses(setup, events, moments, shown),
        *(point for moment in moments for point in _of_fault(moment, events, paces)),
    ]
    silent = tuple(_silences(setup, events))
    return Review(
        points=tuple(sorted(points, key=lambda one: one.due_ms if one.done_ms is None else one.done_ms)),
        lines=tuple(_lines(setup, state, events)),
        silences=tuple((since, until) for since, until in silent if until - since >= SILENCE_MS),
        longest_silence_ms=max((until - since for since, until in silent), default=0),
        ending=_ending(setup, state),
        whole_ms=events[-1][0] if events else 0,
        reset_ms=reset_ms,
    )


def _played(setup: RunSetup, events: Sequence[Timed]) -> tuple[RunState, tuple[_Shown, ...]]:
    """The last state, and the hints that a person gave for the first time."""
    state, shown = initial(setup), []
    for at_ms, event in events:
        if isinstance(event, e.HintGiven) and not (event.again or event.automatic or event.undoes):
            on_it = elapsed_ms(state, event.puzzle, at_ms)
            shown.append(_Shown(at_ms, event.puzzle, event.level, on_it))
        state = evolve(state, event, at_ms)
    return state, tuple(shown)


def _allowed(bound_ms: int, at_ms: int, paces: Paces) -> int:
    """A bound in run time, with room for eyes and hands at the pace of that moment."""
    pace = next((pace for since, pace in reversed(paces) if since <= at_ms), 1)
    return max(bound_ms, HANDS_MS * pace)


def _of_hint(puzzle: PuzzleSetup, one: _Shown, moments: Sequence[Moment], paces: Paces) -> Point:
    due = puzzle.due[one.level - 1] if len(puzzle.due) >= one.level else one.elapsed_ms
    over = one.elapsed_ms - due
    is_asked = any(
        moment.kind == "asks" and moment.puzzle == puzzle.id and 0 <= one.at_ms - moment.at_ms <= ASKED_MS
        for moment in moments
    )
    verdict: Verdict = "late" if over > _allowed(LATE_MS, one.at_ms - over, paces) else "good"
    if over < -EARLY_MS and not is_asked:
        verdict = "early"
    return Point(
        kind="hint",
        verdict=verdict,
        due_ms=max(0, one.at_ms - over),
        done_ms=one.at_ms,
        puzzle=puzzle.id,
        level=one.level,
    )


def _not_given(setup: RunSetup, state: RunState, events: Sequence[Timed], paces: Paces) -> Iterator[Point]:
    """Of each puzzle the first hint that was due for long and never came."""
    opened = _opened(setup, events)
    end = events[-1][0] if events else 0
    for puzzle in setup.puzzles:
        one = state.puzzles[puzzle.id]
        if one.opened is None or one.is_broken or puzzle.id not in opened:
            continue
        spent = elapsed_ms(state, puzzle.id, end)
        for level, due in enumerate(puzzle.due, start=1):
            if level in one.given_levels:
                continue
            at = min(end, opened[puzzle.id] + due)
            if spent > due + _allowed(LATE_MS, at, paces):
                yield Point(
                    kind="no-hint", verdict="missed", due_ms=at, done_ms=None, puzzle=puzzle.id, level=level
                )
            break


def _opened(setup: RunSetup, events: Sequence[Timed]) -> dict[str, int]:
    """The run time at which each puzzle was open first."""
    state, found = initial(setup), dict[str, int]()
    for at_ms, event in events:
        state = evolve(state, event, at_ms)
        if isinstance(event, e.RunStarted | e.PuzzleSolved):
            for ident, one in state.puzzles.items():
                if one.opened is not None:
                    found.setdefault(ident, at_ms)
    return found


def _lines(setup: RunSetup, state: RunState, events: Sequence[Timed]) -> Iterator[PuzzleLine]:
    opened = _opened(setup, events)
    for puzzle in setup.puzzles:
        solved = [at for at, one in events if isinstance(one, e.PuzzleSolved) and one.puzzle == puzzle.id]
        yield PuzzleLine(
            id=puzzle.id,
            title=puzzle.title,
            path=puzzle.path or "",
            target_ms=puzzle.target_ms,
            opened_ms=opened.get(puzzle.id),
            solved_ms=solved[-1] if solved and state.puzzles[puzzle.id].solved is not None else None,
            hints_ms=tuple(
                at
                for at, one in events
                if isinstance(one, e.HintGiven) and one.puzzle == puzzle.id and one.level and not one.again
            ),
        )


def _of_fault(moment: Moment, events: Sequence[Timed], paces: Paces) -> Iterator[Point]:
    """What was done about something that went wrong."""
    if moment.kind == "restart":
        moment = _back_again(moment, events)
    if moment.kind in ("projector-out", "player-away", "player-back", "broken-prop", "restart"):
        done = next(
            ((at_ms, event) for at_ms, event in events if at_ms >= moment.at_ms and _answers(moment, event)),
            None,
        )
        done_ms = None if done is None else done[0]
        is_apt = not (done and isinstance(done[1], e.PuzzleSolved) and not done[1].broken)
        prompt_ms = _allowed(PROMPT_MS[moment.kind], moment.at_ms, paces)
        yield _answered(moment.kind, moment, done_ms, prompt_ms, is_apt=is_apt)


def _back_again(moment: Moment, events: Sequence[Timed]) -> Moment:
    """A restart from when the console was open again: before that nobody could do anything."""
    back = (at for at, event in events if at >= moment.at_ms and isinstance(event, e.GapNoticed))
    return replace(moment, at_ms=next(back, moment.at_ms))


def _answered(kind: PointKind, moment: Moment, done_ms: int | None, prompt_ms: int, *, is_apt: bool) -> Point:
    verdict: Verdict = "missed"
    if done_ms is not None:
        verdict = "good" if done_ms - moment.at_ms <= prompt_ms else "late"
    return Point(
        kind=kind, verdict=verdict, due_ms=moment.at_ms, done_ms=done_ms, puzzle=moment.puzzle, is_apt=is_apt
    )


def _answers(moment: Moment, event: e.Event) -> bool:
    """Whether this is the control for that fault."""
    match moment.kind:
        case "projector-out":
            return isinstance(event, e.RunPaused)
        case "player-away":
            return isinstance(event, e.PlayerLeft)
        case "player-back":
            return isinstance(event, e.PlayerBack)
        case "broken-prop":
            by_hand = isinstance(event, e.PuzzleSolved) and (event.forced or event.broken)
            return by_hand and isinstance(event, e.PuzzleSolved) and event.puzzle == moment.puzzle
        case _:
            return isinstance(event, e.GapSettled)


def _of_guesses(
    setup: RunSetup, events: Sequence[Timed], moments: Sequence[Moment], shown: Sequence[_Shown]
) -> Iterator[Point]:
    """A guess that was shouted is no answer: neither typed in nor met with a hint before its time.

    Each that was taken up is told, of the others only the first: a chaotic team shouts all the time.
    """
    own = {(one.at_ms, one.puzzle) for one in moments if one.kind == "tries"}
    is_praised = False
    for moment in (one for one in moments if one.kind == "wrong-guess"):
        hasty = min(_taken_up(moment, setup, events, shown, own), default=None)
        if hasty is None and is_praised:
            continue
        is_praised = is_praised or hasty is None
        yield Point(
            kind="wrong-guess",
            verdict="good" if hasty is None else "early",
            due_ms=moment.at_ms,
            done_ms=moment.at_ms if hasty is None else hasty,
            puzzle=moment.puzzle,
        )


def _taken_up(
    moment: Moment,
    setup: RunSetup,
    events: Sequence[Timed],
    shown: Sequence[_Shown],
    own: Collection[tuple[int, str]],
) -> Iterator[int]:
    """When a trainer typed the guess, or gave a hint too early, soon after it was shouted."""
    until = moment.at_ms + LEFT_ALONE_MS
    for at_ms, event in events:
        if moment.at_ms <= at_ms <= until and isinstance(event, e.AnswerRejected):
            is_it = event.text.casefold() == moment.text.casefold()
            if is_it and (at_ms, moment.puzzle) not in own:
                yield at_ms
    for one in shown:
        is_about_it = moment.at_ms <= one.at_ms <= until and one.puzzle == moment.puzzle and one.level
        if is_about_it and _of_hint(setup.puzzle(one.puzzle), one, (), ()).verdict == "early":
            yield one.at_ms


def _silences(setup: RunSetup, events: Sequence[Timed]) -> Iterator[tuple[int, int]]:
    """The stretches of play between two things that players heard or saw from the trainer or the screen."""
    since: int | None = None
    for at_ms, event in events:
        is_edge = isinstance(event, _IN_BETWEEN)
        if since is not None and (is_edge or isinstance(event, _HEARD)):
            yield since, at_ms
        if isinstance(event, e.RunStarted | e.RunResumed):
            since = at_ms
        elif is_edge or isinstance(event, e.RunPaused):
            since = None
        elif isinstance(event, _HEARD) and since is not None:
            since = at_ms


def _ending(setup: RunSetup, state: RunState) -> Ending:
    if state.phase != "ended":
        return "open"
    if state.outcome == "won":
        return "won"
    return "guided" if state.puzzles[setup.finale].solved is not None else "cut"
