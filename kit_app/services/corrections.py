"""Corrections to results: appended to the journal after its end, told wherever the result is."""

from __future__ import annotations

from kit_app.clock.clock import Clock
from kit_app.errors import StorageError
from kit_app.game.corrections import Field, correction
from kit_app.i18n import N_, Catalogue, duration
from kit_app.services.changed import Changed
from kit_app.services.export import OUTCOMES
from kit_app.services.results import Results
from kit_app.services.runs import Runs
from kit_app.storage.codec import StoredEvent
from kit_app.storage.store import Store
from kit_app.views.results import Correction, RunResult

FIELDS: dict[Field, str] = {
    "team_size": N_("People who played"),
    "outcome": N_("Outcome"),
    "played_ms": N_("Time played"),
}
"""The names of the figures that can be put right."""


class Corrections:
    """Puts results of one data folder right."""

    def __init__(self, store: Store, runs: Runs, results: Results, clock: Clock) -> None:
        self._store = store
        self._runs = runs
        self._results = results
        self._clock = clock

    def correct(self, session_id: str, team: int, field: Field, new: str, reason: str) -> Changed:
        """Store that a figure is another one, and why. Raises CommandRefused and StorageError."""
        event = correction(self._results.of_run(session_id, team), field, new, reason)
        run_id = self._runs.latest(session_id, team)
        if run_id is None:
            raise StorageError(N_("Team {number} has not finished its game yet."), number=team)
        last = self._store.journal.events(run_id)[-1]
        stored = StoredEvent(last.seq + 1, last.at_ms, self._clock.wall_ms(), event)
        self._store.journal.append(run_id, [stored])
        return Changed(results=True)


def correction_line(one: Correction, t: Catalogue) -> str:
    """What was put right, from what to what, and why."""
    name = next((words for field, words in FIELDS.items() if field == one.field), one.field)
    return t(
        "{figure}: {new} instead of {old}. {reason}",
        figure=t(name),
        new=_shown(one.field, one.new, t),
        old=_shown(one.field, one.old, t),
        reason=one.reason,
    )


def on_paper(result: RunResult, t: Catalogue) -> str:
    """That a game was played on paper; empty for any other."""
    return t("Played on paper, typed in afterwards.") if result.is_paper else ""


def correction_lines(result: RunResult, t: Catalogue) -> list[str]:
    """All that was put right in a result, in order; the team is named by its number."""
    return [
        t("Team {n}: {line}", n=result.team_number, line=correction_line(one, t))
        for one in result.corrections
    ]


def _shown(field: str, value: str, t: Catalogue) -> str:
    if field == "outcome":
        return t(OUTCOMES.get(value, value))
    return duration(int(value) // 1000) if field == "played_ms" else value
