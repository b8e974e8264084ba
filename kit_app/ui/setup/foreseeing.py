"""Keeps what is likely of the session in the form up to date, off the interface thread."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan
from kit_app.errors import KitAppError
from kit_app.game.limits import Attempts, Regional
from kit_app.services.advising import Foresight, foresee, unsolved
from kit_app.services.facts import Sort, sort_of
from kit_app.services.history import History
from kit_app.ui.common.latest import Latest


class Foreseeing(QObject):
    """`foreseen(object)`: a Foresight, or None when nothing can be said. The last one holds until then."""

    foreseen = Signal(object)

    def __init__(self, history: History, parent: QObject) -> None:
        super().__init__(parent)
        self._history = history
        self._latest = Latest(self)
        self._games: dict[Sort, Attempts] = {}
        self._asked: tuple[SessionPlan, str] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._latest.is_busy

    def forget(self) -> None:
        """Other games may have been played since: read them anew with the next plan."""
        self._games.clear()
        self._asked = None

    def look_at(self, plan: SessionPlan, kit: Kit) -> None:
        """Find out what is likely of `plan`; the same plan again asks nothing."""
        bare = replace(plan, name="", room="", date="", time="", deals=(), printed_teams=())
        if self._asked == (bare, kit.digest):
            return
        self._asked = bare, kit.digest
        games = self._of(plan)
        give = self.foreseen.emit
        regional = self._history.regional(kit.id)
        self._latest.ask(lambda progress: _found(bare, kit, games, regional), give, lambda _error: give(None))

    def _of(self, plan: SessionPlan) -> Attempts:
        sort = sort_of(plan)
        if sort not in self._games:
            try:
                self._games[sort] = self._history.attempts(plan)
            except KitAppError:  # a game that cannot be read teaches nothing; the results page says why
                self._games[sort] = {}
        return self._games[sort]


def _found(plan: SessionPlan, kit: Kit, games: Attempts, regional: Regional) -> Foresight | None:
    """What is likely of a plan, and whether it can be solved."""
    found = foresee(plan, kit, games, regional)
    return None if found is None else replace(found, unsolved=unsolved(plan, kit))
