"""Try the disk: write a journal as a run does, read it back, in a place of its own."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from kit_app.domain.plan import SessionPlan, TeamPlan
from kit_app.game.events import HintGiven, NoteAdded, RunStarted
from kit_app.storage.codec import StoredEvent
from kit_app.storage.journal import RunRecord
from kit_app.storage.kits import KitSnapshot
from kit_app.storage.store import open_store

_PLAN = SessionPlan(
    id="trial",
    name="trial",
    facility="",
    date="",
    time="",
    room="",
    kit_id="trial",
    kit_digest="trial",
    variant="",
    level="",
    language="fr",
    duration_min=45,
    extra_time=False,
    teams=(TeamPlan(number=1, label="trial", size=5),),
    hint_policy="by-hand",
    hint_cost_min=0,
    clock_style="clock",
    seed="0" * 32,
)


def database_release() -> str:
    """The release of SQLite that is at work."""
    return sqlite3.sqlite_version


def journal_comes_back(folder: Path) -> bool:
    """Whether a journal written in `folder` (an empty one) is read back the same. Raises StorageError."""
    events = [
        StoredEvent(1, 0, 0, RunStarted(kit_digest="trial", duration_ms=1)),
        StoredEvent(2, 5, 5, HintGiven(puzzle="P1", level=1)),
        StoredEvent(3, 9, 9, NoteAdded(text="éà « ’ »")),
    ]
    store = open_store(folder, 0)
    try:
        store.kits.add(KitSnapshot(digest="trial", kit_id="trial", version="1", files=b""))
        store.sessions.save(_PLAN, 0)
        store.journal.add_run(RunRecord(id="trial", session_id="trial", team=1, created_ms=0))
        store.journal.append("trial", events)
    finally:
        store.close()
    store = open_store(folder, 0)
    try:
        return store.journal.events("trial") == events
    finally:
        store.close()
