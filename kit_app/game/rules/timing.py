"""What passing time does: minutes added or taken, five minutes left, time over, time away.

While the question about time away is open, everything stays possible: marks of time remember what was lent
and are put right by the answer. Only the clock waits: neither *five minutes* nor *time over* comes before it.
"""

from kit_app.errors import CommandRefused
from kit_app.game import events as e
from kit_app.game.commands import AdjustTime, NoticeGap, SettleGap
from kit_app.game.rules.automatic import notice_hints
from kit_app.game.rules.flow import finale_envelopes
from kit_app.game.rules.phases import require_play
from kit_app.game.state import RunState, balance_ms, played_ms, total_ms
from kit_app.i18n import N_

MINUTE_MS = 60_000
MOST_MINUTES = 240
FIVE_MINUTES_MS = 5 * MINUTE_MS
SHORTEST_WITH_WARNING_MS = 10 * MINUTE_MS
SHORTEST_WITH_LAST_MINUTE_MS = 3 * MINUTE_MS


def adjust(state: RunState, command: AdjustTime, now: int) -> tuple[e.Event, ...]:
    """Minutes are added or taken while the main clock is on; the rest stays between 0 and 240 minutes."""
    require_play(state)
    if command.minutes == 0:
        raise CommandRefused(N_("Zero minutes change nothing."))
    by_ms = command.minutes * MINUTE_MS
    require_room(state, by_ms, now)
    return (e.TimeAdjusted(by_ms=by_ms),)


def require_room(state: RunState, by_ms: int, now: int) -> None:
    """Refuse a change that would leave less than nothing or more than 240 minutes on the clock."""
    after = balance_ms(state, now) + by_ms
    if by_ms < 0 and after < 0:
        raise CommandRefused(N_("Less time than that is left on the clock."))
    if by_ms > 0 and after > MOST_MINUTES * MINUTE_MS:
        raise CommandRefused(N_("The clock holds at most {minutes} minutes."), minutes=MOST_MINUTES)


def notice_time(state: RunState, now: int) -> tuple[e.Event, ...]:
    """The tick: usually nothing."""
    if state.phase == "playing" and not state.lent_ms and balance_ms(state, now) <= 0:
        return (e.TimeRanOut(opened=finale_envelopes(state)),)
    return (*_notice_last_minutes(state, now), *notice_hints(state, now))


def _notice_last_minutes(state: RunState, now: int) -> tuple[e.Event, ...]:
    """Five minutes and one are said once; where one is left already, five is not said any more."""
    if state.phase != "playing" or state.lent_ms:
        return ()
    balance, total = balance_ms(state, now), total_ms(state)
    if balance <= MINUTE_MS and not state.is_minute_said and total > SHORTEST_WITH_LAST_MINUTE_MS:
        return (e.OneMinuteLeft(),)
    if balance <= FIVE_MINUTES_MS and not state.is_five_said and total > SHORTEST_WITH_WARNING_MS:
        return (e.FiveMinutesLeft(),)
    return ()


def notice_gap(state: RunState, command: NoticeGap, now: int) -> tuple[e.Event, ...]:
    """Time away is lent back until the facilitator answers; where no clock runs it changes nothing.

    It cannot reach back before the last puzzle was opened or solved: the program was there then.
    """
    if state.phase not in ("playing", "guided"):
        return ()
    marks = [mark for progress in state.puzzles.values() for mark in (progress.opened, progress.solved)]
    latest_ms = max((mark.ms for mark in (*marks, state.play_ended) if mark is not None), default=0)
    gap_ms = min(command.gap_ms, played_ms(state, now) - latest_ms)
    if gap_ms <= 0:
        return ()
    return (e.GapNoticed(gap_ms=gap_ms, cause=command.cause),)


def settle_gap(state: RunState, command: SettleGap) -> tuple[e.Event, ...]:
    """The answer to the question about time away."""
    if not state.lent_ms:
        raise CommandRefused(N_("There is no time away to decide about."))
    return (e.GapSettled(counts=command.counts),)
