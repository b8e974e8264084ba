"""The guide of a first session: what a facilitator does next, apart from the hints that are suggested.

All follows from what the console shows and from what was put aside with *Done*. Whoever does a thing without
being told is never told: each cue is silent once the journal or the screens show that it was done.
"""

from collections.abc import Collection, Mapping, Sequence

from kit_app.views.console import ConsoleView
from kit_app.views.guide import Cue, CueName

MINUTE_MS = 60_000
HANDS_OFF_MS = 4 * MINUTE_MS
"""So long after the start a team is left alone."""
SILENCE_MS = 3 * MINUTE_MS
"""After so long without a sign of life one goes and asks, once in a game."""
SAID_FOR_MS = 3 * MINUTE_MS
"""So long a word to be said aloud is asked for."""
BEFORE_MS = MINUTE_MS
"""Who says it so much earlier is not asked again."""
FINALE_MS = 2 * MINUTE_MS
"""So long the first moments of the finale last."""
FIVE = 5

_BEFORE: tuple[CueName, ...] = ("tables", "welcome", "pitch")
_SIGNS = frozenset(("PuzzleSolved", "AnswerRejected", "CardScanned", "FieldFilled", "HintGiven"))
_OF_ONE_TEAM = frozenset(("silence", "hint", "finale", "guided", "front"))
_ORDER: tuple[CueName, ...] = (
    *("front", "guided", "finale", "paused", "hint", "five", "third", "half", "silence", "hands-off"),
    *(*_BEFORE, "start", "debrief"),
)  # fmt: skip
"""Among several teams the first of these is said."""
Done = Mapping[int, Collection[CueName]]
"""What was put aside with *Done*, by team."""


def cue(view: ConsoleView, done: Collection[CueName] = ()) -> Cue | None:
    """What to do now for one team; None while there is nothing but to watch."""
    if view.gap_ms is not None or view.is_emergency:
        return None
    match view.phase:
        case "idle":
            return _before(view, done)
        case "closing":
            found: CueName = "front"
        case "ended":
            found = "debrief"
        case _ if view.is_finale:
            found = "guided"
        case "paused":
            found = "paused"
        case _:
            return next((one for one in _in_play(view) if one.name not in done), None)
    return None if found in done else Cue(name=found)


def coming(view: ConsoleView, done: Collection[CueName] = ()) -> Cue | None:
    """What comes next by the clock, and in how long; None where nothing does."""
    if view.phase != "playing" or view.is_finale:
        return None
    ahead = [
        Cue(name=name, in_ms=at - view.played_ms, minutes=minutes)
        for name, at, minutes in _by_the_clock(view)
        if at > view.played_ms and name not in done
    ]
    return min(ahead, key=lambda one: one.in_ms, default=None)


def room_cue(views: Sequence[ConsoleView], done: Done) -> Cue | None:
    """What to do now among several teams; what is the same for all is said once."""
    found = []
    for view in views:
        one = cue(view, done.get(view.team_number, ()))
        if one is not None:
            is_own = one.name in _OF_ONE_TEAM and len(views) > 1
            found.append(Cue(name=one.name, minutes=one.minutes, team=view.team_number if is_own else 0))
    if any(one.name != "debrief" for one in found):  # the talk is for all: once all have ended
        found = [one for one in found if one.name != "debrief"]
    elif len(found) < len(views):
        return None
    return min(found, key=lambda one: _ORDER.index(one.name), default=None)


def room_coming(views: Sequence[ConsoleView], done: Done) -> Cue | None:
    """What comes next by the clock of any team."""
    every = (coming(view, done.get(view.team_number, ())) for view in views)
    return min((one for one in every if one is not None), key=lambda one: one.in_ms, default=None)


def _before(view: ConsoleView, done: Collection[CueName]) -> Cue:
    """Round, welcome, pitch, start. Players who read the pitch already are welcome already."""
    steps = () if view.scene is not None else _BEFORE
    return Cue(name=next((one for one in steps if one not in done), "start"))


def _in_play(view: ConsoleView) -> list[Cue]:
    """All that may be said now, the most pressing first."""
    found: list[Cue] = []
    finale = next((row for row in view.puzzles if row.id == view.finale), None)
    if finale is not None and finale.state != "locked":
        return [Cue(name="finale")] if finale.elapsed_ms < FINALE_MS else []
    wanted = view.suggestion
    if wanted is not None and wanted.puzzle and wanted.level and not _has_given(view):
        found.append(Cue(name="hint"))
    for name, at, minutes in reversed(_by_the_clock(view)):
        is_due = at <= view.played_ms < at + SAID_FOR_MS
        if is_due and name != "end" and not _has_said(view, at):
            found.append(Cue(name=name, minutes=minutes))
    silent = view.played_ms - _last_sign(view)
    if silent >= SILENCE_MS and wanted is None and view.played_ms >= HANDS_OFF_MS:
        found.append(Cue(name="silence", minutes=silent // MINUTE_MS))
    if view.played_ms < HANDS_OFF_MS and not _has_given(view):
        found.append(Cue(name="hands-off", minutes=HANDS_OFF_MS // MINUTE_MS))
    return found


def _by_the_clock(view: ConsoleView) -> list[tuple[CueName, int, int]]:
    """What is said at which played time, and the minutes that it names, in the order of the game."""
    whole = view.played_ms + view.remaining_ms
    minutes = round(whole / MINUTE_MS)
    third = round(whole / 3 / MINUTE_MS)
    moments: list[tuple[CueName, int, int]] = [("half", whole // 2, minutes - minutes // 2)]
    if third > FIVE:
        moments.append(("third", whole - third * MINUTE_MS, third))
    if whole > 2 * FIVE * MINUTE_MS:
        moments.append(("five", whole - FIVE * MINUTE_MS, FIVE))
    return [*moments, ("end", whole, 0)]


def _has_given(view: ConsoleView) -> bool:
    """Whether a hint was given by hand, or put off: whoever did so knows how."""
    return any(
        row.kind in ("HintGiven", "HintPutOff") and "automatic" not in row.marks and not row.undoes
        for row in view.log
    )


def _has_said(view: ConsoleView, at_ms: int) -> bool:
    """Whether players were sent a message about that time."""
    return any(row.kind == "MessageShown" and row.at_ms >= at_ms - BEFORE_MS for row in view.log)


def _last_sign(view: ConsoleView) -> int:
    """When the team, or the facilitator with a hint, was heard of last."""
    return max((row.at_ms for row in view.log if row.kind in _SIGNS), default=0)
