"""Stored events as rows of the console's log, and what a stored event looks like to the game."""

from typing import Protocol

from kit_app.game.events import Event, GapSettled
from kit_app.views.console import LogRow


class StoredEvent(Protocol):
    """An event with its place in the journal and its run time."""

    @property
    def seq(self) -> int:
        """The place in the journal."""
        ...

    @property
    def at_ms(self) -> int:
        """The run time."""
        ...

    @property
    def event(self) -> Event:
        """What happened."""
        ...


_TEXTS = ("text", "search", "reason", "card", "outcome", "scene", "cause", "what")
_TIMES = ("by_ms", "cost_ms", "returned_ms", "gap_ms")
_MARKS = ("automatic", "again", "broken", "is_over", "is_paused", "emergency")
_ITEMS = ("opened", "closed", "despite")


def log_row(seq: int, at_ms: int, event: Event) -> LogRow:
    """One stored event as a row of the console's log."""
    return LogRow(
        seq=seq,
        at_ms=at_ms,
        kind=type(event).__name__,
        puzzle=getattr(event, "puzzle", None),
        level=getattr(event, "level", None),
        text=_text(event),
        ms=next((value for name in _TIMES if (value := getattr(event, name, None))), 0),
        items=next((value for name in _ITEMS if (value := getattr(event, name, None))), ()),
        undoes=getattr(event, "undoes", False),
        tag=getattr(event, "tag", ""),
        marks=tuple(name for name in _MARKS if getattr(event, name, False)),
        read_as=getattr(event, "read_as", ""),
    )


def _text(event: Event) -> str:
    if isinstance(event, GapSettled):
        return "counts" if event.counts else "given-back"
    return next((value for name in _TEXTS if (value := getattr(event, name, None))), "")
