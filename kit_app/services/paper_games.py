"""Games played on paper, typed in afterwards: stored as journals like any other, and marked as such."""

from __future__ import annotations

from datetime import datetime

from kit_app.clock.clock import Clock
from kit_app.domain.paper_game import PaperGame
from kit_app.domain.plan import SessionPlan
from kit_app.game.events import PlayedOnPaper
from kit_app.game.paper_journal import journal_of
from kit_app.services.changed import Changed
from kit_app.services.runs import Runs
from kit_app.services.sessions import Sessions
from kit_app.storage.codec import StoredEvent
from kit_app.storage.store import Store


class PaperGames:
    """Takes in what people wrote on the host grid."""

    def __init__(self, store: Store, sessions: Sessions, runs: Runs, clock: Clock) -> None:
        self._store = store
        self._sessions = sessions
        self._runs = runs
        self._clock = clock

    def type_in(self, session_id: str, team: int, game: PaperGame) -> Changed:
        """Store the game as a new run of the team, which counts from now on; an older one stays stored.

        Raises PaperRefused for what cannot have been, and StorageError.
        """
        written = journal_of(self._runs.setup(session_id, team), game)
        start_ms = self._start_ms(self._sessions.get(session_id), game)
        events = [
            StoredEvent(seq, one.at_ms, start_ms + one.at_ms, one.event)
            for seq, one in enumerate(written, start=1)
        ]
        with self._store.database.writing():
            self._store.journal.append(self._runs.begin(session_id, team), events)
        return Changed(runs=True, results=True, sessions=True)

    def take_back(self, session_id: str, team: int) -> Changed:
        """Forget the game of a team that was typed in last: the one before counts again, or none.

        Nothing happens to a game that was played with the console. Raises StorageError.
        """
        run_id = self._runs.latest(session_id, team)
        if run_id is not None and self._store.journal.events_of(run_id, PlayedOnPaper):
            self._store.journal.remove_run(run_id)
        return Changed(runs=True, results=True, sessions=True)

    def _start_ms(self, plan: SessionPlan, game: PaperGame) -> int:
        """When the game began by the clock on the wall; now, when neither day nor hour is known."""
        hour = game.began or plan.time
        if not plan.date or not hour:
            return self._clock.wall_ms()
        return round(datetime.fromisoformat(f"{plan.date}T{hour}").astimezone().timestamp() * 1000)
