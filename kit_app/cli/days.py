"""The commands about days: several sessions planned at once, their plan on paper and in calendars."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict, replace

from kit_app.cli.output import say, say_json, warn
from kit_app.cli.sessions import SHORT_ID, session_data
from kit_app.i18n import N_, Catalogue
from kit_app.services.calendar_file import day_calendar, session_calendar
from kit_app.services.day_words import PARTS, sentences_of
from kit_app.services.days import time_at
from kit_app.services.export import write
from kit_app.services.services import Services


def new(services: Services, options: Namespace, t: Catalogue) -> None:
    """Plan the sessions of a day and say their ids; what does not go together is told beside."""
    usual = services.days.wish(services.sessions.find(options.like))
    given = {
        "first": options.first,
        "count": options.sessions,
        "room": options.room,
        "reset_min": options.reset,
        "lunch_min": options.lunch,
    }
    known = {field: value for field, value in given.items() if value is not None}
    made = services.days.plan(replace(usual, date=options.date, **known))
    for sentence in sentences_of(services.days.on(options.date), t):
        warn(sentence)
    if options.json:
        say_json([session_data(plan) for plan in made.plans])
    else:
        for plan in made.plans:
            say(plan.id)


def show(services: Services, options: Namespace, t: Catalogue) -> None:
    """The parts of each session with their times, then what does not go together."""
    planned = services.days.on(options.date)
    conflicts = sentences_of(planned, t)
    if options.json:
        sessions = [asdict(laid) for laid in planned.day.sessions]
        say_json({"date": planned.date, "sessions": sessions, "conflicts": list(conflicts)})
        return
    if not planned.plans and not planned.untimed:
        say(t(N_("No session is planned on this day.")))
    for laid in planned.day.sessions:
        say("  ".join(text for text in (laid.slot.id[:SHORT_ID], laid.slot.name, laid.slot.room) if text))
        for block in laid.blocks:
            say(f"  {time_at(block.start)}–{time_at(block.end)}  {t(PARTS[block.part])}")
    for sentence in conflicts:
        say(sentence)


def write_plan(services: Services, options: Namespace, t: Catalogue) -> None:
    """Write the plan of the day as PDF, and say which file it is."""
    from kit_app.services.printing.day_plan import day_plan_pdf  # loads what draws: only here

    planned = services.days.on(options.date)
    sources = {
        plan.id: (services.library.kit_of(plan), services.profile.issuer(plan)) for plan in planned.plans
    }
    write(options.out, day_plan_pdf(planned, sources, t).pdf)
    _tell(options, t)


def write_calendar(services: Services, options: Namespace, t: Catalogue) -> None:
    """Write the day for a calendar."""
    planned = services.days.on(options.date)
    write(options.out, day_calendar(planned, services.clock.wall_ms(), t))
    _tell(options, t)


def write_session_calendar(services: Services, options: Namespace, t: Catalogue) -> None:
    """Write one session for a calendar."""
    plan = services.sessions.find(options.id)
    planned = services.days.on(plan.date)
    write(options.out, session_calendar(plan, planned, services.clock.wall_ms(), t))
    _tell(options, t)


def _tell(options: Namespace, t: Catalogue) -> None:
    if options.json:
        say_json({"file": str(options.out)})
    else:
        say(t(N_("Written: {path}"), path=options.out))
