"""What the tick does with hints: it takes a shown one off, and gives the due one where that is wanted.

A hint is announced to the facilitator first. It never comes over a message or a black screen, in a pause, or
less than a minute after the hint before; what the facilitator took back or put off, the tick leaves alone.
"""

from kit_app.game import events as e
from kit_app.game.rules.hints import DueHint, can_pay, due_hints, hint_counts
from kit_app.game.state import RunState, is_finale_on, played_ms

NOTICE_MS = 20_000
BETWEEN_MS = 60_000


def notice_hints(state: RunState, now: int) -> tuple[e.Event, ...]:
    """The tick, while the clock runs."""
    if state.phase not in ("playing", "guided") or state.lent_ms:
        return ()
    hidden = (e.HintHidden(automatic=True),) if _is_shown_long_enough(state, now) else ()
    due = coming(state, now)
    if due is None:
        return hidden
    if state.announced is None or state.announced[:2] != (due.puzzle.id, due.level):
        return (*hidden, e.HintAnnounced(puzzle=due.puzzle.id, level=due.level))
    return hidden if announced_in_ms(state, now) > 0 else (*hidden, _given(state, due))


def _given(state: RunState, due: DueHint) -> e.Event:
    counts = hint_counts(due.puzzle, due.level)
    is_free = not counts or is_finale_on(state)
    return e.HintGiven(
        puzzle=due.puzzle.id,
        level=due.level,
        cost_ms=0 if is_free else state.setup.hint_cost_ms,
        counts=counts,
        automatic=True,
    )


def announced_in_ms(state: RunState, now: int) -> int:
    """How long until the announced hint may come; 0 without one."""
    if state.announced is None:
        return 0
    return max(0, state.announced.at_ms + NOTICE_MS - played_ms(state, now))


def coming(state: RunState, now: int) -> DueHint | None:
    """The hint that the tick is about to give; the announced one as long as it may come."""
    if state.setup.hint_policy != "automatic" or state.overlay.message or state.is_blacked_out:
        return None
    if state.last_hint is not None and now - state.last_hint < BETWEEN_MS - NOTICE_MS:
        return None
    is_payable = can_pay(state, now)
    wanted = [
        due
        for due in due_hints(state, now, early_ms=NOTICE_MS)
        if (due.puzzle.id, due.level) not in state.declined
        and (is_payable or not hint_counts(due.puzzle, due.level))
    ]
    return max(wanted, key=lambda due: due.overdue_ms, default=None)


def _is_shown_long_enough(state: RunState, now: int) -> bool:
    """Whether the hint's time on the screen is over; below a message it waits until it is seen again."""
    shown_ms = state.setup.hint_shown_ms
    if not shown_ms or state.overlay.hint is None or state.overlay.message:
        return False
    return now - state.overlay.since >= shown_ms
