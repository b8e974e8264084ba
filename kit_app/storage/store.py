"""Everything that is kept in one data folder: kits, sessions, runs and their journals, results, facts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.answers import AnswerStore
from kit_app.storage.attempts import AttemptStore
from kit_app.storage.database import FILE_NAME, MAIN, Database, Keeping, another, open_database
from kit_app.storage.fact_sums import FactSums
from kit_app.storage.facts import FactStore
from kit_app.storage.journal import JournalStore
from kit_app.storage.kits import KitStore
from kit_app.storage.results import ResultStore
from kit_app.storage.sessions import SessionStore
from kit_app.storage.stages import StageStore
from kit_app.storage.total_counts import TotalCountStore


@dataclass(frozen=True, slots=True)
class Store:
    """One open store; `notices` are sentences about what was found on opening."""

    database: Database
    kits: KitStore
    sessions: SessionStore
    journal: JournalStore
    results: ResultStore
    answers: AnswerStore
    facts: FactStore
    sums: FactSums
    attempts: AttemptStore
    stages: StageStore
    total_counts: TotalCountStore
    notices: tuple[StorageError, ...] = ()

    def close(self) -> None:
        self.database.close()


def open_store(folder: Path, wall_ms: int, *, exclusive: bool = True, keeping: Keeping = "WAL") -> Store:
    """The store of `folder`, made when there is none. Raises StorageError."""
    opened = open_database(folder, wall_ms, exclusive=exclusive, keeping=keeping)
    store = _store(opened.database)
    damaged = (_told(session_id) for session_id in store.sessions.damaged())
    return replace(store, notices=(*opened.notices, *damaged))


def again_store(folder: Path, keeping: Keeping) -> Store:
    """The store of a folder that was opened and checked before, by a connection of one's own.

    For a thread of one's own. Raises StorageError.
    """
    return _store(another(folder / FILE_NAME, keeping, MAIN))


def _store(database: Database) -> Store:
    answers = AnswerStore(database)
    return Store(
        database,
        KitStore(database),
        SessionStore(database),
        JournalStore(database),
        ResultStore(database),
        answers,
        FactStore(database),
        FactSums(database),
        AttemptStore(database),
        StageStore(database),
        TotalCountStore(database, answers),
    )


def _told(session_id: str) -> StorageError:
    return StorageError(
        N_("The session {id} is damaged and not shown. It was left as it is; nothing was deleted."),
        f"session {session_id}",
        id=session_id,
    )
