"""The likely end as a console shows it: reckoned a little at a time, so that no act waits for it. Pure."""

from collections.abc import Iterator
from itertools import islice

from kit_app.game.forecast import GAMES, Course, End, as_of, course_of, games_of, outlook_of
from kit_app.game.state import RunState
from kit_app.views.console import Outlook

SLICE = 30
"""So many games are played at a time: a few milliseconds."""


class Forecaster:
    """The outlook of one run as it was reckoned last.

    It lags once something happened or a step of time is over. All games take as long as the rest of an act:
    they are played some at a time, and never while somebody waits for an act.
    """

    def __init__(self) -> None:
        self._of: tuple[RunState, int] | None = None
        self._second: int | None = None
        self._course: Course | None = None
        self._games: Iterator[End | None] = iter(())
        self._ends: list[End] = []
        self._is_playing = False
        self._outlook: Outlook | None = None

    def latest(self, state: RunState, now: int) -> Outlook | None:
        """The outlook reckoned last, or a first one; None when nothing is left to solve."""
        if state.puzzles[state.setup.finale].solved:
            return None
        if self._outlook is None:
            self.catch_up(state, now, GAMES)
        return self._outlook

    def lags(self, state: RunState, now: int) -> bool:
        """Whether `outlook` might say otherwise by now; within a second time alone makes no difference."""
        is_same = self._of is not None and self._of[0] is state
        if is_same and not self._is_playing and self._second == now // 1000:
            return False
        lags = self._is_playing or self._is_another(state, now)
        self._second = None if lags else now // 1000
        return lags

    def catch_up(self, state: RunState, now: int, games: int = SLICE) -> bool:
        """Play so many of the games, and say whether the outlook is another one now."""
        if self._is_another(state, now):
            self._begin(state, now)
        for end in islice(self._games, games):
            if end is None:
                return self._finish(None)
            self._ends.append(end)
        if self._course is None or not self._is_playing or len(self._ends) < GAMES:
            return False
        return self._finish(outlook_of(self._ends, self._course.total_ms))

    def _is_another(self, state: RunState, now: int) -> bool:
        return self._of is None or self._of[0] is not state or self._of[1] != as_of(state, now)

    def _begin(self, state: RunState, now: int) -> None:
        """Forget the games of an earlier state, unless they would be the same."""
        self._of = state, as_of(state, now)
        if state.puzzles[state.setup.finale].solved:
            self._course = None
            self._finish(None)
            return
        course = course_of(state, now)
        if course != self._course:
            self._course, self._games, self._ends, self._is_playing = course, games_of(course), [], True

    def _finish(self, found: Outlook | None) -> bool:
        self._games, self._is_playing = iter(()), False
        before, self._outlook = self._outlook, found
        return found != before
