"""Which session comes next, and which ones are over."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from kit_app.services.sessions import SessionRow

_EVENING_FROM, NIGHT_UNTIL = "20:00", 3
"""From when on a session may run into the next day, and the hour at which that night is over."""


def is_played(row: SessionRow) -> bool:
    """Whether every team of a session has played."""
    return bool(row.sizes) and len(row.played_teams) == len(row.sizes)


def is_late(row: SessionRow, now: datetime) -> bool:
    """Whether a session of last evening may still begin: a night shift starts when the ward lets it."""
    yesterday = (now.date() - timedelta(days=1)).isoformat()
    return now.hour < NIGHT_UNTIL and row.date == yesterday and row.time >= _EVENING_FROM


def next_of(rows: Sequence[SessionRow], now: datetime) -> SessionRow | None:
    """The session that comes next and is not played; one without a date when there is no other."""
    waiting = [row for row in rows if not is_played(row)]
    late = [row for row in waiting if is_late(row, now)]
    dated = [row for row in waiting if row.date >= now.date().isoformat()]
    undated = [row for row in waiting if not row.date]
    return next(iter((*late, *dated, *undated)), None)
