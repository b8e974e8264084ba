"""Dates and times of day as people in the room read them, from the wall clock's milliseconds."""

from __future__ import annotations

from datetime import UTC, date, datetime


def local_moment(wall_ms: int) -> datetime:
    """The moment in the time zone of this computer."""
    return datetime.fromtimestamp(wall_ms / 1000, tz=UTC).astimezone()


def local_date(wall_ms: int) -> date:
    return local_moment(wall_ms).date()


def iso_moment(wall_ms: int) -> str:
    """`2026-11-24T18:30:00+01:00`, for files that other programs read."""
    return local_moment(wall_ms).isoformat(timespec="seconds")


def is_zone_known(wall_ms: int) -> bool:
    """Whether somebody told this computer where it stands: universal time is what one has until then."""
    return (local_moment(wall_ms).tzname() or "UTC") not in ("UTC", "Coordinated Universal Time", "-00")
