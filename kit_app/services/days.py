"""Whole days: what a date holds, several sessions planned in one act, and “same as last time”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kit_app.clock.calendar import local_moment
from kit_app.clock.clock import Clock
from kit_app.domain.day import MIDNIGHT, Day, Slot, lay_out, parts_of_slot, starts
from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan
from kit_app.errors import KitAppError, ProblemsError
from kit_app.i18n import N_
from kit_app.services.changed import Changed, Saved
from kit_app.services.library import Library
from kit_app.services.preferences import Preferences
from kit_app.services.problem import Problem
from kit_app.services.session_check import LONGEST_NAME
from kit_app.services.sessions import Sessions, anew
from kit_app.storage.store import Store

MOST_SESSIONS = 8
LEAST_RESET_MIN, MOST_RESET_MIN = 5, 120
USUAL_LUNCH_MIN = 60
USUAL_START = "09:00"
USUAL_SESSIONS = 3
_NUMBER = re.compile(r" · \d+$")
_SATURDAY = 5
_DAYS_AHEAD = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWish:
    """What is wished for a day: `count` sessions like `source`, one after the other.

    `date` is ISO and `first` 24-hour, both "" while undecided; `lunch_min` 0 is no break for lunch.
    """

    source: str
    date: str
    room: str
    first: str
    count: int
    reset_min: int
    lunch_min: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """The sessions of a date, those with a time in its order. `untimed` have none yet.

    `is_over`: something is still to be planned for it, but it lies before today.
    """

    date: str
    plans: tuple[SessionPlan, ...]
    untimed: tuple[SessionPlan, ...]
    day: Day
    is_over: bool = False

    def plan(self, session_id: str) -> SessionPlan:
        """The session of a line of the day."""
        return next(one for one in self.plans if one.id == session_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What would come of a wish, nothing stored: `fresh` are the new sessions, `whole` the day with them.

    `problems` are those of the form, by field; with one there is no outline.
    """

    fresh: tuple[SessionPlan, ...] = ()
    whole: PlannedDay | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Sessions that were stored in one act."""

    plans: tuple[SessionPlan, ...]
    changed: Changed


def minute_of(text: str) -> int:
    """Minutes after midnight of 18:30."""
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def time_at(minute: int) -> str:
    """18:30 of minutes after midnight; a minute of another day is shown as its time."""
    hours, minutes = divmod(minute % MIDNIGHT, 60)
    return f"{hours:02}:{minutes:02}"


def slot_of(plan: SessionPlan, kit: Kit, reset_min: int = 0) -> Slot:
    """A session with a time as its day sees it; without `reset_min` the kit says it, for each table."""
    variant = kit.variant(plan.variant)
    before, debrief, after = parts_of_slot(variant)
    return Slot(
        id=plan.id,
        name=plan.name,
        room=plan.room,
        facility=plan.facility,
        start=minute_of(plan.time),
        welcome_min=before,
        game_min=round(plan.duration_ms / 60_000),
        debrief_min=debrief + after,
        set_up_min=variant.setup_min,
        reset_min=reset_min or variant.reset_min * len(plan.teams),
    )


class Days:
    """The days of one data folder."""

    def __init__(
        self, store: Store, library: Library, sessions: Sessions, preferences: Preferences, clock: Clock
    ) -> None:
        self._store = store
        self._library = library
        self._sessions = sessions
        self._preferences = preferences
        self._clock = clock

    def on(self, day: str) -> PlannedDay:
        """The sessions of a date, those put away left out. Raises KitAppError."""
        return self._laid(self._store.sessions.on(day), day)

    def around(self, plan: SessionPlan) -> PlannedDay:
        """The day of a session that is being typed, among the stored others. Raises KitAppError."""
        others = [one for one in self._store.sessions.on(plan.date) if one.id != plan.id]
        return self._laid([*others, plan], plan.date)

    def is_over(self, day: str) -> bool:
        """Whether this date (ISO) lies before today: most often a year or a month that was mistyped."""
        return day < local_moment(self._clock.wall_ms()).date().isoformat()

    def has_passed(self, plan: SessionPlan) -> bool:
        """Whether the day of a session is over and no team of it has played."""
        return bool(plan.date) and self.is_over(plan.date) and not self._sessions.played_teams(plan.id)

    def slot(self, plan: SessionPlan) -> Slot:
        """A session with a time as its day sees it. Raises KitAppError."""
        return slot_of(plan, self._library.kit(plan.kit_digest), self._preferences.settings.reset_min)

    def last(self) -> SessionPlan | None:
        """The session to be like: the last one up to now, else the next one that is planned."""
        rows = [row for row in self._sessions.near() if row.date]
        now = local_moment(self._clock.wall_ms())
        moment = (now.date().isoformat(), f"{now:%H:%M}")
        days = [row.date for row in rows if (row.date, row.time) <= moment]
        if days:
            past = [one for one in self._store.sessions.on(max(days)) if (one.date, one.time) <= moment]
            return max(past, key=lambda plan: (plan.date, plan.time))
        first = min(rows, key=lambda row: (row.date, row.time), default=None)
        return None if first is None else self._sessions.get(first.id)

    def next_today(self) -> SessionPlan | None:
        """The next session of today that some team has still to play; None when the day is done."""
        today = self.on(local_moment(self._clock.wall_ms()).date().isoformat())
        waiting = (plan for plan in (*today.plans, *today.untimed) if self._waits(plan))
        return next(waiting, None)

    def _waits(self, plan: SessionPlan) -> bool:
        return not {team.number for team in plan.teams} <= set(self._sessions.played_teams(plan.id))

    def wish(self, source: SessionPlan) -> DayWish:
        """What is proposed for a day of sessions like `source`."""
        mates = self._store.sessions.on(source.date) if source.date else ()
        times = [plan.time for plan in mates if plan.time and plan.room == source.room]
        return DayWish(
            source=source.id,
            date=self._next_day(source),
            room=source.room,
            first=min(times, default=source.time or USUAL_START),
            count=min(MOST_SESSIONS, len(times)) if len(times) > 1 else USUAL_SESSIONS,
            reset_min=self._preferences.settings.reset_min or self.kits_reset(source),
            lunch_min=USUAL_LUNCH_MIN,
        )

    def kits_reset(self, source: SessionPlan) -> int:
        """What putting the room in order takes after such a session, as its kit says (minutes)."""
        variant = self._library.kit(source.kit_digest).variant(source.variant)
        return min(MOST_RESET_MIN, max(LEAST_RESET_MIN, variant.reset_min * len(source.teams)))

    def outline(self, wish: DayWish) -> Outline:
        """What would come of it; nothing is stored. Raises KitAppError when the source is gone."""
        source = self._sessions.get(wish.source)
        problems = list(_problems(wish))
        if problems:
            return Outline(problems=tuple(problems))
        kit = self._library.kit(source.kit_digest)
        slot = slot_of(replace(source, time=wish.first), kit, wish.reset_min)
        minutes = starts(slot.start, wish.count, slot.end - slot.start, wish.reset_min, wish.lunch_min)
        fitting = sum(minute < MIDNIGHT for minute in minutes)
        if fitting < wish.count:
            message = N_("Only {n} of them would begin before midnight. Plan fewer, or begin earlier.")
            return Outline(problems=(Problem(field="count", message=message, values={"n": fitting}),))
        there = self._store.sessions.on(wish.date)
        names = _names(source.name, wish.count, {plan.name for plan in there})
        fresh = tuple(
            replace(anew(source), name=name, date=wish.date, time=time_at(minute), room=wish.room)
            for name, minute in zip(names, minutes, strict=True)
        )
        whole = self._laid([*there, *fresh], wish.date, wish.reset_min)
        return Outline(fresh=fresh, whole=replace(whole, is_over=self.is_over(wish.date)))

    def plan(self, wish: DayWish) -> Made:
        """Store all sessions of a wish, or none. Raises ProblemsError or StorageError."""
        outline = self.outline(wish)
        if outline.problems:
            raise ProblemsError(
                N_("Some choices have to be mended before the day can be planned."), outline.problems
            )
        stored: list[SessionPlan] = []
        try:
            for plan in outline.fresh:
                stored.append(self._sessions.save(plan).plan)
            changed = self._keep_reset(wish)
        except KitAppError:
            self.forget(stored)
            raise
        return Made(plans=tuple(stored), changed=changed)

    def forget(self, plans: Sequence[SessionPlan]) -> Changed:
        """Take back sessions that were made in one act; like all deleted ones they go at the next start."""
        for plan in plans:
            self._sessions.delete(plan.id)
        return Changed(sessions=True)

    def next_moment(self, source: SessionPlan) -> tuple[str, str]:
        """Date and time at which a session is held like `source`: today while that is to come.

        A day on which its room is taken then is passed over, for two weeks.
        """
        now = local_moment(self._clock.wall_ms())
        is_to_come = not source.time or source.time > f"{now:%H:%M}"
        days = [self._next_day(source)]
        while len(days) < _DAYS_AHEAD:
            days.append(self._next_day(source, date.fromisoformat(days[-1])))
        if is_to_come and source.date != now.date().isoformat():
            days.insert(0, now.date().isoformat())
        free = (day for day in days if not self._is_taken(source, day))
        return next(free, days[0]), source.time

    def _is_taken(self, source: SessionPlan, day: str) -> bool:
        outline = self.again(source, day, source.time)
        conflicts = outline.whole.day.conflicts if outline.whole else ()
        own = outline.fresh[0].id
        return any(one.kind in ("overlap", "short-reset") and one.concerns(own) for one in conflicts)

    def again(self, source: SessionPlan, day: str, time: str) -> Outline:
        """What would come of the same session on another day; nothing is stored."""
        problems = [] if day else [Problem(field="date", message=_NO_DATE)]
        if problems:
            return Outline(problems=tuple(problems))
        there = self._store.sessions.on(day)
        (name,) = _names(source.name, 1, {plan.name for plan in there})
        fresh = replace(anew(source), name=name, date=day, time=time)
        whole = replace(self._laid([*there, fresh], day), is_over=self.is_over(day))
        return Outline(fresh=(fresh,), whole=whole)

    def repeat(self, outline: Outline) -> Saved:
        """Store the one session of an outline. Raises ProblemsError or StorageError."""
        return self._sessions.save(outline.fresh[0])

    def _keep_reset(self, wish: DayWish) -> Changed:
        """Remember how long the room takes here, where that is not what the kit says."""
        usual = self.kits_reset(self._sessions.get(wish.source))
        own = 0 if wish.reset_min == usual else wish.reset_min
        settings = self._preferences.settings
        if own == settings.reset_min:
            return Changed(sessions=True)
        self._preferences.save(replace(settings, reset_min=own))
        return Changed(sessions=True)

    def _laid(self, plans: Sequence[SessionPlan], day: str, reset_min: int = 0) -> PlannedDay:
        timed = [plan for plan in plans if plan.time]
        reset = reset_min or self._preferences.settings.reset_min
        laid = lay_out([slot_of(plan, self._library.kit(plan.kit_digest), reset) for plan in timed])
        known = {plan.id: plan for plan in timed}
        return PlannedDay(
            date=day,
            plans=tuple(known[one.slot.id] for one in laid.sessions),
            untimed=tuple(plan for plan in plans if not plan.time),
            day=laid,
        )

    def _next_day(self, source: SessionPlan, after: date | None = None) -> str:
        """The day after that one, or tomorrow; a weekend only for who plays at weekends."""
        day = (after or local_moment(self._clock.wall_ms()).date()) + timedelta(days=1)
        works_at_weekends = bool(source.date) and date.fromisoformat(source.date).weekday() >= _SATURDAY
        while day.weekday() >= _SATURDAY and not works_at_weekends:
            day += timedelta(days=1)
        return day.isoformat()


_NO_DATE = N_("Choose the day, for example 24/11/2026.")


def _problems(wish: DayWish) -> list[Problem]:
    found = []
    if not wish.date:
        found.append(Problem(field="date", message=_NO_DATE))
    if not wish.first:
        found.append(
            Problem(field="first", message=N_("Say when the first session begins, for example 9:00."))
        )
    if len(wish.room) > LONGEST_NAME:
        message = N_("At most {most} characters fit here.")
        found.append(Problem(field="room", message=message, values={"most": LONGEST_NAME}))
    for field, value, least, most in (
        ("count", wish.count, 1, MOST_SESSIONS),
        ("reset_min", wish.reset_min, LEAST_RESET_MIN, MOST_RESET_MIN),
        ("lunch_min", wish.lunch_min, 0, MOST_RESET_MIN),
    ):
        if not least <= value <= most:
            values: dict[str, object] = {"least": least, "most": most}
            found.append(Problem(field=field, message=N_("Choose from {least} to {most}."), values=values))
    return found


def _names(name: str, count: int, taken: set[str]) -> list[str]:
    """A name for each session, numbered where there would be two of the same."""
    base = _NUMBER.sub("", name)
    if count == 1 and base not in taken:
        return [base]
    found: list[str] = []
    number = 0
    while len(found) < count:
        number += 1
        ending = f" · {number}"
        one = base[: LONGEST_NAME - len(ending)] + ending
        if one not in taken:
            found.append(one)
    return found
