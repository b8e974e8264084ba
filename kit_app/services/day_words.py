"""What is said of a day: its parts, and each conflict in one sentence with what to do."""

from __future__ import annotations

from datetime import date, time
from typing import assert_never

from kit_app.domain.day import LEAST_BREAK, MIDNIGHT, Conflict, Part, Slot
from kit_app.i18n import N_, NBSP, Catalogue, clock_time, long_date
from kit_app.services.days import PlannedDay

PARTS: dict[Part, str] = {
    "set-up": N_("Setting up"),
    "welcome": N_("Welcome, briefing"),
    "game": N_("Game"),
    "debrief": N_("Debrief, questionnaire"),
    "reset": N_("Reset"),
}


def at_minute(minute: int, language: str) -> str:
    """`18 h 30` of minutes after midnight, also of what falls into the day before or after."""
    hours, minutes = divmod(minute % MIDNIGHT, 60)
    return clock_time(time(hours, minutes), language)


def length(minutes: int, t: Catalogue) -> str:
    """`45 min`, `1 h 30`."""
    hours, rest = divmod(minutes, 60)
    if not hours or minutes == 60:
        return t("{minutes} min", minutes=minutes).replace(" ", NBSP)
    return t("{hours} h {minutes}", hours=hours, minutes=f"{rest:02}").replace(" ", NBSP)


def sentences_of(planned: PlannedDay, t: Catalogue) -> tuple[str, ...]:
    """Everything that does not hold on a day, and what to do about each."""
    waiting = N_("“{name}” has no time yet on this day. Give it one, so that the day holds.")
    return (
        *((over_sentence(planned.date, t),) if planned.is_over else ()),
        *(conflict_sentence(one, t) for one in planned.day.conflicts),
        *(t(waiting, name=plan.name) for plan in planned.untimed),
    )


def over_sentence(day: str, t: Catalogue) -> str:
    """That a date (ISO) lies before today, and what to do."""
    when = long_date(date.fromisoformat(day), t.language)
    return t("{date} is over already. Choose a day that is still to come.", date=when[:1].upper() + when[1:])


def conflict_sentence(conflict: Conflict, t: Catalogue) -> str:
    """What does not go together, and what to do."""
    first, second = conflict.first, conflict.second or conflict.first
    values: dict[str, object] = {
        "first": first.name,
        "second": second.name,
        "room": first.room,
        "start": at_minute(conflict.start, t.language),
        "end": at_minute(conflict.end, t.language),
        "ready": at_minute(_ready(first), t.language),
    }
    match conflict.kind:
        case "overlap":
            in_room = N_(
                "“{first}” is not over in {room} when “{second}” begins at {start}. "
                "Begin the second at {ready}, or give it another room."
            )
            anywhere = N_(
                "“{first}” is not over when “{second}” begins at {start}. "
                "Begin the second at {ready}, or give each its room."
            )
            return t(in_room if first.room else anywhere, **values)
        case "short-reset":
            message = N_(
                "{minutes} min between “{first}” and “{second}” are too few: "
                "the reset takes {needed} min. Begin “{second}” at {ready}."
            )
            return t(message, minutes=conflict.end - conflict.start, needed=first.reset_min, **values)
        case "at-once":
            message = N_(
                "“{first}” and “{second}” are led at the same time, from {start} to {end}. "
                "Find a second facilitator, or begin “{second}” at {ready}."
            )
            return t(message, **values)
        case "no-break":
            message = N_(
                "Whoever leads has no break of {minutes} min from {start} to {end}. "
                "Leave one before “{second}”."
            )
            return t(message, minutes=LEAST_BREAK, **values)
        case "midnight":
            message = N_("“{first}” would end after midnight, at {end}. Begin it earlier.")
            return t(message, **values)
        case _:
            assert_never(conflict.kind)


def _ready(slot: Slot) -> int:
    return slot.end + slot.reset_min
