"""What fills the places of papers: session, facility, whom to call; a dotted line for what is not known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from kit_app.domain.day import parts_of_slot
from kit_app.domain.spelling import places, together
from kit_app.i18n import clock_time, long_date
from kit_app.mechanisms.filling import all_filled, texts
from kit_app.services.printing.job import PrintJob

Words = TypeVar("Words")

DOTS = "……………………"
SHORT_CONTACT = 24  # characters of name and number that a small card holds
SPARE_ENVELOPES = 2
MAY_BE_EMPTY = ("facility.promise", "person")
"""Places that are left out, without a dotted line, where nothing is known."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The minutes of a slot: before the game, the game, the debrief, the end; `start` is the planned time."""

    before: int
    game: int
    debrief: int
    after: int
    start: time | None

    @property
    def whole(self) -> int:
        """From the welcome to the last word."""
        return self.before + self.game + self.debrief + self.after

    def at(self, minute: float) -> time | None:
        """The time of day so many minutes after the welcome."""
        if self.start is None:
            return None
        moment = datetime.combine(date(2000, 1, 1), self.start) + timedelta(minutes=minute)
        return moment.time().replace(second=0, microsecond=0)

    def shown(self, minute: float, language: str) -> str:
        """That time as people read it; the minutes themselves while no time is planned."""
        moment = self.at(minute)
        if moment is None:
            return f"{round(minute)} min"
        return clock_time(moment, language)


def schedule_of(job: PrintJob) -> Schedule:
    """How the slot of a session is divided."""
    before, debrief, after = parts_of_slot(job.kit.variant(job.plan.variant))
    return Schedule(
        before=before,
        game=round(job.plan.duration_ms / 60_000),
        debrief=debrief,
        after=after,
        start=time.fromisoformat(job.plan.time) if job.plan.time else None,
    )


def envelopes_of(job: PrintJob) -> int:
    """How many envelopes a team's set needs."""
    return [envelope.kind for envelope in job.table.envelopes].count("envelope")


def all_places(job: PrintJob, *, on_card: bool = False) -> Mapping[str, str]:
    """What is known of the places of a paper; a small card has no room for a long name before a number."""
    known = {**job.table.values, **_of_kit(job), **_of_facility(job, on_card)}
    known |= {f"script.{key}": text for key, text in job.table.script.items()}
    if job.is_of_session:
        known |= _of_session(job)
    known["person"] = job.person
    return {place: text for place, text in known.items() if text or place in MAY_BE_EMPTY}


def filled_texts(words: Words, known: Mapping[str, str]) -> Words:
    """`words` with every place filled: a dotted line to write on where nothing is known."""
    missing = {place: DOTS for text in texts(words) for place in places(text) if place not in known}
    return all_filled(words, {**known, **missing})


def _of_kit(job: PrintJob) -> dict[str, str]:
    return {
        "kit.title": job.table.kit_title,
        "kit.version": job.table.kit_version,
        "game": job.table.game_title,
    }


def _of_facility(job: PrintJob, on_card: bool) -> dict[str, str]:
    facility = job.facility
    found = {
        "session.facility": job.plan.facility or facility.name,
        "facility.short": job.plan.facility or facility.spoken_name,
        "facility.promise": job.t("Nobody is punished for reporting.") if facility.has_promise else "",
    }
    for spec in job.kit.contacts:
        own = facility.contact(spec.id)
        is_long = on_card and len(own.line) > SHORT_CONTACT and own.number
        found[f"contact.{spec.id}"] = together((own.number if is_long else own.line) or spec.number)
    return found


def _of_session(job: PrintJob) -> dict[str, str]:
    plan, setup = job.plan, job.setup
    language = plan.language
    words = job.kit.words[language]
    schedule = schedule_of(job)
    return {
        "session.name": plan.name,
        "session.date": long_date(date.fromisoformat(plan.date), language) if plan.date else "",
        "session.time": schedule.shown(0, language) if plan.time else "",
        "session.end": schedule.shown(schedule.whole, language) if plan.time else "",
        "session.room": plan.room,
        "session.minutes": str(schedule.game),
        "session.slot": str(schedule.whole),
        "session.debrief": str(schedule.debrief),
        "session.guided": str(setup.guided_ms // 60_000),
        "session.envelopes": str(envelopes_of(job) + SPARE_ENVELOPES),
        "session.team": setup.team_label,
        "session.players": str(setup.team_size),
        "session.variant": words.variants.get(plan.variant, ""),
        "session.level": words.levels.get(plan.level, ""),
        "session.sector": words.sectors.get(plan.sector, ""),
        "set": job.table.set_id,
    }
