"""Which session comes next, and which ones are over."""

from collections.abc import Sequence
from datetime import date

from kit_app.services.sessions import SessionRow


def is_played(row: SessionRow) -> bool:
    """Whether every team of a session has played."""
    return bool(row.sizes) and len(row.played_teams) == len(row.sizes)


def next_of(rows: Sequence[SessionRow], today: date) -> SessionRow | None:
    """The session that comes next and is not played; one without a date when there is no other."""
    waiting = [row for row in rows if not is_played(row)]
    dated = [row for row in waiting if row.date >= today.isoformat()]
    undated = [row for row in waiting if not row.date]
    return next(iter((*dated, *undated)), None)
