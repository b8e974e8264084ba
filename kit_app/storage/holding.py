"""How much of each thing one database holds, for the page that tells people so."""

from __future__ import annotations

from typing import NamedTuple, cast

from kit_app.storage.database import Database


class Held(NamedTuple):
    """Sessions in sight and hidden ones, games with a journal, cached results, coded sheets, sessions whose
    answers were counted, sessions that are only totals, notes after a debrief, kits."""

    sessions: int
    hidden: int
    games: int
    results: int
    sheets: int
    counted: int
    totals: int
    notes: int
    kits: int


_COUNTED = (
    "(SELECT count(*) FROM sessions WHERE deleted_ms IS NULL)",
    "(SELECT count(*) FROM sessions WHERE deleted_ms IS NOT NULL)",
    "(SELECT count(DISTINCT run_id) FROM journal)",
    "(SELECT count(*) FROM results)",
    "(SELECT count(*) FROM answer_sheets)",
    "(SELECT count(*) FROM answer_pairings WHERE closed_ms IS NOT NULL)",
    "(SELECT coalesce(sum(sessions), 0) FROM totals)",
    "(SELECT count(DISTINCT session_id) FROM runs JOIN journal ON run_id = id WHERE kind = 'DebriefNoted')",
    "(SELECT count(*) FROM kits)",
)


def held(database: Database) -> Held:
    """What there is now. Raises StorageError."""
    (row,) = database.rows(f"SELECT {', '.join(_COUNTED)}")
    return Held(*(cast(int, number) for number in row))
