"""Results of runs, computed from their journals; the stored ones are only a cache."""

from __future__ import annotations

from collections.abc import Sequence

from kit_app.errors import KitAppError, StorageError
from kit_app.i18n import N_
from kit_app.services.changed import Changed
from kit_app.services.conductor import Conductor
from kit_app.services.facts import Facts
from kit_app.services.library import Library
from kit_app.services.sessions import Sessions
from kit_app.services.setup import team_setup
from kit_app.storage.codec import StoredEvent
from kit_app.storage.facts import Closed
from kit_app.storage.store import Store
from kit_app.views.results import RunResult

NOT_FINISHED = N_("Team {number} has not finished its game yet.")


class Results:
    """The results of one data folder: those of each team's latest run, once it was closed."""

    def __init__(self, store: Store, library: Library, sessions: Sessions, facts: Facts) -> None:
        self._store = store
        self._library = library
        self._sessions = sessions
        self._facts = facts

    def of_run(self, session_id: str, team: int) -> RunResult:
        """The result of a team. Raises StorageError when its game is not over."""
        found = self._of_team(session_id, team)
        if found is None:
            raise StorageError(NOT_FINISHED, number=team)
        return found

    def of_session(self, session_id: str) -> tuple[RunResult, ...]:
        """The results of the teams that finished, in the teams' order."""
        teams = self._sessions.get(session_id).teams
        found = (self._of_team(session_id, team.number) for team in teams)
        return tuple(one for one in found if one is not None)

    def of_conductor(self, conductor: Conductor) -> RunResult:
        """The result of a run as it is in memory, stored or not. The run must be closed."""
        return self._summary(conductor.setup.session_id, conductor.setup.team_number, conductor.history)

    def refresh(self, most: int) -> int:
        """Bring the facts of at most `most` runs up to date; how many are left. Ask `Facts.look` before."""
        self.count(self._facts.waiting()[:most])
        return len(self._facts.waiting())

    def count(self, runs: Sequence[Closed]) -> None:
        """Bring the facts of these runs up to date, in one transaction. Raises StorageError."""
        if not runs:
            return
        with self._store.database.writing():
            for run in runs:
                self._facts.done(run, self._kept(run) or self._read(run.run_id, run.session_id, run.team))

    def _kept(self, run: Closed) -> RunResult | None:
        """The stored result while neither the plan nor the journal changed since, as after an upgrade."""
        is_same_plan = self._store.facts.saved_ms(run.run_id) == run.saved_ms
        return self._store.results.get(run.run_id, run.last_seq) if is_same_plan else None

    def _read(self, run_id: str, session_id: str, team: int) -> RunResult | None:
        """The result of a run from its journal; None when it cannot be read."""
        try:
            journal = self._store.journal.events(run_id)
            result = self._summary(session_id, team, journal)
        except KitAppError:
            return None
        self._store.results.put(run_id, len(journal), result)
        return result

    def rebuild(self) -> Changed:
        """Forget what was computed, facts too; it is computed again from the journals."""
        self._store.results.forget_all()
        self._facts.rebuild()
        return Changed(results=True)

    def _of_team(self, session_id: str, team: int) -> RunResult | None:
        runs = [run.id for run in self._store.journal.runs(session_id) if run.team == team]
        kinds = self._store.journal.kinds(runs[-1]) if runs else {}
        if "RunEnded" not in kinds:
            return None
        last_seq = sum(kinds.values())
        cached = self._store.results.get(runs[-1], last_seq)
        if cached is not None:
            return cached
        result = self._summary(session_id, team, self._store.journal.events(runs[-1]))
        self._store.results.put(runs[-1], last_seq, result)
        self._facts.keep(runs[-1], result)
        return result

    def _summary(self, session_id: str, team: int, journal: Sequence[StoredEvent]) -> RunResult:
        from kit_app.game.results import summarise

        plan = self._sessions.get(session_id)
        kit = self._library.kit_of(plan)
        return summarise(
            team_setup(self._library, self._sessions, session_id, team),
            journal,
            facility=plan.facility,
            date=plan.date,
            kit_id=kit.id,
            kit_version=kit.version,
        )
