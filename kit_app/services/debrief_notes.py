"""The facilitator's own note after the talk: it belongs to the session, and is kept with its results."""

from __future__ import annotations

from collections.abc import Iterable

from kit_app.errors import CommandRefused
from kit_app.game.events import DebriefNoted
from kit_app.i18n import N_
from kit_app.services.changed import Changed
from kit_app.services.results import Results
from kit_app.services.runs import Runs
from kit_app.views.results import DebriefNote, RunResult

LONGEST_NOTE = 1000
_LONG = N_("At most {most} characters fit here.")


class DebriefNotes:
    """The notes of one data folder."""

    def __init__(self, runs: Runs, results: Results) -> None:
        self._runs = runs
        self._results = results

    def of_session(self, session_id: str) -> DebriefNote:
        """What was written of a session; empty when nothing was."""
        return note_of(self._results.of_session(session_id))

    def keep(self, session_id: str, note: DebriefNote) -> Changed:
        """Keep `note` instead of what was written before (without text: nothing).

        Raises CommandRefused while nobody has finished or when it is too long, and StorageError.
        """
        text = note.text.strip()
        if len(text) > LONGEST_NOTE:
            raise CommandRefused(_LONG, most=LONGEST_NOTE)
        results = self._results.of_session(session_id)
        if not results:
            raise CommandRefused(N_("No team of this session has finished its game yet."))
        wanted = DebriefNote(text=text, in_report=note.in_report and bool(text))
        teams = [one.team_number for one in results if one.debrief != wanted]
        if not teams:
            return Changed()
        self._runs.add_after_end(
            session_id, teams, DebriefNoted(text=wanted.text, in_report=wanted.in_report)
        )
        self._results.of_session(session_id)  # what is counted of them is kept now
        return Changed(results=True)


def note_of(results: Iterable[RunResult]) -> DebriefNote:
    """The note of the session that these are the results of."""
    return next((one.debrief for one in results if one.debrief.text), DebriefNote())
