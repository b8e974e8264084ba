"""Watch how a run is led, event by event: where hints came from, pauses, what was amiss. Pure."""

from __future__ import annotations

from typing import Literal

from kit_app.game import events as e
from kit_app.game.rules.hints import SEARCH, due_times
from kit_app.game.state import RunState, elapsed_ms
from kit_app.views.results import Leading

Way = Literal["by-hand", "suggested", "automatic"]


class Watch:
    """Notes each event with the state before it; what was taken back does not count."""

    def __init__(self) -> None:
        self._ways: dict[tuple[str, int], Way] = {}
        self._pauses = 0
        self._paused_ms = 0
        self._since: int | None = None
        self._troubles = 0
        self._misread = 0

    def note(self, state: RunState, event: e.Event, now: int) -> None:
        """An event that happened at `now` (ms of run time) to a run in `state`."""
        match event:
            case e.HintGiven():
                self._hint(state, event, now)
            case e.RunPaused():
                self._pauses += not event.undoes
                self._since = now if self._since is None else self._since
            case e.RunResumed():
                self._pauses -= event.undoes
                self._end_pause(now)
            case e.LastSceneShown() | e.RunEnded():
                self._end_pause(now)
            case e.TroubleNoticed():
                self._troubles += not event.is_over
            case e.CardScanned():
                self._misread += bool(event.read_as)
            case _:
                pass

    def leading(self, state: RunState) -> Leading:
        """All that was noted of a run that is now in `state`."""
        standing = [
            self._ways.get((puzzle, hint.level), "by-hand")
            for puzzle, progress in state.puzzles.items()
            if not progress.is_broken
            for hint in progress.hints
            if hint.counts
        ]
        return Leading(
            by_hand=standing.count("by-hand"),
            suggested=standing.count("suggested"),
            automatic=standing.count("automatic"),
            pauses=self._pauses,
            paused_ms=self._paused_ms,
            troubles=self._troubles,
            misread_cards=self._misread,
        )

    def _hint(self, state: RunState, event: e.HintGiven, now: int) -> None:
        if event.undoes or event.again or event.level == SEARCH:
            return
        self._ways[event.puzzle, event.level] = _way(state, event, now)

    def _end_pause(self, now: int) -> None:
        if self._since is not None:
            self._paused_ms += now - self._since
            self._since = None


def _way(state: RunState, event: e.HintGiven, now: int) -> Way:
    if event.automatic:
        return "automatic"
    due = due_times(state, state.setup.puzzle(event.puzzle))
    is_due = len(due) >= event.level and elapsed_ms(state, event.puzzle, now) >= due[event.level - 1]
    return "suggested" if is_due and state.setup.hint_policy != "by-hand" else "by-hand"
