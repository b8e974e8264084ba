"""Who needs help first: the teams of a room sorted, and the one puzzle of each that needs it. Pure."""

from collections.abc import Sequence

from kit_app.views.console import ConsoleView, PuzzleRow
from kit_app.views.room import RoomView, TeamCard, TeamStatus

AHEAD = 0.8
"""A team whose end is likely before this part of its time is ahead."""

STEP_MS = 5 * 60_000
"""Teams that do well and will likely end within the same minutes stay in their own order."""

_ORDER: tuple[TeamStatus, ...] = (
    "stuck",
    "late",
    "paused",
    "closing",
    "idle",
    "guided",
    "away",
    "on-time",
    "ahead",
    "ended",
)
"""Help first; then what waits for the facilitator; then those who do well."""


def room_view(views: Sequence[ConsoleView], *, has_own_clocks: bool = False) -> RoomView:
    """The teams at one moment. `views` are those of all teams, in their order."""
    cards = tuple(_card(view) for view in views)
    clocks = {(-(-view.remaining_ms // 1000), view.phase) for view in views if view.phase != "ended"}
    return RoomView(
        session_name=views[0].session_name,
        cards=cards,
        by_need=by_need(cards),
        has_same_clock=len(clocks) == 1,
        starts_together=not has_own_clocks and all(view.phase == "idle" for view in views),
    )


def by_need(cards: Sequence[TeamCard]) -> tuple[int, ...]:
    """The numbers of the teams: the one that is stuck longest first, equal ones in the teams' order."""
    ranked = sorted(cards, key=lambda card: (_ORDER.index(card.status), -card.waiting_ms, card.number))
    return tuple(card.number for card in ranked)


def neediest(puzzles: Sequence[PuzzleRow]) -> PuzzleRow | None:
    """The open puzzle that needs help most; None when none is open."""
    is_open = [row for row in puzzles if row.state in ("stuck", "late", "open")]
    return max(is_open, key=lambda row: (row.state == "stuck", row.state == "late", _over(row)), default=None)


def _card(view: ConsoleView) -> TeamCard:
    row = neediest(view.puzzles)
    status = _status(view, row)
    return TeamCard(view=view, status=status, puzzle=row, waiting_ms=_waiting_ms(view, status, row))


def _status(view: ConsoleView, row: PuzzleRow | None) -> TeamStatus:
    match view.phase:
        case "idle" | "paused" | "guided" | "closing" | "ended":
            return view.phase
        case "playing":
            return _play_status(view, row)


def _play_status(view: ConsoleView, row: PuzzleRow | None) -> TeamStatus:
    if row is not None and row.state == "stuck":
        return "stuck"
    end = view.outlook
    if (row is not None and row.state == "late") or (end is not None and end.expected_ms > view.total_ms):
        return "late"
    if view.away:
        return "away"
    return "ahead" if end is not None and end.high_ms <= AHEAD * view.total_ms else "on-time"


def _waiting_ms(view: ConsoleView, status: TeamStatus, row: PuzzleRow | None) -> int:
    """For how long help has been due; where it is not, roughly when the team will likely end."""
    if status in ("stuck", "late") and row is not None:
        return _over(row)
    return view.outlook.expected_ms // STEP_MS * STEP_MS if view.outlook is not None else 0


def _over(row: PuzzleRow) -> int:
    """How long ago the first hint not given became due, or else the target passed (below zero: not yet)."""
    due = [hint.due_ms for hint in row.hints if hint.is_due and not hint.is_given and hint.due_ms is not None]
    return row.elapsed_ms - (min(due) if due else row.target_ms)
