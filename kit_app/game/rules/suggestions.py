"""What to do next, in order: what cannot wait, who is stuck, what is due, what is to be said."""

from dataclasses import replace

from kit_app.game.rules.alarms import Alarm, raised
from kit_app.game.rules.hints import DueHint, due_hints
from kit_app.game.rules.lights import light, limit
from kit_app.game.screenplay import facilitator_line
from kit_app.game.setup import PuzzleSetup
from kit_app.game.state import RunState, elapsed_ms
from kit_app.views.console import Suggestion

URGENT, STUCK, DUE, WORDS = range(4)
"""An alarm that gives help; a hint for a stuck puzzle; another hint that is due; an alarm of words. Among
equals: the later alarm, the hint due for longer."""


def suggestions(state: RunState, now: int) -> tuple[Suggestion, ...]:
    """All that should be done now, the first first; nothing that the facilitator put off."""
    if state.phase not in ("playing", "paused", "guided"):
        return ()
    alarms = [alarm for alarm in raised(state, now) if not alarm.passes]
    helped = {(alarm.puzzle.id, alarm.level) for alarm in alarms if alarm.puzzle is not None}
    ranked: list[tuple[int, int, Suggestion]] = []
    for place, alarm in enumerate(alarms):
        rank = WORDS if alarm.puzzle is None else URGENT
        ranked.append((rank, place, of_alarm(state, alarm, now)))
    for due in due_hints(state, now) if state.setup.hint_policy != "by-hand" else ():
        if not any(puzzle == due.puzzle.id and (not level or level >= due.level) for puzzle, level in helped):
            is_stuck = light(state, due.puzzle, now) == "stuck"
            ranked.append((STUCK if is_stuck else DUE, -due.overdue_ms, of_hint(state, due, now)))
    return tuple(one for _, _, one in sorted(ranked, key=lambda each: each[:2]))


def line(state: RunState, now: int) -> str:
    """What may be said while nothing is to be done: the line of this minute, else of the moment."""
    passing = (alarm.setup.text for alarm in raised(state, now) if alarm.passes)
    return next(passing, facilitator_line(state))


def of_hint(state: RunState, due: DueHint, now: int) -> Suggestion:
    """The suggestion to give a due hint."""
    text = due.puzzle.hints[due.level - 1].text
    about = _about(state, due.puzzle, now)
    return replace(about, kind="hint", level=due.level, text=text, overdue_ms=due.overdue_ms)


def of_alarm(state: RunState, alarm: Alarm, now: int) -> Suggestion:
    """The suggestion to do what an alarm asks for, or to say its words."""
    if alarm.puzzle is None:
        return Suggestion(kind="say", alarm=alarm.setup.id, words=alarm.setup.text)
    text = alarm.puzzle.hints[alarm.level - 1].text if alarm.level else alarm.puzzle.answer
    about = _about(state, alarm.puzzle, now)
    return replace(
        about, kind="alarm", alarm=alarm.setup.id, words=alarm.setup.text, level=alarm.level, text=text
    )


def _about(state: RunState, puzzle: PuzzleSetup, now: int) -> Suggestion:
    """What every suggestion about a puzzle says of it."""
    return Suggestion(
        kind="hint",
        puzzle=puzzle.id,
        elapsed_ms=elapsed_ms(state, puzzle.id, now),
        target_ms=puzzle.target_ms,
        limit_ms=limit(state, puzzle).ms,
        limit_games=limit(state, puzzle).games,
        is_limit_regional=limit(state, puzzle).is_regional,
        is_stuck=light(state, puzzle, now) == "stuck",
        ask=puzzle.stall_say,
    )
