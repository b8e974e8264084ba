"""Sessions as an iCalendar file (RFC 5545), for the calendars of whoever leads and whoever plays.

Times are local without a zone (RFC 5545, 3.3.5, form 1): a session is held at 18:30 by the clock on the
wall of its room, a plan knows no other time, and no system names its zone in a way that all the others and
this program without a network could follow. Every calendar shows such an hour as it is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from kit_app.domain.day import LaidOut
from kit_app.domain.plan import SessionPlan
from kit_app.errors import ExportError
from kit_app.i18n import N_, Catalogue, joined
from kit_app.services.day_words import PARTS, at_minute
from kit_app.services.days import PlannedDay
from kit_app.system.filenames import safe_filename

SUFFIX = ".ics"
UID_ENDING = "@sant-escape-kit"
LONGEST_LINE = 75
"""Octets of a line, its end not counted (RFC 5545, 3.1)."""
_SEQUENCE_FROM = datetime(2026, 1, 1, tzinfo=UTC)


def day_calendar(planned: PlannedDay, wall_ms: int, t: Catalogue) -> bytes:
    """All sessions of a day; `wall_ms` is now. Raises ExportError for a day without a session."""
    if not planned.plans and not planned.untimed:
        raise ExportError(N_("No session is planned on this day."))
    timed = [(planned.plan(laid.slot.id), laid) for laid in planned.day.sessions]
    return _calendar([*timed, *((plan, None) for plan in planned.untimed)], wall_ms, t)


def session_calendar(plan: SessionPlan, planned: PlannedDay, wall_ms: int, t: Catalogue) -> bytes:
    """One session of its day. Raises ExportError while it has no date."""
    if not plan.date:
        raise ExportError(N_("“{name}” has no date yet. Give it one first."), name=plan.name)
    laid = next((one for one in planned.day.sessions if one.slot.id == plan.id), None)
    return _calendar([(plan, laid)], wall_ms, t)


def calendar_name(name: str, day: str) -> str:
    """A file name, safe on every system."""
    return safe_filename(f"{name} - {day}") + SUFFIX


def _calendar(sessions: Sequence[tuple[SessionPlan, LaidOut | None]], wall_ms: int, t: Catalogue) -> bytes:
    """A calendar to take in; METHOD stands there as Outlook itself writes it."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Sant'Escape Kit//Sessions//{t.language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(line for plan, laid in sessions for line in _event(plan, laid, wall_ms, t)),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _event(plan: SessionPlan, laid: LaidOut | None, wall_ms: int, t: Catalogue) -> Iterator[str]:
    """The id stays and a later file has a higher number: taken in again, it replaces the older one."""
    now = datetime.fromtimestamp(wall_ms / 1000, tz=UTC)
    yield "BEGIN:VEVENT"
    yield f"UID:{plan.id}{UID_ENDING}"
    yield f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{max(0, int((now - _SEQUENCE_FROM).total_seconds()))}"
    day = date.fromisoformat(plan.date)
    if laid is None:
        yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    else:
        midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - local time without a zone, see above
        for key, minute in (("DTSTART", laid.slot.start), ("DTEND", laid.slot.end)):
            yield f"{key}:{midnight + timedelta(minutes=minute):%Y%m%dT%H%M%S}"
    yield f"SUMMARY:{escaped(plan.name)}"
    where = ", ".join(text for text in (plan.room, plan.facility) if text)
    if where:
        yield f"LOCATION:{escaped(where)}"
    yield f"DESCRIPTION:{escaped(_description(plan, laid, t))}"
    yield "TRANSP:OPAQUE"
    yield "END:VEVENT"


def _description(plan: SessionPlan, laid: LaidOut | None, t: Catalogue) -> str:
    """What happens when, and who plays; never an answer or a code."""
    teams = joined([f"{team.label} ({team.size})" for team in plan.teams], t.language)
    blocks = laid.blocks if laid is not None else ()
    return "\n".join(
        (*(f"{at_minute(block.start, t.language)} {t(PARTS[block.part])}" for block in blocks), teams)
    )


def escaped(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11)."""
    for mark, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(mark, written)
    return text


def _folded(line: str) -> bytes:
    """A line with its end, parted so that no piece is too long and no letter is torn."""
    pieces: list[bytes] = [b""]
    for letter in line:
        octets = letter.encode()
        if len(pieces[-1]) + len(octets) > LONGEST_LINE:
            pieces.append(b" ")
        pieces[-1] += octets
    return b"\r\n".join(pieces) + b"\r\n"
