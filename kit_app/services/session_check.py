"""What is wrong with a plan, field by field, and what a session still lacks on the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kit_app.domain.kit import Kit
from kit_app.domain.plan import (
    AUDIENCES,
    MAX_DURATION,
    MIN_DURATION,
    MOST_TEAMS,
    SessionPlan,
    TeamPlan,
)
from kit_app.i18n import N_
from kit_app.mechanisms.leaving import removable
from kit_app.services.problem import Problem

LONGEST_NAME = 80
LONGEST_LABEL = 30
MOST_HINT_MINUTES = 10
MOST_HINTS = 50
LEAST_HINT_S, MOST_HINT_S = 15, 600

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_SEED = re.compile(r"[0-9a-f]{32}")


def problems(plan: SessionPlan, kit: Kit) -> dict[str, Problem]:
    """The first problem of each field; empty when the plan can be saved."""
    found: dict[str, Problem] = {}
    for problem in (*_texts(plan), *_moments(plan), *_choices(plan, kit), *_teams(plan, kit)):
        found.setdefault(problem.field, problem)
    return found


def missing(plan: SessionPlan) -> tuple[Problem, ...]:
    """What a session that was saved still needs before it can be played, in the order of the work."""
    return tuple(_missing(plan))


def _texts(plan: SessionPlan) -> Iterator[Problem]:
    if not plan.name.strip():
        yield Problem(field="name", message=N_("Give the session a name, for example the unit that plays."))
    texts = {"name": plan.name, "facility": plan.facility, "room": plan.room, "service": plan.service}
    for field, text in texts.items():
        if len(text) > LONGEST_NAME:
            yield Problem(
                field=field, message=N_("At most {most} characters fit here."), values={"most": LONGEST_NAME}
            )
        if not _is_one_line(text):
            yield Problem(field=field, message=N_("Write this on one line of plain text."))


def _is_one_line(text: str) -> bool:
    return all(letter.isprintable() or letter in "\u00a0\u202f" for letter in text)


def _moments(plan: SessionPlan) -> Iterator[Problem]:
    if plan.date and not _is_date(plan.date):
        yield Problem(field="date", message=N_("Write the date as year-month-day, for example 2026-11-24."))
    if plan.time and not _TIME.fullmatch(plan.time):
        yield Problem(field="time", message=N_("Write the time as hours and minutes, for example 18:30."))


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _choices(plan: SessionPlan, kit: Kit) -> Iterator[Problem]:
    known: dict[str, tuple[str, tuple[str, ...]]] = {
        "language": (plan.language, kit.languages),
        "second_language": (plan.second_language, ("", *_others(plan, kit))),
        "sector": (plan.sector, _sectors(kit)),
        "variant": (plan.variant, tuple(one.id for one in kit.variants)),
        "level": (plan.level, tuple(one.id for one in kit.levels)),
        "hint_policy": (plan.hint_policy, ("by-hand", "suggested", "automatic")),
        "audience": (plan.audience, ("", *AUDIENCES)),
        "clock_style": (plan.clock_style, ("clock", "bar", "none")),
    }
    for field, (chosen, choices) in known.items():
        if chosen not in choices:
            yield Problem(
                field=field,
                message=N_("“{chosen}” is not known here. The choices are: {choices}."),
                values={"chosen": chosen, "choices": ", ".join(one for one in choices if one) or "–"},
            )
    yield from _picks(plan, kit)
    yield from _numbers(plan)
    if not _SEED.fullmatch(plan.seed):
        yield Problem(field="seed", message=N_("A seed is 32 digits from 0 to f."))


def _picks(plan: SessionPlan, kit: Kit) -> Iterator[Problem]:
    optional = {one.id for one in kit.puzzles if one.is_optional}
    free = optional
    if plan.variant in {one.id for one in kit.variants} and plan.sector in _sectors(kit):
        own = kit.variant(plan.variant).puzzles
        elsewhere = {one.id for one in kit.puzzles if one.id not in own and one.given}
        free = optional | elsewhere | removable(kit, plan.variant, plan.sector)
    for field, ids, known in (("left_out", plan.left_out, free), ("taken_in", plan.taken_in, optional)):
        fixed = sorted(set(ids) - known)
        if fixed:
            yield Problem(
                field=field,
                message=N_(
                    "{puzzles} can be neither left out nor taken in. The kit lets you choose: {choices}."
                ),
                values={"puzzles": ", ".join(fixed), "choices": ", ".join(sorted(known)) or "–"},
            )


def _sectors(kit: Kit) -> tuple[str, ...]:
    return ("", *(one.id for one in kit.sectors))


def _others(plan: SessionPlan, kit: Kit) -> tuple[str, ...]:
    return tuple(one for one in kit.languages if one != plan.language)


def _numbers(plan: SessionPlan) -> Iterator[Problem]:
    if not MIN_DURATION <= plan.duration_min <= MAX_DURATION:
        yield Problem(
            field="duration_min",
            message=N_("Choose a duration from {least} to {most} minutes."),
            values={"least": MIN_DURATION, "most": MAX_DURATION},
        )
    if not 0 <= plan.hint_cost_min <= MOST_HINT_MINUTES:
        yield Problem(
            field="hint_cost_min",
            message=N_("A hint costs 0 to {most} minutes."),
            values={"most": MOST_HINT_MINUTES},
        )
    if not 0 <= plan.hint_stock <= MOST_HINTS:
        yield Problem(
            field="hint_stock",
            message=N_("A team has 1 to {most} hints, or 0 for no limit."),
            values={"most": MOST_HINTS},
        )
    if plan.hint_shown_s and not LEAST_HINT_S <= plan.hint_shown_s <= MOST_HINT_S:
        yield Problem(
            field="hint_shown_s",
            message=N_("A hint stays {least} to {most} seconds, or 0 until it is taken off."),
            values={"least": LEAST_HINT_S, "most": MOST_HINT_S},
        )


def _teams(plan: SessionPlan, kit: Kit) -> Iterator[Problem]:
    if not plan.teams:
        yield Problem(field="teams", message=N_("A session needs at least one team."))
    if len(plan.teams) > MOST_TEAMS:
        yield Problem(
            field="teams",
            message=N_("At most {most} teams fit in one session. Plan a second session."),
            values={"most": MOST_TEAMS},
        )
    numbers = [team.number for team in plan.teams]
    if len(set(numbers)) != len(numbers) or any(number < 1 for number in numbers):
        yield Problem(field="teams", message=N_("Each team has its own number, from 1."))
    for team in plan.teams:
        yield from _team(team, plan)
        yield from _size(team, kit)


def _team(team: TeamPlan, plan: SessionPlan) -> Iterator[Problem]:
    field = f"teams.{team.number}.label"
    label = team.label.strip()
    if not label:
        yield Problem(field=field, message=N_("Give the team a name for the screen, never a person’s."))
    if len(label) > LONGEST_LABEL or not _is_one_line(label):
        yield Problem(
            field=field,
            message=N_("At most {most} characters fit on the screen, on one line."),
            values={"most": LONGEST_LABEL},
        )
    if any(one.label.strip().casefold() == label.casefold() for one in plan.teams if one is not team):
        yield Problem(field=field, message=N_("Two teams have this name. Give each its own."))


def _size(team: TeamPlan, kit: Kit) -> Iterator[Problem]:
    """A team for which the kit has no roles."""
    least, most = kit.team_sizes
    if team.size < least:
        yield Problem(
            field=f"teams.{team.number}.size",
            message=N_("At least {least} players are needed. Join two teams, or wait for one more player."),
            values={"least": least},
        )
    if team.size > most:
        yield Problem(
            field=f"teams.{team.number}.size",
            message=N_("At most {most} players can work together. Make two teams."),
            values={"most": most},
        )


def _missing(plan: SessionPlan) -> Iterator[Problem]:
    if not plan.date:
        yield Problem(field="date", message=N_("Date to be chosen"))
    if not plan.room:
        yield Problem(field="room", message=N_("Room to be chosen"))
    for deal in plan.deals:
        if deal.number not in plan.printed_teams:
            yield Problem(
                field=f"teams.{deal.number}",
                message=N_("Team {number} to be printed ({set_id})"),
                values={"number": deal.number, "set_id": deal.set_id},
            )
