"""Sessions that travel: from the office to the room as one file, and back with what was played."""

from __future__ import annotations

from pathlib import Path

from kit_app.clock.clock import Clock
from kit_app.domain.plan import SessionPlan
from kit_app.errors import CommandRefused, KitAppError, StorageError
from kit_app.game.evolve import evolve
from kit_app.game.state import initial
from kit_app.i18n import N_
from kit_app.services import export, session_check
from kit_app.services.arriving import content_of
from kit_app.services.backups import Backups
from kit_app.services.changed import Changed, Saved
from kit_app.services.library import Library
from kit_app.services.questionnaires import Questionnaires
from kit_app.services.sessions import Sessions
from kit_app.services.setup import run_setup
from kit_app.storage.store import Store
from kit_app.storage.travel_file import LARGEST_FILE, TravelFile, TravelRun, packed, unpacked

_UNUSABLE = N_("This file does not hold a session that can be played. Nothing was imported.")


class Travel:
    """Exports and imports sessions of one data folder."""

    def __init__(
        self,
        store: Store,
        library: Library,
        sessions: Sessions,
        questionnaires: Questionnaires,
        clock: Clock,
        backups: Backups,
    ) -> None:
        self._store = store
        self._library = library
        self._sessions = sessions
        self._questionnaires = questionnaires
        self._clock = clock
        self._backups = backups

    def export_session(self, session_id: str, path: Path, *, overwrite: bool = False) -> None:
        """Write a session with its kit and all its runs, of its questionnaires the counts alone.

        Raises ExportError or StorageError.
        """
        plan = self._sessions.get(session_id)
        snapshot = self._library.snapshot(self._library.kit_of(plan))
        runs = tuple(
            TravelRun(record=run, events=tuple(self._store.journal.events(run.id)))
            for run in self._store.journal.runs(session_id)
        )
        content = packed(
            TravelFile(
                plan=plan,
                kit=snapshot.files,
                runs=runs,
                counts=self._questionnaires.kept_counts(session_id),
            )
        )
        export.write(path, content, overwrite=overwrite)

    def import_session(self, path: Path) -> Saved:
        """Take a session in, or what was played of it elsewhere; with a KitAppError, nothing.

        What is kept is copied first.
        """
        content = unpacked(content_of(path, LARGEST_FILE, N_("“{name}” is too large for a session.")))
        kit_digest = self._check(content)
        known = self._store.sessions.get(content.plan.id)
        if known is not None:
            _require_same(known, content.plan)
        self._backups.make("import")
        with self._store.database.writing():
            self._library.add(content.kit)
            if known is None:
                self._store.sessions.save(content.plan, self._clock.wall_ms())
            self._store.sessions.hide(content.plan.id, None)
            added = [self._add_run(run) for run in content.runs]
            has_counts = content.counts is not None and self._questionnaires.take_in(
                content.plan.id, content.counts
            )
            if known is not None and not any(added) and not has_counts:
                raise StorageError(
                    N_("This session is here already, with all that the file holds."), kit_digest
                )
        return Saved(
            plan=self._sessions.get(content.plan.id),
            changed=Changed(sessions=True, runs=any(added), results=any(added) or has_counts),
        )

    def _check(self, content: TravelFile) -> str:
        """Everything that would go wrong later goes wrong here. Returns the kit's digest."""
        kit = self._library.parsed(content.kit)
        plan = content.plan
        if kit.digest != plan.kit_digest or kit.id != plan.kit_id:
            raise StorageError(_UNUSABLE, "the plan names another kit")
        found = session_check.problems(plan, kit)
        if found:
            raise StorageError(_UNUSABLE, "; ".join(str(problem) for problem in found.values()))
        from kit_app.mechanisms.picking import picked  # loads every mechanism: only here

        played = picked(kit, plan)
        tables = {table.number: table for table in self._sessions.tables(plan, played)}
        if {deal.number for deal in plan.deals} != set(tables):
            raise StorageError(_UNUSABLE, "not every team has its deal")
        for run in content.runs:
            if run.record.session_id != plan.id or run.record.team not in tables:
                raise StorageError(_UNUSABLE, f"run {run.record.id} belongs to no team")
            state = initial(run_setup(played, plan, run.record.team, tables[run.record.team], {}))
            try:
                for stored in run.events:
                    state = evolve(state, stored.event, stored.at_ms)
            except (LookupError, ValueError, CommandRefused) as error:
                raise StorageError(_UNUSABLE, f"run {run.record.id}: {error!r}") from error
        return kit.digest

    def _add_run(self, run: TravelRun) -> bool:
        """Add what is not here yet of a run; False when all of it is."""
        journal = self._store.journal
        if run.record.id not in {one.id for one in journal.runs(run.record.session_id)}:
            journal.add_run(run.record)
        here = journal.events(run.record.id)
        common = min(len(here), len(run.events))
        if tuple(here[:common]) != run.events[:common]:
            raise StorageError(
                N_("This game went on differently here and there. Nothing was imported."), run.record.id
            )
        journal.append(run.record.id, run.events[common:])
        return len(run.events) > common


def _require_same(known: SessionPlan, arriving: SessionPlan) -> None:
    if _basis(known) != _basis(arriving):
        raise KitAppError(N_("Another session with this number is here already. Nothing was imported."))


def _basis(plan: SessionPlan) -> tuple[str, ...]:
    """What the games of a session follow from."""
    return (plan.seed, plan.kit_digest, *plan.languages, plan.variant, plan.sector)
