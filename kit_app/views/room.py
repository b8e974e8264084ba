"""What the console shows of several teams at once: one card a team, those who need help first."""

from dataclasses import dataclass
from typing import Literal

from kit_app.views.console import ConsoleView, PuzzleRow

TeamStatus = Literal[
    "idle", "stuck", "late", "on-time", "ahead", "away", "paused", "guided", "closing", "ended"
]
"""stuck: a puzzle is. late: a puzzle or the likely end is. ahead: the end is likely long before the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamCard:
    """A team at one moment: how it does, the open puzzle that needs most, for how long it has needed help."""

    view: ConsoleView
    status: TeamStatus
    puzzle: PuzzleRow | None
    waiting_ms: int

    @property
    def number(self) -> int:
        """The team's number."""
        return self.view.team_number


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomView:
    """All teams of a room in their own order; `by_need` are their numbers, who needs help most first.

    `has_same_clock`: all clocks read the same. `starts_together`: nobody has started, all will at once.
    """

    session_name: str
    cards: tuple[TeamCard, ...]
    by_need: tuple[int, ...]
    has_same_clock: bool
    starts_together: bool

    def card(self, number: int) -> TeamCard:
        """The card of a team. Raises KeyError when it is not in this room."""
        for card in self.cards:
            if card.number == number:
                return card
        raise KeyError(number)

    @property
    def is_over(self) -> bool:
        """Whether the games of all teams are closed."""
        return all(card.status == "ended" for card in self.cards)
