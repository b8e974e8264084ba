"""Corrections to results: appended to the journal after its end, told wherever the result is."""

from __future__ import annotations

from kit_app.game.corrections import Field, PuzzleField, correction
from kit_app.services.changed import Changed
from kit_app.services.results import Results
from kit_app.services.runs import Runs


class Corrections:
    """Puts results of one data folder right."""

    def __init__(self, runs: Runs, results: Results) -> None:
        self._runs = runs
        self._results = results

    def correct(
        self,
        session_id: str,
        team: int,
        field: Field | PuzzleField,
        new: str,
        reason: str,
        puzzle: str | None = None,
    ) -> Changed:
        """Store that a figure (of a puzzle, if one is named) is another one, and why.

        Raises CommandRefused and StorageError.
        """
        event = correction(self._results.of_run(session_id, team), field, new, reason, puzzle)
        self._runs.add_after_end(session_id, (team,), event)
        self._results.of_run(session_id, team)  # what it teaches and how it counts is kept now
        return Changed(results=True)
